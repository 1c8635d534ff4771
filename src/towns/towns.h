/*
 * Which towns a country has and where, by the names that newsrooms write: lines of shapes/towns.txt. Knows
 * neither articles nor maps.
 */
#ifndef TOWNS_H
#define TOWNS_H

#include "../base/files.h"

#include <stdint.h>

typedef struct Towns Towns;

typedef struct Town {
    double longitude, latitude; /* degrees */
} Town;

/* The towns of one country, and marks of their names, so that nearly all other words are told to be none. */
typedef struct TownList {
    char country[4];
    const char *from, *end;
    size_t mask; /* of marks, a power of two less 1 */
    uint64_t marks[];
} TownList;

/* The list as it stands in a file; NULL where there is none. */
Towns *towns_open(const char *path);
void towns_close(Towns *towns);
/* The country's own part of the list, made when it is first asked for, by any thread; NULL where there is
 * none or towns are NULL. Stands as long as they do. */
const TownList *towns_of(const Towns *towns, const char *country);
/* Whether one of them has that name; see towns_find. The list may be NULL. */
bool town_is_listed(const TownList *list, const char *name, size_t size, Town *town);
/* Whether the country (ISO 3166-1 alpha-3) has a town of that name, which is in lower case and without
 * accents, apostrophes and hyphens. The most populous of several. */
bool towns_find(const Towns *towns, const char *country, const char *name, size_t size, Town *town);

#endif
