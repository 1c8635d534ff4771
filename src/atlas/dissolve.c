/*
 * Joins rings of one owner, see mesh.h: edges that two of its rings run in opposite directions vanish, and
 * what is left of the rings is linked into new ones. So the cut at 180 degrees goes, the edge of Antarctica
 * along the pole, and the border of a part that a worldview gave to its neighbour.
 */
#include "mesh.h"

#include <stdlib.h>
#include <string.h>

/* A set of directed edges. Zero is no edge: it would run from vertex 0 to itself. */
typedef struct Edges {
    uint64_t *keys;
    size_t size, count;
} Edges;

/* What is left of a ring between two edges that vanished: vertices of the mesh, ends included. */
typedef struct Chain {
    uint32_t start, end;
    size_t first, count; /* in Joiner.vertices */
    bool used;
} Chain;

typedef struct Joiner {
    Mesh *mesh;
    uint8_t *uses; /* how many rings pass a vertex, 2 for more */
    Edges edges;
    Edges dashed_edges, told_edges;
    MeshLines *told;
    bool telling; /* the last edge was told, so that the next one continues its line */
    ARRAY(uint32_t) vertices;
    ARRAY(Chain) chains;
} Joiner;

static uint64_t edge_key(uint32_t from, uint32_t to) {
    return (uint64_t)from << 32 | to;
}

static uint64_t *edge_slot(uint64_t *keys, size_t size, uint64_t key) {
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> 20) & (size - 1);
    while (keys[at] && keys[at] != key) at = (at + 1) & (size - 1);
    return &keys[at];
}

static void edges_resize(Edges *edges, size_t size) {
    uint64_t *keys = memory_new(size * sizeof *keys);
    memset(keys, 0, size * sizeof *keys);
    for (size_t i = 0; i < edges->size; i++)
        if (edges->keys[i]) *edge_slot(keys, size, edges->keys[i]) = edges->keys[i];
    free(edges->keys);
    edges->keys = keys;
    edges->size = size;
}

static void edges_add(Edges *edges, uint64_t key) {
    if (2 * (edges->count + 1) > edges->size) edges_resize(edges, edges->size ? 2 * edges->size : 1024);
    uint64_t *slot = edge_slot(edges->keys, edges->size, key);
    edges->count += *slot == 0;
    *slot = key;
}

static void edges_add_both(Edges *edges, uint32_t from, uint32_t to) {
    edges_add(edges, edge_key(from, to));
    edges_add(edges, edge_key(to, from));
}

static bool edges_have(const Edges *edges, uint64_t key) {
    return edges->size && *edge_slot(edges->keys, edges->size, key) == key;
}

static uint32_t vertex_after(const uint32_t *vertices, size_t count, size_t at) {
    return vertices[at + 1 < count ? at + 1 : 0];
}

/* The tip of a spike, such as the pole at the end of a cut, counts twice: its two edges are each other's
 * counterparts. */
static void count_uses(Joiner *joiner) {
    const Mesh *mesh = joiner->mesh;
    joiner->uses = memory_new(mesh->position_count);
    memset(joiner->uses, 0, mesh->position_count);
    for (size_t r = 0; r < mesh->rings.count; r++) {
        SoupRing ring = mesh->rings.items[r];
        const uint32_t *vertices = mesh->vertices.items + ring.first;
        uint32_t before = ring.count ? vertices[ring.count - 1] : 0;
        for (size_t i = 0; i < ring.count; before = vertices[i++]) {
            uint8_t *uses = &joiner->uses[vertices[i]];
            bool tip = before == vertex_after(vertices, ring.count, i);
            if (*uses < 2) *uses = (uint8_t)(tip ? 2 : *uses + 1);
        }
    }
}

/* Only an edge between two vertices that are passed twice can have a counterpart. */
static void gather_edges(Joiner *joiner, int owner) {
    const Mesh *mesh = joiner->mesh;
    for (size_t r = 0; r < mesh->rings.count; r++) {
        SoupRing ring = mesh->rings.items[r];
        if (ring.owner != owner) continue;
        const uint32_t *vertices = mesh->vertices.items + ring.first;
        for (size_t i = 0; i < ring.count; i++) {
            uint32_t next = vertex_after(vertices, ring.count, i);
            if (joiner->uses[vertices[i]] < 2 || joiner->uses[next] < 2) continue;
            edges_add(&joiner->edges, edge_key(vertices[i], next));
            if (ring.dashed) edges_add_both(&joiner->dashed_edges, vertices[i], next);
        }
    }
}

static bool vanishes(const Joiner *joiner, uint32_t from, uint32_t to) {
    return joiner->uses[from] > 1 && joiner->uses[to] > 1 && edges_have(&joiner->edges, edge_key(to, from)) &&
           edges_have(&joiner->edges, edge_key(from, to));
}

static void start_chain(Joiner *joiner, uint32_t vertex) {
    array_push(&joiner->chains, (Chain){vertex, vertex, joiner->vertices.count, 1, false});
    array_push(&joiner->vertices, vertex);
}

static void extend_chain(Joiner *joiner, uint32_t vertex) {
    Chain *chain = &joiner->chains.items[joiner->chains.count - 1];
    chain->end = vertex;
    chain->count++;
    array_push(&joiner->vertices, vertex);
}

