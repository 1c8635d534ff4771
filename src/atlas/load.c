/* See load.h. */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_STEM = 4096 };

static void stem_of(char *stem, const char *folder, const char *scale, const char *name) {
    snprintf(stem, LONGEST_STEM, "%s/ne_%s_%s", folder, scale, name);
}

bool load_has_scale(const char *folder, const char *scale) {
    char stem[LONGEST_STEM];
    stem_of(stem, folder, scale, "admin_0_countries");
    return shapefile_exists(stem);
}

/* Opens the first of the names that the folder has, in the atlas's scale or else the nearest; NULL without
 * error if there is none. */
static ShapeFile *open_any(const Atlas *atlas, const char *const *names, ShapeKind kind,
                           dateline_error *error) {
    const char *scales[] = {atlas->scale, "50m", "10m", "110m"};
    char stem[LONGEST_STEM];
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (size_t n = 0; names[n]; n++) {
            stem_of(stem, atlas->folder, scales[s], names[n]);
            if (shapefile_exists(stem)) return shapefile_open(stem, kind, error);
        }
    return NULL;
}

/* ---- countries */

static int compare_entries(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    int order = strcmp(x->country.code, y->country.code);
    if (!order) order = (int)x->country.is_point - (int)y->country.is_point;
    return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

/* Entries of one code are one country of several records, or a point of a country that is there. */
static void merge_entries(Entries *entries, int *owners) {
    if (entries->count) qsort(entries->items, entries->count, sizeof(Entry), compare_entries);
    size_t kept = 0;
    for (size_t i = 0; i < entries->count; i++) {
        Entry *entry = &entries->items[i];
        bool again = kept && !strcmp(entries->items[kept - 1].country.code, entry->country.code);
        if (!entry->country.is_point) owners[entry->row] = (int)(again ? kept - 1 : kept);
        if (!again) entries->items[kept++] = *entry;
    }
    entries->count = kept;
}

static bool read_rings(ShapeFile *file, const int *owners, Soup *soup, dateline_error *error) {
    Shape shape;
    for (size_t row = 0; row < shapefile_count(file); row++) {
        if (!shapefile_shape(file, row, &shape, error)) return false;
        soup_add(soup, &shape, owners[row]);
    }
    return true;
}

static void build_topology(Atlas *atlas, Soup *soup) {
    soup_settle_seam(soup);
    Mesh mesh = mesh_of(soup);
    bool *joined = memory_new(atlas->entries.count * sizeof *joined);
    memset(joined, 0, atlas->entries.count * sizeof *joined);
    for (size_t i = 0; i < soup->rings.count; i++)
        joined[soup->rings.items[i].owner] |= soup->rings.items[i].on_seam;
    mesh_dissolve(&mesh, joined, (int)atlas->entries.count);
    topology_add(&atlas->topology, &mesh, true);
    atlas->country_arc_count = atlas->topology.arcs.count;
    polygons_add(&atlas->polygons, &atlas->topology, 0);
    free(joined);
    mesh_free(&mesh);
}

static bool build_countries(Atlas *atlas, ShapeFile *file, dateline_error *error) {
    int *owners = memory_new(shapefile_count(file) * sizeof *owners);
    merge_entries(&atlas->entries, owners);
    atlas->country_count = atlas->entries.count;
    Soup soup = {0};
    bool good = read_rings(file, owners, &soup, error);
    if (good) build_topology(atlas, &soup);
    soup_free(&soup);
    free(owners);
    return good;
}

/* ---- points */

static bool add_points(Atlas *atlas, ShapeFile *file, const Entries *tiny, dateline_error *error) {
    Shape shape;
    for (size_t i = 0; i < tiny->count; i++) {
        Entry entry = tiny->items[i];
        if (strcmp(entry.country.code, columns_code(entry.parent_code, "")) != 0) continue;
        if (!shapefile_shape(file, entry.row, &shape, error)) return false;
        if (!shape.count) continue;
        entry.country.label = (LonLat){shape.x[0], shape.y[0]};
        entry.country.is_point = true;
        array_push(&atlas->entries, entry);
    }
    return true;
}

/* What the scale leaves out is known as a point at least. */
static bool read_tiny(Atlas *atlas, dateline_error *error) {
    static const char *const names[] = {"admin_0_tiny_countries", NULL};
    ShapeFile *file = open_any(atlas, names, SHAPE_POINTS, error);
    if (!file) return error->status == DATELINE_OK;
    Entries tiny = {0};
    bool good =
        columns_read(file, TABLE_UNITS, atlas->arena, &tiny, error) && add_points(atlas, file, &tiny, error);
    array_free(&tiny);
    shapefile_close(file);
    return good;
}

static bool load_countries(Atlas *atlas, dateline_error *error) {
    static const char *const names[] = {"admin_0_countries", NULL};
    ShapeFile *file = open_any(atlas, names, SHAPE_POLYGONS, error);
    if (!file) return false;
    bool good = columns_read(file, TABLE_COUNTRIES, atlas->arena, &atlas->entries, error) &&
                read_tiny(atlas, error) && build_countries(atlas, file, error);
    shapefile_close(file);
    return good;
}

/* ---- cities */

static const char *code_of_own(const Atlas *atlas, const char *own_code) {
    for (size_t i = 0; i < atlas->entries.count; i++)
        if (!strcmp(atlas->entries.items[i].own_code, own_code)) return atlas->entries.items[i].country.code;
    return columns_code(own_code, "");
}

static bool read_city(Atlas *atlas, ShapeFile *file, size_t row, const int columns[2],
                      dateline_error *error) {
    Shape shape;
    const char *name = shapefile_text(file, row, columns[0], error);
    if (!name) return false;
    name = arena_text(atlas->arena, name);
    const char *own_code = shapefile_text(file, row, columns[1], error);
    if (!own_code || !shapefile_shape(file, row, &shape, error)) return false;
    if (shape.count)
        cities_add(&atlas->cities, atlas->arena,
                   (City){name, code_of_own(atlas, own_code), {shape.x[0], shape.y[0]}});
    return true;
}

static bool load_cities(Atlas *atlas, dateline_error *error) {
    static const char *const names[] = {"populated_places", "populated_places_simple", "populated_places_iso",
                                        NULL};
    ShapeFile *file = open_any(atlas, names, SHAPE_POINTS, error);
    if (!file) return error->status == DATELINE_OK;
    int columns[] = {shapefile_needed_column(file, "NAME", error),
                     shapefile_needed_column(file, "ADM0_A3", error)};
    bool good = columns[0] >= 0 && columns[1] >= 0;
    for (size_t row = 0; row < shapefile_count(file) && good; row++)
        good = read_city(atlas, file, row, columns, error);
    shapefile_close(file);
    cities_sort(&atlas->cities);
    return good;
}

/* ---- lines and lakes */

static LonLats copy_part(Arena *arena, const Shape *shape, size_t part) {
    size_t first = (size_t)shape->starts[part];
    size_t end = part + 1 < shape->part_count ? (size_t)shape->starts[part + 1] : shape->count;
    LonLat *points = ARENA_ARRAY(arena, LonLat, end - first);
    for (size_t i = first; i < end; i++) points[i - first] = (LonLat){shape->x[i], shape->y[i]};
    return (LonLats){points, end - first};
}

static bool load_disputed(Atlas *atlas, dateline_error *error) {
    static const char *const names[] = {"admin_0_boundary_lines_disputed_areas",
                                        "admin_0_boundary_lines_disputed", NULL};
    ShapeFile *file = open_any(atlas, names, SHAPE_LINES, error);
    if (!file) return error->status == DATELINE_OK;
    ARRAY(LonLats) lines = {0};
    Shape shape;
    bool good = true;
    for (size_t row = 0; row < shapefile_count(file) && good; row++) {
        good = shapefile_shape(file, row, &shape, error);
        for (size_t part = 0; good && part < shape.part_count; part++)
            array_push(&lines, copy_part(atlas->arena, &shape, part));
    }
    atlas->disputed = arena_copy(atlas->arena, lines.items, lines.count * sizeof(LonLats));
    atlas->disputed_count = lines.count;
    array_free(&lines);
    shapefile_close(file);
    return good;
}

static bool read_lakes(ShapeFile *file, Soup *soup, dateline_error *error) {
    Shape shape;
    for (size_t row = 0; row < shapefile_count(file); row++) {
        if (!shapefile_shape(file, row, &shape, error)) return false;
        soup_add(soup, &shape, (int)row);
    }
    return true;
}

static bool load_lakes(Atlas *atlas, dateline_error *error) {
    static const char *const names[] = {"lakes", "lakes_q1e4", NULL};
    ShapeFile *file = open_any(atlas, names, SHAPE_POLYGONS, error);
    if (!file) return error->status == DATELINE_OK;
    Soup soup = {0};
    bool good = read_lakes(file, &soup, error);
    if (good) {
        Mesh mesh = mesh_of(&soup);
        size_t first_ring = atlas->topology.rings.count;
        topology_add(&atlas->topology, &mesh, false);
        polygons_add(&atlas->lakes, &atlas->topology, first_ring);
        polygons_sort_by_size(&atlas->lakes);
        mesh_free(&mesh);
    }
    soup_free(&soup);
    shapefile_close(file);
    return good;
}

bool load_all(Atlas *atlas, dateline_error *error) {
    dateline_error unasked = {0};
    if (!error) error = &unasked;
    return load_countries(atlas, error) && load_lakes(atlas, error) && load_disputed(atlas, error) &&
           load_cities(atlas, error);
}
