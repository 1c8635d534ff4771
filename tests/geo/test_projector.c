/* Turning, placing and choosing projections, and what is said of wrong ones. */
#include "rings.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Projector *open_at(const char *name, double lon, double lat, double roll) {
    dateline_error error = {0};
    Projector *projector = projector_new(&(ProjectorOptions){name, {lon, lat, roll}, {0, 0}}, &error);
    if (!projector && error.status == DATELINE_SYSTEM) skip();
    if (!projector) fail_msg("%s: %s", name, error.message);
    return projector;
}

static void expect_at(const Projector *projector, LonLat position, double x, double y) {
    Point point;
    assert_true(project_point(projector, position, &point));
    if (!(hypot(point.x - x, point.y - y) < 1e-9))
        fail_msg("%g %g is at %.12g %.12g, not %.12g %.12g", position.lon, position.lat, point.x, point.y, x,
                 y);
}

static void the_centre_is_at_the_origin(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t i = 0; i < count; i++) {
        Projector *projector = open_at(names[i], 100, 35, 20);
        projector_place(projector, 200, (Point){300, 400});
        expect_at(projector, (LonLat){100, 35}, 300, 400);
        projector_free(projector);
    }
}

static void north_is_up_and_roll_turns_it_clockwise(void **state) {
    (void)state;
    const struct { double roll, x, y; } rows[] = {{0, 0, -1}, {90, 1, 0}, {180, 0, 1}, {-90, -1, 0}};
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
            Projector *projector = open_at(names[i], -70, 40, rows[k].roll);
            Point north;
            assert_true(project_point(projector, (LonLat){-70, 40.001}, &north));
            double length = hypot(north.x, north.y);
            if (hypot(north.x / length - rows[k].x, north.y / length - rows[k].y) > 1e-3)
                fail_msg("%s rolled by %g: north points to %g %g", names[i], rows[k].roll, north.x / length,
                         north.y / length);
            projector_free(projector);
        }
}

static void a_quarter_turn_brings_the_pole_to_the_middle(void **state) {
    (void)state;
    Projector *projector = open_at("equirectangular", 0, 90, 0);
    expect_at(projector, (LonLat){0, 90}, 0, 0);
    expect_at(projector, (LonLat){0, 0}, 0, M_PI / 2);
    expect_at(projector, (LonLat){90, 0}, M_PI / 2, 0);
    expect_at(projector, (LonLat){0, 45}, 0, M_PI / 4);
    projector_free(projector);
}

static void turned_positions_come_back(void **state) {
    (void)state;
    Random random = {11};
    size_t count;
    const char *const *names = projection_names(&count);
    for (int i = 0; i < 2000; i++) {
        Projector *projector = open_at(names[(size_t)i % count], random_between(&random, -180, 180),
                                       random_between(&random, -90, 90), random_between(&random, -180, 180));
        projector_place(projector, 321, (Point){-17, 1000});
        LonLat at = {random_between(&random, -179, 179), random_between(&random, -89, 89)}, back;
        Point point;
        if (project_point(projector, at, &point)) {
            assert_true(unproject_point(projector, point, &back));
            if (!(sphere_distance(at, back) < 1e-4)) /* Robinson's table */
                fail_msg("%s: %g %g comes back as %g %g", names[(size_t)i % count], at.lon, at.lat, back.lon,
                         back.lat);
        }
        projector_free(projector);
    }
}

static void the_far_side_of_the_globe_has_no_point(void **state) {
    (void)state;
    Projector *projector = open_at("orthographic", 20, 30, 0);
    Point point;
    assert_false(project_point(projector, (LonLat){-160, -30}, &point));
    assert_false(project_point(projector, (LonLat){20, -61}, &point));
    assert_true(project_point(projector, (LonLat){20, -59}, &point));
    projector_free(projector);
}

static void fit_fills_the_target_and_centres(void **state) {
    (void)state;
    const Box targets[] = {{10, 20, 1610, 820}, {0, 0, 100, 900}, {-5, -5, 5, 5}};
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t i = 0; i < count; i++)
        for (int k = 0; k < 3; k++) {
            Projector *projector = open_at(names[i], 30, 10, 0);
            Outline sphere = {0};
            project_sphere(projector, &sphere);
            projector_fit(projector, outline_box_of(&sphere), targets[k]);
            outline_clear(&sphere);
            project_sphere(projector, &sphere);
            Box box = outline_box_of(&sphere), target = targets[k];
            double off =
                fmin(fabs(box_width(box) - box_width(target)), fabs(box_height(box) - box_height(target)));
            assert_true(off < 0.05);
            assert_true(box_contains(box_grown(target, 0.05), box));
            assert_true(fabs(box.left + box.right - target.left - target.right) < 0.1);
            assert_true(fabs(box.top + box.bottom - target.top - target.bottom) < 0.1);
            outline_free(&sphere);
            projector_free(projector);
        }
}

static void fitting_nothing_does_no_harm(void **state) {
    (void)state;
    const Box boxes[] = {BOX_EMPTY, {0, 0, 0, 0}, {NAN, NAN, NAN, NAN}, {0, 0, INFINITY, 1}};
    Projector *projector = open_at("robinson", 0, 0, 0);
    for (int i = 0; i < 4; i++) {
        projector_fit(projector, boxes[i], (Box){0, 0, 100, 100});
        Point point;
        assert_true(projector_scale(projector) > 0);
        assert_true(project_point(projector, (LonLat){10, 10}, &point));
    }
    projector_free(projector);
}

