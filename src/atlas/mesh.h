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

Mesh mesh_of(const Soup *soup);
void mesh_free(Mesh *mesh);
/* Joins the rings of every owner with joined[owner]; see dissolve.c. */
void mesh_dissolve(Mesh *mesh, const bool *joined, int owner_count);

#endif
