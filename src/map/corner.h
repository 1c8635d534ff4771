/* The corner of a panel where a sign hides least of the story. Knows what covers the panel, not what the sign
 * is. */
#ifndef MAP_CORNER_H
#define MAP_CORNER_H

#include "panel.h"

typedef enum Corner { TOP_LEFT, BOTTOM_LEFT, TOP_RIGHT, BOTTOM_RIGHT, CORNERS } Corner;

/* A box of width by height in the best corner, page->s * 0.75 from the panel's edges; order says which is
 * liked best on a tie. Keeps off taken, which may be empty. *hides is set to the share of the box and its
 * surroundings that covers countries of the story, and to 1 and more where it covers small ones' circles. */
Box corner_choose(const Page *page, const Panel *panel, double width, double height,
                  const Corner order[CORNERS], Box taken, double *hides);

#endif