static void wrong_projections_are_told(void **state) {
    (void)state;
    const struct {
        const char *name, *message;
    } rows[] = {
        {"wagner7", "unknown projection 'wagner7'"},
        {"robinsn", "did you mean 'robinson'?"},
        {"Mollweide", "did you mean 'mollweide'?"},
        {"", "unknown projection ''"},
        {NULL, "unknown projection ''"},
        {"+lat_1=45", "it should name a map projection"},
        {"+proj=longlat", "it should name a map projection"},
        {"+proj=pipeline +step +proj=merc", "only a single projection"},
        {"+init=epsg:3857", "only a single projection"},
        {"+proj=igh", "torn in several places"},
        {"+", "it should name a map projection"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_error error = {0};
        assert_null(projector_new(&(ProjectorOptions){rows[i].name, {0, 0, 0}, {0, 0}}, &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
        if (!strstr(error.message, rows[i].message)) fail_msg("%s: %s", rows[i].name, error.message);
    }
}

/* AddressSanitizer ends a C program in which a C++ library, opened later, throws, as PROJ does inside itself.
 */
#if defined(__SANITIZE_ADDRESS__)
#define CANNOT_THROW true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CANNOT_THROW true
#endif
#endif
#ifndef CANNOT_THROW
#define CANNOT_THROW false
#endif

static void proj_says_what_it_refuses(void **state) {
    (void)state;
    if (CANNOT_THROW) skip();
    const char *const strings[] = {"+proj=nosuch", "+proj=bonne", "+proj=aea +lat_1=30 +lat_2=-30"};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        dateline_error error = {0};
        assert_null(projector_new(&(ProjectorOptions){strings[i], {0, 0, 0}, {0, 0}}, &error));
        if (error.status == DATELINE_SYSTEM) skip();
        assert_non_null(strstr(error.message, strings[i]));
        assert_non_null(strstr(error.message, "PROJ refuses it"));
    }
}

static void any_proj_string_keeps_to_its_centre(void **state) {
    (void)state;
    const struct {
        const char *string;
        LonLat center;
    } rows[] = {
        {"+proj=bonne +lat_1=45", {0, 0}},
        {"+proj=laea +lat_0=52 +lon_0=10 +ellps=GRS80 +units=km +x_0=4321000", {10, 52}},
        {"proj=hammer lon_0=150", {150, 0}},
        {"+proj=ortho +lat_0=-90", {0, -90}},
        {"+proj=nsper +h=3000000 +lat_0=40 +lon_0=-100", {-100, 40}},
        {"+proj=tmerc +lon_0=9", {9, 0}},
        {"+proj=gnom +lat_0=30", {0, 30}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Projector *projector =
            open_at(rows[i].string[0] == '+' ? rows[i].string : "+proj=hammer +lon_0=150", 0, 0, 0);
        Outline outline = {0};
        expect_at(projector, rows[i].center, 0, 0);
        project_sphere(projector, &outline);
        if (!outline_contains(&outline, (Point){0.01, 0.01}))
            fail_msg("%s: the centre is not in the world", rows[i].string);
        assert_true(outline_area(&outline) > 0.5);
        outline_free(&outline);
        projector_free(projector);
    }
}

static void a_height_is_in_metres_above_the_earth(void **state) {
    (void)state;
    Projector *projector =
        open_at("+proj=nsper +h=6371008.8", 0, 0, 0); /* one radius up: one sees 60 degrees */
    Point point;
    assert_true(project_point(projector, (LonLat){59.9, 0}, &point));
    assert_false(project_point(projector, (LonLat){60.1, 0}, &point));
    projector_free(projector);
}

static void overlong_strings_are_refused(void **state) {
    (void)state;
    static char string[5000] = "+proj=bonne +lat_1=45";
    for (size_t i = strlen(string); i + 1 < sizeof string; i++) string[i] = ' ';
    dateline_error error = {0};
    assert_null(projector_new(&(ProjectorOptions){string, {0, 0, 0}, {0, 0}}, &error));
    assert_non_null(strstr(error.message, "too long"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_centre_is_at_the_origin),
        cmocka_unit_test(north_is_up_and_roll_turns_it_clockwise),
        cmocka_unit_test(a_quarter_turn_brings_the_pole_to_the_middle),
        cmocka_unit_test(turned_positions_come_back),
        cmocka_unit_test(the_far_side_of_the_globe_has_no_point),
        cmocka_unit_test(fit_fills_the_target_and_centres),
        cmocka_unit_test(fitting_nothing_does_no_harm),
        cmocka_unit_test(wrong_projections_are_told),
        cmocka_unit_test(proj_says_what_it_refuses),
        cmocka_unit_test(any_proj_string_keeps_to_its_centre),
        cmocka_unit_test(a_height_is_in_metres_above_the_earth),
        cmocka_unit_test(overlong_strings_are_refused),
    };
    return cmocka_run_group_tests_name("geo/projector", tests, NULL, NULL);
}
