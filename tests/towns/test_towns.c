/* Towns by name and country, in the list of the repository. */
#include "towns/towns.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Towns *towns;

static int open_list(void **state) {
    (void)state;
    towns = towns_open("shapes/towns.txt");
    return towns ? 0 : 1;
}

static int close_list(void **state) {
    (void)state;
    towns_close(towns);
    return 0;
}

static bool find(const char *country, const char *name, Town *town) {
    return towns_find(towns, country, name, strlen(name), town);
}

static void towns_of_the_news_are_where_they_are(void **state) {
    (void)state;
    static const struct {
        const char *country, *name;
        double longitude, latitude;
    } rows[] = {
        {"IRQ", "mosul", 43.1, 36.3},    {"IRQ", "kirkuk", 44.4, 35.5},  {"IRQ", "basra", 47.8, 30.5},
        {"SYR", "raqqa", 39.0, 36.0},    {"SYR", "aleppo", 37.2, 36.2},  {"SYR", "kobani", 38.4, 36.9},
        {"LBY", "benghazi", 20.1, 32.1}, {"LBY", "misrata", 15.1, 32.4}, {"PSE", "gaza", 34.5, 31.5},
        {"UKR", "kharkiv", 36.3, 50.0},  {"UKR", "odesa", 30.7, 46.5},   {"YEM", "hodeidah", 43.0, 14.8}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Town town = {0};
        if (!find(rows[i].country, rows[i].name, &town)) fail_msg("%s is not there", rows[i].name);
        assert_true(fabs(town.longitude - rows[i].longitude) < 0.15);
        assert_true(fabs(town.latitude - rows[i].latitude) < 0.15);
    }
}

static void the_first_and_the_last_line_are_found(void **state) {
    (void)state;
    Town town;
    assert_true(find("AFG", "mir bachah kot", &town) || find("AFG", "kabul", &town));
    assert_true(find("ZWE", "harare", &town));
    assert_true(find("ALB", "tirana", &town));
}

static void a_town_is_of_its_own_country_and_whole(void **state) {
    (void)state;
    Town town;
    assert_false(find("SYR", "mosul", &town));
    assert_false(find("IRQ", "mosu", &town));
    assert_false(find("IRQ", "mosul ", &town));
    assert_false(find("IRQ", "", &town));
    assert_false(find("XXX", "mosul", &town));
    assert_false(find("IR", "mosul", &town));
    assert_false(towns_find(NULL, "IRQ", "mosul", 5, &town));
    assert_null(towns_open("shapes/no-such-file"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(towns_of_the_news_are_where_they_are),
        cmocka_unit_test(the_first_and_the_last_line_are_found),
        cmocka_unit_test(a_town_is_of_its_own_country_and_whole),
    };
    return cmocka_run_group_tests_name("towns", tests, open_list, close_list);
}
