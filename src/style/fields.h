/* The table of everything a style can say: its key, its kind, its range, and where the value goes. Drives the
 * loader. */
#ifndef STYLE_FIELDS_H
#define STYLE_FIELDS_H

#include <stddef.h>

typedef enum FieldKind {
    FIELD_NUMBER,
    FIELD_COLOUR,
    FIELD_STRING,
    FIELD_BOOL,
    FIELD_CHOICE,  /* one of the words in choices, stored as its index in an int */
    FIELD_DASH,    /* two numbers */
    FIELD_HATCH,   /* the hatch of a Fill: an object, or null for none */
    FIELD_FILL,    /* a Fill: an object, or a colour for one without a hatch */
    FIELD_GROUP,   /* an object with fields of its own */
    FIELD_ROLES,   /* an object of role looks, keyed by role names joined with '+' */
    FIELD_COLOURS, /* an object of named colours */
    FIELD_RAMP,    /* a ColourRamp: the name of a palette, a list of colours, or null for none */
    FIELD_BREAKS,  /* NumberBreaks: a list of rising numbers */
    FIELD_LAYERS   /* LayerOrder: a list of words out of choices, each once */
} FieldKind;

typedef struct Field {
    const char *key;
    FieldKind kind;
    size_t offset;
    double least, most;
    const struct Field *fields; /* of a group; ends with a NULL key */
    const char *choices;        /* "px mm in" */
    const char *about;          /* what the key is for, as the schema and styles/README.md tell it */
} Field;

/* Tables end with a NULL key: of a whole style, of one role's look, of the page's words, of the words
 * beside it. */
extern const Field style_fields[];
extern const Field role_fields[];
extern const Field words_fields[];
extern const Field beside_fields[];

#endif
