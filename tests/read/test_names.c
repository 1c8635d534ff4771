/*
 * Tests of words/<language>/names.json: each language names every country, no form says two things, and what
 * newsrooms write finds the country that they mean. How the reader uses the names is tested elsewhere.
 */
#include "words_files.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[] = {"names", "people", "adjectives", "seats"};

/* One form of one country. */
typedef struct Form {
    char folded[120];
    char code[4];
    bool ambiguous;
} Form;
typedef ARRAY(Form) Forms;

static bool list_has(const json_t *list, const char *form) {
    size_t i;
    const json_t *entry;
    char folded[200], other[200];
    fold_form(form, folded, sizeof folded);
    json_array_foreach(list, i, entry) {
        fold_form(json_string_value(entry), other, sizeof other);
        if (!strcmp(folded, other)) return true;
    }
    return false;
}

/* The form, or where it is one word ending in ~ what the language's endings make of it. */
static void push_forms(Forms *forms, Form form, const char *text, const json_t *endings) {
    size_t i, length = strlen(text);
    const json_t *ending;
    bool stem = text[length - 1] == '~' && !strchr(text, ' ');
    fold_form(text, form.folded, sizeof form.folded);
    array_push(forms, form);
    json_array_foreach(endings, i, ending) {
        char inflected[120];
        snprintf(inflected, sizeof inflected, "%.*s%s", (int)length - 1, text, json_string_value(ending));
        fold_form(inflected, form.folded, sizeof form.folded);
        if (stem) array_push(forms, form);
    }
}

static void take_forms(Forms *forms, const char *code, const json_t *country, const json_t *endings) {
    const json_t *ambiguous = json_object_get(country, "ambiguous");
    for (size_t kind = 0; kind < COUNT_OF(kinds); kind++) {
        size_t i;
        const json_t *entry;
        json_array_foreach(json_object_get(country, kinds[kind]), i, entry) {
            const char *text = json_string_value(entry);
            Form form = {.ambiguous = list_has(ambiguous, text)};
            snprintf(form.code, sizeof form.code, "%s", code);
            push_forms(forms, form, text, endings);
        }
    }
}

static int form_order(const void *a, const void *b) {
    const Form *first = a, *second = b;
    int order = strcmp(first->folded, second->folded);
    return order ? order : strcmp(first->code, second->code);
}

static Forms forms_of(const char *language) {
    Words words, writing;
    Forms forms = {0};
    const char *code;
    json_t *country;
    words_open(&writing, language, "language.json");
    words_open(&words, language, "names.json");
    const json_t *endings = json_object_get(writing.json.root, "endings");
    json_object_foreach(json_object_get(words.json.root, "countries"), code, country)
        take_forms(&forms, code, country, endings);
    words_close(&words);
    words_close(&writing);
    qsort(forms.items, forms.count, sizeof *forms.items, form_order);
    return forms;
}

/* --------------------------------------------------------------------------------------------- completeness
 */

static void every_language_names_every_country_and_no_other(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        Words words;
        const char *code;
        json_t *country;
        words_open(&words, languages[i], "names.json");
        json_t *countries = json_object_get(words.json.root, "countries");
        json_object_foreach(countries, code, country) {
            const char *name = json_string_value(json_object_get(country, "name"));
            if (!is_code(code)) fail_msg("%s: %s is no country", words.path, code);
            if (!name || !*name) fail_msg("%s: %s has no label", words.path, code);
            if (!json_array_size(json_object_get(country, "names")))
                fail_msg("%s: %s has no name", words.path, code);
        }
        assert_int_equal(json_object_size(countries), COUNTRY_COUNT);
        words_close(&words);
    }
}

static void check_together(const char *path, const json_t *together) {
    const char *form;
    json_t *list;
    json_object_foreach((json_t *)together, form, list) {
        size_t i;
        json_t *code;
        if (json_array_size(list) < 2) fail_msg("%s: \"%s\" is to name several countries", path, form);
        json_array_foreach(list, i, code) {
            if (!is_code(json_string_value(code)))
                fail_msg("%s: \"%s\" names an unknown country", path, form);
        }
    }
}

static void words_for_several_countries_name_known_ones(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        Words words;
        words_open(&words, languages[i], "names.json");
        check_together(words.path, json_object_get(words.json.root, "together"));
        words_close(&words);
    }
}

/* ---------------------------------------------------------------------------------------------- ambiguity */

static void a_form_of_two_countries_is_unmarked_in_one_at_most(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        Forms forms = forms_of(languages[i]);
        for (size_t k = 1; k < forms.count; k++) {
            const Form *form = &forms.items[k], *before = form - 1;
            if (strcmp(form->folded, before->folded) || !strcmp(form->code, before->code)) continue;
            if (!form->ambiguous && !before->ambiguous)
                fail_msg("%s: \"%s\" is of %s and of %s", languages[i], form->folded, before->code,
                         form->code);
        }
        array_free(&forms);
    }
}

static void check_marks(const char *path, const char *code, const json_t *country) {
    size_t i;
    const json_t *entry;
    json_array_foreach(json_object_get(country, "ambiguous"), i, entry) {
        bool known = false;
        for (size_t kind = 0; kind < COUNT_OF(kinds); kind++)
            known = known || list_has(json_object_get(country, kinds[kind]), json_string_value(entry));
        if (!known)
            fail_msg("%s: %s marks \"%s\", which it does not have", path, code, json_string_value(entry));
    }
}

