/* Cities are found however they are written. */
#include "atlas/cities.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void names_are_folded(void **state) {
    static const char *const rows[][2] = {
        {"London", "london"},
        {"København", "kobenhavn"},
        {"São Tomé", "sao tome"},
        {"Port-au-Prince", "port au prince"},
        {"Saint George’s", "saint georges"},
        {"N'Djamena", "ndjamena"},
        {"Łódź", "lodz"},
        {"Škofja  Loka ", "skofja loka"},
        {"Straße", "strasse"},
        {"Æbeltoft", "aebeltoft"},
        {"Zu\xCC\x88rich", "zurich"},
        {"Washington, D.C.", "washington, dc"},
        {"Москва", "Москва"},
        {"", ""},
    };
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(cities_fold(arena, rows[i][0]), rows[i][1]);
    arena_free(arena);
}

static void accents_and_case_do_not_matter(void **state) {
    static const char *const spellings[] = {"Östmark-sur-Mér", "ostmark sur mer", "OSTMARK-SUR-MER"};
    for (int i = 0; i < 3; i++) {
        const City *city = atlas_find_city(*state, spellings[i], NULL);
        assert_non_null(city);
        assert_string_equal(city->country_code, "BEL");
        assert_true(city->position.lon == 28 && city->position.lat == 2);
    }
}

static void a_country_chooses_between_two_of_one_name(void **state) {
    assert_string_equal(atlas_find_city(*state, "Saint George's", "IDN")->country_code, "IDN");
    assert_string_equal(atlas_find_city(*state, "Saint George's", "MLT")->country_code, "MLT");
    assert_non_null(atlas_find_city(*state, "Saint George's", NULL));
    assert_null(atlas_find_city(*state, "Saint George's", "ALB"));
    assert_null(atlas_find_city(*state, "Nowhere", NULL));
}

static void capitals_have_iso_codes(void **state) {
    static const char *const rows[][2] = {{"London", "GBR"}, {"Paris", "FRA"}, {"Pristina", "XKX"},
                                          {"Juba", "SSD"},   {"Oslo", "NOR"},  {"Reykjavik", "ISL"},
                                          {"Taipei", "TWN"}, {"Manama", "BHR"}};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const City *city = atlas_find_city(atlas, rows[i][0], NULL);
            if (!city) fail_msg("%s is not there", rows[i][0]);
            assert_string_equal(city->country_code, rows[i][1]);
        }
        dateline_atlas_free(atlas);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_folded),
        cmocka_unit_test_setup_teardown(accents_and_case_do_not_matter, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_country_chooses_between_two_of_one_name, world_open, world_close),
        cmocka_unit_test(capitals_have_iso_codes),
    };
    return cmocka_run_group_tests_name("atlas/cities", tests, NULL, NULL);
}
