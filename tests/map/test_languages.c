/*
 * Stories on pages in every language that has texts, looked at as a reader would: longer words, other letters
 * and the other direction may put nothing on anything else, nor off the page.
 */
#include "../base/scratch.h"
#include "base/text.h"
#include "inspect.h"
#include "stories.h"
#include "style/tongue.h"

#include <stdlib.h>

static const char *const languages[] = {"fr", "es", "de", "ar", "ru", "pt", "it", "zh"};
static const char *const formats[] = {"web", "portrait", "thumbnail"};
static const char *const names[] = {"london",    "middle-east", "two-neighbours",
                                    "lake-chad", "one-tiny",    "alliance"};

static dateline_atlas *atlas;

static int open_atlas(void **state) {
    atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes"}, NULL);
    return atlas ? scratch_make(state) : -1;
}

static int close_atlas(void **state) {
    dateline_atlas_free(atlas);
    return scratch_remove(state);
}

/* The format's style with the language laid over it. */
static dateline_style *style_in(const char *folder, const char *format, const char *language) {
    char json[64], path[64];
    dateline_error error = {0};
    buffer_print(json, sizeof json, "{\"page\": {\"language\": \"%s\"}}", language);
    char *file = scratch_file(folder, "language.json", json);
    buffer_print(path, sizeof path, "tests/maps/styles/%s.json", format);
    dateline_style *style = dateline_styles_load(
        &(dateline_style_options){.folder = "styles", .names = (const char *[]){path, file}, .name_count = 2},
        &error);
    if (!style) fail_msg("%s in %s: %s", format, language, error.message);
    free(file);
    return style;
}

/* What has no room is noted in the language of the page. */
static void rename_countries(Facts *facts, const char *language) {
    Tongue *tongue = tongue_load(facts->arena, language, NULL);
    assert_true(tongue && tongue_take_names(facts->arena, tongue, NULL));
    for (size_t i = 0; i < facts->country_count; i++) {
        FactsCountry *country = &((FactsCountry *)facts->countries)[i];
        const char *name = tongue_name(tongue, country->id);
        if (name) country->name = name;
    }
}

/* How many faults a page has; each is printed. */
static int faults_of(const char *name, const dateline_style *style, const char *format,
                     const char *language) {
    dateline_error error = {0};
    Findings findings = {0};
    int faults = 0;
    Facts *facts = story_by_hand(name);
    dateline_scene *scene = dateline_compose(facts, atlas, style, NULL, &error);
    if (!scene) fail_msg("%s, %s, %s: %s", name, format, language, error.message);
    rename_countries(facts, language);
    inspect(scene, facts, &findings);
    for (int i = 0; i < FAULT_COUNT; i++) faults += findings.count[i];
    if (faults) print_message("%s, %s, %s:\n%s", name, format, language, findings.lines);
    findings_free(&findings);
    dateline_scene_free(scene);
    dateline_facts_free(facts);
    return faults;
}

static void every_language_fits_on_the_page(void **state) {
    int faults = 0;
    for (size_t i = 0; i < COUNT_OF(languages); i++)
        for (size_t j = 0; j < COUNT_OF(formats); j++) {
            dateline_style *style = style_in(*state, formats[j], languages[i]);
            for (size_t k = 0; k < COUNT_OF(names); k++)
                faults += faults_of(names[k], style, formats[j], languages[i]);
            dateline_style_free(style);
        }
    assert_int_equal(faults, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_language_fits_on_the_page, open_atlas, close_atlas)};
    return cmocka_run_group_tests_name("map/languages", tests, NULL, NULL);
}
