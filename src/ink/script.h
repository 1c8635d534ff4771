/* What the letters of a text tell of its script, without any font: which way it runs, and whether its letters
 * join. */
#ifndef INK_SCRIPT_H
#define INK_SCRIPT_H

#include "../base/text.h"

/* Whether the first letter with a direction runs from right to left (Hebrew, Arabic, Syriac, Thaana, NKo...).
 */
bool text_is_right_to_left(const char *text);
/* Whether letters of the text join, so that space between them would tear words (Arabic, Devanagari,
 * Bengali...). */
bool text_is_joined(const char *text);

/*
 * Text of an article may hold what would break a file or turn a line around. Adds it with tabs and line ends
 * as spaces, control characters and bytes that are not UTF-8 as U+FFFD, and without the marks that turn the
 * direction of what follows (U+202A to U+202E, U+2066 to U+2069).
 */
void text_add_harmless(Text *text, const char *string);
/* Whether that would change nothing. */
bool text_is_harmless(const char *string);

#endif
