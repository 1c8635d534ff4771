/* Tests of src/facts.c. */
#include "../base/scratch.h"

#include "facts.h"

#include <string.h>

static void roles_have_names_and_are_found_by_them(void **state) {
    (void)state;
    static const char *const names[ROLE_COUNT] = {"participant", "striker",  "target",
                                                  "host",        "declined", "mentioned"};
    unsigned all = 0;
    for (int i = 0; i < ROLE_COUNT; i++) {
        assert_string_equal(role_name(role_at(i)), names[i]);
        assert_int_equal(role_find(names[i]), role_at(i));
        assert_int_equal(all & role_at(i), 0); /* a bit of its own */
        all |= role_at(i);
    }
    assert_int_equal(all, 63);
}

static void what_is_no_role_has_no_name_and_is_not_found(void **state) {
    (void)state;
    static const char *const rows[] = {"", "Host", "hosts", "hos", "host ", "unknown", "participant+striker"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) assert_int_equal(role_find(rows[i]), 0);
    assert_string_equal(role_name(0), "unknown");
    assert_string_equal(role_name(ROLE_HOST | ROLE_TARGET), "unknown");
    assert_string_equal(role_name(64), "unknown");
}

static void codes_are_known_whole_and_in_capitals(void **state) {
    (void)state;
    static const struct {
        const char *code;
        bool known;
    } rows[] = {
        {"FRA", true},  {"ABW", true},  {"ZWE", true},  {"XKX", true},   {"CYN", true},      {"SOL", true},
        {"ENG", true},  {"WLS", true},  {"PSE", true},  {"TWN", true},   {"ESH", true},      {"SSD", true},
        {"", false},    {"F", false},   {"FR", false},  {"fra", false},  {"FRAN", false},    {"XXX", false},
        {"ROM", false}, {"A A", false}, {"WAF", false}, {" AF", false},  {"AF ", false},     {"FG ", false},
        {"   ", false}, {"-99", false}, {"SUN", false}, {"FRA ", false}, {"AFG AGO", false}, {"G A", false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (country_code_is_known(rows[i].code) != rows[i].known) fail_msg("%s", rows[i].code);
}

static void all_codes_of_iso_and_seven_more_are_known(void **state) {
    (void)state;
    int known = 0;
    char code[4] = "";
    for (int i = 0; i < 26 * 26 * 26; i++) {
        code[0] = (char)('A' + i / 676), code[1] = (char)('A' + i / 26 % 26), code[2] = (char)('A' + i % 26);
        known += country_code_is_known(code);
    }
    assert_int_equal(known, 249 + 7);
}

static void countries_are_found_by_code_and_counted_by_roles(void **state) {
    (void)state;
    Facts *facts = facts_new();
    assert_null(facts_find(facts, "FRA"));
    assert_int_equal(facts_count(facts, 0, 0), 0);
    assert_int_equal(dateline_facts_note_count(facts), 0);
    const FactsCountry countries[] = {
        {.id = "FRA", .roles = ROLE_PARTICIPANT},
        {.id = "GBR", .roles = ROLE_PARTICIPANT | ROLE_STRIKER | ROLE_HOST},
        {.id = "YEM", .roles = ROLE_TARGET},
        {.id = "USA", .roles = ROLE_PARTICIPANT | ROLE_STRIKER},
    };
    facts->countries = countries;
    facts->country_count = COUNT_OF(countries);
    assert_ptr_equal(facts_find(facts, "YEM"), &countries[2]);
    assert_null(facts_find(facts, "YE"));
    assert_null(facts_find(facts, ""));
    static const struct {
        unsigned all, none;
        int count;
    } rows[] = {
        {0, 0, 4},
        {ROLE_PARTICIPANT, 0, 3},
        {ROLE_PARTICIPANT, ROLE_STRIKER, 1},
        {ROLE_PARTICIPANT | ROLE_STRIKER, 0, 2},
        {ROLE_PARTICIPANT | ROLE_STRIKER, ROLE_HOST, 1},
        {ROLE_MENTIONED, 0, 0},
        {0, ROLE_PARTICIPANT, 1},
        {ROLE_HOST, ROLE_HOST, 0},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(facts_count(facts, rows[i].all, rows[i].none), rows[i].count);
    dateline_facts_free(facts);
    dateline_facts_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roles_have_names_and_are_found_by_them),
        cmocka_unit_test(what_is_no_role_has_no_name_and_is_not_found),
        cmocka_unit_test(codes_are_known_whole_and_in_capitals),
        cmocka_unit_test(all_codes_of_iso_and_seven_more_are_known),
        cmocka_unit_test(countries_are_found_by_code_and_counted_by_roles),
    };
    return cmocka_run_group_tests_name("facts/facts", tests, NULL, NULL);
}
