/* See labels.h: straight lines against boxes and one another, for leaders. */
#include "labels.h"

#include <math.h>

static double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_cross(Point a, Point b, Point c, Point d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/* Liang and Barsky 1984: the part of the segment within the box's slabs is not empty. */
bool segment_meets_box(Point a, Point b, Box box) {
    if ((a.x < box.left && b.x < box.left) || (a.x > box.right && b.x > box.right) ||
        (a.y < box.top && b.y < box.top) || (a.y > box.bottom && b.y > box.bottom))
        return false; /* most are told apart so */
    const double steps[4] = {a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y};
    const double rooms[4] = {a.x - box.left, box.right - a.x, a.y - box.top, box.bottom - a.y};
    double first = 0, last = 1;
    for (int i = 0; i < 4; i++) {
        if (steps[i] == 0 && rooms[i] < 0) return false;
        if (steps[i] == 0) continue;
        double share = rooms[i] / steps[i];
        if (steps[i] < 0)
            first = fmax(first, share);
        else
            last = fmin(last, share);
    }
    return first <= last;
}

double segment_distance(Point a, Point b, Point point) {
    double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y;
    double share = length > 0 ? ((point.x - a.x) * x + (point.y - a.y) * y) / length : 0;
    share = fmax(0, fmin(1, share));
    return hypot(point.x - a.x - share * x, point.y - a.y - share * y);
}
