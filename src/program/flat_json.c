/* See flat_json.h. */
#include "flat_json.h"

#include <stdlib.h>
#include <string.h>

static char *skip_space(char *at) {
    return at + strspn(at, " \t\r\n");
}

static char *put_utf8(char *to, unsigned long code) {
    if (code < 0x80) {
        *to++ = (char)code;
        return to;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char marks[] = {0, 0xC0, 0xE0, 0xF0};
    *to++ = (char)(marks[more] | code >> (6 * more));
    while (more--) *to++ = (char)(0x80 | (code >> (6 * more) & 0x3F));
    return to;
}

/* Four hexadecimal digits; false for anything else. */
static bool read_unit(const char *at, unsigned long *code) {
    char digits[5] = {0};
    if (strspn(at, "0123456789abcdefABCDEF") < 4) return false;
    memcpy(digits, at, 4);
    *code = strtoul(digits, NULL, 16);
    return true;
}

/* at is behind "\u"; a pair of surrogates is one letter. NULL where there is none. */
static char *read_code(char *at, char **to) {
    unsigned long code, low;
    if (!read_unit(at, &code) || code == 0 || (code & 0xFC00) == 0xDC00) return NULL;
    at += 4;
    if ((code & 0xFC00) == 0xD800) {
        if (at[0] != '\\' || at[1] != 'u' || !read_unit(at + 2, &low) || (low & 0xFC00) != 0xDC00)
            return NULL;
        code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF);
        at += 6;
    }
    *to = put_utf8(*to, code);
    return at;
}

static char *read_escape(char *at, char **to) {
    static const char signs[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (*at == 'u') return read_code(at + 1, to);
    const char *sign = *at ? strchr(signs, *at) : NULL;
    if (!sign) return NULL;
    *(*to)++ = values[sign - signs];
    return at + 1;
}

/* Decodes the string that begins at *at, which moves behind it; NULL where there is none. */
static char *read_string(char **at) {
    char *from = *at, *start = from + 1, *to = start;
    if (*from++ != '"') return NULL;
    while (*from && *from != '"') {
        if ((unsigned char)*from < 0x20) return NULL;
        if (*from != '\\')
            *to++ = *from++;
        else if (!(from = read_escape(from + 1, &to)))
            return NULL;
    }
    if (!*from) return NULL;
    *at = from + 1;
    *to = '\0';
    return start;
}

static const char *read_pair(char **at, FlatTake take, void *context) {
    char *key = read_string(at), *end;
    if (!key) return "a key in quotation marks would be right";
    *at = skip_space(*at);
    if (**at != ':') return "':' would be right after a key";
    *at = skip_space(*at + 1);
    char *value = read_string(at);
    if (!value) return "values have to be strings";
    end = *at = skip_space(*at);
    return *end != ',' && *end != '}' ? "',' or '}' would be right after a value" : take(context, key, value);
}

const char *flat_json_read(char *line, FlatTake take, void *context) {
    char *at = skip_space(line);
    if (*at != '{') return "an object with \"text\" or \"path\" would be right on each line";
    at = skip_space(at + 1);
    while (*at != '}') {
        const char *problem = read_pair(&at, take, context);
        if (problem) return problem;
        if (*at == ',' && *(at = skip_space(at + 1)) == '}') return "no ',' before '}' would be right";
    }
    return *skip_space(at + 1) ? "nothing after the object would be right" : NULL;
}

/* How many bytes of a letter of UTF-8 stand here; 0 for none. */
static int letter_size(const unsigned char *at) {
    int size = at[0] < 0x80                    ? 1
               : at[0] >= 0xC2 && at[0] < 0xE0 ? 2
               : (at[0] & 0xF0) == 0xE0        ? 3
               : at[0] >= 0xF0 && at[0] < 0xF5 ? 4
                                               : 0;
    for (int i = 1; i < size; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return size;
}

void flat_json_write(FILE *file, const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    putc('"', file);
    while (*at) {
        int size = letter_size(at);
        if (size == 0)
            fputs("\\ufffd", file), size = 1;
        else if (*at == '"' || *at == '\\')
            fprintf(file, "\\%c", *at);
        else if (*at < 0x20)
            fprintf(file, "\\u%04x", *at);
        else
            fwrite(at, 1, (size_t)size, file);
        at += size;
    }
    putc('"', file);
}
