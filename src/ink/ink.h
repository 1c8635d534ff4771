/* What marks are drawn with: colours, pens, fills, fonts. Plain values; knows neither the map nor the file
 * formats. */
#ifndef INK_INK_H
#define INK_INK_H

#include <stdbool.h>
#include <stdint.h>

/* sRGB, not premultiplied. */
typedef struct Colour {
    uint8_t red, green, blue, alpha;
} Colour;

/* "#rgb", "#rrggbb", "#rrggbbaa" or "none" (all zero); false for anything else. */
bool colour_parse(const char *text, Colour *colour);
/* Writes "#rrggbb" (alpha is told apart) into a buffer of 8. */
char *colour_print(Colour colour, char text[8]);
bool colour_is_visible(Colour colour);
/* WCAG 2 contrast of two opaque colours, 1 to 21. */
double colour_contrast(Colour a, Colour b);

/* The colour a share of the way from one to another, even to the eye: mixed in OKLab (Ottosson 2020, "A
 * perceptual color space for image processing"). */
Colour colour_mix(Colour from, Colour to, double share);

/* A line: invisible when width is 0 or the colour is. Round joins and caps. */
typedef struct Pen {
    Colour colour;
    double width;
    double dash[2]; /* on and off, page units; both 0 for a solid line */
} Pen;

/*
 * A flat colour with stripes over it. Stripes are anchored to the page's origin, so that those of touching
 * areas join. Each stripe is cased: a band of casing colour, stripe + 2 x casing wide, under it.
 */
typedef struct Hatch {
    double angle;  /* degrees; 45 rises to the right */
    double pitch;  /* distance of stripes, centre to centre */
    double stripe; /* width */
    double casing; /* on each side; 0 for none */
    Colour colour, casing_colour;
} Hatch;

typedef struct Fill {
    Colour colour; /* invisible for none */
    bool hatched;
    Hatch hatch; /* over the colour */
} Fill;

typedef enum FontWeight { FONT_REGULAR, FONT_BOLD } FontWeight;

typedef struct Font {
    const char *family; /* "Noto Sans"; borrowed */
    double size;        /* page units */
    FontWeight weight;
    bool italic;
    double tracking; /* extra space between letters, in ems */
} Font;

#endif
