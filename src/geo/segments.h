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

/* Whether a ray from the point to the right passes the segment; an odd number of these means inside. */
static inline bool segment_is_right_of(const Segment *s, Point p) {
    if ((s->from.y > p.y) == (s->to.y > p.y)) return false;
    return p.x < (s->to.x - s->from.x) * (p.y - s->from.y) / (s->to.y - s->from.y) + s->from.x;
}

#endif
