/*
 * Tests of how the files of words/ are written: plain spelling, nothing twice, nothing too long for the
 * reader, and the members of the blocs. Knows no meaning.
 */
#include "words_files.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const char *const files[] = {"names.json", "not-countries.json"};

/* Calls check on every string of the file, with the name of the list it stands in. */
typedef void (*CheckString)(const char *path, const char *list, const char *string);

static void check_strings(const char *path, const char *name, json_t *value, CheckString check) {
    const char *key;
    size_t i;
    json_t *entry;
    if (json_is_string(value)) check(path, name, json_string_value(value));
    json_array_foreach(value, i, entry) check_strings(path, name, entry, check);
    json_object_foreach(value, key, entry) check_strings(path, key, entry, check);
}

static void check_language(const char *language, CheckString check) {
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        Words words;
        words_open(&words, language, files[i]);
        check_strings(words.path, "", words.json.root, check);
        words_close(&words);
    }
}

/* --------------------------------------------------------------------------------------------- how it is
 * written */

/* Composed letters, single spaces, no typographic variants but a dash: the reader makes those itself. */
static void check_spelling(const char *path, const char *list, const char *string) {
    size_t at = 0, length = strlen(string);
    int32_t before = ' ';
    while (at < length) {
        int32_t code = utf8_next(string, length, &at);
        bool fine = code >= ' ' && code != 0xA0 && code != 0x202F &&
                    !(code >= 0x2010 && code <= 0x201F && code != 0x2014) && code != '\t';
        if (code >= 0x300 && code <= 0x36F) fine = false;
        if (code >= 0x653 && code <= 0x655) fine = false;
        if (code == ' ' && before == ' ') fine = false;
        if (!fine) fail_msg("%s: %s: \"%s\" has U+%04X at byte %zu", path, list, string, (unsigned)code, at);
        before = code;
    }
    if (!length || before == ' ') fail_msg("%s: %s: \"%s\" is empty or ends in a space", path, list, string);
}

/* As many words as the reader can hold in one phrase, and no number among them: it would drop that, and read
 * France 24 as France. */
static void check_words(const char *path, const char *list, const char *string) {
    char folded[300];
    int count = 0;
    fold_form(string, folded, sizeof folded);
    for (const char *at = folded; *at; at++) {
        if (*at == ' ' || (at > folded && at[-1] != ' ')) continue;
        size_t length = strcspn(at, " ");
        if (strspn(at, "0123456789") == length) fail_msg("%s: %s: \"%s\" has a number", path, list, string);
        count++;
    }
    if (count > 16) fail_msg("%s: %s: \"%s\" has %d words, 16 at most", path, list, string, count);
}

static void all_is_spelled_in_the_plain_way(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        check_language(languages[i], check_spelling);
        check_language(languages[i], check_words);
    }
}

static void check_no_twins(const char *path, const char *name, const json_t *value) {
    const char *key;
    size_t i, k;
    json_t *entry, *other;
    json_object_foreach((json_t *)value, key, entry) check_no_twins(path, key, entry);
    json_array_foreach(value, i, entry) {
        json_array_foreach(value, k, other) {
            if (k < i && json_is_string(entry) && json_equal(entry, other))
                fail_msg("%s: %s has \"%s\" twice", path, name, json_string_value(entry));
        }
    }
}

static void no_list_says_a_thing_twice(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT * COUNT_OF(files); i++) {
        Words words;
        words_open(&words, languages[i / COUNT_OF(files)], files[i % COUNT_OF(files)]);
        check_no_twins(words.path, "", words.json.root);
        words_close(&words);
    }
}

/* ------------------------------------------------------------------------------------------------- blocs */

static bool is_day(const json_t *value) {
    int year, month, day, end = 0;
    const char *text = json_string_value(value);
    if (!text || sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || text[end]) return false;
    return strlen(text) == 10 && year > 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 &&
           day <= 31;
}

/* [country, first day, last day or null]; the spans of one country follow each other. */
static void check_member(const char *bloc, const json_t *members, size_t at) {
    const json_t *member = json_array_get(members, at);
    const char *code = json_string_value(json_array_get(member, 0));
    const json_t *from = json_array_get(member, 1), *until = json_array_get(member, 2);
    if (json_array_size(member) != 3 || !code || !is_code(code))
        fail_msg("%s: member %zu is no country", bloc, at);
    if (!is_day(from) || !(json_is_null(until) || is_day(until)))
        fail_msg("%s: %s has no proper dates", bloc, code);
    if (is_day(until) && strcmp(json_string_value(from), json_string_value(until)) >= 0)
        fail_msg("%s: %s leaves before it joins", bloc, code);
    for (size_t i = 0; i < at; i++) {
        const json_t *other = json_array_get(members, i), *end = json_array_get(other, 2);
        if (strcmp(code, json_string_value(json_array_get(other, 0)))) continue;
        if (!is_day(end) || strcmp(json_string_value(end), json_string_value(from)) > 0)
            fail_msg("%s: %s is a member twice at a time", bloc, code);
    }
}

