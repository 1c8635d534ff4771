/* What is the main part of a country, what lies overseas, and what map units take. */
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *code, *place;
    double lon, lat;
    bool main, overseas;
} Row;

static const Row rows[] = {
    {"FRA", "Paris", 2.3, 48.8, true, false},
    {"FRA", "Corsica", 9.1, 42.2, true, false},
    {"FRA", "French Guiana", -53.1, 4, false, true},
    {"FRA", "Reunion", 55.5, -21.1, false, true},
    {"FRA", "Martinique", -61.0, 14.68, false, true},
    {"FRA", "Guadeloupe", -61.68, 16.15, false, true},
    {"FRA", "Mayotte", 45.15, -12.8, false, true},
    {"NLD", "Utrecht", 5.1, 52.1, true, false},
    {"NLD", "Bonaire", -68.28, 12.2, false, true},
    {"NOR", "Oslo", 10.7, 60.5, true, false},
    {"NOR", "Spitsbergen", 16, 78.2, false, false},
    {"NOR", "Jan Mayen", -8.4, 71.05, false, false},
    {"ESP", "Madrid", -3.7, 40.4, true, false},
    {"ESP", "Majorca", 2.95, 39.6, true, false},
    {"ESP", "Gran Canaria", -15.6, 27.95, false, false},
    {"PRT", "Lisbon", -8.9, 39, true, false},
    {"PRT", "Madeira", -16.95, 32.76, false, false},
    {"PRT", "Sao Miguel", -25.4, 37.79, false, false},
    {"USA", "Kansas", -98, 38.5, true, false},
    {"USA", "Alaska", -152, 65, true, false},
    {"USA", "Hawaii", -155.5, 19.6, false, false},
    {"DNK", "Jutland", 9.3, 56, true, false},
    {"DNK", "Bornholm", 14.95, 55.13, true, false},
    {"GBR", "Northern Ireland", -6.8, 54.6, true, false},
    {"GBR", "Mainland of Shetland", -1.33, 60.3, true, false},
    {"RUS", "Moscow", 37.6, 55.7, true, false},
    {"RUS", "Kaliningrad", 21.4, 54.6, true, false},
    {"RUS", "Chukotka", -175, 67, true, false},
    {"RUS", "Sakhalin", 142.8, 50, true, false},
    {"ITA", "Sicily", 14, 37.5, true, false},
    {"ITA", "Sardinia", 9, 40, true, false},
    {"GRC", "Crete", 24.9, 35.25, true, false},
    {"JPN", "Honshu", 138.5, 36, true, false},
    {"JPN", "Hokkaido", 142.8, 43.4, true, false},
    {"JPN", "Okinawa", 128.2, 26.72, true, false},
    {"MYS", "Pahang", 102.5, 4, true, false},
    {"MYS", "Sarawak", 113.5, 2.8, true, false},
    {"IDN", "Java", 110, -7.3, true, false},
    {"IDN", "West Papua", 138, -4, true, false},
    {"NZL", "South Island", 171, -43.5, true, false},
    {"NZL", "North Island", 176, -39, true, false},
    {"AUS", "Tasmania", 146.5, -42, true, false},
    {"ECU", "Quito", -78.8, -0.5, true, false},
    {"ECU", "Isabela, Galapagos", -91.1, -0.8, false, false},
    {"CHL", "Atacama", -69.5, -24, true, false},
    {"GNQ", "Rio Muni", 10.5, 1.6, true, false},
    {"GNQ", "Bioko", 8.7, 3.5, true, false},
    {"AZE", "Nakhchivan", 45.5, 39.3, true, false},
    {"AGO", "Cabinda", 12.5, -5, true, false},
    {"CAN", "Baffin Island", -71, 68, true, false},
    {"PHL", "Mindanao", 125, 7.8, true, false},
};

