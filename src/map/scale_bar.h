/* A scale bar on a panel: how long a round number of kilometres or miles is there. */
#ifndef MAP_SCALE_BAR_H
#define MAP_SCALE_BAR_H

#include "panel.h"

/* Draws the bar where the style asks for one, and where one length holds for the whole panel; keeps off
 * taken. Returns the box that names keep off, empty where there is no bar. */
Box scale_bar_draw(Page *page, const Panel *panel, Box taken);

/* Kilometres that a page unit stands for at a point of the panel, along the row; 0 outside of the world. */
double scale_at(const Panel *panel, Point at);
/* The largest of 1, 2 and 5 times a power of ten that is not above most; most is positive. */
double scale_round(double most);

#endif
