/* The PNG read back by another's decoder: its pixels, and what it says of itself. */
#include "sample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cairo.h>
#include <cmocka.h>

typedef struct Reader {
    Text bytes;
    size_t at;
} Reader;

static cairo_status_t read_bytes(void *context, unsigned char *bytes, unsigned int size) {
    Reader *reader = context;
    if (reader->bytes.size - reader->at < size) return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, reader->bytes.bytes + reader->at, size);
    reader->at += size;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(const Scene *scene) {
    Reader reader = {0};
    paint_into(scene, "png", &reader.bytes);
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    text_free(&reader.bytes);
    return surface;
}

static uint32_t pixel(cairo_surface_t *surface, int x, int y) {
    uint32_t word;
    memcpy(&word, cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + 4 * x,
           4);
    return word & 0xFFFFFF;
}

static void the_size_follows_the_pixels_a_unit(void **state) {
    (void)state;
    static const struct {
        double pixels;
        int width, height;
    } rows[] = {{1, 200, 120}, {2, 400, 240}, {1.5, 300, 180}, {150 / 72.0, 417, 250}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PageInfo info = sample_info();
        info.pixels_per_unit = rows[i].pixels;
        Scene *scene = scene_new(&info);
        cairo_surface_t *surface = decode(scene);
        assert_int_equal(cairo_image_surface_get_width(surface), rows[i].width);
        assert_int_equal(cairo_image_surface_get_height(surface), rows[i].height);
        assert_int_equal(pixel(surface, 5, 5), 0xFFFFFF);
        cairo_surface_destroy(surface);
        scene_free(scene);
    }
}

static void fills_lie_where_they_were_put(void **state) {
    (void)state;
    Scene *scene = blank_page();
    Outline ring = {0};
    outline_box(&ring, (Box){10, 10, 60, 60});
    outline_box(&ring, (Box){25, 25, 45, 45}); /* a hole by the even-odd rule */
    scene_path(scene, &ring, (Fill){.colour = BLUE}, (Pen){0});
    add_box(scene, (Box){100, 10, 150, 60}, (Fill){.colour = {0, 0, 0, 128}}, (Pen){0});
    outline_free(&ring);
    cairo_surface_t *surface = decode(scene);
    assert_int_equal(pixel(surface, 15, 15), 0x3579B1);
    assert_int_equal(pixel(surface, 10, 10), 0x3579B1);
    assert_int_equal(pixel(surface, 9, 15), 0xFFFFFF);
    assert_int_equal(pixel(surface, 60, 15), 0xFFFFFF);
    assert_int_equal(pixel(surface, 35, 35), 0xFFFFFF);
    assert_int_equal(pixel(surface, 120, 30), 0x7F7F7F);
    cairo_surface_destroy(surface);
    scene_free(scene);
}

static void stripes_are_cased_and_stay_inside(void **state) {
    (void)state;
    Scene *scene = blank_page();
    Fill fill = {.colour = BLUE, .hatched = true, .hatch = {0, 20, 4, 2, RED, WHITE}};
    add_box(scene, (Box){10, 10, 60, 100}, fill, (Pen){0});
    cairo_surface_t *surface = decode(scene);
    static const struct {
        int y;
        uint32_t colour;
    } rows[] = {{30, 0x3579B1}, {36, 0xFFFFFF}, {37, 0xFFFFFF}, {38, 0xB3261E},
                {41, 0xB3261E}, {42, 0xFFFFFF}, {44, 0x3579B1}, {60, 0xB3261E}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pixel(surface, 30, rows[i].y), rows[i].colour);
        assert_int_equal(pixel(surface, 70, rows[i].y), 0xFFFFFF);
    }
    cairo_surface_destroy(surface);
    scene_free(scene);
}

