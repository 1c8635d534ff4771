/*
 * How much detail each point of an arc adds, so that a map of any scale can leave out what would not be seen.
 * Knows arcs only.
 *
 * After M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", The
 * Cartographic Journal 30(1), 1993: a point counts for the triangle it spans with its neighbours, and the
 * least is taken out first. The weight given is the square root of twice the triangle's area, in degrees on
 * the sphere: a step of one pixel weighs one pixel.
 */
#ifndef ATLAS_THIN_H
#define ATLAS_THIN_H

#include "topology.h"

/* Fills weights; the ends weigh infinity. */
void thin_weigh(const LonLat *points, size_t count, float *weights);
/* Makes the heaviest points of a ring stay for ever, so that at least four do (or all there are). */
void thin_keep_ring(const ArcSpan *arcs, float *weights, const int *ring_arcs, size_t arc_count);

#endif
