/* Tests of src/facts_load.c and the values it loads (src/facts_values.c). */
#include "../base/scratch.h"

#include "base/text.h"
#include "facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "{\"dateline\": \"facts/1\",\n"

/* Loads from memory of exactly the size of text, so that a sanitizer sees what is read past it. */
static Facts *load(const char *text, dateline_error *error) {
    size_t size = strlen(text);
    char *copy = malloc(size ? size : 1);
    memcpy(copy, text, size);
    Facts *facts = dateline_facts_load(copy, size, "facts.json", error);
    free(copy);
    return facts;
}

static Facts *load_right(const char *text) {
    dateline_error error = {0};
    char told[1200];
    Facts *facts = load(text, &error);
    if (!facts) fail_msg("%s", dateline_error_text(&error, told, sizeof told));
    assert_int_equal(error.status, DATELINE_OK);
    return facts;
}

typedef struct WrongRow {
    const char *text, *told;
} WrongRow;

static void check_wrong(const WrongRow *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        dateline_error error = {0};
        char told[1200];
        assert_null(load(rows[i].text, &error));
        assert_int_equal(error.status, DATELINE_BAD_INPUT);
        assert_string_equal(dateline_error_text(&error, told, sizeof told), rows[i].told);
        assert_null(load(rows[i].text, NULL));
    }
}

/* ---------------------------------------------------------------------------------------------- what is
 * right */

static void what_is_missing_gets_an_honest_default(void **state) {
    (void)state;
    static const char *const rows[] = {
        "{\"dateline\": \"facts/1\"}",
        HEAD
        "\"title\": null, \"subtitle\": null, \"language\": null, \"source\": null, \"countries\": null,\n"
        "\"strikes\": null, \"stated_count\": null, \"host\": null, \"notes\": null}",
        HEAD "\"source\": {}, \"countries\": [], \"strikes\": [], \"notes\": []}",
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Facts *facts = load_right(rows[i]);
        assert_string_equal(facts->title, "");
        assert_null(facts->subtitle);
        assert_string_equal(facts->language, "en");
        assert_string_equal(facts->source_name, "");
        assert_null(facts->source_sha256);
        assert_int_equal(facts->country_count + facts->strike_count + facts->note_count, 0);
        assert_false(facts->stated.known);
        assert_null(facts->host.country);
        dateline_facts_free(facts);
    }
}

static void a_country_by_code_alone_is_mentioned_and_named_by_its_code(void **state) {
    (void)state;
    Facts *facts =
        load_right(HEAD "\"countries\": [{\"id\": \"FRA\"}, {\"id\": \"DEU\", \"name\": \"Germany\", "
                        "\"roles\": [\"host\", \"target\", \"host\"], \"mentions\": 3, \"value\": -2.5}]}");
    assert_int_equal(facts->country_count, 2);
    assert_string_equal(facts->countries[0].name, "FRA");
    assert_int_equal(facts->countries[0].roles, ROLE_MENTIONED);
    assert_int_equal(facts->countries[0].mentions, 0);
    assert_false(facts->countries[0].has_value);
    assert_string_equal(facts->countries[1].name, "Germany");
    assert_int_equal(facts->countries[1].roles, ROLE_HOST | ROLE_TARGET);
    assert_int_equal(facts->countries[1].mentions, 3);
    assert_true(facts->countries[1].has_value && facts->countries[1].value == -2.5);
    dateline_facts_free(facts);
}

