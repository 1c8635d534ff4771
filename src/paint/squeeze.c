/* See squeeze.h. At level 5 libdeflate takes a third of the time that zlib takes for the same size. */
#include "squeeze.h"

#include "../base/memory.h"
#include "../base/parallel.h"
#include "copies.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { LEVEL = 5 };

uint8_t *squeeze(const void *bytes, size_t size, size_t *squeezed) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    size_t most = libdeflate_zlib_compress_bound(compressor, size);
    uint8_t *data = memory_new(most);
    *squeezed = libdeflate_zlib_compress(compressor, bytes, size, data, most);
    libdeflate_free_compressor(compressor);
    return data;
}

/* Some rows, for one thread. */
typedef struct Part {
    const uint8_t *bytes;
    size_t first, end, row;
    bool last;
    Stream stream;
} Part;

static void squeeze_part(void *work, size_t number, size_t worker) {
    Part *part = (Part *)work + number;
    Tokens tokens = {0};
    (void)worker;
    copies_find(part->bytes, part->first, part->end, part->row, &tokens);
    deflate_add(&part->stream, tokens.items, tokens.count, part->last);
    array_free(&tokens);
}

/* How many parts a picture has depends on nothing but its height. */
static size_t part_count(size_t rows) {
    enum { LEAST_ROWS = 200 };
    size_t count = rows / LEAST_ROWS;
    return count < 1 ? 1 : count > PARALLEL_MOST ? PARALLEL_MOST : count;
}

/* The parts one after the other, between the head of a zlib stream (RFC 1950) and its checksum. */
static uint8_t *join_parts(Part *parts, size_t count, uint32_t checksum, size_t *size) {
    *size = 2 + 4;
    for (size_t i = 0; i < count; i++) *size += parts[i].stream.size;
    uint8_t *joined = memory_new(*size), *next = joined;
    *next++ = 0x78; /* deflate with a window of 32 kB */
    *next++ = 0x5E; /* no dictionary; makes both a multiple of 31 */
    for (size_t i = 0; i < count; i++) {
        memcpy(next, parts[i].stream.bytes, parts[i].stream.size);
        next += parts[i].stream.size;
        free(parts[i].stream.bytes);
    }
    for (int i = 0; i < 4; i++) *next++ = (uint8_t)(checksum >> (24 - 8 * i));
    return joined;
}

uint8_t *squeeze_flat(const uint8_t *bytes, size_t size, size_t row, int threads, size_t *squeezed) {
    Part parts[PARALLEL_MOST];
    size_t rows = size / row, count = part_count(rows);
    for (size_t i = 0; i < count; i++)
        parts[i] =
            (Part){bytes, rows * i / count * row, rows * (i + 1) / count * row, row, i + 1 == count, {0}};
    parallel_run(parallel_workers(threads), count, squeeze_part, parts);
    return join_parts(parts, count, libdeflate_adler32(1, bytes, size), squeezed);
}

uint32_t squeeze_crc(uint32_t crc, const void *bytes, size_t size) {
    return size ? libdeflate_crc32(crc, bytes, size) : crc;
}
