/* See atlas.h. */
#include "atlas.h"

#include "../base/files.h"
#include "../towns/towns.h"
#include "entries.h"
#include "load.h"
#include "pack.h"
#include "sources.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const scales[] = {"50m", "110m", "10m"};
enum { SCALE_COUNT = 3 };

static bool choose_scale(Atlas *atlas, const char *wanted, dateline_error *error) {
    bool known = !wanted;
    for (int i = 0; i < SCALE_COUNT; i++) {
        if (wanted && strcmp(wanted, scales[i]) != 0) continue;
        known = true;
        atlas->scale = scales[i];
        if (source_has_scale(atlas->folder, scales[i])) return true;
    }
    if (!known)
        return error_set(error, DATELINE_BAD_USAGE, (Place){.source = wanted},
                         "no such scale; there are 110m, 50m and 10m");
    return error_set(error, DATELINE_BAD_INPUT, (Place){.source = atlas->folder},
                     "the folder has no ne_%s_admin_0_countries.shp", wanted ? wanted : "50m");
}

dateline_atlas *dateline_atlas_load(const dateline_atlas_options *options, dateline_error *error) {
    static const dateline_atlas_options standard = {0};
    if (!options) options = &standard;
    Atlas *atlas = memory_new(sizeof *atlas);
    memset(atlas, 0, sizeof *atlas);
    atlas->arena = arena_new();
    char *installed = options->folder ? NULL : data_folder("shapes");
    atlas->folder = arena_text(atlas->arena, options->folder ? options->folder : installed);
    free(installed);
    atlas->scale_is_free = !options->scale;
    if (choose_scale(atlas, options->scale, error) && load_all(atlas, options->worldview, error))
        return atlas;
    dateline_atlas_free(atlas);
    return NULL;
}

bool dateline_atlas_pack(const dateline_atlas *atlas, const char *folder, dateline_error *error) {
    return pack_write(atlas, folder, error);
}

void dateline_atlas_free(dateline_atlas *atlas) {
    if (!atlas) return;
    array_free(&atlas->entries);
    topology_free(&atlas->topology);
    file_unmap(atlas->mapped, atlas->mapped_size);
    array_free(&atlas->cities);
    arena_free(atlas->arena);
    free(atlas);
}

/* ---- countries */

size_t atlas_country_count(const Atlas *atlas) {
    return atlas->country_count;
}

const Country *atlas_country(const Atlas *atlas, size_t index) {
    return &atlas->entries.items[index].country;
}

const Country *atlas_find(const Atlas *atlas, const char *code) {
    int place = entries_find(atlas, code);
    return place < 0 ? NULL : &atlas->entries.items[place].country;
}

/* ---- arcs */

size_t atlas_arc_count(const Atlas *atlas) {
    return atlas->flat.country_arc_count;
}

const Arc *atlas_arc(const Atlas *atlas, size_t index) {
    return &atlas->arcs[index];
}

/* On which sides of a range a place lies: two places with a side in common have nothing of it between them.
 */
static unsigned sides_of(const Degrees *range, LonLat at) {
    double away = at.lon - range->middle;
    if (fabs(away) > 180) away -= copysign(360, away);
    return (at.lat > range->north) | (at.lat < range->south) << 1 | (away > range->half) << 2 |
           (away < -range->half) << 3;
}

/* Points on their way from an arc: one that only fine detail wants waits for whether the next is so near. */
typedef struct Taking {
    const Detail *detail;
    LonLatArray *points; /* with room */
    LonLat last;
    unsigned sides; /* of the last */
    bool waits;
} Taking;

static void take_point(Taking *taking, LonLat at, float weight) {
    unsigned sides = sides_of(&taking->detail->range, at);
    bool near = !(sides & taking->sides);
    if (near && taking->waits) taking->points->items[taking->points->count++] = taking->last;
    taking->waits = !near && weight < taking->detail->coarse;
    if (!taking->waits) taking->points->items[taking->points->count++] = at;
    taking->last = at;
    taking->sides = sides;
}

