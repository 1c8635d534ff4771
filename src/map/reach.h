/* What part of the world a framed panel can show, in degrees: all else needs no care. */
#ifndef MAP_REACH_H
#define MAP_REACH_H

#include "panel.h"

/* Sets the panel's detail: so many degrees may be left out where it shows them, more where it does not. */
void reach_measure(Panel *panel, double tolerance);
/* Whether a polygon is surely outside. */
bool reach_misses(const Panel *panel, const Polygon *polygon);
bool reach_misses_line(const Panel *panel, LonLats line);

#endif
