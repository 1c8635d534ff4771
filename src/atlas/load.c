/* See load.h. */
#include "load.h"

#include "entries.h"
#include "extras.h"
#include "names.h"
#include "pack.h"
#include "parts.h"
#include "seas.h"
#include "sources.h"
#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is needed only while an atlas is made. A row is a record of the countries: several may be one entry.
 */
typedef struct Loading {
    Atlas *atlas;
    Worldview view;
    Soup countries, parts;         /* rings of what is listed, and of what is part of another */
    bool *joins;                   /* by entry: whether its rings are to be joined */
    ShapeFile *files[TABLE_COUNT]; /* NULL for those that the folder lacks */
    ARRAY(const char *) row_codes;
    Polygons polygons, lakes;
    MeshLines vanished; /* borders that the worldview does not have */
} Loading;

/* ---- entries: what is on the atlas, by code */

static bool open_tables(Loading *loading, dateline_error *error) {
    for (int table = 0; table < TABLE_COUNT; table++) {
        loading->files[table] = source_open(loading->atlas, (SourceKind)table, error);
        if (error->status != DATELINE_OK) return false;
    }
    return true;
}

static bool read_tables(Loading *loading, dateline_error *error) {
    Atlas *atlas = loading->atlas;
    for (int table = 0; table < TABLE_COUNT; table++)
        if (loading->files[table] &&
            !columns_read(loading->files[table], (TableKind)table, atlas->arena, &atlas->entries, error))
            return false;
    return true;
}

static bool make_entries(Loading *loading, dateline_error *error) {
    Atlas *atlas = loading->atlas;
    if (!open_tables(loading, error) || !read_tables(loading, error)) return false;
    for (size_t i = 0; i < atlas->entries.count; i++)
        if (atlas->entries.items[i].table == TABLE_COUNTRIES)
            array_push(&loading->row_codes, atlas->entries.items[i].country.code);
    entries_settle(atlas, &loading->view);
    loading->joins = memory_new(atlas->entries.count * sizeof(bool));
    memset(loading->joins, 0, atlas->entries.count * sizeof(bool));
    return names_apply(atlas, error);
}

/* ---- rings: whose they are */

static bool read_country(Loading *loading, size_t row, dateline_error *error) {
    Atlas *atlas = loading->atlas;
    const char *code = loading->row_codes.items[row];
    int place = entries_find(atlas, code);
    Shape shape;
    if (!shapefile_shape(loading->files[TABLE_COUNTRIES], row, &shape, error)) return false;
    if (atlas->entries.items[place].listed) {
        soup_add(&loading->countries, &shape, place, false);
        return true;
    }
    soup_add(&loading->parts, &shape, place, false);
    const ViewRule *rule = worldview_whole(&loading->view, &atlas->entries, code);
    int owner = entries_find(atlas, rule->to);
    soup_add(&loading->countries, &shape, owner, rule->dashed);
    loading->joins[owner] = true;
    return true;
}

static bool read_other(Loading *loading, int place, dateline_error *error) {
    Entry *entry = &loading->atlas->entries.items[place];
    Shape shape;
    if (!shapefile_shape(loading->files[entry->table], entry->row, &shape, error)) return false;
    if (entry->table == TABLE_UNITS) {
        soup_add(entry->listed ? &loading->countries : &loading->parts, &shape, place, false);
    } else if (shape.count) {
        entry->country.is_point = true;
        entry->country.label = (LonLat){shape.x[0], shape.y[0]};
    }
    return true;
}

static bool read_rings(Loading *loading, dateline_error *error) {
    const Entries *entries = &loading->atlas->entries;
    for (size_t row = 0; row < loading->row_codes.count; row++)
        if (!read_country(loading, row, error)) return false;
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i].table != TABLE_COUNTRIES && !read_other(loading, (int)i, error)) return false;
    return true;
}

/* ---- topology */

static void add_rings(Loading *loading, Soup *soup, bool sides) {
    Atlas *atlas = loading->atlas;
    size_t first_ring = atlas->topology.rings.count, first_arc = atlas->topology.arcs.count;
    soup_settle_seam(soup);
    for (size_t i = 0; i < soup->rings.count; i++)
        if (soup->rings.items[i].on_seam) loading->joins[soup->rings.items[i].owner] = true;
    Mesh mesh = mesh_of(soup);
    mesh_dissolve(&mesh, loading->joins, atlas->entries.count, &loading->vanished);
    topology_add(&atlas->topology, &mesh, sides);
    polygons_add(&loading->polygons, &atlas->topology, first_ring, first_arc);
    mesh_free(&mesh);
}

static void make_polygons(Loading *loading) {
    Atlas *atlas = loading->atlas;
    worldview_move_parts(&loading->view, &atlas->entries, &loading->countries, loading->joins);
    add_rings(loading, &loading->countries, true);
    atlas->flat.country_arc_count = atlas->topology.arcs.count;
    size_t country_polygons = loading->polygons.items.count;
    add_rings(loading, &loading->parts, false);
    int *unit_of = memory_new(country_polygons * sizeof *unit_of);
    units_adopt(atlas, &loading->polygons, country_polygons, unit_of);
    parts_mark(atlas, &loading->polygons, country_polygons, unit_of);
    free(unit_of);
}

/* Where a table has no place for the name: in the middle of the largest polygon. */
static void label_unlabelled(Entries *entries, const Polygons *polygons) {
    for (size_t i = polygons->items.count; i-- > 0;) {
        const PolygonSpan *span = &polygons->items.items[i];
        Country *country = &entries->items[span->owner].country;
        bool largest = i == 0 || span[-1].owner != span->owner;
        if (largest && !(isfinite(country->label.lon) && isfinite(country->label.lat)))
            country->label = polygon_middle(span);
    }
    for (size_t i = 0; i < entries->count; i++) {
        LonLat *label = &entries->items[i].country.label;
        if (!(isfinite(label->lon) && isfinite(label->lat))) *label = (LonLat){0, 0};
    }
}

static void free_loading(Loading *loading) {
    for (int table = 0; table < TABLE_COUNT; table++) shapefile_close(loading->files[table]);
    soup_free(&loading->countries);
    soup_free(&loading->parts);
    polygons_free(&loading->polygons);
    polygons_free(&loading->lakes);
    free(loading->joins);
    array_free(&loading->row_codes);
    array_free(&loading->vanished.points);
    array_free(&loading->vanished.starts);
}

static bool build(Loading *loading, dateline_error *error) {
    Atlas *atlas = loading->atlas;
    if (!make_entries(loading, error) || !read_rings(loading, error)) return false;
    make_polygons(loading);
    if (!extras_load(atlas, &loading->vanished, &loading->lakes, error)) return false;
    label_unlabelled(&atlas->entries, &loading->polygons);
    flat_make(atlas, &loading->polygons, &loading->lakes);
    return true;
}

bool load_all(Atlas *atlas, const char *worldview, dateline_error *error) {
    dateline_error unasked = {0};
    Loading loading = {.atlas = atlas};
    if (!error) error = &unasked;
    if (!worldview_load(atlas, worldview, &loading.view, error) || !names_read_version(atlas, error))
        return false;
    atlas->worldview = loading.view.name;
    atlas->notes = loading.view.notes;
    bool good = seas_load(atlas, error) && (pack_read(atlas) || build(&loading, error));
    free_loading(&loading);
    if (good) views_make(atlas);
    return good;
}
