/* See vision.h. Symbols follow the papers. */
#include "vision.h"

#include "linear.h"

#include <math.h>

static const double DEGREE = 3.14159265358979323846 / 180;

static double lab_step(double share) {
    return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116;
}

LabColour lab_colour(Colour colour) {
    double red = linear_of(colour.red), green = linear_of(colour.green), blue = linear_of(colour.blue);
    double x = lab_step((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    double y = lab_step(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = lab_step((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return (LabColour){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* Degrees from 0 to 360; 0 for grey. */
static double hue_of(double a, double b) {
    double hue = a == 0 && b == 0 ? 0 : atan2(b, a) / DEGREE;
    return hue < 0 ? hue + 360 : hue;
}

/* What weighs 1/(1 + ...) at high chroma. */
static double chroma_weight(double chroma) {
    double power = pow(chroma, 7);
    return sqrt(power / (power + pow(25, 7)));
}

typedef struct Hues {
    double difference, mean;
} Hues;

static Hues compare_hues(double first, double second, bool is_grey) {
    double apart = second - first, sum = first + second;
    if (is_grey) return (Hues){0, sum};
    if (fabs(apart) <= 180) return (Hues){apart, sum / 2};
    return (Hues){apart > 180 ? apart - 360 : apart + 360, sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2};
}

static double hue_weight(double mean) {
    return 1 - 0.17 * cos((mean - 30) * DEGREE) + 0.24 * cos(2 * mean * DEGREE) +
           0.32 * cos((3 * mean + 6) * DEGREE) - 0.20 * cos((4 * mean - 63) * DEGREE);
}

double lab_difference(LabColour first, LabColour second) {
    double chroma = (hypot(first.a, first.b) + hypot(second.a, second.b)) / 2;
    double stretch = 1 + 0.5 * (1 - chroma_weight(chroma));
    double a1 = stretch * first.a, a2 = stretch * second.a;
    double c1 = hypot(a1, first.b), c2 = hypot(a2, second.b), mean_c = (c1 + c2) / 2;
    Hues hues = compare_hues(hue_of(a1, first.b), hue_of(a2, second.b), c1 * c2 == 0);
    double light = (first.light + second.light) / 2 - 50, around = (hues.mean - 275) / 25;
    double weight_l = 1 + 0.015 * light * light / sqrt(20 + light * light), weight_c = 1 + 0.045 * mean_c,
           weight_h = 1 + 0.015 * mean_c * hue_weight(hues.mean);
    double turn = -sin(2 * 30 * exp(-around * around) * DEGREE) * 2 * chroma_weight(mean_c);
    double dl = (second.light - first.light) / weight_l, dc = (c2 - c1) / weight_c,
           dh = 2 * sqrt(c1 * c2) * sin(hues.difference / 2 * DEGREE) / weight_h;
    return sqrt(dl * dl + dc * dc + dh * dh + turn * dc * dh);
}

double colour_difference(Colour first, Colour second) {
    return lab_difference(lab_colour(first), lab_colour(second));
}

Colour colour_seen(Colour colour, Vision vision) {
    static const double seen[VISION_COUNT][3][3] = {
        [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                           {0.114503, 0.786281, 0.099216},
                           {-0.003882, -0.048116, 1.051998}},
        [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                           {0.280085, 0.672501, 0.047413},
                           {-0.011820, 0.042940, 0.968881}},
        [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                           {-0.078411, 0.930809, 0.147602},
                           {0.004733, 0.691367, 0.303900}},
        [VISION_GREY] = {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
    };
    if (vision == VISION_FULL) return colour;
    double from[3] = {linear_of(colour.red), linear_of(colour.green), linear_of(colour.blue)};
    uint8_t to[3];
    for (int i = 0; i < 3; i++) {
        const double *row = seen[vision][i];
        to[i] = channel_lit(row[0] * from[0] + row[1] * from[1] + row[2] * from[2]);
    }
    return (Colour){to[0], to[1], to[2], colour.alpha};
}

const char *vision_name(Vision vision) {
    static const char *const names[VISION_COUNT] = {
        [VISION_FULL] = "to full sight",     [VISION_PROTAN] = "to protanopes",
        [VISION_DEUTAN] = "to deuteranopes", [VISION_TRITAN] = "to tritanopes",
        [VISION_GREY] = "in greyscale",
    };
    return names[vision];
}
