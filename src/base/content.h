/*
 * Whether files are still what they were: a hash of what is in them, for telling a packed file that fits
 * from a stale one. It finds changes, not forgeries; SHA-256 would take longer than reading the shapes.
 */
#ifndef BASE_CONTENT_H
#define BASE_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Content {
    uint64_t lanes[4];
} Content;

typedef struct ContentKey {
    uint64_t words[2];
} ContentKey;

Content content_begin(void);
void content_add(Content *content, const void *bytes, size_t size);
/* The whole file; false if it cannot be read. */
bool content_add_file(Content *content, const char *path);
ContentKey content_key(const Content *content);

#endif
