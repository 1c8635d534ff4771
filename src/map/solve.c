/*
 * See labels.h. Greedy by weight, then every label in turn may move to the candidate that is cheapest given
 * all others; whom it pushes off goes to the best place that is left, or goes without. Begun in several
 * orders; the best state of all is kept. Deterministic: ties go to the earlier candidate.
 */
#include "labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 12, STARTS = 6 };

static bool boxes_collide(Box a, Box b, double s) {
    if (box_is_empty(a) || box_is_empty(b)) return false;
    Box wider = {a.left - s * 0.3, a.top - s * 0.22, a.right + s * 0.3, a.bottom + s * 0.22};
    return box_overlaps(wider, b);
}

static bool line_hits(Point from, Point to, const Candidate *other, double s) {
    return segment_meets_box(from, to, box_grown(other->text, s * 0.2)) ||
           (!box_is_empty(other->pill) && segment_meets_box(from, to, box_grown(other->pill, s * 0.12)));
}

/* Whether the leaders of one run into what the other has. */
static bool leaders_collide(const Candidate *a, const Candidate *b, double s) {
    const struct {
        bool drawn;
        Point from, to;
    } mine[2] = {{a->leader, a->from, a->to}, {a->pill_leader, a->pill_from, a->pill_to}};
    for (int i = 0; i < 2; i++) {
        if (!mine[i].drawn) continue;
        if (line_hits(mine[i].from, mine[i].to, b, s)) return true;
        if (b->leader && segments_cross(mine[i].from, mine[i].to, b->from, b->to)) return true;
        if (b->pill_leader && segments_cross(mine[i].from, mine[i].to, b->pill_from, b->pill_to)) return true;
        if (b->leader && segment_distance(mine[i].from, mine[i].to, b->to) < s * 0.3) return true;
    }
    return false;
}

void candidate_set_reach(Candidate *candidate) {
    candidate->reach = box_union(candidate->text, candidate->pill);
    if (candidate->leader) {
        candidate->reach = box_around(candidate->reach, candidate->from);
        candidate->reach = box_around(candidate->reach, candidate->to);
    }
    if (candidate->pill_leader) {
        candidate->reach = box_around(candidate->reach, candidate->pill_from);
        candidate->reach = box_around(candidate->reach, candidate->pill_to);
    }
}

bool candidates_collide(const Candidate *a, const Candidate *b, double s) {
    double far = s * 0.35; /* more than any distance asked below */
    if (a->reach.left > b->reach.right + far || b->reach.left > a->reach.right + far ||
        a->reach.top > b->reach.bottom + far || b->reach.top > a->reach.bottom + far)
        return false;
    return boxes_collide(a->text, b->text, s) || boxes_collide(a->text, b->pill, s) ||
           boxes_collide(a->pill, b->text, s) || boxes_collide(a->pill, b->pill, s) ||
           leaders_collide(a, b, s) || leaders_collide(b, a, s);
}

static const Candidate *placed(const Label *label) {
    return label->placed < 0 ? NULL : &label->candidates.items[label->placed];
}

static double cost_of(const Label *label) {
    return label->placed < 0 ? label->weight : placed(label)->cost;
}

static bool fits(const LabelSet *set, const Label *label, const Candidate *candidate, const Label *but,
                 double s) {
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *other = &set->items.items[i];
        const Candidate *there = placed(other);
        if (other != label && other != but && there && candidates_collide(candidate, there, s)) return false;
    }
    return true;
}

/* The cheapest place of a label beside all others, when mover stands at candidate; -1 for none. */
static int next_best(const LabelSet *set, const Label *label, const Label *mover, const Candidate *candidate,
                     double s) {
    for (size_t i = 0; i < label->candidates.count; i++) {
        const Candidate *mine = &label->candidates.items[i];
        if (mine->cost >= label->weight) break;
        if (candidates_collide(mine, candidate, s)) continue;
        if (fits(set, label, mine, mover, s)) return (int)i;
    }
    return -1;
}

/* What setting label to candidate costs: its own cost and what it costs those whom it pushes off. Gives up
 * beyond limit. */
