/* Who takes part and who does not: lists, negation and its scope, conditionals, gaps. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct Row {
    const char *text, *in, *declined;
} Row;

#define TALKS "The summit of nations\n\n"

static void check_rows(void **state, const char *language, const Row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        check_ids(state, language, rows[i].text, ROLE_PARTICIPANT, rows[i].in);
        check_ids(state, language, rows[i].text, ROLE_DECLINED, rows[i].declined);
    }
}
#define CHECK(language, rows) check_rows(state, language, rows, sizeof(rows) / sizeof *(rows))

static void a_list_is_one_actor(void **state) {
    static const Row rows[] = {
        {TALKS "France, Spain and the Netherlands signed the treaty.", "ESP FRA NLD", ""},
        {TALKS "Countries taking part along with the US and UK are Chile, Peru and Japan.",
         "CHL GBR JPN PER USA", ""},
        {TALKS "Five nations signed the pact: Chile, Peru, Japan, Kenya and Ghana.", "CHL GHA JPN KEN PER",
         ""},
        {TALKS "These countries took part:\n\n- Chile\n- Peru\n- Japan\n", "CHL JPN PER", ""}};
    CHECK("en", rows);
}

static void a_verb_is_understood_where_it_is_left_out(void **state) {
    static const Row rows[] = {
        {TALKS "Chile and Peru signed the pact, as did Japan.", "CHL JPN PER", ""},
        {TALKS "Chile, Peru and Kenya joined. Senegal has pledged 500, Benin 300 and Ghana a platoon.",
         "BEN CHL GHA KEN PER SEN", ""}};
    CHECK("en", rows);
}

static void negation_turns_its_own_clause(void **state) {
    static const Row rows[] = {
        {TALKS "Chile, Peru and Japan signed, but Kenya refused.", "CHL JPN PER", "KEN"},
        {TALKS "Chile, Peru and Japan signed. Neither Kenya nor Ghana took part.", "CHL JPN PER", "GHA KEN"},
        {TALKS "Chile, Peru and Japan signed. Kenya did not sign.", "CHL JPN PER", "KEN"},
        {TALKS "Chile, Peru and Japan signed. Kenya, which welcomes Ghana's work, pulled out.", "CHL JPN PER",
         "KEN"}};
    CHECK("en", rows);
}

static void possible_members_and_observers_are_outside(void **state) {
    static const Row rows[] = {
        {TALKS "Chile, Peru and Japan signed. Kenya could join later.", "CHL JPN PER", ""},
        {TALKS "Chile, Peru and Japan signed. Kenya sent observers.", "CHL JPN PER", ""}};
    CHECK("en", rows);
}

static void other_languages_have_the_same_roles(void **state) {
    static const Row french[] = {{"Le sommet\n\nLe Chili, le Japon et le Kenya ont sign\xC3\xA9 le "
                                  "trait\xC3\xA9. Le Ghana a refus\xC3\xA9.",
                                  "CHL JPN KEN", "GHA"}};
    static const Row spanish[] = {
        {"La cumbre\n\nChile, Jap\xC3\xB3n y Kenia firmaron el acuerdo. Ghana no participa.", "CHL JPN KEN",
         "GHA"}};
    static const Row german[] = {
        {"Der Gipfel\n\nChile, Japan und Kenia unterzeichneten den Vertrag. Ghana lehnte ab.", "CHL JPN KEN",
         "GHA"}};
    CHECK("fr", french);
    CHECK("es", spanish);
    CHECK("de", german);
}

static void an_article_without_an_undertaking_has_no_participants(void **state) {
    static const Row rows[] = {{"Coffee\n\nBrazil, Peru and Vietnam have good beans.", "", ""}};
    CHECK("en", rows);
}

static void the_stated_number_and_the_host_are_read(void **state) {
    Facts *facts = read_text(
        state,
        "Paris hosts talks\n\nOfficials from 21 countries are taking part. Chile, Peru and Japan signed.",
        "en");
    assert_true(facts->stated.known);
    assert_int_equal(facts->stated.value, 21);
    assert_int_equal(facts->stated.found, 4);
    assert_string_equal(facts->host.country, "FRA");
    assert_string_equal(facts->host.place, "Paris");
    assert_true(facts->note_count > 0);
    dateline_facts_free(facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_one_actor),
        cmocka_unit_test(a_verb_is_understood_where_it_is_left_out),
        cmocka_unit_test(negation_turns_its_own_clause),
        cmocka_unit_test(possible_members_and_observers_are_outside),
        cmocka_unit_test(other_languages_have_the_same_roles),
        cmocka_unit_test(an_article_without_an_undertaking_has_no_participants),
        cmocka_unit_test(the_stated_number_and_the_host_are_read)};
    return cmocka_run_group_tests_name("read/roles", tests, open_words, close_words);
}
