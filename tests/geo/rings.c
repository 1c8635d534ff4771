/* See rings.h. */
#include "rings.h"

#include <math.h>

double random_next(Random *random) {
    random->state = random->state * 6364136223846793005u + 1442695040888963407u;
    return (double)(random->state >> 11) / 9007199254740992.0;
}

double random_between(Random *random, double least, double most) {
    return least + (most - least) * random_next(random);
}

/* The position at an angle (clockwise from north; at a pole, from longitude 0) and a distance from another,
 * in degrees. */
static LonLat position_from(LonLat from, double bearing, double distance) {
    double degree = M_PI / 180, sl = sin(from.lon * degree), cl = cos(from.lon * degree);
    double sp = sin(from.lat * degree), cp = cos(from.lat * degree), sd = sin(distance * degree);
    double ahead = cos(distance * degree), north = sd * cos(bearing * degree),
           east = sd * sin(bearing * degree);
    double x = ahead * cp * cl - north * sp * cl - east * sl,
           y = ahead * cp * sl - north * sp * sl + east * cl;
    double z = ahead * sp + north * cp;
    return (LonLat){atan2(y, x) / degree, atan2(z, hypot(x, y)) / degree};
}

void ring_blob(TestRing *ring, LonLat middle, double radius, double share, size_t count, Random *random) {
    double phase1 = random_between(random, 0, 2 * M_PI), phase2 = random_between(random, 0, 2 * M_PI);
    double waves = floor(random_between(random, 2, 7));
    ring->count = count < RING_ROOM ? count : RING_ROOM;
    for (size_t i = 0; i < ring->count; i++) {
        double angle = 2 * M_PI * (double)i / (double)ring->count;
        double wave = 0.7 * sin(waves * angle + phase1) + 0.3 * sin(2 * waves * angle + phase2);
        ring->items[i] = position_from(middle, angle * 180 / M_PI, radius * (1 + share * wave));
    }
}

void ring_reverse(TestRing *ring) {
    for (size_t i = 0, k = ring->count - 1; i < k; i++, k--) {
        LonLat kept = ring->items[i];
        ring->items[i] = ring->items[k];
        ring->items[k] = kept;
    }
}

void ring_corners(TestRing *ring, const double *pairs, size_t count) {
    ring->count = count;
    for (size_t i = 0; i < count; i++) ring->items[i] = (LonLat){pairs[2 * i], pairs[2 * i + 1]};
}

LonLats ring_view(const TestRing *ring) {
    return (LonLats){ring->items, ring->count};
}

Projector *world_projector(const char *projection, Center center) {
    ProjectorOptions options = {.projection = projection, .center = center};
    Projector *projector = projector_new(&options, NULL);
    Outline sphere = {0};
    if (!projector) return NULL;
    project_sphere(projector, &sphere);
    projector_fit(projector, outline_box_of(&sphere), (Box){-10000, -10000, 10000, 10000});
    outline_free(&sphere);
    return projector;
}

double filled_area(const Projector *projector, const Outline *outline) {
    double scale = projector_scale(projector);
    return outline_area(outline) / (scale * scale);
}

static double distance_to_piece(Point p, Point a, Point b) {
    double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    double t = squared > 0 ? fmin(fmax(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0), 1) : 0;
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static bool lies_on(Point p, const Outline *line) {
    size_t count = line->points.count;
    for (size_t i = 0; i < count; i++)
        if (distance_to_piece(p, line->points.items[i], line->points.items[(i + 1) % count]) < 0.5)
            return true;
    return false;
}

double longest_inner_piece(const Outline *outline, const Outline *sphere) {
    const Point *points = outline->points.items;
    double longest = 0;
    size_t start = 0, at = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        Point from, to;
        if (outline->verbs.items[i] == OUTLINE_MOVE) {
            start = at++;
            continue;
        }
        from = points[at - 1];
        to = outline->verbs.items[i] == OUTLINE_CLOSE ? points[start] : points[at++];
        double length = hypot(to.x - from.x, to.y - from.y);
        if (length <= longest) continue;
        Point middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
        if (!lies_on(middle, sphere)) longest = length;
    }
    return longest;
}
