/*
 * See labels.h. Candidates after Imhof's rules: inside if the name fits, beside it on water, else with a
 * leader, on water before unfilled land, never across the coast of a fill. Distances are multiples of s; the
 * weights were set by looking at maps.
 */
#include "labels.h"

#include "symbols.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_CANDIDATES = 48, DIRECTIONS = 32 };
static const double TURN = 6.28318530717958647692;
static const double COST_TWO_LINES = 1.2, COST_BESIDE = 5, COST_LEADER = 8, COST_LAND = 3.5, COST_STEEP = 2.5,
                    COST_CROSSING = 0.8, MOST_LAND_BESIDE = 0.2, COST_PILL_OUTSIDE = 6;

typedef struct Search {
    Page *page;
    const LabelSet *set;
    Label *label;
    double s;
    double pill_width, pill_height;
} Search;

static Box box_at(Point center, double width, double height) {
    return (Box){center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
}

static double text_width(const Label *label, bool two_lines) {
    return two_lines ? fmax(label->line_widths[0], label->line_widths[1]) : label->width;
}

static double text_height(const Label *label, bool two_lines) {
    return two_lines ? label->height + label->font.size * label->type->leading : label->height;
}

static bool is_free(const Search *search, Box box) {
    const Obstacles *obstacles = &search->set->obstacles;
    if (!box_contains(obstacles->bounds, box)) return false;
    for (size_t i = 0; i < obstacles->boxes.count; i++)
        if (box_overlaps(obstacles->boxes.items[i], box)) return false;
    for (size_t i = 0; i + 1 < obstacles->lines.count; i += 2)
        if (segment_meets_box(obstacles->lines.items[i], obstacles->lines.items[i + 1], box)) return false;
    return true;
}

static Cover cover_of(const Search *search, Box box) {
    const Panel *panel = search->set->panel;
    return raster_cover(panel->raster, box, search->label->own, panel->marked);
}

/* Whether a box stands on its own country. What counts is where the letters are: between the baseline and the
 * capitals' height. */
static bool is_on_own(const Search *search, Box box, double share) {
    double slack = search->label->font.size * 0.16, side = search->s * 0.1;
    Box letters = {box.left - side, box.top + slack, box.right + side, box.bottom - slack};
    return cover_of(search, letters).own >= share && is_free(search, box);
}

static void add(Search *search, Candidate candidate) {
    array_push(&search->label->candidates, candidate);
}

/* The name at a place inside, with its pill below it if it has one. */
static void try_inside(Search *search, Point center, bool two_lines, double cost) {
    const Label *label = search->label;
    double height = text_height(label, two_lines), gap = search->s * 0.12;
    double drop = label->pill ? (search->pill_height + gap) / 2 : 0;
    Candidate candidate = {.inside = true, .two_lines = two_lines, .cost = cost, .pill = BOX_EMPTY};
    candidate.text = box_at((Point){center.x, center.y - drop}, text_width(label, two_lines), height);
    if (!is_on_own(search, candidate.text, 0.955)) return;
    if (label->pill) {
        Point below = {center.x, center.y - drop + height / 2 + gap + search->pill_height / 2};
        candidate.pill = box_at(below, search->pill_width, search->pill_height);
        if (!is_on_own(search, candidate.pill, 0.88)) return;
    }
    add(search, candidate);
}

/* Places around the inner point on a grid; the nearer the better. */
static void find_inside(Search *search, bool two_lines) {
    enum { STEPS = 8 };
    const Label *label = search->label;
    double step = fmax(search->s * 0.3, label->depth * 0.2);
    for (int row = -STEPS; row <= STEPS; row++)
        for (int column = -STEPS; column <= STEPS; column++) {
            Point center = {label->anchor.x + column * step, label->anchor.y + row * step};
            double distance = hypot(column * step, row * step) / search->s;
            try_inside(search, center, two_lines, distance * 0.6 + (two_lines ? COST_TWO_LINES : 0));
        }
}

static double land_cost(Cover cover) {
    return COST_LAND * cover.other;
}

/* Text and, to its right or left, the pill: one block outside the country. */
static bool set_block(const Search *search, Box text, bool pill_on_right, Candidate *candidate) {
    candidate->text = text;
    candidate->pill = BOX_EMPTY;
    if (!search->label->pill) return true;
    double gap = search->s * 0.3, half = search->pill_height / 2, middle = (text.top + text.bottom) / 2;
    double left = pill_on_right ? text.right + gap : text.left - gap - search->pill_width;
    candidate->pill = (Box){left, middle - half, left + search->pill_width, middle + half};
    Cover cover = cover_of(search, candidate->pill);
    candidate->cost += land_cost(cover);
    return cover.marked == 0 && cover.own == 0 && is_free(search, candidate->pill);
}

/* How much of somebody else's land lies between a box and the country it names, in multiples of s. */
static double land_between(const Search *search, Box box) {
    const Label *label = search->label;
    Point at = {fmax(box.left, fmin(box.right, label->anchor.x)),
                fmax(box.top, fmin(box.bottom, label->anchor.y))};
    double length = hypot(label->anchor.x - at.x, label->anchor.y - at.y), step = search->s * 0.12;
    int count = (int)(length / step) + 1, over = 0;
    for (int i = 0; i < count; i++) {
        double share = (double)i / count;
        int value = raster_at(search->set->panel->raster, (Point){at.x + (label->anchor.x - at.x) * share,
                                                                  at.y + (label->anchor.y - at.y) * share});
        if (value == label->own) break;
        over += value != RASTER_NOTHING;
    }
    return over * step / search->s;
}

/* Beside the country on free ground, so near that no leader is needed and no other of the story is nearer. */
static void try_beside(Search *search, Box text, double distance) {
    const Panel *panel = search->set->panel;
    const Label *label = search->label;
    Cover cover = cover_of(search, text);
    Candidate candidate = {.cost = COST_BESIDE + distance / search->s + 2 * land_cost(cover)};
    if (cover.own > 0 || cover.marked > 0 || cover.other > MOST_LAND_BESIDE || !is_free(search, text)) return;
    if (raster_near_marked(panel->raster, text, search->s * 0.7, label->own, panel->marked)) return;
    if (land_between(search, text) > 0.3) return;
    if (label->pill) candidate.cost += COST_PILL_OUTSIDE;
    bool near = label->radius > 0 ? distance <= label->radius + search->s * 0.6
                                  : cover_of(search, box_grown(text, search->s * 0.6)).own > 0;
    if (near && set_block(search, text, text.left > label->anchor.x, &candidate)) add(search, candidate);
}

/* A box that a ray from the anchor meets at a distance, touching it with its nearest side. */
static Box box_on_ray(const Label *label, double angle, double distance, bool two_lines) {
    double x = cos(angle), y = sin(angle), width = text_width(label, two_lines),
           height = text_height(label, two_lines);
    Point at = {label->anchor.x + x * distance, label->anchor.y + y * distance};
    Point center = {at.x + x * width / 2, at.y + y * height / 2};
    return box_at(center, width, height);
}

static void find_beside(Search *search, bool two_lines) {
    const Label *label = search->label;
    double reach =
        label->radius > 0 ? search->s * 1.5 : fmin(label->depth * 4 + search->s * 2, search->s * 14);
    for (int i = 0; i < DIRECTIONS; i++)
        for (double distance = label->radius + search->s * 0.25; distance < reach;
             distance += search->s * 0.3)
            try_beside(search, box_on_ray(label, TURN * i / DIRECTIONS, distance, two_lines), distance);
}

/* How much of a leader runs over other countries of the story, in multiples of s. */
static double crossing(const Search *search, Point from, Point to) {
    const Panel *panel = search->set->panel;
    double length = hypot(to.x - from.x, to.y - from.y), step = search->s * 0.25;
    int count = (int)(length / step), over = 0;
    for (int i = 1; i < count; i++) {
        double share = (double)i / count;
        int value = raster_at(panel->raster,
                              (Point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        over += value >= 0 && value != search->label->own && panel->marked[value];
    }
    return over * step / search->s;
}

static bool line_is_free(const Search *search, Point from, Point to) {
    const Obstacles *obstacles = &search->set->obstacles;
    for (size_t i = 0; i < obstacles->boxes.count; i++) {
        Box box = obstacles->boxes.items[i];
        bool own = to.x >= box.left && to.x <= box.right && to.y >= box.top && to.y <= box.bottom;
        if (!own && segment_meets_box(from, to, box)) return false;
    }
    return true;
}

/* The end of a leader at the country: the anchor itself, or the rim of the symbol there. */
static Point leader_end(const Label *label, Point from) {
    double x = from.x - label->anchor.x, y = from.y - label->anchor.y, length = hypot(x, y);
    if (label->radius <= 0 || length < 1e-6) return label->anchor;
    return (Point){label->anchor.x + x / length * label->radius,
                   label->anchor.y + y / length * label->radius};
}

/* With a leader that leaves the text at mid-height on the side that faces the country. */
static bool set_leader(const Search *search, Point end, bool on_right, bool two_lines, Candidate *candidate) {
    const Label *label = search->label;
    double gap = search->page->style->leader.gap * search->page->line;
    double x = end.x - label->anchor.x, y = end.y - label->anchor.y, distance = hypot(x, y);
    double width = text_width(label, two_lines), height = text_height(label, two_lines);
    double left = on_right ? end.x + gap : end.x - gap - width;
    if ((on_right ? x : -x) < search->s * 0.6) return false; /* the line would run under its own text */
    Box text = {left, end.y - height / 2, left + width, end.y + height / 2};
    Cover cover = cover_of(search, box_grown(text, search->s * 0.1));
    if (cover.own > 0 || cover.marked > 0 || !is_free(search, text)) return false;
    *candidate =
        (Candidate){.leader = true, .two_lines = two_lines, .from = end, .to = leader_end(label, end)};
    if (!line_is_free(search, candidate->from, candidate->to)) return false;
    double steep = distance > 0 ? fabs(y) / distance : 0;
    candidate->cost = COST_LEADER + distance / search->s + land_cost(cover) + COST_STEEP * steep * steep +
                      COST_CROSSING * crossing(search, candidate->from, candidate->to) +
                      (two_lines ? COST_TWO_LINES : 0);
    return set_block(search, text, on_right, candidate);
}

static void try_leader(Search *search, double angle, double distance, bool on_right, bool two_lines) {
    const Label *label = search->label;
    Point end = {label->anchor.x + cos(angle) * distance, label->anchor.y + sin(angle) * distance};
    Candidate candidate;
    if (set_leader(search, end, on_right, two_lines, &candidate)) add(search, candidate);
}

static void find_leaders(Search *search, bool two_lines) {
    double longest = search->page->style->leader.longest * search->s;
    for (int i = 0; i < DIRECTIONS; i++) {
        double angle = TURN * i / DIRECTIONS;
        for (double distance = search->label->radius + search->s; distance <= longest;
             distance += search->s * 0.6) {
            if (cos(angle) > -0.3) try_leader(search, angle, distance, true, two_lines);
            if (cos(angle) < 0.3) try_leader(search, angle, distance, false, two_lines);
        }
    }
}

/* Where a line from outside ends: a little within the country, so that it points at it and keeps off its
 * name. */
static Point entry_point(const Search *search, Point from) {
    const Label *label = search->label;
    double x = label->anchor.x - from.x, y = label->anchor.y - from.y, length = hypot(x, y), at = 0;
    double step = search->s * 0.12;
    while (at < length) {
        Point point = {from.x + x / length * at, from.y + y / length * at};
        if (raster_at(search->set->panel->raster, point) == label->own) break;
        at += step;
    }
    at = fmin(length, at + search->s * 0.7);
    return length > 0 ? (Point){from.x + x / length * at, from.y + y / length * at} : label->anchor;
}

/* The name inside and the pill outside on a leader of its own: where a name fits and the pill does not. */
static void find_split(Search *search) {
    Label *label = search->label;
    const char *pill = label->pill;
    double longest = search->page->style->leader.longest * search->s * 1.4;
    size_t first = label->candidates.count;
    label->pill = NULL;
    find_inside(search, false);
    label->pill = pill;
    if (label->candidates.count == first) return;
    Candidate name = label->candidates.items[first];
    for (size_t i = first; i < label->candidates.count; i++)
        if (label->candidates.items[i].cost < name.cost) name = label->candidates.items[i];
    label->candidates.count = first;
    for (int i = 0; i < DIRECTIONS; i++)
        for (double distance = search->s * 1.5; distance <= longest; distance += search->s * 0.5) {
            double angle = TURN * i / DIRECTIONS;
            bool on_right = cos(angle) > 0;
            Point end = {label->anchor.x + cos(angle) * distance, label->anchor.y + sin(angle) * distance};
            double left = on_right ? end.x : end.x - search->pill_width, half = search->pill_height / 2;
            Candidate candidate = name;
            candidate.pill = (Box){left, end.y - half, left + search->pill_width, end.y + half};
            Cover cover = cover_of(search, box_grown(candidate.pill, search->s * 0.1));
            if (cover.own > 0 || cover.marked > 0 || !is_free(search, candidate.pill)) continue;
            candidate.pill_leader = true;
            candidate.pill_from = end;
            candidate.pill_to = entry_point(search, end);
            if (segment_meets_box(end, candidate.pill_to, box_grown(candidate.text, search->s * 0.3)))
                candidate.cost += 4;
            candidate.cost += 3 + distance / search->s * 0.7 + land_cost(cover) +
                              COST_STEEP * sin(angle) * sin(angle) +
                              COST_CROSSING * crossing(search, end, label->anchor);
            add(search, candidate);
        }
}

static int by_cost(const void *a, const void *b) {
    const Candidate *first = a, *second = b;
    if (first->cost != second->cost) return first->cost < second->cost ? -1 : 1;
    if (first->text.left != second->text.left) return first->text.left < second->text.left ? -1 : 1;
    return (first->text.top > second->text.top) - (first->text.top < second->text.top);
}

/* Keeps the cheapest, but few that are almost the same place, so that the choice stays wide. */
static void keep_best(Label *label, double s) {
    Candidates *all = &label->candidates;
    size_t kept = 0;
    if (all->count) qsort(all->items, all->count, sizeof *all->items, by_cost);
    for (size_t i = 0; i < all->count && kept < MOST_CANDIDATES; i++) {
        int near = 0;
        for (size_t j = 0; j < kept && near < 2; j++)
            near += fabs(all->items[i].text.left - all->items[j].text.left) < s * 0.5 &&
                    fabs(all->items[i].text.top - all->items[j].text.top) < s * 0.5 &&
                    fabs(all->items[i].pill.left - all->items[j].pill.left) < s * 0.5;
        if (near < 2) all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

static Search search_for(Page *page, const LabelSet *set, Label *label) {
    Search search = {.page = page, .set = set, .label = label, .s = page->s};
    if (label->pill) symbol_pill_size(page, label->pill, &search.pill_width, &search.pill_height);
    return search;
}

bool label_set_leader(Page *page, const LabelSet *set, Label *label, Point end, bool on_right,
                      Candidate *candidate) {
    Search search = search_for(page, set, label);
    return set_leader(&search, end, on_right, false, candidate);
}

void label_find_candidates(Page *page, const LabelSet *set, Label *label) {
    Search search = search_for(page, set, label);
    bool two = label->lines[1] != NULL;
    if (label->own >= 0 && label->radius <= 0) {
        find_inside(&search, false);
        if (two) find_inside(&search, true);
        if (label->pill) find_split(&search);
    }
    if (!label->inside_only) {
        find_beside(&search, false);
        find_leaders(&search, false);
    }
    keep_best(label, page->s);
}
