/* See cities.h. */
#include "cities.h"

#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

/* Base letters of U+00C0 to U+017F, two bytes each; a blank second byte is none. */
static const char latin[] = "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
                            "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
                            "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
                            "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
                            "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
                            "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";
enum { LATIN_FIRST = 0xC0, LATIN_END = 0x180 };
_Static_assert(sizeof latin == 2 * (LATIN_END - LATIN_FIRST) + 1, "two bytes a letter");

static void fold_ascii(Text *folded, int32_t code) {
    if (code == '\'' || code == '.' || code == '`') return;
    if (code == '-' || code == ' ') {
        if (folded->size && folded->bytes[folded->size - 1] != ' ') text_add_char(folded, ' ');
    } else {
        text_add_char(folded, (char)(code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code));
    }
}

/* Letters with accents of their own; combining accents (U+0300 to U+036F) and typographic apostrophes vanish.
 */
static void fold_other(Text *folded, int32_t code) {
    char bytes[4];
    if ((code >= 0x300 && code < 0x370) || code == 0x2018 || code == 0x2019 || code == 0x2BB || code == 0x2BC)
        return;
    if (code >= LATIN_FIRST && code < LATIN_END) {
        const char *base = latin + 2 * (code - LATIN_FIRST);
        text_add_part(folded, base, base[0] == ' ' ? 0 : base[1] == ' ' ? 1 : 2);
    } else if (code >= 0) {
        text_add_part(folded, bytes, (size_t)utf8_put(bytes, (uint32_t)code));
    }
}

char *cities_fold(Arena *arena, const char *name) {
    Text folded = {0};
    size_t size = strlen(name), at = 0;
    while (at < size) {
        int32_t code = utf8_next(name, size, &at);
        if (code >= 0 && code < 0x80)
            fold_ascii(&folded, code);
        else
            fold_other(&folded, code);
    }
    while (folded.size && folded.bytes[folded.size - 1] == ' ') folded.size--;
    char *copy = arena_text_part(arena, folded.bytes, folded.size);
    text_free(&folded);
    return copy;
}

void cities_add(Cities *cities, Arena *arena, City city) {
    City copy = {arena_text(arena, city.name), arena_text(arena, city.country_code), city.position};
    array_push(cities, (CityEntry){copy, cities_fold(arena, city.name)});
}

static int compare_cities(const void *a, const void *b) {
    const CityEntry *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    if (!order) order = strcmp(x->city.country_code, y->city.country_code);
    if (order) return order;
    return x->city.position.lon < y->city.position.lon ? -1 : x->city.position.lon > y->city.position.lon;
}

void cities_sort(Cities *cities) {
    if (cities->count) qsort(cities->items, cities->count, sizeof *cities->items, compare_cities);
}

static size_t first_named(const Cities *cities, const char *folded) {
    size_t low = 0, high = cities->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strcmp(cities->items[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const City *cities_find(const Cities *cities, const char *name, const char *country_code) {
    Arena *arena = arena_new();
    const char *folded = cities_fold(arena, name);
    const City *found = NULL;
    for (size_t i = first_named(cities, folded); i < cities->count && !found; i++) {
        const CityEntry *entry = &cities->items[i];
        if (strcmp(entry->folded, folded)) break;
        if (!country_code || !strcmp(entry->city.country_code, country_code)) found = &entry->city;
    }
    arena_free(arena);
    return found;
}
