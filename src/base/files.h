/* Files: read whole within a size limit, written to a temporary and renamed. Knows no format. */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include "error.h"

typedef struct Bytes {
    char *bytes; /* from malloc, with a zero byte after the last */
    size_t size;
} Bytes;

/* Reads a regular file, or standard input for "-". Refuses folders, devices and pipes that exceed limit. */
bool file_read(const char *path, size_t limit, Bytes *bytes, dateline_error *error);

/* A regular file as memory that is only read, all of it there at once; NULL where it cannot be. */
const void *file_map(const char *path, size_t *size);
/* NULL is fine. */
void file_unmap(const void *memory, size_t size);

/* A file being written: everything goes to a temporary in the same folder until file_commit renames it. */
typedef struct Output Output;
Output *output_open(const char *path, dateline_error *error);
/* False once anything failed; the first failure is told by output_commit. */
bool output_write(Output *output, const void *bytes, size_t size);
/* Gives the file its name and frees output; on failure leaves nothing behind. */
bool output_commit(Output *output, dateline_error *error);
/* Removes the temporary and frees output. */
void output_abandon(Output *output);

/* The folder of the project's data named room ("shapes", "styles", "words"): the environment's DATELINE_DATA,
 * or beside the running program or above it, or the installed one. The caller frees it. */
char *data_folder(const char *room);

#endif
