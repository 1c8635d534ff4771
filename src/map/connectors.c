/*
 * See labels.h. Curves from who strikes to what is struck, on the panels that show both: from the edge of the
 * one to the number, the sign or else the edge of the other. They lie over the map and under its names: of a
 * few arcs that which crosses the fewest is drawn, and where a name is still in the way, the curve pauses.
 */
#include "curves.h"
#include "labels.h"

#include <math.h>
#include <string.h>

/* One connector while it is looked for. */
typedef struct Way {
    const Page *page;
    const LabelSet *set;
    const Cast *from, *to;
    Point goal;
    Box sign; /* around the goal, where the curve ends; empty where it ends at the country's edge */
    Curve curve;
    int first, last; /* points of the curve between which it is drawn */
} Way;

static bool holds(Box box, Point at) {
    return box_contains(box, (Box){at.x, at.y, at.x, at.y});
}

static bool is_covered(const Way *way, Point from, Point to) {
    const LabelSet *set = way->set;
    double room = way->page->s * 0.2;
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

/* ---- where it begins and ends */

/* Whether a point of the curve lies within a country or the circle that stands for it. */
static bool is_within(const Way *way, const Cast *cast, Point at) {
    const Panel *panel = way->set->panel;
    const Shape *shape = &panel->shapes[cast->index];
    if (shape->circle) return hypot(at.x - shape->center.x, at.y - shape->center.y) < shape->radius;
    return raster_at(panel->raster, at) == (int)cast->index;
}

/* The first point outside of who strikes; a strait or a lake on the way is no end of a country. */
static int find_first(const Way *way) {
    double strait = way->page->s * 0.8, outside = 0;
    int first = 0;
    for (int i = 1; i < CURVE_STEPS / 2 && outside < strait; i++) {
        Point at = way->curve.points[i], before = way->curve.points[i - 1];
        outside += hypot(at.x - before.x, at.y - before.y);
        if (is_within(way, way->from, at)) first = i, outside = 0;
    }
    return first;
}

/* The last point before the sign, or a little way into the country. */
static int find_last(const Way *way) {
    double inward = way->page->s * 0.6, inside = 0;
    int last = way->first + 1;
    bool signed_goal = !box_is_empty(way->sign);
    for (; last < CURVE_STEPS && inside < inward; last++) {
        Point at = way->curve.points[last], before = way->curve.points[last - 1];
        if (signed_goal && holds(way->sign, way->curve.points[last + 1])) break;
        bool within = is_within(way, way->to, at);
        if (way->set->panel->shapes[way->to->index].circle && within) return last - 1;
        if (!signed_goal && within) inside += hypot(at.x - before.x, at.y - before.y);
    }
    return last;
}

/* Neighbours touch: a curve from edge to edge would be too short to be seen, so it begins and ends further
 * in. */
static void lengthen(Way *way) {
    static const double LEAST = 5; /* multiples of s */
    double least = LEAST * way->page->s;
    bool fixed = !box_is_empty(way->sign) || way->set->panel->shapes[way->to->index].circle;
    bool small = way->set->panel->shapes[way->from->index].circle;
    const Point *points = way->curve.points;
    for (bool moved = true; moved;) {
        Point first = points[way->first], last = points[way->last];
        if (hypot(first.x - last.x, first.y - last.y) >= least) return;
        moved = false;
        if (way->first > 0 && !small) way->first--, moved = true;
        if (way->last < CURVE_STEPS && !fixed) way->last++, moved = true;
    }
}

/* The pill of who is struck, where it stands on the country. */
static bool goes_to_pill(Way *way) {
    const LabelSet *set = way->set;
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *label = &set->items.items[i];
        if (label->cast != way->to || !label->pill || label->placed < 0) continue;
        const Candidate *candidate = &label->candidates.items[label->placed];
        if (candidate->leader || candidate->pill_leader || box_is_empty(candidate->pill)) return false;
        way->sign = box_grown(candidate->pill, way->page->s * 0.25);
        way->goal = (Point){(way->sign.left + way->sign.right) / 2, (way->sign.top + way->sign.bottom) / 2};
        return true;
    }
    return false;
}

