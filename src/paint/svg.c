/*
 * See paint.h. SVG 1.1 of our own making: elements with presentation attributes, real text, no style sheet
 * and no script.
 *
 * What renderers do differently is kept out. Stripes are lines under a clip path, not a pattern, whose tiles
 * some draw blurred. A halo is a stroked <use> of its text lying beneath it, not paint-order, which many
 * ignore, and not a second text, which would be found twice. textLength holds a line to its measured width
 * under another font, by stretching letters, since stretching spaces tears Arabic.
 */
#include "../base/text.h"
#include "../ink/script.h"
#include "hatch.h"
#include "paint.h"
#include "svg_data.h"
#include "xml.h"

#include <math.h>
#include <string.h>

/* Named, so that a renderer takes for another script what was measured, and not what its machine prefers. */
#define FALLBACKS                                                                                            \
    ", Noto Sans Arabic, Noto Sans Armenian, Noto Sans Bengali, Noto Sans Devanagari, Noto Sans Ethiopic"    \
    ", Noto Sans Georgian, Noto Sans Hebrew, Noto Sans Thai"

typedef struct Writer {
    Text text;
    XmlIds ids;
    size_t mark; /* names the painter's own ids: _p12 is the path of mark 12 */
} Writer;

static void add_colour(Text *text, const char *name, const char *opacity, Colour colour) {
    char value[8];
    xml_add_attribute(text, name, colour_is_visible(colour) ? colour_print(colour, value) : "none");
    if (colour.alpha > 0 && colour.alpha < 255) xml_add_number(text, opacity, colour.alpha / 255.0, 3);
}

static void add_own_id(Writer *writer, char kind) {
    text_add_format(&writer->text, " id=\"_%c%zu\"", kind, writer->mark);
}

static bool is_drawn(const Pen *pen) {
    return pen->width > 0 && colour_is_visible(pen->colour);
}

static void add_pen(Text *text, const Pen *pen) {
    if (!is_drawn(pen)) return;
    add_colour(text, "stroke", "stroke-opacity", pen->colour);
    xml_add_number(text, "stroke-width", pen->width, 3);
    if (pen->dash[0] <= 0 || pen->dash[1] <= 0) return;
    text_add(text, " stroke-linecap=\"butt\" stroke-dasharray=\"");
    text_add_number(text, pen->dash[0], 3);
    text_add_char(text, ' ');
    text_add_number(text, pen->dash[1], 3);
    text_add_char(text, '"');
}

static void add_use(Writer *writer, char kind, Colour fill, const Pen *pen) {
    text_add_format(&writer->text, "<use xlink:href=\"#_%c%zu\"", kind, writer->mark);
    add_colour(&writer->text, "fill", "fill-opacity", fill);
    add_pen(&writer->text, pen);
    text_add(&writer->text, "/>\n");
}

/* Adds ` d="..."`; or nothing, and false, where nothing of the outline is left. */
static bool add_data(Text *text, const Outline *outline) {
    size_t before = text->size;
    text_add(text, " d=\"");
    bool any = svg_data_add(text, outline);
    if (any)
        text_add_char(text, '"');
    else
        text->size = before;
    return any;
}

/* The stripes stand once, without a look of their own: as themselves for the casing or the stripe, and used
 * again for the other. */
static void add_stripes(Writer *writer, const Hatch *hatch, const Outline *lines) {
    Text *text = &writer->text;
    Pen casing = {hatch->casing_colour, hatch->stripe + 2 * hatch->casing, {0, 0}},
        stripe = {hatch->colour, hatch->stripe, {0, 0}};
    bool cased = hatch->casing > 0 && is_drawn(&casing);
    size_t before = text->size;
    text_add_format(text, "<g clip-path=\"url(#_c%zu)\" fill=\"none\"><g", writer->mark);
    add_pen(text, cased ? &casing : &stripe);
    text_add(text, "><path");
    add_own_id(writer, 'h');
    bool any = add_data(text, lines);
    text_add(text, "/></g>\n");
    if (cased) add_use(writer, 'h', (Colour){0}, &stripe);
    text_add(text, "</g>\n");
    if (!any) text->size = before;
}

