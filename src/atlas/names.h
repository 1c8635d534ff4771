/*
 * What newsrooms call countries in English where Natural Earth's NAME_EN is too long or too official, from
 * names.json beside the shapes; and which version of the data a folder has.
 */
#ifndef ATLAS_NAMES_H
#define ATLAS_NAMES_H

#include "inside.h"

/* Puts the names of the file in place of the tables'. */
bool names_apply(Atlas *atlas, dateline_error *error);

/* Fills version from Natural Earth's own ne_..._countries.VERSION.txt; "unknown" if there is none. */
bool names_read_version(Atlas *atlas, dateline_error *error);

#endif
