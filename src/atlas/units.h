/*
 * Map units beside the countries they are part of: French Guiana beside France, Scotland beside the United
 * Kingdom. Where a unit is made of whole polygons of its country, it takes those, in the country's own scale;
 * only what a country's polygons do not show apart keeps the map unit's own geometry.
 */
#ifndef ATLAS_UNITS_H
#define ATLAS_UNITS_H

#include "inside.h"

/* Changes polygons: those of the entries from country_count on. unit_of[i], for the first country_polygons,
 * becomes the entry of the unit that polygon i belongs to, -1 for none. */
void units_adopt(const Atlas *atlas, Polygons *polygons, size_t country_polygons, int *unit_of);

#endif
