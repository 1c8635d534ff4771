/*
 * The font files that a list such as styles/fonts.jsonc names, opened when their first letter is wanted; no
 * other font of the machine gets in. Knows neither sizes nor lines of text. For one thread at a time.
 */
#ifndef INK_FACES_H
#define INK_FACES_H

#include "../base/error.h"
#include "../geo/outline.h"
#include "ink.h"

#include <hb.h>

/* One file, opened. */
typedef struct Face {
    const char *path;
    hb_face_t *face;                              /* NULL until it is opened */
    hb_font_t *font;                              /* in the face's own units */
    double em;                                    /* of those units */
    double ascent, descent, x_height, cap_height; /* in ems */
    Outline **shapes; /* by glyph, in ems, y down; NULL for what has not been asked for */
    unsigned shape_count;
} Face;

typedef struct Faces Faces;

/* A list of fonts, as JSON with comments. The first family is what stands in for any that is not there: that
 * it is not installed is an error. */
Faces *faces_load(const char *path, dateline_error *error);
void faces_free(Faces *faces);

bool faces_has_family(const Faces *faces, const char *family);
/* The face of a family, in the nearest style that it has; the first family's for a family that is not there.
 */
Face *faces_find(Faces *faces, const char *family, FontWeight weight, bool italic);
/* The first of those that stand in which has a letter, or NULL. */
Face *faces_standing_in(Faces *faces, hb_codepoint_t letter, FontWeight weight, bool italic);
bool face_has(const Face *face, hb_codepoint_t letter);
/* The outline of a glyph with its origin at 0,0; borrowed. */
const Outline *face_shape(Face *face, hb_codepoint_t glyph);

#endif
