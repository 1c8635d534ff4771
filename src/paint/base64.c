/* See base64.h. */
#include "base64.h"

void base64_add(Text *text, const void *bytes, size_t size) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const uint8_t *at = bytes;
    for (size_t i = 0; i < size; i += 3) {
        size_t left = size - i < 3 ? size - i : 3;
        uint32_t word = (uint32_t)at[i] << 16;
        if (left > 1) word |= (uint32_t)at[i + 1] << 8;
        if (left > 2) word |= at[i + 2];
        for (size_t j = 0; j < 4; j++)
            text_add_char(text, j <= left ? digits[word >> (18 - 6 * j) & 63] : '=');
    }
}
