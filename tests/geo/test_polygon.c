/* Polygons on their way to the page: nothing is lost, torn open or turned inside out, at any centre. */
#include "rings.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const EQUAL_AREA[] = {"equal-earth",          "mollweide", "eckert4", "gall-peters",
                                         "azimuthal-equal-area", "albers"};
enum { EQUAL_AREA_COUNT = sizeof EQUAL_AREA / sizeof *EQUAL_AREA };

/* The polygon's true area: what its rings have on their right hand, all of them. */
static double true_area(const LonLats *rings, size_t count) {
    double area = 4 * M_PI;
    for (size_t i = 0; i < count; i++) area -= 4 * M_PI - sphere_ring_area(rings[i]);
    return area;
}

static void expect_area(const char *what, const char *projection, Center center, const LonLats *rings,
                        size_t count) {
    Projector *projector = world_projector(projection, center);
    Outline outline = {0};
    project_polygon(projector, rings, count, &outline);
    double area = filled_area(projector, &outline), expected = true_area(rings, count);
    if (fabs(area - expected) > 0.001 * expected)
        fail_msg("%s in %s at %g %g %g: %.6f instead of %.6f", what, projection, center.lon, center.lat,
                 center.roll, area, expected);
    outline_free(&outline);
    projector_free(projector);
}

/* At every centre in steps; each centre in two of the projections, in turns. */
static void expect_area_everywhere(const char *what, const LonLats *rings, size_t count, int step) {
    int turn = 0;
    for (int lon = -180; lon < 180; lon += step)
        for (int lat = -90; lat <= 90; lat += step, turn++)
            for (size_t k = (size_t)(turn % 3); k < EQUAL_AREA_COUNT; k += 3)
                expect_area(what, EQUAL_AREA[k], (Center){lon, lat, 0}, rings, count);
}

typedef struct Shape {
    const char *name;
    double pairs[24];
    size_t count;
} Shape;

/* Clockwise. The edges that run along meridians meet the tear exactly at centres in steps of 15 degrees. */
static const Shape SHAPES[] = {
    {"a square about the origin", {-15, -15, -15, 15, 15, 15, 15, -15}, 4},
    {"a square across 180", {165, -15, 165, 15, -165, 15, -165, -15}, 4},
    {"a triangle with a corner on 180", {180, 0, 150, -20, 150, 20}, 3},
    {"the north cap", {0, 60, 60, 60, 120, 60, 180, 60, -120, 60, -60, 60}, 6},
    {"the south cap", {-60, -65, -120, -65, 180, -65, 120, -65, 60, -65, 0, -65}, 6},
    {"an eighth of the sphere with a corner at the pole", {0, 0, 0, 90, 90, 0}, 3},
    {"a lune from pole to pole", {0, -90, 0, 0, 0, 90, 30, 90, 30, 0, 30, -90}, 6},
    {"a comb with collinear teeth on 15", {15, 0, 15, 10, 15, 20, 15, 30, 45, 30, 30, 20, 45, 10, 45, 0}, 8},
    {"Antarctica as files have it, cut at 180",
     {-180, -90, -180, -84, -120, -75, -60, -65, 0, -70, 60, -67, 120, -66, 180, -84, 180, -90},
     9},
};

static void shapes_keep_their_area_at_every_centre(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        TestRing ring;
        ring_corners(&ring, SHAPES[i].pairs, SHAPES[i].count);
        LonLats view = ring_view(&ring);
        expect_area_everywhere(SHAPES[i].name, &view, 1, 15);
    }
}

static void what_shapes_leave_out_keeps_its_area_too(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        TestRing ring;
        ring_corners(&ring, SHAPES[i].pairs, SHAPES[i].count);
        ring_reverse(&ring);
        LonLats view = ring_view(&ring);
        expect_area_everywhere(SHAPES[i].name, &view, 1, 45);
    }
}

static void random_rings_keep_their_area(void **state) {
    (void)state;
    Random random = {1};
    for (int i = 0; i < 150; i++) {
        TestRing ring;
        LonLat middle = {random_between(&random, -180, 180),
                         asin(random_between(&random, -1, 1)) * 180 / M_PI};
        ring_blob(&ring, middle, random_between(&random, 2, 100), random_between(&random, 0, 0.75),
                  (size_t)random_between(&random, 12, 300), &random);
        if (i % 3 == 2) ring_reverse(&ring);
        LonLats view = ring_view(&ring);
        for (int k = 0; k < 12; k++) {
            Center center = {random_between(&random, -180, 180), random_between(&random, -90, 90), 0};
            if (k % 3 == 0)
                center.lon = round(center.lon / 15) * 15, center.lat = round(center.lat / 15) * 15;
            if (k % 4 == 0) center.roll = random_between(&random, -180, 180);
            expect_area("a random ring", EQUAL_AREA[k % EQUAL_AREA_COUNT], center, &view, 1);
        }
    }
}

