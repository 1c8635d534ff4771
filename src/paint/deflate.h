/*
 * Tokens, which are bytes and copies of what came before, as blocks of a deflate stream (RFC 1951), each with
 * codes of its own. Knows nothing of how copies are found.
 */
#ifndef PAINT_DEFLATE_H
#define PAINT_DEFLATE_H

#include "../base/memory.h"

#include <stdbool.h>
#include <stdint.h>

enum { DEFLATE_LEAST = 3, DEFLATE_LONGEST = 258, DEFLATE_FARTHEST = 32768 };

/* A byte, or a length (3 to 258) and a distance (1 to 32768). */
typedef struct Token {
    uint16_t length; /* 0 for a byte */
    uint16_t value;  /* the byte, or the distance less one */
} Token;

typedef struct Stream {
    uint8_t *bytes;
    size_t size, capacity;
} Stream;

/* Adds whole bytes, beginning with a new one: a block of the tokens and, unless it is the last of all, an
 * empty one that ends with a byte. */
void deflate_add(Stream *stream, const Token *tokens, size_t count, bool last);

/* What a distance takes beside its code, in bits. */
static inline int deflate_distance_bits(unsigned distance) {
    return distance <= 4 ? 0 : 30 - __builtin_clz(distance - 1);
}

#endif
