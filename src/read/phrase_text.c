/* See phrase_text.h. */
#include "phrase_text.h"

#include <string.h>

/* A stem is a word of its own, written with its ~, and the base of all its forms. */
static uint32_t add_stem(Language *language, const char *folded, size_t size) {
    char form[WORD_LONGEST + 16];
    if (size + 1 > WORD_LONGEST) return 0;
    memcpy(form, folded, size);
    form[size] = '~';
    uint32_t stem = lexicon_add(language->lexicon, form, size + 1);
    for (size_t i = 0; i < language->endings.count; i++) {
        size_t ending = strlen(language->endings.items[i]);
        if (ending > 15) continue;
        memcpy(form + size, language->endings.items[i], ending);
        lexicon_add_base(language->lexicon, lexicon_add(language->lexicon, form, size + ending), stem);
    }
    return stem;
}

static uint32_t add_word(Language *language, const Scanner *scanner, const Token *token) {
    bool stem = token->end < scanner->size && scanner->text[token->end] == '~';
    if (stem) return add_stem(language, scanner->folded, scanner->folded_size);
    return lexicon_add(language->lexicon, scanner->folded, scanner->folded_size);
}

size_t name_words(Language *language, const char *text, uint32_t words[PHRASE_LONGEST], uint32_t *capitals,
                  bool *all_capitals) {
    Scanner scanner;
    size_t count = 0;
    scanner_start(&scanner, text, strlen(text));
    *capitals = 0;
    *all_capitals = false;
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END; token = scanner_next(&scanner)) {
        if (token.kind != TOKEN_WORD) continue;
        if (count == PHRASE_LONGEST) return 0;
        if (token.flags & TOKEN_CAPITAL) *capitals |= 1u << count;
        *all_capitals = count == 0 && (token.flags & TOKEN_ALL_CAPITALS);
        words[count++] = add_word(language, &scanner, &token);
    }
    return count;
}

uint32_t single_word(Language *language, const char *text) {
    uint32_t words[PHRASE_LONGEST], capitals;
    bool all;
    return name_words(language, text, words, &capitals, &all) == 1 ? words[0] : 0;
}

enum { PATTERN_LONGEST = 400 };

typedef struct Pattern {
    Language *language;
    Phrases *phrases;
    uint32_t meaning, starts;
    uint32_t words[PHRASE_LONGEST];
} Pattern;

static bool expand(Pattern *pattern, const char *rest, size_t count);

/* The words of one alternative, then the rest of the pattern. */
static bool expand_word(Pattern *pattern, const char *from, size_t size, const char *rest, size_t count) {
    Scanner scanner;
    if (size == 1 && (*from == '*' || *from == '#')) {
        if (count == 0 || count == PHRASE_LONGEST) return false;
        pattern->words[count++] = *from == '*' ? PHRASE_ANY : PHRASE_NUMBER;
        return expand(pattern, rest, count);
    }
    scanner_start(&scanner, from, size);
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END; token = scanner_next(&scanner)) {
        if (token.kind != TOKEN_WORD) continue;
        if (count == PHRASE_LONGEST) return false;
        pattern->words[count++] = add_word(pattern->language, &scanner, &token);
    }
    return expand(pattern, rest, count);
}

static bool expand_alternatives(Pattern *pattern, const char *from, size_t size, const char *rest,
                                size_t count) {
    bool fine = true;
    while (fine) {
        const char *bar = memchr(from, '|', size);
        size_t part = bar ? (size_t)(bar - from) : size;
        fine = part > 0 && expand_word(pattern, from, part, rest, count);
        if (!bar) break;
        from += part + 1;
        size -= part + 1;
    }
    return fine;
}

static bool finish(Pattern *pattern, size_t count) {
    if (!count) return false;
    phrases_add(pattern->phrases, pattern->words, count, pattern->meaning);
    lexicon_add_start(pattern->language->lexicon, pattern->words[0], pattern->starts);
    return true;
}

static bool expand(Pattern *pattern, const char *rest, size_t count) {
    rest += strspn(rest, " ");
    if (!*rest) return finish(pattern, count);
    size_t size = strcspn(rest, " ");
    bool optional = rest[0] == '[';
    if (!optional) return expand_alternatives(pattern, rest, size, rest + size, count);
    if (size < 3 || rest[size - 1] != ']') return false;
    return expand_alternatives(pattern, rest + 1, size - 2, rest + size, count) &&
           expand(pattern, rest + size, count);
}

bool pattern_add(Language *language, Phrases *phrases, const char *text, uint32_t meaning, uint32_t starts) {
    Pattern pattern = {.language = language, .phrases = phrases, .meaning = meaning, .starts = starts};
    return strlen(text) < PATTERN_LONGEST && expand(&pattern, text, 0);
}
