/*
 * See clip.h. Rings after I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", 1974: one side of
 * the box after the other. What connects separate parts runs along the box, there and back, and has no area.
 * Lines after Y.-D. Liang and B. A. Barsky, "A new concept and method for line clipping", 1984.
 */
#include "clip.h"

#include "../base/memory.h"

typedef struct Side {
    bool upright; /* x = at rather than y = at */
    bool keeps_less;
    double at;
} Side;

static bool keeps(Side side, Point p) {
    double value = side.upright ? p.x : p.y;
    return side.keeps_less ? value <= side.at : value >= side.at;
}

/* Computed from the inner end, so that both edges of a border shared by two rings are cut at the same place.
 */
static Point crossing(Side side, Point inner, Point outer) {
    if (side.upright) {
        double share = (side.at - inner.x) / (outer.x - inner.x);
        return (Point){side.at, inner.y + share * (outer.y - inner.y)};
    }
    double share = (side.at - inner.y) / (outer.y - inner.y);
    return (Point){inner.x + share * (outer.x - inner.x), side.at};
}

static void clip_side(Side side, const PointArray *ring, PointArray *kept) {
    kept->count = 0;
    if (ring->count == 0) return;
    Point from = ring->items[ring->count - 1];
    bool from_kept = keeps(side, from);
    for (size_t i = 0; i < ring->count; i++) {
        Point to = ring->items[i];
        bool to_kept = keeps(side, to);
        if (from_kept && !to_kept) array_push(kept, crossing(side, from, to));
        if (!from_kept && to_kept) array_push(kept, crossing(side, to, from));
        if (to_kept) array_push(kept, to);
        from = to;
        from_kept = to_kept;
    }
}

void clip_ring(Box box, PointArray *ring, PointArray *spare) {
    clip_side((Side){true, false, box.left}, ring, spare);
    clip_side((Side){true, true, box.right}, spare, ring);
    clip_side((Side){false, false, box.top}, ring, spare);
    clip_side((Side){false, true, box.bottom}, spare, ring);
}

/* Narrows *enter..*leave to where from + t delta is at most limit; false if nothing is left. */
static bool narrow(double from, double delta, double limit, double *enter, double *leave) {
    if (delta == 0) return from <= limit;
    double t = (limit - from) / delta;
    if (delta < 0) {
        if (t > *enter) *enter = t;
    } else if (t < *leave) {
        *leave = t;
    }
    return *enter <= *leave;
}

static bool clip_piece(Box box, Point a, Point b, double *enter, double *leave) {
    double dx = b.x - a.x, dy = b.y - a.y;
    *enter = 0;
    *leave = 1;
    return narrow(a.x, dx, box.right, enter, leave) && narrow(-a.x, -dx, -box.left, enter, leave) &&
           narrow(a.y, dy, box.bottom, enter, leave) && narrow(-a.y, -dy, -box.top, enter, leave);
}

void clip_line(Box box, const Point *points, size_t count, Outline *outline) {
    bool drawing = false;
    for (size_t i = 0; i + 1 < count; i++) {
        Point a = points[i], b = points[i + 1];
        double enter, leave;
        if (!clip_piece(box, a, b, &enter, &leave)) {
            drawing = false;
            continue;
        }
        double dx = b.x - a.x, dy = b.y - a.y;
        if (!drawing || enter > 0) outline_move(outline, a.x + enter * dx, a.y + enter * dy);
        if (leave < 1)
            outline_line(outline, a.x + leave * dx, a.y + leave * dy);
        else
            outline_line(outline, b.x, b.y);
        drawing = leave >= 1;
    }
}
