/*
 * Polygons and lines from the sphere to the page, in one line each: turn, cut, join, trace. See geo.h.
 *
 * A polygon that is cut nowhere either lies within what is shown, or covers all of the tear; its rings'
 * direction tells.
 */
#include "cover.h"
#include "join.h"

#include <math.h>

/* Twice the area of a hidden ring as seen from where it lies, on a stereographic plane; positive if it runs
 * clockwise there. */
static double hidden_twice_area(const Cut *cut, const Strand *ring) {
    const Spot *spots = cut->spots.items + ring->first;
    Vector first = spot_vector(cut->projector, spots[0]);
    bool rim = cut->projector->projection->tear == TEAR_RIM;
    double twice = 0, x = 0, y = 0;
    for (size_t i = 0; i <= ring->count; i++) {
        Vector v = spot_vector(cut->projector, spots[i < ring->count ? i : 0]);
        double from_x = x, from_y = y;
        double depth = rim ? 1 - v.x : 1 + fabs(v.z);
        x = (rim ? -v.y : first.z > 0 ? v.x : v.y) / depth;
        y = (rim ? v.z : first.z > 0 ? v.y : v.x) / depth;
        if (i > 0) twice -= from_x * y - x * from_y;
    }
    return 4 * twice;
}

/* What the rings that were not cut say of the tear. */
typedef struct Facing {
    bool away;   /* one has it on its left hand: the polygon does not cover it */
    bool unsure; /* one is so small that resampling may have turned it over */
} Facing;

static void add_facing(Facing *facing, double twice_area) {
    facing->away |= twice_area > 1e-15;
    facing->unsure |= twice_area > -0.1;
}

static void add_whole_rings(const Cut *cut, Facing *facing, Trace *trace, Outline *outline) {
    for (size_t i = 0; i < cut->whole.count; i++) {
        const Spot *spots = cut->spots.items + cut->whole.items[i].first;
        size_t count = cut->whole.items[i].count;
        trace_start(trace, spots[0]);
        for (size_t k = 1; k < count; k++) trace_to(trace, spots[k]);
        trace_to(trace, spots[0]);
        add_facing(facing, trace_twice_area(trace));
        trace_add_ring(trace, outline);
    }
}

/* Whether a polygon of which no ring was cut covers the whole tear. */
static bool covers_tear(const Cut *cut, Facing facing, const LonLats *rings, size_t count) {
    if (cut->whole.count + cut->hidden.count == 0) return false;
    for (size_t i = 0; i < cut->hidden.count && !facing.away; i++)
        add_facing(&facing, hidden_twice_area(cut, &cut->hidden.items[i]));
    if (facing.away || !facing.unsure) return !facing.away;
    return polygon_covers(cut->projector, rings, count, 0) && !polygon_is_turned_over(rings, count);
}

void project_polygon(const Projector *projector, const LonLats *rings, size_t count, Outline *outline) {
    Cut cut = {.projector = projector};
    Trace trace = {.projector = projector};
    Facing facing = {0};
    for (size_t i = 0; i < count; i++) cut_ring(&cut, rings[i]);
    add_whole_rings(&cut, &facing, &trace, outline);
    if (cut.pieces.count)
        join_strands(&cut, rings, count, &trace, outline);
    else if (covers_tear(&cut, facing, rings, count))
        project_sphere(projector, outline);
    trace_free(&trace);
    cut_free(&cut);
}

void project_line(const Projector *projector, LonLats line, Outline *outline) {
    Cut cut = {.projector = projector};
    Trace trace = {.projector = projector};
    cut_line(&cut, line);
    for (size_t i = 0; i < cut.pieces.count; i++) {
        const Spot *spots = cut.spots.items + cut.pieces.items[i].first;
        trace_start(&trace, spots[0]);
        for (size_t k = 1; k < cut.pieces.items[i].count; k++) trace_to(&trace, spots[k]);
        trace_add_line(&trace, outline);
    }
    trace_free(&trace);
    cut_free(&cut);
}
