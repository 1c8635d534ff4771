/*
 * Rings put together: which hole lies in which outer ring, how large the polygon is and where. Knows owners
 * by number only.
 */
#ifndef ATLAS_POLYGONS_H
#define ATLAS_POLYGONS_H

#include "atlas.h"
#include "topology.h"

typedef struct PolygonSpan {
    size_t first, count; /* in ring_order, the outer ring first */
    int owner;
    double area; /* square kilometres */
    double west, south, east, north;
    bool main, overseas;
} PolygonSpan;

typedef struct Polygons {
    ARRAY(size_t) ring_order; /* rings of the topology */
    ARRAY(PolygonSpan) items; /* by owner, the largest first */
} Polygons;

/* Adds the topology's rings from first_ring on, which use arcs from first_arc on. Rings that run the wrong
 * way round are turned. */
void polygons_add(Polygons *polygons, Topology *topology, size_t first_ring, size_t first_arc);
/* The middle of its box. */
LonLat polygon_middle(const PolygonSpan *span);

/* By owner, the largest first. */
void polygons_sort(Polygons *polygons);
/* Puts the largest first, whoever owns it. */
void polygons_sort_by_size(Polygons *polygons);
void polygons_free(Polygons *polygons);

/* The whole ring at full detail into points, which is emptied first. */
void ring_collect(const Topology *topology, const RingSpan *ring, LonLatArray *points);

#endif
