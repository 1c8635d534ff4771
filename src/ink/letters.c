/*
 * See letters.h. Every line is laid out at one design size, unhinted and unrounded, and scaled: widths grow
 * in exact proportion, so that a label measured for the screen fits in print, and a face is opened once, not
 * once a size.
 */
#include "letters.h"

#include "../base/files.h"
#include "../base/memory.h"
#include "script.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

/* Kept, since asking Pango for a face costs more than laying out a label in it. */
typedef struct Face {
    char *family;
    FontWeight weight;
    bool italic;
    PangoFontDescription *description;
    TextSize em; /* of a size of 1 */
} Face;

enum { DESIGN_SIZE = 100, MOST_TEXT = 16 * 1024, MOST_CONFIGURATION = 1024 * 1024 };

struct Letters {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout; /* NULL until the first line */
    cairo_t *scratch;    /* where outlines are taken from */
    ARRAY(Face) faces;
    ARRAY(hb_face_t *) opened; /* in the order of their first glyph */
};

static bool fail(const char *configuration, const char *message, dateline_error *error) {
    return error_set(error, DATELINE_SYSTEM, (Place){.source = configuration}, "%s", message);
}

static bool has_family(const FcFontSet *fonts, const char *wanted) {
    for (int i = 0; fonts && i < fonts->nfont; i++) {
        FcChar8 *family;
        if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch &&
            strcmp((const char *)family, wanted) == 0)
            return true;
    }
    return false;
}

/* Read by us rather than by fontconfig, which tells what it cannot open on standard error. */
static bool read_configuration(FcConfig *config, const char *path, dateline_error *error) {
    Bytes bytes;
    if (!file_read(path, MOST_CONFIGURATION, &bytes, error)) return false;
    bool read = FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)bytes.bytes, FcTrue);
    free(bytes.bytes);
    return read || fail(path, "is no fontconfig file; reinstall dateline or name another", error);
}

static bool open_fonts(Letters *letters, const char *configuration, bool own, dateline_error *error) {
    letters->config = FcConfigCreate();
    if (!read_configuration(letters->config, configuration, error)) return false;
    if (!FcConfigBuildFonts(letters->config))
        return fail(configuration, "names no usable font folder", error);
    const FcFontSet *fonts = FcConfigGetFonts(letters->config, FcSetSystem);
    if (own && !has_family(fonts, "Noto Sans"))
        return fail(configuration, "Noto Sans is not installed; install the package fonts-noto-core", error);
    if (!fonts || !fonts->nfont)
        return fail(configuration, "names no font that is installed; install those it names or name others",
                    error);
    return true;
}

/*
 * Only when the first line is laid out: setting our fonts waits until Pango, in a thread that begins with the
 * map, has read those of the machine as well (5 ms), and a composer has other work meanwhile.
 */
static void open_layout(Letters *letters) {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(letters->map), letters->config);
    letters->context = pango_font_map_create_context(letters->map);
    pango_context_set_round_glyph_positions(letters->context, FALSE);
    pango_context_set_language(letters->context, pango_language_from_string("en"));
    pango_cairo_context_set_resolution(letters->context, 72);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(letters->context, options);
    cairo_font_options_destroy(options);
    letters->layout = pango_layout_new(letters->context);
    pango_layout_set_single_paragraph_mode(letters->layout, TRUE);
}

/* A surface without bounds: from one with bounds cairo leaves out letters that lie far outside. */
static void open_scratch(Letters *letters) {
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    letters->scratch = cairo_create(surface);
    cairo_surface_destroy(surface);
}

Letters *letters_new(const char *configuration, dateline_error *error) {
    Letters *letters = memory_new(sizeof *letters);
    *letters = (Letters){0};
    char *folder = configuration ? NULL : data_folder("styles");
    char *own = folder ? g_build_filename(folder, "fonts.conf", NULL) : NULL;
    bool opened = open_fonts(letters, configuration ? configuration : own, !configuration, error);
    g_free(own);
    free(folder);
    if (!opened) return letters_free(letters), NULL;
    letters->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    open_scratch(letters);
    return letters;
}

void letters_free(Letters *letters) {
    if (!letters) return;
    if (letters->scratch) cairo_destroy(letters->scratch);
    g_clear_object(&letters->layout);
    g_clear_object(&letters->context);
    g_clear_object(&letters->map);
    if (letters->config) FcConfigDestroy(letters->config);
    for (size_t i = 0; i < letters->faces.count; i++) {
        pango_font_description_free(letters->faces.items[i].description);
        free(letters->faces.items[i].family);
    }
    array_free(&letters->faces);
    for (size_t i = 0; i < letters->opened.count; i++) hb_face_destroy(letters->opened.items[i]);
    array_free(&letters->opened);
    free(letters);
}

