/*
 * The files a style is made of: itself, the style it extends, and so on to the folder's "default". Knows no
 * field but "extends".
 */
#ifndef STYLE_CHAIN_H
#define STYLE_CHAIN_H

#include "../base/files.h"
#include "../base/json.h"

enum { MOST_STYLE_FILES = 16 };

typedef struct StyleFile {
    char *path; /* as messages name it */
    Bytes bytes;
    Json json;
} StyleFile;

typedef struct StyleChain {
    const char *folder; /* borrowed; of the styles that are called by name */
    StyleFile files[MOST_STYLE_FILES];
    int count; /* the style first, its parents after it, "default" last */
} StyleChain;

/*
 * Opens the style called name and what it extends. What has a slash or ends in .json is a file: name's from
 * where the program runs, a parent's from beside the file that extends it. Anything else is a name in folder.
 * A style that extends nothing extends the folder's "default". False for what is missing or wrong, and for
 * styles that extend one another in a circle; chain_close is due either way.
 */
bool chain_open(StyleChain *chain, const char *folder, const char *name, dateline_error *error);
void chain_close(StyleChain *chain);

#endif
