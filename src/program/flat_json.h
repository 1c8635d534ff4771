/* One line of NDJSON: an object whose values are strings. Knows no batch. */
#ifndef PROGRAM_FLAT_JSON_H
#define PROGRAM_FLAT_JSON_H

#include <stdbool.h>
#include <stdio.h>

/* Takes a key and its value, decoded in place; returns NULL, or what is wrong with them. */
typedef const char *(*FlatTake)(void *context, const char *key, char *value);

/* Decodes line in place and gives each pair to take. Returns NULL, or what is wrong. */
const char *flat_json_read(char *line, FlatTake take, void *context);
/* Writes text as a JSON string; bytes that are not UTF-8 become U+FFFD. */
void flat_json_write(FILE *file, const char *text);

#endif
