/* See layers.h. */
#include "layers.h"

#include "reach.h"
#include "speech.h"
#include "symbols.h"

#include <stdlib.h>
#include <string.h>

static const Pen NO_PEN = {{0}, 0, {0}};

static bool is_drawn(Pen pen) {
    return pen.width > 0 && colour_is_visible(pen.colour);
}

static bool is_filled(Fill fill) {
    return fill.hatched || colour_is_visible(fill.colour);
}

/* Opens a country's group; the same country in another panel, or another mark of it in the same, gets an id
 * of its own. */
static void open_country(Page *page, const Panel *panel, const Country *country, const Cast *cast,
                         const char *mark) {
    char code[8] = "";
    for (size_t i = 0; i < 7 && country->code[i]; i++) code[i] = (char)(country->code[i] | 0x20);
    scene_group(page->scene, &(GroupMark){
                                 .id = arena_format(page->arena, "%s-%s%s", panel->id, code, mark),
                                 .kind = "country",
                                 .title = cast ? cast->title : speech_name(page, country),
                                 .country = country->code,
                                 .roles = cast ? cast->roles : NULL,
                                 .name = cast ? cast->name : NULL,
                                 .value = cast ? cast->value : NULL,
                             });
}

void layer_sea(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story, (void)atlas;
    Pen pen = page_pen(page, page->style->sphere, panel->lines);
    Fill fill = page_fill(page, page->style->sea, panel->lines);
    Outline outline = {0};
    if (panel->framed) {
        /* An inset has sea even where the style leaves the open page white: it sets the two apart at a
         * glance. */
        if (!is_filled(fill)) fill = page_fill(page, page->style->inset_sea, 1);
        outline_box(&outline, panel->box);
        pen = NO_PEN;
    } else if (is_filled(fill) || is_drawn(pen))
        project_sphere(panel->projector, &outline);
    if (outline.points.count) scene_path(page->scene, &outline, fill, pen);
    outline_free(&outline);
}

void layer_graticule(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story, (void)atlas;
    double step = page->style->graticule.step;
    if (step <= 0) return;
    Outline outline = {0};
    project_graticule(panel->projector, step, &outline);
    scene_path(page->scene, &outline, (Fill){0}, page_pen(page, page->style->graticule.pen, panel->lines));
    outline_free(&outline);
}

static void draw_country(Page *page, const Panel *panel, const Country *country, const Cast *cast,
                         const Outline *outline, Fill fill) {
    if (outline_is_empty(outline)) return;
    open_country(page, panel, country, cast, "");
    scene_path(page->scene, outline, fill, page_pen(page, page->style->coast, panel->lines));
    scene_end(page->scene);
}

/* Countries without a part, and the overseas parts of those with one. */
void layer_land(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)atlas;
    (void)story;
    Fill fill = page_fill(page, page->style->land, panel->lines);
    for (size_t i = 0; i < panel->shape_count; i++) {
        const Shape *shape = &panel->shapes[i];
        if (!panel->marked[i])
            draw_country(page, panel, story->countries[i], NULL, &shape->part, fill);
        else if (!outline_is_empty(&shape->rest))
            scene_path(page->scene, &shape->rest, fill, NO_PEN);
    }
}

void layer_cast(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)atlas;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const Shape *shape = &panel->shapes[cast->index];
        Fill fill = page_fill(page, cast->look ? cast->look->fill : page->style->land, panel->lines);
        draw_country(page, panel, cast->country, cast, &shape->part, fill);
    }
}

void layer_lakes(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story, (void)atlas;
    Fill fill = panel->framed ? page->style->inset_sea : page->style->lakes;
    if (is_filled(fill) && panel->lakes.points.count)
        scene_path(page->scene, &panel->lakes, fill, page_pen(page, page->style->coast, panel->lines));
}

static bool is_shown(const Panel *panel, int country) {
    return country >= 0 && !outline_is_empty(&panel->shapes[country].part);
}

static const RoleLook *look_of(const Story *story, int country) {
    const Cast *cast = story_find(story, story->countries[country]);
    return cast ? cast->look : NULL;
}

/* Strokes the borders that are shown; with a look, only those of the countries that have it. Each border is
 * an arc between two countries, so it is found once and drawn once; coasts are no borders. */
static void draw_borders(Page *page, const Panel *panel, const Story *story, const Atlas *atlas,
                         const RoleLook *look, Pen pen) {
    LonLatArray points = {0};
    Outline outline = {0};
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        const Arc *arc = atlas_arc(atlas, i);
        if (arc->left == arc->right || !is_shown(panel, arc->left) || !is_shown(panel, arc->right)) continue;
        if (look && look_of(story, arc->left) != look && look_of(story, arc->right) != look) continue;
        points.count = 0;
        atlas_arc_detail(atlas, arc, &panel->detail, &points);
        LonLats line = {points.items, points.count};
        if (!reach_misses_line(panel, line)) project_line(panel->projector, line, &outline);
    }
    if (outline.points.count) scene_path(page->scene, &outline, (Fill){0}, pen);
    array_free(&points);
    outline_free(&outline);
}

/*
 * Where no border is drawn, two fills that meet along an edge each cover a share of its pixels and let the
 * ground shine through between them. A stroke of their own colour beneath closes that hairline in every
 * format.
 */
void layer_seams(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    Pen pen = {.colour = page->style->land.colour, .width = page->line};
    if (is_drawn(page_pen(page, page->style->borders, panel->lines))) return;
    draw_borders(page, panel, story, atlas, NULL, pen);
    for (size_t i = 0; i < story->class_count; i++) {
        const RoleLook *look = story->classes[i].look;
        pen.colour = look->fill.colour;
        if (!look->overlay && is_drawn(pen)) draw_borders(page, panel, story, atlas, look, pen);
    }
}

void layer_borders(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    Pen pen = page_pen(page, page->style->borders, panel->lines);
    if (is_drawn(pen)) draw_borders(page, panel, story, atlas, NULL, pen);
}

/* Over the borders, so that the stripes of touching countries join and the outline closes them. */
void layer_struck(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)atlas;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const Shape *shape = &panel->shapes[cast->index];
        if (!cast->overlay || outline_is_empty(&shape->part)) continue;
        open_country(page, panel, cast->country, cast, "-struck");
        scene_path(page->scene, &shape->part, page_fill(page, cast->overlay->fill, panel->lines),
                   page_pen(page, cast->overlay->outline, panel->lines));
        scene_end(page->scene);
    }
}

void layer_disputed(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story;
    Pen pen = page_pen(page, page->style->disputed, panel->lines);
    AtlasLines lines = atlas_disputed_lines(atlas);
    Outline outline = {0};
    if (!is_drawn(pen)) return;
    for (size_t i = 0; i < lines.count; i++)
        if (!reach_misses_line(panel, lines.items[i]))
            project_line(panel->projector, lines.items[i], &outline);
    if (outline.points.count) scene_path(page->scene, &outline, (Fill){0}, pen);
    outline_free(&outline);
}

void layer_circles(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)atlas;
    Pen ring = page_pen(page, page->style->small.ring, 1);
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const Shape *shape = &panel->shapes[cast->index];
        const RoleLook *look = cast->look ? cast->look : cast->overlay;
        Outline outline = {0};
        if (!shape->circle) continue;
        symbol_outline(page, (SignShape)page->style->small.shape, shape->center, shape->radius, &outline);
        open_country(page, panel, cast->country, cast, "-circle");
        scene_path(page->scene, &outline, page_fill(page, look->fill, panel->lines), ring);
        scene_end(page->scene);
        outline_free(&outline);
    }
}
