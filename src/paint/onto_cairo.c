/*
 * See onto_cairo.h. What is of the map (coasts, borders) is drawn with cairo's coarser antialiasing: 16
 * shades, half the time, and few enough colours for a palette. Frames, symbols, stripes and letters get the
 * fine one.
 */
#include "onto_cairo.h"

#include "hatch.h"

#include <cairo.h>

enum {
    MAP_POINTS = 40,    /* from here an outline is of the map */
    STROKE_POINTS = 400 /* stroked at a time */
};

typedef struct Brush {
    cairo_t *cairo;
    Letters *letters;
} Brush;

static void set_colour(cairo_t *cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
}

/* How far an outline has been walked. */
typedef struct Walk {
    const Outline *outline;
    size_t verb;
    const Point *point;
} Walk;

static void trace_verb(cairo_t *cairo, OutlineVerb verb, const Point **point) {
    const Point *p = *point;
    switch (verb) {
    case OUTLINE_MOVE:
        cairo_move_to(cairo, p->x, p->y);
        break;
    case OUTLINE_LINE:
        cairo_line_to(cairo, p->x, p->y);
        break;
    case OUTLINE_CURVE:
        cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        break;
    case OUTLINE_CLOSE:
        cairo_close_path(cairo);
        return;
    }
    *point += verb == OUTLINE_CURVE ? 3 : 1;
}

/* Traces whole parts until there are enough points; false at the end. */
static bool trace_parts(cairo_t *cairo, Walk *walk, size_t enough) {
    const Outline *outline = walk->outline;
    const Point *start = walk->point;
    if (walk->verb == outline->verbs.count) return false;
    do trace_verb(cairo, (OutlineVerb)outline->verbs.items[walk->verb++], &walk->point);
    while (walk->verb < outline->verbs.count &&
           (outline->verbs.items[walk->verb] != OUTLINE_MOVE || (size_t)(walk->point - start) < enough));
    return true;
}

static void trace_outline(cairo_t *cairo, const Outline *outline) {
    Walk walk = {outline, 0, outline->points.items};
    cairo_new_path(cairo);
    trace_parts(cairo, &walk, SIZE_MAX);
}

/* Coasts and borders, as against frames and symbols: many straight pieces. */
static bool is_of_a_map(const Outline *outline) {
    if (outline->points.count < MAP_POINTS) return false;
    for (size_t i = 0; i < outline->verbs.count; i++)
        if (outline->verbs.items[i] == OUTLINE_CURVE) return false;
    return true;
}

/*
 * Cairo's time for a stroke grows faster than its length, so that borders are stroked a few hundred points at
 * a time; where the colour is translucent, all at once, since pieces that touch would show.
 */
static void stroke_outline(cairo_t *cairo, const Outline *outline, double width, Colour colour) {
    if (width <= 0 || !colour_is_visible(colour)) return;
    Walk walk = {outline, 0, outline->points.items};
    cairo_set_line_width(cairo, width);
    set_colour(cairo, colour);
    cairo_new_path(cairo);
    while (trace_parts(cairo, &walk, colour.alpha == 255 ? STROKE_POINTS : SIZE_MAX)) cairo_stroke(cairo);
}

static void fill_hatch(cairo_t *cairo, const Outline *outline, const Hatch *hatch) {
    Outline lines = {0};
    hatch_lines(hatch, outline_box_of(outline), &lines);
    cairo_save(cairo);
    trace_outline(cairo, outline);
    cairo_clip(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_dash(cairo, NULL, 0, 0);
    if (hatch->casing > 0)
        stroke_outline(cairo, &lines, hatch->stripe + 2 * hatch->casing, hatch->casing_colour);
    stroke_outline(cairo, &lines, hatch->stripe, hatch->colour);
    cairo_restore(cairo);
    outline_free(&lines);
}

static void stroke_pen(cairo_t *cairo, const Outline *outline, const Pen *pen) {
    bool dashed = pen->dash[0] > 0 && pen->dash[1] > 0;
    cairo_set_dash(cairo, pen->dash, dashed ? 2 : 0, 0);
    cairo_set_line_cap(cairo, dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    stroke_outline(cairo, outline, pen->width, pen->colour);
}

static void paint_path(const Brush *brush, const PathMark *path) {
    cairo_t *cairo = brush->cairo;
    cairo_set_antialias(cairo, is_of_a_map(&path->outline) ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
    if (colour_is_visible(path->fill.colour)) {
        trace_outline(cairo, &path->outline);
        set_colour(cairo, path->fill.colour);
        cairo_fill(cairo);
    }
    if (path->fill.hatched) fill_hatch(cairo, &path->outline, &path->fill.hatch);
    stroke_pen(cairo, &path->outline, &path->pen);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
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

static void fill_outline(cairo_t *cairo, Colour colour) {
    set_colour(cairo, colour);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING); /* letters of a word may overlap */
    cairo_fill(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
}

/* As outlines, which lie exactly where they were measured: cairo 1.16 sets glyphs of images on whole pixels.
 */
static void paint_text(const Brush *brush, const TextMark *text) {
    Outline outline = {0};
    letters_outline(brush->letters, &text->font, text->text, text_left_end(text), &outline);
    trace_outline(brush->cairo, &outline);
    paint_halo(brush->cairo, text);
    fill_outline(brush->cairo, text->colour);
    outline_free(&outline);
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

void paint_onto_cairo(const Scene *scene, cairo_t *cairo, Letters *letters) {
    Brush brush = {cairo, letters};
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (size_t i = 0; i < scene_mark_count(scene); i++) paint_mark(&brush, scene_mark(scene, i));
}
