/*
 * See svg_text.h. A halo is a stroked <use> of its text lying beneath it: not paint-order, which many
 * renderers ignore, and not a second text, which would be found twice. textLength holds a line to its
 * measured width under another font, by stretching letters, since stretching spaces tears Arabic.
 */
#include "svg_text.h"

#include "../ink/script.h"
#include "svg_look.h"
#include "xml.h"

#include <string.h>

static void add_halo(Text *text, const TextMark *mark, size_t number) {
    char value[8];
    text_add_format(text, "<use xlink:href=\"#_t%zu\" aria-hidden=\"true\" fill=\"none\"", number);
    xml_add_attribute(text, "stroke", colour_print(mark->halo_colour, value));
    xml_add_number(text, "stroke-width", 2 * mark->halo, 2);
    if (mark->halo_colour.alpha < 255) xml_add_number(text, "opacity", mark->halo_colour.alpha / 255.0, 3);
    text_add(text, "/>\n");
}

/* Quotes and commas would be read as CSS. */
static void add_family(Text *text, const char *family) {
    if (!*family || strcmp(family, "Noto Sans") == 0) return;
    Text name = {0};
    for (const char *letter = family; *letter; letter++)
        text_add_char(&name, strchr("'\",;\\", *letter) ? ' ' : *letter);
    bool serif = strstr(family, "Serif") != NULL;
    text_add(&name,
             serif ? ", Noto Serif" SVG_FALLBACKS ", serif" : ", Noto Sans" SVG_FALLBACKS ", sans-serif");
    xml_add_attribute(text, "font-family", name.bytes);
    text_free(&name);
}

static void add_font(Text *text, const Font *font) {
    add_family(text, font->family);
    xml_add_number(text, "font-size", font->size, 2);
    if (font->weight == FONT_BOLD) text_add(text, " font-weight=\"bold\"");
    if (font->italic) text_add(text, " font-style=\"italic\"");
}

/*
 * Where renderers differ, a line is set so that it does not matter. Start and end are of the script in most
 * and of the page in some, so that leftward lines hang on their middle. Tracking after the last letter counts
 * in some, so that tracked lines begin at their left end and are not held to a length.
 */
static void add_place(Text *text, const TextMark *mark) {
    static const char *const anchors[] = {
        [TEXT_START] = "start", [TEXT_MIDDLE] = "middle", [TEXT_END] = "end"};
    static const double share[] = {[TEXT_START] = 0, [TEXT_MIDDLE] = 0.5, [TEXT_END] = 1};
    double tracking = text_is_joined(mark->text) ? 0 : mark->font.tracking * mark->font.size;
    bool leftward = text_is_right_to_left(mark->text);
    TextAnchor anchor = leftward ? TEXT_MIDDLE : tracking != 0 ? TEXT_START : mark->anchor;
    xml_add_number(text, "x", mark->at.x + (share[anchor] - share[mark->anchor]) * mark->width, 2);
    xml_add_number(text, "y", mark->at.y, 2);
    if (anchor != TEXT_START) xml_add_attribute(text, "text-anchor", anchors[anchor]);
    if (leftward) text_add(text, " direction=\"rtl\"");
    if (tracking != 0) {
        xml_add_number(text, "letter-spacing", tracking, 3);
    } else if (mark->width > 0) {
        xml_add_number(text, "textLength", mark->width, 2);
        text_add(text, " lengthAdjust=\"spacingAndGlyphs\"");
    }
}

void svg_add_text(Text *text, const TextMark *mark, size_t number) {
    bool halo = mark->halo > 0 && colour_is_visible(mark->halo_colour);
    if (halo) {
        add_halo(text, mark, number);
        text_add(text, "<g");
        svg_add_colour(text, "fill", "fill-opacity", mark->colour);
        text_add(text, ">");
    }
    text_add(text, "<text");
    if (halo)
        text_add_format(text, " id=\"_t%zu\"", number);
    else
        svg_add_colour(text, "fill", "fill-opacity", mark->colour);
    add_place(text, mark);
    add_font(text, &mark->font);
    if (mark->language) xml_add_attribute(text, "xml:lang", mark->language);
    text_add_char(text, '>');
    xml_add(text, mark->text);
    text_add(text, halo ? "</text></g>\n" : "</text>\n");
}
