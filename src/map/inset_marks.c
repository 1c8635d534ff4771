/* See insets.h: what goes with an inset: its title, its outline on the main map and the leader between the
 * two. */
#include "corner.h"
#include "insets.h"
#include "wording.h"

#include <math.h>
#include <string.h>

/* The region that at least two thirds of the group belong to, by the finer division first. */
const char *inset_title(Page *page, const Story *story, const Group *group) {
    for (int finer = 1; finer >= 0; finer--)
        for (size_t i = 0; i < group->count; i++) {
            const Country *one = story->countries[group->members[i]];
            const char *key = finer ? one->subregion : one->continent,
                       *name = key ? wording_of_key(page, page->texts->regions, key) : NULL;
            size_t count = 0;
            for (size_t j = 0; name && j < group->count; j++) {
                const Country *other = story->countries[group->members[j]];
                const char *theirs = finer ? other->subregion : other->continent;
                const char *named = theirs ? wording_of_key(page, page->texts->regions, theirs) : NULL;
                count += named && !strcmp(named, name);
            }
            if (name && count * 3 >= group->count * 2) return name;
        }
    return NULL;
}

Box inset_draw_title(Page *page, const Panel *inset) {
    static const Corner order[CORNERS] = {TOP_LEFT, BOTTOM_LEFT, TOP_RIGHT, BOTTOM_RIGHT};
    static const double MOST_HIDDEN = 0.1; /* of what stands under it */
    if (!inset->title) return BOX_EMPTY;
    const TypeStyle *type = &page->style->text.inset_title;
    Font font = page_font(page, type);
    double width = letters_measure(page->letters, &font, inset->title).width, hidden;
    Box box = corner_choose(page, inset, width, font.size, order, BOX_EMPTY, &hidden);
    if (raster_cover(inset->raster, box, RASTER_NOTHING - 1, inset->marked).marked > MOST_HIDDEN)
        return BOX_EMPTY; /* the box on the main map says where it is */
    page_text_on_map(page, type, inset->title, (Point){box.left, box.bottom - font.size * 0.14}, TEXT_START);
    return box_grown(box, page->s * 0.7);
}

void inset_outline(const Panel *main, const Panel *inset, Outline *outline) {
    enum { STEPS = 24 };
    Box box = inset->box;
    const Point corners[5] = {{box.left, box.top},
                              {box.right, box.top},
                              {box.right, box.bottom},
                              {box.left, box.bottom},
                              {box.left, box.top}};
    bool started = false;
    for (int side = 0; side < 4; side++)
        for (int i = 0; i < STEPS; i++) {
            double share = (double)i / STEPS;
            Point at = {corners[side].x + (corners[side + 1].x - corners[side].x) * share,
                        corners[side].y + (corners[side + 1].y - corners[side].y) * share};
            LonLat position;
            Point point;
            if (!unproject_point(inset->projector, at, &position)) continue;
            if (!project_point(main->projector, position, &point)) continue;
            if (started)
                outline_line(outline, point.x, point.y);
            else
                outline_move(outline, point.x, point.y);
            started = true;
        }
    if (started) outline_close(outline);
}

/* What holds a pole has no outline on a map of the world, and needs none. */
static bool holds_pole(const Panel *inset) {
    Point at;
    for (int side = -1; side <= 1; side += 2)
        if (project_point(inset->projector, (LonLat){0, 90.0 * side}, &at) &&
            box_contains(inset->box, (Box){at.x, at.y, at.x, at.y}))
            return true;
    return false;
}

void inset_locator(const Panel *main, const Panel *inset, Outline *outline) {
    if (!holds_pole(inset)) inset_outline(main, inset, outline);
}

/* On which side of the main map an inset lies. */
typedef enum Side { SIDE_RIGHT, SIDE_LEFT, SIDE_BELOW, SIDE_ABOVE } Side;

