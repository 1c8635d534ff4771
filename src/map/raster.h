/*
 * A coarse grid that knows what covers the page where: which country, or nothing. It answers the questions of
 * the layout (is this box on water, inside its country, free) without geometry. Never seen by the reader.
 */
#ifndef MAP_RASTER_H
#define MAP_RASTER_H

#include "../base/memory.h"
#include "../geo/outline.h"

#include <stdint.h>

enum { RASTER_NOTHING = -1 };

typedef struct Raster {
    Box box;
    double cell; /* side of a cell in page units */
    int columns, rows;
    int16_t *cells; /* in the arena */
} Raster;

Raster *raster_new(Arena *arena, Box box, double cell);
/* Writes value into every cell whose centre lies inside the outline (even-odd, straight pieces). */
void raster_fill(Raster *raster, const Outline *outline, int value);
/* The value at a point; RASTER_NOTHING outside. */
int raster_at(const Raster *raster, Point point);

/* What a box covers, as shares from 0 to 1. */
typedef struct Cover {
    double own, nothing, marked, other; /* marked: values >= mark that are not own */
} Cover;

/* values: marked[value] is true for those that count as marked. Cells outside the raster count as nothing. */
Cover raster_cover(const Raster *raster, Box box, int own, const bool *marked);
/* Whether any marked cell other than own lies within distance of the box. */
bool raster_near_marked(const Raster *raster, Box box, double distance, int own, const bool *marked);

#endif
