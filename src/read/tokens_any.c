/* See tokens.h. Tokens of every kind; the short words among them were cut by tokens.c. */
#include "tokens.h"

#include "../base/text.h"
#include "eight_letters.h"

#include <string.h>

/* The kind of the letter at a place, and where it ends. */
static inline LetterKind kind_at(const Scanner *scanner, size_t at, size_t *end, uint32_t *code) {
    if (at >= scanner->size) return *end = at, *code = 0, LETTER_OTHER;
    unsigned char byte = (unsigned char)scanner->text[at];
    if (byte < 0x80) return *end = at + 1, *code = byte, (LetterKind)ascii_kinds[byte];
    *end = at;
    int32_t point = utf8_next(scanner->text, scanner->size, end);
    *code = point < 0 ? 0xFFFD : (uint32_t)point;
    return letter_kind(*code);
}

static bool is_letter(LetterKind kind) {
    return kind == LETTER_LOWER || kind == LETTER_UPPER || kind == LETTER_MARK;
}

static void fold_add(Scanner *scanner, uint32_t code) {
    if (scanner->folded_size + FOLD_MOST > WORD_LONGEST) return;
    scanner->folded_size += (size_t)letter_fold(code, scanner->folded + scanner->folded_size);
}

typedef struct Letters {
    int upper, lower;
} Letters;

static inline int count_highs(uint64_t highs) {
    return (int)((highs >> 7) * EIGHT_ONES >> 56);
}

/* The run of ASCII letters and digits at a place; most words are nothing else. */
static inline size_t scan_ascii(Scanner *scanner, size_t at, Letters *letters) {
    const char *text = scanner->text;
    while (scanner->size - at >= 8 && WORD_LONGEST - scanner->folded_size >= 8) {
        Eight eight = tell_apart(text + at);
        int capitals = count_highs(eight.capital);
        eight_store(scanner->folded + scanner->folded_size, eight.lower);
        scanner->folded_size += eight.count;
        letters->upper += capitals;
        letters->lower += count_highs(eight.alphabetic) - capitals;
        at += eight.count;
        if (eight.count < 8) return at;
    }
    while (at < scanner->size && scanner->folded_size < WORD_LONGEST) {
        char fold = ascii_folds[(unsigned char)text[at]];
        if (!fold) break;
        scanner->folded[scanner->folded_size++] = fold;
        letters->upper += text[at] != fold;
        letters->lower += text[at] == fold && fold > '9';
        at++;
    }
    return at;
}

static bool is_ascii_sign(char sign) {
    return (unsigned char)sign < 0x80 && !ascii_folds[(unsigned char)sign];
}

/* Letters and digits up to the first sign; returns its place. */
static inline size_t scan_letters(Scanner *scanner, size_t at, Letters *letters) {
    for (;;) {
        uint32_t code;
        size_t end;
        at = scan_ascii(scanner, at, letters);
        if (at >= scanner->size || is_ascii_sign(scanner->text[at])) return at;
        LetterKind kind = kind_at(scanner, at, &end, &code);
        if (kind == LETTER_LOWER)
            letters->lower++;
        else if (kind == LETTER_UPPER)
            letters->upper++;
        else if (kind != LETTER_MARK && kind != LETTER_DIGIT)
            return at;
        fold_add(scanner, code);
        at = end;
    }
}

static bool is_ascii_letter(const Scanner *scanner, size_t at) {
    if (at >= scanner->size) return false;
    unsigned char letter = (unsigned char)scanner->text[at] | 0x20;
    return letter >= 'a' && letter <= 'z';
}

/* U.S. and the like become one word without stops. */
static size_t scan_dotted(Scanner *scanner, Token *token, size_t at, Letters *letters) {
    size_t first = at;
    while (at + 1 < scanner->size && scanner->text[at] == '.' && is_ascii_letter(scanner, at + 1) &&
           !is_ascii_letter(scanner, at + 2)) {
        unsigned char letter = (unsigned char)scanner->text[at + 1];
        if (ascii_kinds[letter] == LETTER_UPPER)
            letters->upper++;
        else
            letters->lower++;
        fold_add(scanner, letter);
        at += 2;
    }
    if (at == first || at >= scanner->size || scanner->text[at] != '.') return at;
    token->flags |= TOKEN_DOTTED;
    return at + 1;
}

