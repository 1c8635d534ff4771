/*
 * For tests of words/: its languages, the codes of the countries, its files, and forms as the reader compares
 * them. Knows nothing of what is tested.
 */
#ifndef TESTS_READ_WORDS_FILES_H
#define TESTS_READ_WORDS_FILES_H

#include "../base/scratch.h"

#include "base/json.h"

extern const char *const languages[];
enum { LANGUAGE_COUNT = 9, COUNTRY_COUNT = 252 };

/* Whether it is a code of ISO 3166-1 as of 2025, or of Kosovo and the de facto states that Natural Earth
 * draws. */
bool is_code(const char *code);

typedef struct Words {
    char path[64];
    char *text;
    Json json;
} Words;

/* Opens words/<language>/<file>, or words/<file> where language is empty; fails the test where it cannot. */
void words_open(Words *words, const char *language, const char *file);
void words_close(Words *words);

/* The form as the reader compares it; what is no letter becomes one space, ~ stays. */
void fold_form(const char *form, char *folded, size_t size);

#endif
