/* The articles of a batch, one after another: files, the files of folders, lines of NDJSON. Holds one at a
 * time. */
#ifndef PROGRAM_BATCH_INPUT_H
#define PROGRAM_BATCH_INPUT_H

#include "request.h"

#include <dirent.h>
#include <stdio.h>

typedef struct Job {
    char *line;          /* owns what else points into it */
    const char *id;      /* the output's name without suffix */
    const char *path;    /* of the article, or NULL */
    const char *text;    /* the article itself, or NULL */
    const char *problem; /* what is wrong with the line, or NULL */
    const char *language;
    dateline_map_options map; /* the request's, with the line's own */
} Job;

typedef struct BatchInput {
    const Request *request;
    size_t next;     /* of the request's inputs */
    DIR *folder;     /* being walked, or NULL */
    bool from_lines; /* of standard input */
    size_t line_number;
} BatchInput;

/* False at the end. The job is the caller's, for job_free. */
bool batch_input_next(BatchInput *input, Job *job);
void job_free(Job *job);
/* How many there are, or 0 where that is not known. */
size_t batch_input_count(const Request *request);

#endif
