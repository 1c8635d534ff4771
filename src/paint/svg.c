/*
 * See paint.h. SVG 1.1 of our own making: elements with presentation attributes, real text, no style sheet
 * and no script. What renderers do differently is kept out: stripes are lines under a clip path, not a
 * pattern, whose tiles some draw blurred.
 */
#include "../base/text.h"
#include "hatch.h"
#include "paint.h"
#include "svg_data.h"
#include "svg_look.h"
#include "svg_text.h"
#include "xml.h"

#include <math.h>
#include <string.h>

typedef struct Writer {
    Text text;
    XmlIds ids;
    size_t mark; /* names the painter's own ids: _p12 is the path of mark 12 */
} Writer;

static void add_own_id(Writer *writer, char kind) {
    text_add_format(&writer->text, " id=\"_%c%zu\"", kind, writer->mark);
}

static void add_use(Writer *writer, char kind, Colour fill, const Pen *pen) {
    text_add_format(&writer->text, "<use xlink:href=\"#_%c%zu\"", kind, writer->mark);
    svg_add_colour(&writer->text, "fill", "fill-opacity", fill);
    svg_add_pen(&writer->text, pen);
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
    bool cased = hatch->casing > 0 && svg_is_drawn(&casing);
    size_t before = text->size;
    text_add_format(text, "<g clip-path=\"url(#_c%zu)\" fill=\"none\"><g", writer->mark);
    svg_add_pen(text, cased ? &casing : &stripe);
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
    if (svg_is_drawn(&path->pen)) add_use(writer, 'p', (Colour){0}, &path->pen);
}

static void add_path(Writer *writer, const PathMark *path) {
    Text *text = &writer->text;
    size_t before = text->size;
    if (path->fill.hatched) {
        add_hatched(writer, path);
        return;
    }
    text_add(text, "<path");
    svg_add_colour(text, "fill", "fill-opacity", path->fill.colour);
    svg_add_pen(text, &path->pen);
    if (add_data(text, &path->outline))
        text_add(text, "/>\n");
    else
        text->size = before;
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
        svg_add_text(&writer->text, &mark->text, writer->mark);
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
    text_add(text, " font-family=\"Noto Sans" SVG_FALLBACKS
                   ", sans-serif\" fill-rule=\"evenodd\" clip-rule=\"evenodd\""
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
