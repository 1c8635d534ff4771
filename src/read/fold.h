/*
 * Letters as the reader compares them: lower case, without accents, with one form for each typographic
 * variant. Knows scripts, not languages, and no words.
 */
#ifndef READ_FOLD_H
#define READ_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a code point is to the tokenizer. */
typedef enum LetterKind {
    LETTER_SPACE,
    LETTER_NEWLINE,
    LETTER_LOWER, /* also letters of scripts without case */
    LETTER_UPPER,
    LETTER_IDEOGRAPH, /* a word by itself */
    LETTER_MARK,      /* belongs to the letter before it */
    LETTER_DIGIT,
    LETTER_APOSTROPHE,
    LETTER_QUOTE,
    LETTER_COMMA,
    LETTER_SEMICOLON,
    LETTER_COLON,
    LETTER_DASH,
    LETTER_HYPHEN,
    LETTER_OPEN,
    LETTER_CLOSE,
    LETTER_STOP,
    LETTER_BULLET,
    LETTER_OTHER
} LetterKind;

LetterKind letter_kind(uint32_t code_point);
/* The same for code points below 128, as a table. */
extern const uint8_t ascii_kinds[128];
/* Of bytes that are ASCII letters or digits the folded one, 0 for every other. */
extern const char ascii_folds[256];

enum { FOLD_MOST = 4 };
/* Writes the folded letter and returns its size in bytes, at most FOLD_MOST; 0 for a mark that is dropped.
 * The Arabic shadda stays, because it tells Amman from Oman. */
int letter_fold(uint32_t code_point, char *bytes);

#endif
