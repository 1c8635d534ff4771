/* See xml.h. */
#include "xml.h"

#include <stdlib.h>
#include <string.h>

static bool is_forbidden(int32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

/* Embeddings, overrides and isolates: U+202A to U+202E, U+2066 to U+2069. */
static bool turns_direction(int32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static const char *escape_of(int32_t code) {
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
    case '\n':
    case '\r':
        return " ";
    default:
        break;
    }
    if (turns_direction(code)) return "";
    return is_forbidden(code) ? "\xEF\xBF\xBD" : NULL;
}

void xml_add(Text *text, const char *string) {
    size_t size = strlen(string), at = 0;
    while (at < size) {
        size_t start = at;
        const char *escape = escape_of(utf8_next(string, size, &at));
        if (escape)
            text_add(text, escape);
        else
            text_add_part(text, string + start, at - start);
    }
}

void xml_add_attribute(Text *text, const char *name, const char *value) {
    text_add_char(text, ' ');
    text_add(text, name);
    text_add(text, "=\"");
    xml_add(text, value);
    text_add_char(text, '"');
}

void xml_add_number(Text *text, const char *name, double value, int decimals) {
    text_add_char(text, ' ');
    text_add(text, name);
    text_add(text, "=\"");
    text_add_number(text, value, decimals);
    text_add_char(text, '"');
}

static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

static bool is_name_part(char letter) {
    return is_letter(letter) || (letter >= '0' && letter <= '9') || strchr("-._:", letter);
}

static bool is_used(const XmlIds *ids, const char *id) {
    for (size_t i = 0; i < ids->used.count; i++)
        if (strcmp(ids->used.items[i], id) == 0) return true;
    return false;
}

const char *xml_id(XmlIds *ids, const char *wish) {
    Text id = {0};
    if (!is_letter(wish[0])) text_add(&id, "id-");
    for (const char *letter = wish; *letter; letter++)
        text_add_char(&id, is_name_part(*letter) ? *letter : '-');
    size_t stem = id.size;
    for (int number = 2; is_used(ids, id.bytes); number++) {
        id.size = stem;
        text_add_format(&id, "-%d", number);
    }
    array_push(&ids->used, text_take(&id));
    return ids->used.items[ids->used.count - 1];
}

void xml_ids_free(XmlIds *ids) {
    for (size_t i = 0; i < ids->used.count; i++) free(ids->used.items[i]);
    array_free(&ids->used);
}
