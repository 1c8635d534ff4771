/* See thin.h. */
#include "thin.h"

#include "plane.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static const double DEGREE = 0.017453292519943295;

/* The cosine to five digits, which is plenty for a weight; the library's takes longer than all the rest. */
static double quick_cosine(double degrees) {
    double x = degrees * DEGREE, square = x * x;
    return 1 + square *
                   (-0.49999905 + square * (0.04166358 + square * (-0.0013853704 + square * 0.000023153932)));
}

/* Twice the area of the triangle at b in square degrees, as if its neighbourhood were flat. */
static float triangle(LonLat a, LonLat b, LonLat c) {
    double width = quick_cosine(b.lat);
    double x1 = plane_turn(b.lon, a.lon) * width, x2 = plane_turn(b.lon, c.lon) * width;
    return (float)fabs(x1 * (c.lat - b.lat) - x2 * (a.lat - b.lat));
}

/* The points that are still there, as a list; the weights hold the doubled areas meanwhile. */
typedef struct Line {
    const LonLat *points;
    float *areas;
    uint32_t *before, *after;
    uint32_t last;
} Line;

/* A point's area never falls under that of a point taken out beside it, or it would be taken out sooner than
 * it should. */
static void renew(const Line *line, uint32_t i, float least) {
    if (i == 0 || i == line->last) return;
    float area = triangle(line->points[line->before[i]], line->points[i], line->points[line->after[i]]);
    line->areas[i] = area > least ? area : least;
}

static bool is_least(const Line *line, uint32_t i) {
    return line->areas[i] <= line->areas[line->before[i]] && line->areas[i] <= line->areas[line->after[i]];
}

/*
 * Takes out whatever counts less than both its neighbours, from the left. That differs from the original,
 * which looks for the least of the whole line, only where two points far apart compete, needs no heap, and
 * takes time in proportion to the points: after a removal only the two points before it may have become
 * least.
 */
static void take_out(const Line *line) {
    for (uint32_t i = line->after[0]; i != line->last;) {
        uint32_t before = line->before[i], after = line->after[i];
        if (!is_least(line, i)) {
            i = after;
            continue;
        }
        line->after[before] = after;
        line->before[after] = before;
        renew(line, before, line->areas[i]);
        renew(line, after, line->areas[i]);
        i = before == 0 ? after : line->before[before] == 0 ? before : line->before[before];
    }
}

void thin_weigh(const LonLat *points, size_t count, float *weights) {
    weights[0] = weights[count - 1] = INFINITY;
    if (count < 3) return;
    uint32_t *links = memory_new(2 * count * sizeof *links);
    Line line = {points, weights, links, links + count, (uint32_t)count - 1};
    for (uint32_t i = 0; i < count; i++) line.before[i] = i - 1, line.after[i] = i + 1;
    for (uint32_t i = 1; i + 1 < count; i++) renew(&line, i, 0);
    take_out(&line);
    for (uint32_t i = 1; i + 1 < count; i++) weights[i] = sqrtf(weights[i]);
    free(links);
}

enum { LEAST_POINTS = 4 };

/* The heaviest points so far, the heaviest first. */
typedef struct Heaviest {
    float *places[LEAST_POINTS];
    size_t count, wanted;
} Heaviest;

static void consider(Heaviest *heaviest, float *place) {
    size_t at = heaviest->count;
    while (at > 0 && *place > *heaviest->places[at - 1]) at--;
    if (at >= heaviest->wanted) return;
    if (heaviest->count < heaviest->wanted) heaviest->count++;
    for (size_t i = heaviest->count - 1; i > at; i--) heaviest->places[i] = heaviest->places[i - 1];
    heaviest->places[at] = place;
}

void thin_keep_ring(const ArcSpan *arcs, float *weights, const int *ring_arcs, size_t arc_count) {
    if (arc_count >= LEAST_POINTS) return;
    Heaviest heaviest = {.wanted = LEAST_POINTS - arc_count};
    for (size_t a = 0; a < arc_count; a++) {
        ArcSpan arc = arcs[ring_arcs[a] < 0 ? ~ring_arcs[a] : ring_arcs[a]];
        for (size_t i = 1; i + 1 < arc.count; i++) consider(&heaviest, &weights[arc.first + i]);
    }
    for (size_t i = 0; i < heaviest.count; i++) *heaviest.places[i] = INFINITY;
}
