/*
 * Rings as the files have them, in one flat list, each with its owner: closed without repeating the first
 * point, interior on the right for outer rings. What the files cut at 180 degrees gets the same points on
 * both sides of the cut, so that the topology can find and remove it. Knows nothing of shared borders.
 */
#ifndef ATLAS_SOUP_H
#define ATLAS_SOUP_H

#include "../base/memory.h"
#include "../geo/geo.h"
#include "shapefile.h"

typedef struct SoupRing {
    size_t first, count;
    int owner;
    bool on_seam; /* has points on the cut at 180 degrees */
    bool dashed;  /* where it is joined to another ring of its owner, its edge stays as a disputed line */
} SoupRing;

typedef struct Soup {
    ARRAY(LonLat) points;
    ARRAY(SoupRing) rings;
} Soup;

/* Adds every part of shape; parts of fewer than three different points vanish. */
void soup_add(Soup *soup, const Shape *shape, int owner, bool dashed);
/* To be called once after the last ring: makes both sides of the cut at 180 degrees alike. */
void soup_settle_seam(Soup *soup);
void soup_free(Soup *soup);

#endif
