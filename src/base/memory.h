/*
 * Memory: an arena for each product, and growable arrays while one is being made. Running out of memory ends
 * the process, here and nowhere else, as GLib does anyway.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* malloc and realloc that do not return NULL; free with free(). */
void *memory_new(size_t size);
void *memory_resize(void *old, size_t size);
/* All bytes 0; pages that are never written cost nothing. */
void *memory_new_zeroed(size_t size);
/* A copy of size bytes, ended by a zero. */
char *memory_text(const char *text, size_t size);
/* For megabytes that are all going to be used: in the system's large pages where it has them, since it gives
 * out the small ones one by one, which can take longer than filling them. Free with free(). */
void *memory_new_large(size_t size);

/* Memory that is given back all at once. Blocks are zeroed and aligned for any type. */
typedef struct Arena Arena;
Arena *arena_new(void);
void arena_free(Arena *arena);
void *arena_alloc(Arena *arena, size_t size);
void *arena_copy(Arena *arena, const void *bytes, size_t size);
/* Copies with a zero byte at the end. arena_text of NULL is NULL. */
char *arena_text(Arena *arena, const char *text);
char *arena_text_part(Arena *arena, const char *text, size_t size);
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, Type)          ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

/*
 * A growable array: `ARRAY(Point) points = {0}; array_push(&points, point); array_free(&points);`. The items
 * are plain memory from malloc; array_keep moves them into an arena and leaves the array empty.
 */
#define ARRAY(Type)                                                                                          \
    struct {                                                                                                 \
        Type *items;                                                                                         \
        size_t count, capacity;                                                                              \
    }
#define array_reserve(array, wanted)                                                                         \
    ((array)->capacity >= (size_t)(wanted)                                                                   \
         ? (void)0                                                                                           \
         : (void)((array)->items = array_grow((array)->items, sizeof *(array)->items, &(array)->capacity,    \
                                              (size_t)(wanted))))
#define array_push(array, ...)                                                                               \
    (array_reserve((array), (array)->count + 1), (void)((array)->items[(array)->count++] = (__VA_ARGS__)))
#define array_free(array)                                                                                    \
    (free((array)->items), (void)((array)->items = NULL, (array)->count = (array)->capacity = 0))

void *array_grow(void *items, size_t item_size, size_t *capacity, size_t wanted);

#endif
