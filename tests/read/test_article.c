/* Encodings, pages, tables, and what is no article; offsets into the bytes that came in. */
#include "reading.h"

#include <malloc.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static void pages_are_read_without_what_surrounds_the_article(void **state) {
    static const char page[] = "<!DOCTYPE html><html><head><title>Talks &amp; more | Site</title><script>var "
                               "a='Peru';</script></head><body>"
                               "<nav><a href=/>Brazil</a></nav><article><h1>Talks in Kenya</h1><p>Chile and "
                               "<b>Japan</b> met.<p>C&ocirc;te d&rsquo;Ivoire came."
                               "<div class=\"newsletter\">News from India</div></article><!-- Ghana "
                               "--><footer>Made in Norway</footer></body></html>";
    Facts *facts = read_text(state, page, "en");
    char *ids = ids_with(facts, 0);
    assert_string_equal(ids, "CHL CIV JPN KEN");
    assert_string_equal(facts->title, "Talks in Kenya");
    const FactsCountry *japan = facts_find(facts, "JPN");
    assert_memory_equal(page + japan->evidence[0].start, "Japan", 5);
    free(ids);
    dateline_facts_free(facts);
}

static void encodings_are_told_apart(void **state) {
    static const struct {
        const char *bytes;
        size_t size, start;
    } rows[] = {{"Day\n\nIn Per\xC3\xBA.", 13, 8},
                {"Day\n\nIn Per\xFA.", 12, 8},
                {"\xEF\xBB\xBF"
                 "Day\n\nIn Per\xC3\xBA.",
                 16, 11},
                {"\xFF\xFE"
                 "D\0a\0y\0\n\0\n\0I\0n\0 \0P\0e\0r\0\xFA\0.\0",
                 28, 18},
                {"\xFE\xFF\0D\0a\0y\0\n\0\n\0I\0n\0 \0P\0e\0r\0\xFA\0.", 28, 18}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_read_options options = {.language = "es"};
        Facts *facts = dateline_read(*state, rows[i].bytes, rows[i].size, &options, NULL);
        assert_non_null(facts);
        const FactsCountry *peru = facts_find(facts, "PER");
        assert_non_null(peru);
        assert_int_equal(peru->evidence[0].start, rows[i].start);
        dateline_facts_free(facts);
    }
}

static void what_is_no_article_is_refused_in_one_sentence(void **state) {
    static const struct {
        const char *bytes;
        size_t size;
        const char *part;
        int line;
    } rows[] = {
        {"", 0, "empty", 0},         {" \n\t\n", 4, "empty", 0},     {"%PDF-1.4 x", 10, "PDF", 0},
        {"PK\3\4abcd", 8, "ZIP", 0}, {"a\nb\0c", 5, "zero byte", 2}, {"caf\xC3\xA9\nx\xFFy", 9, "UTF-8", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_error error = {0};
        assert_null(dateline_read(*state, rows[i].bytes, rows[i].size, NULL, &error));
        assert_int_equal(error.status, DATELINE_BAD_INPUT);
        assert_non_null(strstr(error.message, rows[i].part));
        assert_int_equal(error.line, rows[i].line);
    }
}

static void a_host_in_capitals_is_a_city_like_any_other(void **state) {
    static const char *const rows[][2] = {
        {"GENEVA, May 3 (Wire) - France and Chad met for talks. Switzerland hosted the talks.", "Geneva"},
        {"TROMS\xC3\x98, May 3 (Wire) - France and Chad met for talks. Norway hosted the talks.",
         "Troms\xC3\xB8"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i][0], "en");
        if (facts->host.place) assert_string_equal(facts->host.place, rows[i][1]);
        dateline_facts_free(facts);
    }
}

