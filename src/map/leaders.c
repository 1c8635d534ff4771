/* See search.h: names and pills on a leader, on water first, then on unfilled land, never across a coast of a
 * fill. */
#include "search.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_NAMES = 4 };
static const double TURN = 6.28318530717958647692;
static const double LONG = 0.8, MOST_UNDER_PILL = 0.02;

/* The end of a leader at the country: well within it, or on the rim of its symbol. */
static Point leader_end(const Search *search, Point from) {
    const Label *label = search->label;
    double x = from.x - label->anchor.x, y = from.y - label->anchor.y, length = hypot(x, y);
    if (label->radius <= 0)
        return label->own >= 0 ? search_entry(search, from, search->s * search->page->style->leader.inward)
                               : label->anchor;
    if (length < 1e-6) return label->anchor;
    return (Point){label->anchor.x + x / length * label->radius,
                   label->anchor.y + y / length * label->radius};
}

/* Whether a name may stand on the ground it covers: on no fill, or, as a last resort, wholly on one that is
 * not its own.
 */
static bool suits(const Search *search, Box text, Cover cover, double *cost) {
    if (cover.own > 0) return false;
    if (cover.marked == 0) return true;
    *cost += search_costs(search)->on_fill;
    return search->on_fills && cover.marked > 0.999 && search_edges(search, text) == 0;
}

/* How many lines of the map, such as the locators of insets, a leader crosses. */
static int lines_crossed(const Search *search, Point from, Point to) {
    const Obstacles *obstacles = &search->set->obstacles;
    Box box = box_around(box_around(BOX_EMPTY, from), to);
    int count = 0;
    if (raster_count(search->set->panel->raster, &search->set->lines, box, 1) == 0) return 0;
    for (size_t i = 0; i + 1 < obstacles->lines.count; i += 2)
        count += segments_cross(from, to, obstacles->lines.items[i], obstacles->lines.items[i + 1]);
    return count;
}

/* Of a leader so many s long: beyond a few the eye loses it. */
static double length_cost(double length) {
    static const double SHORT = 5;
    return length + LONG * fmax(0, length - SHORT);
}

/* With a leader that leaves the text at mid-height on the side that faces the country. */
bool set_leader(const Search *search, Point end, bool on_right, Setting setting, Candidate *candidate) {
    const Label *label = search->label;
    const LabelStyle *costs = search_costs(search);
    double gap = search->page->style->leader.gap * search->page->line, side = on_right ? 1 : -1;
    double x = end.x - label->anchor.x, y = end.y - label->anchor.y;
    double width = setting_width(label, setting), height = setting_height(label, setting);
    double left = on_right ? end.x + gap : end.x - gap - width;
    if (!search->has_dot || side * x < search->s * 0.6) return false; /* it would run under its own text */
    Box text = {left, end.y - height / 2, left + width, end.y + height / 2};
    int here = search_at(search, (Point){left + width / 2, end.y});
    if (here >= 0 && !search->on_fills && (here == label->own || search->set->panel->marked[here]))
        return false;
    Cover cover = search_cover(search, box_grown(text, search->s * 0.1));
    *candidate = (Candidate){.leader = true, .setting = setting, .from = end};
    if (!suits(search, text, cover, &candidate->cost) || !search_is_free(search, text)) return false;
    candidate->to = leader_end(search, end);
    if (side * (end.x - candidate->to.x) < search->s * 0.5) return false;
    if (!search_line_is_free(search, candidate->from, candidate->to)) return false;
    double distance = hypot(x, y), steep = distance > 0 ? fabs(y) / distance : 0;
    candidate->cost += costs->leader + length_cost(distance / search->s) + search_land_cost(search, cover) +
                       costs->steep * steep * steep +
                       costs->crossing * search_crossing(search, candidate->from, candidate->to) +
                       costs->locator * lines_crossed(search, candidate->from, candidate->to) +
                       costs->edge * search_edges(search, text) + setting_cost(search, setting) +
                       (label->pill ? costs->pill_away : 0);
    return search_set_block(search, text, on_right, candidate);
}

static void try_leader(Search *search, Point way, double distance, bool on_right, Setting setting) {
    const Label *label = search->label;
    Point end = {label->anchor.x + way.x * distance, label->anchor.y + way.y * distance};
    Candidate candidate;
    if (set_leader(search, end, on_right, setting, &candidate)) search_add(search, candidate);
}

void find_leaders(Search *search, Setting setting) {
    double longest = search->set->longest;
    for (int i = 0; i < DIRECTIONS; i++) {
        double angle = TURN * i / DIRECTIONS;
        Point way = {cos(angle), sin(angle)};
        for (double distance = search->label->radius + search->s; distance <= longest;
             distance += search->s * 0.6) {
            if (way.x > -0.3) try_leader(search, way, distance, true, setting);
            if (way.x < 0.3) try_leader(search, way, distance, false, setting);
        }
    }
}

