/* Longitude and latitude as they are, the plate carree (J. P. Snyder, "Map Projections: A Working Manual",
 * 1987, pages 90-91). */
#include "../formula.h"

#include <math.h>

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return (Point){lambda, phi};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    *lambda = point.x;
    *phi = point.y;
    return fabs(*phi) <= M_PI / 2 + 1e-12 && lambda_within_turn(lambda);
}

const Projection projection_equirectangular = {
    .name = "equirectangular", .forward = forward, .inverse = inverse};
