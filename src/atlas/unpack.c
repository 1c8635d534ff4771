/* Reading a packed atlas, see pack.h. Nothing in the file is trusted: a wrong number means that it is passed
 * over. */
#include "../base/files.h"
#include "pack.h"
#include "pack_format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A pack in memory. */
typedef struct Pack {
    const char *bytes;
    size_t size;
    const PackHeader *header;
} Pack;

static const void *items(const Pack *pack, SectionKind kind) {
    return pack->bytes + pack->header->sections[kind].offset;
}

static size_t count(const Pack *pack, SectionKind kind) {
    return pack->header->sections[kind].size / pack_item_sizes[kind];
}

/* ---- is it sound */

static bool check_sections(const Pack *pack) {
    for (int kind = 0; kind < SECTION_COUNT; kind++) {
        uint64_t offset = pack->header->sections[kind].offset, size = pack->header->sections[kind].size;
        if (offset % PACK_ALIGNMENT || offset > pack->size || size > pack->size - offset ||
            size % pack_item_sizes[kind])
            return false;
    }
    const char *texts = items(pack, SECTION_TEXTS);
    size_t size = count(pack, SECTION_TEXTS);
    return size > 0 && texts[0] == 0 && texts[size - 1] == 0;
}

static bool check_header(const Pack *pack) {
    const PackHeader *header = pack->header;
    if (pack->size < sizeof *header || memcmp(header->magic, pack_magic, sizeof pack_magic) != 0 ||
        header->version != PACK_VERSION || header->order != pack_order || !check_sections(pack))
        return false;
    ContentKey key = pack_body(pack->bytes, pack->size);
    return !memcmp(&key, &header->body, sizeof key);
}

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

static bool fill_flat(const Pack *pack, Flat *flat) {
    *flat = (Flat){.points = items(pack, SECTION_POINTS),
                   .weights = items(pack, SECTION_WEIGHTS),
                   .arcs = items(pack, SECTION_ARCS),
                   .ring_arcs = items(pack, SECTION_RING_ARCS),
                   .rings = items(pack, SECTION_RINGS),
                   .polygons = items(pack, SECTION_POLYGONS),
                   .point_count = count(pack, SECTION_POINTS),
                   .arc_count = count(pack, SECTION_ARCS),
                   .ring_arc_count = count(pack, SECTION_RING_ARCS),
                   .ring_count = count(pack, SECTION_RINGS),
                   .polygon_count = count(pack, SECTION_POLYGONS),
                   .country_arc_count = pack->header->country_arc_count,
                   .first_lake = pack->header->first_lake};
    size_t entries = count(pack, SECTION_ENTRIES);
    return count(pack, SECTION_WEIGHTS) == flat->point_count && flat->country_arc_count <= flat->arc_count &&
           flat->first_lake <= flat->polygon_count && pack->header->country_count <= entries &&
           check_arcs(flat, pack->header->country_count) && check_polygons(flat, entries);
}

/* Texts end in a zero byte, the last byte of their section at the latest. */
static const char *text_at(const Pack *pack, uint32_t at) {
    return at == 0 ? NULL
                   : (const char *)items(pack, SECTION_TEXTS) + (at < count(pack, SECTION_TEXTS) ? at : 0);
}

static const char *known_text(const Pack *pack, uint32_t at) {
    const char *text = text_at(pack, at);
    return text ? text : "";
}

static Entry entry_of(const Pack *pack, const PackedEntry *packed) {
    Entry entry = {.own_code = known_text(pack, packed->own_code),
                   .parent_code = known_text(pack, packed->parent_code),
                   .has_iso = packed->has_iso,
                   .listed = packed->listed,
                   .table = (TableKind)packed->table};
    for (int i = 0; i < LANGUAGE_COUNT; i++) entry.names[i] = text_at(pack, packed->names[i]);
    entry.country = (Country){.code = known_text(pack, packed->code),
                              .name = known_text(pack, packed->name),
                              .formal = text_at(pack, packed->formal),
                              .continent = known_text(pack, packed->continent),
                              .subregion = known_text(pack, packed->subregion),
                              .label = {packed->label_lon, packed->label_lat},
                              .is_point = packed->is_point};
    return entry;
}

static void fill_entries(const Pack *pack, Atlas *atlas) {
    const PackedEntry *packed = items(pack, SECTION_ENTRIES);
    array_reserve(&atlas->entries, count(pack, SECTION_ENTRIES));
    for (size_t i = 0; i < count(pack, SECTION_ENTRIES); i++)
        array_push(&atlas->entries, entry_of(pack, &packed[i]));
    atlas->country_count = pack->header->country_count;
    const PackedCity *cities = items(pack, SECTION_CITIES);
    array_reserve(&atlas->cities, count(pack, SECTION_CITIES));
    for (size_t i = 0; i < count(pack, SECTION_CITIES); i++) {
        City city = {known_text(pack, cities[i].name),
                     known_text(pack, cities[i].code),
                     {cities[i].lon, cities[i].lat}};
        array_push(&atlas->cities, (CityEntry){city, known_text(pack, cities[i].folded)});
    }
}

static bool fill_lines(const Pack *pack, Atlas *atlas) {
    const uint64_t *sizes = items(pack, SECTION_LINE_SIZES);
    const LonLat *points = items(pack, SECTION_LINE_POINTS);
    size_t left = count(pack, SECTION_LINE_POINTS);
    atlas->disputed_count = count(pack, SECTION_LINE_SIZES);
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
static bool take_over(Atlas *atlas, const Pack *pack) {
    Flat flat;
    ContentKey key;
    if (!check_header(pack) || !fill_flat(pack, &flat) || !pack_key(atlas, &key) ||
        memcmp(&key, &pack->header->sources, sizeof key) != 0 || !fill_lines(pack, atlas))
        return false;
    atlas->flat = flat;
    fill_entries(pack, atlas);
    return true;
}

static bool read_from(Atlas *atlas, const char *folder) {
    const char *path = arena_format(atlas->arena, "%s/%s-%s.atlas", folder, atlas->scale, atlas->worldview);
    size_t size = 0;
    const void *bytes = file_map(path, &size);
    Pack pack = {bytes, size, bytes};
    if (!bytes || !take_over(atlas, &pack)) {
        file_unmap(bytes, size);
        return false;
    }
    atlas->mapped = bytes;
    atlas->mapped_size = size;
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