/* The cut at 180 degrees is no border. */
static bool is_worth_telling(const Joiner *joiner, uint32_t from, uint32_t to) {
    const LonLat *positions = joiner->mesh->positions;
    uint64_t key = edge_key(from, to);
    return edges_have(&joiner->dashed_edges, key) && !edges_have(&joiner->told_edges, key) &&
           !(positions[from].lon == 180 && positions[to].lon == 180);
}

/* Each vanishing edge is met twice, once in either direction, and told once. */
static void tell_edge(Joiner *joiner, uint32_t from, uint32_t to) {
    if (!is_worth_telling(joiner, from, to)) {
        joiner->telling = false;
        return;
    }
    MeshLines *told = joiner->told;
    if (!joiner->telling) {
        array_push(&told->starts, told->points.count);
        array_push(&told->points, joiner->mesh->positions[from]);
    }
    array_push(&told->points, joiner->mesh->positions[to]);
    edges_add_both(&joiner->told_edges, from, to);
    joiner->telling = true;
}

/* Takes the ring apart, if any of its edges vanishes; an empty ring stays behind. */
static void break_ring(Joiner *joiner, SoupRing *ring) {
    const uint32_t *vertices = joiner->mesh->vertices.items + ring->first;
    size_t begin = 0, count = ring->count;
    while (begin < count && !vanishes(joiner, vertices[begin], vertex_after(vertices, count, begin))) begin++;
    if (begin == count) return;
    bool open = false;
    joiner->telling = false;
    for (size_t i = 1; i <= count; i++) {
        size_t at = (begin + i) % count;
        uint32_t next = vertex_after(vertices, count, at);
        if (vanishes(joiner, vertices[at], next)) {
            tell_edge(joiner, vertices[at], next);
            open = false;
            continue;
        }
        joiner->telling = false;
        if (!open) start_chain(joiner, vertices[at]);
        extend_chain(joiner, next);
        open = true;
    }
    ring->count = 0;
}

static int compare_chains(const void *a, const void *b) {
    const Chain *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

static Chain *unused_chain_from(Joiner *joiner, uint32_t start) {
    size_t low = 0, high = joiner->chains.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (joiner->chains.items[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < joiner->chains.count && joiner->chains.items[low].start == start; low++)
        if (!joiner->chains.items[low].used) return &joiner->chains.items[low];
    return NULL;
}

/* Adds the chain's vertices but the last, which is the next chain's first. Returns how many. */
static size_t append_chain(Joiner *joiner, Chain *chain) {
    chain->used = true;
    for (size_t i = 0; i + 1 < chain->count; i++)
        array_push(&joiner->mesh->vertices, joiner->vertices.items[chain->first + i]);
    return chain->count - 1;
}

/* At every vertex as many chains end as begin, so that a walk always comes back to where it began. */
static size_t walk_from(Joiner *joiner, Chain *chain) {
    uint32_t start = chain->start;
    size_t count = append_chain(joiner, chain);
    while (chain->end != start && (chain = unused_chain_from(joiner, chain->end)))
        count += append_chain(joiner, chain);
    return count;
}

static void link_chains(Joiner *joiner, int owner) {
    Mesh *mesh = joiner->mesh;
    if (joiner->chains.count)
        qsort(joiner->chains.items, joiner->chains.count, sizeof(Chain), compare_chains);
    for (size_t i = 0; i < joiner->chains.count; i++) {
        if (joiner->chains.items[i].used) continue;
        size_t first = mesh->vertices.count, count = walk_from(joiner, &joiner->chains.items[i]);
        if (count < 3)
            mesh->vertices.count = first;
        else
            array_push(&mesh->rings, (SoupRing){first, count, owner, false, false});
    }
}

static void join_owner(Joiner *joiner, int owner) {
    Mesh *mesh = joiner->mesh;
    gather_edges(joiner, owner);
    size_t ring_count = mesh->rings.count;
    for (size_t r = 0; r < ring_count; r++)
        if (mesh->rings.items[r].owner == owner) break_ring(joiner, &mesh->rings.items[r]);
    link_chains(joiner, owner);
    joiner->chains.count = joiner->vertices.count = 0;
    if (joiner->edges.size) memset(joiner->edges.keys, 0, joiner->edges.size * sizeof(uint64_t));
    joiner->edges.count = 0;
}

static void drop_empty_rings(Mesh *mesh) {
    size_t kept = 0;
    for (size_t r = 0; r < mesh->rings.count; r++)
        if (mesh->rings.items[r].count) mesh->rings.items[kept++] = mesh->rings.items[r];
    mesh->rings.count = kept;
}

void mesh_dissolve(Mesh *mesh, const bool *joins, size_t owner_count, MeshLines *told) {
    Joiner joiner = {.mesh = mesh, .told = told};
    count_uses(&joiner);
    for (size_t owner = 0; owner < owner_count; owner++)
        if (joins[owner]) join_owner(&joiner, (int)owner);
    drop_empty_rings(mesh);
    free(joiner.uses);
    free(joiner.edges.keys);
    free(joiner.dashed_edges.keys);
    free(joiner.told_edges.keys);
    array_free(&joiner.vertices);
    array_free(&joiner.chains);
}
