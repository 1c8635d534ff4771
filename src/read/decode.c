/* See article.h. By byte order mark, by what the page says of itself, or else by what the bytes can be. */
#include "article.h"

#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

typedef enum Encoding { ENCODING_UTF8, ENCODING_UTF16_LE, ENCODING_UTF16_BE, ENCODING_WINDOWS } Encoding;

/* 0x80 to 0x9F of Windows-1252; 0 is no letter. */
static const uint16_t windows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static Place place_at(const Article *article, size_t offset) {
    Place place = {.source = article->name, .line = 1, .column = 1};
    for (size_t i = 0; i < offset; i++) {
        if (article->source[i] == '\n')
            place.line++, place.column = 1;
        else
            place.column++;
    }
    return place;
}

static bool begins_with(const Article *article, const char *sign, size_t size) {
    return article->source_size >= size && !memcmp(article->source, sign, size);
}

/* Files that are often handed over instead of their text. */
static const char *known_binary(const Article *article) {
    static const struct {
        const char *sign;
        size_t size;
        const char *name;
    } kinds[] = {{"%PDF-", 5, "a PDF"},
                 {"PK\3\4", 4, "a ZIP archive or an office document"},
                 {"\x89PNG", 4, "a PNG picture"},
                 {"\xFF\xD8\xFF", 3, "a JPEG picture"},
                 {"\x1F\x8B", 2, "a gzip file"},
                 {"\xD0\xCF\x11\xE0", 4, "an office document"},
                 {"{\\rtf", 5, "an RTF document"},
                 {"GIF8", 4, "a GIF picture"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins_with(article, kinds[i].sign, kinds[i].size)) return kinds[i].name;
    return NULL;
}

static bool find_declared(const Article *article, const char *charset) {
    size_t size = article->source_size < 2048 ? article->source_size : 2048, length = strlen(charset);
    for (size_t i = 0; i + 9 + length < size; i++) {
        if (strncasecmp(article->source + i, "charset=", 8) &&
            strncasecmp(article->source + i, "encoding=", 9))
            continue;
        size_t at = i + 8 + (article->source[i + 7] != '=');
        if (article->source[at] == '"' || article->source[at] == '\'') at++;
        if (at + length <= size && !strncasecmp(article->source + at, charset, length)) return true;
    }
    return false;
}

/* UTF-16 without a mark: every other byte is zero. */
static bool alternates(const Article *article, size_t zero) {
    size_t size = article->source_size < 512 ? article->source_size : 512, count = 0;
    for (size_t i = zero; i < size; i += 2) count += article->source[i] == 0;
    return size >= 8 && count * 10 >= size / 2 * 8;
}

static bool has_sequence(const Article *article, size_t from) {
    for (size_t at = 0; at < article->source_size && at < from + 65536;) {
        size_t start = at;
        if ((unsigned char)article->source[at] < 0x80)
            at++;
        else if (utf8_next(article->source, article->source_size, &at) >= 0 && at - start > 1)
            return true;
    }
    return false;
}

static bool fail_invalid(const Article *article, size_t at, dateline_error *error) {
    return error_set(error, DATELINE_BAD_INPUT, place_at(article, at),
                     "the byte 0x%02X is not valid UTF-8 here; the article should be UTF-8, UTF-16, "
                     "Windows-1252 or Latin-1",
                     (unsigned char)article->source[at]);
}

/* Bytes without a declared encoding that are not UTF-8: old Western text, unless some of them are proper
 * UTF-8, or are no letters at all. */
static bool guess(const Article *article, size_t invalid, Encoding *encoding, dateline_error *error) {
    if (has_sequence(article, invalid)) return fail_invalid(article, invalid, error);
    for (size_t i = 0; i < article->source_size; i++) {
        unsigned char byte = (unsigned char)article->source[i];
        if (byte >= 0x80 && byte < 0xA0 && !windows[byte - 0x80]) return fail_invalid(article, i, error);
    }
    *encoding = ENCODING_WINDOWS;
    return true;
}

static bool choose(const Article *article, Encoding *encoding, dateline_error *error) {
    if (begins_with(article, "\xFF\xFE", 2)) return *encoding = ENCODING_UTF16_LE, true;
    if (begins_with(article, "\xFE\xFF", 2)) return *encoding = ENCODING_UTF16_BE, true;
    if (alternates(article, 1)) return *encoding = ENCODING_UTF16_LE, true;
    if (alternates(article, 0)) return *encoding = ENCODING_UTF16_BE, true;
    size_t invalid = utf8_valid_until(article->source, article->source_size);
    if (invalid == article->source_size) return *encoding = ENCODING_UTF8, true;
    if (find_declared(article, "utf-8")) return fail_invalid(article, invalid, error);
    if (find_declared(article, "iso-8859-1") || find_declared(article, "windows-1252") ||
        find_declared(article, "latin"))
        return *encoding = ENCODING_WINDOWS, true; /* as browsers read it */
    return guess(article, invalid, encoding, error);
}

/* Eight bytes at a time are passed over where none is below a space. */
static size_t count_controls(const Article *article) {
    const uint64_t ones = 0x0101010101010101u;
    const char *bytes = article->source;
    size_t controls = 0, size = article->source_size;
    for (size_t at = 0; at < size; at++) {
        for (uint64_t word; size - at >= sizeof word; at += sizeof word) {
            memcpy(&word, bytes + at, sizeof word);
            if ((word - ones * 0x20) & ~word & ones * 0x80) break;
        }
        if (at == size) break;
        char byte = bytes[at];
        controls += (unsigned char)byte < 0x20 && !memchr("\n\r\t\f", byte, 4);
    }
    return controls;
}

static bool check_binary(const Article *article, dateline_error *error) {
    const char *kind = known_binary(article);
    if (kind)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = article->name},
                         "this is %s; the article should be text, HTML or Markdown", kind);
    const char *zero = article->source_size ? memchr(article->source, 0, article->source_size) : NULL;
    if (zero)
        return error_set(error, DATELINE_BAD_INPUT, place_at(article, (size_t)(zero - article->source)),
                         "there is a zero byte; the article should be text, HTML or Markdown");
    if (count_controls(article) * 50 > article->source_size)
        return error_set(
            error, DATELINE_BAD_INPUT, (Place){.source = article->name},
            "this is not text but some other file; the article should be text, HTML or Markdown");
    return true;
}

