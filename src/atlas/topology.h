/*
 * Arcs between the places where three areas meet, each stored once, and rings as lists of arcs, as in
 * TopoJSON. Plain flat arrays without pointers between them. Knows no country but by number.
 */
#ifndef ATLAS_TOPOLOGY_H
#define ATLAS_TOPOLOGY_H

#include "mesh.h"

typedef struct ArcSpan {
    size_t first, count; /* in points and weights */
    int left, right;     /* owners, -1 for none */
} ArcSpan;

typedef struct RingSpan {
    size_t first, count; /* in ring_arcs */
    int owner;
} RingSpan;

typedef struct Topology {
    ARRAY(LonLat) points;
    ARRAY(float) weights;
    ARRAY(ArcSpan) arcs;
    ARRAY(int) ring_arcs;
    ARRAY(RingSpan) rings;
} Topology;

/* Adds the rings of mesh with new arcs. Without sides the arcs get no left and right. */
void topology_add(Topology *topology, const Mesh *mesh, bool sides);
void topology_free(Topology *topology);

#endif
