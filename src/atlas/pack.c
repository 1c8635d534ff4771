/* See pack.h. Writing. */
#include "pack.h"

#include "pack_format.h"
#include "sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_text(Content *content, const char *text) {
    content_add(content, text, strlen(text));
}

static bool add_source(Content *content, const Atlas *atlas, SourceKind kind) {
    static const char *const suffixes[] = {".shp", ".shx", ".dbf"};
    char stem[SOURCE_PATH], path[SOURCE_PATH + 8];
    bool good = true, there = source_find(atlas, kind, stem);
    add_text(content, there ? "there" : "");
    for (int i = 0; there && good && i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", stem, suffixes[i]);
        good = content_add_file(content, path);
    }
    return good;
}

static bool add_text_file(Content *content, const Atlas *atlas, const char *name) {
    const char *path = source_text_path(atlas, name);
    add_text(content, path ? "there" : "");
    return !path || content_add_file(content, path);
}

bool pack_key(const Atlas *atlas, ContentKey *key) {
    Content content = content_begin();
    add_text(&content, atlas->scale);
    add_text(&content, atlas->worldview);
    bool good =
        add_text_file(&content, atlas, "worldviews.json") && add_text_file(&content, atlas, "names.json");
    for (int kind = 0; kind < SOURCE_COUNT && good; kind++)
        good = add_source(&content, atlas, (SourceKind)kind);
    *key = content_key(&content);
    return good;
}

static size_t item_size(size_t section) {
    static const size_t sizes[SECTION_COUNT] = {
        [SECTION_COUNTS] = sizeof(PackedCounts),  [SECTION_POINTS] = sizeof(LonLat),
        [SECTION_WEIGHTS] = sizeof(float),        [SECTION_ARCS] = sizeof(ArcSpan),
        [SECTION_RING_ARCS] = sizeof(int),        [SECTION_RINGS] = sizeof(FlatRing),
        [SECTION_POLYGONS] = sizeof(FlatPolygon), [SECTION_ENTRIES] = sizeof(PackedEntry),
        [SECTION_CITIES] = sizeof(PackedCity),    [SECTION_LINE_SIZES] = sizeof(uint64_t),
        [SECTION_LINE_POINTS] = sizeof(LonLat),
    };
    return sizes[section];
}

const PackedKind pack_kind = {"datelin", 2, SECTION_COUNT, item_size};

static PackedEntry packed_entry(Packing *packing, const Entry *entry) {
    const Country *country = &entry->country;
    PackedEntry packed = {.label_lon = country->label.lon, .label_lat = country->label.lat};
    packed.code = packing_text(packing, country->code);
    packed.name = packing_text(packing, country->name);
    packed.formal = packing_text(packing, country->formal);
    packed.continent = packing_text(packing, country->continent);
    packed.subregion = packing_text(packing, country->subregion);
    packed.own_code = packing_text(packing, entry->own_code);
    packed.parent_code = packing_text(packing, entry->parent_code);
    for (int i = 0; i < LANGUAGE_COUNT; i++) packed.names[i] = packing_text(packing, entry->names[i]);
    packed.is_point = country->is_point;
    packed.has_iso = entry->has_iso;
    packed.listed = entry->listed;
    packed.table = entry->table;
    return packed;
}

static void add_entries(Packing *packing, const Entries *entries) {
    PackedEntry *packed = memory_new(entries->count * sizeof *packed);
    for (size_t i = 0; i < entries->count; i++) packed[i] = packed_entry(packing, &entries->items[i]);
    packing_add(packing, SECTION_ENTRIES, packed, entries->count);
    free(packed);
}

static void add_cities(Packing *packing, const Cities *cities) {
    PackedCity *packed = memory_new(cities->count * sizeof *packed);
    for (size_t i = 0; i < cities->count; i++) {
        const City *city = &cities->items[i].city;
        packed[i] = (PackedCity){.lon = city->position.lon, .lat = city->position.lat};
        packed[i].name = packing_text(packing, city->name);
        packed[i].code = packing_text(packing, city->country_code);
        packed[i].folded = packing_text(packing, cities->items[i].folded);
    }
    packing_add(packing, SECTION_CITIES, packed, cities->count);
    free(packed);
}

static void add_lines(Packing *packing, const Atlas *atlas) {
    ARRAY(uint64_t) sizes = {0};
    LonLatArray points = {0};
    for (size_t i = 0; i < atlas->disputed_count; i++) {
        array_push(&sizes, atlas->disputed[i].count);
        for (size_t k = 0; k < atlas->disputed[i].count; k++)
            array_push(&points, atlas->disputed[i].items[k]);
    }
    packing_add(packing, SECTION_LINE_SIZES, sizes.items, sizes.count);
    packing_add(packing, SECTION_LINE_POINTS, points.items, points.count);
    array_free(&sizes);
    array_free(&points);
}

static void add_geometry(Packing *packing, const Flat *flat) {
    packing_add(packing, SECTION_POINTS, flat->points, flat->point_count);
    packing_add(packing, SECTION_WEIGHTS, flat->weights, flat->point_count);
    packing_add(packing, SECTION_ARCS, flat->arcs, flat->arc_count);
    packing_add(packing, SECTION_RING_ARCS, flat->ring_arcs, flat->ring_arc_count);
    packing_add(packing, SECTION_RINGS, flat->rings, flat->ring_count);
    packing_add(packing, SECTION_POLYGONS, flat->polygons, flat->polygon_count);
}

static void add_counts(Packing *packing, const Atlas *atlas) {
    PackedCounts counts = {atlas->country_count, atlas->flat.country_arc_count, atlas->flat.first_lake};
    packing_add(packing, SECTION_COUNTS, &counts, 1);
}

bool pack_write(const Atlas *atlas, const char *folder, dateline_error *error) {
    char path[SOURCE_PATH];
    ContentKey key;
    if (strchr(atlas->worldview, '/'))
        return error_set(error, DATELINE_BAD_USAGE, (Place){.source = atlas->worldview},
                         "a worldview with a / in its name cannot be packed");
    snprintf(path, sizeof path, "%s/%s-%s.atlas", folder, atlas->scale, atlas->worldview);
    if (!pack_key(atlas, &key))
        return error_set(error, DATELINE_SYSTEM, (Place){.source = atlas->folder},
                         "the shapes cannot be read again");
    Packing packing = packing_begin(&pack_kind, key);
    add_counts(&packing, atlas);
    add_geometry(&packing, &atlas->flat);
    add_entries(&packing, &atlas->entries);
    add_cities(&packing, &atlas->cities);
    add_lines(&packing, atlas);
    return packing_write(&packing, path, error);
}
