/* See error.h. */
#include "error.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Messages repeat names and keys from hostile input: what a terminal would obey, and what is not UTF-8,
 * becomes
 * '?'. A letter that was cut in two at the end is dropped. */
static void clean(char *text, bool was_cut) {
    size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        size_t start = at;
        int32_t letter = utf8_next(text, size, &at);
        bool control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
        if (letter < 0 && was_cut && start + 4 > size) {
            text[start] = 0;
            return;
        }
        if (control) memset(text + start, '?', at - start);
    }
}

static void copy_text(char *to, size_t size, const char *from) {
    int length = snprintf(to, size, "%s", from ? from : "");
    clean(to, length < 0 || (size_t)length >= size);
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
    int length = vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    clean(error->message, length < 0 || (size_t)length >= sizeof error->message);
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
