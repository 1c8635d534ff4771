/*
 * What in rows of a flat picture has been there before. Such rows are runs of one value; where a run ends,
 * what follows tells the place, so only the ends of runs are looked up and not every byte, which takes a
 * third of the time that any bytes take.
 */
#ifndef PAINT_COPIES_H
#define PAINT_COPIES_H

#include "deflate.h"

typedef struct Tokens {
    Token *items;
    size_t count, capacity;
} Tokens;

/* Adds tokens for bytes[first] to bytes[end - 1]; what stands before them may be copied too. */
void copies_find(const uint8_t *bytes, size_t first, size_t end, size_t row, Tokens *tokens);

#endif
