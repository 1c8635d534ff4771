/* The root element of an SVG and what it says of the page. Knows no mark. */
#ifndef PAINT_SVG_ROOT_H
#define PAINT_SVG_ROOT_H

#include "svg.h"

/* Adds all from the declaration to the metadata; the root is left open. */
void svg_add_root(Text *text, const PageInfo *info, const SvgUse *use);

#endif
