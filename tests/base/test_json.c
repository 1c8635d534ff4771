/* Tests of src/base/json.c. */
#include "scratch.h"

#include "base/json.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text in memory of exactly its size, so that a sanitizer sees every byte read past it. */
static char *exact_copy(const char *text) {
    size_t size = strlen(text);
    char *copy = malloc(size ? size : 1);
    memcpy(copy, text, size);
    return copy;
}

typedef struct PlaceRow {
    const char *text, *path;
    bool key;
    int line, column;
} PlaceRow;

static void check_places(const PlaceRow *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *text = exact_copy(rows[i].text);
        Json json;
        assert_true(json_open(&json, text, strlen(rows[i].text), "a.json", JSON_COMMENTS, NULL));
        Place place = json_place(&json, rows[i].path, rows[i].key);
        if (place.line != rows[i].line || place.column != rows[i].column)
            fail_msg("%s in %s: %d:%d, expected %d:%d", rows[i].path, rows[i].text, place.line, place.column,
                     rows[i].line, rows[i].column);
        assert_string_equal(place.source, "a.json");
        assert_string_equal(place.path, rows[i].path);
        json_close(&json);
        free(text);
    }
}

/* ---------------------------------------------------------------------------------------------- places */

static void values_and_keys_are_found_where_they_stand(void **state) {
    (void)state;
    static const char deep[] = "{\n"
                               "  \"title\": \"x\",\n"
                               "  \"countries\": [\n"
                               "    {\"id\": \"FRA\", \"roles\": [\"host\", \"target\"]},\n"
                               "    {\"id\": \"DEU\",\n"
                               "     \"evidence\": [[1, [2, {\"quote\": null}]], {}, [], true, -1.5e3]}\n"
                               "  ]\n"
                               "}";
    static const PlaceRow rows[] = {
        {deep, "", false, 1, 1},
        {deep, "title", false, 2, 12},
        {deep, "title", true, 2, 3},
        {deep, "countries", false, 3, 16},
        {deep, "countries[0]", false, 4, 5},
        {deep, "countries[0].id", false, 4, 12},
        {deep, "countries[0].id", true, 4, 6},
        {deep, "countries[0].roles[0]", false, 4, 29},
        {deep, "countries[0].roles[1]", false, 4, 37},
        {deep, "countries[1].evidence", true, 6, 6},
        {deep, "countries[1].evidence[0][1][1].quote", false, 6, 37},
        {deep, "countries[1].evidence[0][1][1].quote", true, 6, 28},
        {deep, "countries[1].evidence[1]", false, 6, 46},
        {deep, "countries[1].evidence[2]", false, 6, 50},
        {deep, "countries[1].evidence[3]", false, 6, 54},
        {deep, "countries[1].evidence[4]", false, 6, 60},
        {"{\"a\":1,\"b\":2}", "b", false, 1, 12},
        {"{\"a\":1,\"b\":2}", "b", true, 1, 8},
        {"\n\n  [1 , 2 ]", "[1]", false, 3, 8},
        {"\t{\"a\":\t1}", "a", false, 1, 8},
        {"{\r\n\"a\": 1}", "a", false, 2, 6},
    };
    check_places(rows, COUNT_OF(rows));
}

static void what_is_not_there_has_the_place_of_what_would_hold_it(void **state) {
    (void)state;
    static const char text[] = "{\"a\": [1, {\"b\": {}}], \"c\": 5}";
    static const PlaceRow rows[] = {
        {text, "missing", false, 1, 1},
        {text, "a[2]", false, 1, 7},
        {text, "a[99999999999]", false, 1, 7},
        {text, "a[1].missing", true, 1, 11},
        {text, "a[1].b.c", false, 1, 17},
        {text, "c.d", false, 1, 28},
        {text, "c[0]", false, 1, 28},
        {text, "a.b", false, 1, 7},
        {text, "[0]", false, 1, 1},
        {text, "a[", false, 1, 7},
        {text, "a[x]", false, 1, 7},
        {text, "a[1", false, 1, 7},
        {text, "a[0].", false, 1, 8},
        {text, ".", false, 1, 1},
        {text, "a]", false, 1, 1},
        {"{}", "a.b[3].c", true, 1, 1},
        {"[]", "[0]", false, 1, 1},
        {"[[]]", "[0][0]", false, 1, 2},
    };
    check_places(rows, COUNT_OF(rows));
}

