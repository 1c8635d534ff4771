/*
 * See svg_text.h. A halo is a stroked <use> of its text lying beneath it: not paint-order, which many
 * renderers ignore, and not a second text, which would be found twice. textLength holds a line to its
 * measured width under another font, by stretching letters, since stretching spaces tears Arabic.
 */
#include "svg_text.h"

#include "../ink/script.h"
#include "link.h"
#include "svg_data.h"
#include "svg_look.h"
#include "xml.h"

#include <string.h>

static void add_halo(Text *text, const TextMark *mark, const char *id) {
    char value[8];
    text_add_format(text, "<use xlink:href=\"#%s\" aria-hidden=\"true\" fill=\"none\"", id);
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

static void add_letters(Text *text, const TextMark *mark, const char *id) {
    text_add(text, "<text");
    if (id)
        text_add_format(text, " id=\"%s\"", id);
    else
        svg_add_colour(text, "fill", "fill-opacity", mark->colour);
    add_place(text, mark);
    add_font(text, &mark->font);
    if (mark->language) xml_add_attribute(text, "xml:lang", mark->language);
    text_add_char(text, '>');
    xml_add(text, mark->text);
    text_add(text, "</text>");
}

static void add_shapes(Text *text, const TextMark *mark, Letters *letters, const char *id) {
    Outline outline = {0};
    letters_outline(letters, &mark->font, mark->text, text_left_end(mark), &outline);
    text_add(text, "<path role=\"img\" fill-rule=\"nonzero\"");
    xml_add_attribute(text, "aria-label", mark->text);
    if (id)
        text_add_format(text, " id=\"%s\"", id);
    else
        svg_add_colour(text, "fill", "fill-opacity", mark->colour);
    text_add(text, " d=\"");
    if (!svg_data_add(text, &outline)) text_add(text, "M0 0");
    text_add(text, "\"/>");
    outline_free(&outline);
}

/* Only addresses that link_find knows, which are never scripts. */
static bool open_link(Text *text, const TextMark *mark) {
    size_t start, size;
    if (!link_find(mark->text, &start, &size)) return false;
    Text address = {0};
    text_add_part(&address, mark->text + start, size);
    text_add(text, "<a");
    xml_add_attribute(text, "xlink:href", address.bytes);
    text_add_char(text, '>');
    text_free(&address);
    return true;
}

void svg_add_text(Text *text, const TextMark *mark, Letters *letters, const char *id) {
    bool halo = mark->halo > 0 && colour_is_visible(mark->halo_colour), linked = open_link(text, mark);
    if (halo) {
        add_halo(text, mark, id);
        text_add(text, "<g");
        svg_add_colour(text, "fill", "fill-opacity", mark->colour);
        text_add(text, ">");
    }
    if (letters)
        add_shapes(text, mark, letters, halo ? id : NULL);
    else
        add_letters(text, mark, halo ? id : NULL);
    text_add(text, halo ? "</g>" : "");
    text_add(text, linked ? "</a>\n" : "\n");
}
