/* See words_file.h. */
#include "words_file.h"

#include "../base/files.h"
#include "../base/json.h"
#include "../base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 16 * 1024 * 1024, DEPTH_MOST = 16 };

typedef struct Reader {
    char *at; /* strings are decoded in place; the text ends in a zero byte */
    Arena *arena;
} Reader;

static void skip_space(Reader *reader) {
    while (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\t' || *reader->at == '\r')
        reader->at++;
}

static int hex_value(const char *digits) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
        char letter = (char)(digits[i] | 0x20);
        int digit = digits[i] >= '0' && digits[i] <= '9' ? digits[i] - '0'
                    : letter >= 'a' && letter <= 'f'     ? letter - 'a' + 10
                                                         : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* What a backslash stands for; surrogates are left to the library, which says what is wrong with them. */
static bool read_escape(Reader *reader, char **to) {
    static const char signs[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    const char *sign = *reader->at ? strchr(signs, *reader->at) : NULL;
    if (sign) {
        *(*to)++ = values[sign - signs];
        reader->at++;
        return true;
    }
    int code = *reader->at == 'u' ? hex_value(reader->at + 1) : -1;
    if (code <= 0 || (code & 0xF800) == 0xD800) return false;
    reader->at += 5;
    *to += utf8_put(*to, (uint32_t)code);
    return true;
}

/* The reader stands at the quotation mark; the text is ended by a zero byte where its own mark stood. */
static const char *read_string(Reader *reader) {
    char *text = ++reader->at, *to = text;
    for (;;) {
        size_t plain = strcspn(reader->at, "\"\\");
        if (to != reader->at) memmove(to, reader->at, plain);
        to += plain;
        reader->at += plain;
        if (*reader->at == '"') break;
        if (!*reader->at++ || !read_escape(reader, &to)) return NULL;
    }
    reader->at++;
    *to = 0;
    return text;
}

static Node *read_value(Reader *reader, int depth);

/* Items up to the closing sign, each with its key where there are keys. */
static bool read_items(Reader *reader, Node *node, char close, int depth) {
    const Node **last = &node->first;
    reader->at++;
    skip_space(reader);
    if (*reader->at == close) return reader->at++, true;
    for (;;) {
        const char *key = NULL;
        skip_space(reader);
        if (close == '}') {
            if (*reader->at != '"' || !(key = read_string(reader))) return false;
            skip_space(reader);
            if (*reader->at++ != ':') return false;
        }
        Node *item = read_value(reader, depth + 1);
        if (!item) return false;
        item->key = key;
        *last = item;
        last = &item->next;
        skip_space(reader);
        if (*reader->at == close) return reader->at++, true;
        if (*reader->at++ != ',') return false;
    }
}

static bool read_word(Reader *reader, Node *node) {
    static const struct {
        const char *word;
        NodeKind kind;
    } words[] = {{"null", NODE_NULL}, {"true", NODE_TRUE}, {"false", NODE_FALSE}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i].word);
        if (strncmp(reader->at, words[i].word, size)) continue;
        node->kind = words[i].kind;
        reader->at += size;
        return true;
    }
    const char *end;
    if (!number_parse(reader->at, &end, &node->number)) return false;
    node->kind = NODE_NUMBER;
    reader->at += end - reader->at;
    return true;
}

static Node *read_value(Reader *reader, int depth) {
    Node *node = ARENA_NEW(reader->arena, Node);
    skip_space(reader);
    bool fine = depth < DEPTH_MOST;
    if (fine && *reader->at == '"') {
        node->kind = NODE_STRING;
        node->text = read_string(reader);
        fine = node->text != NULL;
    } else if (fine && (*reader->at == '[' || *reader->at == '{')) {
        bool list = *reader->at == '[';
        node->kind = list ? NODE_LIST : NODE_OBJECT;
        fine = read_items(reader, node, list ? ']' : '}', depth);
    } else if (fine) {
        fine = read_word(reader, node);
    }
    return fine ? node : NULL;
}

bool words_file_open(WordsFile *file, const char *path, dateline_error *error) {
    Bytes bytes = {0};
    *file = (WordsFile){.path = path};
    if (!file_read(path, FILE_LIMIT, &bytes, error)) return false;
    file->text = bytes.bytes;
    file->arena = arena_new();
    Reader reader = {file->text, file->arena};
    file->root = strlen(bytes.bytes) == bytes.size ? read_value(&reader, 0) : NULL;
    skip_space(&reader);
    if (file->root && file->root->kind == NODE_OBJECT && !*reader.at) return true;
    words_file_fail(file, "", false, error, "this should be one object, written plainly");
    words_file_close(file);
    return false;
}

void words_file_close(WordsFile *file) {
    arena_free(file->arena);
    free(file->text);
    *file = (WordsFile){0};
}

bool words_file_fail(const WordsFile *file, const char *place, bool key, dateline_error *error,
                     const char *format, ...) {
    Bytes bytes = {0};
    Json json = {0};
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (!file_read(file->path, FILE_LIMIT, &bytes, error)) return false;
    if (json_open(&json, bytes.bytes, bytes.size, file->path, 0, error))
        json_fail(&json, place, key, error, "%s", message);
    json_close(&json);
    free(bytes.bytes);
    return false;
}

const Node *node_find(const Node *object, const char *key) {
    const Node *item = object && object->kind == NODE_OBJECT ? object->first : NULL;
    while (item && strcmp(item->key, key)) item = item->next;
    return item;
}

const Node *node_first(const Node *node) {
    return node && (node->kind == NODE_LIST || node->kind == NODE_OBJECT) ? node->first : NULL;
}

const char *node_text(const Node *node) {
    return node && node->kind == NODE_STRING ? node->text : NULL;
}

bool node_true(const Node *node) {
    return node && node->kind == NODE_TRUE;
}

double node_number(const Node *node, double otherwise) {
    return node && node->kind == NODE_NUMBER ? node->number : otherwise;
}
