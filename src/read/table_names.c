/* See table.h. */
#include "../base/text.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_LONGEST = 200, LETTERS_LONGEST = 63 };

/* A cell as words; one that no list knows has the number 0. */
typedef struct Cell {
    Token tokens[PHRASE_LONGEST];
    char letters[PHRASE_LONGEST][LETTERS_LONGEST + 1]; /* folded */
    size_t count, unknown;
} Cell;

/* False where there are too many words, or longer ones than names have. */
static bool take_cell(const Language *language, const char *text, Cell *cell) {
    Scanner scanner;
    *cell = (Cell){0};
    scanner_start(&scanner, text, strlen(text));
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END; token = scanner_next(&scanner)) {
        if (token.kind != TOKEN_WORD) continue;
        token.word = lexicon_find(language->lexicon, scanner.folded, scanner.folded_size);
        if (cell->count == PHRASE_LONGEST || scanner.folded_size > LETTERS_LONGEST) return false;
        if (!cell->count && token.word && lexicon_is(language->lexicon, token.word, CLASS_ARTICLE)) continue;
        memcpy(cell->letters[cell->count], scanner.folded, scanner.folded_size);
        cell->tokens[cell->count++] = token;
        cell->unknown += !token.word;
    }
    return cell->count > 0;
}

/* The country that all of the words name, or -1. */
static int match_cell(const Language *language, const Cell *cell) {
    PhraseMatch match = phrases_match(language->name_phrases, language->lexicon, cell->tokens, cell->count);
    int best = -1, kind = NAME_SEAT;
    if (match.count != cell->count) return -1;
    for (uint32_t meaning = match.meaning; meaning; meaning = phrases_next(language->name_phrases, &match)) {
        const Name *name = &language->names.items[meaning - 1];
        if ((int)name->kind < kind && (best < 0 || !name->ambiguous))
            best = name->country, kind = (int)name->kind;
    }
    return best;
}

static int match_words(const Language *language, const char *text) {
    Cell cell;
    return take_cell(language, text, &cell) && !cell.unknown ? match_cell(language, &cell) : -1;
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

/* Tries a word in the place of one of the cell's; keeps it where the cell then names a country and fewer
 * letters had to change than so far. */
static void try_word(const Language *language, Cell *cell, size_t place, uint32_t word, int *least,
                     uint32_t *best) {
    size_t size = lexicon_word(language->lexicon, word)->size;
    int longer = (int)size - (int)strlen(cell->letters[place]);
    char letters[LETTERS_LONGEST + 1] = {0};
    if (size > LETTERS_LONGEST || longer >= *least || -longer >= *least) return;
    memcpy(letters, lexicon_letters(language->lexicon, word), size);
    int distance = edit_distance(cell->letters[place], letters);
    if (distance >= *least) return;
    cell->tokens[place].word = word;
    if (match_cell(language, cell) >= 0) *least = distance, *best = word;
}

/* The cell's words with a capital each. */
static const char *write_cell(const Language *language, const Cell *cell, Arena *arena) {
    Text text = {0};
    for (size_t i = 0; i < cell->count; i++) {
        uint32_t word = cell->tokens[i].word;
        const char *letters = lexicon_letters(language->lexicon, word);
        if (i) text_add_char(&text, ' ');
        text_add_char(&text, *letters >= 'a' && *letters <= 'z' ? (char)(*letters - 'a' + 'A') : *letters);
        text_add_part(&text, letters + 1, lexicon_word(language->lexicon, word)->size - 1u);
    }
    const char *kept = arena_text(arena, text.bytes);
    text_free(&text);
    return kept;
}

/* One word may be mistyped: the one that no list knows, or, where all are known, any ("Untied States"). A
 * third of its letters may differ. */
const char *nearest_country(const Language *language, const char *text, Arena *arena) {
    Cell cell;
    if (!take_cell(language, text, &cell) || cell.unknown > 1) return NULL;
    for (size_t place = 0; place < cell.count; place++) {
        uint32_t was = cell.tokens[place].word, best = 0;
        int least = (int)(strlen(cell.letters[place]) + 1) / 3 + 1;
        if (was && cell.unknown) continue;
        for (uint32_t word = 1; word <= lexicon_count(language->lexicon); word++)
            try_word(language, &cell, place, word, &least, &best);
        cell.tokens[place].word = best ? best : was;
        if (best) return write_cell(language, &cell, arena);
    }
    return NULL;
}
