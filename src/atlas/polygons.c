/* See polygons.h. */
#include "polygons.h"

#include "plane.h"

#include <math.h>
#include <stdlib.h>

/* Of the sphere with the Earth's volume, squared: km2 in a steradian. */
static const double KM2 = 6371.0088 * 6371.0088, FULL_TURN = 6.283185307179586;

void polygons_free(Polygons *polygons) {
    array_free(&polygons->ring_order);
    array_free(&polygons->items);
}

static LonLats arc_line(const Topology *topology, int arc) {
    ArcSpan span = topology->arcs.items[arc < 0 ? ~arc : arc];
    return (LonLats){topology->points.items + span.first, span.count};
}

void ring_collect(const Topology *topology, const RingSpan *ring, LonLatArray *points) {
    points->count = 0;
    for (size_t i = 0; i < ring->count; i++) {
        int arc = topology->ring_arcs.items[ring->first + i];
        LonLats line = arc_line(topology, arc);
        for (size_t k = 0; k + 1 < line.count; k++)
            array_push(points, line.items[arc < 0 ? line.count - 1 - k : k]);
    }
}

/* ---- one ring */

typedef struct RingMeasure {
    size_t ring;
    double area; /* steradians; negative for a hole */
    double west, south, east, north;
    bool polar;
    int owner;
    size_t outer; /* for a hole: the place of its outer ring in the list; NOWHERE for an outer ring */
} RingMeasure;

#define NOWHERE SIZE_MAX

