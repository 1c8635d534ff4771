/*
 * The tear of a projection: the closed line round everything shown, and where edges cross it. Positions on it
 * are turns: for a rim, 0 to 1 counterclockwise from the right; for a torn meridian, 0 to 4 counterclockwise
 * from the south-western corner, one for each side. Knows single edges and no rings.
 */
#ifndef GEO_TEAR_H
#define GEO_TEAR_H

#include "trace.h"

/* An edge enters or leaves what is shown. */
typedef struct Passage {
    Spot spot; /* on the tear */
    double turn;
    bool entering;
} Passage;

enum { MOST_PASSAGES = 6 };

/* The passages of the great circle arc from a to b, in order. */
int tear_passages(const Projector *projector, Spot a, Spot b, Passage passages[MOST_PASSAGES]);
/* False if the arc surely has none: the cheap test. */
bool tear_is_near(const Projector *projector, Spot a, Spot b);
Spot tear_spot(const Projector *projector, double turn);
/* The same for a whole ring or line: false where nothing of it can be cut. */
bool tear_may_cut(const Projector *projector, const Spot *spots, size_t count, bool closed);
/* How many turns make the whole tear. */
double tear_length(const Projector *projector);
/* Runs along the tear from the turn where trace is to another one, counterclockwise if that is more. to may
 * be past the tear's beginning or end, by less than its length. */
void tear_follow(Trace *trace, double from, double to);
/* Starts a trace at turn 0. */
void tear_start(Trace *trace);

#endif
