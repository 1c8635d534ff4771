/* See hash.h. */
#include "hash.h"

#include <glib.h>
#include <string.h>

void hash_sha256(const void *bytes, size_t size, char text[HASH_TEXT_SIZE]) {
    char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);
    memcpy(text, sum, HASH_TEXT_SIZE);
    g_free(sum);
}
