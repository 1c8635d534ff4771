/* Mollweide's equal-area ellipse (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 249-252).
 * The auxiliary angle is found by Newton's method; near the poles, where its slope vanishes, it starts from
 * the leading term of the series. */
#include "../formula.h"

#include <math.h>

static const double WIDTH = 2 * M_SQRT2 / M_PI;

/* The angle t of t + sin t = pi sin phi, halved. With d = pi - t the pole is at d = 0 and d - sin d is the
 * small quantity. */
static double auxiliary_angle(double phi) {
    double away = M_PI / 2 - fabs(phi), sine = sin(away / 2);
    double gap = M_PI * 2 * sine * sine; /* pi (1 - sin |phi|) without loss */
    double d = cbrt(6 * gap);
    for (int i = 0; i < 12 && d > 1e-4; i++) {
        double step = (d - sin(d) - gap) / (1 - cos(d));
        d -= step;
        if (fabs(step) < 1e-15) break;
    }
    return copysign((M_PI - d) / 2, phi);
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    double sine, cosine;
    sincos(auxiliary_angle(phi), &sine, &cosine);
    return (Point){WIDTH * lambda * cosine, M_SQRT2 * sine};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double sine = point.y / M_SQRT2;
    if (!(fabs(sine) <= 1)) return false;
    double theta = asin(sine), cosine = cos(theta);
    *phi = asin_safe((2 * theta + sin(2 * theta)) / M_PI);
    *lambda = cosine > 1e-12 ? point.x / (WIDTH * cosine) : 0;
    return lambda_within_turn(lambda);
}

const Projection projection_mollweide = {
    .name = "mollweide", .equal_area = true, .forward = forward, .inverse = inverse};
