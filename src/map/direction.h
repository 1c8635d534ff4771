/*
 * Places on the sphere as directions of length 1: for questions about whole groups of places (their middle,
 * how far they reach, how large they would be drawn) that are asked often and need no projector.
 */
#ifndef MAP_DIRECTION_H
#define MAP_DIRECTION_H

#include "../geo/geo.h"

typedef struct Direction {
    double x, y, z;
} Direction;

Direction direction_of(LonLat at);
LonLat direction_position(Direction at);

/* The middle of the smallest circle around all, and its radius in degrees. {1, 0, 0} and 0 for none. */
Direction directions_middle(const Direction *all, size_t count, double *radius);
/* The box that all take on a Lambert azimuthal equal-area map around middle, north up, y down, at a scale of
 * 1 unit a radian. */
Box directions_box(Direction middle, const Direction *all, size_t count);

/* Keeps only those that lie farthest out in one of 32 ways as seen from their middle: what encloses these
 * encloses the others, but for a hundredth; all where they lie over more than some 70 degrees around. Returns
 * how many are left. */
size_t directions_outermost(Direction *all, size_t count);

#endif