static void holes_stay_holes(void **state) {
    (void)state;
    Random random = {2};
    for (int i = 0; i < 60; i++) {
        TestRing outer, hole, second;
        LonLat middle = {random_between(&random, -180, 180), random_between(&random, -90, 90)};
        double radius = random_between(&random, 20, 85);
        ring_blob(&outer, middle, radius, 0.2, 120, &random);
        ring_blob(&hole, middle, radius * 0.3, 0.3, 60, &random);
        ring_blob(&second, (LonLat){outer.items[0].lon, outer.items[0].lat}, radius * 0.2, 0, 40, &random);
        ring_reverse(&hole);
        LonLats rings[] = {ring_view(&hole), ring_view(&outer)};
        for (int k = 0; k < 8; k++) {
            Center center = {random_between(&random, -180, 180), random_between(&random, -90, 90), 0};
            expect_area("a ring with a hole", EQUAL_AREA[k % EQUAL_AREA_COUNT], center, rings, 2);
        }
    }
}

/* The ring round the pole as stitched, and its hole round the same pole. */
static void a_band_round_the_pole_is_a_band(void **state) {
    (void)state;
    TestRing outer, hole;
    Random random = {3};
    ring_blob(&outer, (LonLat){0, -90}, 30, 0.2, 90, &random);
    ring_blob(&hole, (LonLat){0, -90}, 10, 0.2, 90, &random);
    ring_reverse(&hole);
    LonLats rings[] = {ring_view(&outer), ring_view(&hole)};
    expect_area_everywhere("a band round the south pole", rings, 2, 30);
}

/* A segment that jumps across the map would be long, and would not lie on the world's outline. */
static void no_streak_crosses_the_map(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    Random random = {4};
    for (size_t n = 0; n < count; n++) {
        for (int k = 0; k < 12; k++) {
            Center center = {15 * floor(random_between(&random, -12, 12)),
                             15 * floor(random_between(&random, -6, 7)), 0};
            Projector *projector = world_projector(names[n], center);
            Outline sphere = {0}, outline = {0};
            project_sphere(projector, &sphere);
            TestRing ring;
            LonLat middle = {random_between(&random, -180, 180), random_between(&random, -90, 90)};
            ring_blob(&ring, middle, random_between(&random, 10, 80), 0.5, 500, &random);
            project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, &outline);
            double longest = longest_inner_piece(&outline, &sphere);
            if (longest > 4000)
                fail_msg("%s at %g %g: a piece of %g", names[n], center.lon, center.lat, longest);
            outline_free(&sphere);
            outline_free(&outline);
            projector_free(projector);
        }
    }
}

static void everything_lies_within_the_worlds_outline(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    Random random = {5};
    for (size_t n = 0; n < count; n++) {
        Projector *projector = world_projector(names[n], (Center){37, 22, 10});
        Outline sphere = {0};
        project_sphere(projector, &sphere);
        Box world = box_grown(outline_box_of(&sphere), 0.2);
        for (int i = 0; i < 40; i++) {
            TestRing ring;
            Outline outline = {0};
            LonLat middle = {random_between(&random, -180, 180), random_between(&random, -90, 90)};
            ring_blob(&ring, middle, random_between(&random, 1, 120), 0.5, 200, &random);
            project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, &outline);
            if (!outline_is_empty(&outline) && !box_contains(world, outline_box_of(&outline)))
                fail_msg("%s: a ring leaves the world", names[n]);
            outline_free(&outline);
        }
        outline_free(&sphere);
        projector_free(projector);
    }
}

static void a_ring_behind_the_globe_is_not_seen(void **state) {
    (void)state;
    Random random = {6};
    TestRing ring;
    ring_blob(&ring, (LonLat){170, 10}, 30, 0.3, 60, &random);
    Projector *projector = world_projector("orthographic", (Center){0, 0, 0});
    Outline outline = {0};
    project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, &outline);
    assert_true(outline_is_empty(&outline));
    ring_reverse(&ring); /* and all but that covers everything in view */
    project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, &outline);
    assert_true(fabs(filled_area(projector, &outline) - M_PI) < 0.001);
    outline_free(&outline);
    projector_free(projector);
}

