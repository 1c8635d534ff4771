/*
 * What the search for a name's place asks of the ground: is a box free, what does it cover, what does a line
 * cross. Shared by candidates.c and leaders.c alone.
 */
#ifndef MAP_SEARCH_H
#define MAP_SEARCH_H

#include "labels.h"

enum { DIRECTIONS = 32 };

typedef struct Search {
    const Page *page;
    const LabelSet *set;
    Label *label;
    double s;
    double pill_width, pill_height;
    Point dot; /* where a leader to the middle of the country ends */
    bool has_dot;
    bool on_fills; /* a last resort: a leadered name may stand on another fill */
} Search;

double setting_width(const Label *label, Setting setting);
double setting_height(const Label *label, Setting setting);
/* What the style charges: for smaller type and two lines, and for land and edges under a text. */
double setting_cost(const Search *search, Setting setting);

Box search_box(Point center, double width, double height);
/* The country at a point, or RASTER_NOTHING: asked first, since it is the cheapest. */
int search_at(const Search *search, Point at);
/* Within the bounds, on no obstacle, under no line. */
bool search_is_free(const Search *search, Box box);
Cover search_cover(const Search *search, Box box);
double search_land_cost(const Search *search, Cover cover);
const LabelStyle *search_costs(const Search *search);
/* How many coasts and borders a text lies across. */
int search_edges(const Search *search, Box box);
/* How much of a line runs over other countries of the story, in multiples of s, and one for each that it
 * enters. */
double search_crossing(const Search *search, Point from, Point to);
/* How much of somebody else's land lies between a box and the anchor, in multiples of s. */
double search_land_between(const Search *search, Box box);
bool search_line_is_free(const Search *search, Point from, Point to);
/* The free place for a leader's dot that is nearest to the anchor; false where there is none near. */
bool search_free_dot(const Search *search, Point *at);
/* Where a line from outside enters the country, and inward further on; the dot's place where that is nearer,
 * or no good. */
Point search_entry(const Search *search, Point from, double inward);
/* Text and, to its right or left or below it, the pill: one block outside the country; false where the pill
 * has no room.
 */
bool search_set_block(const Search *search, Box text, bool pill_on_right, Candidate *candidate);
void search_add(Search *search, Candidate candidate);

/* candidates.c */
void find_inside(Search *search, Setting setting);
/* leaders.c */
bool set_leader(const Search *search, Point end, bool on_right, Setting setting, Candidate *candidate);
void find_leaders(Search *search, Setting setting);
/* The name inside and the pill outside on a leader of its own: where a name fits and the pill does not. */
void find_split(Search *search);

#endif