static Side side_of(const Panel *main, const Panel *inset, double s) {
    if (inset->box.left >= main->box.right - s) return SIDE_RIGHT;
    if (inset->box.right <= main->box.left + s) return SIDE_LEFT;
    return inset->box.bottom <= main->box.top ? SIDE_ABOVE : SIDE_BELOW;
}

/* How far a point of the outline lies from its edge that faces the inset. */
static double behind_edge(Box box, Point point, Side side) {
    return side == SIDE_RIGHT   ? box.right - point.x
           : side == SIDE_LEFT  ? point.x - box.left
           : side == SIDE_BELOW ? box.bottom - point.y
                                : point.y - box.top;
}

/* The point of the outline that faces the inset: near the middle of the facing edge, and opposite the inset
 * if any point is. */
static Point facing_point(const Outline *outline, const Panel *inset, Side side, double inward) {
    Box box = outline_box_of(outline), frame = box_grown(inset->box, -inward);
    bool beside = side == SIDE_RIGHT || side == SIDE_LEFT;
    double middle = beside ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
    double low = beside ? frame.top : frame.left, high = beside ? frame.bottom : frame.right, nearest = 1e300;
    Point best = {0, 0};
    for (size_t i = 0; i < outline->points.count; i++) {
        Point point = outline->points.items[i];
        double along = beside ? point.y : point.x;
        double away = along < low ? low - along : along > high ? along - high : 0;
        double distance = fabs(along - middle) * 0.3 + behind_edge(box, point, side) + away * 3;
        if (distance < nearest) nearest = distance, best = point;
    }
    return best;
}

static double held(double value, double low, double high) {
    return value < low ? low : value > high ? high : value;
}

/* Straight across, down or up to the frame; with one elbow where the inset does not lie opposite. */
static void leader_path(const Panel *inset, Point from, Side side, double inward, Outline *line) {
    Box box = inset->box;
    outline_move(line, from.x, from.y);
    if (side == SIDE_RIGHT || side == SIDE_LEFT) {
        double y = held(from.y, box.top + inward, box.bottom - inward);
        double x = side == SIDE_RIGHT ? box.left : box.right;
        if (y != from.y)
            outline_line(line, (from.x + x) / 2, from.y), outline_line(line, (from.x + x) / 2, y);
        outline_line(line, x, y);
    } else {
        double x = held(from.x, box.left + inward, box.right - inward);
        double y = side == SIDE_BELOW ? box.top : box.bottom;
        if (x != from.x)
            outline_line(line, from.x, (from.y + y) / 2), outline_line(line, x, (from.y + y) / 2);
        outline_line(line, x, y);
    }
}

void inset_leader(const Page *page, const Panel *main, const Panel *inset, Outline *line) {
    Outline outline = {0};
    double inward = page->s * 0.5;
    Side side = side_of(main, inset, page->s);
    inset_locator(main, inset, &outline);
    if (!outline_is_empty(&outline))
        leader_path(inset, facing_point(&outline, inset, side, inward), side, inward, line);
    outline_free(&outline);
}

void inset_draw_locator(Page *page, const Panel *main, const Panel *inset) {
    const InsetStyle *style = &page->style->insets;
    Outline outline = {0}, line = {0};
    Pen casing = page_pen(page, style->casing, 1), thin = page_pen(page, style->line, 1);
    Pen pen = page_pen(page, style->locator, 1);
    inset_locator(main, inset, &outline);
    inset_leader(page, main, inset, &line);
    if (!outline_is_empty(&outline)) {
        scene_group(page->scene, &(GroupMark){.id = arena_format(page->arena, "%s-locator", inset->id),
                                              .kind = "locator"});
        scene_path(page->scene, &line, (Fill){0}, thin);
        scene_path(page->scene, &outline, (Fill){0}, casing);
        scene_path(page->scene, &outline, (Fill){0}, pen);
        scene_end(page->scene);
    }
    outline_free(&outline);
    outline_free(&line);
}
