/* The languages of the page: every one says all that English says, with the same gaps to fill in, and a file
 * at fault is told with its line. */
#include "../base/scratch.h"

#include "style/fields.h"
#include "style/tongue.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const languages[] = {"en", "fr", "es", "de", "ar", "ru", "pt", "it", "zh"};
enum { LANGUAGES = sizeof languages / sizeof *languages };

static Arena *arena;

static int open_arena(void **state) {
    arena = arena_new();
    return scratch_make(state);
}

static int close_arena(void **state) {
    arena_free(arena);
    return scratch_remove(state);
}

static Tongue *load(const char *language) {
    dateline_error error = {0};
    Tongue *tongue = tongue_load(arena, language, &error);
    if (!tongue) fail_msg("%s: %s", language, error.message);
    return tongue;
}

/* Whether a text has a gap {word}; the capital one stands for the small one too. */
static bool has_gap(const char *text, const char *gap, size_t length) {
    for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{'))
        if (!strncasecmp(at, gap, length)) return true;
    return false;
}

static void expect_same_gaps(const char *language, const char *key, const char *text, const char *model) {
    for (const char *at = strchr(model, '{'); at; at = strchr(at + 1, '{'))
        if (!has_gap(text, at, strcspn(at, "}") + 1))
            fail_msg("%s: %s lacks a gap of \"%s\"", language, key, model);
    for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{'))
        if (!has_gap(model, at, strcspn(at, "}") + 1))
            fail_msg("%s: %s has a gap that English has not", language, key);
}

static void expect_same_fields(const char *language, const Field *fields, const void *base,
                               const void *model) {
    for (; fields->key; fields++) {
        const char *text = *(const char *const *)((const char *)base + fields->offset),
                   *other = *(const char *const *)((const char *)model + fields->offset);
        assert_non_null(text);
        expect_same_gaps(language, fields->key, text, other);
    }
}

static void every_language_fills_in_what_english_does(void **state) {
    (void)state;
    const Tongue *english = load("en");
    for (int i = 0; i < LANGUAGES; i++) {
        const Tongue *tongue = load(languages[i]);
        expect_same_fields(languages[i], words_fields, &tongue->texts, &english->texts);
        expect_same_fields(languages[i], beside_fields, &tongue->words, &english->words);
        assert_int_equal(tongue->leftward, !strcmp(languages[i], "ar"));
    }
}

static size_t words_in(const char *list) {
    size_t count = 1;
    for (; *list; list++) count += *list == '|';
    return count;
}

/* Lists that are told apart by their order, or by their keys. */
static void lists_have_the_same_places(void **state) {
    (void)state;
    const Tongue *english = load("en");
    for (int i = 0; i < LANGUAGES; i++) {
        const Tongue *tongue = load(languages[i]);
        assert_int_equal(words_in(tongue->texts.amounts), words_in(english->texts.amounts));
        assert_int_equal(words_in(tongue->texts.regions), words_in(english->texts.regions));
    }
}

static void a_code_with_a_country_is_its_language(void **state) {
    (void)state;
    assert_true(tongue_exists("fr") && tongue_exists("fr-CA") && tongue_exists("pt_BR"));
    assert_true(!tongue_exists("xx") && !tongue_exists("") && !tongue_exists(NULL) &&
                !tongue_exists("../en"));
    assert_string_equal(load("de-AT")->language, "de");
}

static void countries_have_names(void **state) {
    (void)state;
    Tongue *german = load("de");
    assert_null(tongue_name(german, "FRA"));
    assert_true(tongue_take_names(arena, german, NULL));
    assert_string_equal(tongue_name(german, "FRA"), "Frankreich");
    assert_null(tongue_name(german, "XXX"));
}

static void a_style_has_the_last_word(void **state) {
    dateline_error error = {0};
    char *path = scratch_file(*state, "mine.json", "{\"texts\": {\"host_city\": \"Where they meet\"}}");
    const char *name = path;
    Style *style = dateline_styles_load(
        &(dateline_style_options){.folder = "styles", .names = &name, .name_count = 1}, &error);
    assert_non_null(style);
    Tongue *french = load("fr");
    free(path);
    tongue_follow(french, style);
    assert_string_equal(french->texts.host_city, "Where they meet");
    assert_string_equal(french->texts.strikes, "Frappes aériennes");
    dateline_style_free(style);
}

/* A folder of data whose French is this. */
static void assert_told(const char *folder, const char *content, const char *message, int line) {
    dateline_error error = {0};
    char *words = scratch_path(folder, "words"), *french = scratch_path(words, "fr");
    mkdir(words, 0700), mkdir(french, 0700);
    free(scratch_file(french, "page.json", content));
    setenv("DATELINE_DATA", folder, 1);
    assert_null(tongue_load(arena, "fr", &error));
    unsetenv("DATELINE_DATA");
    assert_string_equal(error.message, message);
    assert_int_equal(error.line, line);
    free(french), free(words);
}

static void a_file_at_fault_is_told_with_its_line(void **state) {
    assert_told(*state, "[]", "an object would be right", 1);
    assert_told(*state, "{\n\"texts\": 5}", "an object of texts would be right", 2);
    assert_told(*state, "{\"texts\": {\n\"about\": \"a\",\n\"abut\": \"b\"}}", "unknown key", 3);
    assert_told(*state, "{\"texts\": {\n\"about\": 5}}", "a text would be right", 2);
    assert_told(*state, "{\n\"texts\": {\"about\": \"a\"}}", "participant_striker is missing", 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_language_fills_in_what_english_does),
        TEST(lists_have_the_same_places),
        TEST(a_code_with_a_country_is_its_language),
        TEST(countries_have_names),
        TEST(a_style_has_the_last_word),
        TEST(a_file_at_fault_is_told_with_its_line),
    };
    return cmocka_run_group_tests_name("style/tongue", tests, NULL, NULL);
}
