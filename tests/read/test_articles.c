/*
 * What is read in every folder of tests/articles, a line a case, against tests/read/articles.txt. An exact
 * expectation of the reader as it is: where it differs from the gold beside the article, the line ends in
 * how. ACCEPT=1 writes the lines anew; read the diff.
 */
#include "../../src/base/files.h"
#include "../../src/base/json.h"
#include "../../src/base/text.h"
#include "reading.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char expectations[] = "tests/read/articles.txt";

static void add_ids(Text *text, const char *label, const Facts *facts, Role role) {
    char *ids = ids_with(facts, role);
    if (ids[0]) text_add_format(text, " %s: %s;", label, ids);
    free(ids);
}

static bool holds(json_t *list, const char *id) {
    size_t index;
    json_t *item;
    json_array_foreach(list, index, item) {
        if (json_is_string(item) && !strcmp(json_string_value(item), id)) return true;
    }
    return false;
}

/* +FRA is read and not in the gold, -FRA the other way; what is optional is neither. */
static void add_differences(Text *text, const Facts *facts, const json_t *gold, const char *key, Role role) {
    json_t *wanted = json_object_get(gold, key),
           *optional = json_object_get(json_object_get(gold, "optional"), key), *item;
    size_t index;
    for (size_t i = 0; i < facts->country_count; i++) {
        const FactsCountry *country = &facts->countries[i];
        bool read = !role || country->roles & role;
        if (read && !holds(wanted, country->id) && !holds(optional, country->id))
            text_add_format(text, " +%s", country->id);
    }
    json_array_foreach(wanted, index, item) {
        const FactsCountry *country = facts_find(facts, json_string_value(item));
        if (!(country && (!role || country->roles & role)) && !holds(optional, json_string_value(item)))
            text_add_format(text, " -%s", json_string_value(item));
    }
}

static void add_gold(Text *text, const Facts *facts, const char *folder) {
    char path[300];
    Bytes bytes = {0};
    Json json = {0};
    dateline_error error = {0};
    snprintf(path, sizeof path, "%.250s/gold.json", folder);
    assert_true(file_read(path, 1 << 20, &bytes, &error));
    assert_true(json_open(&json, bytes.bytes, bytes.size, path, 0, &error));
    size_t before = text->size;
    text_add(text, " GOLD mentioned");
    size_t empty = text->size;
    add_differences(text, facts, json.root, "mentioned", 0);
    if (text->size == empty) text->size = before, text->bytes[before] = 0;
    before = text->size;
    text_add(text, " GOLD participants");
    empty = text->size;
    add_differences(text, facts, json.root, "participants", ROLE_PARTICIPANT);
    if (text->size == empty) text->size = before, text->bytes[before] = 0;
    json_close(&json);
    free(bytes.bytes);
}

static void add_case(Text *text, void **state, const char *path) {
    char folder[300];
    dateline_error error = {0};
    Bytes bytes = {0};
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    assert_true(file_read(path, 1 << 20, &bytes, &error));
    Facts *facts = dateline_read(*state, bytes.bytes, bytes.size, NULL, &error);
    assert_non_null(facts);
    text_add_format(text, "%s [%s]", strrchr(folder, '/') + 1, facts->language);
    add_ids(text, "participants", facts, ROLE_PARTICIPANT);
    add_ids(text, "declined", facts, ROLE_DECLINED);
    add_ids(text, "mentioned", facts, ROLE_MENTIONED);
    char *strikes = strikes_line(facts);
    if (strikes[0]) text_add_format(text, " strikes: %s;", strikes);
    free(strikes);
    if (facts->host.country) text_add_format(text, " host: %s;", facts->host.country);
    if (facts->stated.known) text_add_format(text, " stated: %d;", facts->stated.value);
    add_gold(text, facts, folder);
    text_add_char(text, '\n');
    dateline_facts_free(facts);
    free(bytes.bytes);
}

static void every_article_is_read_as_expected(void **state) {
    glob_t found;
    Text text = {0};
    Bytes expected = {0};
    dateline_error error = {0};
    assert_int_equal(glob("tests/articles/*/article.*", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) add_case(&text, state, found.gl_pathv[i]);
    globfree(&found);
    if (getenv("ACCEPT")) assert_true(dateline_file_write(expectations, text.bytes, text.size, &error));
    assert_true(file_read(expectations, 1 << 22, &expected, &error));
    for (char *line = text.bytes, *wanted = expected.bytes; *line || *wanted;) {
        size_t size = strcspn(line, "\n"), length = strcspn(wanted, "\n");
        if (size != length || memcmp(line, wanted, size))
            print_error("read:     %.*s\nexpected: %.*s\n", (int)size, line, (int)length, wanted);
        assert_true(size == length && !memcmp(line, wanted, size));
        line += size + (line[size] == '\n');
        wanted += length + (wanted[length] == '\n');
    }
    free(expected.bytes);
    text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_article_is_read_as_expected)};
    return cmocka_run_group_tests_name("read/articles", tests, open_words, close_words);
}
