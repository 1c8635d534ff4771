/* Whether a polygon covers a place of the tear, asked of its rings on the sphere: slow and sure. */
#ifndef GEO_COVER_H
#define GEO_COVER_H

#include "tear.h"

/* A polygon that leaves out next to nothing of the sphere is not meant: it was thinned until it turned over.
 * It covers no place. */
bool polygon_covers(const Projector *projector, const LonLats *rings, size_t count, double turn);

#endif
