/*
 * Eight bytes as one number, the first of them in its lowest byte whatever the machine, so that text can be
 * compared and searched eight letters at a time. Compilers make one instruction of each.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

#define EIGHT_ONES  0x0101010101010101u
#define EIGHT_HIGHS 0x8080808080808080u

static inline uint64_t eight_load(const void *memory) {
    const unsigned char *bytes = memory;
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

static inline void eight_store(void *memory, uint64_t eight) {
    unsigned char *bytes = memory;
    bytes[0] = (unsigned char)eight;
    bytes[1] = (unsigned char)(eight >> 8);
    bytes[2] = (unsigned char)(eight >> 16);
    bytes[3] = (unsigned char)(eight >> 24);
    bytes[4] = (unsigned char)(eight >> 32);
    bytes[5] = (unsigned char)(eight >> 40);
    bytes[6] = (unsigned char)(eight >> 48);
    bytes[7] = (unsigned char)(eight >> 56);
}

/* The first count (0 to 8) of them, zeros for the others. */
static inline uint64_t eight_first(uint64_t eight, size_t count) {
    return count >= 8 ? eight : eight & (((uint64_t)1 << 8 * count) - 1);
}

#endif
