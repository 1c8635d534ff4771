/*
 * Areas of outlines: what is inside, how large it is, how wide it is along a line (geo.h, outline.h). Works
 * on straight pieces, even-odd, and knows no sphere.
 */
#include "geo.h"
#include "segments.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

bool outline_contains(const Outline *outline, Point point) {
    Segments segments = {0};
    segments_add(&segments, outline);
    bool inside = false;
    for (size_t i = 0; i < segments.count; i++) inside ^= segment_is_right_of(&segments.items[i], point);
    array_free(&segments);
    return inside;
}

double outline_area(const Outline *outline) {
    Segments segments = {0};
    segments_add(&segments, outline);
    double twice = 0;
    Point origin = segments.count ? segments.items[0].from : (Point){0, 0};
    for (size_t i = 0; i < segments.count; i++) {
        const Segment *s = &segments.items[i];
        twice +=
            (s->from.x - origin.x) * (s->to.y - origin.y) - (s->to.x - origin.x) * (s->from.y - origin.y);
    }
    array_free(&segments);
    return fabs(twice) / 2;
}

bool inner_chord(const Outline *outline, Point at, double *left, double *right) {
    Segments segments = {0};
    segments_add(&segments, outline);
    double west = -INFINITY, east = INFINITY;
    bool inside = false;
    for (size_t i = 0; i < segments.count; i++) {
        const Segment *s = &segments.items[i];
        if ((s->from.y > at.y) == (s->to.y > at.y)) continue;
        double x = (s->to.x - s->from.x) * (at.y - s->from.y) / (s->to.y - s->from.y) + s->from.x;
        inside ^= at.x < x;
        if (x <= at.x)
            west = fmax(west, x);
        else
            east = fmin(east, x);
    }
    array_free(&segments);
    if (!inside || isinf(west) || isinf(east)) return false;
    *left = west;
    *right = east;
    return true;
}
