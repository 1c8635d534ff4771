/* The stripes of a hatch as lines, for every painter alike. Knows geometry only. */
#ifndef PAINT_HATCH_H
#define PAINT_HATCH_H

#include "../geo/outline.h"
#include "../ink/ink.h"

/*
 * Adds the middle lines of all stripes that touch box, each as long as the box needs. The line through the
 * page's origin is one of them, so that stripes of touching areas join. Adds none where the pitch is not
 * positive or would give more than 20,000.
 */
void hatch_lines(const Hatch *hatch, Box box, Outline *lines);

#endif
