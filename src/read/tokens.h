/*
 * Cuts text into words, numbers and signs in one pass. Knows no language: what a word means is asked of the
 * lexicon afterwards.
 */
#ifndef READ_TOKENS_H
#define READ_TOKENS_H

#include "fold.h"

typedef enum TokenKind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_COLON,
    TOKEN_DASH,
    TOKEN_HYPHEN,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_QUOTE,
    TOKEN_STOP,
    TOKEN_BULLET,
    TOKEN_OTHER,
    TOKEN_LINE,      /* one line break */
    TOKEN_PARAGRAPH, /* an empty line */
    TOKEN_END
} TokenKind;

enum {
    TOKEN_CAPITAL = 1,      /* the first letter is upper case */
    TOKEN_ALL_CAPITALS = 2, /* all letters are, and there are two at least */
    TOKEN_SPACED = 4,       /* white space, or the beginning, stands before it */
    TOKEN_ELIDED = 8,       /* an apostrophe joins it to the word before */
    TOKEN_HYPHENED = 16,    /* a hyphen joins it to the word before */
    TOKEN_DOTTED = 32,      /* letters with full stops, the last one included: U.S. */
    TOKEN_SUFFIXED = 64     /* a number with letters: 12th, 20p */
};

/* Bytes start..end of the text; word is the lexicon's number for it, 0 for a word that no list knows. */
typedef struct Token {
    uint32_t start, end;
    uint32_t word;
    uint16_t flags;
    uint8_t kind;
    uint8_t starts; /* which phrases begin with the word, STARTS_ bits of the lexicon */
} Token;

enum { WORD_LONGEST = 96 }; /* folded bytes; longer words are cut and then match nothing */

typedef struct Scanner {
    const char *text;
    size_t size, at;
    uint16_t pending; /* flags that the next token gets */
    size_t folded_size;
    char folded[WORD_LONGEST];
} Scanner;

/* text must be valid UTF-8 of less than 4 GiB, and outlive the scanner. */
void scanner_start(Scanner *scanner, const char *text, size_t size);
/* The next token; TOKEN_END at the end, again and again. For words, scanner->folded holds the folded letters.
 */
Token scanner_next(Scanner *scanner);
/* tokens_any.c: the kinds of tokens that signs are, by LetterKind; and the same, without the short way for
 * most words. */
extern const uint8_t sign_kinds[LETTER_OTHER + 1];
Token scanner_next_any(Scanner *scanner);

#endif
