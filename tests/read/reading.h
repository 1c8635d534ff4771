/* Reads a few words of an article in a test and says what was found as one line, so that tests are tables of
 * lines. */
#ifndef TESTS_READ_READING_H
#define TESTS_READ_READING_H

#include "../../src/facts.h"

/* The repository's own words, loaded once for the group: use as the group's setup and teardown, with words as
 * its state. */
int open_words(void **state);
int close_words(void **state);

/* Facts of a text; fails the test where there are none. language may be NULL. */
Facts *read_text(void **state, const char *text, const char *language);
/* The ids that carry the role, in alphabetical order, separated by spaces; role 0 gives all. The caller frees
 * it. */
char *ids_with(const Facts *facts, Role role);
/* Fails the test unless the text has exactly these ids in the role. */
void check_ids(void **state, const char *language, const char *text, Role role, const char *expected);
/* "IRQ<-FRA GBR=12; ..." */
char *strikes_line(const Facts *facts);

#endif
