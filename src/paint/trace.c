/*
 * The scene as text: one mark a line, groups indented, in a form that is the same on every machine and that a
 * person can read.
 *
 * Outlines of up to 12 points are written in full, as in SVG but absolute, at 0.1 unit. Longer ones are told
 * by what a person can check (parts, points, box, area) and a hash of their verbs and of their points at 0.1
 * unit, so that a difference of that size is seen.
 */
#include "../base/text.h"
#include "paint.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SHORT_OUTLINE = 12 };

static void add_number(Text *text, double value) {
    text_add_number(text, value, 2);
}

static void add_point(Text *text, double x, double y) {
    text_add_number(text, x, 1);
    text_add_char(text, ',');
    text_add_number(text, y, 1);
}

/* What would not be seen, or would turn the line around, is written by its number. */
static bool is_plain(int32_t code) {
    return code >= 0x20 && !(code >= 0x7F && code < 0xA0) && code != 0xAD && code != 0x61C &&
           code != 0xFEFF && !(code >= 0x200B && code <= 0x200F) && !(code >= 0x2028 && code <= 0x202E) &&
           !(code >= 0x2060 && code <= 0x206F);
}

static void add_letter(Text *text, int32_t code, const char *bytes, size_t size) {
    if (code == '"' || code == '\\') text_add_char(text, '\\');
    if (is_plain(code))
        text_add_part(text, bytes, size);
    else
        text_add_format(text, "\\u{%x}", code < 0 ? (unsigned)(unsigned char)*bytes : (unsigned)code);
}

static void add_string(Text *text, const char *string) {
    size_t size = strlen(string), at = 0;
    text_add_char(text, '"');
    while (at < size) {
        size_t start = at;
        int32_t code = utf8_next(string, size, &at);
        add_letter(text, code, string + start, at - start);
    }
    text_add_char(text, '"');
}

static void add_named_string(Text *text, const char *name, const char *string) {
    if (!string) return;
    text_add_format(text, " %s ", name);
    add_string(text, string);
}

static void add_colour(Text *text, Colour colour) {
    char name[8];
    if (!colour_is_visible(colour)) {
        text_add(text, "none");
        return;
    }
    text_add(text, colour_print(colour, name));
    if (colour.alpha < 255) text_add_format(text, "%02x", colour.alpha);
}

static void add_short_outline(Text *text, const Outline *outline) {
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    static const size_t taken[] = {1, 1, 3, 0};
    size_t point = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        uint8_t verb = outline->verbs.items[i];
        text_add_char(text, ' ');
        text_add_char(text, letters[verb]);
        for (size_t j = 0; j < taken[verb]; j++, point++) {
            if (j) text_add_char(text, ' ');
            add_point(text, outline->points.items[point].x, outline->points.items[point].y);
        }
    }
}

/* FNV-1a, 32 bits. */
static uint32_t hash_step(uint32_t hash, uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) hash = (hash ^ (value >> shift & 0xFF)) * 16777619u;
    return hash;
}

static uint32_t hash_outline(const Outline *outline) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < outline->verbs.count; i++) hash = hash_step(hash, outline->verbs.items[i]);
    for (size_t i = 0; i < outline->points.count; i++) {
        hash = hash_step(hash,
                         (uint32_t)(int32_t)lround(fmax(-1e8, fmin(1e8, outline->points.items[i].x * 10))));
        hash = hash_step(hash,
                         (uint32_t)(int32_t)lround(fmax(-1e8, fmin(1e8, outline->points.items[i].y * 10))));
    }
    return hash;
}

static void add_long_outline(Text *text, const Outline *outline) {
    size_t parts = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) parts += outline->verbs.items[i] == OUTLINE_MOVE;
    Box box = outline_box_of(outline);
    text_add_format(text, " %zu parts, %zu points, box ", parts, outline->points.count);
    add_point(text, box.left, box.top);
    text_add_char(text, ' ');
    add_point(text, box.right, box.bottom);
    text_add(text, ", area ");
    text_add_number(text, outline_area(outline), 0);
    text_add_format(text, ", hash %08x", hash_outline(outline));
}

static void add_outline(Text *text, const Outline *outline) {
    text_add(text, " outline");
    if (outline->points.count <= SHORT_OUTLINE)
        add_short_outline(text, outline);
    else
        add_long_outline(text, outline);
}

