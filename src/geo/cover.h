/* What a polygon covers, asked of its rings on the sphere: slow and sure. */
#ifndef GEO_COVER_H
#define GEO_COVER_H

#include "tear.h"

/* Whether it covers a place of the tear, which should not lie on one of its edges. */
bool polygon_covers(const Projector *projector, const LonLats *rings, size_t count, double turn);
/* Whether it leaves out next to nothing of the sphere: nobody means that; it is a speck that was thinned
 * until it turned over. */
bool polygon_is_turned_over(const LonLats *rings, size_t count);

#endif
