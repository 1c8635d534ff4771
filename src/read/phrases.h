/*
 * A trie of phrases over the lexicon's words. The longest phrase wins; a phrase word is met by itself or by
 * any form of it, and a wildcard by any word. Bounded work at every token, so matching a text is linear.
 */
#ifndef READ_PHRASES_H
#define READ_PHRASES_H

#include "lexicon.h"
#include "tokens.h"

typedef struct Phrases Phrases;

enum { PHRASE_LONGEST = 16, PHRASE_ANY = UINT32_MAX - 1, PHRASE_NUMBER = UINT32_MAX };

Phrases *phrases_new(void);
void phrases_free(Phrases *phrases);
/* Adds one phrase of 1..PHRASE_LONGEST words, the first of which is no wildcard; meaning is the caller's
 * number, from 1. Several meanings can share a phrase. */
void phrases_add(Phrases *phrases, const uint32_t *words, size_t count, uint32_t meaning);
/* Once all phrases are in; matching works before that too, and is faster from then on. */
void phrases_finish(Phrases *phrases);

typedef struct PhraseMatch {
    size_t count;     /* tokens; 0 where nothing matches */
    uint32_t meaning; /* the first meaning added; phrases_next gives further ones */
    uint32_t more;
    uint32_t others[3]; /* further phrases of the same length: "took part" and "take part" */
    uint32_t other_count;
} PhraseMatch;

/* The longest phrase at the first of count tokens. */
PhraseMatch phrases_match(const Phrases *phrases, const Lexicon *lexicon, const Token *tokens, size_t count);
/* The next meaning of a match, or 0. */
uint32_t phrases_next(const Phrases *phrases, PhraseMatch *match);

#endif