static bool folded_is(const Scanner *scanner, const char *word) {
    return scanner->folded_size == strlen(word) && !memcmp(scanner->folded, word, scanner->folded_size);
}

/* A web address is one sign, so that nothing inside it is read. */
static bool begins_address(const Scanner *scanner, size_t at) {
    size_t left = scanner->size - at;
    if (!left || (scanner->text[at] != ':' && scanner->text[at] != '.')) return false;
    if (folded_is(scanner, "http") || folded_is(scanner, "https"))
        return left >= 3 && !memcmp(scanner->text + at, "://", 3);
    return folded_is(scanner, "www") && left >= 1 && scanner->text[at] == '.';
}

static size_t scan_address(const Scanner *scanner, size_t at) {
    while (at < scanner->size && (unsigned char)scanner->text[at] > ' ' &&
           !strchr(")>\"'|", scanner->text[at]))
        at++;
    return at;
}

static void scan_word(Scanner *scanner, Token *token) {
    Letters letters = {0, 0};
    scanner->folded_size = 0;
    size_t at = scan_letters(scanner, scanner->at, &letters);
    if (letters.upper + letters.lower == 1) at = scan_dotted(scanner, token, at, &letters);
    token->kind = TOKEN_WORD;
    if (begins_address(scanner, at)) {
        token->kind = TOKEN_OTHER;
        at = scan_address(scanner, at);
    }
    if (letters.upper > 1 && !letters.lower) token->flags |= TOKEN_ALL_CAPITALS;
    scanner->at = at;
}

static bool is_digit_at(const Scanner *scanner, size_t at) {
    size_t end;
    uint32_t code;
    return at < scanner->size && kind_at(scanner, at, &end, &code) == LETTER_DIGIT;
}

/* A sign that groups digits, or a decimal sign; 0 where the number ends. A space groups only if it does not
 * break. */
static size_t grouping_size(const Scanner *scanner, size_t at) {
    static const char *const signs[] = {",",        ".",       "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                        "\xD9\xAB", "\xD9\xAC"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t size = strlen(signs[i]);
        if (scanner->size - at > size && !memcmp(scanner->text + at, signs[i], size)) return size;
    }
    return 0;
}

static void scan_number(Scanner *scanner, Token *token) {
    size_t at = scanner->at, end;
    uint32_t code;
    for (;;) {
        while (is_digit_at(scanner, at)) kind_at(scanner, at, &end, &code), at = end;
        if (at >= scanner->size) break;
        size_t sign = grouping_size(scanner, at);
        if (!sign || !is_digit_at(scanner, at + sign)) break;
        at += sign;
    }
    token->kind = TOKEN_NUMBER;
    while (at < scanner->size && is_letter(kind_at(scanner, at, &end, &code)))
        at = end, token->flags |= TOKEN_SUFFIXED;
    scanner->at = at;
}

/* White space; tells by the number of line breaks in it what it separates. */
static bool scan_space(Scanner *scanner, Token *token) {
    int breaks = 0;
    size_t at = scanner->at, end;
    uint32_t code;
    while (at < scanner->size) {
        LetterKind kind = kind_at(scanner, at, &end, &code);
        if (kind == LETTER_NEWLINE)
            breaks++;
        else if (kind != LETTER_SPACE)
            break;
        at = end;
    }
    token->end = (uint32_t)at;
    token->kind = breaks > 1 ? TOKEN_PARAGRAPH : TOKEN_LINE;
    scanner->at = at;
    scanner->pending = TOKEN_SPACED;
    return breaks > 0;
}

/* An apostrophe inside a word joins; elsewhere it is a quotation mark. */
static bool joins_words(const Scanner *scanner, size_t before, size_t after) {
    size_t end;
    uint32_t code;
    if (before == 0 || after >= scanner->size || (unsigned char)scanner->text[before - 1] <= ' ')
        return false;
    if (!is_letter(kind_at(scanner, after, &end, &code))) return false;
    unsigned char last = (unsigned char)scanner->text[before - 1];
    return last >= 0x80 || is_letter((LetterKind)ascii_kinds[last]) || ascii_kinds[last] == LETTER_STOP;
}

