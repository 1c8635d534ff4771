/* SHA-256, for saying which article, facts and style a map was made from. The only room's file with GLib. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

enum { HASH_TEXT_SIZE = 65 };
/* Writes 64 hexadecimal digits and a zero byte. */
void hash_sha256(const void *bytes, size_t size, char text[HASH_TEXT_SIZE]);

#endif
