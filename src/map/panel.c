/* See panel.h. */
#include "panel.h"

#include "../base/parallel.h"
#include "circles.h"
#include "reach.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double DEGREES = 180 / 3.14159265358979323846;

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
        atlas_ring_detail(atlas, &polygon->rings[i], &panel->detail, &shop->rings[i]);
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

static LonLat middle_of(const Polygon *polygon) {
    double width = polygon->east - polygon->west;
    if (width < 0) width += 360;
    return (LonLat){remainder(polygon->west + width / 2, 360), (polygon->south + polygon->north) / 2};
}

/* A small piece that the seam of a world map throws to the far side, such as the last of the Aleutians:
 * shaded, it would look like somebody else. */
static bool is_beyond_seam(const Panel *panel, const Country *country, const Polygon *polygon) {
    Point here, home;
    if (panel->framed || polygon->main || !project_point(panel->projector, middle_of(polygon), &here))
        return false;
    return project_point(panel->projector, country->label, &home) &&
           fabs(here.x - home.x) > box_width(panel->box) / 2;
}

/* A speck off a map that stands free, where insets begin: half hidden it would only puzzle. Beside the map
 * there is always a gap, which a last island may stand in: half of an archipelago would puzzle too. */
static bool is_off_map(const Page *page, const Panel *panel, const Polygon *polygon) {
    Point at;
    Box box = panel->box;
    return !panel->framed && !polygon->main && project_point(panel->projector, middle_of(polygon), &at) &&
           (at.y > box.bottom || at.x > box.right + page->s || at.x < box.left - page->s);
}

