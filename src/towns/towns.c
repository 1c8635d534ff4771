/* See towns.h. A line is "SYR 39.01 35.95 ar raqqah,raqqah,raqqa"; lines are sorted, so that a country's
 * stand together. */
#include "towns.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20, CODE_SIZE = 3 };

struct Towns {
    Bytes file;
};

Towns *towns_open(const char *path) {
    dateline_error error = {0};
    Towns *towns = memory_new_zeroed(sizeof *towns);
    if (file_read(path, MOST_BYTES, &towns->file, &error)) return towns;
    free(towns);
    return NULL;
}

void towns_close(Towns *towns) {
    if (!towns) return;
    free(towns->file.bytes);
    free(towns);
}

static const char *line_after(const char *at) {
    at += strcspn(at, "\n");
    return at + (*at == '\n');
}

/* The first line that does not come before the country's, or after all of them. */
static const char *first_line(const Towns *towns, const char *country, bool after) {
    const char *low = towns->file.bytes, *high = low + towns->file.size;
    while (low < high) {
        const char *middle = low + (high - low) / 2;
        while (middle > low && middle[-1] != '\n') middle--;
        if (strncmp(middle, country, CODE_SIZE) < (after ? 1 : 0))
            low = line_after(middle);
        else
            high = middle;
    }
    return low;
}

static bool is_named(const char *names, const char *name, size_t size) {
    while (*names && *names != '\n') {
        size_t length = strcspn(names, ",\n");
        if (length == size && !memcmp(names, name, size)) return true;
        names += length + (names[length] == ',');
    }
    return false;
}

/* The names of a line; NULL where it is not as it should be. */
static const char *names_of(const char *line, Town *town) {
    const char *at = line + CODE_SIZE;
    bool good = *at++ == ' ' && number_parse(at, &at, &town->longitude) && *at++ == ' ' &&
                number_parse(at, &at, &town->latitude) && *at++ == ' ';
    return good ? at : NULL;
}

/* The letters are looked for first, and only the lines that have them are taken apart. */
bool towns_find(const Towns *towns, const char *country, const char *name, size_t size, Town *town) {
    if (!towns || strlen(country) != CODE_SIZE || !size) return false;
    const char *at = first_line(towns, country, false), *end = first_line(towns, country, true);
    while (at < end && (at = memmem(at, (size_t)(end - at), name, size))) {
        const char *line = at;
        while (line > towns->file.bytes && line[-1] != '\n') line--;
        const char *names = names_of(line, town);
        if (names && is_named(names, name, size)) return true;
        at = line_after(at);
    }
    return false;
}
