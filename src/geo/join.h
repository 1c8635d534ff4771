/* Joins the strands of a cut polygon along the tear into rings on the page. */
#ifndef GEO_JOIN_H
#define GEO_JOIN_H

#include "cut.h"

/* Adds the rings made of cut's pieces. rings are those that were cut; they are asked where the strands
 * themselves do not say on which side of them the polygon lies. */
void join_strands(const Cut *cut, const LonLats *rings, size_t count, Trace *trace, Outline *outline);

#endif
