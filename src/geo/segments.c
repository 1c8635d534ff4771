/* See segments.h. */
#include "segments.h"

#include "../base/memory.h"

enum { CURVE_PIECES = 16 };

static void add_piece(Segments *segments, Point from, Point to) {
    if (from.x == to.x && from.y == to.y) return;
    array_push(segments, (Segment){from, to});
}

static Point curve_at(Point a, const Point *b, double t) {
    double s = 1 - t, w0 = s * s * s, w1 = 3 * s * s * t, w2 = 3 * s * t * t, w3 = t * t * t;
    return (Point){w0 * a.x + w1 * b[0].x + w2 * b[1].x + w3 * b[2].x,
                   w0 * a.y + w1 * b[0].y + w2 * b[1].y + w3 * b[2].y};
}

static void add_curve(Segments *segments, Point from, const Point *points) {
    for (int i = 1; i <= CURVE_PIECES; i++) {
        Point to = i < CURVE_PIECES ? curve_at(points[-1], points, (double)i / CURVE_PIECES) : points[2];
        add_piece(segments, from, to);
        from = to;
    }
}

void segments_add(Segments *segments, const Outline *outline) {
    const Point *next = outline->points.items;
    Point start = {0, 0}, at = {0, 0};
    array_reserve(segments, segments->count + outline->points.count + 1);
    for (size_t i = 0; i < outline->verbs.count; i++) {
        switch ((OutlineVerb)outline->verbs.items[i]) {
        case OUTLINE_MOVE:
            add_piece(segments, at, start);
            start = at = *next++;
            break;
        case OUTLINE_LINE:
            add_piece(segments, at, *next);
            at = *next++;
            break;
        case OUTLINE_CURVE:
            add_curve(segments, at, next);
            at = next[2];
            next += 3;
            break;
        case OUTLINE_CLOSE:
            add_piece(segments, at, start);
            at = start;
            break;
        }
    }
    add_piece(segments, at, start);
}
