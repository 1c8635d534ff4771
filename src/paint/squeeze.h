/* Bytes compressed as zlib streams, for the formats that hold such. The only file with libdeflate. */
#ifndef PAINT_SQUEEZE_H
#define PAINT_SQUEEZE_H

#include <stddef.h>
#include <stdint.h>

/* The compressed bytes, for the caller to free(). */
uint8_t *squeeze(const void *bytes, size_t size, size_t *squeezed);
/* The CRC-32 of more bytes after those that gave crc; 0 to begin with. */
uint32_t squeeze_crc(uint32_t crc, const void *bytes, size_t size);

#endif
