/* See polylines.h. */
#include "polylines.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

void polylines_free(Polylines *polylines) {
    array_free(&polylines->points);
    array_free(&polylines->lines);
}

static void add_point(Polylines *polylines, Point point) {
    array_push(&polylines->points, point);
    polylines->lines.items[polylines->lines.count - 1].count++;
}

static void begin_line(Polylines *polylines, Point point) {
    array_push(&polylines->lines, (Polyline){.first = polylines->points.count});
    add_point(polylines, point);
}

/* As many pieces as keep the chord within the tolerance, by the curve's second differences (Wang's bound). */
static int pieces_of(Point a, Point b, Point c, Point d, double tolerance) {
    enum { MOST = 256 };
    double first = hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y),
           second = hypot(b.x - 2 * c.x + d.x, b.y - 2 * c.y + d.y);
    double pieces = ceil(sqrt(0.75 * fmax(first, second) / tolerance));
    return pieces < 1 ? 1 : pieces > MOST ? MOST : (int)pieces;
}

static void add_curve(Polylines *polylines, Point b, Point c, Point d, double tolerance) {
    Point a = polylines->points.items[polylines->points.count - 1];
    int pieces = pieces_of(a, b, c, d, tolerance);
    for (int i = 1; i < pieces; i++) {
        double t = (double)i / pieces, u = 1 - t;
        double wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
        add_point(polylines, (Point){wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                                     wa * a.y + wb * b.y + wc * c.y + wd * d.y});
    }
    add_point(polylines, d);
}

static Point scaled(Point point, Point scale) {
    return (Point){point.x * scale.x, point.y * scale.y};
}

void polylines_set(Polylines *polylines, const Outline *outline, Point scale, double tolerance) {
    const Point *next = outline->points.items;
    polylines->points.count = polylines->lines.count = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        OutlineVerb verb = (OutlineVerb)outline->verbs.items[i];
        if (verb == OUTLINE_CLOSE) {
            if (polylines->lines.count) polylines->lines.items[polylines->lines.count - 1].closed = true;
        } else if (verb == OUTLINE_MOVE || !polylines->lines.count)
            begin_line(polylines, scaled(next[0], scale));
        else if (verb == OUTLINE_LINE)
            add_point(polylines, scaled(next[0], scale));
        else
            add_curve(polylines, scaled(next[0], scale), scaled(next[1], scale), scaled(next[2], scale),
                      tolerance);
        if (verb != OUTLINE_CLOSE) next += verb == OUTLINE_CURVE ? 3 : 1;
    }
}

/* ---- dashes */

/* Where in the pattern a line is. */
typedef struct Dashing {
    const double *dash;
    bool on;
    double left; /* of this dash or gap */
} Dashing;

static void dash_piece(Polylines *dashed, Dashing *dashing, Point from, Point to) {
    double length = hypot(to.x - from.x, to.y - from.y);
    for (double at = 0; at < length;) {
        double step = fmin(dashing->left, length - at), share = (at + step) / length;
        Point point = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        if (dashing->on) add_point(dashed, point);
        at += step;
        dashing->left -= step;
        if (dashing->left > 0) continue;
        dashing->on = !dashing->on;
        dashing->left = dashing->dash[dashing->on ? 0 : 1];
        if (dashing->on) begin_line(dashed, point);
    }
}

void polylines_dash(Polylines *polylines, const double dash[2]) {
    static const double SHORTEST = 0.05; /* pixels; shorter ones are not seen and could be without number */
    Polylines dashed = {0};
    if (!(dash[0] > SHORTEST && dash[1] > SHORTEST)) return;
    for (size_t i = 0; i < polylines->lines.count; i++) {
        const Polyline *line = &polylines->lines.items[i];
        const Point *points = polylines->points.items + line->first;
        Dashing dashing = {dash, true, dash[0]};
        begin_line(&dashed, points[0]);
        for (size_t k = 1; k < line->count; k++) dash_piece(&dashed, &dashing, points[k - 1], points[k]);
        if (line->closed) dash_piece(&dashed, &dashing, points[line->count - 1], points[0]);
    }
    polylines_free(polylines);
    *polylines = dashed;
}

/* ---- areas */

