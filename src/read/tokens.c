/* See tokens.h. The hot loop of reading: most words are short and of ASCII letters only, and are cut here;
 * all else is left to tokens_any.c, apart, so that this way stays short. */
#include "tokens.h"

#include "eight_letters.h"

void scanner_start(Scanner *scanner, const char *text, size_t size) {
    scanner->text = text;
    scanner->size = size;
    scanner->at = 0;
    scanner->pending = TOKEN_SPACED;
    scanner->folded_size = 0;
}

static inline bool is_letter(char letter) {
    return (unsigned char)((letter | 0x20) - 'a') < 26;
}

/* Whether a word that these signs follow may go on: U.S., http://, www., café. U+2000 to U+203F, quotation
 * marks among them, end it. */
static inline bool may_go_on(char first, uint64_t alphabetic, const char *after) {
    if (*after != '.' && *after != ':')
        return (unsigned char)*after >= 0x80 && (after[0] != '\xE2' || after[1] != '\x80');
    bool single = !(alphabetic & (alphabetic - 1));
    return single || first == 'h' || first == 'w';
}

static inline uint16_t case_of(uint64_t alphabetic, uint64_t capital) {
    bool all = capital == alphabetic && (capital & (capital - 1));
    return (uint16_t)((capital & 0x80 ? TOKEN_CAPITAL : 0) | (all ? TOKEN_ALL_CAPITALS : 0));
}

/* Most tokens: a word of at most 15 ASCII letters and digits. False, with nothing done, for every other. */
static inline bool scan_short_word(Scanner *scanner, size_t at, uint16_t flags, Token *token) {
    enum { LOOKED_AT = 17 };
    if (scanner->size - at < LOOKED_AT || !is_letter(scanner->text[at])) return false;
    Eight one = tell_apart(scanner->text + at);
    size_t count = one.count;
    uint64_t rest = 0;
    if (count == 8) {
        Eight two = tell_apart(scanner->text + at + 8);
        if (two.count == 8) return false;
        count += two.count;
        rest = two.lower;
        one.alphabetic |= two.alphabetic >> 1; /* of the two of a pair only their being equal is asked */
        one.capital |= two.capital >> 1;
    }
    if (may_go_on((char)one.lower, one.alphabetic, scanner->text + at + count)) return false;
    eight_store(scanner->folded, one.lower);
    eight_store(scanner->folded + 8, rest);
    scanner->folded_size = count;
    scanner->at = at + count;
    scanner->pending = 0;
    *token = (Token){.start = (uint32_t)at,
                     .end = (uint32_t)scanner->at,
                     .flags = flags | case_of(one.alphabetic, one.capital),
                     .kind = TOKEN_WORD};
    return true;
}

/* A sign that is a token by itself whatever stands beside it. */
static inline bool scan_plain_sign(Scanner *scanner, size_t at, uint16_t flags, Token *token) {
    unsigned char sign = (unsigned char)scanner->text[at];
    if (sign >= 0x80 || ascii_kinds[sign] < LETTER_QUOTE || ascii_kinds[sign] > LETTER_STOP || sign == '-')
        return false;
    scanner->at = at + 1;
    scanner->pending = 0;
    *token = (Token){.start = (uint32_t)at,
                     .end = (uint32_t)scanner->at,
                     .flags = flags,
                     .kind = sign_kinds[ascii_kinds[sign]]};
    return true;
}

Token scanner_next(Scanner *scanner) {
    Token token;
    size_t at = scanner->at;
    while (at < scanner->size && scanner->text[at] == ' ') at++;
    uint16_t flags = at > scanner->at ? TOKEN_SPACED : scanner->pending;
    if (scan_short_word(scanner, at, flags, &token)) return token;
    if (at < scanner->size && scan_plain_sign(scanner, at, flags, &token)) return token;
    return scanner_next_any(scanner);
}
