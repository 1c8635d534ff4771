/*
 * Measures text and turns it into outlines, with HarfBuzz and FriBidi and the fonts that styles/fonts.jsonc
 * names; no other font of the machine gets in. A Letters object is for one thread at a time.
 */
#ifndef INK_LETTERS_H
#define INK_LETTERS_H

#include "../base/error.h"
#include "../geo/outline.h"
#include "ink.h"

typedef struct Letters Letters;

/* list is the path of a list of fonts; NULL for the project's own. */
Letters *letters_new(const char *list, dateline_error *error);
void letters_free(Letters *letters);
/* Shapes what follows as the language (BCP 47) writes it: a Chinese page has the Chinese forms of letters
 * that Japanese writes otherwise. English until then. Glyphs name their faces from the first one anew. */
void letters_speak(Letters *letters, const char *language);

/* Whether a family is among the pinned fonts; where it is not, Noto Sans stands in. */
bool letters_has_family(const Letters *letters, const char *family);

typedef struct TextSize {
    double width;           /* advance, tracking included */
    double ascent, descent; /* of the font, both positive */
    double x_height, cap_height;
} TextSize;

/* One line of UTF-8, shaped (Arabic too). Joined scripts are not tracked, since that would tear their words.
 */
TextSize letters_measure(Letters *letters, const Font *font, const char *text);
/* Adds the glyphs of one line to outline, its left end on the baseline at origin. */
void letters_outline(Letters *letters, const Font *font, const char *text, Point origin, Outline *outline);
/* A letter as a font's glyph, for formats that carry fonts. */
typedef struct Glyph {
    size_t face;    /* for letters_face */
    uint32_t index; /* in the face */
    Point at;       /* its origin on the page */
    double advance; /* of the face's own, without kerning and tracking; page units */
    const char
        *text; /* the letters it stands for, or none for a further glyph of the same; until the next call */
    size_t text_size;
} Glyph;

typedef struct Glyphs {
    Glyph *items;
    size_t count, capacity;
} Glyphs;

/* Adds the glyphs of one line, from left to right. */
void letters_glyphs(Letters *letters, const Font *font, const char *text, Point origin, Glyphs *glyphs);
/* The face that a glyph names, as HarfBuzz's; borrowed. */
struct hb_face_t;
struct hb_face_t *letters_face(const Letters *letters, size_t face);
/* Letters that no pinned font has, as a count; a caller that finds some tells it in a note. Text is held to
 * 16 kB everywhere. */
int letters_missing(Letters *letters, const Font *font, const char *text);

#endif