static void one_key_that_begins_another_is_not_taken_for_it(void **state) {
    (void)state;
    static const char text[] = "{\"fills\": 1, \"fil\": 2, \"fill\": 3, \"f\": 4}";
    static const PlaceRow rows[] = {
        {text, "fill", false, 1, 32},
        {text, "fil", false, 1, 21},
        {text, "f", false, 1, 40},
        {text, "fi", false, 1, 1},
    };
    check_places(rows, COUNT_OF(rows));
}

static void strings_hide_nothing_that_looks_like_structure(void **state) {
    (void)state;
    static const PlaceRow rows[] = {
        {"{\"a\": \"}],{[\", \"b\": 1}", "b", false, 1, 21},
        {"{\"a\": \"\\\"\", \"b\": 1}", "b", false, 1, 18},
        {"{\"a\": \"\\\\\", \"b\": 1}", "b", false, 1, 18},
        {"{\"a\": \"\\\\\\\"}\", \"b\": 1}", "b", false, 1, 21},
        {"{\"a\": \"// no comment\", \"b\": 1}", "b", false, 1, 29},
        {"{\"a\": \"/* nor this\", \"b\": \"*/\"}", "b", false, 1, 27},
        {"{\"a\": {\"b\": \"\\\"b\\\": 1\"}, \"b\": 1}", "b", false, 1, 31},
        {"[\"]\", \"[\", 3]", "[2]", false, 1, 12},
        {"[{\"a\": [\"]}\"]}, 3]", "[1]", false, 1, 17},
    };
    check_places(rows, COUNT_OF(rows));
}

static void keys_may_have_dots_brackets_and_escapes(void **state) {
    (void)state;
    static const PlaceRow rows[] = {
        {"{\"a.b\": 1, \"c\": 2}", "a.b", false, 1, 9},
        {"{\"a.b\": 1, \"c\": 2}", "a.b", true, 1, 2},
        {"{\"a\": {\"b\": 1}, \"a.c\": 2}", "a.c", false, 1, 24},
        {"{\"a.b\": {\"c.d\": [1, {\"e[0]\": 5}]}}", "a.b.c.d[1].e[0]", false, 1, 30},
        {"{\"a[0]\": 1}", "a[0]", true, 1, 2},
        {"{\"[0]\": 1}", "[0]", true, 1, 2},
        {"{\".x\": 1}", ".x", true, 1, 2},
        {"{\"a\": {\"\": 1}}", "a.", false, 1, 12},
        {"{\"say \\\"hi\\\"\": 1, \"b\": 2}", "say \"hi\"", false, 1, 16},
        {"{\"say \\\"hi\\\"\": 1, \"b\": 2}", "b", false, 1, 24},
        {"{\"\\u0066ill\": 1}", "fill", true, 1, 2},
        {"{\"\\u00e9t\\u00E9\": 1}", "\xC3\xA9t\xC3\xA9", false, 1, 19},
        {"{\"\\ud83d\\ude00\": 1}", "\xF0\x9F\x98\x80", false, 1, 18},
        {"{\"\\t\\n\\r\\b\\f\\/\\\\\": 1}", "\t\n\r\b\f/\\", false, 1, 20},
        {"{\"a\\\"b\": 1, \"a\": 2}", "a", false, 1, 18},
    };
    check_places(rows, COUNT_OF(rows));
}

static void a_key_with_a_quote_is_not_looked_for_past_the_end(void **state) {
    (void)state;
    static const PlaceRow rows[] = {{"{\"a\\\":1}zzzzzzzz\":2,\"a\":1}", "a\":1}zzzzzzzz", true, 1, 2}};
    check_places(rows, COUNT_OF(rows));
}

static void a_path_that_was_cut_still_finds_its_key(void **state) {
    (void)state;
    char text[2100], path[128], key[2001];
    memset(key, 'k', sizeof key - 1), key[sizeof key - 1] = 0;
    snprintf(text, sizeof text, "{\"a\": 1,\n \"%s\": 2}", key);
    snprintf(path, sizeof path, "%.127s", key);
    check_places(&(PlaceRow){text, path, true, 2, 2}, 1);
}

