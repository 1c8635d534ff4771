/* Names of seas: those of the real file lie on water and are complete; mistakes are told where they are. */
#include "atlas/atlas.h"
#include "copy.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const languages[] = {"en", "fr", "de", "es", "it", "pt", "ru", "ar", "zh"};
enum { LANGUAGES = sizeof languages / sizeof *languages };

static void every_sea_has_a_name_of_its_own_in_every_language(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load("shapes", "110m", NULL);
    assert_true(atlas_sea_count(atlas) > 40);
    for (size_t i = 0; i < atlas_sea_count(atlas); i++)
        for (int j = 0; j < LANGUAGES; j++) {
            const char *name = sea_name(atlas_sea(atlas, i), languages[j]);
            assert_non_null(name);
            if (j > 0) assert_true(atlas_sea(atlas, i)->name_count == LANGUAGES);
            for (size_t k = 0; k < i; k++)
                assert_string_not_equal(name, sea_name(atlas_sea(atlas, k), languages[j]));
        }
    dateline_atlas_free(atlas);
}

static void a_language_that_a_sea_lacks_gets_the_english_name(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load("shapes", "110m", NULL);
    assert_string_equal(sea_name(atlas_sea(atlas, 0), "xx"), "Pacific Ocean");
    assert_string_equal(sea_name(atlas_sea(atlas, 0), NULL), "Pacific Ocean");
    assert_string_equal(sea_name(atlas_sea(atlas, 0), "de"), "Pazifischer Ozean");
    dateline_atlas_free(atlas);
}

static void no_place_of_a_sea_is_on_land(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load("shapes", "50m", NULL);
    for (size_t i = 0; i < atlas_sea_count(atlas); i++)
        for (size_t j = 0; j < atlas_sea(atlas, i)->place_count; j++) {
            LonLat at = atlas_sea(atlas, i)->places[j];
            const char *land = world_code_at(atlas, at.lon, at.lat);
            if (land && *land) fail_msg("%s: %s", sea_name(atlas_sea(atlas, i), "en"), land);
        }
    dateline_atlas_free(atlas);
}

static void mistakes_are_told_where_they_are(void **state) {
    static const char *const rows[][2] = {
        {"{}", "seas.json:1:1: the file must have a list \"seas\""},
        {"{\"seas\": [\n{\"at\": [[0, 0]]}]}",
         "seas.json:2:1: seas[0]: across must be a number of degrees from 0 to 180"},
        {"{\"seas\": [\n{\"across\": 2, \"at\": [[0]]}]}",
         "seas.json:2:21: seas[0].at: at must be a list of places, each as [longitude, latitude]"},
        {"{\"seas\": [\n{\"across\": 2, \"at\": [[0, 0]], \"names\": {\"fr\": \"Mer\"}}]}",
         "seas.json:2:40: seas[0].names: names must be an object of names by language, English among them"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        copy_write(*state, "seas.json", rows[i][0], strlen(rows[i][0]));
        copy_expect(*state, rows[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sea_has_a_name_of_its_own_in_every_language),
        cmocka_unit_test(a_language_that_a_sea_lacks_gets_the_english_name),
        cmocka_unit_test(no_place_of_a_sea_is_on_land),
        cmocka_unit_test_setup_teardown(mistakes_are_told_where_they_are, copy_make, copy_remove),
    };
    return cmocka_run_group_tests_name("atlas/seas", tests, NULL, NULL);
}
