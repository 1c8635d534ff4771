/* See svg_look.h. */
#include "svg_look.h"

#include "xml.h"

void svg_add_colour(Text *text, const char *name, const char *opacity, Colour colour) {
    char value[8];
    xml_add_attribute(text, name, colour_is_visible(colour) ? colour_print(colour, value) : "none");
    if (colour.alpha > 0 && colour.alpha < 255) xml_add_number(text, opacity, colour.alpha / 255.0, 3);
}

bool svg_is_drawn(const Pen *pen) {
    return pen->width > 0 && colour_is_visible(pen->colour);
}

void svg_add_pen(Text *text, const Pen *pen) {
    if (!svg_is_drawn(pen)) return;
    svg_add_colour(text, "stroke", "stroke-opacity", pen->colour);
    xml_add_number(text, "stroke-width", pen->width, 3);
    if (pen->dash[0] <= 0 || pen->dash[1] <= 0) return;
    text_add(text, " stroke-linecap=\"butt\" stroke-dasharray=\"");
    text_add_number(text, pen->dash[0], 3);
    text_add_char(text, ' ');
    text_add_number(text, pen->dash[1], 3);
    text_add_char(text, '"');
}
