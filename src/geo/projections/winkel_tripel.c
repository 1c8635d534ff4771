/*
 * Winkel's third, the mean of Aitoff's projection and an equirectangular one whose standard parallel has the
 * cosine 2/pi (O. Winkel, 1921; J. P. Snyder and P. M. Voxland, "An Album of Map Projections", 1989, page
 * 232). It has no closed inverse: Newton's method in two dimensions, with the derivatives of C. Ipbuker and
 * I. O. Bildirici, 2002.
 */
#include "../formula.h"
#include "../quarter.h"

static const double COS_STANDARD = 2 / M_PI;

/* acos(c) / sqrt(1 - c * c) for c from 0 to 1, the angle over its sine, as a polynomial in 2 c - 1:
 * interpolated at Chebyshev's nodes, off by less than 2e-14. Smooth at 1, where the quotient itself is not to
 * be had. */
static double angle_over_sine(double c) {
    static const double terms[] = {1.209199576156153,       -0.2636001412812874,     0.06973319205080734,
                                   -0.01983714692207736,    0.005861629007883547,    -0.001772928471780355,
                                   0.0005447736525422166,   -0.00016930983862761503, 5.307540889694583e-05,
                                   -1.6749695907628695e-05, 5.30945063427213e-06,    -1.692072900042491e-06,
                                   5.498188139154233e-07,   -1.7646068922557056e-07, 4.8307569083197604e-08,
                                   -1.5559703569758634e-08, 9.544139507250178e-09,   -3.0944723111278568e-09};
    /* Four sums side by side, which a processor works on at the same time. */
    double t = 2 * c - 1, square = t * t, fourth = square * square, sums[4] = {terms[16], terms[17], 0, 0};
    for (int i = 12; i >= 0; i -= 4)
        for (int k = 0; k < 4; k++) sums[k] = sums[k] * fourth + terms[i + k];
    return (sums[0] + sums[1] * t) + (sums[2] + sums[3] * t) * square;
}

static Point forward(const Setting *setting, double lambda, double phi) {
    (void)setting;
    double sin_phi, cos_phi, sin_half, cos_half;
    quarter_sincos(phi, &sin_phi, &cos_phi);
    quarter_sincos(lambda / 2, &sin_half, &cos_half);
    double stretch = angle_over_sine(cos_phi * cos_half);
    return (Point){(2 * cos_phi * sin_half * stretch + lambda * COS_STANDARD) / 2,
                   (sin_phi * stretch + phi) / 2};
}

/* One step towards the angles whose image is point; returns how far it went. */
static double newton_step(Point point, double *lambda, double *phi) {
    double sp, cp, sh, ch;
    sincos(*phi, &sp, &cp);
    sincos(*lambda / 2, &sh, &ch);
    double e = 1 - cp * cp * ch * ch, f = e > 1e-16 ? acos(cp * ch) * sqrt(1 / e) : 1;
    double inverse_e = e > 1e-16 ? 1 / e : 0;
    double dx = (2 * f * cp * sh + *lambda * COS_STANDARD) / 2 - point.x, dy = (f * sp + *phi) / 2 - point.y;
    double x_lambda = (inverse_e * (cp * cp * sh * sh + f * cp * ch * sp * sp) + COS_STANDARD) / 2;
    double x_phi = inverse_e * (sh * ch * 2 * sp * cp / 2 - f * sp * sh);
    double y_lambda = inverse_e * (2 * sp * cp * sh - f * sp * cp * cp * 2 * sh * ch) / 8;
    double y_phi = (inverse_e * (sp * sp * ch + f * sh * sh * cp) + 1) / 2;
    if (e <= 1e-16) x_lambda = (1 + COS_STANDARD) / 2, y_phi = 1;
    double determinant = x_phi * y_lambda - y_phi * x_lambda;
    if (fabs(determinant) < 1e-12) determinant = determinant < 0 ? -1e-12 : 1e-12;
    double step_lambda = (dy * x_phi - dx * y_phi) / determinant;
    double step_phi = (dx * y_lambda - dy * x_lambda) / determinant;
    *lambda -= step_lambda;
    *phi = fmin(fmax(*phi - step_phi, -M_PI / 2), M_PI / 2);
    return fabs(step_lambda) + fabs(step_phi);
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    *lambda = point.x;
    *phi = point.y;
    for (int i = 0; i < 40; i++)
        if (newton_step(point, lambda, phi) < 1e-13) break;
    if (!lambda_within_turn(lambda)) return false;
    Point again = forward(setting, *lambda, *phi);
    return hypot(again.x - point.x, again.y - point.y) < 1e-7;
}

const Projection projection_winkel_tripel = {.name = "winkel-tripel", .forward = forward, .inverse = inverse};
