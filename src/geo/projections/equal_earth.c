/* Equal Earth, after B. Savric, T. Patterson and B. Jenny, "The Equal Earth map projection", 2018, equations
 * 8 to 10. */
#include "../formula.h"

#include <math.h>

static const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
static const double M = 0.86602540378443864676; /* sqrt(3) / 2 */

static double y_of(double theta) {
    double t2 = theta * theta, t6 = t2 * t2 * t2;
    return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

static double slope_of(double theta) {
    double t2 = theta * theta, t6 = t2 * t2 * t2;
    return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    double sine = M * sin(phi), theta = asin(sine);
    return (Point){lambda * sqrt(1 - sine * sine) / (M * slope_of(theta)), y_of(theta)};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double theta = point.y / A1;
    for (int i = 0; i < 20; i++) {
        double step = (y_of(theta) - point.y) / slope_of(theta);
        theta -= step;
        if (fabs(step) < 1e-14) break;
    }
    double sine = sin(theta) / M;
    if (!(fabs(sine) <= 1 + 1e-9) || fabs(theta) > M_PI / 2) return false;
    *phi = asin_safe(sine);
    *lambda = M * point.x * slope_of(theta) / cos(theta);
    return lambda_within_turn(lambda);
}

const Projection projection_equal_earth = {
    .name = "equal-earth", .equal_area = true, .forward = forward, .inverse = inverse};
