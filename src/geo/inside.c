/*
 * Areas of outlines: what is inside, how large it is, and where its middle lies (geo.h, outline.h). Works on
 * straight pieces, even-odd, and knows no sphere.
 *
 * The inner point is the pole of inaccessibility: cells are split, the most promising first, until none can
 * beat the best found by more than the precision (V. Agafonkin, "A new algorithm for finding a visual center
 * of a polygon", 2016).
 */
#include "geo.h"
#include "segments.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

typedef struct Cell {
    Point center;
    double half;     /* half its side */
    double distance; /* from its centre to the edge; negative outside */
    double most;     /* no point in the cell is farther from the edge than this */
} Cell;

typedef ARRAY(Cell) Cells;

static bool segment_passes_right_of(const Segment *s, Point p) {
    if ((s->from.y > p.y) == (s->to.y > p.y)) return false;
    return p.x < (s->to.x - s->from.x) * (p.y - s->from.y) / (s->to.y - s->from.y) + s->from.x;
}

static double segment_distance_squared(const Segment *s, Point p) {
    double dx = s->to.x - s->from.x, dy = s->to.y - s->from.y;
    double t = ((p.x - s->from.x) * dx + (p.y - s->from.y) * dy) / (dx * dx + dy * dy);
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double ex = p.x - s->from.x - t * dx, ey = p.y - s->from.y - t * dy;
    return ex * ex + ey * ey;
}

static double signed_distance(const Segments *segments, Point p) {
    bool inside = false;
    double least = INFINITY;
    for (size_t i = 0; i < segments->count; i++) {
        inside ^= segment_passes_right_of(&segments->items[i], p);
        double squared = segment_distance_squared(&segments->items[i], p);
        if (squared < least) least = squared;
    }
    return inside ? sqrt(least) : -sqrt(least);
}

bool outline_contains(const Outline *outline, Point point) {
    Segments segments = {0};
    segments_add(&segments, outline);
    bool inside = false;
    for (size_t i = 0; i < segments.count; i++) inside ^= segment_passes_right_of(&segments.items[i], point);
    array_free(&segments);
    return inside;
}

double outline_area(const Outline *outline) {
    Segments segments = {0};
    segments_add(&segments, outline);
    double twice = 0;
    Point origin = segments.count ? segments.items[0].from : (Point){0, 0};
    for (size_t i = 0; i < segments.count; i++) {
        const Segment *s = &segments.items[i];
        twice +=
            (s->from.x - origin.x) * (s->to.y - origin.y) - (s->to.x - origin.x) * (s->from.y - origin.y);
    }
    array_free(&segments);
    return fabs(twice) / 2;
}

static Cell cell_at(const Segments *segments, Point center, double half) {
    double distance = signed_distance(segments, center);
    return (Cell){center, half, distance, distance + half * M_SQRT2};
}

/* The cells are a heap with the most promising on top. */
static void cells_push(Cells *cells, Cell cell) {
    array_push(cells, cell);
    size_t at = cells->count - 1;
    while (at > 0 && cells->items[(at - 1) / 2].most < cell.most) {
        cells->items[at] = cells->items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    cells->items[at] = cell;
}

static Cell cells_pop(Cells *cells) {
    Cell top = cells->items[0], last = cells->items[--cells->count];
    size_t at = 0, child;
    while ((child = 2 * at + 1) < cells->count) {
        if (child + 1 < cells->count && cells->items[child + 1].most > cells->items[child].most) child++;
        if (cells->items[child].most <= last.most) break;
        cells->items[at] = cells->items[child];
        at = child;
    }
    if (cells->count) cells->items[at] = last;
    return top;
}

static Point segments_centroid(const Segments *segments, Point fallback) {
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

static void cover_with_cells(Cells *cells, const Segments *segments, Box box) {
    enum { MOST_CELLS_A_SIDE = 64 };
    double width = box_width(box), height = box_height(box);
    double side = fmax(fmin(width, height), fmax(width, height) / MOST_CELLS_A_SIDE);
    int columns = (int)ceil(width / side), rows = (int)ceil(height / side);
    for (int i = 0; i < columns; i++)
        for (int k = 0; k < rows; k++)
            cells_push(cells,
                       cell_at(segments, (Point){box.left + (i + 0.5) * side, box.top + (k + 0.5) * side},
                               side / 2));
}

static Cell best_cell(const Segments *segments, Box box, double precision) {
    enum { MOST_STEPS = 20000 };
    Cells cells = {0};
    cover_with_cells(&cells, segments, box);
    Point middle = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    Cell best = cell_at(segments, segments_centroid(segments, middle), 0);
    for (int step = 0; cells.count && step < MOST_STEPS; step++) {
        Cell cell = cells_pop(&cells);
        if (cell.distance > best.distance) best = cell;
        if (cell.most - best.distance <= precision) break;
        double half = cell.half / 2;
        for (int i = 0; i < 4; i++) {
            Point center = {cell.center.x + (i & 1 ? half : -half), cell.center.y + (i & 2 ? half : -half)};
            cells_push(&cells, cell_at(segments, center, half));
        }
    }
    array_free(&cells);
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
        double least = fmax(box_width(box), box_height(box)) * 1e-6;
        Cell best = best_cell(&segments, box, fmax(precision, least));
        found = best.distance > 0;
        if (point) *point = best.center;
        if (distance) *distance = best.distance;
    }
    array_free(&segments);
    return found;
}

bool inner_chord(const Outline *outline, Point at, double *left, double *right) {
    Segments segments = {0};
    segments_add(&segments, outline);
    double west = -INFINITY, east = INFINITY;
    bool inside = false;
    for (size_t i = 0; i < segments.count; i++) {
        const Segment *s = &segments.items[i];
        if ((s->from.y > at.y) == (s->to.y > at.y)) continue;
        double x = (s->to.x - s->from.x) * (at.y - s->from.y) / (s->to.y - s->from.y) + s->from.x;
        inside ^= at.x < x;
        if (x <= at.x)
            west = fmax(west, x);
        else
            east = fmin(east, x);
    }
    array_free(&segments);
    if (!inside || isinf(west) || isinf(east)) return false;
    *left = west;
    *right = east;
    return true;
}
