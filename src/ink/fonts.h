/*
 * Letters that wait for the next who needs some: to open fonts and to shape the same words anew takes longer
 * than to draw them. What comes out does not depend on who had them before. Shared by threads, each of which
 * takes letters of its own.
 */
#ifndef INK_FONTS_H
#define INK_FONTS_H

#include "letters.h"

typedef struct Fonts Fonts;

Fonts *fonts_new(void);
/* Another owner of the same fonts; the last that drops them frees them. NULL stays NULL. */
Fonts *fonts_share(Fonts *fonts);
void fonts_drop(Fonts *fonts);

/* Letters that speak a language, of the project's own list of fonts. Without fonts to take them from they are
 * new. */
Letters *fonts_take(Fonts *fonts, const char *language, dateline_error *error);
void fonts_give(Fonts *fonts, Letters *letters);

#endif
