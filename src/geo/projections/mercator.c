/* Mercator's conformal cylinder (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 38-47), shown
 * as far as the world is a square. */
#include "../formula.h"

#include <math.h>

static const double NORTHMOST = 1.48442222974871; /* gd(pi), 85.051 degrees */

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return (Point){lambda, asinh(tan(fmin(fmax(phi, -NORTHMOST), NORTHMOST)))};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    *phi = atan(sinh(point.y));
    *lambda = point.x;
    return fabs(point.y) <= M_PI + 1e-9 && lambda_within_turn(lambda);
}

const Projection projection_mercator = {
    .name = "mercator", .limit = 1.48442222974871, .forward = forward, .inverse = inverse};
