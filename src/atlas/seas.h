/* The large seas and gulfs from seas.json, which shapes/README.md tells of. Knows their names and where a
 * name may stand; their outlines are whatever is not land. */
#ifndef ATLAS_SEAS_H
#define ATLAS_SEAS_H

#include "inside.h"

/* All of it may be missing. error must not be NULL. */
bool seas_load(Atlas *atlas, dateline_error *error);

#endif
