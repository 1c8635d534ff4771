/* A name and what stands beside it: what mentions.c and mention_tests.c share. */
#ifndef READ_SPOT_H
#define READ_SPOT_H

#include "mentions.h"

typedef struct Spot {
    Passage *passage;
    const Sentence *sentence;
    Mention *mention;
    size_t before, after; /* tokens beside the mention, or SIZE_MAX at the edge of the sentence */
} Spot;

Spot mention_spot(Passage *passage, Mention *mention);
/* The token at a place, NULL for SIZE_MAX. */
const Token *spot_token(const Spot *spot, size_t at);
/* Whether the word at a place has the class; false for SIZE_MAX. */
bool spot_is(const Spot *spot, size_t at, WordClass class);
/* The place before (-1) or after (1), SIZE_MAX at the edge of the sentence. */
size_t spot_step(const Spot *spot, size_t at, int by);
/* The mention that covers a token, or NULL. */
Mention *spot_mention(const Spot *spot, size_t at);
bool is_capital_word(const Token *token);
/* What the surroundings make of the name other than a country, in words; NULL where nothing. */
const char *spot_test(const Spot *spot);

#endif
