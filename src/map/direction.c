/* See direction.h. */
#include "direction.h"

#include <math.h>

static const double RADIANS = 3.14159265358979323846 / 180;

static double dot(Direction a, Direction b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Direction direction_of(LonLat at) {
    double level = cos(at.lat * RADIANS);
    return (Direction){level * cos(at.lon * RADIANS), level * sin(at.lon * RADIANS), sin(at.lat * RADIANS)};
}

LonLat direction_position(Direction at) {
    return (LonLat){atan2(at.y, at.x) / RADIANS, atan2(at.z, hypot(at.x, at.y)) / RADIANS};
}

static Direction between(Direction a, Direction b, double share) {
    Direction sum = {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share};
    double length = sqrt(dot(sum, sum));
    if (length < 1e-9) return a;
    return (Direction){sum.x / length, sum.y / length, sum.z / length};
}

static size_t farthest_from(Direction middle, const Direction *all, size_t count, double *cosine) {
    size_t farthest = 0;
    *cosine = 2;
    for (size_t i = 0; i < count; i++) {
        double here = dot(middle, all[i]);
        if (here < *cosine) *cosine = here, farthest = i;
    }
    return farthest;
}

/* A few steps toward the farthest point, each shorter than the last, find the middle well enough (Badoiu and
 * Clarkson 2003, Smaller core-sets for balls). */
Direction directions_middle(const Direction *all, size_t count, double *radius) {
    enum { STEPS = 60 };
    Direction middle = count ? all[0] : (Direction){1, 0, 0};
    double cosine = 1;
    *radius = 0;
    if (!count) return middle;
    for (int step = 1; step <= STEPS; step++)
        middle = between(middle, all[farthest_from(middle, all, count, &cosine)], 1.0 / (step + 1));
    farthest_from(middle, all, count, &cosine);
    *radius = acos(fmax(-1, fmin(1, cosine))) / RADIANS;
    return middle;
}

Box directions_box(Direction middle, const Direction *all, size_t count) {
    double level = hypot(middle.x, middle.y);
    Direction east =
        level > 1e-9 ? (Direction){-middle.y / level, middle.x / level, 0} : (Direction){0, 1, 0};
    Direction north = {middle.y * east.z - middle.z * east.y, middle.z * east.x - middle.x * east.z,
                       middle.x * east.y - middle.y * east.x};
    Box box = BOX_EMPTY;
    for (size_t i = 0; i < count; i++) {
        double away = 1 + dot(middle, all[i]), stretch = sqrt(2 / fmax(away, 1e-6));
        box = box_around(box, (Point){stretch * dot(east, all[i]), -stretch * dot(north, all[i])});
    }
    return box;
}
