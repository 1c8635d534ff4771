/*
 * Outlines as straight pieces in pixels, and the areas that lines of a width cover. Knows neither colours nor
 * which pixels an area covers.
 */
#ifndef PAINT_POLYLINES_H
#define PAINT_POLYLINES_H

#include "../geo/outline.h"

typedef struct Polyline {
    size_t first, count; /* of the points */
    bool closed;
} Polyline;

/* Initialise with {0}; plain memory, kept from one outline to the next. */
typedef struct Polylines {
    struct {
        Point *items;
        size_t count, capacity;
    } points;
    struct {
        Polyline *items;
        size_t count, capacity;
    } lines;
} Polylines;

void polylines_free(Polylines *polylines);
/* Replaces what is in it by an outline, scaled; curves are off by so many pixels at most. */
void polylines_set(Polylines *polylines, const Outline *outline, Point scale, double tolerance);
/* Cuts lines into dashes of on, off, on, ..., each line beginning with a dash. */
void polylines_dash(Polylines *polylines, const double dash[2]);

/* Takes an edge of an area. */
typedef void (*TakeEdge)(void *context, Point from, Point to);
/* The areas themselves; each line counts as closed. */
void polylines_fill(const Polylines *polylines, TakeEdge take, void *context);
/*
 * What a pen of a width covers: a rectangle along each piece and round joins, and round ends if round. The
 * areas overlap and all wind the same way, so that what is covered is what winds at all.
 */
void polylines_stroke(const Polylines *polylines, double width, bool round, TakeEdge take, void *context);

#endif
