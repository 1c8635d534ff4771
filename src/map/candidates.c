/*
 * See labels.h. Candidates after Imhof's rules: inside if the name fits, beside it on water, else with a
 * leader (leaders.c). Distances are multiples of s; the weights are the style's.
 */
#include "search.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_CANDIDATES = 48 };
static const double TURN = 6.28318530717958647692;
static const double MOST_LAND_BESIDE = 0.2, LEAST_PLAIN = 0.955, LEAST_ON_HATCH = 0.86, LEAST_ON_FILL = 0.9,
                    WHOLLY = 0.995, OVERHANG = 30, LEAST_OF_PILL = 0.8, PILL_OVERHANG = 40;

/* What share of a text stands on its own country. What counts is where the letters are: between the baseline
 * and the capitals' height. */
static double share_on_own(const Search *search, Box box) {
    double slack = search->label->font.size * 0.16, side = search->s * 0.1;
    return search_cover(search, (Box){box.left - side, box.top + slack, box.right + side, box.bottom - slack})
        .own;
}

static bool is_on_own(const Search *search, Box box, double share) {
    return share_on_own(search, box) >= share && search_is_free(search, box);
}

/* The name at a place inside, with its pill below it if it has one. */
static void try_inside(Search *search, Point center, Setting setting, double cost) {
    const Label *label = search->label;
    double height = setting_height(label, setting), gap = search->s * 0.12;
    double drop = label->pill ? (search->pill_height + gap) / 2 : 0;
    if (search_at(search, center) != label->own) return;
    Candidate candidate = {.inside = true, .setting = setting, .cost = cost, .pill = BOX_EMPTY};
    candidate.text = search_box((Point){center.x, center.y - drop}, setting_width(label, setting), height);
    /* A halo, in the colour of the fill or on hatches of the page, bears a letter beyond the border. */
    double least = !label->cast ? LEAST_PLAIN : label->cast->overlay ? LEAST_ON_HATCH : LEAST_ON_FILL;
    double share = share_on_own(search, candidate.text);
    if (share < least || !search_is_free(search, candidate.text)) return;
    candidate.overhangs = share < WHOLLY;
    candidate.cost += OVERHANG * (1 - share);
    if (label->pill) {
        Point below = {center.x, center.y - drop + height / 2 + gap + search->pill_height / 2};
        candidate.pill = search_box(below, search->pill_width, search->pill_height);
        if (!is_on_own(search, candidate.pill, LEAST_OF_PILL)) return;
        candidate.cost += PILL_OVERHANG * (1 - search_cover(search, candidate.pill).own);
    }
    candidate.cost += search_costs(search)->tight *
                      (1 - search_cover(search, box_grown(candidate.text, search->s * 0.3)).own);
    search_add(search, candidate);
}

/* Places around the inner point on a grid; the nearer the better. */
void find_inside(Search *search, Setting setting) {
    enum { STEPS = 8 };
    const Label *label = search->label;
    double step = fmax(search->s * 0.3, label->depth * 0.2);
    for (int row = -STEPS; row <= STEPS; row++)
        for (int column = -STEPS; column <= STEPS; column++) {
            Point center = {label->anchor.x + column * step, label->anchor.y + row * step};
            double distance = hypot(column * step, row * step) / search->s;
            try_inside(search, center, setting, distance * 0.6 + setting_cost(search, setting));
        }
}

/* Imhof 1975: right of the point before left of it, above before below. */
static double side_cost(double angle) {
    return 0.3 * (1 - cos(angle)) + 0.5 * fabs(sin(angle)) + 0.15 * sin(angle);
}

/* Whether a box is so near what it names that no leader is needed. */
static bool is_near(const Search *search, Box text, double distance) {
    const Label *label = search->label;
    if (label->radius > 0) return distance <= label->radius + search->s * 0.6;
    return search_cover(search, box_grown(text, search->s * 0.6)).own > 0;
}

