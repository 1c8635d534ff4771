/* See cover.h. */
#include "cover.h"

#include <math.h>

static const double LEAST_LEFT_OUT = 1e-4; /* steradians: 64 km by 64 km */

bool polygon_covers(const Projector *projector, const LonLats *rings, size_t count, double turn) {
    LonLat place = rotation_back(&projector->rotation, spot_vector(projector, tear_spot(projector, turn)));
    Vector at = vector_at(place.lon * M_PI / 180, place.lat * M_PI / 180);
    double least = 4 * M_PI; /* a polygon is no larger than what lies on the right hand of any of its rings */
    for (size_t i = 0; i < count; i++) {
        if (rings[i].count < 3) continue;
        if (!sphere_ring_covers(rings[i], at)) return false;
        least = fmin(least, sphere_ring_area(rings[i]));
    }
    return least < 4 * M_PI - LEAST_LEFT_OUT;
}
