/* Whose is what, in which view, at which scale. */
#include "copy.h"
#include "world.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void views_agree_across_the_scales(void **state) {
    static const struct {
        const char *place;
        double lon, lat;
        const char *international, *de_facto;
    } rows[] = {
        {"Simferopol", 34.1, 45.0, "UKR", "RUS"},
        {"Kerch", 35.8, 45.25, "UKR", "RUS"},
        {"Kherson", 33.0, 46.9, "UKR", "UKR"},
        {"Pristina", 21.1, 42.6, "XKX", "XKX"},
        {"Taipei", 121.2, 24.5, "TWN", "TWN"},
        {"Dakhla's hinterland", -14.5, 23.9, "ESH", "MAR"},
        {"Tifariti", -10.5, 26.2, "ESH", "ESH"},
        {"Tan-Tan", -10.8, 28.4, "MAR", "MAR"},
        {"Kyrenia's mountains", 33.4, 35.3, "CYP", "CYN"},
        {"Troodos", 32.9, 34.9, "CYP", "CYP"},
        {"Hargeisa", 44.0, 9.5, "SOM", "SOL"},
        {"Mogadishu", 45.2, 2.2, "SOM", "SOM"},
        {"Baikonur", 63.3, 46.0, "KAZ", "KAZ"},
        {"Golan Heights", 35.78, 33.0, "ISR", "ISR"},
        {"Hebron", 35.05, 31.55, "PSE", "PSE"},
        {"Donetsk", 37.8, 48.0, "UKR", "UKR"},
    };
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *international = world_load(NULL, world_scales[s], NULL);
        dateline_atlas *de_facto = world_load(NULL, world_scales[s], "de-facto");
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const char *one = world_code_at(international, rows[i].lon, rows[i].lat);
            const char *other = world_code_at(de_facto, rows[i].lon, rows[i].lat);
            if (strcmp(one, rows[i].international) != 0 || strcmp(other, rows[i].de_facto) != 0)
                fail_msg("%s at %s is in %s and %s", rows[i].place, world_scales[s], one, other);
        }
        dateline_atlas_free(international);
        dateline_atlas_free(de_facto);
    }
}

static void crimea_joins_the_mainland(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        const Country *ukraine = atlas_find(atlas, "UKR");
        assert_ptr_equal(world_polygon_at(atlas, ukraine, 34.1, 45.0),
                         world_polygon_at(atlas, ukraine, 30.5, 50.4));
        dateline_atlas_free(atlas);
    }
}

static void western_sahara_is_whole(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        assert_int_equal(atlas_find(atlas, "ESH")->polygon_count, 1);
        assert_int_equal(world_borders(atlas, "MAR", "MRT"), 0);
        dateline_atlas_free(atlas);
    }
}

static void another_view_is_another_world(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load("tests/world", NULL, "de-facto");
    assert_string_equal(atlas_worldview(atlas), "de-facto");
    assert_string_equal(atlas_borders_note(atlas, NULL), "Borders: the invented world as it is");
    assert_string_equal(world_code_at(atlas, 21, 11), "BEL");
    assert_string_equal(world_code_at(atlas, 15, -2), "SOL");
    assert_int_equal(atlas_disputed_lines(atlas).count, 1);
    dateline_atlas_free(atlas);
    atlas = world_load("tests/world", NULL, NULL);
    assert_string_equal(world_code_at(atlas, 21, 11), "ALB");
    assert_string_equal(world_code_at(atlas, 15, -2), "ALB");
    dateline_atlas_free(atlas);
}

static void a_cut_gives_one_side_away(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load("tests/world", NULL, "cut");
    assert_string_equal(world_code_at(atlas, -20, 39), "SMR");
    assert_string_equal(world_code_at(atlas, -20, 34), "ITA");
    assert_string_equal(world_code_at(atlas, -20, 30), "SMR");
    assert_int_equal(atlas_find(atlas, "SMR")->polygon_count, 2);
    assert_int_equal(world_borders(atlas, "ITA", "SMR"), 2);
    dateline_atlas_free(atlas);
}