/* All points of an arc that are wanted, in one direction or the other: the same ones. The ends always are. */
static void take_arc(const Arc *arc, bool back, const Detail *detail, LonLatArray *points) {
    Taking taking = {.detail = detail, .points = points, .sides = ~0u};
    bool alike = detail->coarse <= detail->fine;
    array_reserve(points, points->count + arc->count);
    for (size_t i = 0; i < arc->count; i++) {
        size_t at = back ? arc->count - 1 - i : i;
        if (!(arc->weights[at] >= detail->fine)) continue;
        if (alike)
            points->items[points->count++] = arc->points[at];
        else
            take_point(&taking, arc->points[at], arc->weights[at]);
    }
}

/* An arc ends where the next one begins. */
size_t atlas_ring_detail(const Atlas *atlas, const Ring *ring, const Detail *detail, LonLatArray *points) {
    size_t before = points->count;
    for (size_t i = 0; i < ring->count; i++) {
        bool back = ring->arcs[i] < 0;
        size_t first = points->count;
        take_arc(&atlas->arcs[back ? ~ring->arcs[i] : ring->arcs[i]], back, detail, points);
        if (points->count > first) points->count--;
    }
    return points->count - before;
}

size_t atlas_arc_detail(const Atlas *atlas, const Arc *arc, const Detail *detail, LonLatArray *points) {
    (void)atlas;
    size_t before = points->count;
    take_arc(arc, false, detail, points);
    return points->count - before;
}

size_t atlas_ring_points(const Atlas *atlas, const Ring *ring, double tolerance, LonLatArray *points) {
    return atlas_ring_detail(atlas, ring, &(Detail){.fine = tolerance, .coarse = tolerance}, points);
}

/* ---- the rest */

AtlasLines atlas_disputed_lines(const Atlas *atlas) {
    return (AtlasLines){atlas->disputed, atlas->disputed_count};
}

size_t atlas_lake_count(const Atlas *atlas) {
    return atlas->flat.polygon_count - atlas->flat.first_lake;
}

const Polygon *atlas_lake(const Atlas *atlas, size_t index) {
    return &atlas->polygons[atlas->flat.first_lake + index];
}

const City *atlas_find_city(const Atlas *atlas, const char *name, const char *country_code) {
    return cities_find(&atlas->cities, name, country_code);
}

/* The list of towns is read when it is asked, since few maps do. */
bool atlas_find_place(const Atlas *atlas, const char *name, const char *country_code, LonLat *position) {
    const City *city = atlas_find_city(atlas, name, country_code);
    const char *path = city ? NULL : source_text_path(atlas, "towns.txt");
    if (city) *position = city->position;
    if (!path || !country_code) return city != NULL;
    Arena *arena = arena_new();
    Towns *towns = towns_open(path);
    const char *folded = cities_fold(arena, name);
    Town town;
    bool found = towns_find(towns, country_code, folded, strlen(folded), &town);
    if (found) *position = (LonLat){town.longitude, town.latitude};
    towns_close(towns);
    arena_free(arena);
    return found;
}

/* Only a scale that the folder has is another choice. */
bool atlas_scale_is_free(const Atlas *atlas) {
    for (int i = 0; i < SCALE_COUNT; i++)
        if (!source_has_scale(atlas->folder, scales[i])) return false;
    return atlas->scale_is_free;
}

Atlas *atlas_at_scale(const Atlas *atlas, const char *scale, dateline_error *error) {
    return dateline_atlas_load(&(dateline_atlas_options){atlas->folder, scale, atlas->worldview}, error);
}

const char *atlas_scale(const Atlas *atlas) {
    return atlas->scale;
}
const char *atlas_version(const Atlas *atlas) {
    return atlas->version;
}
const char *atlas_worldview(const Atlas *atlas) {
    return atlas->worldview;
}
const char *atlas_borders_note(const Atlas *atlas, const char *language) {
    for (size_t i = 1; language && i < atlas->notes.count; i++)
        if (!strcmp(atlas->notes.items[i].language, language)) return atlas->notes.items[i].text;
    return atlas->notes.items[0].text;
}
