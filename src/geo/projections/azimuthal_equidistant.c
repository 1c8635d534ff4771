/* Distances and directions from the centre are true (J. P. Snyder, "Map Projections: A Working Manual", 1987,
 * pages 191-202). */
#include "../formula.h"

#include <math.h>

static Point forward_vector(Vector v) {
    double sine = sqrt(v.y * v.y + v.z * v.z);
    double stretch = sine > 1e-9 ? atan2(sine, v.x) / sine : 1;
    return (Point){stretch * v.y, stretch * v.z};
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return forward_vector(vector_at(lambda, phi));
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double radius = hypot(point.x, point.y);
    if (!(radius <= M_PI)) return false;
    double stretch = radius > 1e-9 ? sin(radius) / radius : 1;
    vector_angles((Vector){cos(radius), point.x * stretch, point.y * stretch}, lambda, phi);
    return true;
}

const Projection projection_azimuthal_equidistant = {.name = "azimuthal-equidistant",
                                                     .tear = TEAR_RIM,
                                                     .limit = M_PI * (1 - 0.001 / 180),
                                                     .forward = forward,
                                                     .forward_vector = forward_vector,
                                                     .inverse = inverse};
