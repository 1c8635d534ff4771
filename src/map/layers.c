/* See layers.h. */
#include "layers.h"

#include <math.h>
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
                                 .title = cast ? cast->title : country->name,
                                 .country = country->code,
                                 .roles = cast ? cast->roles : NULL,
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
    (void)story;
    Fill fill = page_fill(page, page->style->land, panel->lines);
    for (size_t i = 0; i < panel->shape_count; i++) {
        const Shape *shape = &panel->shapes[i];
        if (!panel->marked[i])
            draw_country(page, panel, atlas_country(atlas, i), NULL, &shape->part, fill);
        else if (!outline_is_empty(&shape->rest))
            scene_path(page->scene, &shape->rest, fill, NO_PEN);
    }
}

void layer_cast(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const Shape *shape = &panel->shapes[panel_index(atlas, cast->country)];
        Fill fill = page_fill(page, cast->look ? cast->look->fill : page->style->land, panel->lines);
        draw_country(page, panel, cast->country, cast, &shape->part, fill);
    }
}

/* Lakes too narrow to read as water would only fray the fills. */
void layer_lakes(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story;
    double scale = projector_scale(panel->projector) / 6371.0088;
    double least = page->style->map.smallest_lake * page->line * page->line;
    Fill fill = panel->framed ? page->style->inset_sea : page->style->lakes;
    LonLatArray points = {0};
    Outline outline = {0};
    if (!is_filled(fill)) return;
    for (size_t i = 0; i < atlas_lake_count(atlas); i++) {
        const Polygon *lake = atlas_lake(atlas, i);
        if (lake->area * scale * scale < least) continue;
        points.count = 0;
        atlas_ring_points(atlas, &lake->rings[0], panel->tolerance, &points);
        project_polygon(panel->projector, &(LonLats){points.items, points.count}, 1, &outline);
    }
    if (outline.points.count) scene_path(page->scene, &outline, fill, NO_PEN);
    array_free(&points);
    outline_free(&outline);
}

static bool is_shown(const Panel *panel, int country) {
    return country >= 0 && !outline_is_empty(&panel->shapes[country].part);
}

/* Each border is an arc between two countries, so it is found once and drawn once; coasts are no borders. */
void layer_borders(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    (void)story;
    Pen pen = page_pen(page, page->style->borders, panel->lines);
    LonLatArray points = {0};
    Outline outline = {0};
    if (!is_drawn(pen)) return;
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        const Arc *arc = atlas_arc(atlas, i);
        if (arc->left == arc->right || !is_shown(panel, arc->left) || !is_shown(panel, arc->right)) continue;
        points.count = 0;
        atlas_arc_points(atlas, arc, panel->tolerance, &points);
        project_line(panel->projector, (LonLats){points.items, points.count}, &outline);
    }
    scene_path(page->scene, &outline, (Fill){0}, pen);
    array_free(&points);
    outline_free(&outline);
}

/* Over the borders, so that the stripes of touching countries join and the outline closes them. */
void layer_struck(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const Shape *shape = &panel->shapes[panel_index(atlas, cast->country)];
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
    for (size_t i = 0; i < lines.count; i++) project_line(panel->projector, lines.items[i], &outline);
    if (outline.points.count) scene_path(page->scene, &outline, (Fill){0}, pen);
    outline_free(&outline);
}

/* Circles that touch are pushed apart along their line by one radius at most. */
static void push_apart(Point *centers, const double *radii, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            double x = centers[j].x - centers[i].x, y = centers[j].y - centers[i].y, distance = hypot(x, y);
            double lack = radii[i] + radii[j] - distance;
            if (lack <= 0) continue;
            if (distance < 1e-6) x = 1, y = 0, distance = 1;
            double push = fmin(lack / 2, radii[i]);
            centers[i].x -= x / distance * push, centers[i].y -= y / distance * push;
            centers[j].x += x / distance * push, centers[j].y += y / distance * push;
        }
}

void layer_circles(Page *page, const Panel *panel, const Story *story, const Atlas *atlas) {
    Pen ring = page_pen(page, page->style->small.ring, 1);
    double radius = panel_circle_radius(page, panel);
    Point *centers = ARENA_ARRAY(page->arena, Point, story->cast_count);
    double *radii = ARENA_ARRAY(page->arena, double, story->cast_count);
    const Cast **casts = ARENA_ARRAY(page->arena, const Cast *, story->cast_count);
    size_t count = 0;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Shape *shape = &panel->shapes[panel_index(atlas, story->cast[i].country)];
        if (!shape->circle) continue;
        centers[count] = shape->center;
        radii[count] = radius + ring.width / 2;
        casts[count++] = &story->cast[i];
    }
    push_apart(centers, radii, count);
    for (size_t i = 0; i < count; i++) {
        Outline outline = {0};
        const RoleLook *look = casts[i]->look ? casts[i]->look : casts[i]->overlay;
        outline_circle(&outline, centers[i], radius);
        open_country(page, panel, casts[i]->country, casts[i], "-circle");
        scene_path(page->scene, &outline, page_fill(page, look->fill, panel->lines), ring);
        scene_end(page->scene);
        outline_free(&outline);
    }
}
