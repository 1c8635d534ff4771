/* Colours as styles write them, and contrast as WCAG 2 defines it. */
#include "ink/ink.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void colours_are_read_in_every_form(void **state) {
    (void)state;
    static const struct {
        const char *text;
        Colour colour;
    } rows[] = {{"#fff", {255, 255, 255, 255}},
                {"#1a2", {0x11, 0xAA, 0x22, 255}},
                {"#3579B1", {0x35, 0x79, 0xB1, 255}},
                {"#3579b1", {0x35, 0x79, 0xB1, 255}},
                {"#b3261e80", {0xB3, 0x26, 0x1E, 128}},
                {"#00000000", {0, 0, 0, 0}},
                {"none", {0, 0, 0, 0}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Colour colour;
        assert_true(colour_parse(rows[i].text, &colour));
        assert_memory_equal(&colour, &rows[i].colour, sizeof colour);
    }
}

static void what_is_no_colour_is_refused(void **state) {
    (void)state;
    static const char *const rows[] = {"",       "#",     "fff",      "#ff",        "#ffff",
                                       "#fffff", "#ggg",  "#1234567", "#123456789", "red",
                                       "None",   " #fff", "#fff ",    "#12 456",    "#-1-1-1"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Colour colour;
        assert_false(colour_parse(rows[i], &colour));
    }
}

static void colours_are_written_as_they_are_read(void **state) {
    (void)state;
    char text[8];
    Colour colour;
    assert_true(colour_parse("#0b2a45", &colour));
    assert_string_equal(colour_print(colour, text), "#0b2a45");
}

static void only_colours_with_some_alpha_are_visible(void **state) {
    (void)state;
    assert_true(colour_is_visible((Colour){0, 0, 0, 1}));
    assert_false(colour_is_visible((Colour){255, 255, 255, 0}));
}

/* Pairs from the page's design, whose figures were measured elsewhere; black on white is 21 by definition. */
static void contrast_is_that_of_wcag(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        double contrast;
    } rows[] = {{"#000000", "#ffffff", 21},   {"#ffffff", "#ffffff", 1},    {"#3579b1", "#dfdcd6", 3.39},
                {"#0b2a45", "#3579b1", 3.16}, {"#b3261e", "#dfdcd6", 4.78}, {"#dfdcd6", "#b3261e", 4.78},
                {"#16202a", "#ffffff", 16.5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Colour a = {0}, b = {0};
        assert_true(colour_parse(rows[i].a, &a) && colour_parse(rows[i].b, &b));
        assert_true(fabs(colour_contrast(a, b) - rows[i].contrast) < 0.06);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_are_read_in_every_form),
        cmocka_unit_test(what_is_no_colour_is_refused),
        cmocka_unit_test(colours_are_written_as_they_are_read),
        cmocka_unit_test(only_colours_with_some_alpha_are_visible),
        cmocka_unit_test(contrast_is_that_of_wcag),
    };
    return cmocka_run_group_tests_name("ink/colour", tests, NULL, NULL);
}
