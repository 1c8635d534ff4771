/* See svg_font.h. A subset keeps what shapes letters, since the reader shapes them anew. */
#include "svg_font.h"

#include "../base/memory.h"
#include "base64.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

/* A face and the letters that the page takes from it. */
typedef struct UsedFace {
    size_t face;
    bool bold, italic;
    hb_set_t *letters;
} UsedFace;

typedef ARRAY(UsedFace) UsedFaces;

static UsedFace *used_face(UsedFaces *faces, size_t face, const Font *font) {
    for (size_t i = 0; i < faces->count; i++)
        if (faces->items[i].face == face) return &faces->items[i];
    array_push(faces, (UsedFace){face, font->weight == FONT_BOLD, font->italic, hb_set_create()});
    return &faces->items[faces->count - 1];
}

static void collect(UsedFaces *faces, const TextMark *mark, Letters *letters) {
    Glyphs glyphs = {0};
    letters_glyphs(letters, &mark->font, mark->text, mark->at, &glyphs);
    for (size_t i = 0; i < glyphs.count; i++) {
        const Glyph *glyph = &glyphs.items[i];
        UsedFace *face = used_face(faces, glyph->face, &mark->font);
        for (size_t at = 0; glyph->text && at < glyph->text_size;) {
            int32_t letter = utf8_next(glyph->text, glyph->text_size, &at);
            if (letter >= 0) hb_set_add(face->letters, (hb_codepoint_t)letter);
        }
    }
    array_free(&glyphs);
}

static hb_blob_t *subset_of(const UsedFace *used, hb_face_t *face) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return hb_face_reference_blob(face);
    hb_set_union(hb_subset_input_unicode_set(input), used->letters);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_blob_t *blob = hb_face_reference_blob(subset ? subset : face);
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return blob;
}

/* "Noto Sans Arabic": letters only, so that the name ends no string of CSS. */
static void add_family(Text *text, hb_face_t *face) {
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FONT_FAMILY, HB_LANGUAGE_INVALID, &size, name);
    for (const char *letter = name; *letter; letter++)
        if (strchr("-' \\\";<>&", *letter) == NULL || *letter == ' ' || *letter == '-')
            text_add_char(text, *letter);
}

static void add_face(Text *text, const UsedFace *used, hb_face_t *face) {
    hb_blob_t *blob = subset_of(used, face);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    text_add(text, "@font-face{font-family:'");
    add_family(text, face);
    text_add_format(text, "';font-weight:%s;font-style:%s;src:url(data:font/ttf;base64,",
                    used->bold ? "bold" : "normal", used->italic ? "italic" : "normal");
    base64_add(text, bytes, size);
    text_add(text, ")}\n");
    hb_blob_destroy(blob);
}

void svg_add_fonts(Text *text, const Scene *scene, Letters *letters) {
    UsedFaces faces = {0};
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        if (mark->kind == MARK_TEXT && mark->text.font.size > 0) collect(&faces, &mark->text, letters);
    }
    if (faces.count) text_add(text, "<style type=\"text/css\">\n");
    for (size_t i = 0; i < faces.count; i++) {
        add_face(text, &faces.items[i], letters_face(letters, faces.items[i].face));
        hb_set_destroy(faces.items[i].letters);
    }
    if (faces.count) text_add(text, "</style>\n");
    array_free(&faces);
}
