/* See error.h. */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void copy_text(char *to, size_t size, const char *from) {
    snprintf(to, size, "%s", from ? from : "");
}

bool error_set(dateline_error *error, dateline_status status, Place place, const char *format, ...) {
    if (!error || error->status != DATELINE_OK) return false;
    error->status = status;
    error->line = place.line;
    error->column = place.column;
    copy_text(error->source, sizeof error->source, place.source);
    copy_text(error->path, sizeof error->path, place.path);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return false;
}

/* strerror follows the locale, and messages must not: the common reasons are named here. */
static const char *reason_of(int number) {
    const char *name = strerrorname_np(number);
    const char *text = strerrordesc_np(number);
    return text ? text : name ? name : "unknown reason";
}

bool error_system(dateline_error *error, const char *source, const char *message, int number) {
    return error_set(error, DATELINE_SYSTEM, (Place){.source = source}, "%s: %s", message, reason_of(number));
}

char *dateline_error_text(const dateline_error *error, char *text, size_t size) {
    char place[320] = "";
    if (error->source[0] && error->line > 0)
        snprintf(place, sizeof place, "%s:%d:%d: ", error->source, error->line, error->column);
    else if (error->source[0])
        snprintf(place, sizeof place, "%s: ", error->source);
    snprintf(text, size, "%s%s%s%s", place, error->path, error->path[0] ? ": " : "", error->message);
    return text;
}
