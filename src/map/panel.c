/* See panel.h. */
#include "panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double DEGREES = 180 / 3.14159265358979323846;

size_t panel_index(const Atlas *atlas, const Country *country) {
    for (size_t i = 0; i < atlas_country_count(atlas); i++)
        if (atlas_country(atlas, i) == country) return i;
    return 0;
}

/* Everything one polygon passes through on its way to the page; kept to save allocations. */
typedef struct Workshop {
    LonLatArray *rings;
    LonLats *borrowed;
    size_t capacity;
} Workshop;

static void workshop_free(Workshop *shop) {
    for (size_t i = 0; i < shop->capacity; i++) array_free(&shop->rings[i]);
    free(shop->rings);
    free(shop->borrowed);
}

static void make_room(Workshop *shop, size_t count) {
    if (count <= shop->capacity) return;
    shop->rings = memory_resize(shop->rings, count * sizeof *shop->rings);
    shop->borrowed = memory_resize(shop->borrowed, count * sizeof *shop->borrowed);
    for (size_t i = shop->capacity; i < count; i++) shop->rings[i] = (LonLatArray){0};
    shop->capacity = count;
}

static void project(Workshop *shop, const Panel *panel, const Atlas *atlas, const Polygon *polygon,
                    Outline *outline) {
    make_room(shop, polygon->count);
    for (size_t i = 0; i < polygon->count; i++) {
        shop->rings[i].count = 0;
        atlas_ring_points(atlas, &polygon->rings[i], panel->tolerance, &shop->rings[i]);
        shop->borrowed[i] = (LonLats){shop->rings[i].items, shop->rings[i].count};
    }
    project_polygon(panel->projector, shop->borrowed, polygon->count, outline);
}

/* Square page units that a polygon would cover at the scale of the centre: cheap, and near enough to drop
 * specks. */
static double rough_area(const Panel *panel, const Polygon *polygon) {
    static const double EARTH_RADIUS = 6371.0088; /* km */
    double unit = projector_scale(panel->projector) / EARTH_RADIUS;
    return polygon->area * unit * unit;
}

static void fill_shape(Page *page, Workshop *shop, Panel *panel, const Atlas *atlas, const Country *country,
                       const Cast *cast, Shape *shape) {
    const MapStyle *map = &page->style->map;
    double speck = map->smallest_island * page->line * page->line;
    for (size_t i = 0; i < country->polygon_count; i++) {
        const Polygon *polygon = &country->polygons[i];
        bool small = rough_area(panel, polygon) < speck;
        if (!cast && small && i > 0) continue;
        bool unshaded = cast && polygon->overseas && !map->overseas;
        if (unshaded && small) continue;
        project(shop, panel, atlas, polygon, unshaded ? &shape->rest : &shape->part);
    }
}

/* The largest subpath, where names and circles belong. */
static Outline largest_piece(const Outline *outline) {
    Outline piece = {0}, best = {0};
    double most = -1;
    size_t next = 0;
    for (size_t i = 0; i <= outline->verbs.count; i++) {
        bool starts = i == outline->verbs.count || outline->verbs.items[i] == OUTLINE_MOVE;
        if (starts && piece.points.count) {
            double area = outline_area(&piece);
            Outline swap = best;
            if (area > most) most = area, best = piece, piece = swap;
            outline_clear(&piece);
        }
        if (i == outline->verbs.count || outline->verbs.items[i] == OUTLINE_CLOSE) continue;
        Point point = outline->points.items[next++];
        if (starts)
            outline_move(&piece, point.x, point.y);
        else
            outline_line(&piece, point.x, point.y);
    }
    outline_free(&piece);
    return best;
}

static void find_center(const Page *page, const Panel *panel, const Country *country, Shape *shape) {
    Point label;
    shape->area = outline_area(&shape->part);
    Outline piece = largest_piece(&shape->part);
    shape->visible = inner_point(&piece, page->s / 8, &shape->center, &shape->depth);
    outline_free(&piece);
    if (!shape->visible && project_point(panel->projector, country->label, &label)) {
        shape->visible = true;
        shape->center = label;
    }
    Point at = shape->center;
    Box box = panel->box;
    if (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) shape->visible = false;
}

static bool is_left_out(const Page *page, const Panel *panel, const Country *country, const Cast *cast) {
    return !cast && !panel->framed && !page->style->map.antarctica && !strcmp(country->code, "ATA");
}

static void draw_on_raster(Page *page, Panel *panel) {
    panel->raster = raster_new(page->arena, panel->box, page->s / 8);
    for (size_t i = 0; i < panel->shape_count; i++) {
        raster_fill(panel->raster, &panel->shapes[i].part, (int)i);
        raster_fill(panel->raster, &panel->shapes[i].rest, (int)i);
    }
}

void panel_fill(Page *page, Panel *panel, const Story *story, const Atlas *atlas) {
    Workshop shop = {0};
    double small = page->style->small.area * page->line * page->line;
    panel->shape_count = atlas_country_count(atlas);
    panel->shapes = ARENA_ARRAY(page->arena, Shape, panel->shape_count);
    panel->marked = ARENA_ARRAY(page->arena, bool, panel->shape_count);
    panel->tolerance = page->style->map.simplify * page->line / projector_scale(panel->projector) * DEGREES;
    for (size_t i = 0; i < panel->shape_count; i++) {
        const Country *country = atlas_country(atlas, i);
        const Cast *cast = story_find(story, country);
        Shape *shape = &panel->shapes[i];
        panel->marked[i] = cast != NULL;
        if (is_left_out(page, panel, country, cast)) continue;
        fill_shape(page, &shop, panel, atlas, country, cast, shape);
        if (!cast) continue;
        find_center(page, panel, country, shape);
        shape->circle = shape->visible && shape->area < small;
    }
    workshop_free(&shop);
    draw_on_raster(page, panel);
}

void panel_free(Panel *panel) {
    for (size_t i = 0; i < panel->shape_count; i++) {
        outline_free(&panel->shapes[i].part);
        outline_free(&panel->shapes[i].rest);
    }
    projector_free(panel->projector);
    panel->projector = NULL;
    panel->shape_count = 0;
}

double panel_circle_radius(const Page *page, const Panel *panel) {
    return page->style->small.radius * page->line * (panel->framed ? 5.0 / 3 : 1);
}
