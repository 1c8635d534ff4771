/* Which places a few names take, where a person can see at once what is best. */
#include "map/labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Places are numbers on a line, ten apart, so that only equal ones collide. */
typedef struct Choice {
    int place;
    double cost;
} Choice;

enum { MOST_LABELS = 4, MOST_CHOICES = 4 };

typedef struct Row {
    double weights[MOST_LABELS];               /* 0 ends the labels */
    Choice choices[MOST_LABELS][MOST_CHOICES]; /* cost 0 ends them; the cheapest first */
    int places[MOST_LABELS];                   /* that must come out; -1 for none */
} Row;

static LabelSet make_set(const Row *row) {
    LabelSet set = {0};
    for (int i = 0; i < MOST_LABELS && row->weights[i] > 0; i++) {
        Label label = {.id = "x", .weight = row->weights[i], .placed = -1, .is_city = true};
        for (int j = 0; j < MOST_CHOICES && row->choices[i][j].cost > 0; j++) {
            double left = row->choices[i][j].place * 10;
            Candidate candidate = {
                .text = {left, 0, left + 4, 2}, .pill = BOX_EMPTY, .cost = row->choices[i][j].cost};
            candidate_set_reach(&candidate);
            array_push(&label.candidates, candidate);
        }
        array_push(&set.items, label);
    }
    return set;
}

static void free_set(LabelSet *set) {
    for (size_t i = 0; i < set->items.count; i++) array_free(&set->items.items[i].candidates);
    array_free(&set->items);
}

static void the_cheapest_set_that_fits_is_chosen(void **state) {
    (void)state;
    static const Row rows[] = {
        /* nobody in the way: everybody's cheapest */
        {{100, 100}, {{{1, 1}, {2, 2}}, {{3, 1}}}, {1, 3}},
        /* who has another place gives way */
        {{100, 100}, {{{1, 1}, {2, 2}}, {{1, 1}}}, {2, 1}},
        /* even where the first had it before, and its other place is dear */
        {{100, 90}, {{{1, 1}, {2, 30}}, {{1, 1}}}, {2, 1}},
        /* the heavier stays where there is one place for two */
        {{90, 100}, {{{1, 1}}, {{1, 1}}}, {-1, 1}},
        /* nobody is set where the place costs more than going without */
        {{5}, {{{1, 9}}}, {-1}},
        /* a chain: the third pushes the second, the second the first */
        {{100, 100, 100}, {{{1, 1}, {2, 2}}, {{1, 1}, {3, 2}}, {{3, 1}}}, {2, 1, 3}},
    };
    Page page = {.arena = arena_new(), .s = 1};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        LabelSet set = make_set(&rows[i]);
        labels_solve(&page, &set);
        for (size_t j = 0; j < set.items.count; j++) {
            const Label *label = &set.items.items[j];
            int place = label->placed < 0 ? -1 : (int)(label->candidates.items[label->placed].text.left / 10);
            assert_int_equal(place, rows[i].places[j]);
        }
        free_set(&set);
    }
    arena_free(page.arena);
}

static Candidate with_leader(Box text, Point from, Point to) {
    Candidate candidate = {.text = text, .pill = BOX_EMPTY, .leader = true, .from = from, .to = to};
    candidate_set_reach(&candidate);
    return candidate;
}

static void leaders_keep_off_names_and_one_another(void **state) {
    (void)state;
    Candidate one = with_leader((Box){20, 9, 30, 11}, (Point){19, 10}, (Point){0, 10});
    const struct {
        Candidate other;
        bool collide;
    } rows[] = {
        {with_leader((Box){20, 19, 30, 21}, (Point){19, 20}, (Point){0, 20}), false},
        {with_leader((Box){20, 19, 30, 21}, (Point){19, 20}, (Point){0, 5}), true}, /* crosses */
        {with_leader((Box){8, 9, 14, 11}, (Point){7, 10}, (Point){0, 30}),
         true}, /* its name lies on the line */
        {with_leader((Box){20, 10.5, 30, 13}, (Point){19, 12}, (Point){0, 14}), true}, /* names too near */
        {with_leader((Box){20, 19, 30, 21}, (Point){19, 20}, (Point){5, 10.1}), true}, /* ends on the line */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(candidates_collide(&one, &rows[i].other, 1), rows[i].collide);
        assert_int_equal(candidates_collide(&rows[i].other, &one, 1), rows[i].collide);
    }
}

static void neighbours_make_room_for_everybody_else(void **state) {
    (void)state;
    Row row = {{100, 10}, {{{1, 1}}, {{1, 1}, {2, 3}}}, {1, 2}};
    Page page = {.arena = arena_new(), .s = 1};
    LabelSet set = make_set(&row);
    set.items.items[0].placed = set.items.items[1].placed = 0;
    set.items.items[1].is_city = false; /* neither a city nor in the story */
    labels_yield(&page, &set);
    assert_int_equal(set.items.items[0].placed, 0);
    assert_int_equal(set.items.items[1].placed, 1);
    free_set(&set);
    arena_free(page.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cheapest_set_that_fits_is_chosen),
        cmocka_unit_test(leaders_keep_off_names_and_one_another),
        cmocka_unit_test(neighbours_make_room_for_everybody_else),
    };
    return cmocka_run_group_tests_name("map/solve", tests, NULL, NULL);
}
