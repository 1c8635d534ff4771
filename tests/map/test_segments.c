/* Straight lines against boxes, points and one another. */
#include "map/labels.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void lines_meet_the_boxes_they_run_through(void **state) {
    (void)state;
    static const Box box = {10, 10, 20, 16};
    static const struct {
        Point a, b;
        bool meets;
    } rows[] = {
        {{0, 13}, {30, 13}, true},  {{12, 12}, {13, 13}, true}, {{0, 0}, {30, 30}, true},
        {{0, 0}, {9, 9}, false},    {{0, 26}, {26, 0}, true},   {{0, 40}, {40, 0}, false},
        {{15, 0}, {15, 9}, false},  {{15, 0}, {15, 10}, true},  {{5, 5}, {5, 5}, false},
        {{15, 12}, {15, 12}, true}, {{21, 0}, {21, 30}, false}, {{0, 17}, {30, 17}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(segment_meets_box(rows[i].a, rows[i].b, box), rows[i].meets);
        assert_int_equal(segment_meets_box(rows[i].b, rows[i].a, box), rows[i].meets);
    }
}

static void lines_cross_where_each_parts_the_other(void **state) {
    (void)state;
    static const struct {
        Point a, b, c, d;
        bool cross;
    } rows[] = {
        {{0, 0}, {10, 10}, {0, 10}, {10, 0}, true},
        {{0, 0}, {10, 10}, {0, 10}, {4, 6}, false},
        {{0, 0}, {10, 0}, {0, 1}, {10, 1}, false},
        {{0, 0}, {10, 0}, {5, 0}, {5, 5}, false}, /* touching is not crossing */
        {{0, 0}, {10, 0}, {10, 0}, {20, 0}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(segments_cross(rows[i].a, rows[i].b, rows[i].c, rows[i].d), rows[i].cross);
}

static void a_point_is_as_far_as_the_nearest_of_the_line(void **state) {
    (void)state;
    static const struct {
        Point a, b, at;
        double distance;
    } rows[] = {{{0, 0}, {10, 0}, {5, 3}, 3},
                {{0, 0}, {10, 0}, {-3, 4}, 5},
                {{0, 0}, {10, 0}, {13, 4}, 5},
                {{2, 2}, {2, 2}, {5, 6}, 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(fabs(segment_distance(rows[i].a, rows[i].b, rows[i].at) - rows[i].distance) < 1e-12);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_meet_the_boxes_they_run_through),
        cmocka_unit_test(lines_cross_where_each_parts_the_other),
        cmocka_unit_test(a_point_is_as_far_as_the_nearest_of_the_line),
    };
    return cmocka_run_group_tests_name("map/segments", tests, NULL, NULL);
}
