/* The table of painters, files, and sinks that fail. */
#include "sample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void the_suffix_tells_the_format(void **state) {
    (void)state;
    static const struct {
        const char *path, *format;
    } rows[] = {{"map.png", "png"},
                {"out.d/map.SVG", "svg"},
                {"/a/b.c.pdf", "pdf"},
                {"x.trace", "trace"},
                {".png", "png"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(dateline_format_of(rows[i].path, NULL), rows[i].format);
}

static void an_unknown_suffix_is_told_with_the_known_ones(void **state) {
    (void)state;
    static const struct {
        const char *path, *message;
    } rows[] = {
        {"map.webarchive", "\"webarchive\" is no known format; known are png, svg, pdf and trace"},
        {"map.pgn", "\"pgn\" is no known format (did you mean png?); known are png, svg, pdf and trace"},
        {"map", "the name has no suffix to tell the format by; .png, .svg, .pdf or .trace would be right"},
        {"map.", "the name has no suffix to tell the format by; .png, .svg, .pdf or .trace would be right"},
        {"a.png/map",
         "the name has no suffix to tell the format by; .png, .svg, .pdf or .trace would be right"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_error error = {0};
        assert_null(dateline_format_of(rows[i].path, &error));
        assert_string_equal(error.source, rows[i].path);
        assert_string_equal(error.message, rows[i].message);
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
    }
}

static void an_unknown_format_is_refused(void **state) {
    (void)state;
    Scene *scene = blank_page();
    Text text = {0};
    Sink sink = keep_in(&text);
    dateline_error error = {0};
    assert_false(dateline_paint(scene, "gif", sink.write, sink.context, &error));
    assert_int_equal(error.status, DATELINE_BAD_USAGE);
    assert_int_equal(text.size, 0);
    scene_free(scene);
}

/* Wherever the receiver stops, the painter stops too and says so once. */
static void a_sink_that_refuses_fails_the_painting(void **state) {
    (void)state;
    Scene *scene = sample_page();
    size_t count;
    const Painter *painters = painter_table(&count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        Text whole = {0};
        paint_into(scene, painters[i].name, &whole);
        for (size_t limit = 0; limit < whole.size; limit += whole.size / 5) {
            dateline_error error = {0};
            Limit left = {limit};
            assert_false(painters[i].paint(scene, refuse_after(&left), &error));
            assert_int_equal(error.status, DATELINE_SYSTEM);
            assert_string_equal(error.message, "the picture could not be written: its receiver took no more");
            assert_false(painters[i].paint(scene, refuse_after(&left), NULL));
        }
        text_free(&whole);
    }
    scene_free(scene);
}

static void painting_twice_gives_the_same_bytes(void **state) {
    (void)state;
    Scene *scene = sample_page();
    size_t count;
    const Painter *painters = painter_table(&count);
    for (size_t i = 0; i < count; i++) {
        Text first = {0}, second = {0};
        paint_into(scene, painters[i].name, &first);
        paint_into(scene, painters[i].name, &second);
        assert_int_equal(first.size, second.size);
        assert_memory_equal(first.bytes, second.bytes, first.size);
        text_free(&first);
        text_free(&second);
    }
    scene_free(scene);
}

static void a_folder_that_is_missing_is_told_by_name(void **state) {
    (void)state;
    Scene *scene = blank_page();
    dateline_error error = {0};
    assert_false(dateline_paint_file(scene, "/no/such/folder/map.svg", &error));
    assert_string_equal(error.source, "/no/such/folder/map.svg");
    assert_int_equal(error.status, DATELINE_SYSTEM);
    scene_free(scene);
}

static void pages_too_large_to_paint_are_refused(void **state) {
    (void)state;
    static const struct {
        const char *format;
        double width, pixels;
    } rows[] = {{"png", 40000, 1}, {"png", 30000, 1}, {"png", 10, 0.001}, {"png", 1e300, 1},
                {"png", NAN, 1},   {"pdf", 20000, 1}, {"pdf", 0, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PageInfo info = sample_info();
        info.width = info.height = rows[i].width;
        info.pixels_per_unit = rows[i].pixels;
        Scene *scene = scene_new(&info);
        Limit none = {0};
        dateline_error error = {0};
        assert_false(painter_find(rows[i].format)->paint(scene, refuse_after(&none), &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
        scene_free(scene);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_suffix_tells_the_format),
        cmocka_unit_test(an_unknown_suffix_is_told_with_the_known_ones),
        cmocka_unit_test(an_unknown_format_is_refused),
        cmocka_unit_test(a_sink_that_refuses_fails_the_painting),
        cmocka_unit_test(painting_twice_gives_the_same_bytes),
        cmocka_unit_test(a_folder_that_is_missing_is_told_by_name),
        cmocka_unit_test(pages_too_large_to_paint_are_refused),
    };
    return cmocka_run_group_tests_name("paint/paint", tests, NULL, NULL);
}
