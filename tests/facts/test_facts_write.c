/* Tests of src/facts_write.c, with src/facts_load.c reading back. */
#include "../base/scratch.h"

#include "facts.h"

#include <stdlib.h>
#include <string.h>

/* Everything that facts can say. */
static const char everything[] =
    "{\n"
    "  \"dateline\": \"facts/1\",\n"
    "  \"title\": \"Who says \\\"yes\\\"\\n\\\\ no\",\n"
    "  \"subtitle\": \"\xD0\x9C\xD0\xB8\xD1\x80\",\n"
    "  \"value_name\": \"GDP per head, US$\",\n"
    "  \"language\": \"ru\",\n"
    "  \"source\": {\"name\": \"article.txt\", \"sha256\": \"00ff\"},\n"
    "  \"countries\": [\n"
    "    {\"id\": \"GBR\", \"name\": \"Vereinigtes K\xC3\xB6nigreich\", \"roles\": [\"participant\", "
    "\"striker\", \"host\"], "
    "\"capital\": \"London\", \"mentions\": 4, \"value\": -12.25,\n"
    "     \"evidence\": [\n"
    "       {\"role\": \"host\", \"start\": 0, \"end\": 6, \"quote\": \"London\", \"rule\": \"en/host-1\", "
    "\"sentence\": "
    "\"London hosts.\"},\n"
    "       {\"role\": \"striker\", \"start\": 1000000000000000, \"end\": 1000000000000000}]},\n"
    "    {\"id\": \"YEM\", \"name\": \"YEM\", \"roles\": [\"target\"],\n"
    "     \"evidence\": []}],\n"
    "  \"strikes\": [\n"
    "    {\"target\": \"YEM\", \"by\": [\"GBR\", \"USA\"], \"count\": {\"value\": 1000, \"bound\": \"more "
    "than\", \"text\": "
    "\"more than 1,000\"}, \"since\": \"August\", \"places\": [\"Baghdad\", {\"name\": \"Kobani\", \"lon\": "
    "38.35, \"lat\": 36.89}],\n"
    "     \"evidence\": [\n"
    "       {\"role\": \"target\", \"start\": 5, \"end\": 10}]},\n"
    "    {\"target\": \"SYR\", \"by\": [], \"count\": {\"value\": null, \"bound\": \"hundreds\", \"text\": "
    "\"hundreds\"},\n"
    "     \"evidence\": []},\n"
    "    {\"target\": \"IRQ\", \"by\": [], \"count\": null,\n"
    "     \"evidence\": []}],\n"
    "  \"stated_count\": {\"value\": 26, \"of\": \"participant\", \"found\": 25},\n"
    "  \"host\": {\"country\": \"GBR\", \"place\": \"London\"},\n"
    "  \"notes\": [\n"
    "    {\"text\": \"a doubt\", \"start\": 3, \"end\": 9},\n"
    "    {\"text\": \"a doubt without a place\"}]\n"
    "}\n";

static const char nothing[] = "{\n"
                              "  \"dateline\": \"facts/1\",\n"
                              "  \"title\": \"\",\n"
                              "  \"language\": \"en\",\n"
                              "  \"source\": {\"name\": \"\", \"sha256\": null},\n"
                              "  \"countries\": [],\n"
                              "  \"strikes\": [],\n"
                              "  \"stated_count\": null,\n"
                              "  \"host\": null,\n"
                              "  \"notes\": []\n"
                              "}\n";

static char *there_and_back(const char *text) {
    dateline_error error = {0};
    char told[1200];
    Facts *facts = dateline_facts_load(text, strlen(text), "facts.json", &error);
    if (!facts) fail_msg("%s", dateline_error_text(&error, told, sizeof told));
    char *written = dateline_facts_json(facts);
    dateline_facts_free(facts);
    return written;
}

static void facts_come_back_byte_for_byte(void **state) {
    (void)state;
    const char *const rows[] = {everything, nothing};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *written = there_and_back(rows[i]);
        assert_string_equal(written, rows[i]);
        free(written);
    }
}

static void facts_by_hand_settle_after_one_writing(void **state) {
    (void)state;
    static const char *const rows[] = {
        "{\"dateline\": \"facts/1\"}",
        "{\"notes\": [{}, {\"start\": 5, \"end\": 5}], \"dateline\": \"facts/1\"}",
        "{\"dateline\": \"facts/1\", \"countries\": [{\"id\": \"FRA\", \"value\": 0.30000000000000004}]}",
        "{\"dateline\": \"facts/1\", \"strikes\": [{\"target\": \"YEM\", \"count\": {\"value\": 2.5}}]}",
        "{\"dateline\": \"facts/1\", \"stated_count\": {\"value\": 3}}",
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *once = there_and_back(rows[i]), *twice = there_and_back(once);
        assert_string_equal(twice, once);
        free(once);
        free(twice);
    }
}

static void values_of_every_size_come_back(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "\"value\": 0,"},
        {-0.0, "\"value\": 0,"},
        {0.1, "\"value\": 0.1,"},
        {1e-9, "\"value\": 0.000000001,"},
        {123456.789, "\"value\": 123456.789,"},
        {25462700000000, "\"value\": 25462700000000,"},
        {-999999999999999, "\"value\": -999999999999999,"},
        {1e15, "\"value\": 1000000000000000,"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Facts *facts = facts_new();
        FactsCountry country = {.id = "FRA", .name = "France", .has_value = true, .value = rows[i].value};
        facts->countries = &country;
        facts->country_count = 1;
        char *text = dateline_facts_json(facts);
        assert_non_null(strstr(text, rows[i].text));
        dateline_facts_free(facts);
        dateline_error error = {0};
        facts = dateline_facts_load(text, strlen(text), NULL, &error);
        assert_non_null(facts);
        assert_true(facts->countries[0].has_value && facts->countries[0].value == rows[i].value);
        dateline_facts_free(facts);
        free(text);
    }
}

static void facts_that_nobody_filled_in_are_written_as_nulls(void **state) {
    (void)state;
    Facts *facts = facts_new();
    FactsCountry country = {.id = "FRA"};
    Strike strike = {.target = "YEM"};
    Note note = {0};
    facts->countries = &country, facts->strikes = &strike, facts->notes = &note;
    facts->country_count = facts->strike_count = facts->note_count = 1;
    char *text = dateline_facts_json(facts);
    dateline_facts_free(facts);
    assert_non_null(strstr(text, "\"name\": null, \"roles\": []"));
    char *again = there_and_back(text);
    assert_non_null(strstr(again, "\"name\": \"FRA\", \"roles\": [\"mentioned\"]"));
    free(again);
    free(text);
}

static void broken_letters_from_the_article_still_make_json(void **state) {
    (void)state;
    Facts *facts = facts_new();
    facts->title = "caf\xE9 \x01 \xF0\x9F\x98";
    facts->source_name = "a\"b\\c.txt";
    facts->language = "fr";
    char *text = dateline_facts_json(facts);
    dateline_facts_free(facts);
    char *again = there_and_back(text);
    assert_string_equal(again, text);
    assert_non_null(strstr(text, "caf\xEF\xBF\xBD \\u0001 "));
    free(again);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_come_back_byte_for_byte),
        cmocka_unit_test(facts_by_hand_settle_after_one_writing),
        cmocka_unit_test(values_of_every_size_come_back),
        cmocka_unit_test(facts_that_nobody_filled_in_are_written_as_nulls),
        cmocka_unit_test(broken_letters_from_the_article_still_make_json),
    };
    return cmocka_run_group_tests_name("facts/facts_write", tests, NULL, NULL);
}
