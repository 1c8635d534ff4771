/*
 * The inner point of an outline (geo.h), its pole of inaccessibility: cells are split, the most promising
 * first, until none can beat the best found by more than the precision (V. Agafonkin, "A new algorithm for
 * finding a visual center of a polygon", 2016). Beyond that, a cell passes on to its quarters only the
 * segments that can be nearest to some point of it, so that most distances are measured to few.
 */
#include "geo.h"
#include "strips.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

typedef struct Cell {
    Point center;
    double half;         /* half its side */
    double distance;     /* from its centre to the edge; negative outside */
    double most;         /* no point in the cell is farther from the edge than this */
    size_t first, count; /* the segments that can be nearest, among the search's candidates */
} Cell;

typedef struct Search {
    Segments segments;
    Strips strips;
    ARRAY(size_t) candidates;
    ARRAY(Cell) cells; /* a heap with the most promising on top */
    Cell best;
} Search;

static double squared_distance(const Segment *s, Point p) {
    double dx = s->to.x - s->from.x, dy = s->to.y - s->from.y;
    double t = ((p.x - s->from.x) * dx + (p.y - s->from.y) * dy) / (dx * dx + dy * dy);
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double ex = p.x - s->from.x - t * dx, ey = p.y - s->from.y - t * dy;
    return ex * ex + ey * ey;
}

/* Cheaply false for what lies wholly beyond a distance on one side of p. */
static inline bool may_be_within(const Segment *s, Point p, double squared) {
    double y = s->from.y - p.y, other_y = s->to.y - p.y, x = s->from.x - p.x, other_x = s->to.x - p.x;
    bool beyond_y = y * other_y > 0 && y * y > squared && other_y * other_y > squared;
    bool beyond_x = x * other_x > 0 && x * x > squared && other_x * other_x > squared;
    return !(beyond_y || beyond_x);
}

/* bound is no less than the distance will be. */
static Cell cell_at(const Search *search, Point center, double half, double bound, size_t first,
                    size_t count) {
    double least = bound * bound * (1 + 1e-9);
    for (size_t i = first; i < first + count; i++) {
        const Segment *s = &search->segments.items[search->candidates.items[i]];
        if (!may_be_within(s, center, least)) continue;
        double squared = squared_distance(s, center);
        if (squared < least) least = squared;
    }
    double distance = strips_contain(&search->strips, center) ? sqrt(least) : -sqrt(least);
    return (Cell){center, half, distance, distance + half * M_SQRT2, first, count};
}