bool letters_has_family(const Letters *letters, const char *family) {
    return has_family(FcConfigGetFonts(letters->config, FcSetSystem), family);
}

static PangoFontDescription *describe(const Font *font) {
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, font->family ? font->family : "Noto Sans");
    pango_font_description_set_absolute_size(description, DESIGN_SIZE * PANGO_SCALE);
    pango_font_description_set_weight(description,
                                      font->weight == FONT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

static double metric_of(hb_font_t *font, hb_ot_metrics_tag_t tag, double otherwise) {
    hb_position_t position;
    if (!hb_ot_metrics_get_position(font, tag, &position)) return otherwise;
    return position / (double)(PANGO_SCALE * DESIGN_SIZE);
}

/* What the face says of itself, in ems; a face that does not say is taken to be as Noto Sans is. */
static TextSize measure_face(Letters *letters, const PangoFontDescription *description) {
    TextSize size = {.ascent = 1.069, .descent = 0.293, .x_height = 0.536, .cap_height = 0.714};
    PangoFont *loaded = pango_context_load_font(letters->context, description);
    if (!loaded) return size;
    hb_font_t *font = pango_font_get_hb_font(loaded);
    size.ascent = metric_of(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, size.ascent);
    size.descent = -metric_of(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -size.descent);
    size.x_height = metric_of(font, HB_OT_METRICS_TAG_X_HEIGHT, size.x_height);
    size.cap_height = metric_of(font, HB_OT_METRICS_TAG_CAP_HEIGHT, size.cap_height);
    g_object_unref(loaded);
    return size;
}

static const Face *add_face(Letters *letters, const Font *font, const char *family) {
    Face face = {.weight = font->weight, .italic = font->italic, .description = describe(font)};
    face.family = memory_new(strlen(family) + 1);
    memcpy(face.family, family, strlen(family) + 1);
    face.em = measure_face(letters, face.description);
    array_push(&letters->faces, face);
    return &letters->faces.items[letters->faces.count - 1];
}

static const Face *face_of(Letters *letters, const Font *font) {
    if (!letters->layout) open_layout(letters);
    const char *family = font->family ? font->family : "";
    for (size_t i = 0; i < letters->faces.count; i++) {
        const Face *face = &letters->faces.items[i];
        if (face->weight == font->weight && face->italic == font->italic && !strcmp(face->family, family))
            return face;
    }
    return add_face(letters, font, family);
}

static void set_tracking(PangoLayout *layout, const Font *font, const char *text) {
    PangoAttrList *attributes = NULL;
    if (font->tracking != 0 && !text_is_joined(text)) {
        attributes = pango_attr_list_new();
        int space = (int)(font->tracking * DESIGN_SIZE * PANGO_SCALE);
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(space));
    }
    pango_layout_set_attributes(layout, attributes);
    if (attributes) pango_attr_list_unref(attributes);
}

/* At most what Pango's 32-bit positions hold, cut between letters. */
static size_t held_length(const char *text) {
    size_t size = strlen(text);
    if (size <= MOST_TEXT) return size;
    for (size = MOST_TEXT; size && (text[size] & 0xC0) == 0x80;) size--;
    return size;
}

/* The same that a scene makes of it, so that what is measured is what is painted. */
static void set_text(PangoLayout *layout, const char *text) {
    Text harmless = {0};
    if (text_is_harmless(text)) {
        pango_layout_set_text(layout, text, (int)held_length(text));
        return;
    }
    text_add(&harmless, "");
    text_add_harmless(&harmless, text);
    pango_layout_set_text(layout, harmless.bytes, (int)held_length(harmless.bytes));
    text_free(&harmless);
}

/* The line at design size; it is the layout's and lives until the next one. */
static PangoLayoutLine *lay_out(Letters *letters, const Font *font, const char *text) {
    const Face *face = face_of(letters, font); /* makes the layout, so it has to come first */
    pango_layout_set_font_description(letters->layout, face->description);
    set_tracking(letters->layout, font, text);
    set_text(letters->layout, text);
    return pango_layout_get_line_readonly(letters->layout, 0);
}

TextSize letters_measure(Letters *letters, const Font *font, const char *text) {
    PangoRectangle logical;
    pango_layout_line_get_extents(lay_out(letters, font, text), NULL, &logical);
    TextSize em = face_of(letters, font)->em;
    return (TextSize){.width = logical.width * font->size / (PANGO_SCALE * DESIGN_SIZE),
                      .ascent = em.ascent * font->size,
                      .descent = em.descent * font->size,
                      .x_height = em.x_height * font->size,
                      .cap_height = em.cap_height * font->size};
}

int letters_missing(Letters *letters, const Font *font, const char *text) {
    lay_out(letters, font, text);
    return pango_layout_get_unknown_glyphs_count(letters->layout);
}

