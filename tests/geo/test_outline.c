/* Paths and boxes on the plane. */
#include "../../src/geo/outline.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void expect_box(Box box, double left, double top, double right, double bottom) {
    if (fabs(box.left - left) + fabs(box.top - top) + fabs(box.right - right) + fabs(box.bottom - bottom) >
        1e-9)
        fail_msg("the box is %g %g %g %g", box.left, box.top, box.right, box.bottom);
}

static void a_path_keeps_its_points_and_verbs(void **state) {
    (void)state;
    Outline outline = {0};
    assert_true(outline_is_empty(&outline));
    outline_move(&outline, 1, 2);
    outline_line(&outline, 3, 4);
    outline_curve(&outline, (Point){5, 6}, (Point){7, 8}, (Point){9, 10});
    outline_close(&outline);
    assert_int_equal(outline.points.count, 5);
    assert_int_equal(outline.verbs.count, 4);
    assert_int_equal(outline.verbs.items[2], OUTLINE_CURVE);
    Outline twice = {0};
    outline_append(&twice, &outline);
    outline_append(&twice, &outline);
    assert_int_equal(twice.points.count, 10);
    assert_int_equal(twice.verbs.items[4], OUTLINE_MOVE);
    outline_clear(&outline);
    assert_true(outline_is_empty(&outline));
    assert_int_equal(outline.points.count, 0);
    outline_free(&outline);
    outline_free(&twice);
}

static void shapes_have_their_area_and_box(void **state) {
    (void)state;
    Outline outline = {0};
    outline_box(&outline, (Box){1, 2, 4, 8});
    assert_true(fabs(outline_area(&outline) - 18) < 1e-9);
    outline_clear(&outline);
    outline_rounded_box(&outline, (Box){0, 0, 10, 6}, 2);
    assert_true(fabs(outline_area(&outline) - (60 - (16 - 4 * M_PI))) < 0.05);
    expect_box(outline_box_of(&outline), 0, 0, 10, 6);
    outline_clear(&outline);
    outline_rounded_box(&outline, (Box){0, 0, 10, 6}, 99); /* held to 3 */
    assert_true(fabs(outline_area(&outline) - (24 + 9 * M_PI)) < 0.1);
    outline_clear(&outline);
    outline_rounded_box(&outline, (Box){0, 0, 10, 6}, 0);
    assert_int_equal(outline.points.count, 4);
    outline_clear(&outline);
    outline_circle(&outline, (Point){5, 5}, 3);
    assert_true(fabs(outline_area(&outline) / (9 * M_PI) - 1) < 0.005);
    expect_box(outline_box_of(&outline), 2, 2, 8, 8);
    outline_clear(&outline);
    outline_star(&outline, (Point){0, 0}, 5, 10, 4);
    assert_int_equal(outline.points.count, 10);
    assert_true(fabs(outline.points.items[0].x) < 1e-12 && outline.points.items[0].y == -10);
    outline_clear(&outline);
    outline_polygon(&outline, (Point){0, 0}, 4, 5 * M_SQRT2, 0.125);
    assert_int_equal(outline.points.count, 4);
    assert_true(fabs(outline_area(&outline) - 100) < 1e-9);
    outline_free(&outline);
}

static void holes_subtract_when_they_run_the_other_way(void **state) {
    (void)state;
    Outline outline = {0};
    outline_box(&outline, (Box){0, 0, 10, 10});
    outline_move(&outline, 2, 2);
    outline_line(&outline, 2, 4);
    outline_line(&outline, 4, 4);
    outline_line(&outline, 4, 2);
    outline_close(&outline);
    assert_true(fabs(outline_area(&outline) - 96) < 1e-9);
    outline_free(&outline);
}

static void subpaths_left_open_are_closed_for_measuring(void **state) {
    (void)state;
    Outline outline = {0};
    outline_move(&outline, 100, 100);
    outline_line(&outline, 110, 100);
    outline_line(&outline, 110, 110);
    outline_move(&outline, 0, 0);
    outline_line(&outline, 2, 0);
    outline_line(&outline, 2, 2);
    assert_true(fabs(outline_area(&outline) - 52) < 1e-9);
    outline_free(&outline);
}

static void boxes_grow_join_and_meet(void **state) {
    (void)state;
    Box box = BOX_EMPTY;
    assert_true(box_is_empty(box));
    box = box_around(box, (Point){3, 4});
    assert_false(box_is_empty(box));
    box = box_around(box, (Point){-1, 9});
    expect_box(box, -1, 4, 3, 9);
    expect_box(box_grown(box, 2), -3, 2, 5, 11);
    assert_true(box_is_empty(box_grown(box, -3)));
    expect_box(box_union(box, BOX_EMPTY), -1, 4, 3, 9);
    expect_box(box_union(box, (Box){0, 0, 1, 1}), -1, 0, 3, 9);
    assert_true(box_width(box) == 4 && box_height(box) == 5);
    assert_true(box_overlaps((Box){0, 0, 2, 2}, (Box){1, 1, 3, 3}));
    assert_false(box_overlaps((Box){0, 0, 2, 2}, (Box){2, 0, 3, 3})); /* touching */
    assert_true(box_contains((Box){0, 0, 2, 2}, (Box){0, 0, 2, 2}));
    assert_false(box_contains((Box){0, 0, 2, 2}, (Box){0, 0, 2, 2.1}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_keeps_its_points_and_verbs),
        cmocka_unit_test(shapes_have_their_area_and_box),
        cmocka_unit_test(holes_subtract_when_they_run_the_other_way),
        cmocka_unit_test(subpaths_left_open_are_closed_for_measuring),
        cmocka_unit_test(boxes_grow_join_and_meet),
    };
    return cmocka_run_group_tests_name("geo/outline", tests, NULL, NULL);
}
