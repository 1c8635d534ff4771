/*
 * One ring or line on its way to the page: edges are resampled where the projection bends them, and the page
 * points are collected until the ring is closed or the line ends. Knows no cutting; every edge lies on one
 * side of the tear.
 */
#ifndef GEO_TRACE_H
#define GEO_TRACE_H

#include "clip.h"
#include "projector.h"

typedef struct Trace {
    const Projector *projector;
    PointArray points, spare;
    Spot last;
    Point at; /* last on the page */
    Box box;
} Trace;

void trace_start(Trace *trace, Spot spot);
/* Along the great circle. */
void trace_to(Trace *trace, Spot spot);
/* Along a parallel or meridian of the turned sphere, where the projection tears along a meridian. */
void trace_along(Trace *trace, Spot spot);
/* Round the rim between two azimuths in turns, counterclockwise where to is larger. */
void trace_round(Trace *trace, double from, double to);
/* Twice the area on the unit plane, positive where the ring runs clockwise on the sphere. */
double trace_twice_area(const Trace *trace);
/* Cuts what was collected to the clip box, adds it to outline, and empties the trace. */
void trace_add_ring(Trace *trace, Outline *outline);
void trace_add_line(Trace *trace, Outline *outline);
void trace_free(Trace *trace);

#endif
