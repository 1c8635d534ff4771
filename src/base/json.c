/*
 * See json.h. Positions are found by walking the text a second time, and only when something is wrong:
 * jansson keeps none, and a document that is right should not pay for them. The walk trusts jansson's verdict
 * that the syntax is valid.
 */
#include "json.h"

#include "eight.h"
#include "memory.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Place place_at(const Json *json, const char *path, size_t offset) {
    Place place = {.source = json->source, .path = path, .line = 1, .column = 1};
    for (size_t i = 0; i < offset && i < json->size; i++) {
        unsigned char letter = (unsigned char)json->text[i];
        if (letter == '\n')
            place.line++, place.column = 1;
        else if ((letter & 0xC0) != 0x80)
            place.column++; /* columns count letters, not bytes */
    }
    return place;
}

/* Where a number begins that ends at an offset. */
static size_t number_start(const Json *json, size_t end) {
    while (end > 0 && memchr("0123456789+-.eE", json->text[end - 1], 15)) end--;
    return end;
}

/* Where the token begins at which jansson gave up. It tells where it stopped reading, and the token after
 * "near" when that is not long. */
static size_t error_offset(const Json *json, const json_error_t *cause) {
    if (json_error_code(cause) == json_error_invalid_utf8) return utf8_valid_until(json->text, json->size);
    size_t offset = cause->position > 0 ? (size_t)cause->position : 0;
    if (json_error_code(cause) == json_error_numeric_overflow && offset <= json->size)
        return number_start(json, offset);
    const char *token = strstr(cause->text, " near '");
    size_t length = token ? strlen(token) - strlen(" near ''") : !strstr(cause->text, " near end of file");
    return offset < length ? 0 : offset - length < json->size ? offset - length : json->size;
}

/* The token itself is left out of jansson's sentence: it may be cut inside a letter, and the place says it.
 */
static bool syntax_error(const Json *json, const json_error_t *cause, dateline_error *error) {
    char message[JSON_ERROR_TEXT_LENGTH];
    snprintf(message, sizeof message, "%s", cause->text);
    char *near = strstr(message, " near '");
    if (near) *near = 0;
    return error_set(error, DATELINE_BAD_INPUT, place_at(json, NULL, error_offset(json, cause)),
                     "is not valid JSON: %s", message);
}

static void blank(char *text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (text[i] != '\n') text[i] = ' ';
}

static size_t skip_string(const char *text, size_t size, size_t at) {
    for (at++; at < size && text[at] != '"'; at++)
        if (text[at] == '\\') at++;
    return at < size ? at + 1 : size;
}

static bool begins_comment(const char *text, size_t size, size_t at) {
    return at + 1 < size && text[at] == '/' && (text[at + 1] == '/' || text[at + 1] == '*');
}

/* The offset after the comment; past the size for one that has no end. */
static size_t comment_end(const char *text, size_t size, size_t at) {
    if (text[at + 1] == '/') {
        const char *end = memchr(text + at, '\n', size - at);
        return end ? (size_t)(end - text) : size;
    }
    const char *end = memmem(text + at + 2, size - at - 2, "*/", 2);
    return end ? (size_t)(end - text) + 2 : size + 1;
}

/* The text with its comments as spaces, so that every position stays what it was; NULL for a comment without
 * an end. */
static char *without_comments(const Json *json, dateline_error *error) {
    char *copy = memory_new(json->size + 1);
    memcpy(copy, json->text, json->size);
    for (size_t at = 0, end; at < json->size; at = end) {
        if (json->text[at] == '"')
            end = skip_string(json->text, json->size, at);
        else if (!begins_comment(json->text, json->size, at))
            end = at + 1;
        else if ((end = comment_end(json->text, json->size, at)) <= json->size)
            blank(copy, at, end);
        else {
            error_set(error, DATELINE_BAD_INPUT, place_at(json, NULL, at),
                      "this comment has no end; */ after it would be right");
            free(copy);
            return NULL;
        }
    }
    return copy;
}

bool json_open(Json *json, const char *text, size_t size, const char *source, int flags,
               dateline_error *error) {
    size_t mark = size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0; /* some editors put it there */
    *json = (Json){.source = source, .text = text + mark, .size = size - mark};
    char *plain = flags & JSON_COMMENTS ? without_comments(json, error) : NULL;
    if (flags & JSON_COMMENTS && !plain) return false;
    json_error_t cause;
    json->root = json_loadb(plain ? plain : json->text, json->size, JSON_REJECT_DUPLICATES, &cause);
    free(plain);
    return json->root ? true : syntax_error(json, &cause, error);
}

void json_close(Json *json) {
    json_decref(json->root);
    *json = (Json){0};
}

/* Comments are only looked for where jansson has seen none, that is, where they were blanked out. */
static size_t skip_space(const Json *json, size_t at) {
    while (at < json->size) {
        if (begins_comment(json->text, json->size, at))
            at = comment_end(json->text, json->size, at);
        else if (memchr(" \t\r\n", json->text[at], 4))
            at++;
        else
            break;
    }
    return at;
}

/* The offset after the value that begins at at. */
static size_t skip_value(const Json *json, size_t at) {
    int depth = 0;
    for (; at < json->size; at++) {
        at = skip_space(json, at);
        if (at >= json->size) break;
        char letter = json->text[at];
        if (letter == '"')
            at = skip_string(json->text, json->size, at) - 1;
        else if (letter == '{' || letter == '[')
            depth++;
        else if (depth == 0 && memchr(",]}", letter, 3))
            break;
        else if ((letter == '}' || letter == ']') && --depth == 0)
            return at + 1;
    }
    return at;
}

