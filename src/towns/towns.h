/*
 * Which towns a country has and where, by the names that newsrooms write: lines of shapes/towns.txt. Knows
 * neither articles nor maps.
 */
#ifndef TOWNS_H
#define TOWNS_H

#include "../base/files.h"

typedef struct Towns Towns;

typedef struct Town {
    double longitude, latitude; /* degrees */
} Town;

/* The list as it stands in a file; NULL where there is none. */
Towns *towns_open(const char *path);
void towns_close(Towns *towns);
/* Whether the country (ISO 3166-1 alpha-3) has a town of that name, which is in lower case and without
 * accents, apostrophes and hyphens. The most populous of several. */
bool towns_find(const Towns *towns, const char *country, const char *name, size_t size, Town *town);

#endif