static double price(const LabelSet *set, const Label *label, const Candidate *candidate, double limit,
                    double s) {
    double sum = candidate->cost;
    for (size_t i = 0; sum < limit && i < set->items.count; i++) {
        const Label *other = &set->items.items[i];
        const Candidate *there = placed(other);
        if (other == label || !there || !candidates_collide(candidate, there, s)) continue;
        int next = next_best(set, other, label, candidate, s);
        sum += (next < 0 ? other->weight : other->candidates.items[next].cost) - there->cost;
    }
    return sum;
}

/* Sets the label; whom it pushes off moves on, in the order of the set. */
static void put(LabelSet *set, Label *label, int index, double s) {
    ARRAY(Label *) pushed = {0};
    label->placed = index;
    for (size_t i = 0; i < set->items.count; i++) {
        Label *other = &set->items.items[i];
        const Candidate *there = placed(other);
        if (other == label || !there || !candidates_collide(placed(label), there, s)) continue;
        other->placed = -1;
        array_push(&pushed, other);
    }
    for (size_t i = 0; i < pushed.count; i++)
        pushed.items[i]->placed = next_best(set, pushed.items[i], label, placed(label), s);
    array_free(&pushed);
}

/* Moves one label to its cheapest candidate; true if that made the map better. */
static bool improve(LabelSet *set, Label *label, double s) {
    double best = cost_of(label);
    int chosen = label->placed;
    for (size_t i = 0; i < label->candidates.count; i++) {
        const Candidate *candidate = &label->candidates.items[i];
        if (candidate->cost >= best - 1e-9) break; /* they are sorted: the rest is dearer still */
        double sum = price(set, label, candidate, best, s);
        if (sum < best - 1e-9) best = sum, chosen = (int)i;
    }
    if (chosen == label->placed) return false;
    put(set, label, chosen, s);
    return true;
}

static double total(const LabelSet *set) {
    double sum = 0;
    for (size_t i = 0; i < set->items.count; i++) sum += cost_of(&set->items.items[i]);
    return sum;
}

static void copy_placed(LabelSet *set, int *state, bool back) {
    for (size_t i = 0; i < set->items.count; i++)
        if (back)
            set->items.items[i].placed = state[i];
        else
            state[i] = set->items.items[i].placed;
}

void labels_yield(Page *page, LabelSet *set) {
    for (size_t i = 0; i < set->items.count; i++) {
        Label *label = &set->items.items[i];
        if (label->cast || label->is_city || label->placed < 0) continue;
        if (fits(set, label, placed(label), NULL, page->s)) continue;
        label->placed = -1;
        for (size_t j = 0; label->placed < 0 && j < label->candidates.count; j++)
            if (fits(set, label, &label->candidates.items[j], NULL, page->s)) label->placed = (int)j;
    }
}

/* Moves labels until nothing gets better; the least total that was seen is left standing. */
static double settle(LabelSet *set, const size_t *order, int *best, double s) {
    double least = total(set);
    bool moved = true;
    copy_placed(set, best, false);
    for (int round = 0; moved && round < ROUNDS; round++) {
        moved = false;
        for (size_t i = 0; i < set->items.count; i++) moved |= improve(set, &set->items.items[order[i]], s);
        if (total(set) >= least) continue;
        least = total(set);
        copy_placed(set, best, false);
    }
    copy_placed(set, best, true);
    return least;
}

/* The order of a start: by weight, as the set stands; the other way round; from the middle on. */
static void set_order(size_t *order, size_t count, int start) {
    for (size_t i = 0; i < count; i++)
        order[i] = start == 0   ? i
                   : start == 1 ? count - 1 - i
                                : (i + count * (size_t)(start - 1) / STARTS) % count;
}

void labels_solve(Page *page, LabelSet *set) {
    size_t count = set->items.count;
    int *first = ARENA_ARRAY(page->arena, int, count + 1), *state = ARENA_ARRAY(page->arena, int, count + 1),
        *best = ARENA_ARRAY(page->arena, int, count + 1);
    size_t *order = ARENA_ARRAY(page->arena, size_t, count + 1);
    double least = 1e300;
    copy_placed(set, first, false);
    for (int start = 0; start < STARTS; start++) {
        copy_placed(set, first, true);
        set_order(order, count, start);
        double sum = settle(set, order, state, page->s);
        if (sum >= least - 1e-9) continue;
        least = sum;
        copy_placed(set, best, false);
    }
    copy_placed(set, best, true);
}
