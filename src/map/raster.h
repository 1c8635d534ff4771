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
    double cell, per_cell; /* side of a cell in page units, and cells in one */
    int columns, rows;
    int16_t *cells; /* in the arena */
} Raster;

Raster *raster_new(Arena *arena, Box box, double cell);
/* Writes value into every cell whose centre lies inside the outline (even-odd, straight pieces). */
void raster_fill(Raster *raster, const Outline *outline, int value);
/* The value at a point; RASTER_NOTHING outside. Here, since leaders ask it at every step of their way. */
static inline int raster_at(const Raster *raster, Point point) {
    double column = (point.x - raster->box.left) * raster->per_cell,
           row = (point.y - raster->box.top) * raster->per_cell;
    if (!(column >= 0 && row >= 0 && column < raster->columns && row < raster->rows)) return RASTER_NOTHING;
    return raster->cells[(int)row * raster->columns + (int)column];
}

/* How many cells of one kind lie in any window, in four look-ups: a summed-area table (Crow 1984) over the
 * part of the raster where there are any. */
typedef struct Tally {
    int left, top, columns, rows;
    int32_t *sums; /* (columns + 1) * (rows + 1), in the arena; NULL where there is no such cell */
} Tally;

/* Of the cells with a value, all of which lie in box, of those with any marked value, and of those that lines
 * run through (pairs of points; near enough that a window grown by a cell misses none). */
Tally raster_tally(Arena *arena, const Raster *raster, Box box, int value);
Tally raster_tally_marked(Arena *arena, const Raster *raster, const bool *marked);
Tally raster_tally_lines(Arena *arena, const Raster *raster, const Point *points, size_t count);
/* How many of its cells a box touches when grown by so many cells. */
int raster_count(const Raster *raster, const Tally *tally, Box box, int grown);

/* What a box covers, as shares from 0 to 1. */
typedef struct Cover {
    double own, nothing, marked, other; /* marked: values >= mark that are not own */
} Cover;

/* values: marked[value] is true for those that count as marked. Cells outside the raster count as nothing. */
Cover raster_cover(const Raster *raster, Box box, int own, const bool *marked);

/* The tallies a cover can be told from; own_is_marked says whether own cells are among the marked. */
typedef struct Tallies {
    const Tally *nothing, *marked, *own;
    bool own_is_marked;
} Tallies;

/* The same as raster_cover, faster. */
Cover raster_cover_of(const Raster *raster, Box box, const Tallies *tallies);

#endif