static void what_is_marked_ambiguous_is_a_form_of_the_country(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        Words words;
        const char *code;
        json_t *country;
        words_open(&words, languages[i], "names.json");
        json_object_foreach(json_object_get(words.json.root, "countries"), code, country)
            check_marks(words.path, code, country);
        words_close(&words);
    }
}

/* ------------------------------------------------------------------------------------------------ meaning */

typedef struct Meaning {
    const char *language, *form, *code; /* code is NULL where the form is to be nobody's */
} Meaning;

static const Meaning meanings[] = {
    {"en", "US", "USA"},
    {"en", "U.S.", "USA"},
    {"en", "UK", "GBR"},
    {"en", "Scotland", "GBR"},
    {"en", "Briton", "GBR"},
    {"en", "DRC", "COD"},
    {"en", "Congo", "COD"},
    {"en", "ROK", "KOR"},
    {"en", "DPRK", "PRK"},
    {"en", "Korean", "KOR"},
    {"en", "Holland", "NLD"},
    {"en", "Dutch", "NLD"},
    {"en", "Danes", "DNK"},
    {"en", "Burma", "MMR"},
    {"en", "Swaziland", "SWZ"},
    {"en", "Türkiye", "TUR"},
    {"en", "Ivorian", "CIV"},
    {"en", "Dominican", "DOM"},
    {"en", "Nigerien", "NER"},
    {"en", "Nigerian", "NGA"},
    {"en", "Bissau-Guinean", "GNB"},
    {"en", "West Germany", "DEU"},
    {"en", "Zaire", "COD"},
    {"en", "Yugoslavia", "SRB"},
    {"en", "Downing Street", "GBR"},
    {"en", "Kremlin", "RUS"},
    {"en", "Taiwan", "TWN"},
    {"en", "Republic of China", "TWN"},
    {"en", "Palestinians", "PSE"},
    {"en", "West Bank", "PSE"},
    {"en", "Kosovars", "XKX"},
    {"en", "Sahrawi", "ESH"},
    {"en", "Macedonia", "MKD"},
    {"en", "Malvinas", "FLK"},
    {"en", "Greenlanders", "GRL"},
    {"en", "Turkish Cypriots", "CYN"},
    {"en", "Somaliland", "SOL"},
    {"en", "Kiwis", "NZL"},
    {"en", "Crimea", NULL},
    {"en", "Kashmir", NULL},
    {"en", "Tibet", NULL},
    {"en", "Czechoslovakia", NULL},
    {"en", "European", NULL},

    {"en", "New Mexico", NULL},
    {"fr", "États-Unis", "USA"},
    {"fr", "RDC", "COD"},
    {"fr", "Congo", "COG"},
    {"fr", "nigérien", "NER"},
    {"fr", "nigérian", "NGA"},
    {"fr", "dominiquais", "DMA"},
    {"fr", "grecques", "GRC"},
    {"fr", "Birmanie", "MMR"},
    {"es", "EE. UU.", "USA"},
    {"es", "dominicano", "DOM"},
    {"es", "dominiqués", "DMA"},
    {"es", "nigerino", "NER"},
    {"es", "alemanas", "DEU"},
    {"es", "Malvinas", "FLK"},
    {"es", "Costa de Marfil", "CIV"},
    {"de", "französisch~", "FRA"},
    {"de", "Vereinigt~ Staaten", "USA"},
    {"de", "Nigrer", "NER"},
    {"de", "Französinnen", "FRA"},
    {"de", "Deutschlands", "DEU"},
    {"de", "Schweißer", NULL},
    {"ar", "عمان", "OMN"},
    {"ar", "مالية", NULL},
    {"ru", "США", "USA"},
    {"ru", "Того", NULL},
    {"ru", "Нигерии", "NGA"},
    {"ru", "Россией", "RUS"},
    {"de", "deutschen", "DEU"},
    {"pt", "Coreia do Sul", "KOR"},
    {"it", "tedeschi", "DEU"},
    {"zh", "美國", "USA"},
    {"zh", "中方", NULL},
};

static const char *first_meaning(const char *language, const char *form) {
    static char code[4];
    Forms forms = forms_of(language);
    char folded[120];
    *code = 0;
    fold_form(form, folded, sizeof folded);
    for (size_t i = 0; i < forms.count; i++)
        if (!strcmp(forms.items[i].folded, folded) && (!*code || !forms.items[i].ambiguous))
            memcpy(code, forms.items[i].code, sizeof code);
    array_free(&forms);
    return *code ? code : NULL;
}

static void what_newsrooms_write_means_the_country_they_mean(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(meanings); i++) {
        const Meaning *row = &meanings[i];
        const char *code = first_meaning(row->language, row->form);
        if (!code != !row->code || (code && strcmp(code, row->code)))
            fail_msg("%s: \"%s\" is %s, expected %s", row->language, row->form, code ? code : "nobody's",
                     row->code ? row->code : "nobody's");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_names_every_country_and_no_other),
        cmocka_unit_test(words_for_several_countries_name_known_ones),
        cmocka_unit_test(a_form_of_two_countries_is_unmarked_in_one_at_most),
        cmocka_unit_test(what_is_marked_ambiguous_is_a_form_of_the_country),
        cmocka_unit_test(what_newsrooms_write_means_the_country_they_mean),
    };
    return cmocka_run_group_tests_name("read/names", tests, NULL, NULL);
}
