/* See paint.h and dateline.h: the table of painters, and the way of their bytes into a file. */
#include "paint.h"

#include "../base/files.h"
#include "../base/text.h"

#include <string.h>
#include <strings.h>

static const Painter painters[] = {
    {"png", paint_png}, {"svg", paint_svg}, {"pdf", paint_pdf}, {"trace", paint_trace}};

enum { PAINTER_COUNT = sizeof painters / sizeof *painters };

const Painter *painter_table(size_t *count) {
    *count = PAINTER_COUNT;
    return painters;
}

const Painter *painter_find(const char *name) {
    for (size_t i = 0; i < PAINTER_COUNT; i++)
        if (strcasecmp(painters[i].name, name) == 0) return &painters[i];
    return NULL;
}

bool sink_write(Sink sink, const void *bytes, size_t size, dateline_error *error) {
    if (sink.write(sink.context, bytes, size)) return true;
    return error_set(error, DATELINE_SYSTEM, (Place){0},
                     "the picture could not be written: its receiver took no more");
}

static bool unknown_format(const char *source, const char *format, dateline_error *error) {
    const char *names[PAINTER_COUNT];
    for (size_t i = 0; i < PAINTER_COUNT; i++) names[i] = painters[i].name;
    const char *nearest = nearest_name(format, names, PAINTER_COUNT);
    return error_set(error, DATELINE_BAD_USAGE, (Place){.source = source},
                     "\"%.40s\" is no known format%s%s%s; known are png, svg, pdf and trace", format,
                     nearest ? " (did you mean " : "", nearest ? nearest : "", nearest ? "?)" : "");
}

bool dateline_paint(const dateline_scene *scene, const char *format, dateline_write write, void *context,
                    dateline_error *error) {
    const Painter *painter = painter_find(format);
    if (!painter) return unknown_format(NULL, format, error);
    return painter->paint(scene, (Sink){write, context}, error);
}

const char *dateline_format_of(const char *path, dateline_error *error) {
    const char *name = strrchr(path, '/');
    const char *suffix = strrchr(name ? name + 1 : path, '.');
    if (!suffix || !suffix[1]) {
        error_set(error, DATELINE_BAD_USAGE, (Place){.source = path},
                  "the name has no suffix to tell the format by; .png, .svg, .pdf or .trace would be right");
        return NULL;
    }
    const Painter *painter = painter_find(suffix + 1);
    if (!painter) unknown_format(path, suffix + 1, error);
    return painter ? painter->name : NULL;
}

typedef struct FileSink {
    Output *output;
    bool refused;
} FileSink;

static bool write_to_file(void *context, const void *bytes, size_t size) {
    FileSink *sink = context;
    if (!output_write(sink->output, bytes, size)) sink->refused = true;
    return !sink->refused;
}

/* Where writing failed, the file knows the reason better than the painter, and tells it as it is given up. */
bool dateline_paint_file(const dateline_scene *scene, const char *path, dateline_error *error) {
    const char *format = dateline_format_of(path, error);
    FileSink sink = {.output = format ? output_open(path, error) : NULL};
    if (!sink.output) return false;
    dateline_error fault = {0};
    if (dateline_paint(scene, format, write_to_file, &sink, &fault) || sink.refused)
        return output_commit(sink.output, error);
    output_abandon(sink.output);
    if (error && error->status == DATELINE_OK) *error = fault;
    return false;
}
