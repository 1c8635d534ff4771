/* Natural Earth, drawn by T. Patterson, as the polynomials of B. Savric, B. Jenny, T. Patterson, D. Petrovic
 * and L. Hurni, "A polynomial equation for the Natural Earth projection", 2011. */
#include "../formula.h"

#include <math.h>

static double width_at(double p2) {
    double p4 = p2 * p2;
    return 0.8707 + p2 * (-0.131979 + p2 * (-0.013791 + p4 * p2 * (0.003971 - 0.001529 * p2)));
}

static double y_of(double phi) {
    double p2 = phi * phi, p4 = p2 * p2;
    return phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
}

static double slope_of(double phi) {
    double p2 = phi * phi, p4 = p2 * p2;
    return 1.007226 + p2 * (3 * 0.015085 + p4 * (7 * -0.044475 + 9 * 0.028874 * p2 - 11 * 0.005916 * p4));
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    return (Point){lambda * width_at(phi * phi), y_of(phi)};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    (void)setting;
    double at = fmin(fmax(point.y, -1.4), 1.4);
    for (int i = 0; i < 40; i++) {
        double step = (y_of(at) - point.y) / slope_of(at);
        at -= step;
        if (fabs(step) < 1e-14) break;
    }
    if (!(fabs(at) <= M_PI / 2 + 1e-9)) return false;
    *phi = fmin(fmax(at, -M_PI / 2), M_PI / 2);
    *lambda = point.x / width_at(at * at);
    return lambda_within_turn(lambda);
}

const Projection projection_natural_earth = {.name = "natural-earth", .forward = forward, .inverse = inverse};
