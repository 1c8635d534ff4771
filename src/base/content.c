/* See content.h. Four lanes of multiply and rotate, as in xxHash (Y. Collet). */
#include "content.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 32, CHUNK = 1 << 16 };

static const uint64_t ONE = 0x9E3779B185EBCA87u, TWO = 0xC2B2AE3D27D4EB4Fu, THREE = 0x165667B19E3779F9u;

static uint64_t turned(uint64_t value, int by) {
    return value << by | value >> (64 - by);
}

static uint64_t mixed(uint64_t lane, uint64_t word) {
    return turned(lane + word * TWO, 31) * ONE;
}

Content content_begin(void) {
    return (Content){{ONE + TWO, TWO, THREE, 0 - ONE}};
}

/* The lanes are variables of their own here, so that they stay in registers and run side by side. */
static void add_blocks(Content *content, const unsigned char *bytes, size_t blocks) {
    uint64_t a = content->lanes[0], b = content->lanes[1], c = content->lanes[2], d = content->lanes[3];
    for (; blocks > 0; blocks--, bytes += BLOCK) {
        uint64_t words[4];
        memcpy(words, bytes, BLOCK);
        a = mixed(a, words[0]);
        b = mixed(b, words[1]);
        c = mixed(c, words[2]);
        d = mixed(d, words[3]);
    }
    *content = (Content){{a, b, c, d}};
}

/* The size goes in too, so that bytes cannot move from one piece to the next. */
void content_add(Content *content, const void *bytes, size_t size) {
    unsigned char last[BLOCK] = {0};
    size_t blocks = size / BLOCK, rest = size % BLOCK;
    add_blocks(content, bytes, blocks);
    if (rest) memcpy(last, (const unsigned char *)bytes + blocks * BLOCK, rest);
    add_blocks(content, last, 1);
    content->lanes[0] = mixed(content->lanes[0], size);
}

bool content_add_file(Content *content, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    char *chunk = memory_new(CHUNK);
    setvbuf(file, NULL, _IONBF, 0);
    for (size_t got; (got = fread(chunk, 1, CHUNK, file)) > 0;) content_add(content, chunk, got);
    bool good = !ferror(file);
    free(chunk);
    fclose(file);
    return good;
}

static uint64_t finished(uint64_t value) {
    value = (value ^ value >> 33) * TWO;
    value = (value ^ value >> 29) * THREE;
    return value ^ value >> 32;
}

ContentKey content_key(const Content *content) {
    const uint64_t *lanes = content->lanes;
    uint64_t one = turned(lanes[0], 1) + turned(lanes[1], 7) + turned(lanes[2], 12) + turned(lanes[3], 18);
    uint64_t two = lanes[0] ^ turned(lanes[1], 23) ^ turned(lanes[2], 41) ^ turned(lanes[3], 53);
    return (ContentKey){{finished(one), finished(two + ONE)}};
}
