/* See entries.h. */
#include "entries.h"

#include <stdlib.h>
#include <string.h>

static bool is_listed_own_code(const Entries *entries, const char *own_code) {
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i].table == TABLE_COUNTRIES && !strcmp(entries->items[i].own_code, own_code))
            return true;
    return false;
}

/*
 * What becomes of an entry: listed, kept to be found by its code, or dropped. A map unit is listed when the
 * scale lacks its whole country, and kept when it is part of one; what a worldview gives away whole is kept
 * too.
 */
static bool settle_entry(const Entries *entries, const Worldview *view, Entry *entry) {
    if (entry->table == TABLE_POINTS) return true;
    if (entry->table == TABLE_UNITS) {
        entry->listed = !is_listed_own_code(entries, entry->parent_code);
        return !entry->listed || entry->has_iso;
    }
    entry->listed = !worldview_whole(view, entries, entry->country.code);
    return true;
}

static int compare_entries(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    if (x->listed != y->listed) return x->listed ? -1 : 1;
    int order = strcmp(x->country.code, y->country.code);
    if (!order) order = (int)x->table - (int)y->table;
    return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

/* Of the rows of one code the first stays. */
static void join_rows(Entries *entries) {
    size_t kept = 0;
    for (size_t i = 0; i < entries->count; i++)
        if (!kept || strcmp(entries->items[kept - 1].country.code, entries->items[i].country.code) != 0)
            entries->items[kept++] = entries->items[i];
    entries->count = kept;
}

void entries_settle(Atlas *atlas, const Worldview *view) {
    Entries settled = {0};
    for (size_t i = 0; i < atlas->entries.count; i++)
        if (settle_entry(&atlas->entries, view, &atlas->entries.items[i]))
            array_push(&settled, atlas->entries.items[i]);
    if (settled.count) qsort(settled.items, settled.count, sizeof(Entry), compare_entries);
    join_rows(&settled);
    array_free(&atlas->entries);
    atlas->entries = settled;
    atlas->country_count = 0;
    while (atlas->country_count < settled.count && settled.items[atlas->country_count].listed)
        atlas->country_count++;
}

static int find_between(const Entries *entries, const char *code, size_t low, size_t high) {
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(entries->items[middle].country.code, code);
        if (!order) return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int entries_find(const Atlas *atlas, const char *code) {
    int place = find_between(&atlas->entries, code, 0, atlas->country_count);
    return place >= 0 ? place
                      : find_between(&atlas->entries, code, atlas->country_count, atlas->entries.count);
}
