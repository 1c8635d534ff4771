/*
 * Shading by number instead of by role: how often an article names each country, or a table's values. Breaks
 * the numbers into classes and gives each a look between two colours of the style.
 */
#ifndef MAP_RANGES_H
#define MAP_RANGES_H

#include "story.h"

/* What the countries of these facts are shaded by; NULL where their roles say it. *is_count for numbers of
 * mentions. */
bool ranges_needed(const Facts *facts, bool *is_count);

typedef struct Ranges {
    const RoleLook *looks; /* one a class, the highest numbers first; then that of no data */
    const double *lowest;  /* of each class */
    const double *highest;
    size_t count;      /* of classes */
    size_t look_count; /* with that of no data, which a table's values have */
    bool is_count;
} Ranges;

const Ranges *ranges_new(Page *page, const Facts *facts, bool is_count);
/* The look of a country's number; of no data, or NULL among mentions, where it has none. */
const RoleLook *ranges_look(const Ranges *ranges, const FactsCountry *country);
/* "4 to 9 mentions", "1,000-2,500": what the legend says of the class with this look. */
const char *ranges_text(Page *page, const Ranges *ranges, const RoleLook *look);

#endif
