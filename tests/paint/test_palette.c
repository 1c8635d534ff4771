/* A palette never shifts a colour by more than it says, and never a flat one. */
#include "paint/palette.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 64, HEIGHT = 64 };

static Pixels pixels_of(const uint32_t *words) {
    return (Pixels){(const uint8_t *)words, WIDTH, HEIGHT, 4 * WIDTH};
}

static int channel_difference(uint32_t a, uint32_t b) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int difference = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        if (difference > most) most = difference;
    }
    return most;
}

/* The largest difference of any pixel, or -1 where there is no palette. */
static int worst_error(const uint32_t *words, size_t *count) {
    static uint8_t indices[(WIDTH + 1) * HEIGHT];
    Pixels pixels = pixels_of(words);
    Palette palette;
    if (!palette_reduce(&pixels, &palette, indices)) return -1;
    *count = palette.count;
    int worst = 0;
    for (size_t y = 0; y < HEIGHT; y++) {
        assert_int_equal(indices[y * (WIDTH + 1)], 0);
        for (size_t x = 0; x < WIDTH; x++) {
            uint8_t entry = indices[y * (WIDTH + 1) + 1 + x];
            assert_true(entry < palette.count);
            int error = channel_difference(palette.colours[entry], pixel_at(&pixels, x, y));
            if (error > worst) worst = error;
        }
    }
    return worst;
}

static void few_colours_are_kept_exactly(void **state) {
    (void)state;
    uint32_t words[WIDTH * HEIGHT];
    size_t count;
    for (int i = 0; i < WIDTH * HEIGHT; i++) words[i] = (uint32_t)(i % 256) * 0x010101;
    assert_int_equal(worst_error(words, &count), 0);
    assert_int_equal(count, 256);
    for (int i = 0; i < WIDTH * HEIGHT; i++) words[i] = 0xFF123456; /* the unused byte plays no part */
    assert_int_equal(worst_error(words, &count), 0);
    assert_int_equal(count, 1);
}

static void shades_are_off_by_less_than_an_eye_sees(void **state) {
    (void)state;
    uint32_t words[WIDTH * HEIGHT];
    size_t count;
    for (int i = 0; i < WIDTH * HEIGHT; i++) { /* between white and each of two inks, 512 shades */
        uint32_t share = (uint32_t)(i / 2 * 7 % 256), rest = 255 - share;
        words[i] = i % 2 ? (share << 16 | share << 8 | 255) : (255u << 16 | share << 8 | rest / 2);
    }
    int worst = worst_error(words, &count);
    assert_true(worst > 0 && worst <= PALETTE_MOST_ERROR);
    assert_true(count <= 256);
}

static void flat_colours_are_exact_however_near_to_others(void **state) {
    (void)state;
    uint32_t words[WIDTH * HEIGHT];
    static uint8_t indices[(WIDTH + 1) * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        words[i] = (uint32_t)(i * 2654435761u) & 0x3F3F3F; /* noise, many colours */
    for (int i = 0; i < 2 * WIDTH; i++) words[i] = i < WIDTH ? 0xF1F5F8 : 0xF1F5F9;
    Pixels pixels = pixels_of(words);
    Palette palette;
    assert_true(palette_reduce(&pixels, &palette, indices));
    assert_int_equal(palette.colours[indices[1]], 0xF1F5F8);
    assert_int_equal(palette.colours[indices[WIDTH + 2]], 0xF1F5F9);
}

static void a_picture_of_too_many_colours_gets_no_palette(void **state) {
    (void)state;
    uint32_t words[WIDTH * HEIGHT];
    size_t count;
    for (int i = 0; i < WIDTH * HEIGHT; i++) words[i] = (uint32_t)i * 2654435761u >> 8;
    assert_int_equal(worst_error(words, &count), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_colours_are_kept_exactly),
        cmocka_unit_test(shades_are_off_by_less_than_an_eye_sees),
        cmocka_unit_test(flat_colours_are_exact_however_near_to_others),
        cmocka_unit_test(a_picture_of_too_many_colours_gets_no_palette),
    };
    return cmocka_run_group_tests_name("paint/palette", tests, NULL, NULL);
}
