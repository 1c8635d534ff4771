/* Cities by name, in whatever case and with or without accents. Knows no geometry but their places. */
#ifndef ATLAS_CITIES_H
#define ATLAS_CITIES_H

#include "../base/memory.h"
#include "atlas.h"

typedef struct CityEntry {
    City city;
    const char *folded;
} CityEntry;

typedef struct Cities {
    CityEntry *items;
    size_t count, capacity;
} Cities;

/* Adds a city; texts are copied into arena. */
void cities_add(Cities *cities, Arena *arena, City city);
/* To be called once after the last one. */
void cities_sort(Cities *cities);
const City *cities_find(const Cities *cities, const char *name, const char *country_code);

/* Lower case without accents, with blanks for hyphens and nothing for apostrophes and full stops. */
char *cities_fold(Arena *arena, const char *name);

#endif
