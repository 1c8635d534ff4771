/* What a map must hold, as points on the sphere. Knows no page. */
#ifndef MAP_EXTENT_H
#define MAP_EXTENT_H

#include "../atlas/atlas.h"

/* The positions a frame must hold, as the points of coarse rings, and the polygons they came from. */
typedef struct Extent {
    LonLatArray points;
    const Atlas *atlas;
} Extent;

/* The outer ring of a polygon, thinned; the polygons of a country's main part, or its label where it has
 * none. */
void extent_add_polygon(Extent *extent, const Polygon *polygon);
void extent_add_main_part(Extent *extent, const Country *country);
/* The middle of the smallest circle around it, and the circle's radius, both in degrees. */
LonLat extent_middle(const Extent *extent, double *radius);

#endif