static void columns_count_letters_and_not_bytes(void **state) {
    (void)state;
    static const PlaceRow rows[] = {
        {"{\"\xC3\xA9\": 1, \"b\": 2}", "b", false, 1, 15},
        {"{\"\xE6\x9D\xB1\xE4\xBA\xAC\": \"\xF0\x9F\x98\x80\", \"b\": 2}", "b", true, 1, 13},
        {"[\"\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0\",\n \"\xC3\xA9\", 3]", "[2]", false, 2, 7},
    };
    check_places(rows, COUNT_OF(rows));
}

static void comments_are_passed_over(void **state) {
    (void)state;
    static const PlaceRow rows[] = {
        {"// first\n{\"a\": 1}", "a", false, 2, 7},
        {"/**/{\"a\": 1}", "a", false, 1, 11},
        {"/* one *//* two */{\"a\": 1}", "a", true, 1, 20},
        {"{/*x*//*y*/\"a\"/*z*//**/:/*,*//*}*/1}", "a", false, 1, 35},
        {"{\"a\": 1, // \"b\": 3\n \"b\": 2}", "b", false, 2, 7},
        {"{\"a\": [1, /* 2, */ 3, // 4\n // 5\n 6]}", "a[2]", false, 3, 2},
        {"{\"a\": [1/*]*/, 2]}", "a[1]", false, 1, 16},
        {"{\"a\": 1 /* } */, \"b\": 2}", "b", true, 1, 18},
        {"{\"a\": 12//x\n, \"b\": 2}//end", "b", true, 2, 3},
        {"{\"a\": /***/ 1}", "a", false, 1, 13},
        {"{\"a\": /*/ 2 */ 1}", "a", false, 1, 16},
        {"{/* \xC3\xA9 */\"a\": 1}", "a", true, 1, 9},
    };
    check_places(rows, COUNT_OF(rows));
}

static void a_byte_order_mark_is_no_letter(void **state) {
    (void)state;
    static const PlaceRow rows[] = {{"\xEF\xBB\xBF{\"a\": 1}", "a", false, 1, 7}};
    check_places(rows, COUNT_OF(rows));
}

static size_t offset_of(const Json *json, Place place) {
    size_t at = 0;
    for (int line = 1; line < place.line; at++) line += json->text[at] == '\n';
    return at + (size_t)place.column - 1;
}

/* Parses what stands at the place of every value: it must be that value. */
static void check_every_value(const Json *json, const json_t *value, const char *path) {
    size_t at = offset_of(json, json_place(json, path, false));
    json_error_t ignored;
    json_t *found =
        json_loadb(json->text + at, json->size - at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &ignored);
    if (!found || !json_equal(found, (json_t *)value)) fail_msg("%s is not at %zu", path, at);
    json_decref(found);
    const char *key;
    json_t *child;
    char below[300];
    json_object_foreach((json_t *)value, key, child) {
        snprintf(below, sizeof below, "%s%s%s", path, *path ? "." : "", key);
        at = offset_of(json, json_place(json, below, true));
        assert_int_equal(strncmp(json->text + at + 1, key, strlen(key)), 0);
        check_every_value(json, child, below);
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        snprintf(below, sizeof below, "%s[%zu]", path, i);
        check_every_value(json, json_array_get(value, i), below);
    }
}

static void every_value_of_the_default_style_is_found_at_its_place(void **state) {
    (void)state;
    size_t size;
    char *text = dateline_file_read("styles/default.json", &size, NULL);
    Json json;
    assert_true(json_open(&json, text, size, "default.json", JSON_COMMENTS, NULL));
    char *plain =
        json_dumps(json.root, JSON_INDENT(3) | JSON_ENSURE_ASCII); /* where offsets are easily told */
    json_close(&json);
    free(text);
    assert_true(json_open(&json, plain, strlen(plain), "default.json", 0, NULL));
    check_every_value(&json, json.root, "");
    json_close(&json);
    free(plain);
}

