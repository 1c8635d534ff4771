/*
 * A language of the page: its fixed texts, from words/<language>/page.json, and what it calls the countries.
 * What a style says itself comes before the language. Knows no story and no map.
 */
#ifndef STYLE_TONGUE_H
#define STYLE_TONGUE_H

#include "style.h"

typedef struct Tongue {
    const char *language; /* ISO 639-1, of the texts */
    bool leftward;        /* written from right to left */
    StyleTexts texts;
    StyleWords words;
    struct TongueName *names; /* sorted by code; NULL until tongue_take_names */
    size_t name_count;
} Tongue;

/* Whether there are texts in a language; language may be NULL or "fr-CA". */
bool tongue_exists(const char *language);
/* The texts in a language, in the arena. NULL with an error where the file is at fault. */
Tongue *tongue_load(Arena *arena, const char *language, dateline_error *error);
/* Lays over them what the style says. */
void tongue_follow(Tongue *tongue, const Style *style);
/* Reads what the language calls the countries, from words/<language>/names.json. */
bool tongue_take_names(Arena *arena, Tongue *tongue, dateline_error *error);
/* The name of a country by its code; NULL where the names do not have it or have not been taken. */
const char *tongue_name(const Tongue *tongue, const char *code);

#endif