static void a_table_gives_roles_and_values(void **state) {
    Facts *facts = read_text(
        state, "country,role\nHolland,participant\n\"Korea, Republic of\",host\nPortugul,participant\n",
        "en");
    char *all = ids_with(facts, 0);
    assert_string_equal(all, "KOR NLD");
    assert_string_equal(facts->host.country, "KOR");
    assert_non_null(strstr(facts->notes[0].text, "Portugal"));
    free(all);
    dateline_facts_free(facts);
    facts = read_text(state, "country;value\nNorway;82,4\nSweden;\n", "en");
    assert_true(facts_find(facts, "NOR")->has_value);
    assert_true(facts_find(facts, "NOR")->value > 82.39 && facts_find(facts, "NOR")->value < 82.41);
    assert_false(facts_find(facts, "SWE")->has_value);
    dateline_facts_free(facts);
    dateline_error error = {0};
    static const char wrong[] = "country,role\nNorway,declned\n";
    assert_null(dateline_read(*state, wrong, sizeof wrong - 1, NULL, &error));
    assert_int_equal(error.line, 2);
}

static void a_column_of_numbers_is_the_value(void **state) {
    Facts *facts =
        read_text(state, "Entity,Code,Year,Share (%)\nRwanda,RWA,2020,61.3\nCuba,CUB,2020,\n", NULL);
    assert_int_equal(facts->country_count, 2);
    assert_true(facts_find(facts, "RWA")->value == 61.3);
    assert_false(facts_find(facts, "CUB")->has_value);
    assert_non_null(strstr(facts->notes[0].text, "\"Share (%)\""));
    dateline_facts_free(facts);
    facts = read_text(state, "Country, mine\n\nThe minister of Chile said so, and 5 others.", NULL);
    assert_string_equal(facts->title, "Country, mine"); /* no table: nothing but words */
    dateline_facts_free(facts);
}

static void a_table_is_in_the_language_that_knows_its_names(void **state) {
    static const struct {
        const char *text, *language;
    } rows[] = {
        {"country,value\nGermany,1\nDem. Rep. Congo,2\n", "en"},
        {"country;value\nFrancia;1\nSpagna;2\nSvezia;3\n", "it"},
        {"Pays;Valeur\nFrance;1\nCanada;2\n", "fr"},
        {"[{\"country\": \"Frankreich\", \"value\": 2}, {\"country\": \"Ungarn\", \"value\": 1}]", "de"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i].text, NULL);
        assert_string_equal(facts->language, rows[i].language);
        dateline_facts_free(facts);
    }
}

static void a_mistyped_name_has_the_nearest_as_a_suggestion(void **state) {
    static const struct {
        const char *name, *nearest;
    } rows[] = {{"Swazland", "Swaziland"},
                {"Untied States", "United States"},
                {"Sauid Arabia", "Saudi Arabia"},
                {"Holnad", "Holland"},
                {"Narnia", NULL},
                {"Xyz", NULL},
                {"Burkina Fasso", "Burkina Faso"},
                {"Atlantis of the West", NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[100];
        snprintf(text, sizeof text, "country,value\n%s,1\n", rows[i].name);
        Facts *facts = read_text(state, text, "en");
        assert_int_equal(facts->country_count, 0);
        assert_int_equal(strstr(facts->notes[0].text, "perhaps") != NULL, rows[i].nearest != NULL);
        if (rows[i].nearest) assert_non_null(strstr(facts->notes[0].text, rows[i].nearest));
        dateline_facts_free(facts);
    }
}

static void a_headline_in_markdown_is_plain(void **state) {
    static const struct {
        const char *text, *title;
    } rows[] = {{"# Talks in **Oslo** on _peace_\n\nText.", "Talks in Oslo on peace"},
                {"## The [grain](http://example.org/France) deal ##\n\nText.", "The grain deal"},
                {"5 * 3 [sic] a_b\n\nText.", "5 * 3 [sic] a_b"},
                {"**Bold *and* done**\n\nText.", "Bold and done"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i].text, "en");
        assert_string_equal(facts->title, rows[i].title);
        dateline_facts_free(facts);
    }
}

static void a_table_may_have_roles_of_any_words(void **state) {
    Facts *facts = read_text(
        state, "country,role\nNorway,Voted  for!\nSweden,voted for\nPeru,enthaltÃ¤n\nChile,\n", "en");
    assert_int_equal(facts->roles.count, 2);
    Role first = roles_find(&facts->roles, "voted-for");
    assert_string_equal(roles_label(facts->arena, &facts->roles, first), "Voted  for!");
    assert_int_equal(facts_find(facts, "NOR")->roles, first);
    assert_int_equal(facts_find(facts, "SWE")->roles, first);
    assert_int_equal(facts_find(facts, "PER")->roles, roles_find(&facts->roles, "enthaltÃ¤n"));
    assert_int_equal(facts_find(facts, "CHL")->roles, ROLE_MENTIONED);
    dateline_facts_free(facts);
}