static void a_speck_that_was_turned_over_does_not_flood_the_map(void **state) {
    (void)state;
    TestRing ring;
    Random random = {7};
    for (int i = 0; i < 200; i++) {
        LonLat middle = {random_between(&random, -180, 180), random_between(&random, -90, 90)};
        ring_blob(&ring, middle, 0.05, 0.3, 6, &random);
        ring_reverse(&ring);
        Center center = {random_between(&random, -180, 180), random_between(&random, -90, 90), 0};
        if (i % 2) center = (Center){middle.lon + 180, 0, 0}; /* on the tear */
        Projector *projector = world_projector("equal-earth", center);
        Outline outline = {0};
        project_polygon(projector, &(LonLats){ring.items, ring.count}, 1, &outline);
        assert_true(filled_area(projector, &outline) < 0.01);
        outline_free(&outline);
        projector_free(projector);
    }
}

static void long_edges_are_great_circles(void **state) {
    (void)state;
    Projector *projector = world_projector("equirectangular", (Center){0, 0, 0});
    const LonLat line[] = {{-60, 45}, {60, 45}};
    Outline outline = {0};
    project_line(projector, (LonLats){line, 2}, &outline);
    Box box = outline_box_of(&outline);
    /* The arc's highest point: tan(lat) = tan(45) / cos(60). */
    double top = -atan(2.0) * projector_scale(projector);
    assert_true(fabs(box.top - top) < 0.2);
    assert_true(outline.points.count > 8 && outline.points.count < 200);
    outline_free(&outline);
    projector_free(projector);
}

static void a_line_across_the_tear_falls_in_two(void **state) {
    (void)state;
    const LonLat line[] = {{170, 10}, {-170, 10}};
    const struct {
        double lon;
        size_t parts;
    } rows[] = {{0, 2}, {180, 1}, {-15, 1}, {5, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Projector *projector = world_projector("robinson", (Center){rows[i].lon, 0, 0});
        Outline outline = {0};
        project_line(projector, (LonLats){line, 2}, &outline);
        size_t parts = 0;
        for (size_t k = 0; k < outline.verbs.count; k++) parts += outline.verbs.items[k] == OUTLINE_MOVE;
        assert_int_equal(parts, rows[i].parts);
        outline_free(&outline);
        projector_free(projector);
    }
}

static void broken_numbers_do_no_harm(void **state) {
    (void)state;
    const LonLat wild[] = {{NAN, 0}, {INFINITY, 90}, {-1e300, -1e300}, {540, 91}, {0, 0}, {0, 0}, {1e9, NAN}};
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t n = 0; n < count; n++) {
        Projector *projector = world_projector(names[n], (Center){NAN, INFINITY, -INFINITY});
        assert_non_null(projector);
        Outline outline = {0};
        LonLats rings[] = {{wild, 7}, {wild, 0}, {wild, 1}, {wild, 2}, {NULL, 0}};
        project_polygon(projector, rings, 5, &outline);
        for (int i = 0; i < 5; i++) project_line(projector, rings[i], &outline);
        project_polygon(projector, NULL, 0, &outline);
        for (size_t i = 0; i < outline.points.count; i++)
            assert_true(isfinite(outline.points.items[i].x + outline.points.items[i].y));
        outline_free(&outline);
        projector_free(projector);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_keep_their_area_at_every_centre),
        cmocka_unit_test(what_shapes_leave_out_keeps_its_area_too),
        cmocka_unit_test(random_rings_keep_their_area),
        cmocka_unit_test(holes_stay_holes),
        cmocka_unit_test(a_band_round_the_pole_is_a_band),
        cmocka_unit_test(no_streak_crosses_the_map),
        cmocka_unit_test(everything_lies_within_the_worlds_outline),
        cmocka_unit_test(a_ring_behind_the_globe_is_not_seen),
        cmocka_unit_test(a_speck_that_was_turned_over_does_not_flood_the_map),
        cmocka_unit_test(long_edges_are_great_circles),
        cmocka_unit_test(a_line_across_the_tear_falls_in_two),
        cmocka_unit_test(broken_numbers_do_no_harm),
    };
    return cmocka_run_group_tests_name("geo/polygon", tests, NULL, NULL);
}
