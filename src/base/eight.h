/*
 * Eight bytes as one number, the first of them in its lowest byte whatever the machine, so that text can be
 * compared and searched eight letters at a time.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_ONES  0x0101010101010101u
#define EIGHT_HIGHS 0x8080808080808080u

static inline uint64_t eight_ordered(uint64_t eight) {
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? eight : __builtin_bswap64(eight);
}

static inline uint64_t eight_load(const void *bytes) {
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight_ordered(eight);
}

static inline void eight_store(void *bytes, uint64_t eight) {
    eight = eight_ordered(eight);
    memcpy(bytes, &eight, sizeof eight);
}

/* The first count (0 to 8) of them, zeros for the others. */
static inline uint64_t eight_first(uint64_t eight, size_t count) {
    return count >= 8 ? eight : eight & (((uint64_t)1 << 8 * count) - 1);
}

/* The high bit of the first of them that equals byte; those after it may be marked in vain. */
static inline uint64_t eight_find(uint64_t eight, unsigned char byte) {
    eight ^= EIGHT_ONES * byte;
    return (eight - EIGHT_ONES) & ~eight & EIGHT_HIGHS;
}

/* As many of them as come before the first that is marked by its high bit. */
static inline size_t eight_before(uint64_t marks) {
    return marks ? (size_t)__builtin_ctzll(marks) / 8 : 8;
}

#endif