/* Beside the country on free ground, near it and near no other of the story. */
static void try_beside(Search *search, Box text, double distance, double cost) {
    const Label *label = search->label;
    const LabelStyle *costs = search_costs(search);
    int here = search_at(search, (Point){(text.left + text.right) / 2, (text.top + text.bottom) / 2});
    if (here >= 0 && (here == label->own || search->set->panel->marked[here])) return;
    Cover cover = search_cover(search, text);
    double gap = search->s * 0.22;
    Box wider = {text.left - gap, text.top, text.right + gap, text.bottom};
    if (cover.own > 0 || cover.marked > 0 || cover.other > MOST_LAND_BESIDE) return;
    if (!search_is_free(search, text) || !is_near(search, text, distance)) return;
    if (search_cover(search, wider).own > 0) return;
    if (search_cover(search, box_grown(text, search->s * 0.7)).marked > 0) return;
    if (search_land_between(search, text) > 0.3) return;
    Candidate candidate = {.cost = costs->beside + cost + distance / search->s +
                                   2 * search_land_cost(search, cover)};
    candidate.setting = (Setting){false, 1};
    if (search_cover(search, box_grown(text, search->s * 1.5)).marked > 0) candidate.cost += costs->ambiguous;
    if (label->pill) candidate.cost += costs->pill_beside;
    candidate.cost += costs->edge * search_edges(search, text);
    if (search_set_block(search, text, text.left > label->anchor.x, &candidate))
        search_add(search, candidate);
}

/* A city's name beside its symbol, on the fill of its country. */
static void try_city_inside(Search *search, Box text, double distance, double cost) {
    Candidate candidate = {.inside = true, .setting = {false, 1}, .text = text, .pill = BOX_EMPTY};
    if (!is_near(search, text, distance) || !is_on_own(search, text, 0.97)) return;
    candidate.cost =
        search_costs(search)->city_inside + cost + distance / search->s +
        search_costs(search)->tight * (1 - search_cover(search, box_grown(text, search->s * 0.3)).own);
    search_add(search, candidate);
}

/* A box that a ray from the anchor meets at a distance, touching it with its nearest side. */
static Box box_on_ray(const Label *label, double angle, double distance) {
    double x = cos(angle), y = sin(angle), width = label->width, height = label->height;
    Point at = {label->anchor.x + x * distance, label->anchor.y + y * distance};
    return search_box((Point){at.x + x * width / 2, at.y + y * height / 2}, width, height);
}

static void find_beside(Search *search) {
    const Label *label = search->label;
    double s = search->s, reach = label->radius > 0 ? s * 1.5 : fmin(label->depth * 4 + s * 2, s * 14);
    for (int i = 0; i < DIRECTIONS; i++)
        for (double distance = label->radius + s * 0.25; distance < reach; distance += s * 0.3) {
            double angle = TURN * i / DIRECTIONS;
            Box text = box_on_ray(label, angle, distance);
            try_beside(search, text, distance, side_cost(angle));
            if (label->is_city && label->own >= 0) try_city_inside(search, text, distance, side_cost(angle));
        }
}

/* A sea's name around its place, on water with a margin: it may not seem to belong to a coast. */
static void find_on_water(Search *search, Setting setting) {
    enum { STEPS = 6 };
    static const double ALL_WATER = 0.999;
    const Label *label = search->label;
    double step = label->depth / STEPS, width = setting_width(label, setting),
           height = setting_height(label, setting);
    for (int row = -STEPS; row <= STEPS; row++)
        for (int column = -STEPS; column <= STEPS; column++) {
            Point center = {label->anchor.x + column * step, label->anchor.y + row * step};
            double distance = hypot(column * step, row * step) / search->s;
            if (distance * search->s > label->depth * 1.001) continue;
            Candidate candidate = {.inside = true, .setting = setting, .pill = BOX_EMPTY};
            candidate.text = search_box(center, width, height);
            candidate.cost = distance * 0.6 + setting_cost(search, setting);
            Box around = box_grown(candidate.text, search->s * 0.15);
            if (search_at(search, center) == RASTER_NOTHING && search_is_free(search, around) &&
                search_cover(search, around).nothing >= ALL_WATER)
                search_add(search, candidate);
        }
}

