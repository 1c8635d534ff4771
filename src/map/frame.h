/* Which part of the world a map shows, and by which projection. Knows no colour. */
#ifndef MAP_FRAME_H
#define MAP_FRAME_H

#include "panel.h"

/* What a map must hold, and the projector that shows it. */
typedef struct Frame {
    Projector *projector; /* the frame's until the panel takes it */
    LonLatArray points;   /* what must be inside */
    bool world;           /* the whole world: stands free on the page, without a frame */
    const char *reason;   /* why this frame and this projection, as a sentence; in the page's arena */
    bool sphere;          /* the outline of the world fills the box: a base map */
    double margin;        /* share of the box kept free on each side */
    Box drawn;            /* of the points as the projector shows them at MEASURED_SCALE about the origin, */
    size_t measured;      /* when there were so many of them but one; 0 where it is not yet */
    Box plane;            /* of the first so many points, on the plane of the projection */
    size_t planed;
} Frame;

/* The main map, after the options, then the style, then the story. False with an error for an unknown
 * projection, centre or frame. frame_free gives the points back. */
bool frame_choose(Page *page, const Story *story, const Atlas *atlas, const dateline_map_options *options,
                  Frame *frame, dateline_error *error);
/* A map of the main parts of some countries (indices into the atlas) with a margin around them. */
bool frame_around(const Atlas *atlas, const Story *story, const size_t *countries, size_t count,
                  double margin, Frame *frame, dateline_error *error);
/* Adds the part of a country that is nearer to the middle of the frame than its label; false where the scale
 * in target would fall below the least for it. */
bool frame_join(Frame *frame, const Atlas *atlas, const Country *country, Box target, double least);
/* The share of a country's main part that lies in a box, by its vertices. */
double frame_share_inside(const Frame *frame, const Atlas *atlas, const Country *country, Box box);
/* Scales and moves the projector so that everything is inside target. What the points take is measured once:
 * another scale only stretches it. */
void frame_fit(Frame *frame, Box target);
/* Where its points lie on the page since it was fitted. */
Box frame_extent(Frame *frame);
void frame_free(Frame *frame);

#endif
