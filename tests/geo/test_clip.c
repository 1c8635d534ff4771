/* Cutting to a box on the page. */
#include "rings.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* An equirectangular world of one page unit a degree, the origin in its middle. */
static Projector *degree_projector(Box clip) {
    Projector *projector = projector_new(&(ProjectorOptions){"equirectangular", {0, 0, 0}, {0, 0}}, NULL);
    projector_place(projector, 180 / M_PI, (Point){0, 0});
    projector_clip(projector, clip);
    return projector;
}

static void areas_are_closed_along_the_box(void **state) {
    (void)state;
    const struct {
        const char *name;
        Box clip;
        double area;
    } rows[] = {
        {"the box inside the ring", {-5, -5, 5, 5}, 100},
        {"the ring inside the box", {-50, -50, 50, 50}, 40 * 40},
        {"half", {0, -50, 50, 50}, 20 * 40},
        {"a corner", {10, -50, 50, -10}, 100},
        {"beside", {30, 30, 40, 40}, 0},
        {"touching", {20, -10, 40, 10}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Projector *projector = degree_projector(rows[i].clip);
        Outline outline = {0};
        project_lonlat_box(projector, -20, -20, 20, 20, &outline);
        double area = outline_area(&outline);
        if (fabs(area - rows[i].area) > 0.5)
            fail_msg("%s: %g instead of %g", rows[i].name, area, rows[i].area);
        if (area > 0) assert_true(box_contains(box_grown(rows[i].clip, 1e-9), outline_box_of(&outline)));
        outline_free(&outline);
        projector_free(projector);
    }
}

/* Any ring: what falls into four quarters of the page adds up to the whole. */
static void the_parts_add_up(void **state) {
    (void)state;
    Random random = {21};
    for (int i = 0; i < 60; i++) {
        TestRing ring;
        ring_blob(&ring, (LonLat){random_between(&random, -180, 180), random_between(&random, -60, 60)},
                  random_between(&random, 5, 80), 0.7, 150, &random);
        Projector *projector = world_projector(i % 2 ? "mollweide" : "equal-earth",
                                               (Center){random_between(&random, -180, 180), 20, 0});
        const LonLats view = ring_view(&ring);
        Outline outline = {0};
        project_polygon(projector, &view, 1, &outline);
        double whole = outline_area(&outline), parts = 0, x = random_between(&random, -8000, 8000),
               y = random_between(&random, -4000, 4000);
        const Box quarters[] = {{-1e5, -1e5, x, y}, {x, -1e5, 1e5, y}, {-1e5, y, x, 1e5}, {x, y, 1e5, 1e5}};
        for (int k = 0; k < 4; k++) {
            projector_clip(projector, quarters[k]);
            outline_clear(&outline);
            project_polygon(projector, &view, 1, &outline);
            parts += outline_area(&outline);
        }
        if (fabs(parts - whole) > 1e-4 * whole) fail_msg("ring %d: %g in parts, %g whole", i, parts, whole);
        outline_free(&outline);
        projector_free(projector);
    }
}

static void lines_vanish_outside_and_come_back(void **state) {
    (void)state;
    Projector *projector = degree_projector((Box){-10, -10, 10, 10});
    const LonLat zigzag[] = {{-20, 0}, {20, 0}, {20, 5}, {-20, 5}};
    Outline outline = {0};
    project_line(projector, (LonLats){zigzag, 4}, &outline);
    size_t parts = 0;
    for (size_t i = 0; i < outline.verbs.count; i++) parts += outline.verbs.items[i] == OUTLINE_MOVE;
    assert_int_equal(parts, 2);
    Box box = outline_box_of(&outline);
    assert_true(fabs(box.left + 10) < 1e-9 && fabs(box.right - 10) < 1e-9);
    outline_clear(&outline);
    const LonLat beside[] = {{20, 0}, {20, 40}, {0, 40}};
    project_line(projector, (LonLats){beside, 3}, &outline);
    assert_true(outline_is_empty(&outline));
    outline_free(&outline);
    projector_free(projector);
}

static void an_empty_box_lifts_the_clip(void **state) {
    (void)state;
    Projector *projector = degree_projector((Box){-1, -1, 1, 1});
    projector_clip(projector, BOX_EMPTY);
    Outline outline = {0};
    project_lonlat_box(projector, -20, -20, 20, 20, &outline);
    assert_true(fabs(outline_area(&outline) - 1600) < 0.5);
    outline_free(&outline);
    projector_free(projector);
}

/* A long edge whose ends are far outside the box and whose middle bends into it. */
static void bent_edges_are_not_cut_short(void **state) {
    (void)state;
    Projector *projector = degree_projector((Box){-30, -80, 30, -60});
    const LonLat line[] = {{-60, 45}, {60, 45}}; /* climbs to 63.4 degrees */
    Outline outline = {0};
    project_line(projector, (LonLats){line, 2}, &outline);
    assert_false(outline_is_empty(&outline));
    assert_true(fabs(outline_box_of(&outline).top + 63.435) < 0.2);
    outline_free(&outline);
    projector_free(projector);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_are_closed_along_the_box),     cmocka_unit_test(the_parts_add_up),
        cmocka_unit_test(lines_vanish_outside_and_come_back), cmocka_unit_test(an_empty_box_lifts_the_clip),
        cmocka_unit_test(bent_edges_are_not_cut_short),
    };
    return cmocka_run_group_tests_name("geo/clip", tests, NULL, NULL);
}