static void a_count_has_a_text_whenever_anything_is_known(void **state) {
    (void)state;
    static const struct {
        const char *count;
        bool has_value;
        double value;
        const char *bound, *text;
    } rows[] = {
        {"null", false, 0, NULL, NULL},
        {"{}", false, 0, NULL, NULL},
        {"{\"value\": null}", false, 0, NULL, NULL},
        {"{\"value\": 12}", true, 12, NULL, "12"},
        {"{\"value\": 1e15}", true, 1e15, NULL, "1000000000000000"},
        {"{\"value\": 1000, \"bound\": \"more than\"}", true, 1000, "more than", "1000"},
        {"{\"value\": 1000, \"bound\": \"more than\", \"text\": \"1,000\"}", true, 1000, "more than",
         "1,000"},
        {"{\"bound\": \"hundreds\"}", false, 0, "hundreds", "hundreds"},
        {"{\"value\": null, \"bound\": \"hundreds\", \"text\": \"hundreds of\"}", false, 0, "hundreds",
         "hundreds of"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[300];
        snprintf(text, sizeof text, HEAD "\"strikes\": [{\"target\": \"YEM\", \"count\": %s}]}",
                 rows[i].count);
        Facts *facts = load_right(text);
        const StrikeCount *count = &facts->strikes[0].count;
        assert_int_equal(count->has_value, rows[i].has_value);
        assert_true(count->value == rows[i].value);
        const char *const pairs[][2] = {{count->bound, rows[i].bound}, {count->text, rows[i].text}};
        for (size_t j = 0; j < 2; j++)
            if (pairs[j][1])
                assert_string_equal(pairs[j][0], pairs[j][1]);
            else
                assert_null(pairs[j][0]);
        dateline_facts_free(facts);
    }
}

static void a_byte_order_mark_and_windows_line_ends_do_no_harm(void **state) {
    (void)state;
    Facts *facts = load_right("\xEF\xBB\xBF{\r\n\"dateline\": \"facts/1\",\r\n\"title\": \"x\"}\r\n");
    assert_string_equal(facts->title, "x");
    dateline_facts_free(facts);
}

/* ---------------------------------------------------------------------------------------------- what is
 * wrong */

static void what_is_not_facts_is_refused(void **state) {
    (void)state;
    static const WrongRow rows[] = {
        {"", "facts.json:1:1: is not valid JSON: '[' or '{' expected near end of file"},
        {"Air strikes on Friday", "facts.json:1:1: is not valid JSON: '[' or '{' expected"},
        {"{\n  \"dateline\": \"facts/1\",\n  \"title\" \"x\"}",
         "facts.json:3:11: is not valid JSON: ':' expected"},
        {"[]", "facts.json:1:1: is a list; an object would be right"},
        {"\n {}",
         "facts.json:2:2: not facts that this version knows; \"dateline\": \"facts/1\" would be right"},
        {"{\"dateline\": \"facts/2\", \"new\": 1}", "facts.json:1:14: dateline: not facts that this version "
                                                    "knows; \"dateline\": \"facts/1\" would be right"},
        {"{\"dateline\": 1}",
         "facts.json:1:1: not facts that this version knows; \"dateline\": \"facts/1\" would be right"},
        {HEAD "\"title\": \"a\",\n\"title\": \"b\"}",
         "facts.json:3:1: is not valid JSON: duplicate object key"},
        {HEAD "\"title\": \"caf\xE9\"}", "facts.json:2:14: is not valid JSON: unable to decode byte 0xe9"},
        {HEAD "\"title\": NaN}", "facts.json:2:10: is not valid JSON: invalid token"},
    };
    check_wrong(rows, COUNT_OF(rows));
}

static void an_unknown_key_is_told_at_every_level_with_what_was_meant(void **state) {
    (void)state;
    static const WrongRow rows[] = {
        {HEAD "\"titel\": \"x\"}", "facts.json:2:1: titel: unknown key; did you mean \"title\"?"},
        {HEAD "\"xyzzy\": \"x\"}", "facts.json:2:1: xyzzy: unknown key"},
        {HEAD "\"source\": {\"nam\": \"x\"}}",
         "facts.json:2:12: source.nam: unknown key; did you mean \"name\"?"},
        {HEAD "\"countries\": [{\"id\": \"FRA\"}, {\"id\": \"DEU\", \"role\": []}]}",
         "facts.json:2:44: countries[1].role: unknown key; did you mean \"roles\"?"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"evidence\": [{\"role\": \"host\"}, {\"rule\": \"r\", "
              "\"strat\": 1}]}]}",
         "facts.json:2:74: countries[0].evidence[1].strat: unknown key; did you mean \"start\"?"},
        {HEAD "\"strikes\": [{\"targets\": \"YEM\"}]}",
         "facts.json:2:14: strikes[0].targets: unknown key; did you mean \"target\"?"},
        {HEAD "\"strikes\": [{\"target\": \"YEM\", \"count\": {\"vaule\": 3}}]}",
         "facts.json:2:41: strikes[0].count.vaule: unknown key; did you mean \"value\"?"},
        {HEAD "\"stated_count\": {\"value\": 3, \"off\": 1}}",
         "facts.json:2:30: stated_count.off: unknown key; did you mean \"of\"?"},
        {HEAD "\"host\": {\"county\": \"GBR\"}}",
         "facts.json:2:10: host.county: unknown key; did you mean \"country\"?"},
        {HEAD "\"notes\": [{\"txt\": \"x\"}]}",
         "facts.json:2:12: notes[0].txt: unknown key; did you mean \"text\"?"},
        {HEAD "\"a.b\\\"c\": 1}", "facts.json:2:1: a.b\"c: unknown key"},
        {HEAD "\"\": 1}", "facts.json:1:1: unknown key"},
        {HEAD "\"t\\u001b[31m\\nx\": 1}", "facts.json:2:1: t?[31m?x: unknown key"},
    };
    check_wrong(rows, COUNT_OF(rows));
}

static void a_value_of_the_wrong_kind_is_told_with_what_would_be_right(void **state) {
    (void)state;
    static const WrongRow rows[] = {
        {HEAD "\"title\": 5}", "facts.json:2:10: title: is a number; a string would be right"},
        {HEAD "\"title\": [\"x\"]}", "facts.json:2:10: title: is a list; a string would be right"},
        {HEAD "\"subtitle\": true}", "facts.json:2:13: subtitle: is true; a string would be right"},
        {HEAD "\"language\": {}}", "facts.json:2:13: language: is an object; a string would be right"},
        {HEAD "\"source\": \"x\"}", "facts.json:2:11: source: is a string; an object would be right"},
        {HEAD "\"source\": {\"sha256\": 1}}",
         "facts.json:2:22: source.sha256: is a number; a string would be right"},
        {HEAD "\"countries\": {}}", "facts.json:2:14: countries: is an object; a list would be right"},
        {HEAD "\"countries\": [\"FRA\"]}",
         "facts.json:2:15: countries[0]: is a string; an object would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\"},\n null]}",
         "facts.json:3:2: countries[1]: is null; an object would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": \"host\"}]}",
         "facts.json:2:38: countries[0].roles: is a string; a list would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": [5]}]}",
         "facts.json:2:39: countries[0].roles[0]: is a number; the name of a role would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"mentions\": \"3\"}]}",
         "facts.json:2:41: countries[0].mentions: is a string; a number would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"value\": false}]}",
         "facts.json:2:38: countries[0].value: is false; a number would be right"},
        {HEAD "\"countries\": [{\"id\": 5}]}", "facts.json:2:22: countries[0].id: is a number; an ISO 3166-1 "
                                               "alpha-3 code such as \"FRA\" would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"evidence\": [{\"role\": \"host\", \"quote\": 1}]}]}",
         "facts.json:2:68: countries[0].evidence[0].quote: is a number; a string would be right"},
        {HEAD "\"strikes\": 3}", "facts.json:2:12: strikes: is a number; a list would be right"},
        {HEAD "\"strikes\": [{\"target\": \"YEM\", \"by\": \"USA\"}]}",
         "facts.json:2:37: strikes[0].by: is a string; a list would be right"},
        {HEAD "\"strikes\": [{\"target\": \"YEM\", \"count\": 3}]}",
         "facts.json:2:40: strikes[0].count: is a number; an object would be right"},
        {HEAD "\"stated_count\": 26}",
         "facts.json:2:17: stated_count: is a number; an object would be right"},
        {HEAD "\"host\": \"GBR\"}", "facts.json:2:9: host: is a string; an object would be right"},
        {HEAD "\"notes\": [\"x\"]}", "facts.json:2:11: notes[0]: is a string; an object would be right"},
    };
    check_wrong(rows, COUNT_OF(rows));
}

