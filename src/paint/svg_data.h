/* The path data of SVG in its shortest relative form. Knows numbers, no elements. */
#ifndef PAINT_SVG_DATA_H
#define PAINT_SVG_DATA_H

#include "../base/text.h"
#include "../geo/outline.h"

/*
 * Adds the outline at 0.1 unit, or at 0.01 where it has curves, which are small symbols whose roundness
 * shows. Steps are taken between rounded places, so that nothing drifts; steps of no length and parts without
 * any step are left out. Returns false, adding nothing, where nothing is left.
 */
bool svg_data_add(Text *text, const Outline *outline);

#endif
