/*
 * For tests: a folder that goes away again, files in it, and what cmocka wants to have been included before
 * it. Knows nothing of what is tested.
 */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

/* A cmocka setup and teardown: *state is the path of a new folder, removed with all that is in it. */
int scratch_make(void **state);
int scratch_remove(void **state);

/* The path of name in folder; the caller frees it. */
char *scratch_path(const char *folder, const char *name);
/* Writes a file and returns its path; the caller frees it. */
char *scratch_file(const char *folder, const char *name, const char *text);
/* How many entries folder has. */
int scratch_count(const char *folder);

#endif
