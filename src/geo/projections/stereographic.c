/* The conformal view from the opposite point (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages
 * 154-163), shown to 142 degrees from the centre, beyond which it swells without bound. */
#include "../formula.h"

#include <math.h>

static Point forward_vector(Vector v) {
    double stretch = 2 / fmax(1 + v.x, 1e-9);
    return (Point){stretch * v.y, stretch * v.z};
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return forward_vector(vector_at(lambda, phi));
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    double squared = (point.x * point.x + point.y * point.y) / 4;
    double x = (1 - squared) / (1 + squared), stretch = 1 / (1 + squared);
    if (!(x >= cos(setting->rim) - 1e-12)) return false;
    vector_angles((Vector){x, point.x * stretch, point.y * stretch}, lambda, phi);
    return true;
}

const Projection projection_stereographic = {.name = "stereographic",
                                             .tear = TEAR_RIM,
                                             .limit = M_PI * 142 / 180,
                                             .forward = forward,
                                             .forward_vector = forward_vector,
                                             .inverse = inverse};
