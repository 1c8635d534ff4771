/*
 * The rings of a soup as numbers of vertices: equal positions have equal numbers, whoever's ring they are in.
 * Removes what two rings of one owner share, so that what the files cut, or a worldview put together, becomes
 * one. Knows nothing of arcs.
 */
#ifndef ATLAS_MESH_H
#define ATLAS_MESH_H

#include "soup.h"

#include <stdint.h>

typedef struct Mesh {
    const LonLat *positions; /* by vertex; borrowed from the soup */
    size_t position_count;
    ARRAY(uint32_t) vertices; /* ring by ring */
    ARRAY(SoupRing) rings;    /* first and count are places in vertices */
} Mesh;

/* Lines that vanished between two rings of one owner: line i runs from starts[i] to starts[i + 1] or the end.
 */
typedef struct MeshLines {
    ARRAY(LonLat) points;
    ARRAY(size_t) starts;
} MeshLines;

Mesh mesh_of(const Soup *soup);
void mesh_free(Mesh *mesh);
/* Joins the rings of every owner with joins[owner], see dissolve.c, and tells what vanished along dashed
 * rings. */
void mesh_dissolve(Mesh *mesh, const bool *joins, size_t owner_count, MeshLines *told);

#endif
