/*
 * See labels.h. Leadered labels that stand near one another look like a list when they share an edge: one
 * left edge (or right, on the other side), an even pitch, in the order of their points so that the leaders
 * fan. Tried after the labels are placed, and kept only where nothing collides.
 */
#include "labels.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 8 };
static const double NEAR_ACROSS = 9, NEAR_DOWN = 4.5, ALLOWED = 1.5,
                    ALLOWED_IN_LIST = 3; /* cost a row that order may add; where three or more make a list */

typedef struct Column {
    Label *rows[MOST_ROWS];
    size_t count;
    bool on_right;
} Column;

static const Candidate *placed(const Label *label) {
    return &label->candidates.items[label->placed];
}

static bool has_leader(const Label *label) {
    return label->placed >= 0 && placed(label)->leader && !label->pill && !placed(label)->setting.two_lines;
}

static bool is_on_right(const Label *label) {
    return placed(label)->text.left >= placed(label)->from.x;
}

static double edge_of(const Label *label) {
    return placed(label)->from.x;
}

/* Seen from the text, leaders fan when the labels follow the slope of the lines to their points. */
static int by_anchor(const void *a, const void *b) {
    const Label *const *first = a, *const *second = b;
    double difference = (*first)->anchor.y - (*second)->anchor.y;
    return (difference > 0) - (difference < 0);
}

static bool set_row(Page *page, const LabelSet *set, const Column *column, size_t row, Point end,
                    Candidate *chosen) {
    if (!label_set_leader(page, set, column->rows[row], end, column->on_right, &chosen[row])) return false;
    for (size_t i = 0; i < row; i++)
        if (candidates_collide(&chosen[i], &chosen[row], page->s)) return false;
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *other = &set->items.items[i];
        bool in_column = false;
        for (size_t j = 0; j < column->count; j++) in_column |= column->rows[j] == other;
        bool yields = !other->cast && !other->is_city;
        if (!in_column && !yields && other->placed >= 0 &&
            candidates_collide(&chosen[row], placed(other), page->s))
            return false;
    }
    return true;
}

static double pitch(const Page *page) {
    return page->style->labels.pitch * page->s;
}

/* The whole column with its edge at x, from y downward; its cost, or a negative number where it does not fit
 * or costs no less than limit. */
static double set_column(Page *page, const LabelSet *set, const Column *column, Point top, double limit,
                         Candidate *chosen) {
    double sum = 0;
    for (size_t i = 0; i < column->count; i++) {
        Point end = {top.x, top.y + (double)i * pitch(page)};
        if (!set_row(page, set, column, i, end, chosen)) return -1;
        sum += chosen[i].cost;
        if (sum >= limit) return -1;
    }
    return sum;
}

static void keep(Column *column, const Candidate *chosen) {
    for (size_t i = 0; i < column->count; i++) {
        Candidates *candidates = &column->rows[i]->candidates;
        array_push(candidates, chosen[i]);
        column->rows[i]->placed = (int)candidates->count - 1;
    }
}

/* Sets the column near where its rows stand now, if that costs at most so much more a row than they do. */
static bool align(Page *page, const LabelSet *set, Column *column, double allowed) {
    enum { ACROSS = 12, DOWN = 10 };
    Candidate chosen[MOST_ROWS], best[MOST_ROWS];
    double limit = allowed * (double)column->count, least, x = 0, y = 0, step = page->s * 0.5;
    size_t beside = 0;
    for (size_t i = 0; i < column->count; i++) {
        y += placed(column->rows[i])->from.y / (double)column->count;
        if (is_on_right(column->rows[i]) == column->on_right) x += edge_of(column->rows[i]), beside++;
    }
    if (beside == 0) return false;
    x /= (double)beside;
    for (size_t i = 0; i < column->count; i++) limit += placed(column->rows[i])->cost;
    least = limit;
    y -= pitch(page) * (double)(column->count - 1) / 2;
    qsort(column->rows, column->count, sizeof *column->rows, by_anchor);
    for (int across = -ACROSS; across <= ACROSS; across++)
        for (int down = -DOWN; down <= DOWN; down++) {
            double cost =
                set_column(page, set, column, (Point){x + across * step, y + down * step}, least, chosen);
            if (cost < 0) continue;
            least = cost;
            for (size_t i = 0; i < column->count; i++) best[i] = chosen[i];
        }
    if (least < limit) keep(column, best);
    return least < limit;
}

static bool is_near(const Label *a, const Label *b, double s) {
    return fabs(a->anchor.x - b->anchor.x) < NEAR_ACROSS * s &&
           fabs(a->anchor.y - b->anchor.y) < NEAR_DOWN * s;
}

static void align_side(Page *page, LabelSet *set, bool on_right) {
    Label **rows = ARENA_ARRAY(page->arena, Label *, set->items.count);
    size_t count = 0;
    for (size_t i = 0; i < set->items.count; i++)
        if (has_leader(&set->items.items[i]) && is_on_right(&set->items.items[i]) == on_right)
            rows[count++] = &set->items.items[i];
    if (count) qsort(rows, count, sizeof *rows, by_anchor);
    for (size_t first = 0; first < count;) {
        Column column = {.on_right = on_right};
        do column.rows[column.count++] = rows[first++];
        while (first < count && column.count < MOST_ROWS && is_near(rows[first - 1], rows[first], page->s));
        if (column.count > 1) align(page, set, &column, column.count > 2 ? ALLOWED_IN_LIST : ALLOWED);
    }
}

/* The rows of the other side that belong between those of the column, by their points. */
static void gather(LabelSet *set, Column *column, double s) {
    size_t own = column->count;
    for (size_t i = 0; i < set->items.count && column->count < MOST_ROWS; i++) {
        Label *label = &set->items.items[i];
        bool near = false;
        if (!has_leader(label) || is_on_right(label) == column->on_right) continue;
        for (size_t j = 0; j < own; j++) near |= is_near(label, column->rows[j], s / 2);
        if (near) column->rows[column->count++] = label;
    }
}

/* A label whose neighbours stand on the other side joins them where that is no worse: one list reads better
 * than two. */
static void join_sides(Page *page, LabelSet *set, bool on_right) {
    bool *tried = ARENA_ARRAY(page->arena, bool, set->items.count + 1); /* as a row of an earlier column */
    for (size_t i = 0; i < set->items.count; i++) {
        Label *label = &set->items.items[i];
        Column column = {.rows = {label}, .count = 1, .on_right = on_right};
        if (tried[i] || !has_leader(label) || is_on_right(label) != on_right) continue;
        for (size_t j = 0; j < set->items.count && column.count < MOST_ROWS; j++) {
            Label *other = &set->items.items[j];
            if (other == label || !has_leader(other) || is_on_right(other) != on_right) continue;
            if (is_near(label, other, page->s)) column.rows[column.count++] = other, tried[j] = true;
        }
        size_t own = column.count;
        gather(set, &column, page->s);
        if (column.count > own) align(page, set, &column, 0.5);
    }
}

void labels_align(Page *page, LabelSet *set) {
    for (int side = 1; side >= 0; side--) join_sides(page, set, side == 1);
    align_side(page, set, true);
    align_side(page, set, false);
    labels_yield(page, set);
}
