/* How a fault is told: the first one wins, as a sentence that says what would be right. Knows no room's
 * meaning. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "../dateline.h"

/* Where a fault lies. line and column are 0, and source and path NULL, where there is no such place. */
typedef struct Place {
    const char *source;
    const char *path;
    int line;
    int column;
} Place;

/* Fills error unless it is NULL or already holds one. Always returns false, so that `return error_set(...)`
 * reads well. */
bool error_set(dateline_error *error, dateline_status status, Place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same for a failed system call on source: message says what failed, the reason comes from number (an
 * errno). */
bool error_system(dateline_error *error, const char *source, const char *message, int number);

#endif
