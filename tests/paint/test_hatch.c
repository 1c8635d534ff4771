/* Stripes are anchored to the page, so that touching areas join. */
#include "paint/hatch.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_stripe_is_a_whole_number_of_pitches_from_the_origin(void **state) {
    (void)state;
    static const double angles[] = {0, 30, 45, 90, -45, 135, 200};
    for (size_t i = 0; i < sizeof angles / sizeof *angles; i++) {
        Hatch hatch = {.angle = angles[i], .pitch = 7, .stripe = 2};
        Outline lines = {0};
        hatch_lines(&hatch, (Box){100, 40, 180, 90}, &lines);
        assert_true(lines.points.count >= 14);
        double angle = angles[i] * acos(-1) / 180;
        for (size_t j = 0; j < lines.points.count; j++) {
            Point point = lines.points.items[j];
            double distance = (point.x * sin(angle) + point.y * cos(angle)) / 7;
            assert_true(fabs(distance - round(distance)) < 1e-9);
        }
        outline_free(&lines);
    }
}

static void forty_five_degrees_rise_to_the_right(void **state) {
    (void)state;
    Hatch hatch = {.angle = 45, .pitch = 5, .stripe = 1};
    Outline lines = {0};
    hatch_lines(&hatch, (Box){0, 0, 50, 50}, &lines);
    for (size_t i = 0; i + 1 < lines.points.count; i += 2) {
        Point from = lines.points.items[i], to = lines.points.items[i + 1];
        assert_true((to.x - from.x) * (to.y - from.y) < 0); /* y runs down */
    }
    outline_free(&lines);
}

static void stripes_cover_the_box_and_little_more(void **state) {
    (void)state;
    Hatch hatch = {.angle = 45, .pitch = 8, .stripe = 2.2, .casing = 1.1};
    Outline lines = {0};
    hatch_lines(&hatch, (Box){100, 100, 200, 160}, &lines);
    Box box = outline_box_of(&lines);
    assert_true(box.left <= 100 && box.top <= 100 && box.right >= 200 && box.bottom >= 160);
    assert_true(box.left >= 95 && box.top >= 95 && box.right <= 205 && box.bottom <= 165);
    outline_free(&lines);
}

static void senseless_hatches_have_no_stripes(void **state) {
    (void)state;
    static const Hatch rows[] = {{.pitch = 0},
                                 {.pitch = -3},
                                 {.pitch = 1e-9, .stripe = 1},
                                 {.pitch = NAN},
                                 {.angle = NAN, .pitch = 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Outline lines = {0};
        hatch_lines(&rows[i], (Box){0, 0, 100, 100}, &lines);
        assert_true(outline_is_empty(&lines));
        hatch_lines(&(Hatch){.pitch = 5}, BOX_EMPTY, &lines);
        assert_true(outline_is_empty(&lines));
        outline_free(&lines);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stripe_is_a_whole_number_of_pitches_from_the_origin),
        cmocka_unit_test(forty_five_degrees_rise_to_the_right),
        cmocka_unit_test(stripes_cover_the_box_and_little_more),
        cmocka_unit_test(senseless_hatches_have_no_stripes),
    };
    return cmocka_run_group_tests_name("paint/hatch", tests, NULL, NULL);
}