static bool has_item(const Json *json, size_t at) {
    return at < json->size && !memchr("}]", json->text[at], 2);
}

/* From an item's value to the next item. */
static size_t next_item(const Json *json, size_t at) {
    at = skip_space(json, skip_value(json, at));
    return at < json->size && json->text[at] == ',' ? skip_space(json, at + 1) : at;
}

static uint32_t hex_at(const Json *json, size_t at) {
    char digits[5] = "";
    if (at + 4 <= json->size) memcpy(digits, json->text + at, 4);
    return (uint32_t)strtoul(digits, NULL, 16);
}

/* The next letter of a string, with its escapes undone; returns its bytes. */
static size_t string_letter(const Json *json, size_t *at, char letter[4]) {
    static const char escapes[] = "b\bf\fn\nr\rt\t";
    letter[0] = json->text[(*at)++];
    if (letter[0] != '\\' || *at >= json->size) return 1;
    letter[0] = json->text[(*at)++];
    for (size_t i = 0; escapes[i]; i += 2)
        if (escapes[i] == letter[0]) return letter[0] = escapes[i + 1], 1;
    if (letter[0] != 'u') return 1;
    uint32_t code = hex_at(json, *at);
    *at += 4;
    if (code >= 0xD800 && code < 0xDC00) {
        code = 0x10000 + ((code & 0x3FF) << 10 | (hex_at(json, *at + 2) & 0x3FF));
        *at += 6;
    }
    return (size_t)utf8_put(letter, code);
}

enum { NO_MATCH = -1, SURELY_CUT = 60 };

/* How many bytes of path the key at at names, or NO_MATCH. Compares with the whole key and not with a step of
 * the path, because a key may have dots and brackets. A long path that ends inside the key was cut there. */
static long match_key(const Json *json, size_t at, const char *path) {
    long taken = 0;
    for (at++; at < json->size && json->text[at] != '"';) {
        char letter[4];
        if (taken >= SURELY_CUT && !path[taken]) return taken;
        size_t length = string_letter(json, &at, letter);
        if (strncmp(path + taken, letter, length) != 0) return NO_MATCH;
        taken += (long)length;
    }
    return strchr(".[", path[taken]) ? taken : NO_MATCH; /* strchr finds the zero byte too */
}

/* From the opening bracket of a list to the item that path begins with, and path over it. */
static bool enter_list(const Json *json, const char **path, size_t *at) {
    char *rest;
    unsigned long index = strtoul(*path + 1, &rest, 10);
    if (**path != '[' || *rest != ']') return false;
    size_t here = skip_space(json, *at + 1);
    for (; index > 0 && has_item(json, here); index--) here = next_item(json, here);
    if (!has_item(json, here)) return false;
    *at = here;
    *path = rest + 1;
    return true;
}

/* The same for an object; of several keys that path begins with, the longest. */
static bool enter_object(const Json *json, const char **path, bool key, size_t *at) {
    long longest = NO_MATCH;
    size_t found = 0;
    for (size_t here = skip_space(json, *at + 1); has_item(json, here); here = next_item(json, here)) {
        size_t name = here;
        long taken = match_key(json, name, *path);
        here = skip_space(json, skip_string(json->text, json->size, name));
        here = skip_space(json, here + 1);
        if (taken > longest) {
            longest = taken;
            found = key && !(*path)[taken] ? name : here;
        }
    }
    if (longest == NO_MATCH) return false;
    *at = found;
    *path += longest;
    return true;
}

Place json_place(const Json *json, const char *path, bool key) {
    size_t at = skip_space(json, 0);
    const char *rest = path;
    while (*rest && at < json->size) {
        if (*rest == '.' && rest > path) rest++;
        char kind = json->text[at];
        if (kind == '[' ? !enter_list(json, &rest, &at) : kind != '{' || !enter_object(json, &rest, key, &at))
            break;
    }
    return place_at(json, path, at);
}

bool json_fail(const Json *json, const char *path, bool key, dateline_error *error, const char *format, ...) {
    char message[sizeof((dateline_error *)0)->message + 8]; /* longer, so that error_set sees what is cut */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_set(error, DATELINE_BAD_INPUT, json_place(json, path, key), "%s", message);
}

/* How many bytes from here on are ASCII that stands for itself. */
static size_t plain_size(const char *bytes, size_t size) {
    size_t at = 0;
    for (; size - at >= 8; at += 8) {
        uint64_t eight = eight_load(bytes + at);
        uint64_t marks = eight_find(eight, '"') | eight_find(eight, '\\') | eight_find(eight, 0x7F) |
                         (eight & EIGHT_HIGHS) | ((eight - EIGHT_ONES * 0x20) & ~eight & EIGHT_HIGHS);
        if (marks) return at + eight_before(marks);
    }
    while (at < size && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != 0x7F) at++;
    return at;
}

void json_quote(Text *text, const char *string) {
    size_t size = strlen(string);
    text_add_char(text, '"');
    for (size_t at = 0; at < size;) {
        size_t start = at, plain = plain_size(string + at, size - at);
        text_add_part(text, string + at, plain);
        at = start += plain;
        if (at == size) break;
        int32_t code = utf8_next(string, size, &at);
        if (code < 0)
            text_add(text, "\xEF\xBF\xBD");
        else if (code == '"' || code == '\\')
            text_add_format(text, "\\%c", (char)code);
        else if (code == '\n')
            text_add(text, "\\n");
        else if (code < 0x20 || code == 0x7F)
            text_add_format(text, "\\u%04x", (unsigned)code);
        else
            text_add_part(text, string + start, at - start);
    }
    text_add_char(text, '"');
}
