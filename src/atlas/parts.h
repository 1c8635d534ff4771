/*
 * Which polygons of a country are its main part, and which lie overseas.
 *
 * The main part is what frames and names go by. To it belong the largest polygon; any with a tenth of that
 * one's area; and what lies near: no farther than 300 km, and the root of its own area, from the box of a
 * polygon of the main part, and no farther than 750 km from the box of one of the large ones. So Alaska,
 * Corsica, Sarawak, Kaliningrad and Okinawa are main, but not Hawaii, the Canaries, the Azores, the Galapagos
 * or the far Aleutians.
 *
 * Never main is what has an ISO code of its own (French Guiana, Svalbard, the Caribbean Netherlands); where
 * its continent is not that of the country it is overseas.
 */
#ifndef ATLAS_PARTS_H
#define ATLAS_PARTS_H

#include "inside.h"

/* Fills main and overseas of all polygons. units is what units_adopt said of the first country_polygons. */
void parts_mark(const Atlas *atlas, Polygons *polygons, size_t country_polygons, const int *units);

#endif
