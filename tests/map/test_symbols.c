/* The map's signs in every form a style may give them. */
#include "desk.h"
#include "map/symbols.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const SignShape forms[] = {SIGN_CIRCLE,   SIGN_SQUARE, SIGN_DIAMOND,
                                  SIGN_TRIANGLE, SIGN_STAR,   SIGN_RING};
enum { FORMS = sizeof forms / sizeof *forms };

static Page page;
static const Style *bundled;
static Style mine;

static int open_desk(void **state) {
    (void)state;
    page = desk_open("default");
    bundled = page.style;
    mine = *bundled;
    page.style = &mine;
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    page.style = bundled;
    desk_close(&page);
    return 0;
}

/* So that what keeps off a circle keeps off any sign. */
static void every_form_lies_within_its_circle(void **state) {
    (void)state;
    for (size_t i = 0; i < FORMS; i++) {
        Outline outline = {0};
        symbol_outline(&page, forms[i], (Point){100, 50}, 10, &outline);
        Box box = outline_box_of(&outline);
        assert_true(box_contains((Box){90 - 1e-6, 40 - 1e-6, 110 + 1e-6, 60 + 1e-6}, box));
        assert_true(outline_area(&outline) > 100);
        outline_free(&outline);
    }
}

static void forms_are_told_apart_by_their_corners(void **state) {
    (void)state;
    static const struct {
        SignShape form;
        size_t corners;
        double top; /* of the box */
    } rows[] = {
        {SIGN_SQUARE, 4, -7.0710678}, {SIGN_DIAMOND, 4, -10}, {SIGN_TRIANGLE, 3, -10}, {SIGN_STAR, 16, -10}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Outline outline = {0};
        symbol_outline(&page, rows[i].form, (Point){0, 0}, 10, &outline);
        assert_int_equal(outline.points.count, rows[i].corners);
        assert_true(fabs(outline_box_of(&outline).top - (rows[i].top)) < 1e-6);
        outline_free(&outline);
    }
}

static size_t paths_of_host(int form, double edge) {
    size_t before = scene_mark_count(page.scene);
    mine.host.shape = form;
    mine.host.edge = edge;
    symbol_host(&page, (Point){200, 200});
    return scene_mark_count(page.scene) - before;
}

static void a_ring_has_a_dot_and_other_signs_are_one_piece(void **state) {
    (void)state;
    assert_int_equal(paths_of_host(SIGN_RING, 0.2), 4);
    assert_int_equal(paths_of_host(SIGN_RING, 0), 3);
    assert_int_equal(paths_of_host(SIGN_SQUARE, 0.2), 2);
    assert_int_equal(paths_of_host(SIGN_TRIANGLE, 0), 1);
    mine.host.dot = 0;
    assert_int_equal(paths_of_host(SIGN_RING, 0), 2);
}

static Box pill_box(void) {
    size_t first = scene_mark_count(page.scene);
    symbol_pill(&page, "250", 1, (Point){300, 100});
    return outline_box_of(&scene_mark(page.scene, first)->path.outline);
}

static void a_pill_is_as_large_as_its_style_says(void **state) {
    (void)state;
    double size = page_font(&page, &mine.text.count).size, width, height;
    double before = box_width(pill_box());
    mine.pill.padding += 1;
    mine.pill.gap += 0.5;
    mine.pill.corner = 0;
    assert_true(fabs(box_width(pill_box()) - (before + 2.5 * size)) < 1e-6);
    symbol_pill_size(&page, "250", &width, &height);
    assert_true(fabs(width - (before + 2.5 * size)) < 1e-6);
    assert_true(fabs(height - (mine.pill.height * size)) < 1e-6);
}

static void more_strikes_have_a_larger_sign_in_a_pill_of_one_width(void **state) {
    (void)state;
    static const double strikes[] = {0, 99, 100, 999, 1000, 12345678};
    double last = 0, wide = box_width(pill_box());
    for (size_t i = 0; i < sizeof strikes / sizeof *strikes; i++) {
        double scale = symbol_pill_scale(&page, strikes[i]);
        assert_true(i % 2 || i == 0 ? scale >= last : scale > last);
        assert_true(scale <= mine.pill.largest);
        last = scale;
    }
    assert_true(symbol_pill_scale(&page, 99) == 1);
    assert_true(symbol_pill_scale(&page, 999) == mine.pill.growth);
    mine.pill.growth = 1;
    assert_true(symbol_pill_scale(&page, 1e300) == 1);
    assert_true(box_width(pill_box()) < wide);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_form_lies_within_its_circle),
        TEST(forms_are_told_apart_by_their_corners),
        TEST(a_ring_has_a_dot_and_other_signs_are_one_piece),
        TEST(a_pill_is_as_large_as_its_style_says),
        TEST(more_strikes_have_a_larger_sign_in_a_pill_of_one_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
