/*
 * Text being made, numbers without a locale, and UTF-8. Knows no format: whoever writes SVG or JSON escapes
 * for himself.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing string; always ends in a zero byte once anything was added. Initialise with {0}; text_free gives
 * it back. */
typedef struct Text {
    char *bytes;
    size_t size, capacity;
} Text;

void text_add(Text *text, const char *string);
void text_add_part(Text *text, const char *bytes, size_t size);
void text_add_char(Text *text, char letter);
/* Locale-free as long as the format has no %f, %e or %g; for those use text_add_number. */
void text_add_format(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The shortest form with at most decimals digits after a point: 1, 0.5, -12.25; never an exponent, never
 * "-0". */
void text_add_number(Text *text, double value, int decimals);
/* Takes the string out, for the caller to free(); the text is empty again. Never NULL. */
char *text_take(Text *text);
void text_free(Text *text);

/* As text_add_number, into buffer (at least 64 bytes); returns the length. Values are held to +-1e15,
 * decimals to 9 and to what a double can tell: 15 digits in all; NaN is 0. */
int number_print(char *buffer, double value, int decimals);
/* Reads a decimal number at the start of text, without locale and without exponent; *end is the first byte
 * after it. Always finite: what is beyond 1e300 stays there. False if there is none. */
bool number_parse(const char *text, const char **end, double *value);

/* Prints into a buffer, cut to its size when it does not fit; returns buffer. For texts that only people
 * read. */
char *buffer_print(char *buffer, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* One code point at bytes[at] of size bytes; advances *at. Returns -1 for a byte that is not valid UTF-8 (and
 * advances by 1). */
int32_t utf8_next(const char *bytes, size_t size, size_t *at);
/* Writes 1 to 4 bytes; returns how many. What is no code point becomes U+FFFD. */
int utf8_put(char *bytes, uint32_t code_point);
/* The offset of the first byte that is not valid UTF-8, or size. */
size_t utf8_valid_until(const char *bytes, size_t size);

/* The number of single-letter edits between two byte strings, for "did you mean". */
int edit_distance(const char *a, const char *b);
/* The best of count names for a mistyped word, or NULL when none is near. */
const char *nearest_name(const char *word, const char *const *names, size_t count);

#endif
