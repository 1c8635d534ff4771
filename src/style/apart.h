/*
 * Whether two looks can be told apart: by contrast and by what the colour-blind see, or by their stripes. The
 * thresholds are WCAG 2.2's (4.5 for text, 3 for what a picture is understood by) and a CIEDE2000 difference
 * of 20 between classes that stand side by side. Knows no role.
 */
#ifndef STYLE_APART_H
#define STYLE_APART_H

#include "../ink/vision.h"
#include "style.h"

#define LEAST_TEXT       4.5
#define LEAST_CONTRAST   3.0
#define LEAST_DIFFERENCE 20.0

/* One look on the map: a fill on what lies beneath it. */
typedef struct Class {
    const char *name;
    Fill fill;
    Colour ground; /* opaque */
} Class;

/* A colour over an opaque one. */
Colour colour_over(Colour top, Colour ground);
/* A fill as it lies on the style's land. */
Class class_of(const Style *style, const char *name, const Fill *fill);
/* The CIEDE2000 difference of two colours to those who see it least, and who that is. */
double least_difference(Colour a, Colour b, Vision *worst);
/* Whether the class has stripes that show: on their ground, or by their casing on any. */
bool stripes_show(const Class *class, Colour ground);
bool patterns_differ(const Class *a, const Class *b);
bool classes_differ(const Class *a, const Class *b);
/* Whether the stripes of an overlay show on what it lies over. */
bool overlay_shows(const Class *overlay, const Class *base);
/* The colour of the paper or that of country names, whichever is read better on the fill. */
Colour readable_on(const Style *style, Colour fill);

#endif
