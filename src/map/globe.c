/* See globe.h. */
#include "globe.h"

#include "insets.h"

/* The globe looks a little past the region, toward land, so that its box is off the middle. */
static bool center_of(const Panel *region, Center *center) {
    Point middle = {(region->box.left + region->box.right) / 2, (region->box.top + region->box.bottom) / 2};
    LonLat at;
    if (!unproject_point(region->projector, middle, &at)) return false;
    *center = (Center){at.lon - 6, at.lat > 0 ? at.lat - 10 : at.lat + 10, 0};
    return true;
}

static void draw_graticule(Page *page, const Panel *globe) {
    Outline lines = {0};
    Pen pen = page_pen(page, page->style->rule, 0.6);
    project_graticule(globe->projector, 15, &lines);
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
    Pen casing = page_pen(page, page->style->leader.casing, 1.07),
        pen = page_pen(page, page->style->leader.pen, 1.2);
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
    if (!center_of(region, &wanted.center)) return;
    globe.projector = projector_new(&wanted, NULL);
    if (!globe.projector) return;
    projector_place(globe.projector, radius, (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2});
    globe.tolerance = 57.3 * 0.5 * page->line / radius;
    Outline sphere = {0};
    project_sphere(globe.projector, &sphere);
    scene_group(page->scene, &(GroupMark){.id = "globe", .kind = "globe"});
    scene_path(page->scene, &sphere, page_fill(page, page->style->inset_sea, 1), (Pen){0});
    draw_land(page, &globe, atlas);
    draw_graticule(page, &globe);
    scene_path(page->scene, &sphere, (Fill){0}, page_pen(page, page->style->frame, 0.8));
    draw_region(page, &globe, region);
    scene_end(page->scene);
    outline_free(&sphere);
    panel_free(&globe);
}
