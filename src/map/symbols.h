/* The map's signs, drawn alike on the map and in the legend. */
#ifndef MAP_SYMBOLS_H
#define MAP_SYMBOLS_H

#include "page.h"

/* An eight-pointed star: strikes. radius is the outer one. */
void symbol_star(Page *page, Point center, double radius, Colour colour);
/* A ring with a dot: the host's city. */
void symbol_host(Page *page, Point center);
double symbol_host_radius(const Page *page);

/* A rounded label with a star and a count. */
void symbol_pill_size(Page *page, const char *text, double *width, double *height);
void symbol_pill(Page *page, const char *text, Point center);

#endif
