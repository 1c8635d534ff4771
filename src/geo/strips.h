/* Segments by horizontal strips, so that whether a point is inside is asked of the few that share its strip.
 */
#ifndef GEO_STRIPS_H
#define GEO_STRIPS_H

#include "segments.h"

typedef struct Strips {
    const Segments *segments;
    double top, each; /* where the first strip begins, and how high each is */
    size_t count;
    size_t *starts; /* of each strip's indices; one more than there are strips */
    size_t *indices;
} Strips;

/* segments is borrowed; strips_free gives the rest back. */
void strips_make(Strips *strips, const Segments *segments, Box box);
bool strips_contain(const Strips *strips, Point point);
void strips_free(Strips *strips);

#endif
