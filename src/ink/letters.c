/* See letters.h. Every line is shaped once, in ems, and kept: widths grow in exact proportion to the size, so
 * that a label measured for the screen fits in print. */
#include "letters.h"

#include "../base/files.h"
#include "../base/memory.h"
#include "line.h"
#include "script.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TEXT = 16 * 1024, SHELVES = 256, MOST_KEPT = 4096 };

/* A line that has been shaped, with what it was shaped from. */
typedef struct Kept {
    struct Kept *next; /* of the same shelf */
    char *text, *family, *language;
    FontWeight weight;
    bool italic;
    double tracking;
    Line line;
} Kept;

struct Letters {
    Faces *faces;
    char *language;
    Kept *shelves[SHELVES];
    size_t kept;
    ARRAY(Face *) named; /* those that glyphs have named, in their order */
};

static char *copied(const char *text) {
    return memory_text(text, strlen(text));
}

Letters *letters_new(const char *list, dateline_error *error) {
    Text own = {0};
    char *folder = list ? NULL : data_folder("styles");
    if (folder) text_add_format(&own, "%s/fonts.jsonc", folder);
    Faces *faces = faces_load(list ? list : own.bytes, error);
    text_free(&own);
    free(folder);
    if (!faces) return NULL;
    Letters *letters = memory_new_zeroed(sizeof *letters);
    letters->faces = faces;
    letters->language = copied("en");
    return letters;
}

static void clear_shelves(Letters *letters) {
    for (int i = 0; i < SHELVES; i++)
        for (Kept *kept = letters->shelves[i], *next; kept; kept = next) {
            next = kept->next;
            line_free(&kept->line);
            free(kept->text);
            free(kept->family);
            free(kept->language);
            free(kept);
        }
    memset(letters->shelves, 0, sizeof letters->shelves);
    letters->kept = 0;
}

void letters_speak(Letters *letters, const char *language) {
    char *spoken = copied(language);
    free(letters->language);
    letters->language = spoken;
    letters->named.count = 0;
}

void letters_free(Letters *letters) {
    if (!letters) return;
    clear_shelves(letters);
    free(letters->language);
    faces_free(letters->faces);
    array_free(&letters->named);
    free(letters);
}

bool letters_has_family(const Letters *letters, const char *family) {
    return faces_has_family(letters->faces, family);
}

/* ---- lines */

static unsigned shelf_of(const char *text) {
    unsigned hash = 2166136261u; /* FNV-1a */
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return (hash ^ hash >> 16) % SHELVES;
}

static bool is_of(const Kept *kept, const Font *font, const char *family, const char *language,
                  const char *text) {
    return kept->weight == font->weight && kept->italic == font->italic && kept->tracking == font->tracking &&
           !strcmp(kept->text, text) && !strcmp(kept->family, family) && !strcmp(kept->language, language);
}

/* Cut between letters. */
static size_t held_length(const char *text, size_t size) {
    if (size <= MOST_TEXT) return size;
    for (size = MOST_TEXT; size && (text[size] & 0xC0) == 0x80;) size--;
    return size;
}

/* What a scene makes of a text too, so that what is measured is what is painted. */
static char *harmless_copy(const char *text) {
    Text harmless = {0};
    if (text_is_harmless(text)) return copied(text);
    text_add(&harmless, "");
    text_add_harmless(&harmless, text);
    return harmless.bytes;
}

/* Joined scripts are not tracked, since that would tear their words. */
static void shape(Letters *letters, const Font *font, Kept *kept) {
    double tracking = font->tracking != 0 && !text_is_joined(kept->text) ? font->tracking : 0;
    kept->text[held_length(kept->text, strlen(kept->text))] = '\0';
    kept->line.language = kept->language;
    line_shape(&kept->line, letters->faces, font, tracking, kept->text, strlen(kept->text));
}

