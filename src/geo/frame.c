/* The world's outline, the graticule, and boxes of longitude and latitude, whose parallels are no great
 * circles. See geo.h. */
#include "tear.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

typedef struct Positions {
    LonLat *items;
    size_t count, capacity;
} Positions;

void project_sphere(const Projector *projector, Outline *outline) {
    Trace trace = {.projector = projector};
    double quarter = tear_length(projector) / 4;
    tear_start(&trace);
    /* Clockwise, as outer rings run: a polygon that leaves out a part of the world has that part as a hole.
     */
    for (int i = 4; i > 0; i--) tear_follow(&trace, i * quarter, (i - 1) * quarter);
    trace_add_ring(&trace, outline);
    trace_free(&trace);
}

/* Degrees of longitude between points on a parallel, so that great circle arcs between them keep to it. */
static double parallel_step(const Projector *projector) {
    double radians = sqrt(16 * projector->tolerance / fmax(projector->scale, 1e-9));
    return fmin(fmax(radians * 180 / M_PI, 0.05), 2.5);
}

/* Adds the parallel from one longitude to another, both ends included, going west where to is less. */
static void add_parallel(Positions *positions, double from, double to, double lat, double step) {
    int pieces = (int)ceil(fabs(to - from) / step);
    if (pieces < 1) pieces = 1;
    for (int i = 0; i <= pieces; i++) array_push(positions, (LonLat){from + (to - from) * i / pieces, lat});
}

static void project_meridian(const Projector *projector, double lon, double south, double north,
                             Outline *outline) {
    enum { PIECES = 36 };
    LonLat line[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) line[i] = (LonLat){lon, south + (north - south) * i / PIECES};
    project_line(projector, (LonLats){line, PIECES + 1}, outline);
}

void project_graticule(const Projector *projector, double step, Outline *outline) {
    if (!(step >= 0.1 && step <= 90)) return;
    Positions positions = {0};
    double fine = parallel_step(projector);
    int meridians = (int)floor(180 / step + 1e-9), parallels = (int)ceil(90 / step - 1e-9) - 1;
    for (int i = -meridians; i <= meridians; i++) {
        double lon = i * step;
        if (lon <= -180) continue;
        bool reaches_pole = fmod(fabs(lon), 90) < 1e-9; /* where all of them met there would be a blot */
        double end = reaches_pole ? 90 : fmax(90 - step, 45);
        project_meridian(projector, lon, -end, end, outline);
    }
    for (int i = -parallels; i <= parallels; i++) {
        positions.count = 0;
        add_parallel(&positions, -180, 180, i * step, fine);
        project_line(projector, (LonLats){positions.items, positions.count}, outline);
    }
    array_free(&positions);
}

/* A band all round the world: a ring for each edge that is no pole. */
static void project_band(const Projector *projector, double south, double north, Outline *outline) {
    Positions upper = {0}, lower = {0};
    double fine = parallel_step(projector);
    LonLats rings[2];
    size_t count = 0;
    if (north < 90) {
        add_parallel(&upper, -180, 180 - fine, north, fine);
        rings[count++] = (LonLats){upper.items, upper.count};
    }
    if (south > -90) {
        add_parallel(&lower, 180, -180 + fine, south, fine);
        rings[count++] = (LonLats){lower.items, lower.count};
    }
    if (count)
        project_polygon(projector, rings, count, outline);
    else
        project_sphere(projector, outline);
    array_free(&upper);
    array_free(&lower);
}

static void add_meridian(Positions *positions, double lon, double from, double to) {
    enum { PIECES = 16 };
    for (int i = 1; i < PIECES; i++) array_push(positions, (LonLat){lon, from + (to - from) * i / PIECES});
}

void project_lonlat_box(const Projector *projector, double west, double south, double east, double north,
                        Outline *outline) {
    if (!isfinite(west) || !isfinite(east)) return;
    south = fmin(fmax(south, -90), 90);
    north = fmin(fmax(north, -90), 90);
    if (east <= west) east += 360 * ceil((west - east) / 360 + 1e-12);
    if (!(south < north)) return;
    if (east - west >= 360) {
        project_band(projector, south, north, outline);
        return;
    }
    Positions ring = {0};
    double fine = parallel_step(projector);
    add_parallel(&ring, west, east, north, fine);
    add_meridian(&ring, east, north, south);
    add_parallel(&ring, east, west, south, fine);
    add_meridian(&ring, west, south, north);
    project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, outline);
    array_free(&ring);
}
