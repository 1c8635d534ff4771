/*
 * What the columns of Natural Earth's tables mean: codes, names and labels of countries, map units and tiny
 * countries. Knows no geometry and not how the table is stored.
 */
#ifndef ATLAS_COLUMNS_H
#define ATLAS_COLUMNS_H

#include "../base/memory.h"
#include "atlas.h"
#include "shapefile.h"

enum { LANGUAGE_COUNT = 26 };

typedef enum TableKind { TABLE_COUNTRIES, TABLE_POINTS, TABLE_UNITS, TABLE_COUNT } TableKind;

/* One row of a table; its label is NAN where the table has none. The country comes first: a Country of an
 * atlas is always the head of an Entry. */
typedef struct Entry {
    Country country;
    const char *own_code;              /* Natural Earth's: ADM0_A3 for countries, GU_A3 for map units */
    const char *parent_code;           /* Natural Earth's code of the country that a map unit is part of */
    const char *names[LANGUAGE_COUNT]; /* NULL where the table has none */
    bool has_iso;                      /* the table says its ISO code */
    bool listed;                       /* a country of the atlas, not only found by its code */
    TableKind table;
    size_t row;
} Entry;

typedef struct Entries {
    Entry *items;
    size_t count, capacity;
} Entries;

/* Adds the rows of codes that entries do not have yet; all of them for TABLE_COUNTRIES. Texts go into arena.
 */
bool columns_read(ShapeFile *file, TableKind kind, Arena *arena, Entries *entries, dateline_error *error);

/* ISO 3166-1 alpha-3 for Natural Earth's ADM0_A3, where ISO_A3 says what it says. */
const char *columns_code(const char *own_code, const char *iso_code);

#endif
