/* See reading.h. */
#include "reading.h"

#include "../../src/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int open_words(void **state) {
    dateline_error error = {0};
    *state = dateline_words_load("words", &error);
    if (!*state) print_error("%s\n", error.message);
    return *state ? 0 : -1;
}

int close_words(void **state) {
    dateline_words_free(*state);
    return 0;
}

Facts *read_text(void **state, const char *text, const char *language) {
    dateline_error error = {0};
    dateline_read_options options = {.language = language};
    Facts *facts = dateline_read(*state, text, strlen(text), &options, &error);
    if (!facts) print_error("%s: %s\n", text, error.message);
    assert_non_null(facts);
    return facts;
}

static int compare_ids(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *ids_with(const Facts *facts, Role role) {
    const char *ids[300];
    size_t count = 0;
    Text text = {0};
    for (size_t i = 0; i < facts->country_count && count < 300; i++)
        if (!role || facts->countries[i].roles & role) ids[count++] = facts->countries[i].id;
    qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++) text_add_format(&text, "%s%s", i ? " " : "", ids[i]);
    return text_take(&text);
}

void check_ids(void **state, const char *language, const char *text, Role role, const char *expected) {
    Facts *facts = read_text(state, text, language);
    char *found = ids_with(facts, role);
    if (strcmp(found, expected)) print_error("in \"%s\"\n", text);
    assert_string_equal(found, expected);
    free(found);
    dateline_facts_free(facts);
}

char *strikes_line(const Facts *facts) {
    Text text = {0};
    for (size_t i = 0; i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        text_add_format(&text, "%s%s<-", i ? "; " : "", strike->target);
        for (size_t k = 0; k < strike->by_count; k++)
            text_add_format(&text, "%s%s", k ? " " : "", strike->by[k]);
        if (strike->count.has_value) {
            text_add_char(&text, '=');
            text_add_number(&text, strike->count.value, 1);
        } else if (strike->count.bound) {
            text_add_format(&text, "=%s", strike->count.bound);
        }
    }
    return text_take(&text);
}