/* Of the signs of places in the country that which is nearest to who strikes. */
static bool goes_to_place(Way *way, const Story *story, Point from) {
    double nearest = INFINITY, radius;
    Point at;
    for (size_t i = 0; i < story->place_count; i++) {
        if (story->places[i].country != way->to->index ||
            !place_shown(way->set->panel, &story->places[i], &at))
            continue;
        double distance = hypot(at.x - from.x, at.y - from.y);
        if (distance < nearest) nearest = distance, way->goal = at;
    }
    radius = place_radius(way->page) + way->page->s * 0.2;
    if (nearest < INFINITY)
        way->sign = box_grown((Box){way->goal.x, way->goal.y, way->goal.x, way->goal.y}, radius);
    return nearest < INFINITY;
}

/* ---- which arc */

static int count_covered(const Way *way) {
    int covered = 0;
    for (int i = way->first; i < way->last; i++)
        covered += is_covered(way, way->curve.points[i], way->curve.points[i + 1]);
    return covered;
}

static void lay(Way *way, Point from, double bend) {
    way->curve = curve_bow(from, way->goal, bend);
    way->first = find_first(way);
    way->last = find_last(way);
    lengthen(way);
}

/* The style's arc unless another crosses fewer names. Of two that strike each other each keeps to its side.
 */
static void choose_arc(Way *way, Point from, double bend, bool each_other) {
    static const double shares[] = {1, 1.5, 0.5, -1, -1.5, -0.5};
    int fewest = CURVE_STEPS + 1;
    Way best = *way;
    for (int i = 0; i < (each_other ? 3 : 6) && fewest > 0; i++) {
        lay(way, from, bend * shares[i]);
        int covered = count_covered(way);
        if (covered < fewest) fewest = covered, best = *way;
    }
    *way = best;
}

/* ---- drawing */

/* The pieces of the curve that nothing covers. */
static void add_pieces(const Way *way, Outline *line) {
    bool open = false;
    for (int i = way->first; i < way->last; i++) {
        Point from = way->curve.points[i], to = way->curve.points[i + 1];
        bool free = !is_covered(way, from, to);
        if (free && !open) outline_move(line, from.x, from.y);
        if (free) outline_line(line, to.x, to.y);
        open = free;
    }
}

static void draw_way(Page *page, const Way *way) {
    Outline line = {0};
    add_pieces(way, &line);
    if (line.points.count) {
        scene_group(page->scene,
                    &(GroupMark){.id = arena_format(page->arena, "%s-connector-%s-%s", way->set->panel->id,
                                                    way->from->country->code, way->to->country->code),
                                 .kind = "connector"});
        curve_draw(page, &line, way->curve.points[way->last - 1], way->curve.points[way->last]);
        scene_end(page->scene);
    }
    outline_free(&line);
}

static void connect(Page *page, const LabelSet *set, const Story *story, const Cast *from, const Cast *to,
                    bool each_other) {
    Point start = set->panel->shapes[from->index].center;
    Way way = {.page = page,
               .set = set,
               .from = from,
               .to = to,
               .goal = set->panel->shapes[to->index].center,
               .sign = BOX_EMPTY};
    /* of two that strike each other, one gets the arc below */
    bool second = each_other && strcmp(from->country->code, to->country->code) > 0;
    double bend = page->style->connectors.bend;
    if (!goes_to_pill(&way)) goes_to_place(&way, story, start);
    choose_arc(&way, start, second ? -bend : bend, each_other);
    draw_way(page, &way);
}

static const Cast *seen_cast(const Panel *panel, const Story *story, const char *id) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (!strcmp(story->cast[i].facts->id, id))
            return panel->shapes[story->cast[i].index].visible ? &story->cast[i] : NULL;
    return NULL;
}

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
            if (striker && striker != target)
                connect(page, set, story, striker, target, strike_goes(facts, strike->target, strike->by[j]));
        }
    }
}
