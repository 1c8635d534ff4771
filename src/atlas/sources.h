/* Which file of a folder is which. Knows Natural Earth's names of files, and nothing of what is in them. */
#ifndef ATLAS_SOURCES_H
#define ATLAS_SOURCES_H

#include "inside.h"

/* The first three in the order of TableKind. */
typedef enum SourceKind {
    SOURCE_COUNTRIES,
    SOURCE_POINTS,
    SOURCE_UNITS,
    SOURCE_CITIES,
    SOURCE_LAKES,
    SOURCE_DISPUTED,
    SOURCE_COUNT
} SourceKind;

enum { SOURCE_PATH = 4096 };

/* The path, without suffix, of what the folder has of a kind, in the atlas's own scale or else in the
 * nearest; false if it has none. */
bool source_find(const Atlas *atlas, SourceKind kind, char stem[SOURCE_PATH]);
/* Opens it; NULL without an error if there is none. error must not be NULL. */
ShapeFile *source_open(const Atlas *atlas, SourceKind kind, dateline_error *error);

/* Whether the folder has the countries of a scale. */
bool source_has_scale(const char *folder, const char *scale);

/* Where a small file of text is: in the atlas's folder, or else among the installed shapes; NULL if in
 * neither. In the atlas's arena. */
const char *source_text_path(const Atlas *atlas, const char *name);
/* The text itself, for the caller to free; NULL without an error if there is none. */
char *source_text(const Atlas *atlas, const char *name, size_t *size, const char **path,
                  dateline_error *error);

#endif
