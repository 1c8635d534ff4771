/* The globe seen from infinitely far away (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages
 * 145-153). */
#include "../formula.h"

#include <math.h>

static Point forward_vector(Vector v) {
    return (Point){v.y, v.z};
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return forward_vector(vector_at(lambda, phi));
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double squared = point.x * point.x + point.y * point.y;
    if (!(squared <= 1)) return false;
    vector_angles((Vector){sqrt(1 - squared), point.x, point.y}, lambda, phi);
    return true;
}

const Projection projection_orthographic = {.name = "orthographic",
                                            .tear = TEAR_RIM,
                                            .limit = M_PI / 2,
                                            .forward = forward,
                                            .forward_vector = forward_vector,
                                            .inverse = inverse};