static double wrapped(double lon) {
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

/* The first longitude of the ring is where its first arc begins. */
static double first_longitude(const Topology *topology, const RingSpan *ring) {
    int arc = topology->ring_arcs.items[ring->first];
    LonLats line = arc_line(topology, arc);
    return line.items[arc < 0 ? line.count - 1 : 0].lon;
}

static LineMeasure sum_arcs(const Topology *topology, const LineMeasure *arcs, const RingSpan *ring) {
    LineMeasure sum = {.south = 90, .north = -90};
    for (size_t i = 0; i < ring->count; i++) {
        int arc = topology->ring_arcs.items[ring->first + i];
        LineMeasure part = arc < 0 ? plane_backwards(arcs[~arc]) : arcs[arc];
        sum.west = fmin(sum.west, sum.turn + part.west);
        sum.east = fmax(sum.east, sum.turn + part.east);
        sum.turn += part.turn;
        sum.south = fmin(sum.south, part.south);
        sum.north = fmax(sum.north, part.north);
        sum.area += part.area;
    }
    return sum;
}

/* A ring that comes back after a whole turn goes round a pole: eastward round the south pole, westward round
 * the north. */
static RingMeasure measure_ring(const Topology *topology, const LineMeasure *arcs, size_t index) {
    const RingSpan *ring = &topology->rings.items[index];
    LineMeasure sum = sum_arcs(topology, arcs, ring);
    RingMeasure measure = {index,       sum.area, -180, sum.south, 180, sum.north, fabs(sum.turn) > 180,
                           ring->owner, NOWHERE};
    if (measure.polar) {
        measure.area += FULL_TURN;
        if (sum.turn > 0)
            measure.south = -90;
        else
            measure.north = 90;
    } else if (sum.east - sum.west < 360) {
        double lon = first_longitude(topology, ring);
        measure.west = wrapped(lon + sum.west);
        measure.east = wrapped(lon + sum.east);
    }
    return measure;
}

/* Runs the ring the other way. */
static void turn_ring(Topology *topology, RingMeasure *measure) {
    RingSpan ring = topology->rings.items[measure->ring];
    int *arcs = topology->ring_arcs.items + ring.first;
    for (size_t i = 0, j = ring.count - 1; i < j; i++, j--) {
        int other = arcs[i];
        arcs[i] = arcs[j];
        arcs[j] = other;
    }
    for (size_t i = 0; i < ring.count; i++) arcs[i] = ~arcs[i];
    measure->area = -measure->area;
}

/* ---- holes */

static bool box_holds(const RingMeasure *outer, LonLat position) {
    if (position.lat < outer->south || position.lat > outer->north) return false;
    if (outer->west <= outer->east) return position.lon >= outer->west && position.lon <= outer->east;
    return position.lon >= outer->west || position.lon <= outer->east;
}

/* A point of the hole that is not a point of the outer ring too, if there is one. */
static LonLat inner_position(const LonLatArray *hole, const LonLatArray *outer) {
    for (size_t i = 0; i < hole->count; i++) {
        bool shared = false;
        for (size_t k = 0; k < outer->count && !shared; k++)
            shared = hole->items[i].lon == outer->items[k].lon && hole->items[i].lat == outer->items[k].lat;
        if (!shared) return hole->items[i];
    }
    return hole->items[0];
}

static bool ring_holds(const Topology *topology, const RingMeasure *outer, const LonLatArray *hole,
                       LonLatArray *points) {
    if (!box_holds(outer, hole->items[0])) return false;
    ring_collect(topology, &topology->rings.items[outer->ring], points);
    LonLat position = inner_position(hole, points);
    bool inside = plane_contains((LonLats){points->items, points->count}, position);
    return outer->polar && outer->north == 90 ? !inside : inside;
}

/* The smallest outer ring of the same owner that holds the hole, or NOWHERE. */
static size_t find_outer(const Topology *topology, const RingMeasure *rings, size_t first, size_t end,
                         const RingMeasure *hole) {
    LonLatArray outer_points = {0}, hole_points = {0};
    ring_collect(topology, &topology->rings.items[hole->ring], &hole_points);
    size_t best = NOWHERE;
    for (size_t i = first; i < end; i++) {
        bool larger = rings[i].area > 0 && rings[i].area >= -hole->area;
        bool better = best == NOWHERE || rings[i].area <= rings[best].area;
        if (larger && better && ring_holds(topology, &rings[i], &hole_points, &outer_points)) best = i;
    }
    array_free(&outer_points);
    array_free(&hole_points);
    return best;
}

/* A ring that runs like a hole but lies in nothing is an outer ring that was written the wrong way round. */
static void settle_holes(Topology *topology, RingMeasure *rings, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (rings[i].area < 0) rings[i].outer = find_outer(topology, rings, first, end, &rings[i]);
    for (size_t i = first; i < end; i++)
        if (rings[i].area < 0 && rings[i].outer == NOWHERE) turn_ring(topology, &rings[i]);
}

/* ---- polygons */

static int compare_owners(const void *a, const void *b) {
    const RingMeasure *x = a, *y = b;
    if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
    return x->ring < y->ring ? -1 : x->ring > y->ring;
}

static int compare_polygons(const void *a, const void *b) {
    const PolygonSpan *x = a, *y = b;
    if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
    if (x->area != y->area) return x->area > y->area ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static void add_polygon(Polygons *polygons, const RingMeasure *rings, size_t outer, size_t first,
                        size_t end) {
    const RingMeasure *ring = &rings[outer];
    PolygonSpan span = {polygons->ring_order.count,
                        1,
                        ring->owner,
                        ring->area,
                        ring->west,
                        ring->south,
                        ring->east,
                        ring->north,
                        false,
                        false};
    array_push(&polygons->ring_order, ring->ring);
    for (size_t i = first; i < end; i++)
        if (rings[i].outer == outer) {
            array_push(&polygons->ring_order, rings[i].ring);
            span.area += rings[i].area;
            span.count++;
        }
    span.area *= KM2;
    array_push(&polygons->items, span);
}

static void add_owner(Polygons *polygons, Topology *topology, RingMeasure *rings, size_t first, size_t end) {
    bool holes = false;
    for (size_t i = first; i < end; i++) holes |= rings[i].area < 0;
    if (holes) settle_holes(topology, rings, first, end);
    for (size_t i = first; i < end; i++)
        if (rings[i].outer == NOWHERE) add_polygon(polygons, rings, i, first, holes ? end : first);
}

void polygons_add(Polygons *polygons, Topology *topology, size_t first_ring, size_t first_arc) {
    size_t count = topology->rings.count - first_ring, first_polygon = polygons->items.count;
    LineMeasure *arcs = memory_new(topology->arcs.count * sizeof *arcs);
    for (size_t i = first_arc; i < topology->arcs.count; i++)
        arcs[i] = plane_measure(arc_line(topology, (int)i));
    RingMeasure *rings = memory_new(count * sizeof *rings);
    for (size_t i = 0; i < count; i++) rings[i] = measure_ring(topology, arcs, first_ring + i);
    if (count) qsort(rings, count, sizeof *rings, compare_owners);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && rings[end].owner == rings[first].owner;) end++;
        add_owner(polygons, topology, rings, first, end);
    }
    if (count)
        qsort(polygons->items.items + first_polygon, polygons->items.count - first_polygon,
              sizeof(PolygonSpan), compare_polygons);
    free(rings);
    free(arcs);
}

LonLat polygon_middle(const PolygonSpan *span) {
    double lon = span->west + (span->east - span->west + (span->west > span->east ? 360 : 0)) / 2;
    return (LonLat){lon > 180 ? lon - 360 : lon, (span->south + span->north) / 2};
}

void polygons_sort(Polygons *polygons) {
    if (polygons->items.count)
        qsort(polygons->items.items, polygons->items.count, sizeof(PolygonSpan), compare_polygons);
}

static int compare_sizes(const void *a, const void *b) {
    const PolygonSpan *x = a, *y = b;
    if (x->area != y->area) return x->area > y->area ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

void polygons_sort_by_size(Polygons *polygons) {
    if (polygons->items.count)
        qsort(polygons->items.items, polygons->items.count, sizeof(PolygonSpan), compare_sizes);
}
