/*
 * Whose is what, as a desk sees it: rules from worldviews.json that give a country, or a part of one, to
 * another. Applied to the rings as the files have them, before borders are found. Which view is right is not
 * known here.
 */
#ifndef ATLAS_WORLDVIEW_H
#define ATLAS_WORLDVIEW_H

#include "inside.h"

typedef struct ViewRule {
    const char *from, *to; /* codes */
    bool whole;            /* all of from; otherwise the ring that holds at */
    LonLat at;
    LonLats along; /* where that ring is cut first; empty for no cut */
    bool dashed;   /* what was a border stays as a disputed line */
} ViewRule;

typedef struct Worldview {
    const char *name;
    BordersNotes notes;
    ViewRule *rules;
    size_t count;
} Worldview;

/* The view of that name, or for NULL the first of the file; all texts are the atlas's. */
bool worldview_load(const Atlas *atlas, const char *name, Worldview *view, dateline_error *error);

/* The country that all of code goes to, if entries have it; NULL if it keeps to itself. */
const ViewRule *worldview_whole(const Worldview *view, const Entries *entries, const char *code);

/* Gives parts of countries away: changes the owners of rings, places in entries, and cuts rings. Sets
 * joins[owner] where rings are to be joined. Rules about what is not there do nothing. */
void worldview_move_parts(const Worldview *view, const Entries *entries, Soup *soup, bool *joins);

#endif
