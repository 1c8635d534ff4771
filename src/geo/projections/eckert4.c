/* Eckert's fourth, equal-area (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 253-258). */
#include "../formula.h"

#include <math.h>

static const double WIDTH = 0.42223820031577120149;  /* 2 / sqrt(4 pi + pi^2) */
static const double HEIGHT = 1.32650042817700232218; /* 2 sqrt(pi / (4 + pi)) */
static const double SUM = 2 + M_PI / 2;

/* The angle of t + sin t cos t + 2 sin t = (2 + pi/2) sin phi. The slope of the left side vanishes at the
 * poles like the square of the distance, so the start is the series about the pole where that is nearer. */
static double auxiliary_angle(double phi) {
    double sine = sin(fabs(phi)), aim = SUM * sine, half = sin((M_PI / 2 - fabs(phi)) / 2);
    double away = cbrt(SUM * 2 * half * half * 6 / 2);
    double t = away < 0.7 ? M_PI / 2 - away
                          : fabs(phi) * (0.895168 + phi * phi * (0.0218849 + phi * phi * 0.00826809));
    for (int i = 0; i < 30; i++) {
        double s, c;
        sincos(t, &s, &c);
        double slope = 1 + c * (c + 2) - s * s;
        if (slope < 1e-9) break;
        double newton = (t + s * (c + 2) - aim) / slope,
               step = newton / (1 + newton * s * (2 * c + 1) / slope);
        t -= step; /* Halley's method: the next step is the cube of this one */
        if (fabs(step) < 1e-5) break;
    }
    return copysign(fmin(t, M_PI / 2), phi);
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    double sine, cosine;
    sincos(auxiliary_angle(phi), &sine, &cosine);
    return (Point){WIDTH * lambda * (1 + cosine), HEIGHT * sine};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double sine = point.y / HEIGHT;
    if (!(fabs(sine) <= 1)) return false;
    double theta = asin(sine), cosine = cos(theta);
    *phi = asin_safe((theta + sine * (cosine + 2)) / SUM);
    *lambda = point.x / (WIDTH * (1 + cosine));
    return lambda_within_turn(lambda);
}

const Projection projection_eckert4 = {
    .name = "eckert4", .equal_area = true, .forward = forward, .inverse = inverse};
