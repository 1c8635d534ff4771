/* Rings to try the geometry on: made on the sphere, so that their true area is known by other means than
 * cutting them. */
#ifndef TESTS_GEO_RINGS_H
#define TESTS_GEO_RINGS_H

#include "../../src/geo/geo.h"

#include <stdint.h>

enum { RING_ROOM = 512 };

typedef struct TestRing {
    LonLat items[RING_ROOM];
    size_t count;
} TestRing;

/* A sequence of numbers within 0..1, the same in every run. */
typedef struct Random {
    uint64_t state;
} Random;

double random_next(Random *random);
double random_between(Random *random, double least, double most);

/* A wavy ring about a place: radius degrees wide on the average, its radius varying by share (0..0.9).
 * Clockwise: encloses the place; reversed: all but that. */
void ring_blob(TestRing *ring, LonLat middle, double radius, double share, size_t count, Random *random);
void ring_reverse(TestRing *ring);
/* Corners given as pairs of longitude and latitude. */
void ring_corners(TestRing *ring, const double *pairs, size_t count);
LonLats ring_view(const TestRing *ring);

/* A projector that shows the whole world in a box of 20000 by 20000 about (0, 0). */
Projector *world_projector(const char *projection, Center center);
/* The area of an outline filled by the even-odd rule, with all its subpaths taken as they run, in steradians.
 */
double filled_area(const Projector *projector, const Outline *outline);
/* The longest straight piece of an outline that does not run along the world's outline. */
double longest_inner_piece(const Outline *outline, const Outline *sphere);

#endif