static void push(Search *search, Cell cell) {
    array_push(&search->cells, cell);
    Cell *cells = search->cells.items;
    size_t at = search->cells.count - 1;
    while (at > 0 && cells[(at - 1) / 2].most < cell.most) {
        cells[at] = cells[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    cells[at] = cell;
}

static Cell pop(Search *search) {
    Cell *cells = search->cells.items;
    size_t count = --search->cells.count, at = 0, child;
    Cell top = cells[0], last = cells[count];
    while ((child = 2 * at + 1) < count) {
        if (child + 1 < count && cells[child + 1].most > cells[child].most) child++;
        if (cells[child].most <= last.most) break;
        cells[at] = cells[child];
        at = child;
    }
    if (count) cells[at] = last;
    return top;
}

/* Whether some place in the cell may be better by enough to be worth looking for. */
static bool can_beat(const Search *search, const Cell *cell, double precision) {
    double best = search->best.distance;
    return cell->most > best + fmax(precision, best / 40);
}

/* What is nearest to a point of the cell is no farther from its centre than the nearest segment is, and the
 * way there and back. */
static void split(Search *search, const Cell *cell, double precision) {
    double reach = fabs(cell->distance) + 2 * M_SQRT2 * cell->half, squared = reach * reach * (1 + 1e-9);
    size_t first = search->candidates.count;
    for (size_t i = cell->first; i < cell->first + cell->count; i++) {
        size_t index = search->candidates.items[i];
        const Segment *s = &search->segments.items[index];
        if (may_be_within(s, cell->center, squared) && squared_distance(s, cell->center) <= squared)
            array_push(&search->candidates, index);
    }
    double half = cell->half / 2, bound = fabs(cell->distance) + M_SQRT2 * half;
    for (int i = 0; i < 4; i++) {
        Point center = {cell->center.x + (i & 1 ? half : -half), cell->center.y + (i & 2 ? half : -half)};
        Cell quarter = cell_at(search, center, half, bound, first, search->candidates.count - first);
        if (quarter.distance > search->best.distance) search->best = quarter;
        if (can_beat(search, &quarter, precision)) push(search, quarter);
    }
}

static Point centroid_of(const Segments *segments, Point fallback) {
    double x = 0, y = 0, area = 0;
    Point o = segments->items[0].from;
    for (size_t i = 0; i < segments->count; i++) {
        Point a = segments->items[i].from, b = segments->items[i].to;
        double cross = (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
        x += (a.x + b.x - 2 * o.x) * cross;
        y += (a.y + b.y - 2 * o.y) * cross;
        area += cross * 3;
    }
    Point centroid = {o.x + x / area, o.y + y / area};
    return isfinite(centroid.x) && isfinite(centroid.y) ? centroid : fallback;
}

static Cell best_cell(const Segments *segments, Box box, double precision) {
    enum { MOST_STEPS = 20000 };
    Search search = {.segments = *segments};
    Point middle = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    strips_make(&search.strips, segments, box);
    array_reserve(&search.candidates, 4 * segments->count);
    for (size_t i = 0; i < segments->count; i++) array_push(&search.candidates, i);
    search.best = cell_at(&search, centroid_of(segments, middle), 0, INFINITY, 0, segments->count);
    Cell whole =
        cell_at(&search, middle, fmax(box_width(box), box_height(box)) / 2, INFINITY, 0, segments->count);
    if (whole.distance > search.best.distance) search.best = whole;
    push(&search, whole);
    for (int step = 0; search.cells.count && step < MOST_STEPS; step++) {
        Cell cell = pop(&search);
        if (!can_beat(&search, &cell, precision)) break;
        split(&search, &cell, precision);
    }
    array_free(&search.cells);
    array_free(&search.candidates);
    strips_free(&search.strips);
    return search.best;
}

/* Joins pieces shorter than least with those that follow them. */
static void add_thinned(Segments *thinned, const Segments *segments, double least) {
    Point start = segments->items[0].from;
    for (size_t i = 0; i < segments->count; i++) {
        Point end = segments->items[i].to,
              next = i + 1 < segments->count ? segments->items[i + 1].from : start;
        bool goes_on = i + 1 < segments->count && next.x == end.x && next.y == end.y;
        if (goes_on && fabs(end.x - start.x) + fabs(end.y - start.y) < least) continue;
        if (end.x != start.x || end.y != start.y) array_push(thinned, (Segment){start, end});
        start = next;
    }
}

/* A coarse outline gives the place, the whole one the distance there. */
static Cell search_thinned(const Segments *segments, Box box, double precision, double coarse) {
    Segments thinned = {0};
    add_thinned(&thinned, segments, coarse);
    Cell best = {.distance = -1};
    if (thinned.count > 2) best = best_cell(&thinned, box, precision);
    array_free(&thinned);
    bool inside = false;
    double squared = INFINITY;
    for (size_t i = 0; i < segments->count; i++) {
        inside ^= segment_is_right_of(&segments->items[i], best.center);
        squared = fmin(squared, squared_distance(&segments->items[i], best.center));
    }
    best.distance = inside && best.distance > 0 ? sqrt(squared) : -1;
    return best;
}

/* False for a box without width or height, but for rounding. */
static bool box_has_room(Box box) {
    double size = fmax(fmax(fabs(box.left), fabs(box.right)), fmax(fabs(box.top), fabs(box.bottom)));
    return isfinite(size) && box_width(box) > 1e-12 * size && box_height(box) > 1e-12 * size;
}

bool inner_point(const Outline *outline, double precision, Point *point, double *distance) {
    Segments segments = {0};
    segments_add(&segments, outline);
    Box box = outline_box_of(outline);
    bool found = false;
    if (segments.count > 2 && box_has_room(box)) {
        double size = fmax(box_width(box), box_height(box)), coarse = fmax(precision, size / 120);
        precision = fmax(precision, size / 200);
        Cell best = search_thinned(&segments, box, precision, coarse);
        if (best.distance < 3 * coarse) best = best_cell(&segments, box, precision);
        found = best.distance > 0;
        if (point) *point = best.center;
        if (distance) *distance = best.distance;
    }
    array_free(&segments);
    return found;
}
