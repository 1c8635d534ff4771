/* See parts.h. */
#include "parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Comparing each polygon with each other takes too long for more: then all of the country is its main part.
 */
enum { MOST_POLYGONS = 5000 };

static const double KM_PER_DEGREE = 111.195, STEP = 300, FARTHEST = 750, LARGE_SHARE = 0.1;

static double width_of(const PolygonSpan *span) {
    return span->east - span->west + (span->west > span->east ? 360 : 0);
}

/* Degrees of longitude between two boxes, 0 where they overlap. */
static double gap_of(const PolygonSpan *a, const PolygonSpan *b) {
    double eastward = b->west - a->east, westward = a->west - b->east;
    eastward -= 360 * floor(eastward / 360);
    westward -= 360 * floor(westward / 360);
    /* Round the sphere once: both boxes and both gaps, or the boxes overlap. */
    if (fabs(width_of(a) + width_of(b) + eastward + westward - 360) > 0.5) return 0;
    return fmin(eastward, westward);
}

/* Kilometres between two boxes, as on a plane narrowed at the latitude between them. */
static double distance(const PolygonSpan *a, const PolygonSpan *b) {
    double up = fmax(0, fmax(a->south - b->north, b->south - a->north));
    double lat = (fmax(a->south, b->south) + fmin(a->north, b->north)) / 2;
    return KM_PER_DEGREE * hypot(up, gap_of(a, b) * cos(lat * 0.017453292519943295));
}

/* One country's polygons, the largest first. */
typedef struct Parts {
    PolygonSpan *items;
    size_t count;
    const int *unit_of; /* NULL where no polygon belongs to a unit */
    const Atlas *atlas;
} Parts;

/* The unit with an ISO code of its own that the polygon belongs to, or NULL. */
static const Entry *unit_of(const Parts *parts, size_t i) {
    if (!parts->unit_of || parts->unit_of[i] < 0) return NULL;
    const Entry *unit = &parts->atlas->entries.items[parts->unit_of[i]];
    return unit->has_iso ? unit : NULL;
}

static size_t largest_of(const Parts *parts) {
    for (size_t i = 0; i < parts->count; i++)
        if (!unit_of(parts, i)) return i;
    return parts->count;
}

static bool is_large(const Parts *parts, size_t i, size_t largest) {
    return !unit_of(parts, i) && parts->items[i].area >= LARGE_SHARE * parts->items[largest].area;
}

static bool is_near_large(const Parts *parts, size_t i, size_t largest) {
    for (size_t k = largest;
         k < parts->count && parts->items[k].area >= LARGE_SHARE * parts->items[largest].area; k++)
        if (!unit_of(parts, k) && distance(&parts->items[i], &parts->items[k]) <= FARTHEST) return true;
    return false;
}

/* From every polygon of the main part to its neighbours, and on from those. */
static void spread(const Parts *parts, size_t largest) {
    size_t *queue = memory_new(parts->count * sizeof *queue), queued = 0;
    for (size_t i = largest; i < parts->count; i++)
        if (parts->items[i].main) queue[queued++] = i;
    for (size_t next = 0; next < queued; next++)
        for (size_t i = largest; i < parts->count; i++) {
            PolygonSpan *span = &parts->items[i];
            if (span->main || unit_of(parts, i)) continue;
            if (distance(span, &parts->items[queue[next]]) > STEP + sqrt(span->area)) continue;
            if (!is_near_large(parts, i, largest)) continue;
            span->main = true;
            queue[queued++] = i;
        }
    free(queue);
}

static void mark_all(const Parts *parts) {
    for (size_t i = 0; i < parts->count; i++) parts->items[i].main = true;
}

static void mark_parts(const Parts *parts, const Entry *entry) {
    size_t largest = largest_of(parts);
    if (largest == parts->count || parts->count > MOST_POLYGONS) { /* nothing but units, or too many */
        mark_all(parts);
        return;
    }
    for (size_t i = 0; i < parts->count; i++) {
        const Entry *unit = unit_of(parts, i);
        parts->items[i].main = is_large(parts, i, largest);
        parts->items[i].overseas = unit && strcmp(unit->country.continent, entry->country.continent) != 0;
    }
    spread(parts, largest);
}

void parts_mark(const Atlas *atlas, Polygons *polygons, size_t country_polygons, const int *units) {
    PolygonSpan *items = polygons->items.items;
    size_t count = polygons->items.count;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && items[end].owner == items[first].owner;) end++;
        Parts parts = {items + first, end - first, end <= country_polygons ? units + first : NULL, atlas};
        mark_parts(&parts, &atlas->entries.items[items[first].owner]);
    }
}
