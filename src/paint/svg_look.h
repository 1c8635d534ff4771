/* Colours and pens as presentation attributes of SVG. */
#ifndef PAINT_SVG_LOOK_H
#define PAINT_SVG_LOOK_H

#include "../base/text.h"
#include "../ink/ink.h"

/* Adds ` fill="#rrggbb"`, or "none", and the opacity under its own name where it is not whole. */
void svg_add_colour(Text *text, const char *name, const char *opacity, Colour colour);
bool svg_is_drawn(const Pen *pen);
/* Adds nothing for a pen that draws nothing. */
void svg_add_pen(Text *text, const Pen *pen);

#endif
