/* In which language a page speaks, what stands in where a language has no texts, and that it is noted. */
#include "../base/scratch.h"
#include "atlas/atlas.h"
#include "desk.h"
#include "map/speech.h"
#include "scene.h"
#include "style/style.h"

#include <string.h>

static const char story[] = "{\"dateline\": \"facts/1\", \"language\": \"en\", \"countries\": [{\"id\": "
                            "\"DEU\", \"name\": \"Germany\", \"roles\": "
                            "[\"participant\"]}]}";

static dateline_atlas *atlas;

static int open_atlas(void **state) {
    (void)state;
    atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes"}, NULL);
    return atlas ? 0 : -1;
}

static int close_atlas(void **state) {
    (void)state;
    dateline_atlas_free(atlas);
    return 0;
}

/* What is said of Germany in a sentence, on a label of the story, on one of a neighbour, and the first note.
 */
typedef struct Said {
    const char *language, *told, *label, *neighbour;
    bool noted;
} Said;

static void expect_said(const Said *row) {
    Page page = desk_open("default");
    Facts *facts = desk_facts(story);
    const Country *germany = atlas_find(atlas, "DEU");
    ((Style *)page.style)->page.language = row->language;
    assert_true(page_speak(&page, facts, NULL));
    const char *told = speech_facts(&page, facts, atlas)->countries[0].name;
    assert_string_equal(told, row->told);
    assert_string_equal(speech_label(&page, germany, told), row->label);
    assert_string_equal(speech_label(&page, NULL, told), row->told);
    assert_string_equal(speech_name(&page, germany), row->neighbour);
    assert_int_equal(dateline_scene_note_count(page.scene) > 0, row->noted);
    dateline_facts_free(facts);
    desk_close(&page);
}

static void a_language_without_texts_has_its_labels_and_english_sentences(void **state) {
    (void)state;
    static const Said rows[] = {
        {"", "Germany", "Germany", "Germany", false},
        {"en", "Germany", "Germany", "Germany", false},
        {"fr", "Allemagne", "Allemagne", "Allemagne", false},
        {"fr-CA", "Allemagne", "Allemagne", "Allemagne", false},
        {"ar", "ألمانيا", "ألمانيا", "ألمانيا", false},
        {"he", "Germany", "גרמניה", "גרמניה", true},
        {"tr", "Germany", "Almanya", "Almanya", true},
        {"xx", "Germany", "Germany", "Germany", true},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) expect_said(&rows[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        a_language_without_texts_has_its_labels_and_english_sentences, open_atlas, close_atlas)};
    return cmocka_run_group_tests_name("map/speech", tests, NULL, NULL);
}