static void an_unknown_country_or_role_is_told_with_what_was_meant(void **state) {
    (void)state;
    static const WrongRow rows[] = {
        {HEAD "\"countries\": [{}]}", "facts.json:2:15: countries[0].id: no country; an ISO 3166-1 alpha-3 "
                                      "code such as \"FRA\" would be right"},
        {HEAD "\"countries\": [{\"id\": \"fra\"}]}",
         "facts.json:2:22: countries[0].id: unknown code \"fra\"; did you mean \"FRA\"?"},
        {HEAD "\"countries\": [{\"id\": \"France\"}]}",
         "facts.json:2:22: countries[0].id: unknown code \"France\"; ISO 3166-1 alpha-3 such as \"FRA\" "
         "would be right"},
        {HEAD "\"countries\": [{\"id\": \"\xC3\x89tats-Unis d'Am\xC3\xA9rique\"}]}",
         "facts.json:2:22: countries[0].id: unknown code \"\xC3\x89tats-Unis d'Am\xC3\xA9ri\"; ISO 3166-1 "
         "alpha-3 such as "
         "\"FRA\" would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\"},\n{\"id\": \"FRA\"}]}",
         "facts.json:3:8: countries[1].id: FRA stands twice in countries; one entry with all its roles would "
         "be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": [\"host\", \"stiker\"]}]}",
         "facts.json:2:47: countries[0].roles[1]: unknown role \"stiker\"; did you mean \"striker\"?"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": [\"bystander of all\"]}]}",
         "facts.json:2:39: countries[0].roles[0]: \"bystander of all\" is no name of a role; at most "
         "40 letters, digits, '-' and '_' would be right"},
        {HEAD "\"strikes\": [{\"target\": \"IRQ\", \"places\": [5]}]}",
         "facts.json:2:42: strikes[0].places[0]: is a number; an object would be right"},
        {HEAD "\"strikes\": [{\"target\": \"IRQ\", \"places\": [{}]}]}",
         "facts.json:2:42: strikes[0].places[0]: the key \"name\" is missing"},
        {HEAD "\"strikes\": [{\"target\": \"IRQ\", \"places\": [{\"name\": \"Erbil\", \"lon\": 44}]}]}",
         "facts.json:2:42: strikes[0].places[0]: the key \"lat\" is missing; both \"lon\" and \"lat\", or "
         "neither, would be right"},
        {HEAD "\"strikes\": [{\"target\": \"IRQ\", \"places\": [{\"name\": \"Erbil\", \"lon\": 44, \"lat\": "
              "91}]}]}",
         "facts.json:2:78: strikes[0].places[0].lat: is out of range; degrees from -90 to 90 would be right"},
        {HEAD "\"roles\": [\"ally\"]}", "facts.json:2:10: roles: is a list; an object would be right"},
        {HEAD "\"roles\": {\"ally\": \"Allies\"}}",
         "facts.json:2:19: roles.ally: is a string; an object would be right"},
        {HEAD "\"roles\": {\"ally\": {\"lable\": \"Allies\"}}}",
         "facts.json:2:20: roles.ally.lable: unknown key; did you mean \"label\"?"},
        {HEAD "\"roles\": {\"host\": {}}}",
         "facts.json:2:11: roles.host: this role is built in; another name, or a style's \"roles\", would be "
         "right"},
        {HEAD "\"roles\": {\"an ally\": {}}}",
         "facts.json:2:11: roles.an ally: \"an ally\" is no name of a role; at most 40 letters, digits, '-' "
         "and '_' would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": "
              "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\","
              "\"j\",\"k\",\"l\",\"m\",\"n\",\"o\",\"p\",\"q\",\"r\",\"s\",\"t\",\"u\",\"v\",\"w\",\"x\","
              "\"y\",\"z\",\"aa\"]}]}",
         "facts.json:2:143: countries[0].roles[26]: \"aa\" is one role too many; at most 26 beside the six "
         "would be right"},
        {HEAD "\"countries\": [{\"id\": \"FRA\", \"evidence\": [{}]}]}",
         "facts.json:2:42: countries[0].evidence[0]: the key \"role\" is missing"},
        {HEAD "\"strikes\": [{}]}", "facts.json:2:13: strikes[0].target: no country; an ISO 3166-1 alpha-3 "
                                    "code such as \"FRA\" would be right"},
        {HEAD "\"strikes\": [{\"target\": \"YEM\", \"by\": [\"USA\", \"UK\"]}]}",
         "facts.json:2:45: strikes[0].by[1]: unknown code \"UK\"; ISO 3166-1 alpha-3 such as \"FRA\" would "
         "be right"},
        {HEAD "\"stated_count\": {\"value\": 26, \"of\": \"members\"}}",
         "facts.json:2:37: stated_count.of: no country has the role \"members\"; one that stands in "
         "\"countries\" would be right"},
        {HEAD "\"stated_count\": {}}", "facts.json:2:17: stated_count: the key \"value\" is missing"},
        {HEAD "\"host\": {\"place\": \"London\"}}", "facts.json:2:9: host.country: no country; an ISO 3166-1 "
                                                    "alpha-3 code such as \"FRA\" would be right"},
    };
    check_wrong(rows, COUNT_OF(rows));
}

static void hostile_numbers_are_refused_with_the_range(void **state) {
    (void)state;
#define COUNTRY(rest) HEAD "\"countries\": [{\"id\": \"FRA\", " rest "}]}"
    static const WrongRow rows[] = {
        {COUNTRY("\"mentions\": -1"),
         "facts.json:2:41: countries[0].mentions: is out of range; a number from 0 to 1e15 would be right"},
        {COUNTRY("\"mentions\": 1.5"), "facts.json:2:41: countries[0].mentions: is no count; a whole number "
                                       "from 0 to 1000000000 would be right"},
        {COUNTRY("\"mentions\": 1e10"), "facts.json:2:41: countries[0].mentions: is no count; a whole number "
                                        "from 0 to 1000000000 would be right"},
        {COUNTRY("\"value\": 1e300"), "facts.json:2:38: countries[0].value: is out of range; a number from "
                                      "-1000000000000000 to 1e15 would be right"},
        {COUNTRY("\"value\": -1e300"), "facts.json:2:38: countries[0].value: is out of range; a number from "
                                       "-1000000000000000 to 1e15 would be right"},
        {COUNTRY("\"value\": 1e400"), "facts.json:2:38: is not valid JSON: real number overflow"},
        {COUNTRY("\"value\": 9223372036854775807"),
         "facts.json:2:38: countries[0].value: is out of range; a number "
         "from -1000000000000000 to 1e15 would be right"},
        {COUNTRY("\"value\": 9223372036854775808"), "facts.json:2:38: is not valid JSON: too big integer"},
        {COUNTRY("\"evidence\": [{\"role\": \"host\", \"start\": -5}]"),
         "facts.json:2:68: countries[0].evidence[0].start: is out of range; a number from 0 to 1e15 would be "
         "right"},
        {COUNTRY("\"evidence\": [{\"role\": \"host\", \"end\": 0.5}]"),
         "facts.json:2:66: countries[0].evidence[0].end: is no count; a whole number from 0 to "
         "1000000000000000 would "
         "be right"},
        {HEAD "\"strikes\": [{\"target\": \"YEM\", \"count\": {\"value\": -3}}]}",
         "facts.json:2:50: strikes[0].count.value: is out of range; a number from 0 to 1e15 would be right"},
        {HEAD "\"stated_count\": {\"value\": 1e9}}",
         "facts.json:2:27: stated_count.value: is no count; a whole number from 0 to 1000000 would be right"},
        {HEAD "\"stated_count\": {\"value\": 26.5}}",
         "facts.json:2:27: stated_count.value: is no count; a whole number from 0 to 1000000 would be right"},
        {HEAD "\"stated_count\": {\"value\": 26, \"found\": -1}}",
         "facts.json:2:40: stated_count.found: is out of range; a number from 0 to 1e15 would be right"},
    };
    check_wrong(rows, COUNT_OF(rows));
}

/* ---------------------------------------------------------------------------------------------- size and
 * depth */

/* before, count times item with commas between, after. */
static char *list_of(const char *before, const char *item, size_t count, const char *after) {
    Text text = {0};
    text_add(&text, before);
    for (size_t i = 0; i < count; i++) {
        if (i) text_add_char(&text, ',');
        text_add(&text, item);
    }
    text_add(&text, after);
    return text_take(&text);
}

static void huge_lists_are_loaded(void **state) {
    (void)state;
    char *text = list_of(HEAD "\"notes\": [", "{\"text\": \"x\", \"start\": 1, \"end\": 2}", 100000, "]}");
    Facts *facts = load_right(text);
    assert_int_equal(dateline_facts_note_count(facts), 100000);
    assert_string_equal(dateline_facts_note(facts, 99999), "x");
    dateline_facts_free(facts);
    free(text);
    text = list_of(HEAD "\"countries\": [{\"id\": \"FRA\", \"roles\": [", "\"host\"", 50000, "]}]}");
    facts = load_right(text);
    assert_int_equal(facts->countries[0].roles, ROLE_HOST);
    dateline_facts_free(facts);
    free(text);
}

static void a_list_longer_than_any_article_is_refused_before_it_costs_memory(void **state) {
    (void)state;
    char *text = list_of(HEAD "\"strikes\": [", "0", 1000001, "]}");
    check_wrong(
        &(WrongRow){text, "facts.json:2:12: strikes: has 1000001 items; at most 1000000 would be right"}, 1);
    free(text);
}

static void facts_of_more_than_64_megabytes_are_refused(void **state) {
    (void)state;
    size_t size = ((size_t)64 << 20) + 1;
    char *text = malloc(size);
    memset(text, ' ', size);
    dateline_error error = {0};
    assert_null(dateline_facts_load(text, size, "facts.json", &error));
    assert_string_equal(error.message, "more than 64 MiB; smaller facts would be right");
    free(text);
}

static void deep_nesting_is_refused(void **state) {
    (void)state;
    char *text = list_of(HEAD "\"countries\": ", "[", 1, "");
    Text deep = {0};
    text_add(&deep, text);
    for (int i = 0; i < 10000; i++) text_add(&deep, "[");
    dateline_error error = {0};
    assert_null(load(deep.bytes, &error));
    assert_string_equal(error.message, "is not valid JSON: maximum parsing depth reached");
    assert_int_equal(error.line, 2);
    text_free(&deep);
    free(text);
}

static void a_key_of_any_length_is_told_cut(void **state) {
    (void)state;
    for (size_t size = 100; size < 600; size += 7) {
        Text text = {0};
        text_add(&text, HEAD "\"host\": {");
        text_add_char(&text, '"');
        for (size_t i = 0; i < size; i++) text_add(&text, "\xC3\xA9");
        text_add(&text, "\": 1}}");
        dateline_error error = {0};
        assert_null(load(text.bytes, &error));
        assert_string_equal(error.message, "unknown key");
        assert_int_equal(error.line, 2);
        assert_int_equal(error.column, 10);
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_gets_an_honest_default),
        cmocka_unit_test(a_country_by_code_alone_is_mentioned_and_named_by_its_code),
        cmocka_unit_test(a_count_has_a_text_whenever_anything_is_known),
        cmocka_unit_test(a_byte_order_mark_and_windows_line_ends_do_no_harm),
        cmocka_unit_test(what_is_not_facts_is_refused),
        cmocka_unit_test(an_unknown_key_is_told_at_every_level_with_what_was_meant),
        cmocka_unit_test(a_value_of_the_wrong_kind_is_told_with_what_would_be_right),
        cmocka_unit_test(an_unknown_country_or_role_is_told_with_what_was_meant),
        cmocka_unit_test(hostile_numbers_are_refused_with_the_range),
        cmocka_unit_test(huge_lists_are_loaded),
        cmocka_unit_test(a_list_longer_than_any_article_is_refused_before_it_costs_memory),
        cmocka_unit_test(facts_of_more_than_64_megabytes_are_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(a_key_of_any_length_is_told_cut),
    };
    return cmocka_run_group_tests_name("facts/facts_load", tests, NULL, NULL);
}
