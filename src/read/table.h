/*
 * A table instead of an article: CSV or JSON with a column "country" and a column "role" or "value". Names
 * are matched by the same names as in articles, but only whole cells count.
 */
#ifndef READ_TABLE_H
#define READ_TABLE_H

#include "../facts.h"
#include "article.h"
#include "words.h"

/* Whether the text is such a table: the first line of a CSV names the columns, JSON is a list of objects with
 * "country". */
bool table_recognise(const char *text, size_t size);
/* The language that knows most of its countries; NULL with an error where words cannot be loaded. */
const Language *table_language(const dateline_words *words, const char *text, size_t size,
                               dateline_error *error);
/* Reads it into facts, which carry no strikes and no title. False with an error that has the line of what is
 * wrong. */
bool table_read(Facts *facts, const Language *language, const char *text, size_t size, const char *name,
                dateline_error *error);

/* table_names.c: the country of a cell, or -1; "Korea, Republic of" too, and codes. The name nearest to a
 * mistyped one, as the arena's; NULL when none is near. */
int match_country(const Language *language, const char *text);
const char *nearest_country(const Language *language, const char *text, Arena *arena);

#endif
