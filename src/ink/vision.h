/* How far two colours are apart to the eye, and what is left of a colour to eyes that lack a kind of cone or
 * on paper without colour. */
#ifndef INK_VISION_H
#define INK_VISION_H

#include "ink.h"

typedef enum Vision {
    VISION_FULL,
    VISION_PROTAN,
    VISION_DEUTAN,
    VISION_TRITAN,
    VISION_GREY,
    VISION_COUNT
} Vision;

/* CIE 1976 L*a*b* under D65. */
typedef struct LabColour {
    double light, a, b;
} LabColour;

LabColour lab_colour(Colour colour);
/* CIEDE2000 with all weights 1, after Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula". */
double lab_difference(LabColour first, LabColour second);
double colour_difference(Colour first, Colour second);

/* A colour as it is seen: full loss of a cone after Machado, Oliveira and Fernandes 2009, "A physiologically
 * based model for simulation of color vision deficiency" (severity 1.0), or the grey of its luminance. */
Colour colour_seen(Colour colour, Vision vision);
/* "to full sight", "to protanopes", "in greyscale"... */
const char *vision_name(Vision vision);

#endif
