/* See memory.h. */
#include "memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

typedef struct Block {
    struct Block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
} Block;

struct Arena {
    Block *blocks;
};

/* The one documented place where the process ends for want of memory. */
static _Noreturn void out_of_memory(size_t size) {
    fprintf(stderr, "dateline: out of memory (%zu bytes were asked for)\n", size);
    abort();
}

void *memory_resize(void *old, size_t size) {
    void *memory = realloc(old, size ? size : 1);
    if (!memory) out_of_memory(size);
    return memory;
}

void *memory_new(size_t size) {
    return memory_resize(NULL, size);
}

void *memory_new_zeroed(size_t size) {
    void *memory = calloc(1, size ? size : 1);
    if (!memory) out_of_memory(size);
    return memory;
}

char *memory_text(const char *text, size_t size) {
    char *copy = memory_new(size + 1);
    if (size) memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

void *memory_new_large(size_t size) {
    enum { LARGE_PAGE = 2 << 20 };
    void *memory;
    if (size < LARGE_PAGE / 2) return memory_new(size);
    size_t rounded = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    if (rounded < size || posix_memalign(&memory, LARGE_PAGE, rounded)) out_of_memory(size);
    madvise(memory, rounded, MADV_HUGEPAGE); /* a wish; that it is not granted does no harm */
    return memory;
}

void *array_grow(void *items, size_t item_size, size_t *capacity, size_t wanted) {
    size_t larger = *capacity < 8 ? 8 : *capacity * 2;
    if (larger < wanted) larger = wanted;
    if (larger > SIZE_MAX / item_size) out_of_memory(SIZE_MAX);
    *capacity = larger;
    return memory_resize(items, larger * item_size);
}

Arena *arena_new(void) {
    Arena *arena = memory_new(sizeof *arena);
    arena->blocks = NULL;
    return arena;
}

void arena_free(Arena *arena) {
    if (!arena) return;
    for (Block *block = arena->blocks; block;) {
        Block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

/* Blocks grow with the arena, so that small products stay small and large ones need few blocks. */
static Block *add_block(Arena *arena, size_t needed) {
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < needed) size = needed;
    Block *block = memory_new(sizeof *block + size);
    block->next = arena->blocks;
    block->used = 0;
    block->size = size;
    arena->blocks = block;
    return block;
}

void *arena_alloc(Arena *arena, size_t size) {
    size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX / 2) out_of_memory(size);
    size_t rounded = (size + unit - 1) / unit * unit;
    Block *block = arena->blocks;
    if (!block || block->size - block->used < rounded) block = add_block(arena, rounded);
    char *memory = block->bytes + block->used;
    block->used += rounded;
    return memset(memory, 0, rounded);
}

void *arena_copy(Arena *arena, const void *bytes, size_t size) {
    void *copy = arena_alloc(arena, size);
    return size ? memcpy(copy, bytes, size) : copy;
}

char *arena_text_part(Arena *arena, const char *text, size_t size) {
    char *copy = arena_alloc(arena, size + 1);
    if (size) memcpy(copy, text, size);
    return copy;
}

char *arena_text(Arena *arena, const char *text) {
    return text ? arena_text_part(arena, text, strlen(text)) : NULL;
}

char *arena_format(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
