/* Painters: a scene in, bytes out. They know marks, never countries, styles or facts. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "../base/error.h"
#include "../scene.h"

typedef struct Sink {
    dateline_write write;
    void *context;
} Sink;

/* Gives bytes to the sink; a refusal is told in error, once, and ends the painting. */
bool sink_write(Sink sink, const void *bytes, size_t size, dateline_error *error);

typedef struct Painter {
    const char *name; /* and suffix */
    bool (*paint)(const Scene *scene, Sink sink, dateline_error *error);
} Painter;

/* By name, or NULL. */
const Painter *painter_find(const char *name);
const Painter *painter_table(size_t *count);

bool paint_png(const Scene *scene, Sink sink, dateline_error *error);
bool paint_svg(const Scene *scene, Sink sink, dateline_error *error);
bool paint_pdf(const Scene *scene, Sink sink, dateline_error *error);
/* The scene as text, one mark a line, for tests and for the curious. */
bool paint_trace(const Scene *scene, Sink sink, dateline_error *error);

#endif
