/* See sources.h. */
#include "sources.h"

#include "../base/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_STEM = 4096, LONGEST_TEXT = 1 << 20 };

static void stem_of(char *stem, const char *folder, const char *scale, const char *name) {
    if (snprintf(stem, LONGEST_STEM, "%s/ne_%s_%s", folder, scale, name) >= LONGEST_STEM) stem[0] = 0;
}

bool source_has_scale(const char *folder, const char *scale) {
    char stem[LONGEST_STEM];
    stem_of(stem, folder, scale, "admin_0_countries");
    return shapefile_exists(stem);
}

ShapeFile *source_open(const Atlas *atlas, const char *const *names, ShapeKind kind, dateline_error *error) {
    const char *scales[] = {atlas->scale, "50m", "10m", "110m"};
    char stem[LONGEST_STEM];
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (size_t n = 0; names[n]; n++) {
            stem_of(stem, atlas->folder, scales[s], names[n]);
            if (shapefile_exists(stem)) return shapefile_open(stem, kind, error);
        }
    return NULL;
}

char *source_text(const Atlas *atlas, const char *name, size_t *size, const char **path,
                  dateline_error *error) {
    char *installed = data_folder("shapes");
    const char *folders[] = {atlas->folder, installed};
    Bytes bytes = {0};
    for (size_t i = 0; i < 2 && !*path; i++) {
        const char *candidate = arena_format(atlas->arena, "%s/%s", folders[i], name);
        if (!access(candidate, F_OK)) *path = candidate;
    }
    free(installed);
    if (*path && !file_read(*path, LONGEST_TEXT, &bytes, error)) return NULL;
    *size = bytes.size;
    return bytes.bytes;
}
