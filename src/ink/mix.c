/* See ink.h. OKLab's matrices are Ottosson's. */
#include "ink.h"
#include "linear.h"

#include <math.h>

typedef struct Lab {
    double light, a, b;
} Lab;

static Lab lab_of(Colour colour) {
    double red = linear_of(colour.red), green = linear_of(colour.green), blue = linear_of(colour.blue);
    double l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return (Lab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static Colour colour_of(Lab lab) {
    double l = pow(lab.light + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    double m = pow(lab.light - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    double s = pow(lab.light - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return (Colour){channel_lit(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                    channel_lit(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                    channel_lit(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 255};
}

Colour colour_mix(Colour from, Colour to, double share) {
    Lab a = lab_of(from), b = lab_of(to);
    return colour_of(
        (Lab){a.light + (b.light - a.light) * share, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share});
}
