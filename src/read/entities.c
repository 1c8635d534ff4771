/* See article.h. The named entities that saved pages really have; others stay as they are written. */
#include "article.h"

#include <stdlib.h>
#include <string.h>

typedef struct Entity {
    const char *name;
    uint32_t code;
} Entity;

static const Entity entities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"nbsp", 0xA0},     {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009}, {"shy", 0xAD},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"laquo", 0xAB},    {"raquo", 0xBB},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"hellip", 0x2026}, {"bull", 0x2022},   {"middot", 0xB7},
    {"euro", 0x20AC},   {"pound", 0xA3},    {"yen", 0xA5},      {"cent", 0xA2},     {"copy", 0xA9},
    {"reg", 0xAE},      {"trade", 0x2122},  {"deg", 0xB0},      {"para", 0xB6},     {"sect", 0xA7},
    {"iexcl", 0xA1},    {"iquest", 0xBF},   {"ordf", 0xAA},     {"ordm", 0xBA},     {"times", 0xD7},
    {"Agrave", 0xC0},   {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Atilde", 0xC3},   {"Auml", 0xC4},
    {"Aring", 0xC5},    {"AElig", 0xC6},    {"Ccedil", 0xC7},   {"Egrave", 0xC8},   {"Eacute", 0xC9},
    {"Ecirc", 0xCA},    {"Euml", 0xCB},     {"Igrave", 0xCC},   {"Iacute", 0xCD},   {"Icirc", 0xCE},
    {"Iuml", 0xCF},     {"ETH", 0xD0},      {"Ntilde", 0xD1},   {"Ograve", 0xD2},   {"Oacute", 0xD3},
    {"Ocirc", 0xD4},    {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Oslash", 0xD8},   {"Ugrave", 0xD9},
    {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Uuml", 0xDC},     {"Yacute", 0xDD},   {"THORN", 0xDE},
    {"szlig", 0xDF},    {"agrave", 0xE0},   {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},
    {"auml", 0xE4},     {"aring", 0xE5},    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},     {"igrave", 0xEC},   {"iacute", 0xED},
    {"icirc", 0xEE},    {"iuml", 0xEF},     {"eth", 0xF0},      {"ntilde", 0xF1},   {"ograve", 0xF2},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"otilde", 0xF5},   {"ouml", 0xF6},     {"oslash", 0xF8},
    {"ugrave", 0xF9},   {"uacute", 0xFA},   {"ucirc", 0xFB},    {"uuml", 0xFC},     {"yacute", 0xFD},
    {"thorn", 0xFE},    {"yuml", 0xFF},     {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},
    {"scaron", 0x161},  {"Zcaron", 0x17D},  {"zcaron", 0x17E},  {"Ccaron", 0x10C},  {"ccaron", 0x10D}};

enum { NAME_LONGEST = 10 };

/* &#8217; and &#x2019;; pages written on Windows number its own signs. */
static uint32_t decode_number(const char *text, size_t size, size_t at, size_t *length) {
    bool hex = at + 2 < size && (text[at + 2] | 0x20) == 'x';
    size_t from = at + 2 + hex, end = from;
    uint32_t code = 0;
    for (; end < size && end - from < 7; end++) {
        char letter = (char)(text[end] | 0x20);
        int digit = letter >= '0' && letter <= '9'          ? letter - '0'
                    : hex && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                                                            : -1;
        if (text[end] < '0' || digit < 0) break;
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    if (end == from) return 0;
    *length = end - at + (end < size && text[end] == ';');
    if (code == 0x91 || code == 0x92) return code - 0x91 + 0x2018;
    if (code == 0x93 || code == 0x94) return code - 0x93 + 0x201C;
    if (code == 0x96 || code == 0x97) return code - 0x96 + 0x2013;
    bool valid = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code >= 0xE000);
    return valid ? code : ' ';
}

uint32_t entity_decode(const char *text, size_t size, size_t at, size_t *length) {
    if (at + 2 < size && text[at + 1] == '#') return decode_number(text, size, at, length);
    size_t end = at + 1;
    while (end < size && end - at <= NAME_LONGEST && text[end] != ';' && text[end] != ' ' && text[end] != '&')
        end++;
    if (end >= size || text[end] != ';') return 0;
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (strlen(entities[i].name) != end - at - 1 || memcmp(entities[i].name, text + at + 1, end - at - 1))
            continue;
        *length = end - at + 1;
        return entities[i].code;
    }
    return 0;
}
