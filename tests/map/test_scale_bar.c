/* A scale bar says the truth: its figure against distances known, and none where no one scale holds. */
#include "desk.h"
#include "map/corner.h"
#include "map/scale_bar.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 1000, HEIGHT = 600 };
static Page page;
static Panel panel;

/* A framed panel of open sea around a position, so many degrees wide. */
static void look_at(double lon, double lat, double degrees) {
    ProjectorOptions options = {.projection = "azimuthal-equal-area", .center = {lon, lat, 0}};
    projector_free(panel.projector);
    panel = (Panel){.id = "map", .box = {0, 0, WIDTH, HEIGHT}, .framed = true};
    panel.projector = projector_new(&options, NULL);
    assert_non_null(panel.projector);
    double radians = degrees * acos(-1) / 180;
    projector_place(panel.projector, WIDTH / radians, (Point){WIDTH / 2.0, HEIGHT / 2.0});
    panel.raster = raster_new(page.arena, panel.box, 10);
}

static int open_desk(void **state) {
    (void)state;
    page = desk_open("default");
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    projector_free(panel.projector);
    panel = (Panel){0};
    desk_close(&page);
    return 0;
}

/* The text and the length of the line of what has been drawn. */
static const char *drawn(double *length) {
    const char *text = NULL;
    for (size_t i = 0; i < scene_mark_count(page.scene); i++) {
        const Mark *mark = scene_mark(page.scene, i);
        if (mark->kind == MARK_TEXT) text = mark->text.text;
        if (mark->kind == MARK_PATH) *length = box_width(outline_box_of(&mark->path.outline));
    }
    return text;
}

static void lengths_are_round(void **state) {
    (void)state;
    static const double rows[][2] = {{1, 1},     {1.9, 1},     {2, 2},     {4.99, 2},
                                     {5, 5},     {9.99, 5},    {10, 10},   {499, 200},
                                     {500, 500}, {1234, 1000}, {0.3, 0.2}, {0.07, 0.05}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_float_equal(scale_round(rows[i][0]), rows[i][1], 1e-9);
}

/* A degree of a great circle is 111.195 km, wherever the map looks. */
static void the_scale_is_that_of_the_sphere(void **state) {
    (void)state;
    static const double centres[][2] = {{0, 0}, {45, 33}, {179, -18}, {20, 78}};
    for (size_t i = 0; i < sizeof centres / sizeof *centres; i++) {
        look_at(centres[i][0], centres[i][1], 10);
        assert_float_equal(scale_at(&panel, (Point){WIDTH / 2.0, HEIGHT / 2.0}), 1111.95 / WIDTH, 0.001);
        projector_free(panel.projector);
        panel.projector = NULL;
    }
}

static void the_bar_is_as_long_as_it_says(void **state) {
    (void)state;
    double length = 0;
    look_at(45, 33, 20);
    Box box = scale_bar_draw(&page, &panel, BOX_EMPTY);
    assert_string_equal(drawn(&length), "200 km");
    assert_true(fabs(length - 200 / (20 * 111.195 / WIDTH)) < 1);
    assert_true(box_contains(panel.box, box));
    assert_true(box.left > WIDTH / 2.0 && box.top > HEIGHT / 2.0); /* bottom right */
}

static void miles_are_a_choice_of_the_style(void **state) {
    (void)state;
    const Style *bundled = page.style;
    Style mine = *bundled;
    double length = 0;
    mine.scale_bar.unit = SCALE_MILES;
    page.style = &mine;
    look_at(45, 33, 20);
    scale_bar_draw(&page, &panel, BOX_EMPTY);
    page.style = bundled;
    assert_string_equal(drawn(&length), "100 mi");
    assert_true(fabs(length - 100 * 1.609344 / (20 * 111.195 / WIDTH)) < 1);
}

static void a_map_without_one_scale_has_no_bar(void **state) {
    (void)state;
    look_at(45, 33, 120);
    assert_true(box_is_empty(scale_bar_draw(&page, &panel, BOX_EMPTY)));
    look_at(45, 33, 20);
    panel.framed = false;
    assert_true(box_is_empty(scale_bar_draw(&page, &panel, BOX_EMPTY)));
}

static void the_bar_covers_no_country_of_the_story(void **state) {
    (void)state;
    static const bool marked[1] = {true};
    Outline right = {0};
    look_at(45, 33, 20);
    panel.marked = (bool *)marked;
    outline_box(&right, (Box){WIDTH / 2.0, 0, WIDTH, HEIGHT});
    raster_fill(panel.raster, &right, 0);
    Box box = scale_bar_draw(&page, &panel, BOX_EMPTY);
    assert_true(!box_is_empty(box) && box.right < WIDTH / 2.0);
    outline_clear(&right);
    outline_box(&right, panel.box);
    raster_fill(panel.raster, &right, 0);
    assert_true(box_is_empty(scale_bar_draw(&page, &panel, BOX_EMPTY)));
    outline_free(&right);
}

static void signs_do_not_share_a_corner(void **state) {
    (void)state;
    static const Corner order[CORNERS] = {TOP_LEFT, BOTTOM_LEFT, TOP_RIGHT, BOTTOM_RIGHT};
    double hides = 1;
    look_at(45, 33, 20);
    Box first = corner_choose(&page, &panel, 200, 30, order, BOX_EMPTY, &hides);
    assert_true(hides == 0 && first.left < WIDTH / 2.0 && first.top < HEIGHT / 2.0);
    Box second = corner_choose(&page, &panel, 200, 30, order, first, &hides);
    assert_true(second.left < WIDTH / 2.0 && second.top > HEIGHT / 2.0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_round),      TEST(the_scale_is_that_of_the_sphere),
        TEST(the_bar_is_as_long_as_it_says),      TEST(miles_are_a_choice_of_the_style),
        TEST(a_map_without_one_scale_has_no_bar), TEST(the_bar_covers_no_country_of_the_story),
        TEST(signs_do_not_share_a_corner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
