/* Painters: a scene in, bytes out. They know marks, never countries, styles or facts. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "../scene.h"

typedef struct Sink {
    dateline_write write;
    void *context;
} Sink;

typedef struct Painter {
    const char *name; /* and suffix */
    bool (*paint)(const Scene *scene, Sink sink, dateline_error *error);
} Painter;

/* By name, or NULL. */
const Painter *painter_find(const char *name);
const Painter *painter_table(size_t *count);

#endif
