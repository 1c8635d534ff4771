/* Cutting rings and lines to a box on the page. Knows only the plane. */
#ifndef GEO_CLIP_H
#define GEO_CLIP_H

#include "outline.h"

typedef struct PointArray {
    Point *items;
    size_t count, capacity;
} PointArray;

/* Replaces a closed ring by its part within the box, closed along the box; spare is room to work in. */
void clip_ring(Box box, PointArray *ring, PointArray *spare);
/* Adds the parts of a line within the box. */
void clip_line(Box box, const Point *points, size_t count, Outline *outline);

#endif