static void a_failure_is_told_with_its_place_and_path(void **state) {
    (void)state;
    static const char text[] = "{\"roles\":\n  {\"target\": 5}}";
    Json json;
    assert_true(json_open(&json, text, strlen(text), "styles/mine.json", 0, NULL));
    dateline_error error = {0};
    char told[1200];
    assert_false(json_fail(&json, "roles.target", true, &error, "is %d", 5));
    assert_string_equal(dateline_error_text(&error, told, sizeof told),
                        "styles/mine.json:2:4: roles.target: is 5");
    assert_int_equal(error.status, DATELINE_BAD_INPUT);
    json_close(&json);
}

/* ---------------------------------------------------------------------------------------------- what is no
 * JSON */

typedef struct BadRow {
    const char *text;
    int line, column;
    const char *message;
} BadRow;

static void check_bad(const BadRow *rows, size_t count, int flags) {
    for (size_t i = 0; i < count; i++) {
        char *text = exact_copy(rows[i].text);
        Json json;
        dateline_error error = {0};
        assert_false(json_open(&json, text, strlen(rows[i].text), "a.json", flags, &error));
        assert_null(json.root);
        if (error.line != rows[i].line || error.column != rows[i].column ||
            strcmp(error.message, rows[i].message) != 0)
            fail_msg("%s: %d:%d: %s", rows[i].text, error.line, error.column, error.message);
        assert_int_equal(error.status, DATELINE_BAD_INPUT);
        json_close(&json);
        free(text);
    }
}

#define NOT_JSON "is not valid JSON: "

static void wrong_syntax_is_told_where_it_begins(void **state) {
    (void)state;
    static const BadRow rows[] = {
        {"", 1, 1, NOT_JSON "'[' or '{' expected near end of file"},
        {" \n ", 2, 2, NOT_JSON "'[' or '{' expected near end of file"},
        {"5", 1, 1, NOT_JSON "'[' or '{' expected"},
        {"\"text\"", 1, 1, NOT_JSON "'[' or '{' expected"},
        {"{", 1, 2, NOT_JSON "string or '}' expected near end of file"},
        {"{\"a\": [1, 2", 1, 12, NOT_JSON "']' expected near end of file"},
        {"{\"a\": \"abc", 1, 7, NOT_JSON "premature end of input"},
        {"{\"a\":\n \"a\nb\"}", 2, 2, NOT_JSON "unexpected newline"},
        {"{\"a\": tru}", 1, 7, NOT_JSON "invalid token"},
        {"{\"a\": True}", 1, 7, NOT_JSON "invalid token"},
        {"{\"a\": 'b'}", 1, 7, NOT_JSON "invalid token"},
        {"{a: 1}", 1, 2, NOT_JSON "string or '}' expected"},
        {"{\"a\" 1}", 1, 6, NOT_JSON "':' expected"},
        {"{\"a\": 1,}", 1, 9, NOT_JSON "string or '}' expected"},
        {"[1 2]", 1, 4, NOT_JSON "']' expected"},
        {"[1,\n\n  22 \"x\"]", 3, 6, NOT_JSON "']' expected"},
        {"{\"a\": 1} x", 1, 10, NOT_JSON "end of file expected"},
        {"{\"a\": 1}{}", 1, 9, NOT_JSON "end of file expected"},
        {"[01]", 1, 2, NOT_JSON "invalid token"},
        {"[+1]", 1, 2, NOT_JSON "invalid token"},
        {"[1.]", 1, 2, NOT_JSON "invalid token"},
        {"[\"a\\x\"]", 1, 2, NOT_JSON "invalid escape"},
        {"[1] // no comments here", 1, 5, NOT_JSON "end of file expected"},
    };
    check_bad(rows, COUNT_OF(rows), 0);
}

static void what_json_has_no_word_for_is_refused(void **state) {
    (void)state;
    static const BadRow rows[] = {
        {"{\"a\": NaN}", 1, 7, NOT_JSON "invalid token"},
        {"{\"a\": Infinity}", 1, 7, NOT_JSON "invalid token"},
        {"{\"a\": -Infinity}", 1, 7, NOT_JSON "invalid token"},
        {"{\"a\": 1e999}", 1, 7, NOT_JSON "real number overflow"},
        {"{\"a\": 99999999999999999999}", 1, 7, NOT_JSON "too big integer"},
        {"{\"a\": 0x10}", 1, 8, NOT_JSON "'}' expected"},
    };
    check_bad(rows, COUNT_OF(rows), 0);
}

