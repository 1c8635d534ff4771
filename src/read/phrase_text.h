/*
 * Phrases as words/ writes them, turned into the lexicon's words: "take|join [the] fight", "französisch~",
 * "ruled * out", "# of them". Knows the notation and nothing of what a phrase means.
 */
#ifndef READ_PHRASE_TEXT_H
#define READ_PHRASE_TEXT_H

#include "words.h"

/* A name as written: signs are dropped, a word ending in ~ takes the language's endings. Returns how many
 * words it has, 0 if it has none or too many; *capitals gets a bit for each word that begins with a capital,
 * *all_capitals whether it is one word of capitals only. */
size_t name_words(Language *language, const char *text, uint32_t words[PHRASE_LONGEST], uint32_t *capitals,
                  bool *all_capitals);

/* A pattern with alternatives, optional words and wildcards; every phrase that it stands for is added with
 * the meaning, and its first word marked with starts. False where the notation is wrong. */
bool pattern_add(Language *language, Phrases *phrases, const char *text, uint32_t meaning, uint32_t starts);

/* The word itself, or with ~ all its forms: calls lexicon_add and links the forms. 0 for no word. */
uint32_t single_word(Language *language, const char *text);

#endif
