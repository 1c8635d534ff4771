/* See mesh.h. */
#include "mesh.h"

#include <math.h>
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
    uint64_t lon = (uint64_t)(int64_t)llrint((position.lon + 180) * 1e7);
    uint64_t lat = (uint64_t)(int64_t)llrint((position.lat + 90) * 1e7);
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
    while (((size_t)1 << bits) < 2 * items) bits++;
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

Mesh mesh_of(const Soup *soup) {
    Mesh mesh = {.positions = soup->points.items, .position_count = soup->points.count};
    uint64_t *keys = memory_new(soup->points.count * sizeof *keys);
    for (size_t i = 0; i < soup->points.count; i++) keys[i] = key_of(soup->points.items[i]);
    Slots slots = slots_for(soup->points.count);
    array_reserve(&mesh.vertices, soup->points.count);
    array_reserve(&mesh.rings, soup->rings.count);
    for (size_t r = 0; r < soup->rings.count; r++) {
        SoupRing ring = soup->rings.items[r];
        array_push(&mesh.rings, (SoupRing){mesh.vertices.count, ring.count, ring.owner, ring.on_seam});
        for (size_t i = 0; i < ring.count; i++)
            array_push(&mesh.vertices, number_of(&slots, keys, (uint32_t)(ring.first + i)));
    }
    free(slots.first);
    free(keys);
    return mesh;
}