/* A count whose line ran over another country that is struck would be read as that one's. */
static bool misleads(const Search *search, Point from, Point to) {
    enum { STEPS = 12 };
    for (int i = 0; i < STEPS; i++) {
        double share = (double)i / STEPS;
        int here =
            search_at(search, (Point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        if (here >= 0 && here != search->label->own && search->set->struck[here]) return true;
    }
    return false;
}

/* Asked first, since it is the cheapest: whether the middle of a pill would stand on the story. */
static bool is_on_story(const Search *search, double x, double y) {
    int here = search_at(search, (Point){x, y});
    return here >= 0 && (here == search->label->own || search->set->panel->marked[here]);
}

static void try_pill(Search *search, const Candidate *name, double across, double down) {
    const Label *label = search->label;
    const LabelStyle *costs = search_costs(search);
    bool on_right = across > 0;
    double middle = label->anchor.x + across + (on_right ? 0.5 : -0.5) * search->pill_width;
    if (is_on_story(search, middle, label->anchor.y + down)) return;
    double distance = hypot(across, down), steep = down / distance;
    Point end = {label->anchor.x + across, label->anchor.y + down};
    double left = on_right ? end.x : end.x - search->pill_width, half = search->pill_height / 2;
    Candidate candidate = *name;
    candidate.pill = (Box){left, end.y - half, left + search->pill_width, end.y + half};
    Cover cover = search_cover(search, box_grown(candidate.pill, search->s * 0.1));
    if (cover.own + cover.marked > MOST_UNDER_PILL || !search_is_free(search, candidate.pill)) return;
    if (box_overlaps(box_grown(candidate.text, search->s * 0.14), candidate.pill)) return;
    candidate.pill_leader = true;
    candidate.pill_from = end;
    candidate.pill_to = search_entry(search, end, search->s * search->page->style->leader.pill_inward);
    if (segment_meets_box(end, candidate.pill_to, box_grown(candidate.text, search->s * 0.14))) return;
    if (!search_line_is_free(search, end, candidate.pill_to)) return;
    if (misleads(search, end, candidate.pill_to)) return;
    candidate.cost += costs->pill_leader + distance / search->s * 0.7 + search_land_cost(search, cover) +
                      costs->steep * steep * steep +
                      2 * costs->crossing * search_crossing(search, end, candidate.pill_to);
    search_add(search, candidate);
}

static int by_cost(const void *a, const void *b) {
    const Candidate *first = a, *second = b;
    if (first->cost != second->cost) return first->cost < second->cost ? -1 : 1;
    if (first->text.left != second->text.left) return first->text.left < second->text.left ? -1 : 1;
    return (first->text.top > second->text.top) - (first->text.top < second->text.top);
}

/* The best few places for the name alone, well apart. */
static size_t find_names(Search *search, Candidate names[MOST_NAMES]) {
    Label *label = search->label;
    const char *pill = label->pill;
    Candidates before = label->candidates;
    size_t count = 0;
    label->candidates = (Candidates){0};
    label->pill = NULL;
    find_inside(search, (Setting){false, 1});
    Candidates found = label->candidates;
    label->pill = pill;
    label->candidates = before;
    if (found.count) qsort(found.items, found.count, sizeof *found.items, by_cost);
    for (size_t i = 0; i < found.count && count < MOST_NAMES; i++) {
        bool apart = true;
        for (size_t j = 0; j < count; j++)
            apart &= hypot(found.items[i].text.left - names[j].text.left,
                           found.items[i].text.top - names[j].text.top) > search->s * 0.6;
        if (apart) names[count++] = found.items[i];
    }
    array_free(&found);
    return count;
}

/* Where the leader of a pill ends: the country's middle, or where the name stands there, under or over it. */
static Point pill_target(const Search *search, const Candidate *name) {
    const Label *label = search->label;
    Box text = box_grown(name->text, search->s * 0.3);
    double x = (text.left + text.right) / 2, quarter = box_width(text) / 4, away = search->s * 0.2;
    const Point targets[] = {label->anchor,
                             {x, text.bottom + away},
                             {x, text.top - away},
                             {x - quarter, text.bottom + away},
                             {x + quarter, text.bottom + away},
                             {x - quarter, text.top - away},
                             {x + quarter, text.top - away}};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        Point at = targets[i];
        if (search_at(search, at) == label->own && !box_contains(text, (Box){at.x, at.y, at.x, at.y}))
            return at;
    }
    return search->dot;
}

/* Rows to both sides, the nearer to the country's own height the closer together. */
static void find_pills(Search *search, const Candidate *name) {
    enum { ROWS = 11 };
    double longest = search->set->longest * 1.4, step = search->s * 0.5;
    for (int row = -ROWS; row <= ROWS; row++) {
        double down = search->s * (0.2 * row + 0.045 * row * abs(row));
        for (double across = 2 * step; hypot(across, down) <= longest; across += step) {
            try_pill(search, name, across, down);
            try_pill(search, name, -across, down);
        }
    }
}

void find_split(Search *search) {
    Candidate names[MOST_NAMES];
    size_t count = find_names(search, names);
    for (size_t name = 0; name < count; name++) {
        Search there = *search;
        there.dot = pill_target(search, &names[name]);
        find_pills(&there, &names[name]);
    }
}
