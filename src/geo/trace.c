/*
 * See trace.h. An edge is halved as long as the image of its middle lies off the straight line between the
 * images of its ends, or far from their middle (M. Bostock, "Adaptive resampling", 2012).
 */
#include "trace.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HALVINGS = 14 };

/* Where between two spots a third one lies. */
typedef enum Course { COURSE_GREAT_CIRCLE, COURSE_STRAIGHT_ANGLES, COURSE_RIM } Course;

static void add_point(Trace *trace, Point point) {
    if (!isfinite(point.x + point.y)) return;
    size_t count = trace->points.count;
    if (count && trace->points.items[count - 1].x == point.x && trace->points.items[count - 1].y == point.y)
        return;
    array_push(&trace->points, point);
    Box *box = &trace->box; /* box_around, where every nanosecond counts */
    if (point.x < box->left) box->left = point.x;
    if (point.x > box->right) box->right = point.x;
    if (point.y < box->top) box->top = point.y;
    if (point.y > box->bottom) box->bottom = point.y;
}

void trace_start(Trace *trace, Spot spot) {
    trace->points.count = 0;
    trace->box = BOX_EMPTY;
    trace->last = spot;
    trace->at = spot_on_page(trace->projector, spot);
    add_point(trace, trace->at);
}

static Spot rim_spot(const Projector *projector, double y, double z) {
    double stretch = sin(projector->setting.rim) / hypot(y, z);
    return (Spot){.vector = {projector->rim_cosine, y * stretch, z * stretch}};
}

static Spot middle_of(const Projector *projector, Spot a, Spot b, Course course) {
    if (course == COURSE_STRAIGHT_ANGLES)
        return (Spot){.lambda = (a.lambda + b.lambda) / 2, .phi = (a.phi + b.phi) / 2};
    if (course == COURSE_RIM) return rim_spot(projector, a.vector.y + b.vector.y, a.vector.z + b.vector.z);
    Vector v = spot_vector(projector, a), w = spot_vector(projector, b);
    Vector middle = vector_unit((Vector){v.x + w.x, v.y + w.y, v.z + w.z});
    return spot_at(projector, middle, (a.lambda + b.lambda) / 2);
}

/* An upper bound for the squared angle between two spots, cheaply. */
static double squared_angle(const Projector *projector, Spot a, Spot b) {
    if (projector->projection->tear == TEAR_RIM) {
        double dx = a.vector.x - b.vector.x, dy = a.vector.y - b.vector.y, dz = a.vector.z - b.vector.z;
        return dx * dx + dy * dy + dz * dz;
    }
    double dl = a.lambda - b.lambda, dp = a.phi - b.phi;
    return dl * dl + dp * dp;
}

/* Edges that go nowhere near the clip box need no care. */
static bool lies_outside(const Projector *projector, Point p, Point q, double squared) {
    if (!projector->clips) return false;
    Box box = box_grown(projector->clip, sqrt(squared) / 2 + 1);
    return (p.x < box.left && q.x < box.left) || (p.x > box.right && q.x > box.right) ||
           (p.y < box.top && q.y < box.top) || (p.y > box.bottom && q.y > box.bottom);
}

/* Most edges of a map are so short that no projection bends them visibly, unless it stretches the place
 * enormously. */
static bool needs_no_middle(const Projector *projector, Spot a, Spot b, double squared_length) {
    double tolerance = projector->tolerance, scale = projector->scale;
    if (!(squared_length > 4 * tolerance * tolerance)) return true;
    double squared = squared_angle(projector, a, b);
    return scale * squared < 2 * tolerance && squared_length < 2.25 * scale * scale * squared;
}

static bool is_straight(Point p, Point q, Point middle, double tolerance) {
    double dx = q.x - p.x, dy = q.y - p.y, squared = dx * dx + dy * dy;
    double ex = middle.x - p.x, ey = middle.y - p.y;
    double off = (dy * ex - dx * ey) * (dy * ex - dx * ey) / squared;
    double share = (dx * ex + dy * ey) / squared;
    return off < tolerance * tolerance && fabs(share - 0.5) < 0.3;
}

