/* See extras.h. */
#include "extras.h"

#include "sources.h"

#include <stdlib.h>
#include <string.h>

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
    ShapeFile *file = source_open(atlas, SOURCE_CITIES, error);
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

typedef struct Lines {
    LonLats *items;
    size_t count, capacity;
} Lines;

static bool read_lines(Atlas *atlas, ShapeFile *file, Lines *lines, dateline_error *error) {
    Shape shape;
    for (size_t row = 0; row < shapefile_count(file); row++) {
        if (!shapefile_shape(file, row, &shape, error)) return false;
        for (size_t part = 0; part < shape.part_count; part++)
            array_push(lines, copy_part(atlas->arena, &shape, part));
    }
    return true;
}

static void add_vanished(Atlas *atlas, const MeshLines *vanished, Lines *lines) {
    for (size_t i = 0; i < vanished->starts.count; i++) {
        size_t first = vanished->starts.items[i];
        size_t end = i + 1 < vanished->starts.count ? vanished->starts.items[i + 1] : vanished->points.count;
        const LonLat *points =
            arena_copy(atlas->arena, vanished->points.items + first, (end - first) * sizeof(LonLat));
        array_push(lines, (LonLats){points, end - first});
    }
}

static bool load_disputed(Atlas *atlas, const MeshLines *vanished, dateline_error *error) {
    ShapeFile *file = source_open(atlas, SOURCE_DISPUTED, error);
    if (error->status != DATELINE_OK) return false;
    Lines lines = {0};
    bool good = !file || read_lines(atlas, file, &lines, error);
    shapefile_close(file);
    add_vanished(atlas, vanished, &lines);
    atlas->disputed = arena_copy(atlas->arena, lines.items, lines.count * sizeof(LonLats));
    atlas->disputed_count = lines.count;
    array_free(&lines);
    return good;
}

static bool read_lakes(ShapeFile *file, Soup *soup, dateline_error *error) {
    Shape shape;
    for (size_t row = 0; row < shapefile_count(file); row++) {
        if (!shapefile_shape(file, row, &shape, error)) return false;
        soup_add(soup, &shape, (int)row, false);
    }
    return true;
}

static bool load_lakes(Atlas *atlas, Polygons *lakes, dateline_error *error) {
    ShapeFile *file = source_open(atlas, SOURCE_LAKES, error);
    if (!file) return error->status == DATELINE_OK;
    Soup soup = {0};
    bool good = read_lakes(file, &soup, error);
    if (good) {
        Mesh mesh = mesh_of(&soup);
        size_t first_ring = atlas->topology.rings.count, first_arc = atlas->topology.arcs.count;
        topology_add(&atlas->topology, &mesh, false);
        polygons_add(lakes, &atlas->topology, first_ring, first_arc);
        polygons_sort_by_size(lakes);
        mesh_free(&mesh);
    }
    soup_free(&soup);
    shapefile_close(file);
    return good;
}

bool extras_load(Atlas *atlas, const MeshLines *vanished, Polygons *lakes, dateline_error *error) {
    return load_lakes(atlas, lakes, error) && load_disputed(atlas, vanished, error) &&
           load_cities(atlas, error);
}
