/*
 * A line of text as glyphs in their places from left to right: its directions by the Unicode bidirectional
 * algorithm (FriBidi), its runs of one script and one face, each shaped by HarfBuzz. In ems: a line is shaped
 * once for all sizes.
 */
#ifndef INK_LINE_H
#define INK_LINE_H

#include "faces.h"

typedef struct LineGlyph {
    Face *face;
    hb_codepoint_t index;   /* in the face; 0 for a letter that no face has */
    double x, y;            /* of its origin, y down */
    size_t text, text_size; /* the bytes it stands for; none for a further glyph of the same letters */
} LineGlyph;

/* Initialise with {0} and the language; plain memory. */
typedef struct Line {
    struct {
        LineGlyph *items;
        size_t count, capacity;
    } glyphs;
    const char
        *language; /* borrowed; forms of letters differ, in Chinese and Japanese above all. NULL: English */
    double width;
    int missing; /* letters that no face has */
} Line;

/* text holds size bytes of harmless UTF-8. tracking is added between letters, in ems. */
void line_shape(Line *line, Faces *faces, const Font *font, double tracking, const char *text, size_t size);
void line_free(Line *line);

#endif
