/* See table.h. */
#include "../base/text.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_LONGEST = 200 };

/* The country that all of the words name, or -1. */
static int match_words(const Language *language, const char *text) {
    Token tokens[PHRASE_LONGEST];
    size_t count = 0;
    Scanner scanner;
    scanner_start(&scanner, text, strlen(text));
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END; token = scanner_next(&scanner)) {
        if (token.kind != TOKEN_WORD) continue;
        token.word = lexicon_find(language->lexicon, scanner.folded, scanner.folded_size);
        if (!token.word || count == PHRASE_LONGEST) return -1;
        if (!count && lexicon_is(language->lexicon, token.word, CLASS_ARTICLE)) continue;
        tokens[count++] = token;
    }
    PhraseMatch match = phrases_match(language->name_phrases, language->lexicon, tokens, count);
    if (!count || match.count != count) return -1;
    int best = -1, kind = NAME_SEAT;
    for (uint32_t meaning = match.meaning; meaning; meaning = phrases_next(language->name_phrases, &match)) {
        const Name *name = &language->names.items[meaning - 1];
        if ((int)name->kind < kind && (best < 0 || !name->ambiguous))
            best = name->country, kind = (int)name->kind;
    }
    return best;
}

/* Names, codes, and "Korea, Republic of". */
int match_country(const Language *language, const char *text) {
    int country = strlen(text) == 3 ? language_country(language, text) : -1;
    if (country < 0) country = match_words(language, text);
    const char *comma = strchr(text, ',');
    if (country >= 0 || !comma) return country;
    char turned[2 * CELL_LONGEST];
    snprintf(turned, sizeof turned, "%.180s %.*s", comma + 1, (int)(comma - text), text);
    return match_words(language, turned);
}

const char *nearest_country(const Language *language, const char *text) {
    const char **names = memory_new((language->countries.count + 1) * sizeof *names);
    for (size_t i = 0; i < language->countries.count; i++) names[i] = language->countries.items[i].name;
    const char *nearest = nearest_name(text, names, language->countries.count);
    free(names);
    return nearest;
}
