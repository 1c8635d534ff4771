/*
 * Loading one language out of words/: language.c reads how the language is written, language_names.c what is
 * and is not a country, language_rules.c the rules, packed.h all of it at once. Nothing here is called once
 * the language stands.
 */
#ifndef READ_LANGUAGE_H
#define READ_LANGUAGE_H

#include "words.h"
#include "words_file.h"

/* The files that a language is read from, 0 to LANGUAGE_FILES - 1, in this order. */
enum { LANGUAGE_FILES = 6 };
const char *language_path(Arena *arena, const char *folder, const char *code, int file);

/* The language's tries of phrases, one by one. */
enum { PHRASE_SETS = 7 };
Phrases **language_phrases(Language *language, int set);

/* Calls take on every string of the list at path (which may be absent); fails where something else stands in
 * it. */
typedef bool (*TakeString)(Language *language, const char *string, void *context);
bool take_strings(Language *language, const WordsFile *file, const Node *list, const char *path,
                  TakeString take, void *context, dateline_error *error);

bool language_take_names(Language *language, const WordsFile *file, dateline_error *error);
bool language_take_discards(Language *language, const WordsFile *file, dateline_error *error);
bool language_take_blocs(Language *language, const WordsFile *file, dateline_error *error);
bool language_take_places(Language *language, const WordsFile *file, dateline_error *error);
bool language_take_rules(Language *language, const WordsFile *file, dateline_error *error);

#endif
