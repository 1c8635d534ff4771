/* A page on the desk: everything the rooms of a map need at hand before there is a map. */
#ifndef TESTS_MAP_DESK_H
#define TESTS_MAP_DESK_H

#include "map/page.h"

/* The page of a style of styles/ or tests/maps/styles, with arena, letters and an empty scene; the test fails
 * where there is none. */
Page desk_open(const char *style);
void desk_close(Page *page);
/* Facts from their countries, strikes and more in JSON. */
Facts *desk_facts(const char *json);

#endif