static void members_of_blocs_are_countries_with_dates(void **state) {
    (void)state;
    Words words;
    const char *bloc;
    json_t *entry;
    words_open(&words, "", "blocs.json");
    json_object_foreach(words.json.root, bloc, entry) {
        json_t *members = json_object_get(entry, "members");
        assert_true(json_is_array(members));
        for (size_t i = 0; i < json_array_size(members); i++) check_member(bloc, members, i);
    }
    words_close(&words);
}

static void every_bloc_has_a_name_in_every_language(void **state) {
    (void)state;
    Words words;
    const char *bloc;
    json_t *entry;
    words_open(&words, "", "blocs.json");
    json_object_foreach(words.json.root, bloc, entry) {
        for (size_t i = 0; i < LANGUAGE_COUNT; i++)
            if (!json_array_size(json_object_get(json_object_get(entry, "names"), languages[i])))
                fail_msg("%s has no name in %s", bloc, languages[i]);
    }
    check_strings(words.path, "", words.json.root, check_spelling);
    json_object_foreach(words.json.root, bloc, entry)
        check_strings(words.path, bloc, json_object_get(entry, "names"), check_words);
    check_no_twins(words.path, "", words.json.root);
    words_close(&words);
}

/* How many members the bloc has on a day. */
static int members_on(const char *bloc, const char *day) {
    Words words;
    size_t i;
    json_t *member;
    int count = 0;
    words_open(&words, "", "blocs.json");
    json_array_foreach(json_object_get(json_object_get(words.json.root, bloc), "members"), i, member) {
        const char *from = json_string_value(json_array_get(member, 1)),
                   *until = json_string_value(json_array_get(member, 2));
        count += strcmp(from, day) <= 0 && (!until || strcmp(day, until) < 0);
    }
    words_close(&words);
    return count;
}

static void blocs_have_the_members_they_had(void **state) {
    (void)state;
    static const struct {
        const char *bloc, *day;
        int count;
    } rows[] = {
        {"EU", "1960-01-01", 6},
        {"EU", "1990-01-01", 12},
        {"EU", "2015-01-01", 28},
        {"EU", "2021-01-01", 27},
        {"NATO", "1950-01-01", 12},
        {"NATO", "1999-03-23", 19},
        {"NATO", "2010-01-01", 28},
        {"NATO", "2024-04-01", 32},
        {"GCC", "1990-01-01", 6},
        {"G7", "1980-01-01", 7},
        {"G8", "2010-01-01", 8},
        {"G8", "2015-01-01", 0},
        {"G20", "2010-01-01", 19},
        {"ARAB LEAGUE", "2012-01-01", 21},
        {"ARAB LEAGUE", "2024-01-01", 22},
        {"ASEAN", "2019-01-01", 10},
        {"AFRICAN UNION", "2011-08-01", 53},
        {"ECOWAS", "2010-01-01", 15},
        {"BRICS", "2010-01-01", 4},
        {"BRICS", "2023-01-01", 5},
        {"BRICS", "2025-02-01", 10},
        {"AUKUS", "2022-01-01", 3},
        {"QUAD", "2010-01-01", 3},
        {"QUAD", "2020-01-01", 4},
        {"FIVE EYES", "2000-01-01", 5},
        {"OPEC", "2025-01-01", 12},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int count = members_on(rows[i].bloc, rows[i].day);
        if (count != rows[i].count)
            fail_msg("%s has %d members on %s, expected %d", rows[i].bloc, count, rows[i].day, rows[i].count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_spelled_in_the_plain_way),
        cmocka_unit_test(no_list_says_a_thing_twice),
        cmocka_unit_test(members_of_blocs_are_countries_with_dates),
        cmocka_unit_test(every_bloc_has_a_name_in_every_language),
        cmocka_unit_test(blocs_have_the_members_they_had),
    };
    return cmocka_run_group_tests_name("read/words-files", tests, NULL, NULL);
}
