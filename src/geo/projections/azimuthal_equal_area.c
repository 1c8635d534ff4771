/* Lambert's azimuthal equal-area projection (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages
 * 182-190). The point opposite the centre becomes the rim, so a thousandth of a degree about it is left out.
 */
#include "../formula.h"

#include <math.h>

static Point forward_vector(Vector v) {
    double stretch = sqrt(2 / fmax(1 + v.x, 1e-15));
    return (Point){stretch * v.y, stretch * v.z};
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return forward_vector(vector_at(lambda, phi));
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double quarter = (point.x * point.x + point.y * point.y) / 4;
    if (!(quarter <= 1)) return false;
    double stretch = sqrt(1 - quarter);
    vector_angles((Vector){1 - 2 * quarter, point.x * stretch, point.y * stretch}, lambda, phi);
    return true;
}

const Projection projection_azimuthal_equal_area = {.name = "azimuthal-equal-area",
                                                    .equal_area = true,
                                                    .tear = TEAR_RIM,
                                                    .limit = M_PI * (1 - 0.001 / 180),
                                                    .forward = forward,
                                                    .forward_vector = forward_vector,
                                                    .inverse = inverse};
