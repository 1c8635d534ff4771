/* Which words are countries. One sentence a row. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct Row {
    const char *text, *ids;
} Row;

static void check_rows(void **state, const char *language, const Row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) check_ids(state, language, rows[i].text, 0, rows[i].ids);
}
#define CHECK(language, rows) check_rows(state, language, rows, sizeof(rows) / sizeof *(rows))

static void countries_are_found_under_all_their_names(void **state) {
    static const Row rows[] = {
        {"Morning\n\nThe UK, the UAE and the DRC spoke.", "ARE COD GBR"},
        {"Morning\n\nTwo Danes met a Briton and the Dutch envoy.", "DNK GBR NLD"},
        {"Morning\n\nHe left Burma for C\xC3\xB4te d\xE2\x80\x99Ivoire and Cote d'Ivoire.", "CIV MMR"},
        {"Morning\n\nGuinea-Bissau and Equatorial Guinea border neither Guinea nor Niger.",
         "GIN GNB GNQ NER"},
        {"Morning\n\nSouth Sudan thanked Nigeria.", "NGA SSD"}};
    CHECK("en", rows);
}

static void persons_are_no_countries(void **state) {
    static const Row rows[] = {{"Morning\n\nHamilton Jordan spoke to Kenya Fenwick and Mr Chad.", ""},
                               {"Morning\n\nThe hall was full when Israel Okoth came in.", ""},
                               {"Morning\n\nJordan closed its border on Monday.", "JOR"},
                               {"Morning\n\nTroops left Jordan Monday for Syria.", "JOR SYR"}};
    CHECK("en", rows);
}

static void towns_and_states_are_no_countries(void **state) {
    static const Row rows[] = {{"Morning\n\nShe grew up in Peru, Ind., and in Mexico, Mo., near a mill.", ""},
                               {"Morning\n\nHe came by bus from Athens, Georgia, to the capital.", ""},
                               {"Morning\n\nUkraine, Georgia and Moldova asked for aid.", "GEO MDA UKR"}};
    CHECK("en", rows);
}

static void seas_companies_and_pronouns_are_no_countries(void **state) {
    static const Row rows[] = {
        {"Morning\n\nA tanker crossed the South China Sea and the Gulf of Oman.", ""},
        {"Morning\n\nAmerican Airlines and the Bank of England said nothing to us.", ""},
        {"Morning\n\nThe turkey was served on the best china.", ""}};
    CHECK("en", rows);
}

static void seats_count_where_they_act(void **state) {
    static const Row rows[] = {{"Morning\n\nBerlin refused to pay.", "DEU"},
                               {"Morning\n\nIt was raining in Berlin.", ""},
                               {"Morning\n\nThe plan was rejected by Moscow.", "RUS"}};
    CHECK("en", rows);
}

static void other_languages_have_their_own_forms(void **state) {
    static const Row french[] = {
        {"Matin\n\nL\xE2\x80\x99\xC3\x89gypte et l'Alg\xC3\xA9rie ont sign\xC3\xA9, dit un Su\xC3\xA9"
         "dois.",
         "DZA EGY SWE"}};
    static const Row german[] = {
        {"Morgen\n\nDie T\xC3\xBCrkei und franz\xC3\xB6sische Soldaten kamen.", "FRA TUR"}};
    static const Row spanish[] = {{"Hoy\n\nLos colombianos llegaron con un equipo suizo.", "CHE COL"}};
    static const Row arabic[] = {{"\xD8\xA7\xD9\x84\xD9\x8A\xD9\x88\xD9\x85\n\n\xD9\x88\xD8\xB5\xD9\x84 "
                                  "\xD8\xA7\xD9\x84\xD9\x88\xD9\x81\xD8\xAF "
                                  "\xD9\x85\xD9\x86 \xD9\x85\xD8\xB5\xD8\xB1 "
                                  "\xD9\x88\xD8\xA7\xD9\x84\xD8\xA3\xD8\xB1\xD8\xAF\xD9\x86.",
                                  "EGY JOR"}};
    CHECK("fr", french);
    CHECK("de", german);
    CHECK("es", spanish);
    CHECK("ar", arabic);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(countries_are_found_under_all_their_names),
                                       cmocka_unit_test(persons_are_no_countries),
                                       cmocka_unit_test(towns_and_states_are_no_countries),
                                       cmocka_unit_test(seas_companies_and_pronouns_are_no_countries),
                                       cmocka_unit_test(seats_count_where_they_act),
                                       cmocka_unit_test(other_languages_have_their_own_forms)};
    return cmocka_run_group_tests_name("read/mentions", tests, open_words, close_words);
}
