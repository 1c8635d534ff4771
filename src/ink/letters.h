/*
 * Measures text and turns it into outlines, with Pango, FreeType and the project's own fontconfig file; no
 * font of the machine gets in. The only file with Pango. A Letters object is for one thread at a time.
 */
#ifndef INK_LETTERS_H
#define INK_LETTERS_H

#include "../base/error.h"
#include "../geo/outline.h"
#include "ink.h"

typedef struct Letters Letters;

/* configuration is the path of a fontconfig file; NULL for the project's own. */
Letters *letters_new(const char *configuration, dateline_error *error);
void letters_free(Letters *letters);

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
/*
 * The same line on a cairo context as text, in its source colour. For surfaces that keep text as text: on
 * images cairo 1.16 sets glyphs on whole pixels, and outlines are better.
 */
struct _cairo;
void letters_show(Letters *letters, const Font *font, const char *text, Point origin, struct _cairo *cairo);
/* Letters that no pinned font has, as a count; a caller that finds some tells it in a note. Text is held to
 * 16 kB everywhere. */
int letters_missing(Letters *letters, const Font *font, const char *text);

#endif