static void a_key_that_stands_twice_is_told_the_second_time(void **state) {
    (void)state;
    static const BadRow rows[] = {
        {"{\"a\": 1,\n \"a\": 2}", 2, 2, NOT_JSON "duplicate object key"},
        {"{\"b\": {\"\xC3\xA9\": 1, \"\xC3\xA9\": 1}}", 1, 16, NOT_JSON "duplicate object key"},
        {"{\"a\": 1, \"\\u0061\": 2}", 1, 10, NOT_JSON "duplicate object key"},
    };
    check_bad(rows, COUNT_OF(rows), 0);
}

static void bytes_that_are_not_utf8_are_told_where_they_stand(void **state) {
    (void)state;
    static const BadRow rows[] = {
        {"{\"\xFF\": 1}", 1, 3, NOT_JSON "unable to decode byte 0xff"},
        {"{\"a\":\n \"ab\xC3\"}", 2, 5, NOT_JSON "unable to decode byte 0xc3"},
        {"\xE9", 1, 1, NOT_JSON "unable to decode byte 0xe9"},
    };
    check_bad(rows, COUNT_OF(rows), 0);
}

static void comments_without_an_end_are_told_where_they_begin(void **state) {
    (void)state;
    static const BadRow rows[] = {
        {"{} /*", 1, 4, "this comment has no end; */ after it would be right"},
        {"{\n /* \"a\": 1}", 2, 2, "this comment has no end; */ after it would be right"},
        {"{} /*/", 1, 4, "this comment has no end; */ after it would be right"},
        {"{} /", 1, 4, NOT_JSON "end of file expected"},
        {"{\"a\": 1 / 2}", 1, 9, NOT_JSON "'}' expected"},
        {"// only this", 1, 13, NOT_JSON "'[' or '{' expected near end of file"},
        {"{\"a\": \"\\", 1, 7, NOT_JSON "invalid escape"},
        {"{\"a\": /* x */ }", 1, 15, NOT_JSON "unexpected token"},
    };
    check_bad(rows, COUNT_OF(rows), JSON_COMMENTS);
}

/* A document of so many opening brackets, and as many closing ones. */
static char *nested(size_t levels, const char *open, const char *close) {
    Text text = {0};
    for (size_t i = 0; i < levels; i++) text_add(&text, open);
    text_add(&text, "1");
    for (size_t i = 0; i < levels; i++) text_add(&text, close);
    return text_take(&text);
}

static void ten_thousand_levels_are_refused_and_do_not_fell_the_parser(void **state) {
    (void)state;
    static const char *const brackets[][2] = {{"[", "]"}, {"{\"a\":", "}"}, {"[{\"a\":", "}]"}};
    for (size_t i = 0; i < COUNT_OF(brackets); i++) {
        char *text = nested(10000, brackets[i][0], brackets[i][1]);
        Json json;
        dateline_error error = {0};
        assert_false(json_open(&json, text, strlen(text), "deep.json", JSON_COMMENTS, &error));
        assert_string_equal(error.message, NOT_JSON "maximum parsing depth reached");
        assert_int_equal(error.line, 1);
        assert_true(error.column > 1000);
        free(text);
    }
}

static void many_levels_are_walked_to_the_innermost(void **state) {
    (void)state;
    char *text = nested(1000, "[", "]"), *path = nested(1000, "[0]", "");
    path[3000] = 0; /* the innermost is a number and not a list */
    Json json;
    assert_true(json_open(&json, text, strlen(text), "deep.json", 0, NULL));
    assert_int_equal(json_place(&json, path, false).column, 1001);
    json_close(&json);
    free(text);
    free(path);
}

