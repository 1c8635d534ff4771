/*
 * The files a style is made of: the folder's "default", what extends it, and so on to the style itself, then
 * further styles and single settings over it. Knows no field but "extends".
 */
#ifndef STYLE_CHAIN_H
#define STYLE_CHAIN_H

#include "../base/files.h"
#include "../base/json.h"
#include "folders.h"

enum { MOST_PARENTS = 15, MOST_STYLE_FILES = 256 };

typedef struct StyleFile {
    char *path; /* as messages name it */
    Bytes bytes;
    Json json;
    bool is_setting; /* one value from the command line; no lines to tell */
} StyleFile;

typedef struct StyleChain {
    const StyleFolders *folders;       /* borrowed */
    StyleFile files[MOST_STYLE_FILES]; /* in the order they apply: "default" first */
    int count;
} StyleChain;

/*
 * Opens the style called name and what it extends. What has a slash or ends in .json is a file: name's from
 * where the program runs, a parent's from beside the file that extends it. Anything else is a name in the
 * folders; a style may extend one of its own name in a later folder. A style that extends nothing extends
 * "default". Files that are open already are not opened again, so that a second style lies over the first.
 * False for what is missing or wrong, and for styles that extend one another in a circle; chain_close is due
 * either way.
 */
bool chain_add(StyleChain *chain, const char *name, dateline_error *error);
/* One value over all files: "roles.participant.fill=#1f6fb2". The value is JSON if it can be, else a string.
 */
bool chain_set(StyleChain *chain, const char *setting, dateline_error *error);
void chain_close(StyleChain *chain);

#endif
