/* Rings on the sphere as a whole: how much they enclose, and whether a place is on their right hand. See
 * geo.h and sphere.h. */
#include "sphere.h"

#include <math.h>

static const double RADIAN = M_PI / 180;

/* Each edge adds the area between itself and the south pole's lune (after R. G. Chamberlain and W. H.
 * Duquette, "Some algorithms for polygons on a sphere", 2007, in the half-angle form that stays exact for
 * small rings). */
double sphere_ring_area(LonLats ring) {
    double sum = 0;
    for (size_t i = 0; i < ring.count; i++) {
        LonLat a = lonlat_safe(ring.items[i]), b = lonlat_safe(ring.items[i + 1 < ring.count ? i + 1 : 0]);
        double half_a = a.lat * RADIAN / 2 + M_PI / 4, half_b = b.lat * RADIAN / 2 + M_PI / 4;
        double step = angle_wrapped((b.lon - a.lon) * RADIAN);
        double product = sin(half_a) * sin(half_b);
        sum += atan2(product * sin(step), cos(half_a) * cos(half_b) + product * cos(step));
    }
    double half = fmod(sum, 2 * M_PI);
    return 2 * (half < 0 ? half + 2 * M_PI : half);
}

/* Seen from the place as a pole, the ring winds round it or not; where it does not, its area without the
 * poles tells which side is which (after M. Bostock, d3-geo's polygonContains). */
bool sphere_ring_covers(LonLats ring, Vector place) {
    Vector east =
        vector_unit(vector_cross(fabs(place.z) < 0.9 ? (Vector){0, 0, 1} : (Vector){0, 1, 0}, place));
    Vector north = vector_cross(place, east);
    double turned = 0, sum = 0, from_lambda = 0, from_half = 0;
    for (size_t i = 0; i <= ring.count; i++) {
        LonLat at = lonlat_safe(ring.items[i < ring.count ? i : 0]);
        Vector v = vector_at(at.lon * RADIAN, at.lat * RADIAN);
        double x = vector_dot(v, east), y = vector_dot(v, north);
        double lambda = atan2(y, x), half = atan2(vector_dot(v, place), hypot(x, y)) / 2 + M_PI / 4;
        double step = angle_wrapped(lambda - from_lambda), product = sin(from_half) * sin(half);
        if (i > 0) {
            turned += step;
            sum += atan2(product * sin(step), cos(from_half) * cos(half) + product * cos(step));
        }
        from_lambda = lambda;
        from_half = half;
    }
    if (fabs(turned) > M_PI) return turned < 0;
    return sum < -1e-12;
}
