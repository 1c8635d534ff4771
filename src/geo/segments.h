/* An outline as straight pieces, for whoever measures: subpaths are closed, curves are cut into short lines.
 */
#ifndef GEO_SEGMENTS_H
#define GEO_SEGMENTS_H

#include "outline.h"

typedef struct Segment {
    Point from, to;
} Segment;

typedef struct Segments {
    Segment *items;
    size_t count, capacity;
} Segments;

/* Adds the outline's pieces; pieces without length are left out. The caller frees items with array_free. */
void segments_add(Segments *segments, const Outline *outline);

#endif
