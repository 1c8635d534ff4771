/* Packs the shapes once, when dateline is built: `pack SHAPES FOLDER` writes FOLDER/SCALE-WORLDVIEW.atlas for
 * every scale there is. */
#include "dateline.h"

#include <stdio.h>

static bool pack(const char *shapes, const char *scale, const char *folder, dateline_error *error) {
    dateline_atlas_options options = {.folder = shapes, .scale = scale};
    dateline_atlas *atlas = dateline_atlas_load(&options, error);
    bool done = atlas && dateline_atlas_pack(atlas, folder, error);
    dateline_atlas_free(atlas);
    return done;
}

int main(int argc, char **argv) {
    static const char *const scales[] = {"110m", "50m", "10m"};
    dateline_error error = {0};
    char text[1200];
    if (argc != 3) return fputs("Usage: pack SHAPES FOLDER\n", stderr), 2;
    for (int i = 0; i < 3; i++)
        if (!pack(argv[1], scales[i], argv[2], &error))
            return fprintf(stderr, "%s\n", dateline_error_text(&error, text, sizeof text)), 1;
    return 0;
}