static void an_unknown_view_is_told(void **state) {
    (void)state;
    world_expect(&(dateline_atlas_options){.folder = "tests/world", .worldview = "mine"}, DATELINE_BAD_USAGE,
                 "tests/world/worldviews.json: there is no worldview \"mine\"; there are international, "
                 "de-facto, cut");
}

static void mistakes_in_views_are_told_where_they_are(void **state) {
    static const char *const rows[][2] = {
        {"{}", "worldviews.json: the file must have an object \"worldviews\" with the views by name"},
        {"{\"worldviews\": {\n \"a\": {}}}", "worldviews.json:2:7: worldviews.a: a worldview must be an "
                                             "object with a note for the source line and an array of parts"},
        {"{\"worldviews\": {\"a\": {\"note\": \"n\",\n \"part\": []}}}",
         "worldviews.json:2:10: worldviews.a.part: a worldview has only note, notes and parts"},
        {"{\"worldviews\": {\"a\": {\"note\": \"n\", \"parts\": [\n{\"from\": \"RUS\"}]}}}",
         "worldviews.json:2:1: worldviews.a.parts[0]: from and to must be given, each a code such as "
         "\"UKR\""},
        {"{\"worldviews\": {\"a\": {\"note\": \"n\", \"parts\": [\n{\"from\": \"RUS\", \"to\": \"UKR\", "
         "\"at\": [0]}]}}}",
         "worldviews.json:2:36: worldviews.a.parts[0].at: a place must be given as [longitude, latitude]"},
        {"{\"worldviews\": {\"a\": {\"note\": \"n\", \"parts\": [\n{\"from\": \"RUS\", \"to\": \"UKR\", "
         "\"at\": [0, 95]}]}}}",
         "worldviews.json:2:36: worldviews.a.parts[0].at: a longitude must be within 180 degrees, a latitude "
         "within 90"},
        {"{\"worldviews\": {\"a\": {\"note\": \"n\", \"parts\": [\n{\"from\": \"KAB\", \"to\": \"KAZ\"},"
         "{\"from\": \"KAZ\", \"to\": \"RUS\"}]}}}",
         "worldviews.json:2:23: worldviews.a.parts[0].to: this country is itself given away by another part; "
         "name where that "
         "goes to"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        copy_write(*state, "worldviews.json", rows[i][0], strlen(rows[i][0]));
        copy_expect(*state, rows[i][1]);
    }
}

static void rules_about_what_is_not_there_do_nothing(void **state) {
    static const char text[] =
        "{\"worldviews\": {\"a\": {\"note\": \"n\", \"parts\": [{\"from\": \"QQQ\", \"to\": \"ALB\"},"
        "{\"from\": \"NRU\", \"to\": \"RRR\"}, {\"from\": \"ALB\", \"to\": \"BEL\", \"at\": [0, 0]}]}}}";
    copy_write(*state, "worldviews.json", text, strlen(text));
    dateline_atlas *atlas = world_load(*state, NULL, NULL);
    assert_string_equal(world_code_at(atlas, 15, 5), "ALB");
    dateline_atlas_free(atlas);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_agree_across_the_scales),
        cmocka_unit_test(crimea_joins_the_mainland),
        cmocka_unit_test(western_sahara_is_whole),
        cmocka_unit_test(another_view_is_another_world),
        cmocka_unit_test(a_cut_gives_one_side_away),
        cmocka_unit_test(an_unknown_view_is_told),
        cmocka_unit_test_setup_teardown(mistakes_in_views_are_told_where_they_are, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(rules_about_what_is_not_there_do_nothing, copy_make, copy_remove),
    };
    return cmocka_run_group_tests_name("atlas/worldview", tests, NULL, NULL);
}
