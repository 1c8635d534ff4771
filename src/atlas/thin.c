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

/* A point that is still there. */
typedef struct Node {
    double x, y;  /* degrees; x is counted on from the first point, without a jump at 180 */
    float narrow; /* what a degree of longitude is here, in degrees of latitude */
    uint32_t before, after;
} Node;

/* The points that are still there, as a list; the weights hold the doubled areas meanwhile. */
typedef struct Line {
    Node *nodes;
    float *areas;
    uint32_t last;
} Line;

/* Twice the area of the triangle at b in square degrees, as if its neighbourhood were flat. */
static float triangle(const Node *a, const Node *b, const Node *c) {
    return (float)fabs((a->x - b->x) * (c->y - b->y) - (c->x - b->x) * (a->y - b->y)) * b->narrow;
}

/* A point's area never falls under that of a point taken out beside it, or it would be taken out sooner than
 * it should. */
static void renew(const Line *line, uint32_t i, float least) {
    if (i == 0 || i == line->last) return;
    const Node *node = &line->nodes[i];
    float area = triangle(&line->nodes[node->before], node, &line->nodes[node->after]);
    line->areas[i] = area > least ? area : least;
}

static bool is_least(const Line *line, uint32_t i) {
    const Node *node = &line->nodes[i];
    return line->areas[i] <= line->areas[node->before] && line->areas[i] <= line->areas[node->after];
}

/*
 * Takes out whatever counts less than both its neighbours, from the left. That differs from the original,
 * which looks for the least of the whole line, only where two points far apart compete, needs no heap, and
 * takes time in proportion to the points: after a removal only the two points before it may have become
 * least.
 */
static void take_out(const Line *line) {
    Node *nodes = line->nodes;
    for (uint32_t i = nodes[0].after; i != line->last;) {
        uint32_t before = nodes[i].before, after = nodes[i].after;
        if (!is_least(line, i)) {
            i = after;
            continue;
        }
        nodes[before].after = after;
        nodes[after].before = before;
        renew(line, before, line->areas[i]);
        renew(line, after, line->areas[i]);
        i = before == 0 ? after : nodes[before].before == 0 ? before : nodes[before].before;
    }
}

static void lay_out(Node *nodes, const LonLat *points, size_t count) {
    double x = points[0].lon;
    for (size_t i = 0; i < count; i++) {
        if (i) x += plane_turn(points[i - 1].lon, points[i].lon);
        nodes[i] =
            (Node){x, points[i].lat, (float)quick_cosine(points[i].lat), (uint32_t)i - 1, (uint32_t)i + 1};
    }
}

void thin_weigh(const LonLat *points, size_t count, float *weights) {
    weights[0] = weights[count - 1] = INFINITY;
    if (count < 3) return;
    Line line = {memory_new(count * sizeof(Node)), weights, (uint32_t)count - 1};
    lay_out(line.nodes, points, count);
    for (uint32_t i = 1; i + 1 < count; i++) renew(&line, i, 0);
    take_out(&line);
    for (uint32_t i = 1; i + 1 < count; i++) weights[i] = sqrtf(weights[i]);
    free(line.nodes);
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
