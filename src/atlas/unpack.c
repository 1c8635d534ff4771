/* Reading a packed atlas, see pack.h. Nothing in the file is trusted: a wrong number means that it is passed
 * over. */
#include "../base/files.h"
#include "pack.h"
#include "pack_format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool within(uint64_t first, uint64_t size, size_t limit) {
    return first <= limit && size <= limit - first;
}

static bool check_arcs(const Flat *flat, size_t countries) {
    for (size_t i = 0; i < flat->arc_count; i++) {
        ArcSpan arc = flat->arcs[i];
        if (arc.count < 2 || !within(arc.first, arc.count, flat->point_count) || arc.left < -1 ||
            arc.right < -1 || arc.left >= (int64_t)countries || arc.right >= (int64_t)countries)
            return false;
    }
    for (size_t i = 0; i < flat->ring_arc_count; i++) {
        int arc = flat->ring_arcs[i];
        if ((size_t)(arc < 0 ? ~arc : arc) >= flat->arc_count) return false;
    }
    return true;
}

static bool check_polygons(const Flat *flat, size_t entries) {
    for (size_t i = 0; i < flat->ring_count; i++)
        if (!flat->rings[i].count ||
            !within(flat->rings[i].first, flat->rings[i].count, flat->ring_arc_count))
            return false;
    for (size_t i = 0; i < flat->polygon_count; i++) {
        const FlatPolygon *polygon = &flat->polygons[i];
        bool lake = i >= flat->first_lake;
        if (!polygon->count || !within(polygon->first, polygon->count, flat->ring_count)) return false;
        if (lake ? polygon->owner != -1 : polygon->owner < 0 || (size_t)polygon->owner >= entries)
            return false;
        if (i > 0 && !lake && polygon->owner < polygon[-1].owner) return false;
    }
    return true;
}

/* ---- taking it over */

static bool fill_flat(const Packed *pack, Flat *flat) {
    if (packed_count(pack, SECTION_COUNTS) != 1) return false;
    const PackedCounts *counts = packed_items(pack, SECTION_COUNTS);
    *flat = (Flat){.points = packed_items(pack, SECTION_POINTS),
                   .weights = packed_items(pack, SECTION_WEIGHTS),
                   .arcs = packed_items(pack, SECTION_ARCS),
                   .ring_arcs = packed_items(pack, SECTION_RING_ARCS),
                   .rings = packed_items(pack, SECTION_RINGS),
                   .polygons = packed_items(pack, SECTION_POLYGONS),
                   .point_count = packed_count(pack, SECTION_POINTS),
                   .arc_count = packed_count(pack, SECTION_ARCS),
                   .ring_arc_count = packed_count(pack, SECTION_RING_ARCS),
                   .ring_count = packed_count(pack, SECTION_RINGS),
                   .polygon_count = packed_count(pack, SECTION_POLYGONS),
                   .country_arc_count = counts->country_arcs,
                   .first_lake = counts->first_lake};
    size_t entries = packed_count(pack, SECTION_ENTRIES);
    return packed_count(pack, SECTION_WEIGHTS) == flat->point_count &&
           flat->country_arc_count <= flat->arc_count && flat->first_lake <= flat->polygon_count &&
           counts->countries <= entries && check_arcs(flat, counts->countries) &&
           check_polygons(flat, entries);
}

static Entry entry_of(const Packed *pack, const PackedEntry *packed) {
    Entry entry = {.own_code = packed_known_text(pack, packed->own_code),
                   .parent_code = packed_known_text(pack, packed->parent_code),
                   .has_iso = packed->has_iso,
                   .listed = packed->listed,
                   .table = (TableKind)packed->table};
    for (int i = 0; i < LANGUAGE_COUNT; i++) entry.names[i] = packed_text(pack, packed->names[i]);
    entry.country = (Country){.code = packed_known_text(pack, packed->code),
                              .name = packed_known_text(pack, packed->name),
                              .formal = packed_text(pack, packed->formal),
                              .continent = packed_known_text(pack, packed->continent),
                              .subregion = packed_known_text(pack, packed->subregion),
                              .label = {packed->label_lon, packed->label_lat},
                              .is_point = packed->is_point};
    return entry;
}

static void fill_entries(const Packed *pack, Atlas *atlas) {
    const PackedEntry *packed = packed_items(pack, SECTION_ENTRIES);
    array_reserve(&atlas->entries, packed_count(pack, SECTION_ENTRIES));
    for (size_t i = 0; i < packed_count(pack, SECTION_ENTRIES); i++)
        array_push(&atlas->entries, entry_of(pack, &packed[i]));
    atlas->country_count = ((const PackedCounts *)packed_items(pack, SECTION_COUNTS))->countries;
    const PackedCity *cities = packed_items(pack, SECTION_CITIES);
    array_reserve(&atlas->cities, packed_count(pack, SECTION_CITIES));
    for (size_t i = 0; i < packed_count(pack, SECTION_CITIES); i++) {
        City city = {packed_known_text(pack, cities[i].name),
                     packed_known_text(pack, cities[i].code),
                     {cities[i].lon, cities[i].lat}};
        array_push(&atlas->cities, (CityEntry){city, packed_known_text(pack, cities[i].folded)});
    }
}

static bool fill_lines(const Packed *pack, Atlas *atlas) {
    const uint64_t *sizes = packed_items(pack, SECTION_LINE_SIZES);
    const LonLat *points = packed_items(pack, SECTION_LINE_POINTS);
    size_t left = packed_count(pack, SECTION_LINE_POINTS);
    atlas->disputed_count = packed_count(pack, SECTION_LINE_SIZES);
    atlas->disputed = ARENA_ARRAY(atlas->arena, LonLats, atlas->disputed_count);
    for (size_t i = 0; i < atlas->disputed_count; i++) {
        if (sizes[i] > left) return false;
        atlas->disputed[i] = (LonLats){points, sizes[i]};
        points += sizes[i];
        left -= sizes[i];
    }
    return true;
}

/* The sources are looked at last: that costs most. */
static bool take_over(Atlas *atlas, const Packed *pack) {
    Flat flat;
    ContentKey key;
    if (!fill_flat(pack, &flat) || !pack_key(atlas, &key) || !packed_is_of(pack, key) ||
        !fill_lines(pack, atlas))
        return false;
    atlas->flat = flat;
    fill_entries(pack, atlas);
    return true;
}

static bool read_from(Atlas *atlas, const char *folder) {
    Packed pack;
    if (!packed_open(&pack, &pack_kind,
                     arena_format(atlas->arena, "%s/%s-%s.atlas", folder, atlas->scale, atlas->worldview)))
        return false;
    if (!take_over(atlas, &pack)) {
        packed_close(&pack);
        return false;
    }
    atlas->mapped = pack.bytes;
    atlas->mapped_size = pack.size;
    return true;
}

bool pack_read(Atlas *atlas) {
    if (strchr(atlas->worldview, '/')) return false;
    char *installed = data_folder("packed");
    bool found = read_from(atlas, arena_format(atlas->arena, "%s/packed", atlas->folder)) ||
                 (installed && read_from(atlas, installed));
    free(installed);
    return found;
}