static void a_text_cut_anywhere_is_refused_and_never_read_past_its_end(void **state) {
    (void)state;
    static const char whole[] =
        "{ /* c */ \"k\\u00e9\\\"y\": [1.5e3, true, null, {\"\xC3\xA9\": \"\\ud83d\\ude00\"}], // d\n"
        "\"x\": -0 }";
    for (size_t size = 0; size + 1 < sizeof whole; size++) {
        char *text = malloc(size ? size : 1);
        memcpy(text, whole, size);
        for (int flags = 0; flags <= JSON_COMMENTS; flags++) {
            Json json;
            dateline_error error = {0};
            assert_false(json_open(&json, text, size, "cut.json", flags, &error));
            assert_true(error.line >= 1 && error.column >= 1 && error.message[0]);
        }
        free(text);
    }
}

/* ---------------------------------------------------------------------------------------------- writing */

static void strings_are_quoted_so_that_they_come_back(void **state) {
    (void)state;
    static const struct {
        const char *given, *quoted;
    } rows[] = {
        {"", "\"\""},
        {"Norway", "\"Norway\""},
        {"say \"hi\"", "\"say \\\"hi\\\"\""},
        {"back\\slash", "\"back\\\\slash\""},
        {"a\nb\tc\r", "\"a\\nb\\u0009c\\u000d\""},
        {"\x01\x1F\x7F", "\"\\u0001\\u001f\\u007f\""},
        {"\xC3\xA9\xE6\x9D\xB1\xF0\x9F\x98\x80", "\"\xC3\xA9\xE6\x9D\xB1\xF0\x9F\x98\x80\""},
        {"a/b", "\"a/b\""},
        {"\xFFx\xC3", "\"\xEF\xBF\xBDx\xEF\xBF\xBD\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text text = {0};
        json_quote(&text, rows[i].given);
        assert_string_equal(text.bytes, rows[i].quoted);
        text_free(&text);
    }
}

static void every_quoted_byte_is_json(void **state) {
    (void)state;
    for (int byte = 1; byte < 256; byte++) {
        char string[3] = {(char)byte, 'x', 0};
        Text text = {0};
        text_add(&text, "[");
        json_quote(&text, string);
        text_add(&text, "]");
        Json json;
        assert_true(json_open(&json, text.bytes, text.size, NULL, 0, NULL));
        if (byte < 128) assert_string_equal(json_string_value(json_array_get(json.root, 0)), string);
        json_close(&json);
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_keys_are_found_where_they_stand),
        cmocka_unit_test(what_is_not_there_has_the_place_of_what_would_hold_it),
        cmocka_unit_test(one_key_that_begins_another_is_not_taken_for_it),
        cmocka_unit_test(strings_hide_nothing_that_looks_like_structure),
        cmocka_unit_test(keys_may_have_dots_brackets_and_escapes),
        cmocka_unit_test(a_key_with_a_quote_is_not_looked_for_past_the_end),
        cmocka_unit_test(a_path_that_was_cut_still_finds_its_key),
        cmocka_unit_test(columns_count_letters_and_not_bytes),
        cmocka_unit_test(comments_are_passed_over),
        cmocka_unit_test(a_byte_order_mark_is_no_letter),
        cmocka_unit_test(every_value_of_the_default_style_is_found_at_its_place),
        cmocka_unit_test(a_failure_is_told_with_its_place_and_path),
        cmocka_unit_test(wrong_syntax_is_told_where_it_begins),
        cmocka_unit_test(what_json_has_no_word_for_is_refused),
        cmocka_unit_test(a_key_that_stands_twice_is_told_the_second_time),
        cmocka_unit_test(bytes_that_are_not_utf8_are_told_where_they_stand),
        cmocka_unit_test(comments_without_an_end_are_told_where_they_begin),
        cmocka_unit_test(ten_thousand_levels_are_refused_and_do_not_fell_the_parser),
        cmocka_unit_test(many_levels_are_walked_to_the_innermost),
        cmocka_unit_test(a_text_cut_anywhere_is_refused_and_never_read_past_its_end),
        cmocka_unit_test(strings_are_quoted_so_that_they_come_back),
        cmocka_unit_test(every_quoted_byte_is_json),
    };
    return cmocka_run_group_tests_name("base/json", tests, NULL, NULL);
}
