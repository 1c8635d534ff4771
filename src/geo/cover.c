/* See cover.h. */
#include "cover.h"

#include <math.h>

bool polygon_covers(const Projector *projector, const LonLats *rings, size_t count, double turn) {
    LonLat place = rotation_back(&projector->rotation, spot_vector(projector, tear_spot(projector, turn)));
    Vector at = vector_at(place.lon * M_PI / 180, place.lat * M_PI / 180);
    bool covers = false;
    for (size_t i = 0; i < count; i++) {
        if (rings[i].count < 3) continue;
        covers = sphere_ring_covers(rings[i], at);
        if (!covers) break;
    }
    return covers;
}

bool polygon_is_turned_over(const LonLats *rings, size_t count) {
    static const double LEAST_LEFT_OUT = 1e-4; /* steradians: 64 km by 64 km */
    /* A polygon is no larger than what lies on the right hand of any of its rings. */
    double least = 4 * M_PI;
    for (size_t i = 0; i < count; i++)
        if (rings[i].count > 2) least = fmin(least, sphere_ring_area(rings[i]));
    return least > 4 * M_PI - LEAST_LEFT_OUT;
}