static void add_hatch(Text *text, const Hatch *hatch) {
    text_add(text, " hatch ");
    add_number(text, hatch->angle);
    text_add(text, " degrees, pitch ");
    add_number(text, hatch->pitch);
    text_add(text, ", ");
    add_number(text, hatch->stripe);
    text_add_char(text, ' ');
    add_colour(text, hatch->colour);
    if (hatch->casing <= 0) return;
    text_add(text, ", casing ");
    add_number(text, hatch->casing);
    text_add_char(text, ' ');
    add_colour(text, hatch->casing_colour);
}

static void add_pen(Text *text, const Pen *pen) {
    if (pen->width <= 0 || !colour_is_visible(pen->colour)) return;
    text_add(text, " pen ");
    add_number(text, pen->width);
    text_add_char(text, ' ');
    add_colour(text, pen->colour);
    if (pen->dash[0] <= 0 && pen->dash[1] <= 0) return;
    text_add(text, " dash ");
    add_number(text, pen->dash[0]);
    text_add_char(text, ' ');
    add_number(text, pen->dash[1]);
}

static void add_group(Text *text, const GroupMark *group) {
    text_add_format(text, "%s", group->kind[0] ? group->kind : "group");
    add_named_string(text, "id", group->id);
    add_named_string(text, "country", group->country);
    add_named_string(text, "roles", group->roles);
    add_named_string(text, "title", group->title);
    if (!group->clip.verbs.count) return;
    text_add(text, " clip");
    add_outline(text, &group->clip);
}

static void add_path(Text *text, const PathMark *path) {
    text_add(text, "path");
    if (colour_is_visible(path->fill.colour)) {
        text_add(text, " fill ");
        add_colour(text, path->fill.colour);
    }
    if (path->fill.hatched) add_hatch(text, &path->fill.hatch);
    add_pen(text, &path->pen);
    add_outline(text, &path->outline);
}

static void add_font(Text *text, const Font *font) {
    add_named_string(text, "font", font->family);
    text_add_char(text, ' ');
    add_number(text, font->size);
    if (font->weight == FONT_BOLD) text_add(text, " bold");
    if (font->italic) text_add(text, " italic");
    if (font->tracking == 0) return;
    text_add(text, " tracking ");
    add_number(text, font->tracking);
}

static void add_text(Text *text, const TextMark *mark) {
    static const char *const anchors[] = {"start", "middle", "end"};
    text_add(text, "text ");
    add_string(text, mark->text);
    text_add_format(text, " %s ", anchors[mark->anchor]);
    add_point(text, mark->at.x, mark->at.y);
    text_add(text, " width ");
    text_add_number(text, mark->width, 1);
    add_font(text, &mark->font);
    text_add_char(text, ' ');
    add_colour(text, mark->colour);
    add_named_string(text, "language", mark->language);
    if (mark->halo <= 0) return;
    text_add(text, " halo ");
    add_number(text, mark->halo);
    text_add_char(text, ' ');
    add_colour(text, mark->halo_colour);
}

static void add_page(Text *text, const PageInfo *info) {
    text_add(text, "page ");
    add_number(text, info->width);
    text_add(text, " x ");
    add_number(text, info->height);
    text_add(text, ", ");
    text_add_number(text, info->points_per_unit, 4);
    text_add(text, " points and ");
    text_add_number(text, info->pixels_per_unit, 4);
    text_add(text, " pixels a unit,");
    add_named_string(text, "language", info->language);
    text_add(text, "\ntitle ");
    add_string(text, info->title);
    text_add(text, "\ndescription ");
    add_string(text, info->description);
    text_add(text, "\ncredits ");
    add_string(text, info->credits);
    text_add_char(text, '\n');
}

static void add_mark(Text *text, const Mark *mark, int *depth) {
    if (mark->kind == MARK_END) {
        --*depth;
        return;
    }
    for (int i = 0; i < *depth; i++) text_add(text, "  ");
    switch (mark->kind) {
    case MARK_GROUP:
        add_group(text, &mark->group);
        ++*depth;
        break;
    case MARK_PATH:
        add_path(text, &mark->path);
        break;
    case MARK_TEXT:
        add_text(text, &mark->text);
        break;
    case MARK_END:
        break;
    }
    text_add_char(text, '\n');
}

bool paint_trace(const Scene *scene, Sink sink, dateline_error *error) {
    Text text = {0};
    int depth = 0;
    add_page(&text, scene_info(scene));
    for (size_t i = 0; i < dateline_scene_note_count(scene); i++) {
        text_add(&text, "note ");
        add_string(&text, dateline_scene_note(scene, i));
        text_add_char(&text, '\n');
    }
    for (size_t i = 0; i < scene_mark_count(scene); i++) add_mark(&text, scene_mark(scene, i), &depth);
    bool written = sink_write(sink, text.bytes, text.size, error);
    text_free(&text);
    return written;
}