static int by_cost(const void *a, const void *b) {
    const Candidate *first = *(const Candidate *const *)a, *second = *(const Candidate *const *)b;
    if (first->cost != second->cost) return first->cost < second->cost ? -1 : 1;
    if (first->text.left != second->text.left) return first->text.left < second->text.left ? -1 : 1;
    if (first->text.top != second->text.top) return first->text.top < second->text.top ? -1 : 1;
    return (first > second) - (first < second);
}

static bool is_same_place(const Candidate *a, const Candidate *b, double distance) {
    return fabs(a->text.left - b->text.left) < distance && fabs(a->text.top - b->text.top) < distance &&
           fabs(a->pill.left - b->pill.left) < distance && fabs(a->pill.top - b->pill.top) < distance;
}

/* Keeps the cheapest, but few that are almost the same place, so that the choice stays wide. */
static void keep_best(Label *label, double s) {
    Candidates *all = &label->candidates, best = {0};
    const Candidate **sorted = memory_new((all->count + 1) * sizeof *sorted);
    for (size_t i = 0; i < all->count; i++) sorted[i] = &all->items[i];
    qsort(sorted, all->count, sizeof *sorted, by_cost);
    for (size_t i = 0; i < all->count && best.count < MOST_CANDIDATES; i++) {
        int near = 0;
        for (size_t j = 0; j < best.count && near < 2; j++)
            near += is_same_place(sorted[i], &best.items[j], s * 0.5);
        if (near < 2) array_push(&best, *sorted[i]);
    }
    for (size_t i = 0; i < best.count; i++) candidate_set_reach(&best.items[i]);
    free(sorted);
    array_free(all);
    *all = best;
}

static Search search_for(const Page *page, const LabelSet *set, Label *label) {
    Search search = {.page = page, .set = set, .label = label, .s = page->s};
    search.pill_width = label->pill_width;
    search.pill_height = label->pill_height;
    search.dot = label->anchor;
    search.has_dot = label->radius > 0 || search_free_dot(&search, &search.dot);
    return search;
}

bool label_set_leader(const Page *page, const LabelSet *set, Label *label, Point end, bool on_right,
                      Candidate *candidate) {
    Search search = search_for(page, set, label);
    if (!set_leader(&search, end, on_right, (Setting){false, 1}, candidate)) return false;
    candidate_set_reach(candidate);
    return true;
}

/* On a panel with large type a name may also be set in the ordinary size. */
static void find_all_inside(Search *search) {
    const Label *label = search->label;
    double scales[2] = {1, 1 / search->set->panel->type};
    for (int i = 0; i < 2 && (i == 0 || (label->cast && scales[i] < 0.95)); i++) {
        find_inside(search, (Setting){false, scales[i]});
        if (label->lines[1]) find_inside(search, (Setting){true, scales[i]});
        if (label->candidates.count) return;
    }
}

void label_find_candidates(const Page *page, const LabelSet *set, Label *label) {
    Search search = search_for(page, set, label);
    if (label->own >= 0 && label->radius <= 0) {
        find_all_inside(&search);
        if (label->pill) find_split(&search);
    }
    if (label->is_sea) {
        find_on_water(&search, (Setting){false, 1});
        if (label->lines[1]) find_on_water(&search, (Setting){true, 1});
    } else if (!label->inside_only) {
        find_beside(&search);
        find_leaders(&search, (Setting){false, 1});
    }
    keep_best(label, page->s);
}

void label_find_resort(const Page *page, const LabelSet *set, Label *label) {
    Search search = search_for(page, set, label);
    search.on_fills = true;
    double scale = fmin(1, 1 / set->panel->type);
    find_leaders(&search, (Setting){false, scale});
    if (label->lines[1]) find_leaders(&search, (Setting){true, scale});
    keep_best(label, page->s);
}
