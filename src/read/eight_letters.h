/* Eight bytes of text at once: which of them are ASCII letters and digits, and how those are folded. */
#ifndef READ_EIGHT_LETTERS_H
#define READ_EIGHT_LETTERS_H

#include "../base/eight.h"

/* Eight bytes of text, told apart by the high bits of theirs. */
typedef struct Eight {
    uint64_t bytes, lower;        /* lower: folded, where they are letters or digits */
    uint64_t alphabetic, capital; /* ASCII letters */
    size_t count;                 /* how many letters and digits it begins with */
} Eight;

/* The high bit of each byte that lies between two ASCII signs. Bytes are 7 bits here, so that nothing is
 * carried over. */
static inline uint64_t between(uint64_t bytes, unsigned char first, unsigned char last) {
    return (bytes + EIGHT_ONES * (0x80u - first)) & ~(bytes + EIGHT_ONES * (0x7Fu - last)) & EIGHT_HIGHS;
}

static inline Eight tell_apart(const char *text) {
    uint64_t bytes = eight_load(text), ascii = ~bytes & EIGHT_HIGHS, low = bytes & ~EIGHT_HIGHS;
    uint64_t lower = low | EIGHT_ONES * 0x20;
    uint64_t alphabetic = between(lower, 'a', 'z') & ascii, digits = between(low, '0', '9') & ascii;
    uint64_t others = (alphabetic | digits) ^ EIGHT_HIGHS;
    /* What stands before the first other sign. */
    uint64_t word = others ? (others & -others) - 1 : UINT64_MAX;
    alphabetic &= word;
    return (Eight){bytes, lower & word, alphabetic, alphabetic & ~(bytes << 2), eight_before(others)};
}

#endif
