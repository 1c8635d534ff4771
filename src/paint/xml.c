/* See xml.h. */
#include "xml.h"

#include "../ink/script.h"

#include <stdlib.h>
#include <string.h>

static const char *escape_of(char letter) {
    switch (letter) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void xml_add(Text *text, const char *string) {
    Text harmless = {0};
    text_add_harmless(&harmless, string);
    for (size_t i = 0; i < harmless.size; i++) {
        const char *escape = escape_of(harmless.bytes[i]);
        if (escape)
            text_add(text, escape);
        else
            text_add_char(text, harmless.bytes[i]);
    }
    text_free(&harmless);
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