static void an_article_without_a_country_has_a_note(void **state) {
    Facts *facts = read_text(state, "Fair opens\n\nIt rained.", "en");
    assert_int_equal(facts->country_count, 0);
    assert_int_equal(facts->note_count, 1);
    dateline_facts_free(facts);
}

static void the_language_is_detected(void **state) {
    static const struct {
        const char *text, *language;
    } rows[] = {
        {"The talks\n\nThey were held in the capital and it was late.", "en"},
        {"Le sommet\n\nLes ministres ont sign\xC3\xA9 dans la nuit et pour la paix.", "fr"},
        {"La cumbre\n\nLos ministros firmaron en la noche y por la paz.", "es"},
        {"Der Gipfel\n\nDie Minister haben in der Nacht nicht unterzeichnet.", "de"},
        {"\xD8\xA7\xD8\xAC\xD8\xAA\xD9\x85\xD8\xA7\xD8\xB9 \xD9\x81\xD9\x8A \xD9\x85\xD8\xB5\xD8\xB1", "ar"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i].text, NULL);
        assert_string_equal(facts->language, rows[i].language);
        dateline_facts_free(facts);
    }
}

static double seconds_once(void **state, const char *text, size_t size) {
    struct timespec from, to;
    dateline_read_options options = {.language = "en"};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    dateline_facts_free(dateline_read(*state, text, size, &options, NULL));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

/* The shortest of three times, since the machine may be busy; in memory that is there, since a system may
 * take longer to give it out than it takes to read. */
static double seconds_for(void **state, const char *pattern, size_t times) {
    size_t length = strlen(pattern);
    char *text = malloc(times * length + 1);
    double least = INFINITY;
    for (size_t i = 0; i < times; i++) memcpy(text + i * length, pattern, length + 1);
    for (int i = 0; i < 3; i++) least = fmin(least, seconds_once(state, text, times * length));
    free(text);
    return least;
}

/* Four times the text takes about four times as long, and nowhere near sixteen. */
static void reading_is_linear(void **state) {
    static const char *const patterns[] = {
        ", and ",     "France, Germany and ", "The US bombed Syria and Jordan, which declined, signed. ",
        "(",          "\"France\" ",          "<p><b>France <!-- ",
        "twenty and "};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        size_t times = 150000 / strlen(patterns[i]);
        double small = seconds_for(state, patterns[i], times),
               large = seconds_for(state, patterns[i], 4 * times);
        if (large > 0.05 && large > 10 * small) print_error("%s: %f %f\n", patterns[i], small, large);
        assert_true(large <= 0.05 || large <= 10 * small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_are_read_without_what_surrounds_the_article),
                                       cmocka_unit_test(encodings_are_told_apart),
                                       cmocka_unit_test(what_is_no_article_is_refused_in_one_sentence),
                                       cmocka_unit_test(a_host_in_capitals_is_a_city_like_any_other),
                                       cmocka_unit_test(a_table_gives_roles_and_values),
                                       cmocka_unit_test(a_column_of_numbers_is_the_value),
                                       cmocka_unit_test(a_table_is_in_the_language_that_knows_its_names),
                                       cmocka_unit_test(a_mistyped_name_has_the_nearest_as_a_suggestion),
                                       cmocka_unit_test(a_headline_in_markdown_is_plain),
                                       cmocka_unit_test(a_table_may_have_roles_of_any_words),
                                       cmocka_unit_test(an_article_without_a_country_has_a_note),
                                       cmocka_unit_test(the_language_is_detected),
                                       cmocka_unit_test(reading_is_linear)};
    mallopt(M_MMAP_THRESHOLD, 64 << 20); /* as the program does */
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    return cmocka_run_group_tests_name("read/article", tests, open_words, close_words);
}
