/* Miller's cylinder, a Mercator tamed towards the poles (J. P. Snyder, "Map Projections: A Working Manual",
 * 1987, pages 86-89). */
#include "../formula.h"

#include <math.h>

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return (Point){lambda, 1.25 * asinh(tan(0.8 * phi))};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    *phi = atan(sinh(0.8 * point.y)) / 0.8;
    *lambda = point.x;
    return fabs(*phi) <= M_PI / 2 + 1e-12 && lambda_within_turn(lambda);
}

const Projection projection_miller = {.name = "miller", .forward = forward, .inverse = inverse};
