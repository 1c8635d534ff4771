/* What the files cut is whole: at 180 degrees, at the pole, and where a worldview joins. */
#include "base/memory.h"
#include "world.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The number of edges that run along 180 degrees or along a pole. */
static size_t edges_along_the_cut(const Atlas *atlas, const Country *country) {
    LonLatArray points = {0};
    size_t count = 0;
    for (size_t i = 0; i < country->polygon_count; i++)
        for (size_t r = 0; r < country->polygons[i].count; r++) {
            points.count = 0;
            size_t size = atlas_ring_points(atlas, &country->polygons[i].rings[r], 0, &points);
            for (size_t k = 0; k < size; k++) {
                LonLat a = points.items[k], b = points.items[(k + 1) % size];
                count += fabs(a.lon) == 180 && fabs(b.lon) == 180;
            }
        }
    array_free(&points);
    return count;
}

static void russia_fiji_and_antarctica_are_not_torn_at_180(void **state) {
    static const char *const codes[] = {"RUS", "FJI", "ATA"};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (int c = 0; c < 3; c++)
            assert_int_equal(edges_along_the_cut(atlas, atlas_find(atlas, codes[c])), 0);
        const Polygon *russia = &atlas_find(atlas, "RUS")->polygons[0];
        assert_true(russia->west > 27 && russia->west < 28);
        assert_true(russia->east > -170 && russia->east < -169);
        dateline_atlas_free(atlas);
    }
}

static void antarctica_is_one_ring_round_the_pole(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        const Polygon *mainland = &atlas_find(atlas, "ATA")->polygons[0];
        assert_int_equal(mainland->count, 1);
        assert_true(mainland->south == -90 && mainland->west == -180 && mainland->east == 180);
        assert_true(mainland->area > 11.8e6 && mainland->area < 12.4e6);
        LonLatArray points = {0};
        atlas_ring_points(atlas, mainland->rings, 0, &points);
        for (size_t i = 0; i < points.count; i++) assert_true(points.items[i].lat > -86);
        array_free(&points);
        dateline_atlas_free(atlas);
    }
}

static void dateland_is_one_box_across_180(void **state) {
    const Country *dateland = atlas_find(*state, "FJI");
    assert_int_equal(dateland->polygon_count, 2);
    assert_true(dateland->polygons[0].west == 170 && dateland->polygons[0].east == -175);
    assert_int_equal(dateland->polygons[0].count, 1);
    assert_int_equal(edges_along_the_cut(*state, dateland), 0);
}

static void polaria_has_only_its_coast(void **state) {
    const Country *polaria = atlas_find(*state, "ATA");
    LonLatArray points = {0};
    assert_int_equal(polaria->polygon_count, 1);
    assert_int_equal(atlas_ring_points(*state, polaria->polygons[0].rings, 0, &points), 72);
    for (size_t i = 0; i < points.count; i++)
        assert_true(points.items[i].lat >= -73 && points.items[i].lat <= -67);
    array_free(&points);
}

static void what_a_view_joins_has_no_border_inside(void **state) {
    const Country *boxland = atlas_find(*state, "ALB");
    assert_int_equal(boxland->polygon_count, 2); /* with Southclaim one, and the corner */
    assert_true(boxland->polygons[0].south == -4 && boxland->polygons[0].north == 10);
    assert_int_equal(world_borders(*state, "ALB", "ALB"), 0);
}

static void a_border_that_a_view_lacks_stays_as_a_line(void **state) {
    AtlasLines lines = atlas_disputed_lines(*state);
    assert_int_equal(lines.count, 2);
    LonLats line = lines.items[1];
    assert_int_equal(line.count, 2);
    assert_true(line.items[0].lat == 0 && line.items[1].lat == 0);
    assert_true(fabs(line.items[0].lon - line.items[1].lon) == 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(russia_fiji_and_antarctica_are_not_torn_at_180),
        cmocka_unit_test(antarctica_is_one_ring_round_the_pole),
        cmocka_unit_test_setup_teardown(dateland_is_one_box_across_180, world_open, world_close),
        cmocka_unit_test_setup_teardown(polaria_has_only_its_coast, world_open, world_close),
        cmocka_unit_test_setup_teardown(what_a_view_joins_has_no_border_inside, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_border_that_a_view_lacks_stays_as_a_line, world_open, world_close),
    };
    return cmocka_run_group_tests_name("atlas/dissolve", tests, NULL, NULL);
}
