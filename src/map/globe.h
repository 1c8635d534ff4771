/* The small globe beside a regional map that shows where the region lies. */
#ifndef MAP_GLOBE_H
#define MAP_GLOBE_H

#include "panel.h"

void globe_draw(Page *page, const Panel *region, const Atlas *atlas, Box box);

#endif