void polylines_fill(const Polylines *polylines, TakeEdge take, void *context) {
    for (size_t i = 0; i < polylines->lines.count; i++) {
        const Polyline *line = &polylines->lines.items[i];
        const Point *points = polylines->points.items + line->first;
        for (size_t k = 1; k < line->count; k++) take(context, points[k - 1], points[k]);
        take(context, points[line->count - 1], points[0]);
    }
}

/* A pen on its way: half its width, and the largest angle of a round piece. */
typedef struct Stroke {
    double half, turn;
    TakeEdge take;
    void *context;
} Stroke;

static Point beside(Point point, Point normal, double by) {
    return (Point){point.x + normal.x * by, point.y + normal.y * by};
}

/* The unit vector at right angles to a piece; false for a piece without length. */
static bool normal_of(Point from, Point to, Point *normal) {
    double x = to.x - from.x, y = to.y - from.y, length = sqrt(x * x + y * y);
    if (!(length > 1e-6)) return false;
    *normal = (Point){-y / length, x / length};
    return true;
}

static void add_rectangle(const Stroke *stroke, Point from, Point to, Point normal) {
    const Point corners[4] = {beside(from, normal, -stroke->half), beside(to, normal, -stroke->half),
                              beside(to, normal, stroke->half), beside(from, normal, stroke->half)};
    for (int i = 0; i < 4; i++) stroke->take(stroke->context, corners[i], corners[(i + 1) % 4]);
}

/* A slice of the round pen at a point, turning the same way as the rectangles. */
static void add_slice(const Stroke *stroke, Point at, Point start, double angle) {
    int steps = (int)ceil(angle / stroke->turn);
    Point last = beside(at, start, stroke->half);
    stroke->take(stroke->context, at, last);
    for (int i = 1; i <= steps; i++) {
        double s, c;
        sincos(angle * i / steps, &s, &c);
        Point turned = {start.x * c - start.y * s, start.x * s + start.y * c},
              next = beside(at, turned, stroke->half);
        stroke->take(stroke->context, last, next);
        last = next;
    }
    stroke->take(stroke->context, last, at);
}

/* The gap on the outer side of a bend. */
static void add_join(const Stroke *stroke, Point at, Point before, Point after) {
    static const double SMALLEST = 0.03; /* pixels that a gap covers; less is not seen */
    double cross = before.x * after.y - before.y * after.x, dot = before.x * after.x + before.y * after.y;
    if (dot > 0 && fabs(cross) * stroke->half * stroke->half < 2 * SMALLEST) return;
    double angle = atan2(fabs(cross), dot);
    if (cross > 0)
        add_slice(stroke, at, (Point){-before.x, -before.y}, angle);
    else
        add_slice(stroke, at, after, angle);
}

static void add_dot(const Stroke *stroke, Point at) {
    add_slice(stroke, at, (Point){1, 0}, M_PI);
    add_slice(stroke, at, (Point){-1, 0}, M_PI);
}

static void stroke_line(const Stroke *stroke, const Point *points, size_t count, bool closed, bool round) {
    Point first = {0}, last = {0}, normal;
    bool any = false;
    size_t pieces = closed ? count : count - 1, end = 0;
    for (size_t i = 0; i < pieces; i++) {
        Point from = points[i], to = points[(i + 1) % count];
        if (!normal_of(from, to, &normal)) continue;
        add_rectangle(stroke, from, to, normal);
        if (any)
            add_join(stroke, from, last, normal);
        else
            first = normal;
        last = normal;
        any = true;
        end = (i + 1) % count;
    }
    if (!any && round) add_dot(stroke, points[0]);
    if (any && closed) add_join(stroke, points[0], last, first);
    if (!any || closed || !round) return;
    add_slice(stroke, points[0], first, M_PI);
    add_slice(stroke, points[end], (Point){-last.x, -last.y}, M_PI);
}

void polylines_stroke(const Polylines *polylines, double width, bool round, TakeEdge take, void *context) {
    static const double TOLERANCE = 0.1; /* pixels that a round piece is off by */
    double half = width / 2, least = 1 - TOLERANCE / fmax(half, TOLERANCE);
    Stroke stroke = {half, 2 * acos(fmax(least, 0)), take, context};
    for (size_t i = 0; i < polylines->lines.count; i++) {
        const Polyline *line = &polylines->lines.items[i];
        stroke_line(&stroke, polylines->points.items + line->first, line->count, line->closed, round);
    }
}
