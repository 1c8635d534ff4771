/* See link.h. */
#include "link.h"

#include <string.h>

bool link_find(const char *text, size_t *start, size_t *size) {
    const char *at = text;
    while ((at = strstr(at, "http"))) {
        size_t scheme = !strncmp(at, "http://", 7) ? 7 : !strncmp(at, "https://", 8) ? 8 : 0;
        size_t length = strcspn(at, " \t\"<>");
        while (length && strchr(".,;:!?)", at[length - 1])) length--;
        *start = (size_t)(at - text);
        *size = length;
        if (scheme && length > scheme) return true;
        at++;
    }
    return false;
}