static void a_clip_holds_its_group_and_no_more(void **state) {
    (void)state;
    Scene *scene = blank_page();
    GroupMark group = {.kind = "inset"};
    outline_box(&group.clip, (Box){20, 20, 40, 40});
    scene_group(scene, &group);
    outline_free(&group.clip);
    add_box(scene, (Box){0, 0, 100, 100}, (Fill){.colour = RED}, (Pen){0});
    scene_end(scene);
    add_box(scene, (Box){60, 60, 80, 80}, (Fill){.colour = BLUE}, (Pen){0});
    cairo_surface_t *surface = decode(scene);
    assert_int_equal(pixel(surface, 30, 30), 0xB3261E);
    assert_int_equal(pixel(surface, 50, 30), 0xFFFFFF);
    assert_int_equal(pixel(surface, 70, 70), 0x3579B1);
    cairo_surface_destroy(surface);
    scene_free(scene);
}

static int dark_pixels(cairo_surface_t *surface, int left, int right) {
    int count = 0;
    for (int y = 0; y < cairo_image_surface_get_height(surface); y++)
        for (int x = left; x < right; x++) count += (pixel(surface, x, y) & 255) < 128;
    return count;
}

static void text_stands_at_its_anchor(void **state) {
    (void)state;
    static const int left[] = {100, 75, 50}; /* of a word 50 wide at x = 100 */
    for (int anchor = TEXT_START; anchor <= TEXT_END; anchor++) {
        Scene *scene = blank_page();
        scene_text(scene, &(TextMark){.text = "France",
                                      .at = {100, 60},
                                      .anchor = (TextAnchor)anchor,
                                      .font = {"Noto Sans", 14.93, FONT_BOLD, false, 0},
                                      .colour = INK,
                                      .width = 50});
        cairo_surface_t *surface = decode(scene);
        assert_true(dark_pixels(surface, left[anchor], left[anchor] + 50) > 100);
        assert_int_equal(dark_pixels(surface, 0, left[anchor]), 0);
        assert_int_equal(dark_pixels(surface, left[anchor] + 50, 200), 0);
        cairo_surface_destroy(surface);
        scene_free(scene);
    }
}

/* The value of a chunk, by its type and what it begins with. */
static const char *find_chunk(const Text *png, const char *type, const char *beginning) {
    size_t length = strlen(beginning);
    for (size_t at = 8; at + 12 <= png->size;) {
        const unsigned char *head = (const unsigned char *)png->bytes + at;
        size_t size = (size_t)head[0] << 24 | (size_t)head[1] << 16 | (size_t)head[2] << 8 | head[3];
        if (memcmp(head + 4, type, 4) == 0 && size >= length && memcmp(head + 8, beginning, length) == 0)
            return png->bytes + at + 8;
        at += size + 12;
    }
    return NULL;
}

static void the_file_says_what_it_shows(void **state) {
    (void)state;
    Scene *scene = sample_page();
    Text png = {0};
    paint_into(scene, "png", &png);
    static const struct {
        const char *key, *value;
    } rows[] = {{"Title", "Talks & strikes"},
                {"Description", "A map of \"two\" countries"},
                {"Source", "Source: tests"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *chunk = find_chunk(&png, "iTXt", rows[i].key);
        assert_non_null(chunk);
        const char *language = chunk + strlen(rows[i].key) + 3; /* past the zero byte and two flags */
        assert_string_equal(language, "en");
        assert_memory_equal(language + 4, rows[i].value, strlen(rows[i].value));
    }
    assert_non_null(find_chunk(&png, "sRGB", ""));
    static const unsigned char density[] = {0, 0,    0x0E, 0xC4, 0,
                                            0, 0x0E, 0xC4, 1}; /* 3780 a metre: 96 an inch */
    assert_memory_equal(find_chunk(&png, "pHYs", ""), density, sizeof density);
    text_free(&png);
    scene_free(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_size_follows_the_pixels_a_unit),
        cmocka_unit_test(fills_lie_where_they_were_put),
        cmocka_unit_test(stripes_are_cased_and_stay_inside),
        cmocka_unit_test(a_clip_holds_its_group_and_no_more),
        cmocka_unit_test(text_stands_at_its_anchor),
        cmocka_unit_test(the_file_says_what_it_shows),
    };
    return cmocka_run_group_tests_name("paint/png", tests, NULL, NULL);
}
