/*
 * What the command line asked for, and the commands that do it. The program's own files include dateline.h
 * and nothing else of the project, so that whatever the program can do, a caller of the library can do as
 * well.
 */
#ifndef PROGRAM_REQUEST_H
#define PROGRAM_REQUEST_H

#include "style.h"
#include "timing.h"

enum { MOST_OUTPUTS = 16 };

typedef struct Request {
    const char *command;
    const char *input;
    const char *outputs[MOST_OUTPUTS];
    size_t output_count;
    char *const *inputs; /* of batch */
    size_t input_count;
    const char *folder; /* --out */
    double jobs;        /* 0: as many as cores */
    const char *words;
    StyleRequest style;
    const char *as, *format, *placing; /* of describe and embed */
    bool quiet, explain, timed;
    Timing *timing; /* NULL unless timed */
    dateline_read_options reading;
    dateline_atlas_options atlas;
    dateline_map_options map;
} Request;

/* Each of these returns an exit status, and has told on standard error what went wrong. */
int wrong_usage(const char *problem, const char *what);
int failed(const dateline_error *error);
int help(const char *name);
int run(Request *request);

bool is_command(const char *name);

/* Steps that commands share. NULL or false with an error. */
dateline_facts *facts_of_input(Request *request, dateline_error *error);
/* The input's facts, the caller's also where the scene is NULL, and the page made of them. */
dateline_scene *compose_input(Request *request, dateline_facts **facts, dateline_error *error);
void print_notes(const Request *request, const dateline_facts *facts, const dateline_scene *scene);

/* Draws many articles in one run; see batch.c. */
int batch(Request *request);

/* Of documents: the command, and whether an output of a drawing is a page of HTML rather than a picture. */
int embed(Request *request);
bool is_page(const Request *request, const char *path);
bool write_page(const Request *request, const dateline_facts *facts, const dateline_scene *scene,
                const char *path, dateline_error *error);

#endif
