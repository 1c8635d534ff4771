/* Which file of a folder is which. Knows Natural Earth's names of files, and nothing of what is in them. */
#ifndef ATLAS_SOURCES_H
#define ATLAS_SOURCES_H

#include "inside.h"

/* Opens the first of the names (up to NULL) that the folder has, in the atlas's own scale or else in the
 * nearest; NULL without an error if it has none. error must not be NULL. */
ShapeFile *source_open(const Atlas *atlas, const char *const *names, ShapeKind kind, dateline_error *error);

/* Whether the folder has the countries of a scale. */
bool source_has_scale(const char *folder, const char *scale);

/* A small file of text from the atlas's folder, or else from the installed shapes; NULL without an error if
 * neither has it. *path, in the atlas's arena, says which it is. The caller frees the text. */
char *source_text(const Atlas *atlas, const char *name, size_t *size, const char **path,
                  dateline_error *error);

#endif
