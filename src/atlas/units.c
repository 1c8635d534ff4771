/* See units.h. */
#include "units.h"

#include "plane.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How alike a unit's polygon and a country's must be to be one thing at two scales. */
static const double NEAR = 0.5 /* degrees between the middles of their boxes */, LARGER = 1.6,
                    LEAST_SHARE = 0.75;

/* How far apart the middles of two polygons lie, in degrees of the flat neighbourhood. */
static double apart(const PolygonSpan *a, const PolygonSpan *b) {
    LonLat x = polygon_middle(a), y = polygon_middle(b);
    return hypot(plane_turn(x.lon, y.lon) * cos(x.lat * 0.017453292519943295), y.lat - x.lat);
}

/* The half diagonal of a box: a large island's middle may move more from scale to scale than a small one's.
 */
static double reach(const PolygonSpan *span) {
    double width = span->east - span->west + (span->west > span->east ? 360 : 0);
    return hypot(width * cos((span->south + span->north) / 2 * 0.017453292519943295),
                 span->north - span->south) /
           2;
}

/* A country's polygon belongs to a unit when it is about where one of the unit's is, and not much larger. */
static bool belongs(const Polygons *polygons, const PolygonSpan *polygon, int unit,
                    size_t first_unit_polygon) {
    for (size_t i = first_unit_polygon; i < polygons->items.count; i++) {
        const PolygonSpan *own = &polygons->items.items[i];
        if (own->owner == unit && polygon->area < LARGER * own->area &&
            apart(polygon, own) < fmax(NEAR, reach(own) / 4))
            return true;
    }
    return false;
}

static double area_of(const Polygons *polygons, int owner, size_t first) {
    double area = 0;
    for (size_t i = first; i < polygons->items.count; i++)
        if (polygons->items.items[i].owner == owner) area += polygons->items.items[i].area;
    return area;
}

static int parent_of(const Atlas *atlas, const Entry *unit) {
    for (size_t i = 0; i < atlas->country_count; i++)
        if (!strcmp(atlas->entries.items[i].own_code, unit->parent_code)) return (int)i;
    return -1;
}

/* Marks the country's polygons that belong to the unit; false, and none is marked, if they are not about all
 * of it. */
static bool mark(const Atlas *atlas, const Polygons *polygons, int unit, size_t country_polygons,
                 int *unit_of) {
    int parent = parent_of(atlas, &atlas->entries.items[unit]);
    double found = 0, wanted = area_of(polygons, unit, country_polygons);
    for (size_t i = 0; i < country_polygons; i++) {
        const PolygonSpan *polygon = &polygons->items.items[i];
        if (polygon->owner != parent || unit_of[i] >= 0 ||
            !belongs(polygons, polygon, unit, country_polygons))
            continue;
        unit_of[i] = unit;
        found += polygon->area;
    }
    if (wanted > 0 && found >= LEAST_SHARE * wanted) return true;
    for (size_t i = 0; i < country_polygons; i++)
        if (unit_of[i] == unit) unit_of[i] = -1;
    return false;
}

/* Replaces the unit's own polygons by the marked ones. */
static void adopt(Polygons *polygons, int unit, size_t country_polygons, const int *unit_of) {
    size_t kept = country_polygons;
    for (size_t i = country_polygons; i < polygons->items.count; i++)
        if (polygons->items.items[i].owner != unit) polygons->items.items[kept++] = polygons->items.items[i];
    polygons->items.count = kept;
    for (size_t i = 0; i < country_polygons; i++) {
        if (unit_of[i] != unit) continue;
        PolygonSpan copy = polygons->items.items[i];
        copy.owner = unit;
        array_push(&polygons->items, copy);
    }
}

void units_adopt(const Atlas *atlas, Polygons *polygons, size_t country_polygons, int *unit_of) {
    for (size_t i = 0; i < country_polygons; i++) unit_of[i] = -1;
    for (size_t unit = atlas->country_count; unit < atlas->entries.count; unit++)
        if (atlas->entries.items[unit].table == TABLE_UNITS &&
            mark(atlas, polygons, (int)unit, country_polygons, unit_of))
            adopt(polygons, (int)unit, country_polygons, unit_of);
    polygons_sort(polygons);
}
