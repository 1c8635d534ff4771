/*
 * A picture's colours brought to a palette of 256, which makes a PNG a third as large. Knows pixels, no file.
 *
 * Flat colours, those that fill runs of pixels, are kept exactly. Of the shades that antialiasing makes
 * between them, those within a few 255ths of one another share an entry, where there are more than 256: on an
 * edge a pixel wide that is not seen, and the fewer there are the smaller the file. No channel of any pixel
 * is off by more than that.
 */
#ifndef PAINT_PALETTE_H
#define PAINT_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows of 32-bit words in the machine's order, red in bits 16 to 23, green 8 to 15, blue 0 to 7. */
typedef struct Pixels {
    const uint8_t *bytes;
    size_t width, height, stride;
} Pixels;

uint32_t pixel_at(const Pixels *pixels, size_t x, size_t y);

typedef struct Palette {
    uint32_t colours[256];
    size_t count;
} Palette;

enum { PALETTE_MOST_ERROR = 20 };

/*
 * Fills palette, and indices with an entry a pixel, row after row, each row after one byte of 0 (a PNG's
 * filter "none"). False where 256 entries cannot hold the picture within PALETTE_MOST_ERROR.
 */
bool palette_reduce(const Pixels *pixels, Palette *palette, uint8_t *indices);

#endif
