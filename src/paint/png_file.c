/* See png_file.h. Rows are not filtered: flat pictures with a palette compress best without. */
#include "png_file.h"

#include "../base/memory.h"
#include "../base/text.h"
#include "squeeze.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void put_word(uint8_t bytes[4], uint32_t word) {
    for (int i = 0; i < 4; i++) bytes[i] = (uint8_t)(word >> (24 - 8 * i));
}

static bool write_chunk(Sink sink, const char *type, const void *data, size_t size, dateline_error *error) {
    uint8_t head[8], tail[4];
    put_word(head, (uint32_t)size);
    memcpy(head + 4, type, 4);
    put_word(tail, squeeze_crc(squeeze_crc(0, type, 4), data, size));
    return sink_write(sink, head, sizeof head, error) && (!size || sink_write(sink, data, size, error)) &&
           sink_write(sink, tail, sizeof tail, error);
}

static bool write_header(Sink sink, const Pixels *pixels, bool indexed, dateline_error *error) {
    static const uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    uint8_t header[13] = {[8] = 8, [9] = indexed ? 3 : 2}; /* bits a sample; palette or RGB */
    put_word(header, (uint32_t)pixels->width);
    put_word(header + 4, (uint32_t)pixels->height);
    return sink_write(sink, signature, sizeof signature, error) &&
           write_chunk(sink, "IHDR", header, sizeof header, error);
}

static bool write_text(Sink sink, const char *key, const char *language, const char *string,
                       dateline_error *error) {
    if (!string || !string[0]) return true;
    Text text = {0};
    text_add_part(&text, key, strlen(key) + 1);
    text_add_part(&text, "\0", 2); /* not compressed, by method 0 */
    text_add_part(&text, language, strlen(language) + 1);
    text_add_part(&text, "", 1); /* no translated key */
    text_add(&text, string);
    bool written = write_chunk(sink, "iTXt", text.bytes, text.size, error);
    text_free(&text);
    return written;
}

static bool write_facts(Sink sink, const PngFacts *facts, dateline_error *error) {
    uint8_t size[9] = {[8] = 1}, perceptual = 0; /* the unit: a metre */
    uint32_t density = (uint32_t)lround(fmax(1, fmin(4e9, facts->pixels_a_metre)));
    put_word(size, density);
    put_word(size + 4, density);
    return write_chunk(sink, "sRGB", &perceptual, 1, error) &&
           write_chunk(sink, "pHYs", size, sizeof size, error) &&
           write_text(sink, "Title", facts->language, facts->title, error) &&
           write_text(sink, "Description", facts->language, facts->description, error) &&
           write_text(sink, "Source", facts->language, facts->source, error) &&
           write_text(sink, "Copyright", "en", facts->licence, error) &&
           write_text(sink, "Comment", "", facts->provenance, error) &&
           write_text(sink, "Software", "", facts->software, error);
}

static bool write_palette(Sink sink, const Palette *palette, dateline_error *error) {
    uint8_t bytes[768];
    for (size_t i = 0; i < palette->count; i++) {
        bytes[3 * i] = (uint8_t)(palette->colours[i] >> 16);
        bytes[3 * i + 1] = (uint8_t)(palette->colours[i] >> 8);
        bytes[3 * i + 2] = (uint8_t)palette->colours[i];
    }
    return write_chunk(sink, "PLTE", bytes, 3 * palette->count, error);
}

/* A chunk is held to 2^31 - 1 bytes by the specification. */
static bool write_data(Sink sink, const uint8_t *rows, size_t size, dateline_error *error) {
    size_t left, step = (size_t)1 << 30;
    uint8_t *data = squeeze(rows, size, &left);
    bool written = true;
    for (const uint8_t *at = data; written && left; at += step) {
        if (step > left) step = left;
        written = write_chunk(sink, "IDAT", at, step, error);
        left -= step;
    }
    free(data);
    return written;
}

static void copy_colours(const Pixels *pixels, uint8_t *rows) {
    for (size_t y = 0; y < pixels->height; y++) {
        *rows++ = 0;
        for (size_t x = 0; x < pixels->width; x++, rows += 3) {
            uint32_t colour = pixel_at(pixels, x, y);
            rows[0] = (uint8_t)(colour >> 16);
            rows[1] = (uint8_t)(colour >> 8);
            rows[2] = (uint8_t)colour;
        }
    }
}

bool png_write(const Pixels *pixels, const PngFacts *facts, Sink sink, dateline_error *error) {
    Palette palette;
    size_t row = 1 + pixels->width;
    uint8_t *rows = memory_new_large(row * pixels->height);
    bool indexed = palette_reduce(pixels, &palette, rows);
    if (!indexed) {
        row = 1 + 3 * pixels->width;
        rows = memory_resize(rows, row * pixels->height);
        copy_colours(pixels, rows);
    }
    bool written = write_header(sink, pixels, indexed, error) && write_facts(sink, facts, error) &&
                   (!indexed || write_palette(sink, &palette, error)) &&
                   write_data(sink, rows, row * pixels->height, error) &&
                   write_chunk(sink, "IEND", "", 0, error);
    free(rows);
    return written;
}
