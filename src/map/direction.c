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

/* East and north at a place. */
static void axes_at(Direction at, Direction *east, Direction *north) {
    double level = hypot(at.x, at.y);
    *east = level > 1e-9 ? (Direction){-at.y / level, at.x / level, 0} : (Direction){0, 1, 0};
    *north = (Direction){at.y * east->z - at.z * east->y, at.z * east->x - at.x * east->z,
                         at.x * east->y - at.y * east->x};
}

static Direction mean_of(const Direction *all, size_t count) {
    Direction sum = {0};
    for (size_t i = 0; i < count; i++) sum.x += all[i].x, sum.y += all[i].y, sum.z += all[i].z;
    double length = sqrt(dot(sum, sum));
    return length > 1e-9 ? (Direction){sum.x / length, sum.y / length, sum.z / length} : all[0];
}

/* Whether all lie so near a middle that farther out means farther away. */
static bool are_before(Direction middle, const Direction *all, size_t count) {
    static const double LEAST = 0.3;
    for (size_t i = 0; i < count; i++)
        if (dot(middle, all[i]) < LEAST) return false;
    return true;
}

size_t directions_outermost(Direction *all, size_t count) {
    enum { WAYS = 32 };
    size_t left = 0, farthest[WAYS];
    double most[WAYS], cosines[WAYS];
    Direction east, north, middle = count ? mean_of(all, count) : (Direction){1, 0, 0};
    if (count <= WAYS || !are_before(middle, all, count)) return count;
    axes_at(middle, &east, &north);
    for (int way = 0; way < WAYS; way++) most[way] = -2, cosines[way] = cos(way * 360. / WAYS * RADIANS);
    for (size_t i = 0; i < count; i++) {
        double x = dot(east, all[i]), y = dot(north, all[i]);
        for (int way = 0; way < WAYS; way++) {
            double out = x * cosines[way] + y * cosines[(way + WAYS * 3 / 4) % WAYS];
            if (out > most[way]) most[way] = out, farthest[way] = i;
        }
    }
    for (size_t i = 0; i < count; i++) {
        bool kept = false;
        for (int way = 0; way < WAYS; way++) kept |= farthest[way] == i;
        if (kept) all[left++] = all[i];
    }
    return left;
}

Box directions_box(Direction middle, const Direction *all, size_t count) {
    Direction east, north;
    axes_at(middle, &east, &north);
    Box box = BOX_EMPTY;
    for (size_t i = 0; i < count; i++) {
        double away = 1 + dot(middle, all[i]), stretch = sqrt(2 / fmax(away, 1e-6));
        box = box_around(box, (Point){stretch * dot(east, all[i]), -stretch * dot(north, all[i])});
    }
    return box;
}
