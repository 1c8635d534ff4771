/* Leaving points out: alike on both sides of a border, and never so many that a ring falls. */
#include "atlas/plane.h"
#include "atlas/thin.h"
#include "world.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void points_on_a_line_weigh_nothing(void **state) {
    const LonLat points[] = {{0, 0}, {1, 0}, {2, 0}, {5, 0}, {9, 0}};
    float weights[5];
    (void)state;
    thin_weigh(points, 5, weights);
    assert_true(isinf(weights[0]) && isinf(weights[4]));
    for (int i = 1; i < 4; i++) assert_true(weights[i] == 0);
}

static void a_step_of_one_degree_weighs_one_degree(void **state) {
    const LonLat points[] = {{-1, 0}, {0, 0}, {0, 1}, {9, 1}};
    float weights[4];
    (void)state;
    thin_weigh(points, 4, weights);
    assert_true(fabsf(weights[1] - 1) < 0.001F);
}

static void degrees_of_longitude_shrink_northward(void **state) {
    const LonLat low[] = {{0, 0}, {1, 1}, {2, 0}}, high[] = {{0, 60}, {1, 61}, {2, 60}};
    float at_equator[3], at_sixty[3];
    (void)state;
    thin_weigh(low, 3, at_equator);
    thin_weigh(high, 3, at_sixty);
    assert_true(fabsf(at_sixty[1] * at_sixty[1] / (at_equator[1] * at_equator[1]) - 0.485F) < 0.01F);
}

static void a_line_across_180_is_no_detail(void **state) {
    const LonLat points[] = {{179, 0}, {180, 0}, {-179, 0}};
    float weights[3];
    (void)state;
    thin_weigh(points, 3, weights);
    assert_true(weights[1] == 0);
}

static void larger_detail_outlives_smaller(void **state) {
    LonLat points[] = {{0, 0}, {1, 0}, {1.1, 0.1}, {1.2, 0}, {4, 0}, {5, 3}, {6, 0}, {9, 0}};
    float weights[8];
    (void)state;
    thin_weigh(points, 8, weights);
    assert_true(weights[5] > 10 * weights[2]);
    assert_true(weights[2] > 0.05F && weights[2] < 0.3F);
}

static size_t own_size(const Atlas *atlas, const Ring *ring) {
    size_t count = 0;
    for (size_t a = 0; a < ring->count; a++) {
        const Arc *arc = atlas_arc(atlas, (size_t)(ring->arcs[a] < 0 ? ~ring->arcs[a] : ring->arcs[a]));
        count += arc->count - 1;
    }
    return count;
}

static void no_ring_falls_under_four_points(void **state) {
    LonLatArray points = {0};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < atlas_country_count(atlas); i++) {
            const Country *country = atlas_country(atlas, i);
            for (size_t p = 0; p < country->polygon_count; p++)
                for (size_t r = 0; r < country->polygons[p].count; r++) {
                    const Ring *ring = &country->polygons[p].rings[r];
                    size_t whole = own_size(atlas, ring);
                    points.count = 0;
                    assert_in_range(atlas_ring_points(atlas, ring, 90, &points), whole < 4 ? whole : 4,
                                    whole);
                }
        }
        dateline_atlas_free(atlas);
    }
    array_free(&points);
}

static void areas_hardly_change_at_a_pixel(void **state) {
    LonLatArray points = {0};
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "50m", NULL);
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        const Country *country = atlas_country(atlas, i);
        if (country->polygon_count == 0 || country->polygons[0].area < 50000 ||
            country->polygons[0].count > 1)
            continue;
        points.count = 0;
        atlas_ring_points(atlas, country->polygons[0].rings, 0.25,
                          &points); /* a pixel of a world map 1440 wide */
        array_push(&points, points.items[0]);
        LineMeasure measure = plane_measure((LonLats){points.items, points.count});
        double steradians = fabs(measure.turn) > 180 ? measure.area + 6.283185307179586 : measure.area;
        assert_true(fabs(steradians * 6371.0088 * 6371.0088 / country->polygons[0].area - 1) < 0.04);
    }
    array_free(&points);
    dateline_atlas_free(atlas);
}

