/* The fonts that a page's letters need, inside the SVG: subsets of the pinned ones as data: addresses, for
 * readers that have none of them. */
#ifndef PAINT_SVG_FONT_H
#define PAINT_SVG_FONT_H

#include "../base/text.h"
#include "../ink/letters.h"
#include "../scene.h"

/* Adds a <style> of @font-face rules; nothing for a page without text. */
void svg_add_fonts(Text *text, const Scene *scene, Letters *letters);

#endif
