/* See faces.h. */
#include "faces.h"

#include "../base/files.h"
#include "../base/json.h"
#include "../base/memory.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_LIST = 1024 * 1024, STYLES = 3 };

/* A missing style is an entry without a path. */
typedef struct Family {
    const char *name;
    Face styles[STYLES]; /* in the order of STYLE_KEYS */
} Family;

static const char *const STYLE_KEYS[STYLES] = {"regular", "bold", "italic"};

struct Faces {
    Arena *arena;
    Family *families;
    size_t family_count;
    Family **fallback;
    size_t fallback_count;
};

/* ---- the list */

typedef struct Reader {
    Json json;
    Faces *faces;
    dateline_error *error;
} Reader;

static Family *find_family(const Faces *faces, const char *name) {
    for (size_t i = 0; name && i < faces->family_count; i++)
        if (!strcmp(faces->families[i].name, name)) return &faces->families[i];
    return NULL;
}

/* The file in the first folder that has it, or NULL. */
static const char *find_file(const Reader *reader, const char *file) {
    const json_t *folders = json_object_get(reader->json.root, "folders"), *folder;
    size_t index;
    if (file[0] == '/') return access(file, R_OK) ? NULL : arena_text(reader->faces->arena, file);
    json_array_foreach((json_t *)folders, index, folder) {
        const char *path = arena_format(reader->faces->arena, "%s/%s", json_string_value(folder), file);
        if (!access(path, R_OK)) return path;
    }
    return NULL;
}

static bool wants(const Reader *reader, const char *path, const char *what) {
    return json_fail(&reader->json, path, false, reader->error, "%s would be right", what);
}

static bool check_folders(const Reader *reader) {
    const json_t *folders = json_object_get(reader->json.root, "folders"), *folder;
    size_t index;
    if (!json_is_array(folders)) return wants(reader, "folders", "a list of folders");
    json_array_foreach((json_t *)folders, index, folder) {
        const char *path = arena_format(reader->faces->arena, "folders[%zu]", index);
        if (!json_is_string(folder)) return wants(reader, path, "the path of a folder");
    }
    return true;
}

static bool take_family(const Reader *reader, const char *name, const json_t *styles, Family *family) {
    const char *key;
    json_t *file;
    family->name = arena_text(reader->faces->arena, name);
    json_object_foreach((json_t *)styles, key, file) {
        const char *path = arena_format(reader->faces->arena, "families.%s.%s", name, key);
        int style = 0;
        while (style < STYLES && strcmp(key, STYLE_KEYS[style]) != 0) style++;
        if (style == STYLES)
            return json_fail(&reader->json, path, true, reader->error,
                             "unknown style; regular, bold or italic would be right");
        if (!json_is_string(file)) return wants(reader, path, "the name of a font file");
        family->styles[style].path = find_file(reader, json_string_value(file));
    }
    return true;
}

static bool take_families(const Reader *reader) {
    const json_t *families = json_object_get(reader->json.root, "families");
    Faces *faces = reader->faces;
    const char *name;
    json_t *styles;
    if (!json_is_object(families) || !json_object_size(families))
        return wants(reader, "families", "an object of families, each with its files,");
    faces->families = ARENA_ARRAY(faces->arena, Family, json_object_size(families));
    json_object_foreach((json_t *)families, name, styles) {
        const char *path = arena_format(faces->arena, "families.%s", name);
        if (!json_is_object(styles)) return wants(reader, path, "an object of font files by style");
        if (!take_family(reader, name, styles, &faces->families[faces->family_count++])) return false;
    }
    return true;
}

static bool take_fallback(const Reader *reader) {
    const json_t *names = json_object_get(reader->json.root, "fallback"), *name;
    Faces *faces = reader->faces;
    size_t index;
    if (names && !json_is_array(names)) return wants(reader, "fallback", "a list of families");
    faces->fallback = ARENA_ARRAY(faces->arena, Family *, json_array_size(names));
    json_array_foreach((json_t *)names, index, name) {
        Family *family = find_family(faces, json_string_value(name));
        const char *path = arena_format(faces->arena, "fallback[%zu]", index);
        if (!family) return wants(reader, path, "the name of one of the families");
        faces->fallback[faces->fallback_count++] = family;
    }
    return true;
}

static bool first_is_installed(const Reader *reader) {
    const Family *first = &reader->faces->families[0];
    return first->styles[0].path ||
           error_set(reader->error, DATELINE_SYSTEM, (Place){.source = reader->json.source},
                     "%s is not installed; install the package fonts-noto-core", first->name);
}

static bool read_list(Reader *reader, const Bytes *bytes, const char *path) {
    if (!json_open(&reader->json, bytes->bytes, bytes->size, path, JSON_COMMENTS, reader->error))
        return false;
    bool read =
        check_folders(reader) && take_families(reader) && take_fallback(reader) && first_is_installed(reader);
    json_close(&reader->json);
    return read;
}

