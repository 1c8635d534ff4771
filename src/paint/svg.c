/*
 * See paint.h and svg.h. SVG 1.1 of our own making: elements with presentation attributes, real text, no
 * style sheet and no script. What renderers do differently is kept out: stripes are lines under a clip path,
 * not a pattern, whose tiles some draw blurred.
 */
#include "svg.h"
#include "../base/text.h"
#include "hatch.h"
#include "paint.h"
#include "svg_data.h"
#include "svg_font.h"
#include "svg_look.h"
#include "svg_root.h"
#include "svg_text.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

typedef struct Writer {
    Text text;
    XmlIds ids;
    const SvgUse *use;
    const char *prefix;         /* of all ids */
    Letters *letters;           /* to draw text as shapes; else NULL */
    ARRAY(bool) links;          /* of the open groups: those that are links */
    ARRAY(const char *) linked; /* countries whose first link is written */
    size_t mark;                /* names the painter's own ids: _p12 is the path of mark 12 */
} Writer;

static void add_own_id(Writer *writer, char kind) {
    text_add_format(&writer->text, " id=\"%s_%c%zu\"", writer->prefix, kind, writer->mark);
}

static void add_use(Writer *writer, char kind, Colour fill, const Pen *pen) {
    text_add_format(&writer->text, "<use xlink:href=\"#%s_%c%zu\"", writer->prefix, kind, writer->mark);
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
    text_add_format(text, "<g clip-path=\"url(#%s_c%zu)\" fill=\"none\"><g", writer->prefix, writer->mark);
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
    text_add(text, "<clipPath");
    add_own_id(writer, 'c');
    text_add(text, "><path");
    add_own_id(writer, 'p');
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

/* What scripts and style sheets may ask of a country. */
static void add_facts(Text *text, const GroupMark *group) {
    const struct {
        const char *name, *value;
    } facts[] = {{"data-country", group->country},
                 {"data-name", group->name},
                 {"data-roles", group->roles},
                 {"data-value", group->value}};
    bool country = group->country && strcmp(group->kind, "country") == 0;
    for (size_t i = 0; country && i < sizeof facts / sizeof *facts; i++)
        if (facts[i].value && facts[i].value[0]) xml_add_attribute(text, facts[i].name, facts[i].value);
}

static void add_clip(Writer *writer, const GroupMark *group) {
    text_add(&writer->text, "<clipPath");
    add_own_id(writer, 'c');
    text_add(&writer->text, "><path");
    add_data(&writer->text, &group->clip);
    text_add(&writer->text, "/></clipPath>\n");
}

static bool is_first_link(Writer *writer, const char *country) {
    for (size_t i = 0; i < writer->linked.count; i++)
        if (strcmp(writer->linked.items[i], country) == 0) return false;
    array_push(&writer->linked, country);
    return true;
}

/* A country is reached by keyboard once, however many marks it has. */
static void add_link(Writer *writer, const GroupMark *group) {
    Text address = {0};
    text_add(&address, writer->use->link);
    for (const char *letter = group->country; *letter; letter++)
        text_add_char(&address, (char)(*letter | 0x20));
    xml_add_attribute(&writer->text, "xlink:href", address.bytes);
    if (is_first_link(writer, group->country)) {
        xml_add_attribute(&writer->text, "aria-label", group->title ? group->title : group->country);
        if (address.bytes[0] == '#') xml_add_attribute(&writer->text, "aria-describedby", address.bytes + 1);
    } else
        text_add(&writer->text, " tabindex=\"-1\" aria-hidden=\"true\"");
    text_free(&address);
}

static void add_group(Writer *writer, const GroupMark *group) {
    Text *text = &writer->text;
    bool clipped = !outline_is_empty(&group->clip);
    bool country = writer->use->link && group->country && !strcmp(group->kind, "country");
    bool linked = country && group->name;
    if (clipped) add_clip(writer, group);
    text_add(text, linked ? "<a" : "<g");
    array_push(&writer->links, linked);
    if (group->id && group->id[0])
        text_add_format(text, " id=\"%s%s\"", writer->prefix, xml_id(&writer->ids, group->id));
    add_class(text, group);
    add_facts(text, group);
    if (linked)
        add_link(writer, group);
    else if (country) /* two hundred names without a part in the story are for the pointer alone */
        text_add(text, " aria-hidden=\"true\"");
    if (clipped) text_add_format(text, " clip-path=\"url(#%s_c%zu)\"", writer->prefix, writer->mark);
    text_add_char(text, '>');
    if (group->title && group->title[0]) {
        text_add(text, "<title>");
        xml_add(text, group->title);
        text_add(text, "</title>");
    }
    text_add_char(text, '\n');
}

static void end_group(Writer *writer) {
    bool linked = writer->links.count && writer->links.items[--writer->links.count];
    text_add(&writer->text, linked ? "</a>\n" : "</g>\n");
}

static void add_mark(Writer *writer, const Mark *mark) {
    char id[128];
    switch (mark->kind) {
    case MARK_GROUP:
        add_group(writer, &mark->group);
        break;
    case MARK_END:
        end_group(writer);
        break;
    case MARK_PATH:
        add_path(writer, &mark->path);
        break;
    case MARK_TEXT:
        svg_add_text(&writer->text, &mark->text, writer->letters,
                     buffer_print(id, sizeof id, "%s_t%zu", writer->prefix, writer->mark));
        break;
    }
}

static bool is_outlined(const Scene *scene) {
    return scene_info(scene)->text_form == TEXT_AS_OUTLINES;
}

bool svg_add_page(Text *text, const Scene *scene, const SvgUse *use, dateline_error *error) {
    bool needs_letters = scene_info(scene)->text_form != TEXT_AS_LETTERS;
    Letters *letters =
        needs_letters ? fonts_take(scene_fonts(scene), scene_info(scene)->language, error) : NULL;
    if (needs_letters && !letters) return false;
    Writer writer = {
        .use = use, .prefix = scene_info(scene)->id_prefix, .letters = is_outlined(scene) ? letters : NULL};
    svg_add_root(&writer.text, scene_info(scene), use);
    if (letters && !writer.letters) svg_add_fonts(&writer.text, scene, letters);
    for (writer.mark = 0; writer.mark < scene_mark_count(scene); writer.mark++)
        add_mark(&writer, scene_mark(scene, writer.mark));
    text_add(&writer.text, "</svg>\n");
    text_add_part(text, writer.text.bytes, writer.text.size);
    xml_ids_free(&writer.ids);
    text_free(&writer.text);
    array_free(&writer.links);
    array_free(&writer.linked);
    fonts_give(scene_fonts(scene), letters);
    return true;
}

bool paint_svg(const Scene *scene, Sink sink, dateline_error *error) {
    Text text = {0};
    bool written =
        svg_add_page(&text, scene, &(SvgUse){0}, error) && sink_write(sink, text.bytes, text.size, error);
    text_free(&text);
    return written;
}
