/* See text.h. */
#include "text.h"

#include "memory.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_room(Text *text, size_t more) {
    if (text->size + more + 1 > text->capacity)
        text->bytes = array_grow(text->bytes, 1, &text->capacity, text->size + more + 1);
}

void text_add_part(Text *text, const char *bytes, size_t size) {
    make_room(text, size);
    if (size) memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = 0;
}

void text_add(Text *text, const char *string) {
    text_add_part(text, string, strlen(string));
}

void text_add_char(Text *text, char letter) {
    text_add_part(text, &letter, 1);
}

void text_add_format(Text *text, const char *format, ...) {
    enum { MOST_ARE_SHORTER = 120 };
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    make_room(text, MOST_ARE_SHORTER);
    int length = vsnprintf(text->bytes + text->size, MOST_ARE_SHORTER + 1, format, arguments);
    va_end(arguments);
    if (length > MOST_ARE_SHORTER) {
        make_room(text, (size_t)length);
        vsnprintf(text->bytes + text->size, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (length > 0) text->size += (size_t)length; /* more than 2 GiB is -1 */
    text->bytes[text->size] = 0;
}

char *buffer_print(char *buffer, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, size, format, arguments);
    va_end(arguments);
    return buffer;
}

void text_add_number(Text *text, double value, int decimals) {
    char buffer[64];
    text_add_part(text, buffer, (size_t)number_print(buffer, value, decimals));
}

char *text_take(Text *text) {
    make_room(text, 0);
    text->bytes[text->size] = 0;
    char *bytes = text->bytes;
    *text = (Text){0};
    return bytes;
}

void text_free(Text *text) {
    free(text->bytes);
    *text = (Text){0};
}

static int print_digits(char *buffer, uint64_t value) {
    char reversed[24];
    int count = 0;
    do {
        reversed[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    for (int i = 0; i < count; i++) buffer[i] = reversed[count - 1 - i];
    return count;
}

static int print_fraction(char *buffer, uint64_t fraction, int decimals) {
    int count = decimals;
    for (int i = decimals - 1; i >= 0; i--, fraction /= 10) buffer[i] = (char)('0' + fraction % 10);
    while (count > 0 && buffer[count - 1] == '0') count--;
    return count;
}

/* By hand rather than by printf: it is the inner loop of the SVG, and printf follows the locale. */
int number_print(char *buffer, double value, int decimals) {
    static const double power[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    if (isnan(value)) value = 0;
    if (fabs(value) > 1e15) value = copysign(1e15, value);
    decimals = decimals < 0 ? 0 : decimals > 9 ? 9 : decimals;
    /* A double has no more than 15 or 16 digits to tell, and a half must still be exact for the rounding. */
    for (; decimals > 0; decimals--)
        if (fabs(value) * power[decimals] <= 4e15) break;
    double shifted = fabs(value) * power[decimals];
    uint64_t scaled = (uint64_t)shifted;
    if (shifted - (double)scaled >= 0.5) scaled++;
    uint64_t unit = (uint64_t)power[decimals];
    int length = 0;
    if (value < 0 && scaled) buffer[length++] = '-';
    length += print_digits(buffer + length, scaled / unit);
    if (scaled % unit) {
        buffer[length++] = '.';
        length += print_fraction(buffer + length, scaled % unit, decimals);
    }
    buffer[length] = 0;
    return length;
}

static bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/* strtod follows the locale; this is exact enough for coordinates and lengths (15 digits), which is all that
 * is read with it. */
bool number_parse(const char *text, const char **end, double *value) {
    const char *at = text;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+') at++;
    if (!is_digit(*at) && !(*at == '.' && is_digit(at[1]))) return false;
    double number = 0, scale = 1;
    for (; is_digit(*at); at++)
        if (number < 1e300) number = number * 10 + (*at - '0');
    if (*at == '.')
        for (at++; is_digit(*at); at++) {
            if (number >= 1e17 || scale >= 1e200) continue; /* no double could tell the difference */
            number = number * 10 + (*at - '0');
            scale *= 10;
        }
    *value = (negative ? -1 : 1) * number / scale;
    *end = at;
    return true;
}

static int sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

int32_t utf8_next(const char *bytes, size_t size, size_t *at) {
    static const unsigned char mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *from = (const unsigned char *)bytes + *at;
    int length = sequence_length(*from);
    if (!length || size - *at < (size_t)length) return (*at)++, -1;
    int32_t code = *from & mask[length];
    for (int i = 1; i < length; i++) {
        if ((from[i] & 0xC0) != 0x80) return (*at)++, -1;
        code = code << 6 | (from[i] & 0x3F);
    }
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return (*at)++, -1;
    *at += (size_t)length;
    return code;
}

int utf8_put(char *bytes, uint32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
    if (code < 0x80) return bytes[0] = (char)code, 1;
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

/* How many bytes from here on are ASCII; eight at a time where they are. */
static size_t ascii_size(const char *bytes, size_t size) {
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= size; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        if (word & 0x8080808080808080u) break;
    }
    while (at < size && (unsigned char)bytes[at] < 0x80) at++;
    return at;
}

size_t utf8_valid_until(const char *bytes, size_t size) {
    size_t at = 0;
    for (;;) {
        at += ascii_size(bytes + at, size - at);
        size_t start = at;
        if (at == size) return size;
        if (utf8_next(bytes, size, &at) < 0) return start;
    }
}

static int least_of(int a, int b, int c) {
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein's distance with one row; words longer than the row are never near. */
int edit_distance(const char *a, const char *b) {
    enum { LONGEST = 63 };
    int row[LONGEST + 1];
    size_t a_size = strlen(a), b_size = strlen(b);
    if (a_size > LONGEST || b_size > LONGEST) return 2 * LONGEST;
    for (size_t j = 0; j <= b_size; j++) row[j] = (int)j;
    for (size_t i = 1; i <= a_size; i++) {
        int diagonal = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= b_size; j++) {
            int changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least_of(changed, row[j] + 1, row[j - 1] + 1);
        }
    }
    return row[b_size];
}

const char *nearest_name(const char *word, const char *const *names, size_t count) {
    const char *best = NULL;
    int allowed = (int)strlen(word) / 3 + 1, least = allowed + 1;
    for (size_t i = 0; i < count; i++) {
        int distance = edit_distance(word, names[i]);
        if (distance < least && distance < (int)strlen(names[i])) least = distance, best = names[i];
    }
    return best;
}
