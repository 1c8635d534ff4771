/* What the page says of counts, numbers and countries. */
#include "desk.h"
#include "map/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Page page;

static int open_desk(void **state) {
    (void)state;
    page = desk_open("default");
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    desk_close(&page);
    return 0;
}

static void counts_are_told_with_their_bounds(void **state) {
    (void)state;
    static const struct {
        StrikeCount count;
        const char *said;
    } rows[] = {
        {{true, 1000, "more than", "more than 1,000"}, "1,000+"},
        {{true, 250, "over", "over 250"}, "250+"},
        {{true, 40, "at least", "at least 40"}, "40+"},
        {{true, 900, "nearly", "nearly 900"}, "Nearly 900"},
        {{true, 900, "almost", "almost 900"}, "Nearly 900"},
        {{true, 30, "fewer than", "fewer than 30"}, "Up to 30"},
        {{true, 1234567, "about", "about 1,234,567"}, "About 1,234,567"},
        {{true, 12, NULL, "twelve"}, "12"},
        {{false, 0, "hundreds", "hundreds"}, "Hundreds"},
        {{false, 0, NULL, "dozens"}, "Dozens"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(wording_of_count(&page, &rows[i].count), rows[i].said);
}

static void a_count_in_words_is_as_large_as_its_bound(void **state) {
    (void)state;
    static const struct {
        StrikeCount count;
        double least;
    } rows[] = {
        {{true, 250, "over", "over 250"}, 250}, {{false, 0, "hundreds", "hundreds"}, 100},
        {{false, 0, NULL, "dozens"}, 10},       {{false, 0, "many thousands", "many thousands"}, 1000},
        {{false, 0, "several", "several"}, 0},  {{false, 0, NULL, NULL}, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(wording_least(&page, &rows[i].count) == rows[i].least);
}

static void nothing_known_is_nothing_said(void **state) {
    (void)state;
    assert_null(wording_of_count(&page, &(StrikeCount){0}));
}

static void small_numbers_are_words_and_large_ones_digits(void **state) {
    (void)state;
    static const struct {
        double number;
        const char *said;
    } rows[] = {{1, "one"}, {8, "eight"}, {12, "twelve"}, {13, "13"}, {1000, "1,000"}, {-3, "-3"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(wording_of_number(&page, rows[i].number), rows[i].said);
}

#define TALKS                                                                                                \
    "{\"dateline\": \"facts/1\", \"title\": \"t\", \"language\": \"en\", \"countries\": ["                   \
    "{\"id\": \"USA\", \"name\": \"US\", \"roles\": [\"participant\", \"striker\"]},"                        \
    "{\"id\": \"FRA\", \"name\": \"France\", \"roles\": [\"participant\", \"striker\"]},"                    \
    "{\"id\": \"JOR\", \"name\": \"Jordan\", \"roles\": [\"participant\", \"host\"]},"                       \
    "{\"id\": \"IRQ\", \"name\": \"Iraq\", \"roles\": [\"target\"]}, {\"id\": \"SYR\", \"name\": "           \
    "\"Syria\", \"roles\": [\"target\"]}],"                                                                  \
    "\"strikes\": [{\"target\": \"IRQ\", \"by\": [\"USA\", \"FRA\"], \"count\": {\"value\": 1000, "          \
    "\"bound\": \"more than\", \"text\": \"more than 1,000\"}, \"since\": \"August\"},"                      \
    "{\"target\": \"SYR\", \"by\": [\"USA\"], \"count\": {\"bound\": \"hundreds\", \"text\": "               \
    "\"hundreds\"}}]}"

static void names_take_their_article_within_a_sentence(void **state) {
    (void)state;
    Facts *facts = desk_facts(TALKS);
    assert_string_equal(wording_of_name(&page, facts, "USA"), "the US");
    assert_string_equal(wording_of_name(&page, facts, "FRA"), "France");
    assert_string_equal(wording_of_name(&page, facts, "XXX"), "XXX");
    dateline_facts_free(facts);
}

static void a_country_s_title_lists_its_roles(void **state) {
    (void)state;
    static const struct {
        const char *id, *said;
    } rows[] = {
        {"USA", "US: taking part; air strikes in Iraq and Syria"},
        {"FRA", "France: taking part; air strikes in Iraq"},
        {"JOR", "Jordan: taking part; host"},
        {"IRQ", "Iraq: hit by air strikes (more than 1,000)"},
        {"SYR", "Syria: hit by air strikes (hundreds)"},
    };
    Facts *facts = desk_facts(TALKS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(wording_of_cast(&page, facts, facts_find(facts, rows[i].id)), rows[i].said);
    dateline_facts_free(facts);
}

static void the_date_of_the_first_strike_is_told(void **state) {
    (void)state;
    Facts *facts = desk_facts(TALKS);
    assert_string_equal(wording_of_strikes(&page, facts), "Air strikes since August");
    dateline_facts_free(facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_told_with_their_bounds),
        cmocka_unit_test(a_count_in_words_is_as_large_as_its_bound),
        cmocka_unit_test(nothing_known_is_nothing_said),
        cmocka_unit_test(small_numbers_are_words_and_large_ones_digits),
        cmocka_unit_test(names_take_their_article_within_a_sentence),
        cmocka_unit_test(a_country_s_title_lists_its_roles),
        cmocka_unit_test(the_date_of_the_first_strike_is_told),
    };
    return cmocka_run_group_tests_name("map/wording", tests, open_desk, close_desk);
}