static void the_table_holds_at_every_detailed_scale(void **state) {
    (void)state;
    for (int s = 1; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const Polygon *polygon =
                world_polygon_at(atlas, atlas_find(atlas, rows[i].code), rows[i].lon, rows[i].lat);
            if (!polygon) fail_msg("%s is not in %s at %s", rows[i].place, rows[i].code, world_scales[s]);
            if (polygon->main != rows[i].main || polygon->overseas != rows[i].overseas)
                fail_msg("%s at %s: main %d, overseas %d", rows[i].place, world_scales[s], polygon->main,
                         polygon->overseas);
        }
        dateline_atlas_free(atlas);
    }
}

static void every_country_has_a_main_part(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < atlas_country_count(atlas); i++) {
            const Country *country = atlas_country(atlas, i);
            size_t main = 0;
            for (size_t p = 0; p < country->polygon_count; p++) {
                main += country->polygons[p].main;
                assert_false(country->polygons[p].main && country->polygons[p].overseas);
            }
            assert_true(main > 0 || country->is_point);
        }
        dateline_atlas_free(atlas);
    }
}

/* What a map unit has of its own. */
static void units_are_found_by_code(void **state) {
    static const struct {
        const char *code;
        double area;
    } units[] = {{"GUF", 83500},  {"SJM", 61500}, {"REU", 2510},  {"BES", 320},   {"SCT", 77900},
                 {"ENG", 130300}, {"NIR", 14130}, {"WLS", 20780}, {"CXR", 135},   {"MTQ", 1128},
                 {"GLP", 1630},   {"MYT", 374},   {"CYN", 3355},  {"SOL", 170000}};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
            const Country *unit = atlas_find(atlas, units[i].code);
            assert_non_null(unit);
            if (!(unit->area > 0.7 * units[i].area && unit->area < 1.3 * units[i].area))
                fail_msg("%s is %.0f km2 at %s, not %.0f", units[i].code, unit->area, world_scales[s],
                         units[i].area);
        }
        dateline_atlas_free(atlas);
    }
}

static void a_unit_takes_its_countrys_polygons(void **state) {
    const Country *islandia = atlas_find(*state, "IDN"), *farland = atlas_find(*state, "REU"),
                  *proper = atlas_find(*state, "IDX");
    const Polygon *there = world_polygon_at(*state, islandia, 61, -39);
    assert_int_equal(farland->polygon_count, 1);
    assert_int_equal(farland->polygons[0].rings[0].arcs[0], there->rings[0].arcs[0]);
    assert_true(there->overseas && !there->main && farland->polygons[0].main &&
                !farland->polygons[0].overseas);
    assert_int_equal(proper->polygons[0].rings[0].arcs[0], islandia->polygons[0].rings[0].arcs[0]);
}

static void a_unit_that_is_half_a_polygon_keeps_its_own(void **state) {
    const Country *half = atlas_find(*state, "SCT");
    assert_int_equal(half->polygon_count, 1);
    assert_true(half->polygons[0].east == 14);
    assert_true(half->polygons[0].rings[0].arcs[0] >= (int)atlas_arc_count(*state));
}

static void units_are_not_listed(void **state) {
    static const char *const codes[] = {"REU", "IDX", "SCT", "SOL"};
    for (size_t i = 0; i < atlas_country_count(*state); i++)
        for (int k = 0; k < 4; k++) assert_string_not_equal(atlas_country(*state, i)->code, codes[k]);
}

static void islandia_is_four_islands_without_the_far_ones(void **state) {
    const Country *islandia = atlas_find(*state, "IDN");
    size_t main = 0;
    for (size_t i = 0; i < islandia->polygon_count; i++) main += islandia->polygons[i].main;
    assert_int_equal(islandia->polygon_count, 6);
    assert_int_equal(main, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_holds_at_every_detailed_scale),
        cmocka_unit_test(every_country_has_a_main_part),
        cmocka_unit_test(units_are_found_by_code),
        cmocka_unit_test_setup_teardown(a_unit_takes_its_countrys_polygons, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_unit_that_is_half_a_polygon_keeps_its_own, world_open, world_close),
        cmocka_unit_test_setup_teardown(units_are_not_listed, world_open, world_close),
        cmocka_unit_test_setup_teardown(islandia_is_four_islands_without_the_far_ones, world_open,
                                        world_close),
    };
    return cmocka_run_group_tests_name("atlas/parts", tests, NULL, NULL);
}
