/* Addresses of the web inside a line of text, which formats that can make links of. */
#ifndef PAINT_LINK_H
#define PAINT_LINK_H

#include <stdbool.h>
#include <stddef.h>

/* The first http: or https: address of a text: where it starts and how long it is, without the full stop that
 * ends a sentence. No other scheme is ever found. */
bool link_find(const char *text, size_t *start, size_t *size);

#endif
