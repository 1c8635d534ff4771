/* Inside the loader: its state, faults at a key's place, and one function a kind of value. For load.c,
 * values.c and show.c. */
#ifndef STYLE_LOADER_H
#define STYLE_LOADER_H

#include "chain.h"
#include "faults.h"
#include "fields.h"
#include "palettes.h"
#include "style.h"

enum { PATH_SIZE = 160 };

/* Where a value of the finished style came from. */
typedef struct Origin {
    const char *path;
    const char *word; /* the colour's name, where it was given by one; else NULL */
    int file, line;
} Origin;

typedef ARRAY(Origin) Origins;

typedef struct Loader {
    Style *style;
    StyleFolders folders;
    StyleChain chain;
    int file; /* of the chain, being applied */
    Palettes palettes;
    Faults faults;
    bool keeps_origins;
    Origins origins;
} Loader;

/* Opens the files that options ask for and applies them; the style is the loader's, complete where this
 * returns true. */
bool loader_run(Loader *loader, const dateline_style_options *options, dateline_error *error);
void loader_close(Loader *loader);

/* "parent.key" */
const char *path_child(char path[PATH_SIZE], const char *parent, const char *key);
/* Notes a fault at a path of the file being applied. */
void loader_fault(Loader *loader, const char *path, bool key, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same, with " would be right" after what is wanted. */
void loader_wants(Loader *loader, const char *path, const char *wanted);

/* values.c: reads the value of a field that has no fields of its own into to; what is wrong is a fault.
 * Returns the name of a colour that was given by one, else NULL. */
const char *load_leaf(Loader *loader, const json_t *value, const char *path, const Field *field, void *to);
void load_colour(Loader *loader, const json_t *value, const char *path, Colour *to);
/* A colour written out, or one of a palette; false for all else, and for names. */
bool load_plain_colour(Loader *loader, const json_t *value, Colour *to);

#endif
