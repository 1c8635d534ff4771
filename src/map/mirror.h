/* Pages that are read from right to left: what stands beside the maps is laid out as for any page and put on
 * the other side; maps stay as the world is. Knows no text. */
#ifndef MAP_MIRROR_H
#define MAP_MIRROR_H

#include "page.h"

/* The same place on the page's other side, where the page's language is written leftward. */
Point mirror_point(const Page *page, Point at);
Box mirror_box(const Page *page, Box box);
/* The right end of a line of text that would begin on the left. */
TextAnchor mirror_anchor(const Page *page, TextAnchor anchor);

#endif
