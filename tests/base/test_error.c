/* Tests of src/base/error.c. */
#include "scratch.h"

#include "base/error.h"
#include "base/text.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

static void check_text(const dateline_error *error, const char *expected) {
    char text[1200];
    assert_string_equal(dateline_error_text(error, text, sizeof text), expected);
}

static void the_text_leaves_out_what_is_not_known(void **state) {
    (void)state;
    static const struct {
        Place place;
        const char *text;
    } rows[] = {
        {{"facts.json", "countries[3].id", 14, 9}, "facts.json:14:9: countries[3].id: is wrong"},
        {{"facts.json", NULL, 14, 9}, "facts.json:14:9: is wrong"},
        {{"facts.json", "title", 0, 0}, "facts.json: title: is wrong"},
        {{"facts.json", NULL, 0, 0}, "facts.json: is wrong"},
        {{NULL, "title", 0, 0}, "title: is wrong"},
        {{NULL, NULL, 3, 4}, "is wrong"},
        {{"", "", 0, 0}, "is wrong"},
        {{0}, "is wrong"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        dateline_error error = {0};
        assert_false(error_set(&error, DATELINE_BAD_INPUT, rows[i].place, "is %s", "wrong"));
        assert_int_equal(error.status, DATELINE_BAD_INPUT);
        check_text(&error, rows[i].text);
    }
}

static void the_first_error_wins(void **state) {
    (void)state;
    dateline_error error = {0};
    error_set(&error, DATELINE_BAD_USAGE, (Place){.source = "a"}, "first");
    error_set(&error, DATELINE_BAD_INPUT, (Place){.source = "b", .line = 1}, "second");
    error_system(&error, "c", "third", ENOENT);
    assert_int_equal(error.status, DATELINE_BAD_USAGE);
    check_text(&error, "a: first");
}

static void without_an_error_to_fill_the_answer_is_still_false(void **state) {
    (void)state;
    assert_false(error_set(NULL, DATELINE_BAD_INPUT, (Place){0}, "nobody hears this"));
    assert_false(error_system(NULL, "file", "cannot be read", EIO));
}

static void a_system_error_names_the_reason_in_english_whatever_the_locale(void **state) {
    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8");
    static const struct {
        int number;
        const char *text;
    } rows[] = {
        {ENOENT, "map.png: cannot be read: No such file or directory"},
        {EACCES, "map.png: cannot be read: Permission denied"},
        {ENOSPC, "map.png: cannot be read: No space left on device"},
        {99999, "map.png: cannot be read: unknown reason"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        dateline_error error = {0};
        assert_false(error_system(&error, "map.png", "cannot be read", rows[i].number));
        assert_int_equal(error.status, DATELINE_SYSTEM);
        check_text(&error, rows[i].text);
    }
    setlocale(LC_ALL, "C");
}

static void what_is_too_long_is_cut_between_letters(void **state) {
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        char long_text[2000];
        memset(long_text, 'x', shift);
        for (size_t i = shift; i + 3 < sizeof long_text; i += 3) memcpy(long_text + i, "\xE2\x82\xAC", 4);
        dateline_error error = {0};
        error_set(&error, DATELINE_BAD_INPUT, (Place){long_text, long_text, 1, 1}, "%s", long_text);
        const char *const parts[] = {error.source, error.path, error.message};
        const size_t sizes[] = {sizeof error.source, sizeof error.path, sizeof error.message};
        for (size_t i = 0; i < 3; i++) {
            size_t size = strlen(parts[i]);
            assert_int_equal(utf8_valid_until(parts[i], size), size);
            assert_in_range(size, sizes[i] - 4, sizes[i] - 1);
            assert_null(strchr(parts[i], '?'));
        }
    }
}

static void what_a_terminal_would_obey_is_not_passed_on(void **state) {
    (void)state;
    static const struct {
        const char *given, *told;
    } rows[] = {
        {"a\nb", "a?b"},
        {"\x1B[31mred", "?[31mred"},
        {"bell\a, delete\x7F", "bell?, delete?"},
        {"\xC2\x9B"
         "31m",
         "??31m"},
        {"\xFF\xFE name", "?? name"},
        {"cut \xE2\x82", "cut ??"},
        {"caf\xC3\xA9 \xE6\x9D\xB1\xE4\xBA\xAC", "caf\xC3\xA9 \xE6\x9D\xB1\xE4\xBA\xAC"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        dateline_error error = {0};
        error_set(&error, DATELINE_BAD_INPUT, (Place){rows[i].given, rows[i].given, 0, 0}, "%s",
                  rows[i].given);
        assert_string_equal(error.source, rows[i].told);
        assert_string_equal(error.path, rows[i].told);
        assert_string_equal(error.message, rows[i].told);
    }
}

static void the_text_is_cut_to_the_callers_buffer(void **state) {
    (void)state;
    dateline_error error = {0};
    error_set(&error, DATELINE_BAD_INPUT, (Place){"facts.json", NULL, 1, 2}, "is wrong");
    char text[12] = "###########";
    dateline_error_text(&error, text, 11);
    assert_string_equal(text, "facts.json");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_leaves_out_what_is_not_known),
        cmocka_unit_test(the_first_error_wins),
        cmocka_unit_test(without_an_error_to_fill_the_answer_is_still_false),
        cmocka_unit_test(a_system_error_names_the_reason_in_english_whatever_the_locale),
        cmocka_unit_test(what_is_too_long_is_cut_between_letters),
        cmocka_unit_test(what_a_terminal_would_obey_is_not_passed_on),
        cmocka_unit_test(the_text_is_cut_to_the_callers_buffer),
    };
    return cmocka_run_group_tests_name("base/error", tests, NULL, NULL);
}
