/*
 * One map on the page: a projection, a box, and the countries as outlines in it. The main map is a panel,
 * every inset is another.
 */
#ifndef MAP_PANEL_H
#define MAP_PANEL_H

#include "raster.h"
#include "story.h"

/* A country in a panel. The outlines are the arena's to keep but plain memory: panel_free gives them back. */
typedef struct Shape {
    Outline part;  /* what carries the country's look */
    Outline rest;  /* overseas parts and specks that stay land */
    double area;   /* of part, square page units */
    double share;  /* of the country's main part that is inside the panel */
    bool circle;   /* too small to see: drawn as a circle at center */
    double radius; /* of the circle */
    Point center;  /* where a label, a leader or a circle belongs: the inner point of the largest piece */
    double depth;  /* distance from center to the edge */
    bool visible;
} Shape;

typedef struct Panel {
    const char *id;    /* "map", "inset-1" */
    const char *title; /* of an inset, or NULL */
    Box box;           /* what the panel may cover */
    bool framed;       /* sea, frame and clip: insets and regions; a world map stands free on the page */
    Projector *projector;
    bool region;   /* framed, and has the page to itself */
    double type;   /* factor on the type of names */
    double lines;  /* factor on lines and hatches */
    Detail detail; /* how much of it is left out: more where nothing of it can be seen */
    Shape *shapes; /* one for each country of the atlas */
    size_t shape_count;
    Outline lakes;       /* those large enough to read as water */
    Raster *raster;      /* who covers what */
    bool *marked;        /* by country: has a part in the story */
    bool *elsewhere;     /* by country: labelled in another panel */
    bool host_elsewhere; /* the host's city is marked in another panel */
} Panel;

/* Projects every country. panel->box, framed and projector are set; the rest is filled in. */
void panel_fill(Page *page, Panel *panel, const Story *story, const Atlas *atlas);
void panel_free(Panel *panel);
/* Empties it but keeps its projector for another try at another size. */
void panel_clear(Panel *panel);
/* Whether the host's city is to be marked here, and where. */
bool panel_host(const Panel *panel, const Story *story, Point *point);
/* Adds everything that is land to outline, pieces under smallest square page units left out. */
void panel_land(const Panel *panel, const Atlas *atlas, double smallest, Outline *outline);
#endif
