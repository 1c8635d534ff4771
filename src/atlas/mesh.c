/* See mesh.h. */
#include "mesh.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t NONE = UINT32_MAX;

void mesh_free(Mesh *mesh) {
    array_free(&mesh->vertices);
    array_free(&mesh->rings);
}

/* ---- numbering */

/* A position in steps of a ten-millionth of a degree (1 cm): neighbours in the files agree to the twelfth
 * digit only. */
static uint64_t key_of(LonLat position) {
    uint64_t lon = (uint64_t)((position.lon + 180) * 1e7 + 0.5),
             lat = (uint64_t)((position.lat + 90) * 1e7 + 0.5);
    return lon << 32 | lat;
}

static size_t hash_of(uint64_t key, unsigned shift) {
    return (size_t)(key * 0x9E3779B97F4A7C15u >> shift);
}

typedef struct Slots {
    uint32_t *first; /* the first point at a position, or NONE */
    size_t count;
    unsigned shift;
} Slots;

static Slots slots_for(size_t items) {
    unsigned bits = 4;
    while (((size_t)1 << bits) < items + items / 2) bits++;
    Slots slots = {NULL, (size_t)1 << bits, 64 - bits};
    slots.first = memory_new(slots.count * sizeof(uint32_t));
    memset(slots.first, 0xFF, slots.count * sizeof(uint32_t));
    return slots;
}

/* The number of a position is that of the first point that has it. */
static uint32_t number_of(Slots *slots, const uint64_t *keys, uint32_t point) {
    size_t at = hash_of(keys[point], slots->shift);
    while (slots->first[at] != NONE) {
        if (keys[slots->first[at]] == keys[point]) return slots->first[at];
        at = (at + 1) & (slots->count - 1);
    }
    return slots->first[at] = point;
}

/* The table is larger than the processor's caches: what will be looked at soon is sent for early. */
static void send_for(const Slots *slots, uint64_t key) {
    __builtin_prefetch(&slots->first[hash_of(key, slots->shift)]);
}

enum { AHEAD = 16 };

/* Points that only repeat the one before, to the centimetre, are left out. */
static void number_ring(Mesh *mesh, Slots *slots, const uint64_t *keys, SoupRing ring) {
    size_t first = mesh->vertices.count;
    for (size_t i = 0; i < ring.count; i++) {
        if (i + AHEAD < ring.count) send_for(slots, keys[ring.first + i + AHEAD]);
        uint32_t vertex = number_of(slots, keys, (uint32_t)(ring.first + i));
        if (mesh->vertices.count == first || mesh->vertices.items[mesh->vertices.count - 1] != vertex)
            mesh->vertices.items[mesh->vertices.count++] = vertex;
    }
    const uint32_t *vertices = mesh->vertices.items;
    while (mesh->vertices.count > first + 1 && vertices[first] == vertices[mesh->vertices.count - 1])
        mesh->vertices.count--;
    if (mesh->vertices.count - first < 3)
        mesh->vertices.count = first;
    else
        array_push(&mesh->rings,
                   (SoupRing){first, mesh->vertices.count - first, ring.owner, ring.on_seam, ring.dashed});
}

Mesh mesh_of(const Soup *soup) {
    Mesh mesh = {.positions = soup->points.items, .position_count = soup->points.count};
    uint64_t *keys = memory_new(soup->points.count * sizeof *keys);
    for (size_t i = 0; i < soup->points.count; i++) keys[i] = key_of(soup->points.items[i]);
    Slots slots = slots_for(soup->points.count);
    array_reserve(&mesh.vertices, soup->points.count);
    array_reserve(&mesh.rings, soup->rings.count);
    for (size_t r = 0; r < soup->rings.count; r++) number_ring(&mesh, &slots, keys, soup->rings.items[r]);
    free(slots.first);
    free(keys);
    return mesh;
}
