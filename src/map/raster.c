/* See raster.h. */
#include "raster.h"

#include <math.h>
#include <stdlib.h>

Raster *raster_new(Arena *arena, Box box, double cell) {
    enum { MOST_CELLS = 4000000 };
    Raster *raster = ARENA_NEW(arena, Raster);
    if (!(box_width(box) > 0) || !(box_height(box) > 0))
        box = (Box){box.left, box.top, box.left + 1, box.top + 1};
    while (box_width(box) / cell * (box_height(box) / cell) > MOST_CELLS) cell *= 2;
    *raster = (Raster){.box = box, .cell = cell};
    raster->columns = (int)ceil(box_width(box) / cell) + 1;
    raster->rows = (int)ceil(box_height(box) / cell) + 1;
    size_t count = (size_t)raster->columns * (size_t)raster->rows;
    raster->cells = ARENA_ARRAY(arena, int16_t, count);
    for (size_t i = 0; i < count; i++) raster->cells[i] = RASTER_NOTHING;
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

int raster_at(const Raster *raster, Point point) {
    double column = floor((point.x - raster->box.left) / raster->cell);
    double row = floor((point.y - raster->box.top) / raster->cell);
    if (column < 0 || row < 0 || column >= raster->columns || row >= raster->rows) return RASTER_NOTHING;
    return raster->cells[(int)row * raster->columns + (int)column];
}

typedef struct Window {
    int left, top, right, bottom; /* right and bottom are one past */
} Window;

static int held(double value, int most) {
    return value < 0 ? 0 : value > most ? most : (int)value;
}

static Window window_of(const Raster *raster, Box box) {
    return (Window){held(floor((box.left - raster->box.left) / raster->cell), raster->columns),
                    held(floor((box.top - raster->box.top) / raster->cell), raster->rows),
                    held(ceil((box.right - raster->box.left) / raster->cell), raster->columns),
                    held(ceil((box.bottom - raster->box.top) / raster->cell), raster->rows)};
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

bool raster_near_marked(const Raster *raster, Box box, double distance, int own, const bool *marked) {
    return raster_cover(raster, box_grown(box, distance), own, marked).marked > 0;
}
