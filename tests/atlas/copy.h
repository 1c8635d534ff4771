/* A copy of the invented world in a temporary folder, for tests that damage it. */
#ifndef TESTS_ATLAS_COPY_H
#define TESTS_ATLAS_COPY_H

#include "base/files.h"

#include <stddef.h>

/* cmocka's setup and teardown: *state is the folder's path. */
int copy_make(void **state);
int copy_remove(void **state);

/* One file of the copy, whole; the caller frees the bytes. */
Bytes copy_read(const char *folder, const char *name);
void copy_write(const char *folder, const char *name, const void *bytes, size_t size);
void copy_delete(const char *folder, const char *name);

/* Loads the folder, which must fail, and compares the message. where is left out before the file's name. */
void copy_expect(const char *folder, const char *message);

#endif
