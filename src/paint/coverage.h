/*
 * How much of each pixel an area covers, exactly: the signed areas that edges cut off, summed along each row
 * (as FreeType's smooth rasteriser and stb_truetype do, after R. Levien's LibArt). Knows neither colours nor
 * curves.
 *
 * All in whole numbers, each edge walked downward and rightward whichever way it runs: two areas that share
 * an edge cover its pixels to exactly one in sum, on every machine.
 */
#ifndef PAINT_COVERAGE_H
#define PAINT_COVERAGE_H

#include "../geo/outline.h"

/* Which windings are inside. */
typedef enum WindingRule { RULE_EVEN_ODD, RULE_NON_ZERO } WindingRule;

enum { COVERAGE_FULL = 256 };

/* A window of a picture: its columns from left to left + width - 1, its rows from top to bottom - 1. */
typedef struct Coverage {
    int left, width, top, bottom;
    int32_t *cells;    /* two more a row than the window is wide */
    int *first, *last; /* of each row: the cells that edges have touched; first > last for none */
} Coverage;

/* For pictures so large; in windows that may be narrower. */
void coverage_open(Coverage *coverage, int width, int height);
void coverage_close(Coverage *coverage);
/* Chooses the window: so many columns and, from top downward, as many rows as fit into some megabytes, at
 * most down to bottom. What lies beside it is passed over, but that an area open on the right is closed
 * there. */
void coverage_window(Coverage *coverage, int left, int right, int top, int bottom);

/* An edge, in pixels, y down. Closed outlines make areas; those that are open on the right are closed there.
 */
void coverage_edge(Coverage *coverage, Point from, Point to);

/* Pixels left to right - 1 of row y are covered by this much of COVERAGE_FULL, which is more than nothing. */
typedef void (*CoverageSpan)(void *context, int y, int left, int right, int covered);
/* Tells the covered pixels row by row, from left to right, and is empty after it. */
void coverage_sweep(Coverage *coverage, WindingRule rule, CoverageSpan span, void *context);

#endif
