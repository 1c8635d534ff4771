/* See onto_canvas.h. */
#include "onto_canvas.h"

#include "../base/memory.h"
#include "hatch.h"

#include <stdlib.h>

/* The stripes of the whole area, and nothing beyond it; a casing is a wider stripe under each. */
static void paint_hatch(Canvas *canvas, const Outline *outline, const Hatch *hatch) {
    Outline lines = {0};
    hatch_lines(hatch, outline_box_of(outline), &lines);
    canvas_clip(canvas, outline);
    if (hatch->casing > 0)
        canvas_stroke(canvas, &lines,
                      &(Pen){hatch->casing_colour, hatch->stripe + 2 * hatch->casing, {0, 0}});
    canvas_stroke(canvas, &lines, &(Pen){hatch->colour, hatch->stripe, {0, 0}});
    canvas_unclip(canvas);
    outline_free(&lines);
}

static void paint_path(Canvas *canvas, const PathMark *path) {
    canvas_fill(canvas, &path->outline, RULE_EVEN_ODD, path->fill.colour);
    if (path->fill.hatched) paint_hatch(canvas, &path->outline, &path->fill.hatch);
    canvas_stroke(canvas, &path->outline, &path->pen);
}

/* As outlines, which lie exactly where they were measured; letters of a word may overlap. */
static void paint_text(Canvas *canvas, const Outline *shape, const TextMark *text) {
    canvas_stroke(canvas, shape, &(Pen){text->halo_colour, 2 * text->halo, {0, 0}});
    canvas_fill(canvas, shape, RULE_NON_ZERO, text->colour);
}

TextShapes text_shapes_of(const Scene *scene, Letters *letters) {
    TextShapes shapes = {memory_new_zeroed(scene_mark_count(scene) * sizeof *shapes.items), 0};
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        if (mark->kind != MARK_TEXT) continue;
        const TextMark *text = &mark->text;
        letters_outline(letters, &text->font, text->text, text_left_end(text), &shapes.items[shapes.count++]);
    }
    return shapes;
}

void text_shapes_free(TextShapes *shapes) {
    for (size_t i = 0; i < shapes->count; i++) outline_free(&shapes->items[i]);
    free(shapes->items);
    *shapes = (TextShapes){0};
}

/* Which of the open groups clip. */
typedef ARRAY(bool) Groups;

static void open_group(Canvas *canvas, Groups *groups, const GroupMark *group) {
    bool clips = !outline_is_empty(&group->clip);
    if (clips) canvas_clip(canvas, &group->clip);
    array_push(groups, clips);
}

static void close_group(Canvas *canvas, Groups *groups) {
    /* A scene has no end without its group. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    if (groups->items[--groups->count]) canvas_unclip(canvas);
}

void paint_onto_canvas(const Scene *scene, Canvas *canvas, const TextShapes *shapes) {
    Groups groups = {0};
    const Outline *shape = shapes->items;
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        switch (mark->kind) {
        case MARK_GROUP:
            open_group(canvas, &groups, &mark->group);
            break;
        case MARK_END:
            close_group(canvas, &groups);
            break;
        case MARK_PATH:
            paint_path(canvas, &mark->path);
            break;
        case MARK_TEXT:
            paint_text(canvas, shape++, &mark->text);
            break;
        }
    }
    array_free(&groups);
}
