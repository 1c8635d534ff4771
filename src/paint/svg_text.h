/* Lines of text as elements of SVG. Knows what renderers make of them, no other element. */
#ifndef PAINT_SVG_TEXT_H
#define PAINT_SVG_TEXT_H

#include "../base/text.h"
#include "../ink/letters.h"
#include "../scene.h"

/* What stands after a family's name: the same design for other scripts, so that a renderer takes what was
 * measured. */
#define SVG_FALLBACKS                                                                                        \
    ", Noto Sans Arabic, Noto Sans Armenian, Noto Sans Bengali, Noto Sans Devanagari, Noto Sans Ethiopic"    \
    ", Noto Sans Georgian, Noto Sans Hebrew, Noto Sans Thai"

/* The line over its halo, with an id where it has one; as shapes where there are letters to draw it, which
 * must then read the same: its words become a label. An address of the web in it makes it a link. Noto Sans
 * is taken to be the page's family. */
void svg_add_text(Text *text, const TextMark *mark, Letters *letters, const char *id);

#endif
