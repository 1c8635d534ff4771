/*
 * JSON through jansson, with the position of every value: jansson tells where the syntax breaks, and this
 * file finds where a value stands, so that a wrong value is told as file:line:column too. The only file with
 * jansson's parser; other rooms walk json_t.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "error.h"

#include <jansson.h>

/* A parsed document together with its text. Initialise with {0}. */
typedef struct Json {
    json_t *root;
    const char *source; /* borrowed */
    const char *text;   /* borrowed */
    size_t size;
} Json;

enum {
    JSON_COMMENTS = 1
}; /* allow // and block comments, which are blanked out before parsing (positions stay) */

/* text and source must outlive json. Refuses duplicate keys, more than 2048 levels, NaN and comments without
 * an end; a byte order mark is skipped. */
bool json_open(Json *json, const char *text, size_t size, const char *source, int flags,
               dateline_error *error);
void json_close(Json *json);

/* The line and column where the value (or, with key true, the key) at a path such as `countries[3].roles[0]`
 * stands; of what is not there, the place of the last container on the way. Columns count letters. */
Place json_place(const Json *json, const char *path, bool key);

/* Fails at path of the document; always returns false. */
bool json_fail(const Json *json, const char *path, bool key, dateline_error *error, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* A string as JSON, with quotes, into text; invalid UTF-8 becomes U+FFFD. */
struct Text;
void json_quote(struct Text *text, const char *string);

#endif
