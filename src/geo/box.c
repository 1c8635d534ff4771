/* Boxes, of outline.h. Knows rectangles and no paths but for the box of one. */
#include "outline.h"

#include <math.h>

Box box_around(Box box, Point point) {
    if (point.x < box.left) box.left = point.x;
    if (point.x > box.right) box.right = point.x;
    if (point.y < box.top) box.top = point.y;
    if (point.y > box.bottom) box.bottom = point.y;
    return box;
}

Box box_union(Box a, Box b) {
    return (Box){fmin(a.left, b.left), fmin(a.top, b.top), fmax(a.right, b.right), fmax(a.bottom, b.bottom)};
}

Box box_grown(Box box, double by) {
    return (Box){box.left - by, box.top - by, box.right + by, box.bottom + by};
}

bool box_is_empty(Box box) {
    return !(box.left <= box.right && box.top <= box.bottom);
}

bool box_overlaps(Box a, Box b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool box_contains(Box outer, Box inner) {
    return outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top &&
           inner.bottom <= outer.bottom;
}

double box_width(Box box) {
    return box.right - box.left;
}

double box_height(Box box) {
    return box.bottom - box.top;
}

Box outline_box_of(const Outline *outline) {
    Box box = BOX_EMPTY;
    for (size_t i = 0; i < outline->points.count; i++) box = box_around(box, outline->points.items[i]);
    return box;
}
