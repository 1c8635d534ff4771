/* Mollweide's equal-area ellipse (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 249-252).
 * The auxiliary angle is found by Newton's method; near the poles, where its slope vanishes, it starts from
 * the leading term of the series. */
#include "../formula.h"

#include <math.h>

static const double WIDTH = 2 * M_SQRT2 / M_PI;

/*
 * Twice the auxiliary angle's distance from a right angle, d, for which d - sin d is pi (1 - sin |phi|). The
 * start is the series of d in the cube root of six times that, exact at the poles, where Newton's method
 * alone would crawl.
 */
static double auxiliary_distance(double phi) {
    double sine = sin((M_PI / 2 - fabs(phi)) / 2),
           gap = M_PI * 2 * sine * sine; /* without loss near the pole */
    double u = cbrt(6 * gap), u2 = u * u;
    double d = u * (1 + u2 * (1.0 / 60 + u2 * (1.0 / 1400 + u2 * (1.0 / 25200 + u2 * 43 / 17248000))));
    for (int i = 0; i < 8 && d > 1e-3; i++) {
        double s, c;
        sincos(d, &s, &c);
        double newton = (d - s - gap) / (1 - c),
               step = newton / (1 - newton * s / (2 * (1 - c))); /* Halley */
        d -= step;
        if (fabs(step) < 1e-5) break; /* the next one is its cube */
    }
    return d;
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    double sine, cosine;
    sincos(auxiliary_distance(phi) / 2, &sine, &cosine);
    return (Point){WIDTH * lambda * sine, M_SQRT2 * copysign(cosine, phi)};
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
