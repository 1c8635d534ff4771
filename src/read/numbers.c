/* See passage.h. Numbers in digits and in words. How the words of a number add up is the same in all
 * languages of words/: what follows must be smaller in kind than what stands, and hundreds, dozens and
 * thousands multiply. */
#include "passage.h"

#include <string.h>

/* The digits of a token: signs that are followed by three digits each time group, any other makes decimals.
 */
static double digits_value(const char *text, size_t size) {
    double value = 0, scale = 1;
    bool decimal = false;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        int digit = byte >= '0' && byte <= '9' ? byte - '0' : -1;
        if ((byte == 0xD9 || byte == 0xDB) && i + 1 < size) {
            unsigned char low = (unsigned char)text[i + 1];
            if (byte == 0xD9 && low >= 0xA0 && low <= 0xA9)
                digit = low - 0xA0, i++;
            else if (byte == 0xDB && low >= 0xB0 && low <= 0xB9)
                digit = low - 0xB0, i++;
        }
        if (digit >= 0) {
            value = value * 10 + digit;
            if (decimal) scale *= 10;
        } else if (byte == ',' || byte == '.') {
            size_t after = 0;
            while (i + 1 + after < size && text[i + 1 + after] >= '0' && text[i + 1 + after] <= '9') after++;
            decimal |= after != 3;
        }
    }
    return value / scale;
}

static bool is_multiplier(double value) {
    return value == 12 || value == 100 || value >= 1000;
}

typedef struct Sum {
    double total, current, last;
    bool any;
} Sum;

/* Whether value can follow what is summed: "thirty four", "two hundred", "ten seven" (dix-sept), "three ten"
 * (Arabic). */
static bool can_follow(const Sum *sum, double value, bool joined) {
    if (!sum->any) return true;
    if (value >= 1000) return sum->last < value;
    if (value == 100) return sum->current >= 1 && sum->current < 100;
    if (value == 12) return sum->current >= 1 && sum->current < 12 && !joined;
    if (sum->last >= 1000) return value < 1000;
    if (sum->last >= 100) return value < 100;
    if (sum->last >= 20) return value < 10 || ((sum->last == 60 || sum->last == 80) && value < 20);
    if (sum->last == 10) return value >= 6 && value < 10 && !joined;
    return value == 10 || (joined && value >= 20 && value < 100);
}

static void sum_add(Sum *sum, double value) {
    if (value >= 1000) {
        sum->total += (sum->current > 0 ? sum->current : 1) * value;
        sum->current = 0;
    } else if (is_multiplier(value) && sum->any && sum->current >= 1) {
        sum->current *= value;
    } else {
        sum->current += value;
    }
    sum->last = value;
    sum->any = true;
}

double number_compound(const Language *language, const char *folded, size_t size) {
    Sum sum = {0};
    double pending = 0;
    size_t at = 0;
    while (at < size) {
        size_t part = size - at;
        const NumberWord *number = NULL;
        for (; part > 1 && !number; part -= !number) {
            Token token = {.kind = TOKEN_WORD, .word = lexicon_find(language->lexicon, folded + at, part)};
            PhraseMatch match = {0};
            if (token.word && lexicon_word(language->lexicon, token.word)->starts & STARTS_NUMBER)
                match = phrases_match(language->number_phrases, language->lexicon, &token, 1);
            if (match.count && language->numbers.items[match.meaning - 1].has_value)
                number = &language->numbers.items[match.meaning - 1];
        }
        if (number) {
            if (is_multiplier(number->value) || pending <= 0)
                sum_add(&sum, number->value);
            else
                sum_add(&sum, number->value + pending), pending = 0;
            at += part;
        } else if (size - at > 3 && !memcmp(folded + at, "und", 3) && sum.any && sum.current < 10) {
            pending = sum.current;
            sum.current = 0;
            at += 3;
        } else {
            return -1;
        }
    }
    return sum.any ? sum.total + sum.current + pending : -1;
}

