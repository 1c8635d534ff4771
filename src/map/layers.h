/* What a panel shows, layer by layer, from the sea upward. One function a layer, called in the order of
 * compose.c's table. */
#ifndef MAP_LAYERS_H
#define MAP_LAYERS_H

#include "panel.h"

typedef struct Layer {
    const char *name;
    void (*draw)(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
} Layer;

void layer_sea(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_graticule(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_seams(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_land(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_cast(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_lakes(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_borders(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_struck(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_disputed(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);
void layer_circles(Page *page, const Panel *panel, const Story *story, const Atlas *atlas);

#endif
