/* Words about the map: what the alternative text says of which story, and tables that no text can break. */
#include "base/text.h"
#include "facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FACTS(rest)    "{\"dateline\": \"facts/1\", \"title\": \"A title\", " rest "}"
#define ONE(id, roles) "{\"id\": \"" id "\", \"name\": \"" id "land\", \"roles\": [" roles "]}"
#define FOUR           ONE("FRA", PART) ", " ONE("DEU", PART) ", " ONE("ITA", PART) ", " ONE("ESP", PART)
#define PART           "\"participant\""
#define NAMED          "\"mentioned\""

/* The words, or NULL with an error. */
static char *described(const char *json, const char *as, const char *format, dateline_error *error) {
    dateline_facts *facts = dateline_facts_load(json, strlen(json), "facts.json", error);
    dateline_style *style = dateline_style_load("styles", NULL, error);
    assert_non_null(facts);
    assert_non_null(style);
    char *text = dateline_describe(facts, style, as, format, error);
    dateline_style_free(style);
    dateline_facts_free(facts);
    return text;
}

static void the_alternative_text_is_one_sentence_about_the_data(void **state) {
    (void)state;
    static const struct {
        const char *json, *alt;
    } rows[] = {
        {FACTS("\"countries\": [" ONE("FRA", PART) "]"), "Map of who takes part (FRAland).\n"},
        {FACTS("\"countries\": [" FOUR "]"),
         "Map of the four countries taking part, where FRAland, DEUland, ITAland and ESPland are shaded.\n"},
        {FACTS("\"countries\": [" FOUR "], \"host\": {\"country\": \"FRA\", \"place\": \"Paris\"}"),
         "Map of the four countries taking part, where FRAland, DEUland, ITAland and ESPland are shaded and "
         "Paris is the host city.\n"},
        {FACTS("\"countries\": [" FOUR ", " ONE("IRQ", "\"target\"") "], \"strikes\": [{\"target\": \"IRQ\", "
                                                                     "\"by\": [\"FRA\"]}]"),
         "Map of the four countries taking part, where FRAland carries out air strikes in IRQland.\n"},
        {FACTS("\"countries\": [" FOUR
               ", " ONE("IRQ", "\"target\"") "], \"strikes\": [{\"target\": \"IRQ\", "
                                             "\"by\": [\"FRA\", \"DEU\", \"ITA\", \"ESP\"]}]"),
         "Map of the four countries taking part, where four of them carry out air strikes in IRQland.\n"},
        {FACTS("\"countries\": [" FOUR ", " ONE("PRT", "\"declined\"") "]"),
         "Map of the four countries taking part, where FRAland, DEUland, ITAland and ESPland are shaded and "
         "PRTland declined to take part.\n"},
        {FACTS("\"countries\": [" ONE("FRA", NAMED) "]"), "Map of what the article names (FRAland).\n"},
        {FACTS("\"countries\": [{\"id\": \"FRA\", \"name\": \"France\", \"value\": 3}, {\"id\": \"DEU\", "
               "\"name\": \"Germany\", \"value\": 1200.5}]"),
         "Map of numbers for two countries, where Germany has the highest number (1,201).\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = described(rows[i].json, "alt", NULL, NULL);
        assert_non_null(text);
        assert_string_equal(text, rows[i].alt);
        free(text);
    }
}

static void the_long_description_names_everybody(void **state) {
    (void)state;
    char *text =
        described(FACTS("\"countries\": [" FOUR ", " ONE("IRQ", "\"target\"") "]"), "long", NULL, NULL);
    static const char *const names[] = {"A title\n\n",
                                        "4 take part: FRAland, DEUland, ITAland and ESPland.\n",
                                        "1 hit by air strikes: IRQland.\n"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) assert_non_null(strstr(text, names[i]));
    free(text);
}

static void a_table_cannot_be_broken_by_what_it_holds(void **state) {
    (void)state;
    static const char json[] =
        FACTS("\"countries\": [{\"id\": \"FRA\", \"name\": \"=A|b <i>\\\"*\\u202e\\n]]>\", \"roles\": [" PART
              "], \"evidence\": [{\"role\": " PART ", \"sentence\": \"One\\ntwo\"}]}]");
    static const struct {
        const char *format, *cells;
    } rows[] = {
        {"markdown", "\n| =A\\|b &lt;i&gt;&quot;\\* \\]\\]&gt; | FRA | taking part | One two |\n"},
        {"html",
         "<tr><td>=A|b &lt;i&gt;&quot;* ]]&gt;</td><td>FRA</td><td>taking part</td><td>One two</td></tr>\n"},
        {"csv", "\r\n\"'=A|b <i>\"\"* ]]>\",\"FRA\",\"taking part\",\"One two\"\r\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = described(json, "table", rows[i].format, NULL);
        assert_non_null(text);
        if (!strstr(text, rows[i].cells)) fail_msg("%s is not in %s", rows[i].cells, text);
        free(text);
    }
}

static void unknown_words_are_refused_with_the_known_ones(void **state) {
    (void)state;
    static const struct {
        const char *as, *format, *message;
    } rows[] = {{"poem", NULL, "no such words; alt, long or table would be right"},
                {"table", "latex", "no format of a table; markdown, html or csv would be right"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_error error = {0};
        assert_null(described(FACTS("\"countries\": [" FOUR "]"), rows[i].as, rows[i].format, &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
        assert_string_equal(error.message, rows[i].message);
    }
}

static void facts_without_countries_have_no_words(void **state) {
    (void)state;
    dateline_error error = {0};
    assert_null(described(FACTS("\"countries\": []"), "alt", NULL, &error));
    assert_int_equal(error.status, DATELINE_BAD_INPUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_alternative_text_is_one_sentence_about_the_data),
        cmocka_unit_test(the_long_description_names_everybody),
        cmocka_unit_test(a_table_cannot_be_broken_by_what_it_holds),
        cmocka_unit_test(unknown_words_are_refused_with_the_known_ones),
        cmocka_unit_test(facts_without_countries_have_no_words),
    };
    return cmocka_run_group_tests_name("document/describe", tests, NULL, NULL);
}