/* The number word at a token, and how many tokens it takes. */
static const NumberWord *word_at(const Passage *passage, const Sentence *sentence, size_t at, size_t *count) {
    const Token *token = &passage->tokens.items[at];
    const Language *language = passage->language;
    if (token->kind != TOKEN_WORD || !token->word) return NULL;
    if (!(lexicon_word(language->lexicon, token->word)->starts & STARTS_NUMBER)) return NULL;
    PhraseMatch match = phrases_match(language->number_phrases, language->lexicon, token,
                                      sentence->first + sentence->count - at);
    *count = match.count;
    return match.count ? &language->numbers.items[match.meaning - 1] : NULL;
}

static bool compound_at(const Passage *passage, size_t at, double *value) {
    const Token *token = &passage->tokens.items[at];
    if (!passage->language->numbers_joined || token->kind != TOKEN_WORD || token->word) return false;
    char folded[WORD_LONGEST];
    size_t size = token->end - token->start, count = 0;
    if (size < 6 || size > 40) return false;
    Scanner scanner;
    scanner_start(&scanner, passage->text + token->start, size);
    scanner_next(&scanner);
    count = scanner.folded_size;
    memcpy(folded, scanner.folded, count);
    *value = number_compound(passage->language, folded, count);
    return *value >= 0;
}

/* Number words from a token on. */
static Number sum_words(const Passage *passage, const Sentence *sentence, size_t at) {
    Number number = {.first = (uint32_t)at};
    Sum sum = {0};
    size_t end = sentence->first + sentence->count, joiner = 0;
    for (size_t from = at; from < end;) {
        size_t count = 1;
        double value;
        const NumberWord *word = word_at(passage, sentence, from, &count);
        if (!word && compound_at(passage, from, &value))
            count = 1;
        else if (word && word->has_value)
            value = word->value;
        else if (sum.any && !joiner && passage_is(passage, from, CLASS_AND)) {
            joiner = 1;
            from++;
            continue;
        } else
            break;
        bool prefixed = joiner || (from > at && passage->language->no_case);
        if (!can_follow(&sum, value, prefixed)) break;
        sum_add(&sum, value);
        from += count;
        joiner = 0;
        number.count = (uint32_t)(from - at);
    }
    number.has_value = sum.any;
    number.value = sum.total + sum.current;
    return number;
}

static bool after_sign(const Passage *passage, const Token *token) {
    if (!token->start) return false;
    char before = passage->text[token->start - 1];
    return before == '$' || before == '#' || before == ':' || (token->start > 1 && before == '\xA3') ||
           (token->start > 2 && before == '\xAC');
}

/* 45% and $5 count nothing. */
static Number from_digits(const Passage *passage, const Sentence *sentence, size_t at) {
    const Token *token = &passage->tokens.items[at];
    Number number = {.first = (uint32_t)at, .count = 1};
    number.has_value = !(token->flags & (TOKEN_SUFFIXED | TOKEN_HYPHENED)) && !after_sign(passage, token) &&
                       !(token->end < passage->size && passage->text[token->end] == '%');
    number.is_ordinal = (token->flags & TOKEN_SUFFIXED) != 0;
    number.value = digits_value(passage->text + token->start, token->end - token->start);
    size_t count;
    const NumberWord *word =
        at + 1 < sentence->first + sentence->count ? word_at(passage, sentence, at + 1, &count) : NULL;
    if (word && word->has_value && is_multiplier(word->value))
        number.value *= word->value, number.count += (uint32_t)count;
    return number;
}

Number number_at(const Passage *passage, const Sentence *sentence, size_t at) {
    size_t count = 0, end = sentence->first + sentence->count;
    const char *bound = NULL;
    const NumberWord *word = word_at(passage, sentence, at, &count);
    uint32_t first = (uint32_t)at;
    if (word && word->is_ordinal)
        return (Number){.first = first, .count = (uint32_t)count, .is_ordinal = true, .value = word->value};
    if (word && (word->is_bound || !word->has_value)) {
        bound = word->text;
        at += count;
        if (!word->is_bound) return (Number){.first = first, .count = (uint32_t)count, .bound = bound};
        if (at >= end) return (Number){0};
    }
    Number number = passage->tokens.items[at].kind == TOKEN_NUMBER ? from_digits(passage, sentence, at)
                                                                   : sum_words(passage, sentence, at);
    if (!number.count) return (Number){0};
    number.count += (uint32_t)at - first;
    number.first = first;
    number.bound = bound;
    return number;
}
