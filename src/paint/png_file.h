/* Pixels as a PNG file, by the PNG specification (2nd edition). Knows bytes, no drawing. The only file with
 * libdeflate. */
#ifndef PAINT_PNG_FILE_H
#define PAINT_PNG_FILE_H

#include "paint.h"
#include "palette.h"

/* What a PNG says of itself; strings are UTF-8, and empty ones are left out. */
typedef struct PngFacts {
    const char *title, *description, *source, *licence, *provenance, *software, *language;
    double pixels_a_metre;
} PngFacts;

/* With a palette where palette_reduce finds one, else with 24 bits a pixel. */
bool png_write(const Pixels *pixels, const PngFacts *facts, Sink sink, dateline_error *error);

#endif
