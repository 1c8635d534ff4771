/* From the files of a folder to the flat arrays of an atlas: the order in which things are done. */
#ifndef ATLAS_LOAD_H
#define ATLAS_LOAD_H

#include "inside.h"

/* Fills an atlas that has only its arena, folder and scale, from its packed file if there is one, else from
 * the shapefiles. worldview may be NULL. */
bool load_all(Atlas *atlas, const char *worldview, dateline_error *error);

#endif