/* Taken at design size, where cairo keeps the outline of each letter once, whatever sizes it is used at. */
static cairo_path_t *path_of(Letters *letters, const Font *font, const char *text) {
    cairo_new_path(letters->scratch);
    cairo_move_to(letters->scratch, 0, 0);
    pango_cairo_layout_line_path(letters->scratch, lay_out(letters, font, text));
    return cairo_copy_path(letters->scratch);
}

/* Cairo leaves a move where the next letter would begin; one that nothing follows is no part of the outline.
 */
static bool begins_part(const cairo_path_t *path, int move) {
    int next = move + path->data[move].header.length;
    return next < path->num_data && path->data[next].header.type != CAIRO_PATH_MOVE_TO;
}

static Point place_of(const cairo_path_data_t *data, Point origin, double scale) {
    return (Point){origin.x + data->point.x * scale, origin.y + data->point.y * scale};
}

void letters_outline(Letters *letters, const Font *font, const char *text, Point origin, Outline *outline) {
    cairo_path_t *path = path_of(letters, font, text);
    double scale = font->size / DESIGN_SIZE;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        int last = data->header.length - 1;
        Point to = last ? place_of(&data[last], origin, scale) : origin;
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            if (begins_part(path, i)) outline_move(outline, to.x, to.y);
            break;
        case CAIRO_PATH_LINE_TO:
            outline_line(outline, to.x, to.y);
            break;
        case CAIRO_PATH_CURVE_TO:
            outline_curve(outline, place_of(&data[1], origin, scale), place_of(&data[2], origin, scale), to);
            break;
        case CAIRO_PATH_CLOSE_PATH:
            outline_close(outline);
            break;
        }
    }
    cairo_path_destroy(path);
}

hb_face_t *letters_face(const Letters *letters, size_t face) {
    return letters->opened.items[face];
}

static size_t opened_face(Letters *letters, PangoFont *font) {
    hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(font));
    for (size_t i = 0; i < letters->opened.count; i++)
        if (letters->opened.items[i] == face) return i;
    array_push(&letters->opened, hb_face_reference(face));
    return letters->opened.count - 1;
}

/* Where the letters of a glyph end: where those of the next cluster begin, which in leftward runs comes
 * before. */
static int cluster_end(const PangoGlyphItem *run, int glyph) {
    const int *starts = run->glyphs->log_clusters;
    int step = run->item->analysis.level % 2 ? -1 : 1;
    for (int i = glyph + step; i >= 0 && i < run->glyphs->num_glyphs; i += step)
        if (starts[i] != starts[glyph]) return starts[i];
    return run->item->length;
}

/* A run under way: where its glyphs come from and where the next one stands, in Pango's units. */
typedef struct GlyphRun {
    const PangoGlyphItem *run;
    const char *text;
    size_t face;
    hb_font_t *font;
    double scale; /* page units in one of Pango's */
    Point origin;
    int x;
} GlyphRun;

static Glyph glyph_at(const GlyphRun *at, int i) {
    const PangoGlyphInfo *info = &at->run->glyphs->glyphs[i];
    const int *starts = at->run->glyphs->log_clusters;
    Glyph glyph = {.face = at->face, .index = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph};
    glyph.at.x = at->origin.x + (at->x + info->geometry.x_offset) * at->scale;
    glyph.at.y = at->origin.y + info->geometry.y_offset * at->scale;
    glyph.advance = hb_font_get_glyph_h_advance(at->font, glyph.index) * at->scale;
    if (i && starts[i - 1] == starts[i]) return glyph;
    glyph.text = at->text + starts[i];
    glyph.text_size = (size_t)(cluster_end(at->run, i) - starts[i]);
    return glyph;
}

static void add_glyphs(GlyphRun *at, Glyphs *glyphs) {
    for (int i = 0; i < at->run->glyphs->num_glyphs; i++) {
        if (at->run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY) array_push(glyphs, glyph_at(at, i));
        at->x += at->run->glyphs->glyphs[i].geometry.width;
    }
}

void letters_glyphs(Letters *letters, const Font *font, const char *text, Point origin, Glyphs *glyphs) {
    PangoLayoutLine *line = lay_out(letters, font, text);
    const char *laid_out = pango_layout_get_text(letters->layout);
    GlyphRun at = {.origin = origin, .scale = font->size / (PANGO_SCALE * DESIGN_SIZE)};
    for (GSList *item = line->runs; item; item = item->next) {
        at.run = item->data;
        at.text = laid_out + at.run->item->offset;
        at.face = opened_face(letters, at.run->item->analysis.font);
        at.font = pango_font_get_hb_font(at.run->item->analysis.font);
        add_glyphs(&at, glyphs);
    }
}
