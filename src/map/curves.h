/* Curved arrows, drawn alike on the map and in the legend. Knows no country. */
#ifndef MAP_CURVES_H
#define MAP_CURVES_H

#include "page.h"

enum { CURVE_STEPS = 64 };

/* A curve as many short pieces. */
typedef struct Curve {
    Point points[CURVE_STEPS + 1];
} Curve;

/* An arc that rises by bend times its length: to the north, from south to north to the west; below zero to
 * the other side. */
Curve curve_bow(Point from, Point to, double bend);
/* Draws lines along a curve, and an arrow's head at tip, where the curve comes from before. */
void curve_draw(Page *page, const Outline *lines, Point before, Point tip);

#endif
