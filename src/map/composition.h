/* A page being composed: what compose.c draws and choose.c has chosen. */
#ifndef MAP_COMPOSITION_H
#define MAP_COMPOSITION_H

#include "insets.h"
#include "layout.h"

typedef struct Composition {
    Page page;
    const Atlas *atlas;
    const dateline_map_options *options;
    const char *other_scale; /* of the shapes, which would suit the map better; NULL where these do */
    Story *story;
    Layout layout;
    Panel panels[1 + MOST_INSETS]; /* the main map first */
    size_t panel_count;
} Composition;

/* Tells the caller, where it wants to know, that a step is over. */
static inline void composition_step(const Composition *work, const char *name) {
    if (work->options->step) work->options->step(work->options->step_context, name);
}

/* choose.c: the frame, the layout and the panels, main map and insets, filled and ready to be drawn. False
 * with an error; other_scale is set instead where the map wants other shapes. */
bool composition_choose(Composition *work, const dateline_map_options *options, dateline_error *error);

#endif
