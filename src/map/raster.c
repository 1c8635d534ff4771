/* See raster.h. */
#include "raster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Raster *raster_new(Arena *arena, Box box, double cell) {
    enum { MOST_CELLS = 4000000 };
    Raster *raster = ARENA_NEW(arena, Raster);
    if (!(box_width(box) > 0) || !(box_height(box) > 0))
        box = (Box){box.left, box.top, box.left + 1, box.top + 1};
    while (box_width(box) / cell * (box_height(box) / cell) > MOST_CELLS) cell *= 2;
    *raster = (Raster){.box = box, .cell = cell, .per_cell = 1 / cell};
    raster->columns = (int)ceil(box_width(box) / cell) + 1;
    raster->rows = (int)ceil(box_height(box) / cell) + 1;
    size_t count = (size_t)raster->columns * (size_t)raster->rows;
    raster->cells = ARENA_ARRAY(arena, int16_t, count);
    _Static_assert(RASTER_NOTHING == -1, "all bits of which are set");
    memset(raster->cells, 0xFF, count * sizeof *raster->cells);
    return raster;
}

/* Where an edge crosses the middle of a row of cells. */
typedef struct Crossing {
    int row;
    float x;
} Crossing;

typedef ARRAY(Crossing) Crossings;

static void add_edge(const Raster *raster, Crossings *crossings, Point a, Point b) {
    if (a.y > b.y) {
        Point swap = a;
        a = b;
        b = swap;
    }
    double first = ceil((a.y - raster->box.top) / raster->cell - 0.5);
    double last = ceil((b.y - raster->box.top) / raster->cell - 0.5) - 1;
    int from = first < 0 ? 0 : first > raster->rows ? raster->rows : (int)first;
    int to = last >= raster->rows ? raster->rows - 1 : last < -1 ? -1 : (int)last;
    for (int row = from; row <= to; row++) {
        double y = raster->box.top + (row + 0.5) * raster->cell;
        double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
        array_push(crossings, (Crossing){row, (float)x});
    }
}

/* Curves run straight to their ends: coarse enough for a grid. */
static void collect(const Raster *raster, const Outline *outline, Crossings *crossings) {
    Point start = {0}, at = {0};
    const Point *next = outline->points.items;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        OutlineVerb verb = outline->verbs.items[i];
        Point to = verb == OUTLINE_CLOSE ? start : verb == OUTLINE_CURVE ? next[2] : next[0];
        next += verb == OUTLINE_CLOSE ? 0 : verb == OUTLINE_CURVE ? 3 : 1;
        add_edge(raster, crossings, at, verb == OUTLINE_MOVE ? start : to);
        if (verb == OUTLINE_MOVE) start = to;
        at = to;
    }
    add_edge(raster, crossings, at, start);
}

static int by_row_and_x(const void *a, const void *b) {
    const Crossing *first = a, *second = b;
    if (first->row != second->row) return first->row - second->row;
    return (first->x > second->x) - (first->x < second->x);
}

static void fill_run(Raster *raster, int row, double left, double right, int value) {
    double first = ceil((left - raster->box.left) / raster->cell - 0.5);
    double last = ceil((right - raster->box.left) / raster->cell - 0.5);
    int from = first < 0 ? 0 : first > raster->columns ? raster->columns : (int)first;
    int to = last > raster->columns ? raster->columns : last < 0 ? 0 : (int)last;
    for (int column = from; column < to; column++)
        raster->cells[row * raster->columns + column] = (int16_t)value;
}

void raster_fill(Raster *raster, const Outline *outline, int value) {
    Crossings crossings = {0};
    collect(raster, outline, &crossings);
    if (crossings.count) qsort(crossings.items, crossings.count, sizeof *crossings.items, by_row_and_x);
    for (size_t i = 0; i + 1 < crossings.count; i += 2)
        fill_run(raster, crossings.items[i].row, crossings.items[i].x, crossings.items[i + 1].x, value);
    array_free(&crossings);
}

typedef struct Window {
    int left, top, right, bottom; /* right and bottom are one past */
} Window;

/* floor() and ceil() held to 0..most; without a call, since these two are asked most. */
static int held_floor(double value, int most) {
    return value < 0 ? 0 : value > most ? most : (int)value;
}

static int held_ceil(double value, int most) {
    int whole = held_floor(value, most);
    return whole < value && whole < most ? whole + 1 : whole;
}

static Window window_of(const Raster *raster, Box box) {
    double scale = raster->per_cell, left = raster->box.left, top = raster->box.top;
    return (Window){held_floor((box.left - left) * scale, raster->columns),
                    held_floor((box.top - top) * scale, raster->rows),
                    held_ceil((box.right - left) * scale, raster->columns),
                    held_ceil((box.bottom - top) * scale, raster->rows)};
}

Cover raster_cover(const Raster *raster, Box box, int own, const bool *marked) {
    Window window = window_of(raster, box);
    int all = 0, in_own = 0, in_marked = 0, in_other = 0;
    for (int row = window.top; row < window.bottom; row++)
        for (int column = window.left; column < window.right; column++, all++) {
            int value = raster->cells[row * raster->columns + column];
            if (value == RASTER_NOTHING) continue;
            if (value == own)
                in_own++;
            else if (marked[value])
                in_marked++;
            else
                in_other++;
        }
    if (all == 0) return (Cover){.nothing = 1};
    double share = 1.0 / all;
    return (Cover){in_own * share, (all - in_own - in_marked - in_other) * share, in_marked * share,
                   in_other * share};
}

