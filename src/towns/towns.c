/* See towns.h. A line is "SYR 39.01 35.95 ar raqqah,raqqah,raqqa"; lines are sorted, so that a country's
 * stand together. */
#include "towns.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20, CODE_SIZE = 3, NAMES_AFTER = 3 /* spaces */ };

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

/* A number for the first letters of a name that has as many. */
static uint32_t beginning_of(const char *name) {
    uint32_t letters;
    memcpy(&letters, name, TOWN_BEGINNING);
    return letters * 0x9E3779B1u >> 20;
}
_Static_assert(TOWN_BEGINNINGS == 1 << 12, "as many as beginning_of tells apart");

static const char *after_spaces(const char *at, const char *end, int count) {
    while (count > 0 && at < end) count -= *at++ == ' ';
    return at;
}

static void add_beginnings(TownList *list, const char *names) {
    while (*names && *names != '\n') {
        size_t length = strcspn(names, ",\n");
        uint32_t bit = length >= TOWN_BEGINNING ? beginning_of(names) : 0;
        list->beginnings[bit / 64] |= (uint64_t)1 << bit % 64;
        names += length + (names[length] == ',');
    }
}

TownList towns_of(const Towns *towns, const char *country) {
    TownList list = {NULL, NULL, {0}};
    if (!towns || strlen(country) != CODE_SIZE) return list;
    list.from = first_line(towns, country, false);
    list.end = first_line(towns, country, true);
    for (const char *line = list.from; line < list.end; line = line_after(line))
        add_beginnings(&list, after_spaces(line, list.end, NAMES_AFTER));
    return list;
}

/* The letters are looked for first, and only the lines that have them are taken apart. */
bool town_is_listed(const TownList *list, const char *name, size_t size, Town *town) {
    const char *at = list->from;
    uint32_t bit = size >= TOWN_BEGINNING ? beginning_of(name) : 0;
    if (!size || (size >= TOWN_BEGINNING && !(list->beginnings[bit / 64] >> bit % 64 & 1))) return false;
    while (at < list->end && (at = memmem(at, (size_t)(list->end - at), name, size))) {
        const char *line = at;
        while (line > list->from && line[-1] != '\n') line--;
        const char *names = names_of(line, town);
        if (names && is_named(names, name, size)) return true;
        at = line_after(at);
    }
    return false;
}

bool towns_find(const Towns *towns, const char *country, const char *name, size_t size, Town *town) {
    TownList list = towns_of(towns, country);
    return town_is_listed(&list, name, size, town);
}
