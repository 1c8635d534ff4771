/*
 * The circles of countries too small to be seen on a panel: how large, and where, so that none touches
 * another or the ring of the host's city. Knows no name.
 */
#ifndef MAP_CIRCLES_H
#define MAP_CIRCLES_H

#include "panel.h"

/* Square page units under which a country is drawn as a circle. */
double circles_small_area(const Page *page, const Panel *panel);
/* Radius of the circle of a small country. */
double circles_radius(const Page *page, const Panel *panel);
/* Sets radius and moves the centres of the shapes that are circles. */
void circles_arrange(const Page *page, Panel *panel, const Story *story);

#endif
