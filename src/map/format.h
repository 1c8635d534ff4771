/* The formats of a page: by name, or as a width and a height with a unit. */
#ifndef MAP_FORMAT_H
#define MAP_FORMAT_H

#include "../base/error.h"
#include "../style/style.h"

/* "portrait", "a4-landscape", "1080x1350", "210x297mm", "8.5x11in" into the size of page; false with an error
 * that lists the names. */
bool format_parse(const char *text, PageStyle *page, dateline_error *error);

#endif
