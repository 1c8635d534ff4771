/* The legend: built from what is drawn, measured first, drawn later. */
#ifndef MAP_LEGEND_H
#define MAP_LEGEND_H

#include "story.h"

typedef struct LegendEntry {
    const StoryClass *which; /* NULL for the symbols */
    const char *number;
    Lines lines;
    double width;
    Point at; /* top left */
} LegendEntry;

typedef struct Legend {
    LegendEntry *entries;
    size_t count;
    double row_height, bottom;
    bool is_short; /* numbers in the size of the text */
} Legend;

/* Across from left to right where it fits, in rows otherwise; downward always one entry a row. */
Legend legend_measure(Page *page, const Story *story, double left, double top, double right, bool downward);
/* One line for the smallest pages: a small swatch, the number and one word; bottom is the line's middle. */
Legend legend_measure_short(Page *page, const Story *story, double left, double bottom, double right);
void legend_draw(Page *page, const Story *story, const Legend *legend);

#endif