static void add_hatched(Writer *writer, const PathMark *path) {
    Text *text = &writer->text;
    Outline lines = {0};
    size_t before = text->size;
    text_add_format(text, "<clipPath id=\"_c%zu\"><path id=\"_p%zu\"", writer->mark, writer->mark);
    if (!add_data(text, &path->outline)) {
        text->size = before;
        return;
    }
    text_add(text, "/></clipPath>\n");
    add_use(writer, 'p', path->fill.colour, &(Pen){0});
    hatch_lines(&path->fill.hatch, outline_box_of(&path->outline), &lines);
    add_stripes(writer, &path->fill.hatch, &lines);
    outline_free(&lines);
    if (is_drawn(&path->pen)) add_use(writer, 'p', (Colour){0}, &path->pen);
}

static void add_path(Writer *writer, const PathMark *path) {
    Text *text = &writer->text;
    size_t before = text->size;
    if (path->fill.hatched) {
        add_hatched(writer, path);
        return;
    }
    text_add(text, "<path");
    add_colour(text, "fill", "fill-opacity", path->fill.colour);
    add_pen(text, &path->pen);
    if (add_data(text, &path->outline))
        text_add(text, "/>\n");
    else
        text->size = before;
}

static void add_halo(Writer *writer, const TextMark *mark) {
    Text *text = &writer->text;
    char value[8];
    text_add_format(text, "<use xlink:href=\"#_t%zu\" aria-hidden=\"true\" fill=\"none\"", writer->mark);
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
    text_add(&name, serif ? ", Noto Serif" FALLBACKS ", serif" : ", Noto Sans" FALLBACKS ", sans-serif");
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
 * Browsers put tracking after the last letter too, Pango does not, and we do not: a tracked line is set from
 * its left end, where all agree.
 */
static void add_place(Text *text, const TextMark *mark) {
    static const double share[] = {0, 0.5, 1};
    static const char *const anchors[] = {"start", "middle", "end"};
    double tracking = text_is_joined(mark->text) ? 0 : mark->font.tracking * mark->font.size;
    bool leftward = text_is_right_to_left(mark->text);
    TextAnchor anchor = tracking != 0 ? TEXT_START : mark->anchor;
    xml_add_number(text, "x", mark->at.x - (tracking != 0 ? share[mark->anchor] * mark->width : 0), 2);
    xml_add_number(text, "y", mark->at.y, 2);
    if (leftward)
        anchor = TEXT_END - anchor; /* start and end are of the script in SVG, of the page in ours */
    if (anchor != TEXT_START) xml_add_attribute(text, "text-anchor", anchors[anchor]);
    if (leftward) text_add(text, " direction=\"rtl\"");
    if (tracking != 0) xml_add_number(text, "letter-spacing", tracking, 3);
    if (mark->width <= 0) return;
    xml_add_number(text, "textLength", mark->width + tracking, 2);
    text_add(text, " lengthAdjust=\"spacingAndGlyphs\"");
}

static void add_text(Writer *writer, const TextMark *mark) {
    Text *text = &writer->text;
    bool halo = mark->halo > 0 && colour_is_visible(mark->halo_colour);
    if (halo) {
        add_halo(writer, mark);
        text_add(text, "<g");
        add_colour(text, "fill", "fill-opacity", mark->colour);
        text_add(text, ">");
    }
    text_add(text, "<text");
    if (halo)
        add_own_id(writer, 't');
    else
        add_colour(text, "fill", "fill-opacity", mark->colour);
    add_place(text, mark);
    add_font(text, &mark->font);
    if (mark->language) xml_add_attribute(text, "xml:lang", mark->language);
    text_add_char(text, '>');
    xml_add(text, mark->text);
    text_add(text, halo ? "</text></g>\n" : "</text>\n");
}

static void add_class(Text *text, const GroupMark *group) {
    Text names = {0};
    text_add(&names, group->kind);
    if (group->country) {
        if (names.size) text_add_char(&names, ' ');
        for (const char *letter = group->country; *letter; letter++)
            text_add_char(&names, *letter >= 'A' && *letter <= 'Z' ? (char)(*letter - 'A' + 'a') : *letter);
    }
    if (group->roles && group->roles[0]) {
        if (names.size) text_add_char(&names, ' ');
        text_add(&names, group->roles);
    }
    if (names.size && names.bytes[0]) xml_add_attribute(text, "class", names.bytes);
    text_free(&names);
}

static void add_group(Writer *writer, const GroupMark *group) {
    Text *text = &writer->text;
    bool clipped = !outline_is_empty(&group->clip);
    if (clipped) {
        text_add_format(text, "<clipPath id=\"_c%zu\"><path", writer->mark);
        add_data(text, &group->clip);
        text_add(text, "/></clipPath>\n");
    }
    text_add(text, "<g");
    if (group->id && group->id[0]) xml_add_attribute(text, "id", xml_id(&writer->ids, group->id));
    add_class(text, group);
    if (clipped) text_add_format(text, " clip-path=\"url(#_c%zu)\"", writer->mark);
    text_add_char(text, '>');
    if (group->title && group->title[0]) {
        text_add(text, "<title>");
        xml_add(text, group->title);
        text_add(text, "</title>");
    }
    text_add_char(text, '\n');
}

static void add_mark(Writer *writer, const Mark *mark) {
    switch (mark->kind) {
    case MARK_GROUP:
        add_group(writer, &mark->group);
        break;
    case MARK_END:
        text_add(&writer->text, "</g>\n");
        break;
    case MARK_PATH:
        add_path(writer, &mark->path);
        break;
    case MARK_TEXT:
        add_text(writer, &mark->text);
        break;
    }
}

/* A page in CSS pixels has them as its size; any other is for paper, and has millimetres. */
static void add_size(Text *text, const PageInfo *info) {
    bool screen = fabs(info->points_per_unit - 0.75) < 1e-9;
    double each = screen ? 1 : info->points_per_unit * 25.4 / 72;
    text_add(text, " width=\"");
    text_add_number(text, info->width * each, 3);
    text_add(text, screen ? "\" height=\"" : "mm\" height=\"");
    text_add_number(text, info->height * each, 3);
    text_add(text, screen ? "\" viewBox=\"0 0 " : "mm\" viewBox=\"0 0 ");
    text_add_number(text, info->width, 3);
    text_add_char(text, ' ');
    text_add_number(text, info->height, 3);
    text_add_char(text, '"');
}

static void add_described(Text *text, const char *opening, const char *string, const char *closing) {
    if (!string[0]) return;
    text_add(text, opening);
    xml_add(text, string);
    text_add(text, closing);
}

static void open_page(Text *text, const PageInfo *info) {
    text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                   "version=\"1.1\"");
    add_size(text, info);
    if (info->language[0]) {
        xml_add_attribute(text, "xml:lang", info->language);
        xml_add_attribute(text, "lang", info->language);
    }
    text_add(text, " role=\"img\"");
    bool title = info->title[0] != 0, description = info->description[0] != 0;
    if (title || description)
        text_add_format(text, " aria-labelledby=\"%s%s%s\"", title ? "_title" : "",
                        title && description ? " " : "", description ? "_description" : "");
    text_add(text,
             " font-family=\"Noto Sans" FALLBACKS ", sans-serif\" fill-rule=\"evenodd\" clip-rule=\"evenodd\""
             " stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
    add_described(text, "<title id=\"_title\">", info->title, "</title>\n");
    add_described(text, "<desc id=\"_description\">", info->description, "</desc>\n");
    add_described(text, "<metadata>", info->credits, "</metadata>\n");
}

bool paint_svg(const Scene *scene, Sink sink, dateline_error *error) {
    Writer writer = {0};
    open_page(&writer.text, scene_info(scene));
    for (writer.mark = 0; writer.mark < scene_mark_count(scene); writer.mark++)
        add_mark(&writer, scene_mark(scene, writer.mark));
    text_add(&writer.text, "</svg>\n");
    bool written = sink_write(sink, writer.text.bytes, writer.text.size, error);
    xml_ids_free(&writer.ids);
    text_free(&writer.text);
    return written;
}
