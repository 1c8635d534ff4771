/* What an atlas is made of, for the files that make and read it. */
#ifndef ATLAS_INSIDE_H
#define ATLAS_INSIDE_H

#include "cities.h"
#include "columns.h"
#include "polygons.h"

struct dateline_atlas {
    Arena *arena;
    const char *folder, *scale, *version, *worldview, *note;
    bool scale_is_free; /* nobody asked for this one */

    Entries entries;      /* the countries in order of their codes, then likewise what is part of another */
    size_t country_count; /* of entries */

    Topology topology; /* of everything; the countries' arcs come first */
    size_t country_arc_count;
    Polygons polygons; /* owners are places in entries */
    Polygons lakes;    /* owners are lakes */

    /* What the flat arrays above are shown as. */
    Arc *arcs;
    Polygon *lake_views;
    LonLats *disputed;
    size_t disputed_count;
    Cities cities;
};

/* Fills in arcs, lake_views and the polygons of all entries. */
void views_make(Atlas *atlas);

#endif
