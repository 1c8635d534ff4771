/*
 * Names that only help the eye to find its way: neighbours without a part in the story, and seas. They stand
 * where nothing else does, or not at all.
 */
#ifndef MAP_ORIENTATION_H
#define MAP_ORIENTATION_H

#include "labels.h"

void add_neighbours(Page *page, LabelSet *set, const Story *story);
void add_seas(Page *page, LabelSet *set, const Atlas *atlas);

#endif
