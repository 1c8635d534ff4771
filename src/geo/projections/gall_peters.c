/* The equal-area cylinder with standard parallels at 45 degrees (J. Gall, 1885; J. P. Snyder, "Map
 * Projections: A Working Manual", 1987, pages 76-85). */
#include "../formula.h"

#include <math.h>

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return (Point){lambda * M_SQRT1_2, sin(phi) * M_SQRT2};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double sine = point.y * M_SQRT1_2;
    if (!(fabs(sine) <= 1 + 1e-12)) return false;
    *phi = asin_safe(sine);
    *lambda = point.x * M_SQRT2;
    return lambda_within_turn(lambda);
}

const Projection projection_gall_peters = {
    .name = "gall-peters", .equal_area = true, .forward = forward, .inverse = inverse};
