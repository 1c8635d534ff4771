/* See towns.h. A line is "SYR 39.01 35.95 ar raqqah,raqqah,raqqa"; lines are sorted, so that a country's
 * stand together. */
#include "towns.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20, CODE_SIZE = 3, NAMES_AFTER = 3 /* spaces */, SLOTS = 1 << 9 };

/* Lists stand where the code of their country leads, or in the next free slot. Two threads that make the same
 * one at a time make it alike, and the first is kept. */
struct Towns {
    Bytes file;
    _Atomic(TownList *) *lists; /* SLOTS of them */
};

Towns *towns_open(const char *path) {
    dateline_error error = {0};
    Towns *towns = memory_new_zeroed(sizeof *towns);
    if (!file_read(path, MOST_BYTES, &towns->file, &error)) {
        free(towns);
        return NULL;
    }
    towns->lists = memory_new_zeroed(SLOTS * sizeof *towns->lists);
    return towns;
}

void towns_close(Towns *towns) {
    if (!towns) return;
    for (size_t i = 0; i < SLOTS; i++) free(atomic_load(&towns->lists[i]));
    free(towns->lists);
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

/* FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo). */
static size_t mark_of(const char *name, size_t size) {
    uint32_t mark = 2166136261u;
    for (size_t i = 0; i < size; i++) mark = (mark ^ (unsigned char)name[i]) * 16777619u;
    return mark ^ mark >> 15;
}

static const char *after_spaces(const char *at, const char *end, int count) {
    while (count > 0 && at < end) count -= *at++ == ' ';
    return at;
}

static void add_marks(TownList *list, const char *names) {
    while (*names && *names != '\n') {
        size_t length = strcspn(names, ",\n"), mark = mark_of(names, length) & list->mask;
        list->marks[mark / 64] |= (uint64_t)1 << mark % 64;
        names += length + (names[length] == ',');
    }
}

/* Two marks for a byte of the list are twenty and more for a name. */
static TownList *make_list(const Towns *towns, const char *country) {
    const char *from = first_line(towns, country, false), *end = first_line(towns, country, true);
    size_t marks = 64;
    while (marks < 2 * (size_t)(end - from)) marks *= 2;
    TownList *list = memory_new_zeroed(sizeof *list + marks / 8);
    memcpy(list->country, country, CODE_SIZE + 1);
    list->from = from;
    list->end = end;
    list->mask = marks - 1;
    for (const char *line = from; line < end; line = line_after(line))
        add_marks(list, after_spaces(line, end, NAMES_AFTER));
    return list;
}

static size_t slot_of(const char *country) {
    size_t slot = 0;
    for (const char *at = country; *at; at++) slot = slot * 31 + (unsigned char)*at;
    return slot;
}

const TownList *towns_of(const Towns *towns, const char *country) {
    if (!towns || strlen(country) != CODE_SIZE) return NULL;
    TownList *made = NULL;
    for (size_t slot = slot_of(country), tried = 0; tried < SLOTS; slot++, tried++) {
        TownList *list = atomic_load(&towns->lists[slot % SLOTS]);
        if (!list) {
            if (!made) made = make_list(towns, country);
            if (atomic_compare_exchange_strong(&towns->lists[slot % SLOTS], &list, made)) return made;
        }
        if (strcmp(list->country, country) != 0) continue;
        free(made);
        return list;
    }
    free(made);
    return NULL;
}

/* The letters are looked for first, and only the lines that have them are taken apart. */
bool town_is_listed(const TownList *list, const char *name, size_t size, Town *town) {
    if (!list || !size) return false;
    size_t mark = mark_of(name, size) & list->mask;
    if (!(list->marks[mark / 64] >> mark % 64 & 1)) return false;
    const char *at = list->from;
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
    return town_is_listed(towns_of(towns, country), name, size, town);
}
