/* See topology.h. The method is that of TopoJSON (M. Bostock, topojson-server: join, cut, dedup), linear in
 * the number of points. */
#include "topology.h"

#include "thin.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t NONE = UINT32_MAX;

void topology_free(Topology *topology) {
    array_free(&topology->points);
    array_free(&topology->weights);
    array_free(&topology->arcs);
    array_free(&topology->ring_arcs);
    array_free(&topology->rings);
}

/* ---- junctions: vertices where not all rings have the same two neighbours */

typedef struct Neighbours {
    uint32_t low, high;
} Neighbours;

static Neighbours sorted(uint32_t a, uint32_t b) {
    return a < b ? (Neighbours){a, b} : (Neighbours){b, a};
}

static void mark_ring(const uint32_t *vertices, size_t count, Neighbours *seen, bool *junctions) {
    for (size_t i = 0; i < count; i++) {
        uint32_t vertex = vertices[i];
        Neighbours now = sorted(vertices[i ? i - 1 : count - 1], vertices[i + 1 < count ? i + 1 : 0]);
        if (seen[vertex].low == NONE)
            seen[vertex] = now;
        else if (seen[vertex].low != now.low || seen[vertex].high != now.high)
            junctions[vertex] = true;
    }
}

static bool *find_junctions(const Mesh *mesh) {
    bool *junctions = memory_new(mesh->position_count * sizeof *junctions);
    memset(junctions, 0, mesh->position_count * sizeof *junctions);
    Neighbours *seen = memory_new(mesh->position_count * sizeof *seen);
    memset(seen, 0xFF, mesh->position_count * sizeof *seen);
    for (size_t r = 0; r < mesh->rings.count; r++) {
        SoupRing ring = mesh->rings.items[r];
        mark_ring(mesh->vertices.items + ring.first, ring.count, seen, junctions);
    }
    free(seen);
    return junctions;
}

/* ---- arcs, found again by their first two vertices: between junctions there is only one way on */

typedef struct Known {
    uint64_t edge; /* the first vertex and the second */
    int arc;
} Known;

typedef struct Cutter {
    Topology *topology;
    const Mesh *mesh;
    const bool *junctions;
    bool sides;
    Known *known;
    size_t known_size, known_count;
    uint32_t *walk; /* the vertices of the arc in hand */
    size_t walk_count, walk_capacity;
} Cutter;

static uint64_t edge_key(uint32_t from, uint32_t to) {
    return (uint64_t)from << 32 | to;
}

static Known *slot_of(Known *known, size_t size, uint64_t edge) {
    size_t at = (size_t)(edge * 0x9E3779B97F4A7C15u >> 20) & (size - 1);
    while (known[at].arc >= 0 && known[at].edge != edge) at = (at + 1) & (size - 1);
    return &known[at];
}

static Known *new_known(size_t size) {
    Known *known = memory_new(size * sizeof *known);
    for (size_t i = 0; i < size; i++) known[i].arc = -1;
    return known;
}

static void remember(Cutter *cutter, uint64_t edge, int arc) {
    if (2 * (cutter->known_count + 1) > cutter->known_size) {
        size_t larger = cutter->known_size * 2;
        Known *known = new_known(larger);
        for (size_t i = 0; i < cutter->known_size; i++)
            if (cutter->known[i].arc >= 0) *slot_of(known, larger, cutter->known[i].edge) = cutter->known[i];
        free(cutter->known);
        cutter->known = known;
        cutter->known_size = larger;
    }
    *slot_of(cutter->known, cutter->known_size, edge) = (Known){edge, arc};
    cutter->known_count++;
}

static int recall(const Cutter *cutter, uint64_t edge) {
    return slot_of(cutter->known, cutter->known_size, edge)->arc;
}

