/* How a row of the table of fields is written, and the tables that others are made of. For fields*.c alone.
 */
#ifndef STYLE_FIELD_ROWS_H
#define STYLE_FIELD_ROWS_H

#include "fields.h"
#include "style.h"

#define END                                                                                                  \
    { .key = NULL }
#define NUMBER(Type, name, member, low, high, says)                                                          \
    {                                                                                                        \
        .key = name, .kind = FIELD_NUMBER, .offset = offsetof(Type, member), .least = (low), .most = (high), \
        .about = says                                                                                        \
    }
#define VALUE(Type, name, member, which, says)                                                               \
    { .key = name, .kind = which, .offset = offsetof(Type, member), .about = says }
#define COLOUR(Type, name, member, says) VALUE(Type, name, member, FIELD_COLOUR, says)
#define STRING(Type, name, member, says) VALUE(Type, name, member, FIELD_STRING, says)
#define BOOL(Type, name, member, says)   VALUE(Type, name, member, FIELD_BOOL, says)
#define CHOICE(Type, name, member, words, says)                                                              \
    { .key = name, .kind = FIELD_CHOICE, .offset = offsetof(Type, member), .choices = words, .about = says }
#define GROUP(Type, name, member, table, says)                                                               \
    { .key = name, .kind = FIELD_GROUP, .offset = offsetof(Type, member), .fields = table, .about = says }
#define FILL(Type, name, member, says)                                                                       \
    {                                                                                                        \
        .key = name, .kind = FIELD_FILL, .offset = offsetof(Type, member), .fields = fill_fields,            \
        .about = says                                                                                        \
    }

extern const Field caption_fields[], fill_fields[], globe_fields[], graticule_fields[], halo_fields[],
    host_fields[], connector_fields[], inset_fields[], label_fields[], layout_fields[], leader_fields[],
    legend_fields[], letter_fields[], map_fields[], page_fields[], pen_fields[], pill_fields[],
    roster_fields[], scale_bar_fields[], small_fields[], text_fields[], value_fields[];

#endif
