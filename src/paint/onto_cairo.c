/*
 * See onto_cairo.h. Straight-edged areas (coasts, borders) are filled with cairo's coarser antialiasing: 16
 * shades, half the time, and few enough colours for a palette; curves, lines and letters get the fine one.
 */
#include "onto_cairo.h"

#include "hatch.h"

#include <cairo.h>

typedef struct Brush {
    cairo_t *cairo;
    Letters *letters;
    TextManner manner;
} Brush;

static void set_colour(cairo_t *cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
}

static void trace_outline(cairo_t *cairo, const Outline *outline) {
    const Point *point = outline->points.items;
    cairo_new_path(cairo);
    for (size_t i = 0; i < outline->verbs.count; i++) {
        switch ((OutlineVerb)outline->verbs.items[i]) {
        case OUTLINE_MOVE:
            cairo_move_to(cairo, point->x, point->y), point++;
            break;
        case OUTLINE_LINE:
            cairo_line_to(cairo, point->x, point->y), point++;
            break;
        case OUTLINE_CURVE:
            cairo_curve_to(cairo, point[0].x, point[0].y, point[1].x, point[1].y, point[2].x, point[2].y);
            point += 3;
            break;
        case OUTLINE_CLOSE:
            cairo_close_path(cairo);
            break;
        }
    }
}

static bool has_curves(const Outline *outline) {
    for (size_t i = 0; i < outline->verbs.count; i++)
        if (outline->verbs.items[i] == OUTLINE_CURVE) return true;
    return false;
}

static void stroke_lines(cairo_t *cairo, const Outline *lines, double width, Colour colour) {
    if (width <= 0 || !colour_is_visible(colour)) return;
    trace_outline(cairo, lines);
    cairo_set_line_width(cairo, width);
    set_colour(cairo, colour);
    cairo_stroke(cairo);
}

static void fill_hatch(cairo_t *cairo, const Outline *outline, const Hatch *hatch) {
    Outline lines = {0};
    hatch_lines(hatch, outline_box_of(outline), &lines);
    cairo_save(cairo);
    trace_outline(cairo, outline);
    cairo_clip(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
    if (hatch->casing > 0)
        stroke_lines(cairo, &lines, hatch->stripe + 2 * hatch->casing, hatch->casing_colour);
    stroke_lines(cairo, &lines, hatch->stripe, hatch->colour);
    cairo_restore(cairo);
    outline_free(&lines);
}

static void stroke_pen(cairo_t *cairo, const Pen *pen) {
    bool dashed = pen->dash[0] > 0 && pen->dash[1] > 0;
    cairo_set_dash(cairo, pen->dash, dashed ? 2 : 0, 0);
    cairo_set_line_cap(cairo, dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cairo, pen->width);
    set_colour(cairo, pen->colour);
    cairo_stroke_preserve(cairo);
}

static void paint_path(const Brush *brush, const PathMark *path) {
    cairo_t *cairo = brush->cairo;
    trace_outline(cairo, &path->outline);
    if (colour_is_visible(path->fill.colour)) {
        set_colour(cairo, path->fill.colour);
        cairo_set_antialias(cairo,
                            has_curves(&path->outline) ? CAIRO_ANTIALIAS_DEFAULT : CAIRO_ANTIALIAS_FAST);
        cairo_fill_preserve(cairo);
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
    }
    if (path->fill.hatched) {
        fill_hatch(cairo, &path->outline, &path->fill.hatch);
        trace_outline(cairo, &path->outline);
    }
    if (path->pen.width > 0 && colour_is_visible(path->pen.colour)) stroke_pen(cairo, &path->pen);
    cairo_new_path(cairo);
}

static Point left_end(const TextMark *text) {
    static const double share[] = {0, 0.5, 1};
    return (Point){text->at.x - share[text->anchor] * text->width, text->at.y};
}

/* Coarser than the letters: round joins of every little curve are most of a label's cost, and a halo's edge
 * is faint. */
static void paint_halo(cairo_t *cairo, const TextMark *text) {
    if (text->halo <= 0 || !colour_is_visible(text->halo_colour)) return;
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    cairo_set_tolerance(cairo, 0.25);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_set_line_width(cairo, 2 * text->halo);
    set_colour(cairo, text->halo_colour);
    cairo_stroke_preserve(cairo);
    cairo_set_tolerance(cairo, 0.1);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
}

static void paint_text(const Brush *brush, const TextMark *text) {
    cairo_t *cairo = brush->cairo;
    Point origin = left_end(text);
    cairo_new_path(cairo);
    if (brush->manner == TEXT_AS_OUTLINES || text->halo > 0) {
        letters_path(brush->letters, &text->font, text->text, origin, cairo);
        paint_halo(cairo, text);
    }
    set_colour(cairo, text->colour);
    if (brush->manner == TEXT_AS_OUTLINES) {
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING); /* letters of a word may overlap */
        cairo_fill(cairo);
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    }
    cairo_new_path(cairo);
    if (brush->manner == TEXT_AS_GLYPHS) letters_show(brush->letters, &text->font, text->text, origin, cairo);
    cairo_new_path(cairo);
}

static void open_group(cairo_t *cairo, const GroupMark *group) {
    cairo_save(cairo);
    if (outline_is_empty(&group->clip)) return;
    trace_outline(cairo, &group->clip);
    cairo_clip(cairo);
}

static void paint_mark(const Brush *brush, const Mark *mark) {
    switch (mark->kind) {
    case MARK_GROUP:
        open_group(brush->cairo, &mark->group);
        break;
    case MARK_END:
        cairo_restore(brush->cairo);
        break;
    case MARK_PATH:
        paint_path(brush, &mark->path);
        break;
    case MARK_TEXT:
        paint_text(brush, &mark->text);
        break;
    }
}

void paint_onto_cairo(const Scene *scene, cairo_t *cairo, Letters *letters, TextManner manner) {
    Brush brush = {cairo, letters, manner};
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (size_t i = 0; i < scene_mark_count(scene); i++) paint_mark(&brush, scene_mark(scene, i));
}
