/* What the letters of a text tell of its script, without any font: which way it runs, and whether its letters
 * join. */
#ifndef INK_SCRIPT_H
#define INK_SCRIPT_H

#include <stdbool.h>

/* Whether the first letter with a direction runs from right to left (Hebrew, Arabic, Syriac, Thaana, NKo...).
 */
bool text_is_right_to_left(const char *text);
/* Whether letters of the text join, so that space between them would tear words (Arabic, Devanagari,
 * Bengali...). */
bool text_is_joined(const char *text);

#endif
