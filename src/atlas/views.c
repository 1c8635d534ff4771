/* From the topology to flat arrays, and from those to the structs of atlas.h, which point into them; see
 * inside.h. */
#include "inside.h"

/* ---- flat */

static size_t add_polygons(const Topology *topology, const Polygons *from, bool lakes, FlatRing *rings,
                           size_t first_ring, FlatPolygon *polygons) {
    for (size_t i = 0; i < from->items.count; i++) {
        const PolygonSpan *span = &from->items.items[i];
        polygons[i] = (FlatPolygon){first_ring,
                                    span->count,
                                    span->area,
                                    span->west,
                                    span->south,
                                    span->east,
                                    span->north,
                                    lakes ? -1 : span->owner,
                                    (span->main ? FLAT_MAIN : 0U) | (span->overseas ? FLAT_OVERSEAS : 0U)};
        for (size_t r = 0; r < span->count; r++) {
            RingSpan ring = topology->rings.items[from->ring_order.items[span->first + r]];
            rings[first_ring++] = (FlatRing){ring.first, ring.count};
        }
    }
    return first_ring;
}

static size_t count_rings(const Polygons *polygons) {
    size_t count = 0;
    for (size_t i = 0; i < polygons->items.count; i++) count += polygons->items.items[i].count;
    return count;
}

void flat_make(Atlas *atlas, const Polygons *polygons, const Polygons *lakes) {
    const Topology *topology = &atlas->topology;
    Flat *flat = &atlas->flat;
    flat->first_lake = polygons->items.count;
    flat->polygon_count = flat->first_lake + lakes->items.count;
    flat->ring_count = count_rings(polygons) + count_rings(lakes);
    FlatRing *rings = ARENA_ARRAY(atlas->arena, FlatRing, flat->ring_count);
    FlatPolygon *all = ARENA_ARRAY(atlas->arena, FlatPolygon, flat->polygon_count);
    size_t next = add_polygons(topology, polygons, false, rings, 0, all);
    add_polygons(topology, lakes, true, rings, next, all + flat->first_lake);
    flat->rings = rings;
    flat->polygons = all;
    flat->points = topology->points.items;
    flat->point_count = topology->points.count;
    flat->weights = topology->weights.items;
    flat->arcs = topology->arcs.items;
    flat->arc_count = topology->arcs.count;
    flat->ring_arcs = topology->ring_arcs.items;
    flat->ring_arc_count = topology->ring_arcs.count;
}

/* ---- views */

static Arc *view_arcs(Arena *arena, const Flat *flat) {
    Arc *arcs = ARENA_ARRAY(arena, Arc, flat->arc_count);
    for (size_t i = 0; i < flat->arc_count; i++) {
        ArcSpan span = flat->arcs[i];
        arcs[i] =
            (Arc){flat->points + span.first, flat->weights + span.first, span.count, span.left, span.right};
    }
    return arcs;
}

static Polygon *view_polygons(Arena *arena, const Flat *flat) {
    Ring *rings = ARENA_ARRAY(arena, Ring, flat->ring_count);
    for (size_t i = 0; i < flat->ring_count; i++)
        rings[i] = (Ring){flat->ring_arcs + flat->rings[i].first, flat->rings[i].count};
    Polygon *polygons = ARENA_ARRAY(arena, Polygon, flat->polygon_count);
    for (size_t i = 0; i < flat->polygon_count; i++) {
        const FlatPolygon *from = &flat->polygons[i];
        polygons[i] = (Polygon){rings + from->first,
                                from->count,
                                from->area,
                                from->west,
                                from->south,
                                from->east,
                                from->north,
                                from->flags & FLAT_MAIN,
                                from->flags & FLAT_OVERSEAS};
    }
    return polygons;
}

void views_make(Atlas *atlas) {
    const Flat *flat = &atlas->flat;
    atlas->arcs = view_arcs(atlas->arena, flat);
    atlas->polygons = view_polygons(atlas->arena, flat);
    for (size_t i = 0; i < flat->first_lake; i++) {
        Country *country = &atlas->entries.items[flat->polygons[i].owner].country;
        if (!country->polygon_count) country->polygons = &atlas->polygons[i];
        country->polygon_count++;
        country->area += flat->polygons[i].area;
    }
}
