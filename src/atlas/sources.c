/* See sources.h. */
#include "sources.h"

#include "../base/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_TEXT = 1 << 20, NAMES = 3 };

/* The official names first, then those of the files in the repository. */
static const struct {
    ShapeKind shapes;
    const char *names[NAMES];
} sources[SOURCE_COUNT] = {
    [SOURCE_COUNTRIES] = {SHAPE_POLYGONS, {"admin_0_countries"}},
    [SOURCE_POINTS] = {SHAPE_POINTS, {"admin_0_tiny_countries"}},
    [SOURCE_UNITS] = {SHAPE_POLYGONS, {"admin_0_map_units"}},
    [SOURCE_CITIES] = {SHAPE_POINTS, {"populated_places", "populated_places_simple", "populated_places_iso"}},
    [SOURCE_LAKES] = {SHAPE_POLYGONS, {"lakes", "lakes_q1e4"}},
    [SOURCE_DISPUTED] = {SHAPE_LINES,
                         {"admin_0_boundary_lines_disputed_areas", "admin_0_boundary_lines_disputed"}},
};

static bool stem_exists(char *stem, const char *folder, const char *scale, const char *name) {
    return snprintf(stem, SOURCE_PATH, "%s/ne_%s_%s", folder, scale, name) < SOURCE_PATH &&
           shapefile_exists(stem);
}

bool source_has_scale(const char *folder, const char *scale) {
    char stem[SOURCE_PATH];
    return stem_exists(stem, folder, scale, sources[SOURCE_COUNTRIES].names[0]);
}

bool source_find(const Atlas *atlas, SourceKind kind, char stem[SOURCE_PATH]) {
    const char *scales[] = {atlas->scale, "50m", "10m", "110m"};
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (int n = 0; n < NAMES && sources[kind].names[n]; n++)
            if (stem_exists(stem, atlas->folder, scales[s], sources[kind].names[n])) return true;
    return false;
}

ShapeFile *source_open(const Atlas *atlas, SourceKind kind, dateline_error *error) {
    char stem[SOURCE_PATH];
    return source_find(atlas, kind, stem) ? shapefile_open(stem, sources[kind].shapes, error) : NULL;
}

const char *source_text_path(const Atlas *atlas, const char *name) {
    char *installed = data_folder("shapes");
    const char *own = arena_format(atlas->arena, "%s/%s", atlas->folder, name);
    const char *other = arena_format(atlas->arena, "%s/%s", installed, name);
    free(installed);
    return !access(own, F_OK) ? own : !access(other, F_OK) ? other : NULL;
}

char *source_text(const Atlas *atlas, const char *name, size_t *size, const char **path,
                  dateline_error *error) {
    Bytes bytes = {0};
    *path = source_text_path(atlas, name);
    if (!*path || !file_read(*path, LONGEST_TEXT, &bytes, error)) return NULL;
    *size = bytes.size;
    return bytes.bytes;
}
