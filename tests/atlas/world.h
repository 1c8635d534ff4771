/* Loading and asking atlases in tests. */
#ifndef TESTS_ATLAS_WORLD_H
#define TESTS_ATLAS_WORLD_H

#include "atlas/atlas.h"

extern const char *const world_scales[3]; /* 110m, 50m, 10m */

/* Never NULL: fails the test otherwise. folder NULL is the repository's shapes. */
dateline_atlas *world_load(const char *folder, const char *scale, const char *worldview);

/* cmocka's setup and teardown: *state is the invented world. */
int world_open(void **state);
int world_close(void **state);

/* The polygon of the country that holds the position, or NULL. */
const Polygon *world_polygon_at(const Atlas *atlas, const Country *country, double lon, double lat);
/* The code of the country that holds the position, or "". */
const char *world_code_at(const Atlas *atlas, double lon, double lat);
/* The number of arcs that two countries share. */
size_t world_borders(const Atlas *atlas, const char *one, const char *other);
/* Loads, which must fail with this message. */
void world_expect(const dateline_atlas_options *options, dateline_status status, const char *message);

#endif
