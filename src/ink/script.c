/* See script.h. Ranges are blocks of Unicode 15; a block is finer than what a map's names need. */
#include "script.h"

#include <string.h>

typedef struct Range {
    int32_t first, last;
} Range;

static const Range right_to_left[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
static const Range joined[] = {{0x0600, 0x07FF}, {0x0840, 0x08FF}, {0x0900, 0x09FF}, {0x0A00, 0x0A7F},
                               {0x1800, 0x18AF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}};

static bool is_within(int32_t code, const Range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last) return true;
    return false;
}

/* Letters only: digits and punctuation stand in either direction. */
static bool has_direction(int32_t code) {
    if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    return code >= 0xC0 && !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x3004) &&
           !(code >= 0x0660 && code <= 0x066D);
}

bool text_is_right_to_left(const char *text) {
    size_t size = strlen(text), at = 0;
    while (at < size) {
        int32_t code = utf8_next(text, size, &at);
        if (!has_direction(code)) continue;
        return is_within(code, right_to_left, sizeof right_to_left / sizeof *right_to_left);
    }
    return false;
}

bool text_is_joined(const char *text) {
    size_t size = strlen(text), at = 0;
    while (at < size)
        if (is_within(utf8_next(text, size, &at), joined, sizeof joined / sizeof *joined)) return true;
    return false;
}

static bool turns_direction(int32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_control(int32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

bool text_is_harmless(const char *string) {
    size_t size = strlen(string), at = 0;
    while (at < size) {
        int32_t code = utf8_next(string, size, &at);
        if (is_control(code) || turns_direction(code)) return false;
    }
    return true;
}

void text_add_harmless(Text *text, const char *string) {
    size_t size = strlen(string), at = 0;
    while (at < size) {
        size_t start = at;
        int32_t code = utf8_next(string, size, &at);
        if (code == '\t' || code == '\n' || code == '\r')
            text_add_char(text, ' ');
        else if (is_control(code))
            text_add(text, "\xEF\xBF\xBD");
        else if (!turns_direction(code))
            text_add_part(text, string + start, at - start);
    }
}
