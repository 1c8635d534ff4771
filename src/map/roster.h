/* Who is in each class, by name, under the map: what print without colour, or a map of very many, has to say
 * in letters. Knows the story's classes and no map. */
#ifndef MAP_ROSTER_H
#define MAP_ROSTER_H

#include "story.h"

typedef struct RosterEntry {
    Lines heading, names;
    Point at; /* baseline of the first line */
} RosterEntry;

/* Empty where the style wants none or there is no room. */
typedef struct Roster {
    RosterEntry *entries;
    size_t count;
    double left, right, rule; /* the line above it */
    bool left_out;            /* for want of room */
} Roster;

/* Between left and right, its last line at bottom; at most the style's share of the page is taken. */
Roster roster_measure(Page *page, const Story *story, double left, double right, double bottom);
void roster_draw(Page *page, const Roster *roster);

#endif
