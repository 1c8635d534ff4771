/*
 * Where the story crowds: groups of countries whose names would run into each other get a larger map of their
 * own, with a box and a leader on the main map that show where it belongs.
 */
#ifndef MAP_INSETS_H
#define MAP_INSETS_H

#include "frame.h"

enum { MOST_INSETS = 2, MOST_MEMBERS = 300 };

typedef struct Group {
    size_t members[MOST_MEMBERS]; /* indices of countries */
    size_t count;
    double gain;     /* how many times larger than on the main map its inset shows it */
    double crowding; /* how much their names overlap */
    Point center;    /* on the main map */
    Box bounds;      /* of its members there */
} Group;

/* How many insets the style allows. */
size_t insets_most(const Page *page);
/* The crowded groups of a panel that insets in boxes would help, from north to south; at most most. */
size_t insets_find(Page *page, const Panel *panel, const Story *story, const Atlas *atlas, const Box *boxes,
                   size_t most, Group groups[MOST_INSETS]);
/* inset_places.c: adds to the count groups the countries with places of strikes, from north to south too;
 * false where that would not help, or an inset shows such places already. */
bool insets_add_places(Page *page, const Panel *main, const Story *story, const Atlas *atlas, Box box,
                       Group groups[MOST_INSETS], size_t count);
/* The same for Antarctica, where it has a part. */
bool insets_add_antarctica(Page *page, const Panel *main, const Story *story, Group groups[MOST_INSETS],
                           size_t count);
/* What the inset of a group shows in a box. A country that the box cuts joins the group up to its label at
 * little cost to the others; taken, by country, says who belongs to a group already. */
bool inset_frame(const InsetStyle *style, const Atlas *atlas, const Story *story, Group *group,
                 const bool *taken, Box box, Frame *frame, dateline_error *error);
/* The box to fit the inset's frame to, so that most of the room left over beside it is where its small
 * countries need it for their names. */
Box inset_fit(Page *page, const Story *story, const Group *group, Frame *frame, Box box);
/* ---- inset_marks.c */

/* The region's name in capitals, or NULL where the group belongs to no one region. */
const char *inset_title(Page *page, const Story *story, const Group *group);
/* Draws it in the corner with least of the story; the box it takes, empty for none. */
Box inset_draw_title(Page *page, const Panel *inset);
/* The outline of an inset as it lies on the main map. */
void inset_outline(const Panel *main, const Panel *inset, Outline *outline);
/* The same to show on it where the inset belongs; nothing where that cannot be shown. */
void inset_locator(const Panel *main, const Panel *inset, Outline *outline);
/* Adds the leader from that outline to the inset's frame. */
void inset_leader(const Page *page, const Panel *main, const Panel *inset, Outline *line);
/* Draws that outline and the leader to the inset's frame. */
void inset_draw_locator(Page *page, const Panel *main, const Panel *inset);

#endif
