/*
 * Rings and lines cut where the projection tears. A cut ring falls into strands, each from the place where it
 * enters what is shown to the place where it leaves; strands are joined again along the tear. Knows spots and
 * turns, and neither page nor outline.
 */
#ifndef GEO_CUT_H
#define GEO_CUT_H

#include "tear.h"

typedef struct Strand {
    size_t first, count; /* in the spots of the cut */
    double start, end;   /* turns; meaningless for a whole ring or the free ends of a line */
} Strand;

typedef struct Strands {
    Strand *items;
    size_t count, capacity;
} Strands;

typedef struct Cut {
    const Projector *projector;
    struct {
        Spot *items;
        size_t count, capacity;
    } spots;
    Strands whole;  /* rings that are shown whole */
    Strands hidden; /* rings of which nothing is shown */
    Strands pieces; /* parts of rings or lines */
} Cut;

void cut_ring(Cut *cut, LonLats ring);
void cut_line(Cut *cut, LonLats line);
void cut_free(Cut *cut);

#endif
