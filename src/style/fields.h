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
    FIELD_CHOICE, /* one of the words in choices, stored as its index in an int */
    FIELD_DASH,   /* two numbers */
    FIELD_FILL,   /* the hatch of a Fill: an object, or null for none */
    FIELD_GROUP,  /* an object with fields of its own */
    FIELD_ROLES,  /* an object of role looks, keyed by role names joined with '+' */
    FIELD_COLOURS /* an object of named colours */
} FieldKind;

typedef struct Field {
    const char *key;
    FieldKind kind;
    size_t offset;
    double least, most;
    const struct Field *fields; /* of a group; ends with a NULL key */
    const char *choices;        /* "px mm in" */
} Field;

/* The fields of a whole style, ended by a NULL key; of one role's look. */
extern const Field style_fields[];
extern const Field role_fields[];

#endif
