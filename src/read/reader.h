/* An article read through, before it is put into facts: what reader.c and explain.c share. */
#ifndef READ_READER_H
#define READ_READER_H

#include "../facts.h"
#include "article.h"
#include "roles.h"

typedef struct Reading {
    Arena *arena;
    Article article;
    Passage passage;
    Roles roles;
} Reading;

/* Reads everything; on failure reading holds nothing. */
bool reading_open(Reading *reading, const dateline_words *words, const char *bytes, size_t size,
                  const dateline_read_options *options, dateline_error *error);
/* The facts of a reading, the caller's; NULL with an error for a table that is at fault. */
Facts *reading_facts(Reading *reading, dateline_error *error);
void reading_close(Reading *reading);

#endif
