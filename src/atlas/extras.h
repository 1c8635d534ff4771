/* What an atlas has beside countries: lakes, disputed lines, cities. All of it may be missing. */
#ifndef ATLAS_EXTRAS_H
#define ATLAS_EXTRAS_H

#include "inside.h"

/* vanished are borders that the worldview does not have; they are disputed lines too. error must not be NULL.
 */
bool extras_load(Atlas *atlas, const MeshLines *vanished, Polygons *lakes, dateline_error *error);

#endif
