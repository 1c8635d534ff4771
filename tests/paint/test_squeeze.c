/* Rows of flat pictures squeezed by us, brought back by libdeflate; and the codes that are used for it. */
#include "base/memory.h"
#include "paint/huffman.h"
#include "paint/squeeze.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t expect_same(const uint8_t *bytes, size_t size, size_t row) {
    size_t squeezed, again, back;
    uint8_t *data = squeeze_flat(bytes, size, row, 0, &squeezed),
            *alone = squeeze_flat(bytes, size, row, 1, &again), *copy = memory_new(size);
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    assert_int_equal(squeezed, again); /* whoever does it */
    assert_memory_equal(data, alone, squeezed);
    assert_int_equal(libdeflate_zlib_decompress(decompressor, data, squeezed, copy, size, &back),
                     LIBDEFLATE_SUCCESS);
    assert_int_equal(back, size);
    assert_memory_equal(copy, bytes, size);
    libdeflate_free_decompressor(decompressor);
    free(data);
    free(alone);
    free(copy);
    return squeezed;
}

static void rows_come_back(void **state) {
    static const struct {
        size_t row, rows;
        unsigned values, longest; /* of a run */
    } cases[] = {{1, 1, 1, 1},        {2, 1, 2, 1},           {5, 3, 2, 4},        {1601, 1, 9, 300},
                 {1601, 900, 3, 999}, {1601, 450, 60, 40},    {301, 1000, 256, 1}, {40000, 30, 4, 9000},
                 {7, 5000, 2, 3},     {33000, 12, 256, 40000}};
    uint32_t random = 1;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size = cases[i].row * cases[i].rows;
        uint8_t *bytes = memory_new(size);
        for (size_t at = 0; at < size;) {
            uint8_t value = (uint8_t)(next_random(&random) % cases[i].values);
            for (unsigned left = 1 + next_random(&random) % cases[i].longest; left && at < size; left--)
                bytes[at++] = value;
        }
        expect_same(bytes, size, cases[i].row);
        free(bytes);
    }
}

/* Slanted edges a few pixels wide, as a map has them. */
static void a_flat_picture_gets_small(void **state) {
    enum { ROW = 1601, ROWS = 900 };
    uint8_t *bytes = memory_new_zeroed(ROW * ROWS);
    (void)state;
    for (size_t y = 0; y < ROWS; y++)
        for (size_t x = 1; x < ROW; x++)
            bytes[y * ROW + x] = (uint8_t)((x * 3 + y) / 160 % 2 ? 1 : (x * 3 + y) % 160 < 3 ? 2 : 0);
    assert_true(expect_same(bytes, ROW * ROWS, ROW) < 30000);
    memset(bytes, 0, ROW * ROWS);
    assert_true(expect_same(bytes, ROW * ROWS, ROW) < 1500);
    free(bytes);
}

/* However uneven the counts, no code is too long, and all of them together fill their room. */
static void codes_keep_to_their_length(void **state) {
    uint32_t counts[HUFFMAN_MOST_SYMBOLS], random = 7;
    uint8_t lengths[HUFFMAN_MOST_SYMBOLS];
    (void)state;
    for (int round = 0; round < 200; round++) {
        int count = 2 + (int)(next_random(&random) % (HUFFMAN_MOST_SYMBOLS - 1)), most = round % 2 ? 15 : 9,
            used = 0;
        for (int i = 0; i < count; i++) {
            counts[i] = round % 3 ? next_random(&random) % 1000 : (uint32_t)1 << (i % 30);
            used += counts[i] > 0;
        }
        if (used < 2) continue;
        huffman_lengths(counts, count, most, lengths);
        long room = 0;
        for (int i = 0; i < count; i++) {
            assert_int_equal(lengths[i] > 0, counts[i] > 0);
            assert_true(lengths[i] <= most);
            if (lengths[i]) room += 1L << (most - lengths[i]);
        }
        assert_int_equal(room, 1L << most);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_back),
        cmocka_unit_test(a_flat_picture_gets_small),
        cmocka_unit_test(codes_keep_to_their_length),
    };
    return cmocka_run_group_tests_name("paint/squeeze", tests, NULL, NULL);
}
