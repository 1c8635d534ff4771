/* Who struck whom, how often: active, passive, nouns, what is denied, and numbers in words. */
#include "reading.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *language, *text, *strikes;
} Row;

static void strikes_are_read_as_target_by_and_count(void **state) {
    static const Row rows[] = {
        {"en", "War\n\nFrance bombed Mali.", "MLI<-FRA"},
        {"en", "War\n\nMali was bombed by French and British jets.", "MLI<-FRA GBR"},
        {"en", "War\n\nThe US-led coalition has carried out more than 1,000 air strikes in Iraq.",
         "IRQ<-USA=1000"},
        {"en", "War\n\nIsrael fired thirty-four missiles at Syria.", "SYR<-ISR=34"},
        {"en", "War\n\nHundreds of air strikes have been carried out in Yemen.", "YEM<-=hundreds"},
        {"en", "War\n\nIraq and Iran bombed each other.", "IRQ<-IRN; IRN<-IRQ"},
        {"en", "War\n\nFrance denied that it had bombed Mali.", ""},
        {"en", "War\n\nFrance did not bomb Mali.", ""},
        {"en", "War\n\nFrance threatened to bomb Mali.", ""},
        {"en", "Rail\n\nRail strikes hit France on Monday.", ""},
        {"en", "War\n\nNorth Korea fired two missiles into the Sea of Japan.", ""},
        {"fr", "Guerre\n\nLa France a men\xC3\xA9 quarante-deux frappes a\xC3\xA9riennes en Syrie.",
         "SYR<-FRA=42"},
        {"es", "Guerra\n\nIrak fue bombardeado por aviones de Francia.", "IRQ<-FRA"},
        {"de", "Krieg\n\nRussland bombardierte die Ukraine.", "UKR<-RUS"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i].text, rows[i].language);
        char *line = strikes_line(facts);
        if (strcmp(line, rows[i].strikes)) print_error("in \"%s\"\n", rows[i].text);
        assert_string_equal(line, rows[i].strikes);
        free(line);
        dateline_facts_free(facts);
    }
}

/* "IRQ: Mosul, Kirkuk; ..." of the strikes that have places. */
static char *places_line(const Facts *facts) {
    Text line = {0};
    text_add(&line, "");
    for (size_t i = 0; i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        for (size_t k = 0; k < strike->place_count; k++)
            text_add_format(&line, "%s%s", k ? ", " : line.size ? "; " : "", strike->places[k].name);
    }
    return line.bytes;
}

static void towns_of_who_is_struck_are_places(void **state) {
    static const Row rows[] = {
        {"en", "War\n\nFrance bombed Iraq. Jets struck Mosul, Kirkuk and the city of Basra.",
         "Mosul, Kirkuk, Basra"},
        {"en", "War\n\nAir strikes in Syria hit targets near Deir ez-Zor and Raqqa.", "Deir ez-Zor, Raqqa"},
        {"en", "War\n\nAir strikes on Mosul killed ten. France had bombed Iraq before.", "Mosul"},
        {"en", "War\n\nFrance bombed Iraq while ministers met in Erbil.", ""}, /* another clause */
        {"en", "War\n\nFrance bombed Iraq. It did not bomb Mosul.", ""},
        {"en", "War\n\nFrance bombed Iraq. Ministers met in Mosul.", ""},
        {"en", "War\n\nFrance bombed Iraq. The jets struck near Aleppo.", ""}, /* of a country not struck */
        {"fr", "Guerre\n\nLa France a bombard\xC3\xA9 la Syrie pr\xC3\xA8s de Raqqa et \xC3\xA0 Homs.",
         "Raqqa, Homs"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Facts *facts = read_text(state, rows[i].text, rows[i].language);
        char *line = places_line(facts);
        if (strcmp(line, rows[i].strikes)) print_error("in \"%s\"\n", rows[i].text);
        assert_string_equal(line, rows[i].strikes);
        free(line);
        dateline_facts_free(facts);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(strikes_are_read_as_target_by_and_count),
                                       cmocka_unit_test(towns_of_who_is_struck_are_places)};
    return cmocka_run_group_tests_name("read/strikes", tests, open_words, close_words);
}
