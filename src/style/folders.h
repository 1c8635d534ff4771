/* Where styles lie that are called by name, and which there are. Knows no field of a style. */
#ifndef STYLE_FOLDERS_H
#define STYLE_FOLDERS_H

#include <stdbool.h>

enum { MOST_STYLE_FOLDERS = 3 };

typedef struct StyleFolders {
    char *paths[MOST_STYLE_FOLDERS]; /* the first that has a style wins; the last holds the root, "default" */
    int count;
} StyleFolders;

/* folder alone; for NULL ./styles, $XDG_CONFIG_HOME/dateline/styles (or ~/.config) and the installed one. */
void folders_open(StyleFolders *folders, const char *folder);
void folders_close(StyleFolders *folders);

/* Whether a word names a style in a folder; anything with a slash, or that ends in .json, is a file. */
bool is_style_name(const char *word);
/* A path in folder index, for the caller to free(). */
char *folders_path(const StyleFolders *folders, int index, const char *name);
/* The names in all folders, in the order of bytes, each once; a NULL ends the list. The caller gives it to
 * names_free. */
char **folders_names(const StyleFolders *folders);
void names_free(char **names);
/* "; did you mean X?" or the list of all the names, for the caller to free(). */
char *folders_advice(const StyleFolders *folders, const char *name);

#endif