static Tally tally_new(Arena *arena, Window window) {
    int columns = window.right - window.left, rows = window.bottom - window.top;
    if (columns <= 0 || rows <= 0) return (Tally){0};
    int32_t *sums = ARENA_ARRAY(arena, int32_t, (size_t)(columns + 1) * (size_t)(rows + 1));
    return (Tally){window.left, window.top, columns, rows, sums};
}

/* The row's own counts, from the second place on, become sums over all rows down to it. */
static void add_row_above(const Tally *tally, int32_t *row) {
    const int32_t *above = row - (tally->columns + 1);
    int32_t run = 0;
    for (int column = 1; column <= tally->columns; column++) {
        run += row[column];
        row[column] = above[column] + run;
    }
}

static const int16_t *cells_of(const Raster *raster, const Tally *tally, int row) {
    return raster->cells + (size_t)(tally->top + row) * (size_t)raster->columns + tally->left;
}

static Tally sum_value(Arena *arena, const Raster *raster, Window window, int value) {
    Tally tally = tally_new(arena, window);
    int32_t *sums = tally.sums;
    for (int row = 0; row < tally.rows; row++) {
        const int16_t *cells = cells_of(raster, &tally, row);
        sums += tally.columns + 1;
        for (int column = 0; column < tally.columns; column++) sums[column + 1] = cells[column] == value;
        add_row_above(&tally, sums);
    }
    return tally;
}

Tally raster_tally(Arena *arena, const Raster *raster, Box box, int value) {
    return sum_value(arena, raster, window_of(raster, box), value);
}

Tally raster_tally_marked(Arena *arena, const Raster *raster, const bool *marked) {
    Tally tally = tally_new(arena, (Window){0, 0, raster->columns, raster->rows});
    int32_t *sums = tally.sums;
    for (int row = 0; row < tally.rows; row++) {
        const int16_t *cells = cells_of(raster, &tally, row);
        sums += tally.columns + 1;
        for (int column = 0; column < tally.columns; column++)
            sums[column + 1] = cells[column] >= 0 && marked[cells[column]];
        add_row_above(&tally, sums);
    }
    return tally;
}

/* The cells that a line runs through get the value 1. */
static void draw_line(Raster *grid, Point from, Point to) {
    double x = to.x - from.x, y = to.y - from.y;
    int steps = (int)fmin(hypot(x, y) / grid->cell * 2, 1e6) + 1;
    for (int step = 0; step <= steps; step++) {
        double column = floor((from.x + x * step / steps - grid->box.left) / grid->cell);
        double row = floor((from.y + y * step / steps - grid->box.top) / grid->cell);
        if (column < 0 || row < 0 || column >= grid->columns || row >= grid->rows) continue;
        grid->cells[(int)row * grid->columns + (int)column] = 1;
    }
}

Tally raster_tally_lines(Arena *arena, const Raster *raster, const Point *points, size_t count) {
    Box box = BOX_EMPTY;
    if (count < 2) return (Tally){0};
    Raster grid = *raster;
    grid.cells = ARENA_ARRAY(arena, int16_t, (size_t)grid.columns * (size_t)grid.rows);
    for (size_t i = 0; i + 1 < count; i += 2) draw_line(&grid, points[i], points[i + 1]);
    for (size_t i = 0; i < count; i++) box = box_around(box, points[i]);
    return sum_value(arena, &grid, window_of(raster, box_grown(box, raster->cell)), 1);
}

static int within(int value, int most) {
    return value < 0 ? 0 : value > most ? most : value;
}

static int count_in(const Tally *tally, Window window) {
    if (!tally->sums) return 0;
    int left = within(window.left - tally->left, tally->columns),
        top = within(window.top - tally->top, tally->rows);
    int right = within(window.right - tally->left, tally->columns),
        bottom = within(window.bottom - tally->top, tally->rows), wide = tally->columns + 1;
    const int32_t *high = tally->sums + (size_t)top * (size_t)wide,
                  *low = tally->sums + (size_t)bottom * (size_t)wide;
    return low[right] - low[left] - high[right] + high[left];
}

int raster_count(const Raster *raster, const Tally *tally, Box box, int grown) {
    return count_in(tally, window_of(raster, box_grown(box, grown * raster->cell)));
}

Cover raster_cover_of(const Raster *raster, Box box, const Tallies *tallies) {
    Window window = window_of(raster, box);
    int all = (window.right - window.left) * (window.bottom - window.top);
    if (window.right <= window.left || window.bottom <= window.top) return (Cover){.nothing = 1};
    int nothing = count_in(tallies->nothing, window), own = count_in(tallies->own, window);
    int marked = count_in(tallies->marked, window) - (tallies->own_is_marked ? own : 0);
    double share = 1.0 / all;
    return (Cover){own * share, nothing * share, marked * share, (all - nothing - own - marked) * share};
}