static void add_between(Trace *trace, Spot a, Point p, Spot b, Point q, Course course, int depth) {
    static const double LONG = 0.25; /* half a radian, squared: too long for one middle to speak for it */
    const Projector *projector = trace->projector;
    if (depth == 0 && course == COURSE_GREAT_CIRCLE && projector->projection->tear == TEAR_MERIDIAN) {
        /* At the pole, which may be drawn as a line, lambda leaps: go along that line. */
        course = COURSE_STRAIGHT_ANGLES;
        depth = MOST_HALVINGS;
    }
    double squared = (q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y);
    double angle = squared_angle(projector, a, b);
    if (depth == 0 || (angle < LONG && needs_no_middle(projector, a, b, squared))) return;
    if (angle < LONG && lies_outside(projector, p, q, squared)) return;
    Spot middle = middle_of(projector, a, b, course);
    Point m = spot_on_page(projector, middle);
    if (angle < LONG && is_straight(p, q, m, projector->tolerance)) return;
    add_between(trace, a, p, middle, m, course, depth - 1);
    add_point(trace, m);
    add_between(trace, middle, m, b, q, course, depth - 1);
}

static void trace_course(Trace *trace, Spot spot, Course course) {
    Point at = spot_on_page(trace->projector, spot);
    double dx = at.x - trace->at.x, dy = at.y - trace->at.y;
    bool tiny = dx * dx + dy * dy < trace->projector->tolerance * trace->projector->tolerance;
    if (!tiny || squared_angle(trace->projector, trace->last, spot) > 0.01)
        add_between(trace, trace->last, trace->at, spot, at, course, MOST_HALVINGS);
    add_point(trace, at);
    trace->last = spot;
    trace->at = at;
}

void trace_to(Trace *trace, Spot spot) {
    trace_course(trace, spot, COURSE_GREAT_CIRCLE);
}

void trace_along(Trace *trace, Spot spot) {
    trace_course(trace, spot, COURSE_STRAIGHT_ANGLES);
}

void trace_round(Trace *trace, double from, double to) {
    static const double LARGEST_STEP = 0.0625; /* turns */
    int pieces = (int)ceil(fabs(to - from) / LARGEST_STEP);
    for (int i = 1; i <= pieces; i++) {
        double sine, cosine;
        sincos(2 * M_PI * (from + (to - from) * i / pieces), &sine, &cosine);
        trace_course(trace, rim_spot(trace->projector, cosine, sine), COURSE_RIM);
    }
}

double trace_twice_area(const Trace *trace) {
    const Point *points = trace->points.items;
    size_t count = trace->points.count;
    double twice = 0;
    for (size_t i = 1; i + 1 < count; i++)
        twice += (points[i].x - points[0].x) * (points[i + 1].y - points[0].y) -
                 (points[i + 1].x - points[0].x) * (points[i].y - points[0].y);
    return twice / (trace->projector->scale * trace->projector->scale);
}

static void add_subpath(Outline *outline, const Point *points, size_t count, bool closed) {
    array_reserve(&outline->points, outline->points.count + count);
    array_reserve(&outline->verbs, outline->verbs.count + count + 1);
    memcpy(outline->points.items + outline->points.count, points, count * sizeof *points);
    memset(outline->verbs.items + outline->verbs.count, OUTLINE_LINE, count);
    outline->verbs.items[outline->verbs.count] = OUTLINE_MOVE;
    outline->points.count += count;
    outline->verbs.count += count;
    if (closed) outline_close(outline);
}

static void drop_closing_point(Trace *trace) {
    Point *points = trace->points.items;
    size_t count = trace->points.count;
    if (count > 1 && points[0].x == points[count - 1].x && points[0].y == points[count - 1].y)
        trace->points.count--;
}

void trace_add_ring(Trace *trace, Outline *outline) {
    const Projector *projector = trace->projector;
    drop_closing_point(trace);
    /* What has no area to speak of is a sliver along the tear: nothing to fill. */
    bool shown = trace->points.count > 2 && fabs(trace_twice_area(trace)) > 1e-15;
    if (shown && projector->clips && !box_contains(projector->clip, trace->box)) {
        shown = box_overlaps(projector->clip, trace->box);
        if (shown) clip_ring(projector->clip, &trace->points, &trace->spare);
    }
    if (shown && trace->points.count > 2)
        add_subpath(outline, trace->points.items, trace->points.count, true);
    trace->points.count = 0;
}

void trace_add_line(Trace *trace, Outline *outline) {
    const Projector *projector = trace->projector;
    const Point *points = trace->points.items;
    size_t count = trace->points.count;
    if (count > 1 && projector->clips && !box_contains(projector->clip, trace->box))
        clip_line(projector->clip, points, count, outline);
    else if (count > 1)
        add_subpath(outline, points, count, false);
    trace->points.count = 0;
}

void trace_free(Trace *trace) {
    array_free(&trace->points);
    array_free(&trace->spare);
}