static uint32_t unit_at(const Article *article, size_t at, bool big) {
    unsigned char first = (unsigned char)article->source[at], second = (unsigned char)article->source[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void decode_utf16(const Article *article, bool big, Remake *remake) {
    size_t size = article->source_size & ~(size_t)1;
    for (size_t at = unit_at(article, 0, big) == 0xFEFF ? 2 : 0; at + 1 < size;) {
        size_t start = at;
        uint32_t code = unit_at(article, at, big);
        at += 2;
        if (code >= 0xD800 && code < 0xDC00 && at + 1 < size &&
            (unit_at(article, at, big) & 0xFC00) == 0xDC00) {
            code = 0x10000 + ((code & 0x3FF) << 10) + (unit_at(article, at, big) & 0x3FF);
            at += 2;
        } else if ((code & 0xF800) == 0xD800 || code == 0) {
            code = 0xFFFD;
        }
        char bytes[4];
        remake_add(remake, bytes, (size_t)utf8_put(bytes, code), start);
    }
}

static void decode_windows(const Article *article, Remake *remake) {
    for (size_t at = 0; at < article->source_size; at++) {
        unsigned char byte = (unsigned char)article->source[at];
        uint32_t code = byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80] : byte;
        char bytes[4];
        remake_add(remake, bytes, (size_t)utf8_put(bytes, code ? code : 0xFFFD), at);
    }
}

bool article_decode(Article *article, dateline_error *error) {
    Encoding encoding = ENCODING_UTF8;
    if (article->source_size >= UINT32_MAX / 4)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = article->name},
                         "the article is larger than 1 GiB");
    bool wide = article->source_size >= 2 &&
                (begins_with(article, "\xFF\xFE", 2) || begins_with(article, "\xFE\xFF", 2) ||
                 alternates(article, 0) || alternates(article, 1));
    if (!wide && !check_binary(article, error)) return false;
    if (!choose(article, &encoding, error)) return false;
    if (encoding == ENCODING_UTF8) return true;
    Remake remake = {0};
    if (encoding == ENCODING_WINDOWS)
        decode_windows(article, &remake);
    else
        decode_utf16(article, encoding == ENCODING_UTF16_BE, &remake);
    article->text = remake.size ? arena_text_part(article->arena, remake.text, remake.size) : "";
    article->size = remake.size;
    article->shifts.items = remake.shifts.items;
    article->shifts.count = remake.shifts.count;
    article->shifts.capacity = remake.shifts.capacity;
    free(remake.text);
    return true;
}
