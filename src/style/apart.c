/* See apart.h. A stripe that is cased shows on any ground. */
#include "apart.h"

#include <math.h>

static const double LEAST_TURN = 30, LEAST_DENSITY = 1.6;

Colour colour_over(Colour top, Colour ground) {
    int a = top.alpha, b = 255 - a;
    return (Colour){(uint8_t)((top.red * a + ground.red * b) / 255),
                    (uint8_t)((top.green * a + ground.green * b) / 255),
                    (uint8_t)((top.blue * a + ground.blue * b) / 255), 255};
}

Class class_of(const Style *style, const char *name, const Fill *fill) {
    Colour land = colour_over(style->land.colour, style->page.colour);
    return (Class){name, *fill, colour_over(fill->colour, land)};
}

double least_difference(Colour a, Colour b, Vision *worst) {
    double least = INFINITY;
    for (Vision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        double difference = colour_difference(colour_seen(a, vision), colour_seen(b, vision));
        if (difference < least) least = difference, *worst = vision;
    }
    return least;
}

bool stripes_show(const Class *class, Colour ground) {
    const Hatch *hatch = &class->fill.hatch;
    if (!class->fill.hatched || hatch->stripe <= 0) return false;
    if (hatch->casing > 0 && colour_contrast(hatch->colour, hatch->casing_colour) >= LEAST_CONTRAST)
        return true;
    return colour_contrast(colour_over(hatch->colour, ground), ground) >= LEAST_CONTRAST;
}

bool patterns_differ(const Class *a, const Class *b) {
    if (!stripes_show(a, a->ground) && !stripes_show(b, b->ground)) return false;
    if (!a->fill.hatched || !b->fill.hatched) return true;
    const Hatch *one = &a->fill.hatch, *other = &b->fill.hatch;
    double turn = fabs(remainder(one->angle - other->angle, 180));
    double density = one->stripe / one->pitch / (other->stripe / other->pitch);
    return turn >= LEAST_TURN || density >= LEAST_DENSITY || density <= 1 / LEAST_DENSITY;
}

bool classes_differ(const Class *a, const Class *b) {
    Vision worst;
    return patterns_differ(a, b) || (colour_contrast(a->ground, b->ground) >= LEAST_CONTRAST &&
                                     least_difference(a->ground, b->ground, &worst) >= LEAST_DIFFERENCE);
}

bool overlay_shows(const Class *overlay, const Class *base) {
    Class lying = *overlay;
    lying.ground = colour_over(overlay->fill.colour, base->ground);
    return stripes_show(&lying, lying.ground) && patterns_differ(&lying, base);
}

Colour readable_on(const Style *style, Colour fill) {
    Colour page = style->page.colour, ink = style->text.country.colour;
    return colour_contrast(page, fill) >= colour_contrast(ink, fill) ? page : ink;
}
