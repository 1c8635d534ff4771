/* Colours of published palettes by name: "okabe-ito.vermillion", "brewer.blues-5.3". Knows no style. */
#ifndef STYLE_PALETTES_H
#define STYLE_PALETTES_H

#include "../base/files.h"
#include "../base/json.h"
#include "../ink/ink.h"

typedef struct Palettes {
    Bytes bytes;
    Json json;
    bool was_opened; /* they are read when a style first names one */
} Palettes;

/* A colour by its name, such as okabe-ito.vermillion, or by its number from 1 on, such as brewer.blues-5.3.
 */
bool palettes_colour(Palettes *palettes, const char *name, Colour *colour);
/* All colours of a palette such as brewer.blues-5, at most most of them; how many, and 0 for no such palette.
 */
int palettes_list(Palettes *palettes, const char *name, Colour *colours, int most);
/* "; did you mean X?" for a word that looks like a palette's, else "". For the caller to free(). */
char *palettes_advice(Palettes *palettes, const char *name);
void palettes_close(Palettes *palettes);

#endif