static void thinning_is_worth_it(void **state) {
    LonLatArray points = {0};
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "10m", NULL);
    size_t whole = 0, thin = 0;
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        points.count = 0;
        whole += atlas_arc(atlas, i)->count;
        thin += atlas_arc_detail(atlas, atlas_arc(atlas, i), &(Detail){.fine = 0.2, .coarse = 0.2}, &points);
    }
    assert_true(thin < whole / 10);
    array_free(&points);
    dateline_atlas_free(atlas);
}

static bool is_beside(LonLat from, LonLat to, const Degrees *range) {
    double low = range->middle - range->half, high = range->middle + range->half;
    return (from.lat < range->south && to.lat < range->south) ||
           (from.lat > range->north && to.lat > range->north) || (from.lon < low && to.lon < low) ||
           (from.lon > high && to.lon > high);
}

/* The edges that may touch the range, each of which must be among those of the other line, in their order. */
static size_t count_kept(const LonLatArray *points, const LonLatArray *among, const Degrees *range) {
    size_t count = 0, at = 0;
    for (size_t i = 0; i + 1 < points->count; i++) {
        if (is_beside(points->items[i], points->items[i + 1], range)) continue;
        while (at + 1 < among->count && memcmp(&among->items[at], &points->items[i], 2 * sizeof(LonLat)) != 0)
            at++;
        assert_true(at + 1 < among->count);
        count++;
    }
    return count;
}

/* Every edge that may touch the range is one that the finer detail has. */
static void detail_is_lost_beyond_a_range_only(void **state) {
    const Detail fine = {.fine = 0.02, .coarse = 0.02}, detail = {0.02, 1, {10, 12, 40, 55}};
    LonLatArray all = {0}, some = {0};
    size_t left_out = 0, near = 0;
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "50m", NULL);
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        all.count = some.count = 0;
        atlas_arc_detail(atlas, atlas_arc(atlas, i), &fine, &all);
        atlas_arc_detail(atlas, atlas_arc(atlas, i), &detail, &some);
        near += count_kept(&all, &some, &detail.range);
        left_out += all.count - some.count;
    }
    assert_true(near > 1000 && left_out > 10 * near);
    array_free(&all);
    array_free(&some);
    dateline_atlas_free(atlas);
}

/* Two neighbours keep the same points of a border. */
static void detail_is_the_same_both_ways(void **state) {
    const Detail detail = {0.02, 1, {10, 12, 40, 55}};
    LonLatArray there = {0}, back = {0};
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "50m", NULL);
    for (int i = 0; i < (int)atlas_arc_count(atlas); i++) {
        int arcs[2] = {i, ~i};
        there.count = back.count = 0;
        atlas_ring_detail(atlas, &(Ring){&arcs[0], 1}, &detail, &there);
        atlas_ring_detail(atlas, &(Ring){&arcs[1], 1}, &detail, &back);
        assert_int_equal(there.count, back.count);
        for (size_t k = 1; k < there.count; k++)
            assert_memory_equal(&there.items[k], &back.items[back.count - k], sizeof(LonLat));
    }
    array_free(&there);
    array_free(&back);
    dateline_atlas_free(atlas);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_on_a_line_weigh_nothing),
        cmocka_unit_test(a_step_of_one_degree_weighs_one_degree),
        cmocka_unit_test(degrees_of_longitude_shrink_northward),
        cmocka_unit_test(a_line_across_180_is_no_detail),
        cmocka_unit_test(larger_detail_outlives_smaller),
        cmocka_unit_test(no_ring_falls_under_four_points),
        cmocka_unit_test(areas_hardly_change_at_a_pixel),
        cmocka_unit_test(thinning_is_worth_it),
        cmocka_unit_test(detail_is_lost_beyond_a_range_only),
        cmocka_unit_test(detail_is_the_same_both_ways),
    };
    return cmocka_run_group_tests_name("atlas/thin", tests, NULL, NULL);
}
