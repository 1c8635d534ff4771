/* What a page says of itself beside its words: what it was made from, and how its SVG is to be put into a
 * document. Knows no mark. */
#ifndef MAP_IDENTITY_H
#define MAP_IDENTITY_H

#include "story.h"

/* Fills in provenance, licence and the choices of the SVG. False with an error for an option that is none. */
bool identity_fill(Page *page, const Story *story, const Atlas *atlas, const dateline_map_options *options,
                   PageInfo *info, dateline_error *error);

#endif
