/* The legend: built from what is drawn, measured first, drawn later. */
#ifndef MAP_LEGEND_H
#define MAP_LEGEND_H

#include "story.h"

/* One line that explains a sign of the map. */
typedef enum LegendSign { EXPLAINS_STRIKES, EXPLAINS_CONNECTORS, EXPLAINS_HOST } LegendSign;

enum { MOST_SIGNS = 3, SIGNS_OF_ENTRY = 3, USUAL_SIGNS = 2 };

typedef struct LegendEntry {
    const StoryClass *which; /* NULL for signs, one a line */
    LegendSign signs[SIGNS_OF_ENTRY];
    size_t sign_count;
    const char *number;
    Lines lines;
    double width, height;
    Point at;   /* top left */
    double row; /* height of the row that it stands in the middle of */
} LegendEntry;

typedef struct Legend {
    Lines heading; /* over the entries */
    Point heading_at;
    LegendEntry *entries;
    size_t count;
    double row_height, bottom; /* of the lowest row */
    bool is_short;             /* numbers in the size of the text */
} Legend;

/* Across from left to right where it fits, in rows otherwise; downward always one entry a row. */
Legend legend_measure(Page *page, const Story *story, double left, double top, double right, bool downward);
/* One line for the smallest pages: a small swatch, the number and one word; bottom is the line's middle. */
Legend legend_measure_short(Page *page, const Story *story, double left, double bottom, double right);
/* legend_signs.c: the signs that the story's map has, with what they say; how many there are. */
size_t legend_find_signs(const Page *page, const Story *story, LegendSign signs[MOST_SIGNS],
                         const char *texts[MOST_SIGNS]);
/* A sign about a point, no wider than radius to each side. */
void legend_draw_sign(Page *page, LegendSign sign, Point center, double radius);
void legend_draw(Page *page, const Legend *legend);

#endif
