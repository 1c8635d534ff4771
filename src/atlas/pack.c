/* See pack.h. Writing. */
#include "pack.h"

#include "../base/text.h"
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

ContentKey pack_body(const void *file, size_t size) {
    PackHeader header;
    memcpy(&header, file, sizeof header);
    header.body = (ContentKey){{0}};
    Content content = content_begin();
    content_add(&content, &header, sizeof header);
    content_add(&content, (const char *)file + sizeof header, size - sizeof header);
    return content_key(&content);
}

/* A file being put together in memory. */
typedef struct Packer {
    Text file, texts;
    PackHeader header;
} Packer;

static uint32_t add_packed_text(Packer *packer, const char *text) {
    if (!text) return 0;
    size_t at = packer->texts.size;
    text_add_part(&packer->texts, text, strlen(text) + 1);
    return (uint32_t)at;
}

static void add_section(Packer *packer, SectionKind kind, const void *items, size_t count) {
    static const char zeros[PACK_ALIGNMENT] = {0};
    size_t size = count * pack_item_sizes[kind];
    text_add_part(&packer->file, zeros,
                  (PACK_ALIGNMENT - packer->file.size % PACK_ALIGNMENT) % PACK_ALIGNMENT);
    packer->header.sections[kind].offset = packer->file.size;
    packer->header.sections[kind].size = size;
    text_add_part(&packer->file, items, size);
}

static PackedEntry packed_entry(Packer *packer, const Entry *entry) {
    const Country *country = &entry->country;
    PackedEntry packed = {.label_lon = country->label.lon, .label_lat = country->label.lat};
    packed.code = add_packed_text(packer, country->code);
    packed.name = add_packed_text(packer, country->name);
    packed.formal = add_packed_text(packer, country->formal);
    packed.continent = add_packed_text(packer, country->continent);
    packed.subregion = add_packed_text(packer, country->subregion);
    packed.own_code = add_packed_text(packer, entry->own_code);
    packed.parent_code = add_packed_text(packer, entry->parent_code);
    for (int i = 0; i < LANGUAGE_COUNT; i++) packed.names[i] = add_packed_text(packer, entry->names[i]);
    packed.is_point = country->is_point;
    packed.has_iso = entry->has_iso;
    packed.listed = entry->listed;
    packed.table = entry->table;
    return packed;
}

static void add_entries(Packer *packer, const Entries *entries) {
    PackedEntry *packed = memory_new(entries->count * sizeof *packed);
    for (size_t i = 0; i < entries->count; i++) packed[i] = packed_entry(packer, &entries->items[i]);
    add_section(packer, SECTION_ENTRIES, packed, entries->count);
    free(packed);
}

static void add_cities(Packer *packer, const Cities *cities) {
    PackedCity *packed = memory_new(cities->count * sizeof *packed);
    for (size_t i = 0; i < cities->count; i++) {
        const City *city = &cities->items[i].city;
        packed[i] = (PackedCity){.lon = city->position.lon, .lat = city->position.lat};
        packed[i].name = add_packed_text(packer, city->name);
        packed[i].code = add_packed_text(packer, city->country_code);
        packed[i].folded = add_packed_text(packer, cities->items[i].folded);
    }
    add_section(packer, SECTION_CITIES, packed, cities->count);
    free(packed);
}

static void add_lines(Packer *packer, const Atlas *atlas) {
    ARRAY(uint64_t) sizes = {0};
    LonLatArray points = {0};
    for (size_t i = 0; i < atlas->disputed_count; i++) {
        array_push(&sizes, atlas->disputed[i].count);
        for (size_t k = 0; k < atlas->disputed[i].count; k++)
            array_push(&points, atlas->disputed[i].items[k]);
    }
    add_section(packer, SECTION_LINE_SIZES, sizes.items, sizes.count);
    add_section(packer, SECTION_LINE_POINTS, points.items, points.count);
    array_free(&sizes);
    array_free(&points);
}

static void add_geometry(Packer *packer, const Flat *flat) {
    add_section(packer, SECTION_POINTS, flat->points, flat->point_count);
    add_section(packer, SECTION_WEIGHTS, flat->weights, flat->point_count);
    add_section(packer, SECTION_ARCS, flat->arcs, flat->arc_count);
    add_section(packer, SECTION_RING_ARCS, flat->ring_arcs, flat->ring_arc_count);
    add_section(packer, SECTION_RINGS, flat->rings, flat->ring_count);
    add_section(packer, SECTION_POLYGONS, flat->polygons, flat->polygon_count);
}

static void fill_header(Packer *packer, const Atlas *atlas) {
    PackHeader *header = &packer->header;
    memcpy(header->magic, pack_magic, sizeof header->magic);
    header->version = PACK_VERSION;
    header->order = pack_order;
    header->country_count = atlas->country_count;
    header->country_arc_count = atlas->flat.country_arc_count;
    header->first_lake = atlas->flat.first_lake;
    memcpy(packer->file.bytes, header, sizeof *header);
    header->body = pack_body(packer->file.bytes, packer->file.size);
    memcpy(packer->file.bytes, header, sizeof *header);
}

bool pack_write(const Atlas *atlas, const char *folder, dateline_error *error) {
    Packer packer = {.header = {.version = 0}};
    char path[SOURCE_PATH];
    if (strchr(atlas->worldview, '/'))
        return error_set(error, DATELINE_BAD_USAGE, (Place){.source = atlas->worldview},
                         "a worldview with a / in its name cannot be packed");
    snprintf(path, sizeof path, "%s/%s-%s.atlas", folder, atlas->scale, atlas->worldview);
    if (!pack_key(atlas, &packer.header.sources))
        return error_set(error, DATELINE_SYSTEM, (Place){.source = atlas->folder},
                         "the shapes cannot be read again");
    text_add_part(&packer.file, (const char *)&packer.header, sizeof packer.header);
    text_add_char(&packer.texts, 0);
    add_geometry(&packer, &atlas->flat);
    add_entries(&packer, &atlas->entries);
    add_cities(&packer, &atlas->cities);
    add_lines(&packer, atlas);
    add_section(&packer, SECTION_TEXTS, packer.texts.bytes, packer.texts.size);
    fill_header(&packer, atlas);
    bool good = dateline_file_write(path, packer.file.bytes, packer.file.size, error);
    text_free(&packer.file);
    text_free(&packer.texts);
    return good;
}
