/* See palette.h. The picture is walked once, as runs of one colour; all else is done on runs and on distinct
 * colours. */
#include "palette.h"

#include "../base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_BITS = 16, TABLE_SIZE = 1 << TABLE_BITS, MOST_COLOURS = TABLE_SIZE / 2 };
enum { FLAT_RUN = 8, FLAT_PIXELS = 64 }; /* what makes a colour flat: so many pixels in runs of so many */

typedef struct Shade {
    uint32_t colour;
    uint32_t pixels;
    uint32_t flat; /* pixels in long runs */
    uint8_t entry;
} Shade;

typedef struct Run {
    uint32_t shade, length;
} Run;

typedef struct Census {
    uint32_t *table; /* by colour: its shade, and one more; 0 for a free place */
    ARRAY(Run) runs;
    ARRAY(Shade) shades;
} Census;

uint32_t pixel_at(const Pixels *pixels, size_t x, size_t y) {
    uint32_t word;
    memcpy(&word, pixels->bytes + y * pixels->stride + 4 * x, sizeof word);
    return word & 0xFFFFFF;
}

static inline uint32_t shade_of(Census *census, uint32_t colour) {
    uint32_t place = colour * 2654435761u >> (32 - TABLE_BITS), shade;
    /* What is in the table is in the list. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    while ((shade = census->table[place]) != 0 && census->shades.items[shade - 1].colour != colour)
        place = (place + 1) % TABLE_SIZE;
    if (shade) return shade - 1;
    array_push(&census->shades, (Shade){.colour = colour});
    census->table[place] = (uint32_t)census->shades.count;
    return (uint32_t)census->shades.count - 1;
}

static inline void add_run(Census *census, uint32_t colour, size_t length) {
    uint32_t index = shade_of(census, colour);
    Shade *shade = &census->shades.items[index];
    shade->pixels += (uint32_t)length;
    if (length >= FLAT_RUN) shade->flat += (uint32_t)length;
    array_push(&census->runs, (Run){index, (uint32_t)length});
}

/* The first pixel from x on that is of another colour, or width; four at a time, since most are not. */
static inline size_t run_end(const uint32_t *row, size_t x, size_t width) {
    uint64_t pair = (uint64_t)row[x] << 32 | row[x], next[2];
    for (x++; x + 4 <= width; x += 4) {
        memcpy(next, row + x, sizeof next);
        if ((next[0] ^ pair) | (next[1] ^ pair)) break;
    }
    while (x < width && row[x] == (uint32_t)pair) x++;
    return x;
}

/* False where there are so many colours that a palette has no hope. */
static bool take_census(const Pixels *pixels, Census *census) {
    for (size_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = (const void *)(pixels->bytes + y * pixels->stride);
        for (size_t x = 0, end; x < pixels->width; x = end) {
            end = run_end(row, x, pixels->width);
            add_run(census, row[x] & 0xFFFFFF, end - x);
        }
        if (census->shades.count + pixels->width > MOST_COLOURS && census->shades.count > MOST_COLOURS / 2)
            return false;
    }
    return true;
}

static bool is_flat(const Shade *shade) {
    return shade->flat >= FLAT_PIXELS;
}

/* Flat colours first, then by how much they cover; ties by colour, so that the order depends on nothing else.
 */
static int compare_shades(const void *a, const void *b) {
    const Shade *first = *(Shade *const *)a, *second = *(Shade *const *)b;
    if (is_flat(first) != is_flat(second)) return is_flat(first) ? -1 : 1;
    if (first->pixels != second->pixels) return first->pixels > second->pixels ? -1 : 1;
    return first->colour < second->colour ? -1 : 1;
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

static int difference(uint32_t a, uint32_t b) {
    int red = abs((int)(a >> 16) - (int)(b >> 16));
    int green = abs((int)(a >> 8 & 255) - (int)(b >> 8 & 255));
    int blue = abs((int)(a & 255) - (int)(b & 255));
    return larger(red, larger(green, blue));
}

/* The nearest, or one as good as that: entries come by how much they are used, and the more a few are used
 * the better the picture is squeezed. */
static size_t nearest_entry(const Palette *palette, uint32_t colour, int *least) {
    enum { AS_GOOD = 8 };
    size_t nearest = 0;
    *least = 256;
    for (size_t i = 0; i<palette->count && * least> AS_GOOD; i++) {
        int distance = difference(colour, palette->colours[i]);
        if (distance < *least) *least = distance, nearest = i;
    }
    return nearest;
}

/* Each shade shares an entry within error or gets its own; false where entries run out. */
static bool choose_entries(Shade *const *shades, size_t count, int error, Palette *palette) {
    palette->count = 0;
    for (size_t i = 0; i < count; i++) {
        int distance;
        size_t entry = nearest_entry(palette, shades[i]->colour, &distance);
        if (distance > (is_flat(shades[i]) ? 0 : error)) {
            if (palette->count == 256) return false;
            entry = palette->count++;
            palette->colours[entry] = shades[i]->colour;
        }
        shades[i]->entry = (uint8_t)entry;
    }
    return true;
}

static bool choose_palette(Census *census, Palette *palette) {
    size_t count = census->shades.count;
    Shade **sorted = memory_new(count * sizeof *sorted);
    for (size_t i = 0; i < count; i++) sorted[i] = &census->shades.items[i];
    if (count) qsort(sorted, count, sizeof *sorted, compare_shades);
    bool chosen = count && choose_entries(sorted, count, count <= 256 ? 0 : PALETTE_MOST_ERROR, palette);
    free(sorted);
    return chosen;
}

/* Most runs are short: eight bytes at once, of which those too many are written over by the next. */
static inline void fill(uint8_t *indices, uint8_t entry, size_t length, const uint8_t *end) {
    uint64_t eight = entry * UINT64_C(0x0101010101010101);
    if (length <= sizeof eight && (size_t)(end - indices) >= sizeof eight)
        memcpy(indices, &eight, sizeof eight);
    else
        memset(indices, entry, length);
}

static void write_indices(const Census *census, const Pixels *pixels, uint8_t *indices) {
    const uint8_t *end = indices + (pixels->width + 1) * pixels->height;
    size_t left = 0;
    for (size_t i = 0; i < census->runs.count; i++) {
        const Run *run = &census->runs.items[i];
        if (!left) {
            *indices++ = 0;
            left = pixels->width;
        }
        fill(indices, census->shades.items[run->shade].entry, run->length, end);
        indices += run->length;
        left -= run->length;
    }
}

bool palette_reduce(const Pixels *pixels, Palette *palette, uint8_t *indices) {
    Census census = {.table = memory_new_zeroed(TABLE_SIZE * sizeof(uint32_t))};
    bool reduced = take_census(pixels, &census) && choose_palette(&census, palette);
    if (reduced) write_indices(&census, pixels, indices);
    array_free(&census.runs);
    array_free(&census.shades);
    free(census.table);
    return reduced;
}
