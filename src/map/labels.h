/*
 * Names on a panel: each gets candidates (inside, beside, with a leader), and the cheapest set that fits
 * together is drawn. What finds no place becomes a note; nothing is ever printed over something else.
 */
#ifndef MAP_LABELS_H
#define MAP_LABELS_H

#include "panel.h"

/* How the letters are set: in one line or two, in the label's size or a smaller one. */
typedef struct Setting {
    bool two_lines;
    double scale;
} Setting;

/* One way to set a label: the text, perhaps a pill with its own place, perhaps a leader to either. */
typedef struct Candidate {
    Box text, pill; /* pill is empty where there is none */
    bool inside;    /* the text stands on its own fill */
    bool overhangs; /* though not with every letter */
    Setting setting;
    bool leader, pill_leader;
    Point from, to, pill_from, pill_to;
    double cost;
    Box reach; /* around all of it */
} Candidate;

typedef ARRAY(Candidate) Candidates;

typedef struct Label {
    const char *id;
    const char *text;
    const char *lines[2]; /* the text in two, where it has a space; else NULL */
    const TypeStyle *type;
    Font font;
    int own;           /* the country, as an index of the panel; for a city that it lies in, or -1 */
    const Cast *cast;  /* NULL for cities and neighbours */
    const Cast *under; /* whose fill the name stands on when it stands inside; NULL for plain land */
    bool is_city, is_sea;
    const char *pill; /* or NULL */
    double pill_scale, pill_width, pill_height;
    Point anchor;  /* what is named */
    double radius; /* of the symbol at the anchor, kept free */
    double depth;  /* from the anchor to the country's edge; of a sea, how far from there it may stand */
    double weight; /* what leaving it out costs */
    Tally ground;  /* the cells of its country */
    bool inside_only;
    bool has_dot;                         /* a leader ends in a dot; not on a symbol */
    double line_widths[2], width, height; /* of one line and of both lines */
    Candidates candidates;
    int placed; /* index of the candidate, -1 for none */
} Label;

/* A box that names and leaders keep off, but for the label whose symbol it is. */
typedef struct Obstacle {
    Box box;
    const Label *owner; /* or NULL */
} Obstacle;

/* What the labels of one panel keep clear of. */
typedef struct Obstacles {
    Box bounds;
    ARRAY(Obstacle) boxes;
    ARRAY(Point) lines; /* pairs: segments that text keeps off */
} Obstacles;

typedef struct LabelSet {
    const Panel *panel;
    bool *struck;                 /* by country: carries a hatch of its own */
    Tally nothing, marked, lines; /* of the panel's raster: free of land, of the story, under a line */
    Obstacles obstacles;
    bool crowded;   /* so many names that long leaders would cover the map */
    double longest; /* of a leader, page units */
    ARRAY(Label) items;
} LabelSet;

/* Chooses, places and draws the names of a panel. */
void labels_draw(Page *page, const Panel *panel, const Story *story, const Atlas *atlas, const Box *kept_free,
                 size_t kept_free_count, const Point *lines, size_t line_count);

/* A label of a text, measured; weight is what leaving it out costs. */
Label label_new(Page *page, const TypeStyle *type, const char *text, Point anchor, double weight);

/* label_marks.c: puts the labels that have a place on the scene, leaders first. */
void labels_mark(Page *page, const LabelSet *set, const Story *story);

/* connectors.c: curves from who strikes to what is struck, where the style asks for them; they pause under
 * what has been placed. */
void connectors_draw(Page *page, const LabelSet *set, const Story *story);

/* strike_places.c: the places of strikes that the panel shows, as labels, and their signs. */
void places_add(Page *page, LabelSet *set, const Story *story);
void places_mark(Page *page, const LabelSet *set, const Story *story);
/* Whether the panel has a sign for a place, and where; the sign's radius. */
bool place_shown(const Panel *panel, const StoryPlace *place, Point *at);
double place_radius(const Page *page);

/* capitals.c: sets and marks the capitals that the article names, where all that is placed leaves room. */
void capitals_add(Page *page, LabelSet *set, const Story *story);

/* segments.c */
bool segment_meets_box(Point a, Point b, Box box);
bool segments_cross(Point a, Point b, Point c, Point d);
double segment_distance(Point a, Point b, Point point);

/* candidates.c: fills label->candidates, the cheapest first, at most a few dozen. Touches nothing but the
 * label, so that several threads may do so for different ones. */
void label_find_candidates(const Page *page, const LabelSet *set, Label *label);
/* Adds candidates for a label that has found no place: on somebody else's fill, in two lines. */
void label_find_resort(const Page *page, const LabelSet *set, Label *label);
/* The label with its text at the end of a leader; false where something is in the way. */
bool label_set_leader(const Page *page, const LabelSet *set, Label *label, Point end, bool on_right,
                      Candidate *candidate);
/* solve.c: sets reach, which the next asks first. */
void candidate_set_reach(Candidate *candidate);
/* solve.c: whether two labels cannot stand together. */
bool candidates_collide(const Candidate *a, const Candidate *b, double s);
/* columns.c: sets neighbouring leadered labels under one another, left edge to left edge. */
void labels_align(Page *page, LabelSet *set);
/* solve.c: neighbours' names move out of the way of everybody else's. */
void labels_yield(Page *page, LabelSet *set);
/* solve.c: sets placed of every label. */
void labels_solve(Page *page, LabelSet *set);

#endif
