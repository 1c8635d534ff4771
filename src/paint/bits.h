/* Bits as deflate packs them, the lowest of a byte first. Knows no codes. */
#ifndef PAINT_BITS_H
#define PAINT_BITS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The buffer is the caller's, and has room for all that is put and 8 bytes more. */
typedef struct Bits {
    uint8_t *bytes;
    size_t size;
    uint64_t waiting; /* fewer than 8 bits between calls */
    int count;
} Bits;

/* At most 56 bits at once. */
static inline void bits_put(Bits *bits, uint64_t value, int count) {
    bits->waiting |= value << bits->count;
    bits->count += count;
    for (int i = 0; i < 8; i++) bits->bytes[bits->size + (size_t)i] = (uint8_t)(bits->waiting >> (8 * i));
    bits->size += (size_t)bits->count >> 3;
    bits->waiting = bits->count >= 64 ? 0 : bits->waiting >> (bits->count & ~7);
    bits->count &= 7;
}

/* Up to the next whole byte. */
static inline void bits_align(Bits *bits) {
    if (bits->count) bits_put(bits, 0, 8 - bits->count);
}

#endif
