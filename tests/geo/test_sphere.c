/* Measures on the sphere. */
#include "rings.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void distances_are_great_circles(void **state) {
    (void)state;
    const struct {
        LonLat a, b;
        double degrees;
    } rows[] = {
        {{0, 0}, {90, 0}, 90},     {{0, 0}, {180, 0}, 180},
        {{0, 90}, {77, -90}, 180}, {{10, 20}, {10, 20}, 0},
        {{179, 0}, {-179, 0}, 2},  {{0, 60}, {180, 60}, 60},
        {{0, 0}, {1e-7, 0}, 1e-7}, {{-0.1276, 51.5074}, {2.3522, 48.8566}, 3.0899},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double degrees = sphere_distance(rows[i].a, rows[i].b);
        if (fabs(degrees - rows[i].degrees) > 1e-3 * rows[i].degrees + 1e-12)
            fail_msg("row %zu: %.12g", i, degrees);
    }
}

static void a_ring_encloses_its_right_hand_side(void **state) {
    (void)state;
    const struct {
        const char *name;
        double pairs[12];
        size_t count;
        double area;
    } rows[] = {
        {"an octant", {0, 0, 0, 90, 90, 0}, 3, M_PI / 2},
        {"all but an octant", {0, 0, 90, 0, 0, 90}, 3, 4 * M_PI - M_PI / 2},
        {"the southern half", {0, 0, 90, 0, 180, 0, -90, 0}, 4, 2 * M_PI},
        {"an octant across 180", {135, 0, 0, 90, -135, 0}, 3, M_PI / 2},
        {"an octant of the south", {0, 0, 90, 0, 0, -90}, 3, M_PI / 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        TestRing ring;
        ring_corners(&ring, rows[i].pairs, rows[i].count);
        double area = sphere_ring_area(ring_view(&ring));
        if (fabs(area - rows[i].area) > 1e-9) fail_msg("%s: %.9f", rows[i].name, area);
    }
}

static void both_sides_make_a_sphere(void **state) {
    (void)state;
    Random random = {31};
    for (int i = 0; i < 200; i++) {
        TestRing ring;
        ring_blob(&ring, (LonLat){random_between(&random, -180, 180), random_between(&random, -90, 90)},
                  random_between(&random, 0.5, 50), 0.6, 100, &random);
        double area = sphere_ring_area(ring_view(&ring));
        ring_reverse(&ring);
        double rest = sphere_ring_area(ring_view(&ring));
        assert_true(fabs(area + rest - 4 * M_PI) < 1e-9);
        assert_true(area < rest);
    }
}

static void a_small_ring_is_as_exact_as_a_large_one(void **state) {
    (void)state;
    double degree = M_PI / 180;
    for (double size = 1e-4; size < 1; size *= 10) {
        const double pairs[] = {40, 50, 40, 50 + size, 40 + size, 50 + size, 40 + size, 50};
        TestRing ring;
        ring_corners(&ring, pairs, 4);
        /* Between parallels, less the slivers that great circles leave: a share of about the size squared. */
        double expected = size * degree * (sin((50 + size) * degree) - sin(50 * degree));
        double share = sphere_ring_area(ring_view(&ring)) / expected;
        assert_true(fabs(share - 1) < 1e-4 + size * size * 1e-3);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_great_circles),
        cmocka_unit_test(a_ring_encloses_its_right_hand_side),
        cmocka_unit_test(both_sides_make_a_sphere),
        cmocka_unit_test(a_small_ring_is_as_exact_as_a_large_one),
    };
    return cmocka_run_group_tests_name("geo/sphere", tests, NULL, NULL);
}
