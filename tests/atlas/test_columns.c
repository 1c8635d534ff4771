/* What the tables say: codes that are repaired, and names in many languages. */
#include "atlas/columns.h"
#include "copy.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void codes_are_isos(void **state) {
    static const char *const rows[][3] = {{"FRA", "-99", "FRA"}, {"NOR", "-99", "NOR"}, {"KOS", "-99", "XKX"},
                                          {"PSX", "PSE", "PSE"}, {"SDS", "SSD", "SSD"}, {"SAH", "ESH", "ESH"},
                                          {"SDS", "", "SSD"},    {"SOL", "-99", "SOL"}, {"TWN", "TWN", "TWN"},
                                          {"ALD", "", "ALA"},    {"USA", "usa", "USA"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(columns_code(rows[i][0], rows[i][1]), rows[i][2]);
}

static void names_are_newsrooms(void **state) {
    static const char *const rows[][2] = {
        {"TUR", "Turkey"},       {"CZE", "Czech Republic"}, {"SWZ", "Eswatini"},
        {"CIV", "Ivory Coast"},  {"USA", "United States"},  {"COD", "DR Congo"},
        {"CHN", "China"},        {"GMB", "Gambia"},         {"BHS", "Bahamas"},
        {"PSE", "Palestine"},    {"XKX", "Kosovo"},         {"MKD", "North Macedonia"},
        {"FSM", "Micronesia"},   {"TLS", "East Timor"},     {"CPV", "Cape Verde"},
        {"VAT", "Vatican City"}, {"GBR", "United Kingdom"}};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            assert_string_equal(atlas_find(atlas, rows[i][0])->name, rows[i][1]);
        dateline_atlas_free(atlas);
    }
}

static void names_are_known_in_languages(void **state) {
    static const char *const rows[][3] = {{"FRA", "ar", "فرنسا"},  {"DEU", "de", "Deutschland"},
                                          {"IRQ", "ru", "Ирак"},   {"CHN", "zh", "中华人民共和国"},
                                          {"GRC", "el", "Ελλάδα"}, {"FRA", "en", "France"},
                                          {"FRA", "xx", "France"}, {"FRA", "", "France"}};
    (void)state;
    dateline_atlas *atlas = world_load(NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(country_name(atlas_find(atlas, rows[i][0]), rows[i][1]), rows[i][2]);
    assert_string_equal(country_name(atlas_find(atlas, "FRA"), NULL), "France");
    dateline_atlas_free(atlas);
}

static void a_name_that_is_unknown_in_a_language_is_english(void **state) {
    assert_string_equal(country_name(atlas_find(*state, "ALB"), "de"), "Kastenland");
    assert_string_equal(country_name(atlas_find(*state, "ALB"), "ar"), "بلاد الصندوق");
    assert_string_equal(country_name(atlas_find(*state, "ITA"), "de"), "Ringland");
}

static void every_field_is_filled(void **state) {
    const Country *country = atlas_find(*state, "BEL");
    assert_string_equal(country->name, "Eastmark");
    assert_string_equal(country->formal, "Republic of Eastmark");
    assert_string_equal(country->continent, "Alpha");
    assert_string_equal(country->subregion, "Inner Alpha");
    assert_true(country->label.lon == 25 && country->label.lat == 5);
    assert_non_null(atlas_find(*state, "XKX"));
    assert_null(atlas_find(*state, "KOS"));
}

static void wrong_names_are_told(void **state) {
    copy_write(*state, "names.json", "[]", 2);
    copy_expect(*state, "names.json:1:1: names must be an object of names by code");
    copy_write(*state, "names.json", "{\n\"ALB\": 3}", 11);
    copy_expect(*state, "names.json:2:8: ALB: a name must be a string");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_isos),
        cmocka_unit_test(names_are_newsrooms),
        cmocka_unit_test(names_are_known_in_languages),
        cmocka_unit_test_setup_teardown(a_name_that_is_unknown_in_a_language_is_english, world_open,
                                        world_close),
        cmocka_unit_test_setup_teardown(every_field_is_filled, world_open, world_close),
        cmocka_unit_test_setup_teardown(wrong_names_are_told, copy_make, copy_remove),
    };
    return cmocka_run_group_tests_name("atlas/columns", tests, NULL, NULL);
}