static int add_arc(Cutter *cutter) {
    Topology *topology = cutter->topology;
    size_t first = topology->points.count, count = cutter->walk_count;
    array_reserve(&topology->points, first + count);
    array_reserve(&topology->weights, first + count);
    for (size_t i = 0; i < count; i++)
        topology->points.items[first + i] = cutter->mesh->positions[cutter->walk[i]];
    thin_weigh(topology->points.items + first, count, topology->weights.items + first);
    topology->points.count = topology->weights.count = first + count;
    array_push(&topology->arcs, (ArcSpan){first, count, -1, -1});
    return (int)topology->arcs.count - 1;
}

/* The owner lies to the right of its ring's direction. */
static void set_side(Cutter *cutter, int arc, bool forward, int owner) {
    if (!cutter->sides) return;
    ArcSpan *span = &cutter->topology->arcs.items[arc];
    int *side = forward ? &span->right : &span->left;
    if (*side < 0) *side = owner;
}

/* Ends the arc in hand: one that is known already, in either direction, or a new one. */
static void finish_walk(Cutter *cutter, int owner) {
    const uint32_t *walk = cutter->walk;
    size_t last = cutter->walk_count - 1;
    uint64_t there = edge_key(walk[0], walk[1]), back = edge_key(walk[last], walk[last - 1]);
    int arc = recall(cutter, there);
    bool forward = arc >= 0;
    if (!forward) arc = recall(cutter, back);
    if (arc < 0) {
        arc = add_arc(cutter);
        forward = true;
        remember(cutter, there, arc);
    }
    set_side(cutter, arc, forward, owner);
    array_push(&cutter->topology->ring_arcs, forward ? arc : ~arc);
}

static void step(Cutter *cutter, uint32_t vertex) {
    if (cutter->walk_count == cutter->walk_capacity)
        cutter->walk =
            array_grow(cutter->walk, sizeof *cutter->walk, &cutter->walk_capacity, cutter->walk_count + 1);
    cutter->walk[cutter->walk_count++] = vertex;
}

/* Where the first arc of a ring begins: at a junction, else at the vertex of the lowest number, which any
 * ring over the same vertices will choose too. */
static size_t begin_of(const Cutter *cutter, const uint32_t *vertices, size_t count) {
    size_t lowest = 0;
    for (size_t i = 0; i < count; i++) {
        if (cutter->junctions[vertices[i]]) return i;
        if (vertices[i] < vertices[lowest]) lowest = i;
    }
    return lowest;
}

static void cut_ring(Cutter *cutter, SoupRing ring) {
    const uint32_t *vertices = cutter->mesh->vertices.items + ring.first;
    size_t begin = begin_of(cutter, vertices, ring.count), first = cutter->topology->ring_arcs.count;
    cutter->walk_count = 0;
    step(cutter, vertices[begin]);
    for (size_t i = 1; i <= ring.count; i++) {
        size_t at = begin + i < ring.count ? begin + i : begin + i - ring.count;
        step(cutter, vertices[at]);
        if (!cutter->junctions[vertices[at]] && i < ring.count) continue;
        finish_walk(cutter, ring.owner);
        cutter->walk_count = 0;
        step(cutter, vertices[at]);
    }
    array_push(&cutter->topology->rings,
               (RingSpan){first, cutter->topology->ring_arcs.count - first, ring.owner});
}

void topology_add(Topology *topology, const Mesh *mesh, bool sides) {
    bool *junctions = find_junctions(mesh);
    Cutter cutter = {
        .topology = topology, .mesh = mesh, .junctions = junctions, .sides = sides, .known_size = 4096};
    cutter.known = new_known(cutter.known_size);
    size_t first_ring = topology->rings.count;
    for (size_t r = 0; r < mesh->rings.count; r++) cut_ring(&cutter, mesh->rings.items[r]);
    for (size_t r = first_ring; r < topology->rings.count; r++) {
        RingSpan ring = topology->rings.items[r];
        thin_keep_ring(topology->arcs.items, topology->weights.items, topology->ring_arcs.items + ring.first,
                       ring.count);
    }
    free(cutter.walk);
    free(cutter.known);
    free(junctions);
}
