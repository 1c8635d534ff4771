/* Which part of the world a map shows, and by which projection. Knows no colour. */
#ifndef MAP_FRAME_H
#define MAP_FRAME_H

#include "panel.h"

/* A projector for the main map, fitted into target, after the options, then the style, then the story. *world
 * says whether the map shows the whole world, so that no frame is drawn. NULL with an error for an unknown
 * projection, centre or frame. */
Projector *frame_main(Page *page, const Story *story, const Atlas *atlas, const dateline_map_options *options,
                      Box target, bool *world, dateline_error *error);
/* A projector that shows the main parts of the countries (indices into the atlas) in target, with a margin
 * (share of the size) around them. */
Projector *frame_group(const Atlas *atlas, const size_t *countries, size_t count, Box target, double margin,
                       dateline_error *error);

#endif
