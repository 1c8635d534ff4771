/* See marks.h. */
#include "marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 16 };

typedef struct Walk {
    Marks *marks;
    Box page;
    const GroupMark *groups[DEEPEST];
    size_t depth;
    const GroupMark *seen; /* the group of the last path */
    size_t paths;          /* so many came before in it */
} Walk;

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), tail = strlen(end);
    return size >= tail && !strcmp(text + size - tail, end);
}

static bool is_kind(const GroupMark *group, const char *kind) {
    return group && group->kind && !strcmp(group->kind, kind);
}

static const char *id_of(const GroupMark *group) {
    return group && group->id ? group->id : "";
}

static const GroupMark *innermost(const Walk *walk) {
    return walk->depth ? walk->groups[walk->depth - 1] : NULL;
}

/* The layer, such as "inset-1-labels"; empty outside of one. */
static const char *layer_of(const Walk *walk) {
    for (size_t i = walk->depth; i-- > 0;)
        if (is_kind(walk->groups[i], "layer")) return id_of(walk->groups[i]);
    return "";
}

/* The panels' ids are the beginnings of their layers' ids. */
static const char *panel_of(const Walk *walk) {
    static const char *const panels[] = {"map", "inset-1", "inset-2", "inset-3", "inset-4"};
    const char *layer = layer_of(walk);
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++)
        if (!strncmp(layer, panels[i], strlen(panels[i]))) return panels[i];
    return "";
}

/* Where the letters are: from a little under the baseline to the height of capitals. */
static void take_text(Walk *walk, const TextMark *text) {
    double size = text->font.size, left = text->at.x;
    if (text->anchor == TEXT_MIDDLE) left -= text->width / 2;
    if (text->anchor == TEXT_END) left -= text->width;
    Box box = {left, text->at.y - size * 0.73, left + text->width, text->at.y + size * 0.2};
    const GroupMark *group = innermost(walk);
    array_push(&walk->marks->texts, (Thing){box, {0, 0}, 0, id_of(group), panel_of(walk), text->text});
    if (is_kind(group, "label")) walk->marks->has_labels = true;
    if (is_kind(group, "label") && group->country) array_push(&walk->marks->named, group->country);
}

static void take_symbol(Walk *walk, const Outline *outline, const char *what) {
    Box box = outline_box_of(outline);
    Thing thing = {.box = box, .owner = id_of(innermost(walk)), .panel = panel_of(walk), .what = what};
    bool round = outline->verbs.count > 2 && outline->verbs.items[1] == OUTLINE_CURVE &&
                 fabs(box_width(box) - box_height(box)) < 0.01;
    thing.center = (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    if (round) thing.radius = box_width(box) / 2;
    array_push(&walk->marks->symbols, thing);
}

static void take_lines(Walk *walk, const Outline *outline, bool leader) {
    for (size_t i = 0; i + 1 < outline->points.count; i++) {
        Leader line = {outline->points.items[i], outline->points.items[i + 1], 0, id_of(innermost(walk)),
                       leader ? panel_of(walk) : "map"};
        if (leader)
            array_push(&walk->marks->leaders, line);
        else
            array_push(&walk->marks->locators, line);
    }
}

/* The curves pause where something stands, so there are several pieces. */
static void take_connector(Walk *walk, const Outline *outline) {
    const Point *next = outline->points.items;
    for (size_t i = 0; i < outline->verbs.count; i++, next++) {
        if (outline->verbs.items[i] != OUTLINE_LINE) continue;
        array_push(&walk->marks->connectors,
                   (Leader){next[-1], next[0], 0, id_of(innermost(walk)), panel_of(walk)});
    }
}

static bool is_line(const PathMark *path) {
    return !path->fill.hatched && path->fill.colour.alpha == 0;
}

/* Casings lie under their lines, dots over their ends: the first of each suffices. */
static void take_leader(Walk *walk, const PathMark *path) {
    bool casing = is_line(path) && path->outline.points.count == 2;
    if (!casing) {
        take_symbol(walk, &path->outline, "dot");
        return;
    }
    const Marks *marks = walk->marks;
    size_t count = marks->leaders.count;
    const Leader *last = count ? &marks->leaders.items[count - 1] : NULL;
    const Point *points = path->outline.points.items;
    if (last && last->from.x == points[0].x && last->from.y == points[0].y) return;
    take_lines(walk, &path->outline, true);
}

static void take_patch(Walk *walk, const PathMark *path) {
    const GroupMark *group = innermost(walk);
    if (!ends_with(layer_of(walk), "-cast") && !ends_with(layer_of(walk), "-struck")) return;
    array_push(&walk->marks->patches, (Patch){group->country, panel_of(walk), &path->outline, walk->page});
}

static void take_path(Walk *walk, const PathMark *path) {
    const GroupMark *group = innermost(walk);
    walk->paths = group == walk->seen ? walk->paths + 1 : 0;
    walk->seen = group;
    if (is_kind(group, "country") && ends_with(id_of(group), "-circle")) {
        take_symbol(walk, &path->outline, id_of(group));
        array_push(&walk->marks->patches,
                   (Patch){group->country, panel_of(walk), &path->outline, walk->page});
    } else if (is_kind(group, "country"))
        take_patch(walk, path);
    else if (is_kind(group, "label") && walk->paths == 0)
        take_symbol(walk, &path->outline, "pill");
    else if (is_kind(group, "capital"))
        take_symbol(walk, &path->outline, "capital");
    else if (is_kind(group, "host") && walk->paths == 0)
        take_symbol(walk, &path->outline, "host");
    else if (is_kind(group, "legend") && !is_line(path))
        take_symbol(walk, &path->outline, "legend");
    else if (is_kind(group, "leader"))
        take_leader(walk, path);
    else if (is_kind(group, "connector") && walk->paths == 0)
        take_connector(walk, &path->outline);
    else if (is_kind(group, "locator") && is_line(path))
        take_lines(walk, &path->outline, false);
}

static void take_group(Walk *walk, const GroupMark *group) {
    if (walk->depth < DEEPEST) walk->groups[walk->depth++] = group;
    bool framed = (is_kind(group, "map") || is_kind(group, "inset")) && group->clip.points.count;
    if (framed) array_push(&walk->marks->frames, (FrameBox){group->id, outline_box_of(&group->clip)});
}

/* Countries are cut by the frames of their panels, which stand before them. */
static void set_frames(Marks *marks) {
    for (size_t i = 0; i < marks->patches.count; i++)
        for (size_t j = 0; j < marks->frames.count; j++)
            if (!strcmp(marks->patches.items[i].panel, marks->frames.items[j].panel))
                marks->patches.items[i].frame = marks->frames.items[j].box;
}

void marks_collect(const Scene *scene, Marks *marks) {
    const PageInfo *info = scene_info(scene);
    Walk walk = {.marks = marks, .page = {0, 0, info->width, info->height}};
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        switch (mark->kind) {
        case MARK_GROUP:
            take_group(&walk, &mark->group);
            break;
        case MARK_END:
            walk.depth -= walk.depth > 0;
            break;
        case MARK_PATH:
            take_path(&walk, &mark->path);
            break;
        case MARK_TEXT:
            take_text(&walk, &mark->text);
            break;
        }
    }
    set_frames(marks);
}

void marks_free(Marks *marks) {
    array_free(&marks->texts);
    array_free(&marks->symbols);
    array_free(&marks->leaders);
    array_free(&marks->connectors);
    array_free(&marks->locators);
    array_free(&marks->patches);
    array_free(&marks->frames);
    array_free(&marks->named);
}