Faces *faces_load(const char *path, dateline_error *error) {
    Bytes bytes;
    if (!file_read(path, MOST_LIST, &bytes, error)) return NULL;
    Faces *faces = memory_new_zeroed(sizeof *faces);
    faces->arena = arena_new();
    Reader reader = {.faces = faces, .error = error};
    bool read = read_list(&reader, &bytes, path);
    free(bytes.bytes);
    if (read) return faces;
    faces_free(faces);
    return NULL;
}

/* ---- the files */

static void close_face(Face *face) {
    for (unsigned i = 0; i < face->shape_count; i++) {
        if (face->shapes[i]) outline_free(face->shapes[i]);
        free(face->shapes[i]);
    }
    free(face->shapes);
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
}

void faces_free(Faces *faces) {
    if (!faces) return;
    for (size_t i = 0; i < faces->family_count; i++)
        for (int style = 0; style < STYLES; style++) close_face(&faces->families[i].styles[style]);
    arena_free(faces->arena);
    free(faces);
}

static double metric_of(const Face *face, hb_ot_metrics_tag_t tag, double otherwise) {
    hb_position_t position;
    return hb_ot_metrics_get_position(face->font, tag, &position) ? position / face->em : otherwise;
}

/* What the face says of itself; one that does not say is taken to be as Noto Sans is. */
static void measure(Face *face) {
    face->em = hb_face_get_upem(face->face);
    face->ascent = metric_of(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 1.069);
    face->descent = -metric_of(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -0.293);
    face->x_height = metric_of(face, HB_OT_METRICS_TAG_X_HEIGHT, 0.536);
    face->cap_height = metric_of(face, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.714);
}

static Face *opened(Face *face) {
    if (face->face) return face;
    hb_blob_t *blob = hb_blob_create_from_file(face->path);
    face->face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->font = hb_font_create(face->face);
    face->shape_count = hb_face_get_glyph_count(face->face);
    face->shapes = memory_new_zeroed(face->shape_count * sizeof *face->shapes);
    measure(face);
    return face;
}

/* Bold before italic, regular for what is not there, and any before none. */
static Face *style_of(Family *family, FontWeight weight, bool italic) {
    int wanted = weight == FONT_BOLD ? 1 : italic ? 2 : 0;
    for (int i = 0; i <= STYLES; i++) {
        Face *face = &family->styles[i == 0 ? wanted : i - 1];
        if (face->path) return opened(face);
    }
    return NULL;
}

bool faces_has_family(const Faces *faces, const char *family) {
    const Family *found = find_family(faces, family);
    for (int i = 0; found && i < STYLES; i++)
        if (found->styles[i].path) return true;
    return false;
}

Face *faces_find(Faces *faces, const char *family, FontWeight weight, bool italic) {
    Family *found = find_family(faces, family);
    Face *face = found ? style_of(found, weight, italic) : NULL;
    return face ? face : style_of(&faces->families[0], weight, italic);
}

bool face_has(const Face *face, hb_codepoint_t letter) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->font, letter, &glyph);
}

Face *faces_standing_in(Faces *faces, hb_codepoint_t letter, FontWeight weight, bool italic) {
    for (size_t i = 0; i < faces->fallback_count; i++) {
        Face *face = style_of(faces->fallback[i], weight, italic);
        if (face && face_has(face, letter)) return face;
    }
    return NULL;
}

/* ---- the shapes of glyphs */

/* An outline being taken from HarfBuzz, whose y goes up. */
typedef struct Pencil {
    Outline *outline;
    double em;
} Pencil;

static Point place(const Pencil *pencil, float x, float y) {
    return (Point){(double)x / pencil->em, -(double)y / pencil->em};
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user) {
    (void)funcs, (void)state, (void)user;
    Point at = place(data, x, y);
    outline_move(((Pencil *)data)->outline, at.x, at.y);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user) {
    (void)funcs, (void)state, (void)user;
    Point at = place(data, x, y);
    outline_line(((Pencil *)data)->outline, at.x, at.y);
}

/* HarfBuzz calls it so. NOLINTNEXTLINE(readability-function-size) */
static void curve_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2,
                     float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    outline_curve(((Pencil *)data)->outline, place(data, x1, y1), place(data, x2, y2), place(data, x, y));
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    outline_close(((Pencil *)data)->outline);
}

/* HarfBuzz makes cubic curves of quadratic ones where it is given no other way. */
static Outline *drawn(const Face *face, hb_codepoint_t glyph) {
    Outline *outline = memory_new_zeroed(sizeof *outline);
    Pencil pencil = {outline, face->em};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    hb_font_get_glyph_shape(face->font, glyph, funcs, &pencil);
    hb_draw_funcs_destroy(funcs);
    return outline;
}

const Outline *face_shape(Face *face, hb_codepoint_t glyph) {
    static const Outline none = {0};
    if (glyph >= face->shape_count) return &none;
    if (!face->shapes[glyph]) face->shapes[glyph] = drawn(face, glyph);
    return face->shapes[glyph];
}
