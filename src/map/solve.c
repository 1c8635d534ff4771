/*
 * See labels.h. Greedy by weight, then every label in turn may move to the candidate that is cheapest given
 * all others, pushing weaker ones aside, until nothing gets better. Deterministic: ties go to the earlier
 * candidate.
 */
#include "labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 12 };

static bool boxes_collide(Box a, Box b, double s) {
    if (box_is_empty(a) || box_is_empty(b)) return false;
    Box wider = {a.left - s * 0.3, a.top - s * 0.22, a.right + s * 0.3, a.bottom + s * 0.22};
    return box_overlaps(wider, b);
}

static bool line_hits(Point from, Point to, const Candidate *other, double s) {
    return segment_meets_box(from, to, box_grown(other->text, s * 0.12)) ||
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

bool candidates_collide(const Candidate *a, const Candidate *b, double s) {
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

/* What setting label to candidate costs: its own cost and that of the labels it pushes off. */
static double price(const LabelSet *set, const Label *label, const Candidate *candidate, double s) {
    double sum = candidate->cost;
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *other = &set->items.items[i];
        const Candidate *there = placed(other);
        if (other != label && there && candidates_collide(candidate, there, s))
            sum += other->weight - there->cost;
    }
    return sum;
}

static void put(LabelSet *set, Label *label, int index, double s) {
    label->placed = index;
    for (size_t i = 0; index >= 0 && i < set->items.count; i++) {
        Label *other = &set->items.items[i];
        const Candidate *there = placed(other);
        if (other != label && there && candidates_collide(placed(label), there, s)) other->placed = -1;
    }
}

/* Moves one label to its cheapest candidate; true if that made the map better. */
static bool improve(LabelSet *set, Label *label, double s) {
    double best = cost_of(label);
    int chosen = label->placed;
    for (size_t i = 0; i < label->candidates.count; i++) {
        const Candidate *candidate = &label->candidates.items[i];
        if (candidate->cost >= best - 1e-9) break; /* they are sorted: the rest is dearer still */
        double sum = price(set, label, candidate, s);
        if (sum < best - 1e-9) best = sum, chosen = (int)i;
    }
    if (chosen == label->placed) return false;
    put(set, label, chosen, s);
    return true;
}

void labels_solve(Page *page, LabelSet *set) {
    bool moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
        moved = false;
        for (size_t i = 0; i < set->items.count; i++) moved |= improve(set, &set->items.items[i], page->s);
    }
}
