/* A packed language reads every article as the words themselves do, or it is passed over. */
#include "../atlas/copy.h"
#include "reading.h"
#include "words_files.h"

#include "base/text.h"
#include "read/packed.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A data folder of one's own, whose packed files any folder of words finds. */
static int data_make(void **state) {
    if (scratch_make(state)) return -1;
    char *packed = scratch_path(*state, "packed");
    int made = mkdir(packed, 0700);
    free(packed);
    setenv("DATELINE_DATA", *state, 1);
    return made;
}

static int data_remove(void **state) {
    unsetenv("DATELINE_DATA");
    return scratch_remove(state);
}

static dateline_words *load(const char *folder) {
    dateline_error error = {0};
    dateline_words *words = dateline_words_load(folder, &error);
    if (!words) print_error("%s\n", error.message);
    assert_non_null(words);
    return words;
}

/* Packs the languages of a folder. */
static void pack(const char *data, const char *folder) {
    dateline_words *words = load(folder);
    char *packed = scratch_path(data, "packed");
    assert_true(dateline_words_pack(words, packed, NULL));
    free(packed);
    dateline_words_free(words);
}

static bool is_packed(const char *folder, const char *code) {
    Language *language = language_load(folder, code, NULL);
    assert_non_null(language);
    bool packed = language->mapped != NULL;
    language_free(language);
    return packed;
}

static char *facts_of(const dateline_words *words, const char *path) {
    Bytes bytes = {0};
    assert_true(file_read(path, 1 << 20, &bytes, NULL));
    dateline_facts *facts = dateline_read(words, bytes.bytes, bytes.size, NULL, NULL);
    assert_non_null(facts);
    char *text = dateline_facts_json(facts);
    dateline_facts_free(facts);
    free(bytes.bytes);
    return text;
}

static void both_forms_read_every_article_alike(void **state) {
    glob_t found;
    dateline_words *plain = load("words"), *mapped = load("words");
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        assert_null(words_language(plain, languages[i], NULL)->mapped);
    pack(*state, "words");
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        assert_non_null(words_language(mapped, languages[i], NULL)->mapped);
    assert_int_equal(glob("tests/articles/*/article.*", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *one = facts_of(plain, found.gl_pathv[i]), *other = facts_of(mapped, found.gl_pathv[i]);
        assert_string_equal(one, other);
        free(one);
        free(other);
    }
    globfree(&found);
    dateline_words_free(plain);
    dateline_words_free(mapped);
}

static Bytes packed_bytes(const Language *language, const char *folder) {
    char name[32];
    snprintf(name, sizeof name, "%s.words", language->code);
    assert_true(packed_write(language, "words", folder, NULL));
    return copy_read(folder, name);
}

static void what_was_packed_packs_to_the_same_bytes(void **state) {
    pack(*state, "words");
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        Language *built = language_build("words", languages[i], NULL),
                 *mapped = language_load("words", languages[i], NULL);
        assert_non_null(mapped->mapped);
        Bytes one = packed_bytes(built, *state), other = packed_bytes(mapped, *state);
        assert_int_equal(one.size, other.size);
        assert_memory_equal(one.bytes, other.bytes, one.size);
        free(one.bytes);
        free(other.bytes);
        language_free(built);
        language_free(mapped);
    }
}

static const char *const files[] = {"it/language.json", "it/names.json", "it/not-countries.json",
                                    "blocs.json", "places.json"};

/* Italian alone, in a folder of its own. */
static char *copy_italian(const char *data) {
    char *folder = scratch_path(data, "words"), *italian = scratch_path(folder, "it");
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(italian, 0700), 0);
    free(italian);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        Bytes bytes = copy_read("words", files[i]);
        copy_write(folder, files[i], bytes.bytes, bytes.size);
        free(bytes.bytes);
    }
    free(scratch_file(folder, "languages.json", "{\"it\": {\"script\": \"latin\", \"words\": [\"il\"]}}"));
    return folder;
}

static void a_change_in_any_file_is_noticed(void **state) {
    char *folder = copy_italian(*state);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        pack(*state, folder);
        assert_true(is_packed(folder, "it"));
        Bytes bytes = copy_read(folder, files[i]);
        char *changed = malloc(bytes.size + 1);
        memcpy(changed, bytes.bytes, bytes.size);
        changed[bytes.size] = ' ';
        copy_write(folder, files[i], changed, bytes.size + 1);
        assert_false(is_packed(folder, "it"));
        free(changed);
        free(bytes.bytes);
    }
    pack(*state, folder);
    free(scratch_file(folder, "it/cues.json", "{\"rules\": []}"));
    assert_false(is_packed(folder, "it"));
    pack(*state, folder);
    copy_delete(folder, "places.json");
    assert_false(is_packed(folder, "it"));
    free(folder);
}

static void a_damaged_file_is_passed_over(void **state) {
    char *folder = copy_italian(*state), *packed = scratch_path(*state, "packed");
    pack(*state, folder);
    Bytes file = copy_read(packed, "it.words");
    for (size_t at = 0; at < file.size; at += at < 1000 ? 7 : 4999) {
        file.bytes[at] ^= 0x55;
        copy_write(packed, "it.words", file.bytes, file.size);
        assert_false(is_packed(folder, "it"));
        file.bytes[at] ^= 0x55;
    }
    for (size_t size = 0; size < file.size; size += 1 + file.size / 10) {
        copy_write(packed, "it.words", file.bytes, size);
        assert_false(is_packed(folder, "it"));
    }
    copy_write(packed, "it.words", file.bytes, file.size);
    assert_true(is_packed(folder, "it"));
    free(file.bytes);
    free(packed);
    free(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(both_forms_read_every_article_alike, data_make, data_remove),
        cmocka_unit_test_setup_teardown(what_was_packed_packs_to_the_same_bytes, data_make, data_remove),
        cmocka_unit_test_setup_teardown(a_change_in_any_file_is_noticed, data_make, data_remove),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_passed_over, data_make, data_remove),
    };
    return cmocka_run_group_tests_name("read/packed", tests, NULL, NULL);
}
