/* Bytes as letters, for data: addresses (RFC 4648, section 4). */
#ifndef PAINT_BASE64_H
#define PAINT_BASE64_H

#include "../base/text.h"

void base64_add(Text *text, const void *bytes, size_t size);

#endif
