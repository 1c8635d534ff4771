/* From the files of a folder to the flat arrays of an atlas. Knows which file is which; not what is done with
 * an atlas. */
#ifndef ATLAS_LOAD_H
#define ATLAS_LOAD_H

#include "inside.h"

/* Fills an atlas that has only its arena, folder and scale. */
bool load_all(Atlas *atlas, dateline_error *error);
/* Whether the folder has the countries of a scale. */
bool load_has_scale(const char *folder, const char *scale);

#endif
