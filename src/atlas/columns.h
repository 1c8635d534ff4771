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

/* One row of a table. The country comes first: a Country of an atlas is always the head of an Entry. */
typedef struct Entry {
    Country country;
    const char *own_code;              /* Natural Earth's: ADM0_A3 for countries, GU_A3 for map units */
    const char *parent_code;           /* Natural Earth's code of the country that a map unit is part of */
    const char *names[LANGUAGE_COUNT]; /* NULL where the table has none */
    size_t row;
} Entry;

typedef struct Entries {
    Entry *items;
    size_t count, capacity;
} Entries;

typedef enum TableKind { TABLE_COUNTRIES, TABLE_UNITS } TableKind;

/* Adds every row of the table; texts go into arena. */
bool columns_read(ShapeFile *file, TableKind kind, Arena *arena, Entries *entries, dateline_error *error);

/* ISO 3166-1 alpha-3 for Natural Earth's ADM0_A3, where ISO_A3 says what it says. */
const char *columns_code(const char *own_code, const char *iso_code);

#endif
