/* See hash.h. By Nettle, which has the instructions that processors keep for this. */
#include "hash.h"

#include <nettle/sha2.h>

void hash_sha256(const void *bytes, size_t size, char text[HASH_TEXT_SIZE]) {
    static const char digits[] = "0123456789abcdef";
    uint8_t sum[SHA256_DIGEST_SIZE];
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, size, bytes);
    sha256_digest(&context, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        text[2 * i] = digits[sum[i] >> 4];
        text[2 * i + 1] = digits[sum[i] & 15];
    }
    text[2 * sizeof sum] = 0;
}
