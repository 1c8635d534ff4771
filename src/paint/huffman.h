/* Codes of whole bits for symbols that differ in how often they come (D. Huffman, 1952), in the canonical
 * order that deflate wants (RFC 1951, 3.2.2). Knows no file format. */
#ifndef PAINT_HUFFMAN_H
#define PAINT_HUFFMAN_H

#include <stdint.h>

enum { HUFFMAN_MOST_SYMBOLS = 288, HUFFMAN_MOST_BITS = 15 };

/* lengths[i] in bits, at most so many, 0 where counts[i] is 0. One symbol alone has one bit. */
void huffman_lengths(const uint32_t *counts, int count, int most, uint8_t *lengths);
/* The codes to the lengths, their first bit lowest. */
void huffman_codes(const uint8_t *lengths, int count, uint16_t *codes);

#endif
