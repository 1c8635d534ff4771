/*
 * Lambert's conformal cone (J. P. Snyder, "Map Projections: A Working Manual", 1987, pages 104-110). It is
 * shown to 60 degrees beyond the equator on the cone's open side, where it swells without bound. With
 * standard parallels as far north as south of the equator the cone becomes Mercator's cylinder.
 */
#include "../formula.h"

#include <math.h>

static const double OPEN_LIMIT = M_PI / 3, CYLINDER_LIMIT = 1.48442222974871;

static double height(double phi) {
    return asinh(tan(phi));
}

static void prepare(Setting *setting, double parallel1, double parallel2) {
    double n = sin(parallel1), difference = height(parallel2) - height(parallel1);
    if (fabs(difference) > 1e-9) n = log(cos(parallel1) / cos(parallel2)) / difference;
    setting->cone = fabs(n) < 1e-9 ? 0 : n;
    setting->constant = setting->cone == 0 ? cos(parallel1) : cos(parallel1) * exp(n * height(parallel1)) / n;
    setting->north = n > 1e-9 ? M_PI / 2 : n < -1e-9 ? OPEN_LIMIT : CYLINDER_LIMIT;
    setting->south = n > 1e-9 ? -OPEN_LIMIT : n < -1e-9 ? -M_PI / 2 : -CYLINDER_LIMIT;
}

static Point forward(const Setting *setting, double lambda, double phi) {
    double n = setting->cone, at = fmin(fmax(phi, setting->south), setting->north);
    if (n == 0) return (Point){lambda * setting->constant, setting->constant * height(at)};
    double away = M_PI / 2 - (n > 0 ? at : -at);
    double radius = setting->constant * pow(tan(away / 2), fabs(n)), sine, cosine;
    sincos(n * lambda, &sine, &cosine);
    return (Point){radius * sine, -radius * cosine};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    double n = setting->cone;
    if (n == 0) {
        *lambda = point.x / setting->constant;
        *phi = atan(sinh(point.y / setting->constant));
    } else {
        double sign = n < 0 ? -1 : 1, radius = sign * hypot(point.x, point.y);
        *lambda = atan2(sign * point.x, -sign * point.y) / n;
        *phi = sign * (M_PI / 2 - 2 * atan(pow(radius / setting->constant, 1 / fabs(n))));
    }
    bool shown = *phi >= setting->south - 1e-9 && *phi <= setting->north + 1e-9;
    return shown && lambda_within_turn(lambda);
}

const Projection projection_lambert_conformal = {
    .name = "lambert-conformal", .conic = true, .prepare = prepare, .forward = forward, .inverse = inverse};
