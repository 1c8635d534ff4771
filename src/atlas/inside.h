/*
 * What an atlas is made of, for the files that make and read it. Making ends in flat arrays without pointers,
 * which may as well be read from a packed file; what atlas.h shows points into them.
 */
#ifndef ATLAS_INSIDE_H
#define ATLAS_INSIDE_H

#include "cities.h"
#include "columns.h"
#include "polygons.h"

typedef struct FlatRing {
    uint64_t first, count; /* in ring_arcs */
} FlatRing;

enum { FLAT_MAIN = 1, FLAT_OVERSEAS = 2 };

typedef struct FlatPolygon {
    uint64_t first, count; /* in rings */
    double area, west, south, east, north;
    int32_t owner; /* a place in entries, or -1 for a lake */
    uint32_t flags;
} FlatPolygon;

typedef struct Flat {
    const LonLat *points;
    const float *weights; /* one a point */
    const ArcSpan *arcs;
    const int *ring_arcs;
    const FlatRing *rings;
    const FlatPolygon *polygons; /* by owner; the lakes last */
    size_t point_count, arc_count, ring_arc_count, ring_count, polygon_count;
    size_t country_arc_count; /* the countries' arcs come first */
    size_t first_lake;        /* of polygons */
} Flat;

/* The sentence for the source line, as the worldview has it, and in other languages. */
typedef struct BordersNote {
    const char *language; /* NULL for the first, which is for all others */
    const char *text;
} BordersNote;

typedef struct BordersNotes {
    const BordersNote *items;
    size_t count;
} BordersNotes;

struct dateline_atlas {
    Arena *arena;
    const char *folder, *scale, *version, *worldview;
    BordersNotes notes;
    bool scale_is_free; /* nobody asked for this one */

    Entries entries;      /* the countries in order of their codes, then likewise what is part of another */
    size_t country_count; /* of entries */
    Flat flat;
    LonLats *disputed;
    size_t disputed_count;
    Cities cities;
    const Sea *seas;
    size_t sea_count;

    /* Where flat's arrays are: in a topology, or in a file that is mapped. */
    Topology topology;
    const void *mapped;
    size_t mapped_size;

    /* What flat is shown as. */
    Arc *arcs;
    Polygon *polygons;
};

/* Fills in flat from the atlas's topology. */
void flat_make(Atlas *atlas, const Polygons *polygons, const Polygons *lakes);
/* Fills in arcs and polygons from flat, and the polygons and areas of all entries. */
void views_make(Atlas *atlas);

#endif
