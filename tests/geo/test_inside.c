/* What is inside an outline, and where its middle is. */
#include "../../src/geo/geo.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void add_ring(Outline *outline, const double *pairs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i == 0)
            outline_move(outline, pairs[0], pairs[1]);
        else
            outline_line(outline, pairs[2 * i], pairs[2 * i + 1]);
    }
    outline_close(outline);
}

static void the_inner_point_is_farthest_from_the_edge(void **state) {
    (void)state;
    const struct {
        const char *name;
        double pairs[24];
        size_t count;
        double x, y, distance;
    } rows[] = {
        {"a square", {0, 0, 10, 0, 10, 10, 0, 10}, 4, 5, 5, 5},
        {"a triangle", {0, 0, 12, 0, 0, 9}, 3, 3, 3, 3},
        {"an L, whose corner is widest", {0, 0, 20, 0, 20, 4, 6, 4, 6, 20, 0, 20}, 6, 3.07, 3.07, 3.0718},
        {"a C, whose box's middle is outside",
         {0, 0, 10, 0, 10, 2, 4, 2, 4, 8, 10, 8, 10, 10, 0, 10},
         8,
         2,
         5,
         2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Outline outline = {0};
        Point point;
        double distance;
        add_ring(&outline, rows[i].pairs, rows[i].count);
        assert_true(inner_point(&outline, 0.01, &point, &distance));
        if (fabs(distance - rows[i].distance) > rows[i].distance / 40)
            fail_msg("%s: %g away at %g %g", rows[i].name, distance, point.x, point.y);
        assert_true(outline_contains(&outline, point));
        outline_free(&outline);
    }
}

static void the_inner_point_keeps_out_of_holes(void **state) {
    (void)state;
    Outline outline = {0};
    Point point;
    double distance;
    outline_box(&outline, (Box){0, 0, 20, 10});
    outline_box(&outline, (Box){1, 1, 12, 9}); /* same direction: even-odd all the same */
    assert_true(inner_point(&outline, 0.01, &point, &distance));
    assert_true(fabs(point.x - 16) < 0.2 && fabs(distance - 4) < 0.1);
    outline_free(&outline);
}

static void the_inner_point_of_nothing_is_none(void **state) {
    (void)state;
    Outline outline = {0};
    Point point;
    double distance;
    assert_false(inner_point(&outline, 1, &point, &distance));
    outline_move(&outline, 1, 1);
    assert_false(inner_point(&outline, 1, &point, &distance));
    outline_line(&outline, 5, 1);
    outline_line(&outline, 9, 1);
    outline_close(&outline);
    assert_false(inner_point(&outline, 1, &point, &distance)); /* a line */
    outline_clear(&outline);
    outline_box(&outline, (Box){1e15, 1e15, 1e15 + 0.25, 1e15 + 0.25}); /* hardly more than rounding */
    assert_false(inner_point(&outline, 0, &point, &distance));
    outline_free(&outline);
}

static void long_thin_shapes_are_measured_too(void **state) {
    (void)state;
    Outline outline = {0};
    Point point;
    double distance;
    outline_box(&outline, (Box){0, 0, 10000, 1});
    assert_true(inner_point(&outline, 0.01, &point, &distance));
    assert_true(fabs(distance - 0.5) < 0.02);
    outline_free(&outline);
}

static void contains_goes_by_even_and_odd(void **state) {
    (void)state;
    Outline outline = {0};
    outline_box(&outline, (Box){0, 0, 10, 10});
    outline_box(&outline, (Box){3, 3, 7, 7});
    outline_circle(&outline, (Point){20, 5}, 4);
    const struct {
        Point at;
        bool inside;
    } rows[] = {{{1, 1}, true},  {{5, 5}, false},    {{11, 5}, false}, {{20, 5}, true},
                {{22, 7}, true}, {{23.5, 8}, false}, {{-1, 5}, false}, {{8, 5}, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(outline_contains(&outline, rows[i].at), rows[i].inside);
    outline_free(&outline);
}

static void the_chord_runs_from_edge_to_edge(void **state) {
    (void)state;
    Outline outline = {0};
    double left, right;
    outline_box(&outline, (Box){0, 0, 10, 10});
    outline_box(&outline, (Box){3, 3, 7, 7});
    assert_true(inner_chord(&outline, (Point){1, 5}, &left, &right));
    assert_true(left == 0 && right == 3);
    assert_true(inner_chord(&outline, (Point){9, 5}, &left, &right));
    assert_true(left == 7 && right == 10);
    assert_true(inner_chord(&outline, (Point){5, 1}, &left, &right));
    assert_true(left == 0 && right == 10);
    assert_false(inner_chord(&outline, (Point){5, 5}, &left, &right));
    assert_false(inner_chord(&outline, (Point){5, 11}, &left, &right));
    outline_free(&outline);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_inner_point_is_farthest_from_the_edge),
        cmocka_unit_test(the_inner_point_keeps_out_of_holes),
        cmocka_unit_test(the_inner_point_of_nothing_is_none),
        cmocka_unit_test(long_thin_shapes_are_measured_too),
        cmocka_unit_test(contains_goes_by_even_and_odd),
        cmocka_unit_test(the_chord_runs_from_edge_to_edge),
    };
    return cmocka_run_group_tests_name("geo/inside", tests, NULL, NULL);
}
