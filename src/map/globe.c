/* See globe.h. */
#include "globe.h"

#include "insets.h"

#include <math.h>

/* Near a pole every direction is south: the meridian that runs downward on the map, or for the south upward,
 * does so on the globe. */
static void turn_upright(const Panel *region, Point middle, LonLat *at) {
    static const double POLAR = 60;
    LonLat edge;
    if (fabs(at->lat) < POLAR) return;
    middle.y = at->lat > 0 ? region->box.bottom : region->box.top;
    if (unproject_point(region->projector, middle, &edge)) at->lon = edge.lon;
}

/* The globe looks a little past the region, toward land, so that its box is off the middle. */
static bool center_of(const GlobeStyle *style, const Panel *region, Center *center) {
    Point middle = {(region->box.left + region->box.right) / 2, (region->box.top + region->box.bottom) / 2};
    LonLat at;
    if (!unproject_point(region->projector, middle, &at)) return false;
    turn_upright(region, middle, &at);
    double south = at.lat > 0 ? style->from_equator : -style->from_equator;
    *center = (Center){at.lon - style->aside, at.lat - south, 0};
    return true;
}

static void draw_graticule(Page *page, const Panel *globe) {
    Outline lines = {0};
    const GlobeStyle *style = &page->style->globe;
    Pen pen = page_pen(page, style->lines, 1);
    if (style->step <= 0) return;
    project_graticule(globe->projector, style->step, &lines);
    scene_path(page->scene, &lines, (Fill){0}, pen);
    outline_free(&lines);
}

static void draw_land(Page *page, const Panel *globe, const Atlas *atlas) {
    Outline land = {0};
    panel_land(globe, atlas, page->line * page->line, &land);
    scene_path(page->scene, &land, page_fill(page, page->style->globe_land, 1), (Pen){0});
    outline_free(&land);
}

static void draw_region(Page *page, const Panel *globe, const Panel *region) {
    Outline outline = {0};
    Pen casing = page_pen(page, page->style->globe.casing, 1),
        pen = page_pen(page, page->style->globe.region, 1);
    inset_outline(globe, region, &outline);
    if (!outline_is_empty(&outline)) {
        scene_path(page->scene, &outline, (Fill){0}, casing);
        scene_path(page->scene, &outline, (Fill){0}, pen);
    }
    outline_free(&outline);
}

void globe_draw(Page *page, const Panel *region, const Atlas *atlas, Box box) {
    ProjectorOptions wanted = {.projection = "orthographic"};
    Panel globe = {.id = "globe", .box = box};
    double radius = box_width(box) / 2;
    if (!center_of(&page->style->globe, region, &wanted.center)) return;
    globe.projector = projector_new(&wanted, NULL);
    if (!globe.projector) return;
    projector_place(globe.projector, radius, (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2});
    globe.detail.fine = globe.detail.coarse = 57.3 * 0.5 * page->line / radius;
    Outline sphere = {0};
    project_sphere(globe.projector, &sphere);
    scene_group(page->scene, &(GroupMark){.id = "globe", .kind = "globe"});
    scene_path(page->scene, &sphere, page_fill(page, page->style->inset_sea, 1), (Pen){0});
    draw_land(page, &globe, atlas);
    draw_graticule(page, &globe);
    scene_path(page->scene, &sphere, (Fill){0}, page_pen(page, page->style->globe.rim, 1));
    draw_region(page, &globe, region);
    scene_end(page->scene);
    outline_free(&sphere);
    panel_free(&globe);
}