static const Kept *find_line(Letters *letters, const Font *font, const char *text) {
    const char *family = font->family ? font->family : "", *language = letters->language;
    char *harmless = harmless_copy(text);
    Kept **shelf = &letters->shelves[shelf_of(harmless)];
    for (Kept *kept = *shelf; kept; kept = kept->next)
        if (is_of(kept, font, family, language, harmless)) {
            free(harmless);
            return kept;
        }
    if (letters->kept++ == MOST_KEPT) clear_shelves(letters);
    Kept *kept = memory_new_zeroed(sizeof *kept);
    *kept = (Kept){*shelf,       harmless,     copied(family), copied(language),
                   font->weight, font->italic, font->tracking, {.width = 0}};
    shape(letters, font, kept);
    *shelf = kept;
    return kept;
}

TextSize letters_measure(Letters *letters, const Font *font, const char *text) {
    const Kept *kept = find_line(letters, font, text);
    const Face *face = faces_find(letters->faces, font->family, font->weight, font->italic);
    return (TextSize){.width = kept->line.width * font->size,
                      .ascent = face->ascent * font->size,
                      .descent = face->descent * font->size,
                      .x_height = face->x_height * font->size,
                      .cap_height = face->cap_height * font->size};
}

/* Letters that every shaper sets one by one: Latin, and the punctuation between words. */
static bool is_plain(int32_t letter) {
    return (letter >= ' ' && letter < 0x300) || (letter >= 0x2010 && letter <= 0x2027);
}

/* Whether a text is plain and its face has all of it, which needs no shaping to be known. */
static bool is_plainly_there(Letters *letters, const Font *font, const char *text) {
    const Face *face = faces_find(letters->faces, font->family, font->weight, font->italic);
    size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        int32_t letter = utf8_next(text, size, &at);
        if (!is_plain(letter) || !face_has(face, (hb_codepoint_t)letter)) return false;
    }
    return true;
}

int letters_missing(Letters *letters, const Font *font, const char *text) {
    return is_plainly_there(letters, font, text) ? 0 : find_line(letters, font, text)->line.missing;
}

/* ---- shapes */

static void add_shape(Outline *outline, const Outline *shape, Point origin, double size) {
    size_t verbs = outline->verbs.count, points = outline->points.count;
    array_reserve(&outline->verbs, verbs + shape->verbs.count);
    array_reserve(&outline->points, points + shape->points.count);
    if (shape->verbs.count) memcpy(outline->verbs.items + verbs, shape->verbs.items, shape->verbs.count);
    for (size_t i = 0; i < shape->points.count; i++) {
        Point point = shape->points.items[i];
        outline->points.items[points + i] = (Point){origin.x + point.x * size, origin.y + point.y * size};
    }
    outline->verbs.count += shape->verbs.count;
    outline->points.count += shape->points.count;
}

void letters_outline(Letters *letters, const Font *font, const char *text, Point origin, Outline *outline) {
    const Line *line = &find_line(letters, font, text)->line;
    for (size_t i = 0; i < line->glyphs.count; i++) {
        const LineGlyph *glyph = &line->glyphs.items[i];
        Point at = {origin.x + glyph->x * font->size, origin.y + glyph->y * font->size};
        add_shape(outline, face_shape(glyph->face, glyph->index), at, font->size);
    }
}

hb_face_t *letters_face(const Letters *letters, size_t face) {
    return letters->named.items[face]->face;
}

static size_t name_of(Letters *letters, Face *face) {
    for (size_t i = 0; i < letters->named.count; i++)
        if (letters->named.items[i] == face) return i;
    array_push(&letters->named, face);
    return letters->named.count - 1;
}

void letters_glyphs(Letters *letters, const Font *font, const char *text, Point origin, Glyphs *glyphs) {
    const Kept *kept = find_line(letters, font, text);
    for (size_t i = 0; i < kept->line.glyphs.count; i++) {
        const LineGlyph *from = &kept->line.glyphs.items[i];
        Glyph glyph = {.face = name_of(letters, from->face),
                       .index = from->index,
                       .at = {origin.x + from->x * font->size, origin.y + from->y * font->size},
                       .advance = hb_font_get_glyph_h_advance(from->face->font, from->index) /
                                  from->face->em * font->size,
                       .text = from->text_size ? kept->text + from->text : NULL,
                       .text_size = from->text_size};
        array_push(glyphs, glyph);
    }
}
