/* The map's signs, drawn alike on the map and in the legend. */
#ifndef MAP_SYMBOLS_H
#define MAP_SYMBOLS_H

#include "page.h"

/* A form within the circle of a radius; adds to outline. */
void symbol_outline(const Page *page, SignShape shape, Point center, double radius, Outline *outline);
/* The sign for strikes. */
void symbol_strikes(Page *page, Point center, double radius, Colour colour);
/* The host's city. */
void symbol_host(Page *page, Point center);
double symbol_host_radius(const Page *page);

/* A label with the sign for strikes, scale times its smallest size, and a count. */
void symbol_pill_size(Page *page, const char *text, double *width, double *height);
void symbol_pill(Page *page, const char *text, double scale, Point center);
/* One size for less than a hundred strikes, the next for less than a thousand, and so on. */
double symbol_pill_scale(const Page *page, double strikes);

#endif
