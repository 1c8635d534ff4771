/*
 * See labels.h. Curves from who strikes to what is struck, on the panels that show both. They lie over the
 * map and under its names: where a name, a pill or a sign stands, the curve pauses.
 */
#include "labels.h"

#include <math.h>
#include <string.h>

enum { STEPS = 64 };

/* A quadratic Bezier curve whose arc rises to the north; from south to north, to the west. */
static void bow(Point from, Point to, double bend, Point points[STEPS + 1]) {
    double across = to.x - from.x, down = to.y - from.y, side = across >= 0 ? 1 : -1;
    Point middle = {(from.x + to.x) / 2 + 2 * bend * side * down,
                    (from.y + to.y) / 2 - 2 * bend * side * across};
    for (int i = 0; i <= STEPS; i++) {
        double t = (double)i / STEPS, u = 1 - t;
        points[i] = (Point){u * u * from.x + 2 * u * t * middle.x + t * t * to.x,
                            u * u * from.y + 2 * u * t * middle.y + t * t * to.y};
    }
}

static bool is_covered(const Page *page, const LabelSet *set, Point from, Point to) {
    double room = page->s * 0.2;
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *label = &set->items.items[i];
        if (label->placed < 0) continue;
        const Candidate *candidate = &label->candidates.items[label->placed];
        if (segment_meets_box(from, to, box_grown(candidate->text, room))) return true;
        if (label->pill && segment_meets_box(from, to, box_grown(candidate->pill, room))) return true;
    }
    for (size_t i = 0; i < set->obstacles.boxes.count; i++)
        if (segment_meets_box(from, to, set->obstacles.boxes.items[i].box)) return true;
    Box box = {fmin(from.x, to.x), fmin(from.y, to.y), fmax(from.x, to.x), fmax(from.y, to.y)};
    return !box_contains(set->panel->box, box);
}

/* The pieces of the curve that nothing covers. */
static void add_pieces(const Page *page, const LabelSet *set, const Point points[STEPS + 1], Outline *line) {
    bool open = false;
    for (int i = 0; i < STEPS; i++) {
        bool free = !is_covered(page, set, points[i], points[i + 1]);
        if (free && !open) outline_move(line, points[i].x, points[i].y);
        if (free) outline_line(line, points[i + 1].x, points[i + 1].y);
        open = free;
    }
}

static const Cast *seen_cast(const Panel *panel, const Story *story, const char *id) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (!strcmp(story->cast[i].facts->id, id))
            return panel->shapes[story->cast[i].index].visible ? &story->cast[i] : NULL;
    return NULL;
}

static void draw_one(Page *page, const LabelSet *set, const Cast *from, const Cast *to, double bend) {
    const ConnectorStyle *style = &page->style->connectors;
    Point points[STEPS + 1];
    Outline line = {0};
    bow(set->panel->shapes[from->index].center, set->panel->shapes[to->index].center, bend, points);
    add_pieces(page, set, points, &line);
    if (line.points.count) {
        scene_group(page->scene,
                    &(GroupMark){.id = arena_format(page->arena, "%s-connector-%s-%s", set->panel->id,
                                                    from->country->code, to->country->code),
                                 .kind = "connector"});
        scene_path(page->scene, &line, (Fill){0}, page_pen(page, style->casing, 1));
        scene_path(page->scene, &line, (Fill){0}, page_pen(page, style->pen, 1));
        scene_end(page->scene);
    }
    outline_free(&line);
}

/* Whether from strikes to: of two that strike each other, one gets the arc below. */
static bool strike_goes(const Facts *facts, const char *from, const char *to) {
    for (size_t i = 0; i < facts->strike_count; i++)
        for (size_t j = 0; j < facts->strikes[i].by_count; j++)
            if (!strcmp(facts->strikes[i].target, to) && !strcmp(facts->strikes[i].by[j], from)) return true;
    return false;
}

void connectors_draw(Page *page, const LabelSet *set, const Story *story) {
    const Facts *facts = story->facts;
    for (size_t i = 0; page->style->connectors.shown && i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        const Cast *target = seen_cast(set->panel, story, strike->target);
        for (size_t j = 0; target && j < strike->by_count; j++) {
            const Cast *striker = seen_cast(set->panel, story, strike->by[j]);
            if (!striker || striker == target) continue;
            double bend = page->style->connectors.bend;
            bool second = strike_goes(facts, strike->target, strike->by[j]) &&
                          strcmp(strike->by[j], strike->target) > 0;
            draw_one(page, set, striker, target, second ? -bend : bend);
        }
    }
}
