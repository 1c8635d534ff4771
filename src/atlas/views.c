/* Shows the flat arrays of an atlas as the structs of atlas.h, which point into them. */
#include "inside.h"

static Arc *view_arcs(Arena *arena, const Topology *topology) {
    Arc *arcs = ARENA_ARRAY(arena, Arc, topology->arcs.count);
    for (size_t i = 0; i < topology->arcs.count; i++) {
        ArcSpan span = topology->arcs.items[i];
        arcs[i] = (Arc){topology->points.items + span.first, topology->weights.items + span.first, span.count,
                        span.left, span.right};
    }
    return arcs;
}

static Ring *view_rings(Arena *arena, const Topology *topology, const Polygons *polygons) {
    Ring *rings = ARENA_ARRAY(arena, Ring, polygons->ring_order.count);
    for (size_t i = 0; i < polygons->ring_order.count; i++) {
        RingSpan span = topology->rings.items[polygons->ring_order.items[i]];
        rings[i] = (Ring){topology->ring_arcs.items + span.first, span.count};
    }
    return rings;
}

static Polygon *view_polygons(Arena *arena, const Topology *topology, const Polygons *polygons) {
    Ring *rings = view_rings(arena, topology, polygons);
    Polygon *views = ARENA_ARRAY(arena, Polygon, polygons->items.count);
    for (size_t i = 0; i < polygons->items.count; i++) {
        const PolygonSpan *span = &polygons->items.items[i];
        views[i] = (Polygon){rings + span->first, span->count, span->area, span->west,    span->south,
                             span->east,          span->north, span->main, span->overseas};
    }
    return views;
}

void views_make(Atlas *atlas) {
    atlas->arcs = view_arcs(atlas->arena, &atlas->topology);
    atlas->lake_views = view_polygons(atlas->arena, &atlas->topology, &atlas->lakes);
    Polygon *views = view_polygons(atlas->arena, &atlas->topology, &atlas->polygons);
    for (size_t i = 0; i < atlas->polygons.items.count; i++) {
        Country *country = &atlas->entries.items[atlas->polygons.items.items[i].owner].country;
        if (!country->polygon_count) country->polygons = &views[i];
        country->polygon_count++;
        country->area += views[i].area;
    }
}
