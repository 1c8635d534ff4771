/*
 * See json.h. Positions are found by walking the text a second time, and only when something is wrong:
 * jansson keeps none, and a document that is right should not pay for them. The walk trusts jansson's verdict
 * that the syntax is valid.
 */
#include "json.h"

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

/* jansson's sentence ends in "near '...'" with a piece of the text, which may be long and cut inside a
 * letter. */
static bool syntax_error(const Json *json, const json_error_t *cause, dateline_error *error) {
    char message[JSON_ERROR_TEXT_LENGTH];
    snprintf(message, sizeof message, "%s", cause->text);
    char *near = strstr(message, " near ");
    if (near) *near = 0;
    size_t offset = cause->position > 0 ? (size_t)cause->position - 1 : 0;
    if (offset > json->size) offset = json->size;
    return error_set(error, DATELINE_BAD_INPUT, place_at(json, NULL, offset), "is not valid JSON: %s",
                     message);
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

static size_t comment_end(const char *text, size_t size, size_t at) {
    if (text[at + 1] == '/') {
        const char *end = memchr(text + at, '\n', size - at);
        return end ? (size_t)(end - text) : size;
    }
    const char *end = memmem(text + at + 2, size - at - 2, "*/", 2);
    return end ? (size_t)(end - text) + 2 : size;
}

/* Comments become spaces, so that every position stays what it was. */
static char *without_comments(const char *text, size_t size) {
    char *copy = memory_new(size + 1);
    memcpy(copy, text, size);
    copy[size] = 0;
    for (size_t at = 0; at < size;) {
        if (text[at] == '"')
            at = skip_string(text, size, at);
        else if (text[at] == '/' && at + 1 < size && (text[at + 1] == '/' || text[at + 1] == '*')) {
            size_t end = comment_end(text, size, at);
            blank(copy, at, end);
            at = end;
        } else
            at++;
    }
    return copy;
}

bool json_open(Json *json, const char *text, size_t size, const char *source, int flags,
               dateline_error *error) {
    *json = (Json){.source = source, .text = text, .size = size};
    json_error_t cause;
    char *plain = flags & JSON_COMMENTS ? without_comments(text, size) : NULL;
    json->root = json_loadb(plain ? plain : text, size, JSON_REJECT_DUPLICATES, &cause);
    free(plain);
    return json->root ? true : syntax_error(json, &cause, error);
}

void json_close(Json *json) {
    json_decref(json->root);
    *json = (Json){0};
}

static size_t skip_space(const Json *json, size_t at) {
    const char *text = json->text;
    for (; at < json->size; at++) {
        if (text[at] == '/' && at + 1 < json->size) at = comment_end(text, json->size, at);
        if (at >= json->size || !memchr(" \t\r\n", text[at], 4)) break;
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

typedef struct Step {
    const char *key; /* NULL for an index */
    size_t key_size, index;
} Step;

static const char *next_step(const char *path, Step *step) {
    if (*path == '.') path++;
    if (!*path) return NULL;
    *step = (Step){0};
    if (*path == '[') {
        step->index = strtoul(path + 1, NULL, 10);
        const char *end = strchr(path, ']');
        return end ? end + 1 : NULL;
    }
    step->key = path;
    step->key_size = strcspn(path, ".[");
    return path + step->key_size;
}

/* From the opening bracket of a container to the value (or the key) that step names; false if it is not
 * there. */
static bool enter(const Json *json, const Step *step, bool key, size_t *at) {
    char kind = json->text[*at];
    if (kind != (step->key ? '{' : '[')) return false;
    size_t here = skip_space(json, *at + 1);
    for (size_t index = 0; here < json->size && !memchr("}]", json->text[here], 2); index++) {
        size_t name = here;
        if (kind == '{') {
            here = skip_space(json, skip_string(json->text, json->size, here));
            here = skip_space(json, here + 1);
        }
        bool found = step->key ? !strncmp(json->text + name + 1, step->key, step->key_size) &&
                                     json->text[name + 1 + step->key_size] == '"'
                               : index == step->index;
        if (found) return *at = key ? name : here, true;
        here = skip_space(json, skip_value(json, here));
        if (here < json->size && json->text[here] == ',') here = skip_space(json, here + 1);
    }
    return false;
}

Place json_place(const Json *json, const char *path, bool key) {
    size_t at = skip_space(json, 0);
    Step step;
    for (const char *rest = next_step(path, &step); rest;) {
        Step next;
        const char *after = next_step(rest, &next);
        if (!enter(json, &step, key && !after, &at)) break;
        step = next;
        rest = after;
    }
    return place_at(json, path, at);
}

bool json_fail(const Json *json, const char *path, bool key, dateline_error *error, const char *format, ...) {
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_set(error, DATELINE_BAD_INPUT, json_place(json, path, key), "%s", message);
}

void json_quote(Text *text, const char *string) {
    size_t size = strlen(string);
    text_add_char(text, '"');
    for (size_t at = 0; at < size;) {
        size_t start = at;
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
