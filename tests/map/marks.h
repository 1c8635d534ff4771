/*
 * The marks of a page sorted by what they are to a reader: texts, symbols, leaders, countries, frames. Found
 * by the kinds and ids of their groups.
 */
#ifndef TESTS_MAP_MARKS_H
#define TESTS_MAP_MARKS_H

#include "base/memory.h"
#include "scene.h"

/* A text, a pill, a circle, a swatch; radius > 0 for round ones. owner and panel are ids of groups. */
typedef struct Thing {
    Box box;
    Point center;
    double radius;
    const char *owner, *panel, *what;
} Thing;

typedef struct Leader {
    Point from, to;
    double size; /* of the type */
    const char *owner, *panel;
} Leader;

/* A country of the story as it is shaded in a panel. */
typedef struct Patch {
    const char *country, *panel;
    const Outline *outline;
    Box frame; /* what the panel may cover; the page for one without a frame */
} Patch;

typedef struct Frame {
    const char *panel;
    Box box;
} FrameBox;

typedef struct Marks {
    ARRAY(Thing) texts;
    ARRAY(Thing) symbols;
    ARRAY(Leader) leaders;
    ARRAY(Leader) locators;   /* the segments of the locators */
    ARRAY(Leader) connectors; /* those of the arrows from who strikes */
    ARRAY(Patch) patches;
    ARRAY(FrameBox) frames;
    bool has_labels;           /* thumbnails have none */
    ARRAY(const char *) named; /* codes of the countries that have a label */
} Marks;

void marks_collect(const Scene *scene, Marks *marks);
void marks_free(Marks *marks);

#endif