static void fill_shape(Page *page, Workshop *shop, Panel *panel, const Atlas *atlas, const Country *country,
                       const Cast *cast, Shape *shape) {
    const MapStyle *map = &page->style->map;
    double speck = map->smallest_island * page->line * page->line;
    for (size_t i = 0; i < country->polygon_count; i++) {
        const Polygon *polygon = &country->polygons[i];
        if (reach_misses(panel, polygon)) continue;
        bool small = rough_area(panel, polygon) < speck;
        if (!cast && small && i > 0) continue;
        bool away = polygon->overseas && !map->overseas;
        bool unshaded = cast && (away || is_beyond_seam(panel, country, polygon));
        if ((unshaded && small) || (cast && is_off_map(page, panel, polygon))) continue;
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

static double main_area(const Panel *panel, const Country *country) {
    double sum = 0;
    for (size_t i = 0; i < country->polygon_count; i++)
        if (country->polygons[i].main) sum += rough_area(panel, &country->polygons[i]);
    return sum;
}

static void find_center(const Page *page, const Panel *panel, const Country *country, Shape *shape) {
    Point label;
    double whole = main_area(panel, country);
    shape->area = outline_area(&shape->part);
    shape->share = whole > 0 ? shape->area / whole : 1;
    Outline piece = largest_piece(&shape->part);
    shape->visible = inner_point(&piece, page->s / 8, &shape->center, &shape->depth);
    outline_free(&piece);
    if (!shape->visible && project_point(panel->projector, country->label, &label)) {
        shape->visible = true;
        shape->center = label;
    }
    static const double LEAST_SHARE = 0.2; /* a corner of a country at the frame's edge is not named */
    if (panel->framed && shape->share < LEAST_SHARE) shape->visible = false;
    Point at = shape->center;
    Box box = box_grown(panel->box, page->line * 0.01); /* the outermost country is fitted to the very edge */
    if (!box_contains(box, (Box){at.x, at.y, at.x, at.y})) shape->visible = false;
}

static bool is_left_out(const Page *page, const Panel *panel, const Country *country, const Cast *cast) {
    return !cast && !panel->framed && !page->style->map.antarctica && !strcmp(country->code, "ATA");
}

/* Lakes too narrow to read as water would only fray the fills. */
static void find_lakes(const Page *page, Panel *panel, const Atlas *atlas) {
    double least = page->style->map.smallest_lake * page->line * page->line;
    Workshop shop = {0};
    for (size_t i = 0; i < atlas_lake_count(atlas); i++) {
        const Polygon *lake = atlas_lake(atlas, i);
        if (rough_area(panel, lake) >= least && !reach_misses(panel, lake))
            project(&shop, panel, atlas, lake, &panel->lakes);
    }
    workshop_free(&shop);
}

static void draw_on_raster(Page *page, Panel *panel) {
    panel->raster = raster_new(page->arena, panel->box, page->s / 6);
    for (size_t i = 0; i < panel->shape_count; i++) {
        raster_fill(panel->raster, &panel->shapes[i].part, (int)i);
        raster_fill(panel->raster, &panel->shapes[i].rest, (int)i);
    }
    raster_fill(panel->raster, &panel->lakes, RASTER_NOTHING);
}

/* What all countries of a panel are filled with. */
typedef struct Filling {
    Page *page;
    Panel *panel;
    const Story *story;
    const Atlas *atlas;
    double small; /* area below which there are circles */
    Workshop shops[PARALLEL_MOST];
} Filling;

static void fill_country(void *work, size_t index, size_t worker) {
    Filling *filling = work;
    Panel *panel = filling->panel;
    const Country *country = filling->story->countries[index];
    const Cast *cast = story_find(filling->story, country);
    Shape *shape = &panel->shapes[index];
    panel->marked[index] = cast != NULL;
    if (is_left_out(filling->page, panel, country, cast)) return;
    fill_shape(filling->page, &filling->shops[worker], panel, filling->atlas, country, cast, shape);
    if (!cast) return;
    find_center(filling->page, panel, country, shape);
    shape->circle = shape->visible && shape->area < filling->small;
}

void panel_fill(Page *page, Panel *panel, const Story *story, const Atlas *atlas) {
    Filling filling = {page, panel, story, atlas, .small = circles_small_area(page, panel)};
    size_t workers = projector_is_shared(panel->projector) ? parallel_workers(page->threads) : 1;
    panel->shape_count = story->country_count;
    panel->shapes = ARENA_ARRAY(page->arena, Shape, panel->shape_count);
    panel->marked = ARENA_ARRAY(page->arena, bool, panel->shape_count);
    reach_measure(panel,
                  page->style->map.simplify * page->line / projector_scale(panel->projector) * DEGREES);
    parallel_run(workers, panel->shape_count, fill_country, &filling);
    for (size_t i = 0; i < PARALLEL_MOST; i++) workshop_free(&filling.shops[i]);
    circles_arrange(page, panel, story);
    find_lakes(page, panel, atlas);
    draw_on_raster(page, panel);
}

bool panel_host(const Panel *panel, const Story *story, Point *point) {
    if (!story->host_city || panel->host_elsewhere) return false;
    return project_point(panel->projector, *story->host_city, point) &&
           box_contains(panel->box, (Box){point->x, point->y, point->x, point->y});
}

void panel_land(const Panel *panel, const Atlas *atlas, double smallest, Outline *outline) {
    Workshop shop = {0};
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        const Country *country = atlas_country(atlas, i);
        for (size_t j = 0; j < country->polygon_count; j++)
            if (rough_area(panel, &country->polygons[j]) >= smallest)
                project(&shop, panel, atlas, &country->polygons[j], outline);
    }
    workshop_free(&shop);
}

void panel_clear(Panel *panel) {
    for (size_t i = 0; i < panel->shape_count; i++) {
        outline_free(&panel->shapes[i].part);
        outline_free(&panel->shapes[i].rest);
    }
    outline_free(&panel->lakes);
    panel->shape_count = 0;
}

void panel_free(Panel *panel) {
    panel_clear(panel);
    projector_free(panel->projector);
    panel->projector = NULL;
}