const uint8_t sign_kinds[] = {
    [LETTER_QUOTE] = TOKEN_QUOTE,         [LETTER_APOSTROPHE] = TOKEN_QUOTE, [LETTER_COMMA] = TOKEN_COMMA,
    [LETTER_SEMICOLON] = TOKEN_SEMICOLON, [LETTER_COLON] = TOKEN_COLON,      [LETTER_DASH] = TOKEN_DASH,
    [LETTER_HYPHEN] = TOKEN_HYPHEN,       [LETTER_OPEN] = TOKEN_OPEN,        [LETTER_CLOSE] = TOKEN_CLOSE,
    [LETTER_STOP] = TOKEN_STOP,           [LETTER_BULLET] = TOKEN_BULLET,    [LETTER_OTHER] = TOKEN_OTHER};

/* Handles are no words: the name after an @ is skipped together with it. */
static size_t skip_handle(const Scanner *scanner, size_t at) {
    size_t end;
    uint32_t code;
    LetterKind kind;
    while (at < scanner->size &&
           (is_letter(kind = kind_at(scanner, at, &end, &code)) || kind == LETTER_DIGIT || code == '_'))
        at = end;
    return at;
}

/* A hyphen with a space on either side is a dash; two in a row are one as well. */
static void scan_hyphen(Scanner *scanner, Token *token, size_t end) {
    bool doubled = end < scanner->size && scanner->text[end] == '-';
    while (end < scanner->size && scanner->text[end] == '-') end++;
    bool spaced_after = end >= scanner->size || (unsigned char)scanner->text[end] <= ' ';
    char before = token->start ? scanner->text[token->start - 1] : ' ';
    bool after_stop = before == '.' || before == ')'; /* "(EFE).- " */
    bool dash = doubled || (spaced_after && ((token->flags & TOKEN_SPACED) || after_stop));
    token->kind = dash ? TOKEN_DASH : TOKEN_HYPHEN;
    scanner->pending = dash || spaced_after ? 0 : TOKEN_HYPHENED;
    scanner->at = end;
}

static void scan_sign(Scanner *scanner, Token *token, LetterKind kind, size_t end, uint32_t code) {
    scanner->at = end;
    if (kind == LETTER_HYPHEN)
        scan_hyphen(scanner, token, end);
    else
        token->kind = sign_kinds[kind];
    if (code == '@') scanner->at = skip_handle(scanner, end);
}

/* What begins with a letter, a digit or a sign; false for an apostrophe or a stray mark, which is no token.
 */
static bool scan_visible(Scanner *scanner, Token *token, LetterKind kind, size_t end, uint32_t code) {
    if (kind == LETTER_LOWER || kind == LETTER_UPPER) {
        if (kind == LETTER_UPPER) token->flags |= TOKEN_CAPITAL;
        scan_word(scanner, token);
    } else if (kind == LETTER_IDEOGRAPH) {
        token->kind = TOKEN_WORD;
        scanner->folded_size = 0;
        fold_add(scanner, code);
        scanner->at = end;
    } else if (kind == LETTER_DIGIT) {
        scan_number(scanner, token);
    } else if (kind == LETTER_MARK) {
        return scanner->at = end, false;
    } else if (kind == LETTER_APOSTROPHE && joins_words(scanner, scanner->at, end)) {
        return scanner->at = end, scanner->pending = TOKEN_ELIDED, false;
    } else {
        scan_sign(scanner, token, kind, end, code);
    }
    token->end = (uint32_t)scanner->at;
    return true;
}

Token scanner_next_any(Scanner *scanner) {
    for (;;) {
        Token token = {.start = (uint32_t)scanner->at, .end = (uint32_t)scanner->at, .kind = TOKEN_END};
        if (scanner->at >= scanner->size) return token;
        if (scanner->text[scanner->at] == ' ') { /* by far the most common white space */
            scanner->at++;
            scanner->pending = TOKEN_SPACED;
            continue;
        }
        uint32_t code;
        size_t end;
        LetterKind kind = kind_at(scanner, scanner->at, &end, &code);
        if (kind == LETTER_SPACE || kind == LETTER_NEWLINE) {
            if (scan_space(scanner, &token)) return token;
            continue;
        }
        token.flags = scanner->pending;
        scanner->pending = 0;
        if (scan_visible(scanner, &token, kind, end, code)) return token;
        if (!scanner->pending) scanner->pending = token.flags;
    }
}
