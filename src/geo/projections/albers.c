/* Albers' equal-area cone (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 98-103). With
 * standard parallels as far north as south of the equator the cone becomes a cylinder. */
#include "../formula.h"

#include <math.h>

static void prepare(Setting *setting, double parallel1, double parallel2) {
    double cone = (sin(parallel1) + sin(parallel2)) / 2;
    setting->cone = fabs(cone) < 1e-9 ? 0 : cone;
    setting->constant =
        setting->cone == 0 ? cos(parallel1) : cos(parallel1) * cos(parallel1) + 2 * cone * sin(parallel1);
}

static Point forward(const Setting *setting, double lambda, double phi) {
    double n = setting->cone, c = setting->constant;
    if (n == 0) return (Point){lambda * c, sin(phi) / c};
    double radius = sqrt(fmax(c - 2 * n * sin(phi), 0)) / n, sine, cosine;
    sincos(n * lambda, &sine, &cosine);
    return (Point){radius * sine, -radius * cosine};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    double n = setting->cone, c = setting->constant, sine = point.y * c;
    *lambda = point.x / c;
    if (n != 0) {
        double sign = n < 0 ? -1 : 1;
        sine = (c - (point.x * point.x + point.y * point.y) * n * n) / (2 * n);
        *lambda = atan2(sign * point.x, -sign * point.y) / n;
    }
    if (!(fabs(sine) <= 1 + 1e-12)) return false;
    *phi = asin_safe(sine);
    return lambda_within_turn(lambda);
}

const Projection projection_albers = {.name = "albers",
                                      .equal_area = true,
                                      .conic = true,
                                      .prepare = prepare,
                                      .forward = forward,
                                      .inverse = inverse};
