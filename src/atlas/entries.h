/*
 * Which countries an atlas has: the rows of its tables in order of their codes, first what is listed, then
 * what is only found by its code because it is part of another. Knows no geometry.
 */
#ifndef ATLAS_ENTRIES_H
#define ATLAS_ENTRIES_H

#include "worldview.h"

/* Sorts the rows that were read, joins those of one code, and drops what is not wanted. Sets country_count.
 */
void entries_settle(Atlas *atlas, const Worldview *view);

/* The place of a code, or -1. */
int entries_find(const Atlas *atlas, const char *code);

#endif
