/* Widths are those of the pinned fonts, and of no others. Runs with the repository's own styles/fonts.jsonc.
 */
#include "base/files.h"
#include "base/hash.h"
#include "ink/letters.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define LIST  "styles/fonts.jsonc"
#define FONTS "/usr/share/fonts/truetype/noto/"

static int open_letters(void **state) {
    dateline_error error = {0};
    *state = letters_new(LIST, &error);
    return *state ? 0 : -1;
}

static int close_letters(void **state) {
    letters_free(*state);
    return 0;
}

static void the_fonts_are_the_ones_the_widths_were_taken_from(void **state) {
    (void)state;
    static const struct {
        const char *path, *hash;
    } rows[] = {
        {FONTS "NotoSans-Regular.ttf", "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d"},
        {FONTS "NotoSans-Bold.ttf", "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5"},
        {FONTS "NotoSans-Italic.ttf", "5d7618dda819443fd07301c84adcee9fe8960c873ea5e5e1f0f59db384b78082"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Bytes bytes;
        char hash[HASH_TEXT_SIZE];
        assert_true(file_read(rows[i].path, (size_t)16 << 20, &bytes, NULL));
        hash_sha256(bytes.bytes, bytes.size, hash);
        assert_string_equal(hash, rows[i].hash);
        free(bytes.bytes);
    }
}

/* At 1000 units the widths are the fonts' own design units, kerned. */
static void widths_are_those_of_the_fonts(void **state) {
    static const struct {
        const char *text;
        Font font;
        double width;
    } rows[] = {
        {"France", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 3135},
        {"France", {"Noto Sans", 1000, FONT_BOLD, false, 0}, 3349},
        {"France", {"Noto Sans", 1000, FONT_REGULAR, true, 0}, 2954},
        {"United Kingdom", {"Noto Sans", 1000, FONT_BOLD, false, 0}, 8129},
        {"AVATAR", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 3475},
        {"1,000+", {"Noto Sans", 1000, FONT_BOLD, false, 0}, 3145},
        {"Việt Nam", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 4299},
        {"Россия", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 3372},
        {"العراق", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 2402},
        {"العراق", {"Noto Sans", 1000, FONT_BOLD, false, 0}, 2652},
        {"ישראל", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 2689},
        {"भारत", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 1941},
        {"বাংলাদেশ", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 3923},
        {"ไทย", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 1507},
        {"საქართველო", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 7006},
        {"Հայաստան", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 5672},
        {"ኢትዮጵያ", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 2943},
        {"France", {"Noto Serif", 1000, FONT_REGULAR, false, 0}, 3276},
        {"", {"Noto Sans", 1000, FONT_REGULAR, false, 0}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(fabs(letters_measure(*state, &rows[i].font, rows[i].text).width - rows[i].width) < 0.1);
}

static void a_font_that_is_not_pinned_is_replaced_by_noto_sans(void **state) {
    const Font other = {"Helvetica", 1000, FONT_REGULAR, false, 0},
               monospaced = {"monospace", 1000, FONT_REGULAR, false, 0};
    assert_true(fabs(letters_measure(*state, &other, "France").width - 3135) < 0.01);
    assert_true(fabs(letters_measure(*state, &monospaced, "France").width - 3135) < 0.01);
}

static void widths_grow_in_proportion_to_size(void **state) {
    for (double size = 5; size < 100; size += 7.3) {
        const Font font = {"Noto Sans", size, FONT_BOLD, false, 0};
        assert_true(fabs(letters_measure(*state, &font, "United Kingdom").width / size - 8.129) < 0.002);
    }
}

static void heights_are_those_of_the_font(void **state) {
    const Font font = {"Noto Sans", 100, FONT_REGULAR, false, 0};
    TextSize size = letters_measure(*state, &font, "France");
    assert_true(fabs(size.ascent - 106.9) < 0.01 && fabs(size.descent - 29.3) < 0.01);
    assert_true(fabs(size.x_height - 53.6) < 0.01 && fabs(size.cap_height - 71.4) < 0.01);
}

static void tracking_stands_between_letters_only(void **state) {
    const Font plain = {"Noto Sans", 100, FONT_REGULAR, false, 0},
               tracked = {"Noto Sans", 100, FONT_REGULAR, false, 0.1};
    static const struct {
        const char *text;
        double added;
    } rows[] = {{"F", 0}, {"FR", 10}, {"France", 50}, {"ישראל", 40}, {"العراق", 0}, {"भारत", 0}, {"", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double before = letters_measure(*state, &plain, rows[i].text).width;
        double after = letters_measure(*state, &tracked, rows[i].text).width;
        assert_true(fabs(after - before - rows[i].added) < 0.05);
    }
}

static void letters_without_a_font_are_counted(void **state) {
    const Font font = {"Noto Sans", 16, FONT_REGULAR, false, 0};
    static const struct {
        const char *text;
        int missing;
    } rows[] = {{"France", 0},
                {"Côte d’Ivoire", 0},
                {"العراق", 0},
                {"a\xF3\xB0\x80\x80z", 1},
                {"\xF3\xB0\x80\x80\xF3\xB0\x80\x81", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(letters_missing(*state, &font, rows[i].text), rows[i].missing);
}

static void outlines_stand_where_they_are_asked_to(void **state) {
    const Font font = {"Noto Sans", 100, FONT_BOLD, false, 0};
    Outline outline = {0};
    letters_outline(*state, &font, "HH", (Point){200, 300}, &outline);
    Box box = outline_box_of(&outline);
    double width = letters_measure(*state, &font, "HH").width;
    assert_true(box.left > 200 && box.left < 215 && box.right < 200 + width && box.right > 185 + width);
    assert_true(fabs(box.bottom - 300) < 0.02 && fabs(box.top - (300 - 71.4)) < 0.02);
    outline_free(&outline);
}

static void the_outline_of_a_long_line_is_whole(void **state) {
    const Font font = {"Noto Sans", 44, FONT_BOLD, false, 0};
    char line[401] = "";
    for (int i = 0; i < 100; i++) strcat(line, "HIHI");
    Outline outline = {0};
    letters_outline(*state, &font, line, (Point){0, 0}, &outline);
    Box box = outline_box_of(&outline);
    assert_true(fabs(box.right - letters_measure(*state, &font, line).width) < 5);
    outline_free(&outline);
}

static void arabic_letters_are_joined_and_run_leftward(void **state) {
    const Font font = {"Noto Sans", 1000, FONT_REGULAR, false, 0};
    Outline initial = {0}, isolated = {0};
    letters_outline(*state, &font, "عر", (Point){0, 0}, &initial);
    letters_outline(*state, &font, "ع", (Point){0, 0}, &isolated);
    assert_true(outline_box_of(&initial).top >
                outline_box_of(&isolated).top + 50); /* its first form is lower */
    outline_free(&initial);
    outline_free(&isolated);
    Outline full_stop_last = {0}, alone = {0};
    letters_outline(*state, &font, "ر.", (Point){0, 0}, &full_stop_last);
    letters_outline(*state, &font, ".", (Point){0, 0}, &alone);
    double left = outline_box_of(&alone).left; /* the stop comes to stand at the left end */
    size_t at_left = 0;
    for (size_t i = 0; i < full_stop_last.points.count; i++)
        at_left += fabs(full_stop_last.points.items[i].x - left) < 1;
    assert_true(at_left > 0);
    outline_free(&full_stop_last);
    outline_free(&alone);
}

static void hostile_text_is_measured_without_complaint(void **state) {
    const Font font = {"Noto Sans", 16, FONT_REGULAR, false, 0}, none = {NULL, 16, FONT_REGULAR, false, 0};
    assert_true(letters_measure(*state, &font, "\xFF\xFE broken \x01\n\t").width > 0);
    assert_true(letters_measure(*state, &font, "\xE2\x80\xAE").width == 0);
    assert_true(letters_measure(*state, &none, "no family").width > 0);
    assert_true(letters_measure(*state, &font, "two\nlines").width >
                letters_measure(*state, &font, "two").width);
}

/* The message of a list of fonts that is at fault. */
static void assert_told(const char *content, const char *message, int line) {
    char path[] = "/tmp/dateline-test-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_true(dateline_file_write(path, content, strlen(content), NULL));
    dateline_error error = {0};
    assert_null(letters_new(path, &error));
    assert_string_equal(error.message, message);
    assert_string_equal(error.source, path);
    assert_int_equal(error.line, line);
    remove(path);
}

static void a_list_of_fonts_at_fault_is_told_with_its_line(void **state) {
    (void)state;
    assert_told("", "is not valid JSON: '[' or '{' expected near end of file", 1);
    assert_told("{}", "a list of folders would be right", 1);
    assert_told("{\"folders\": [\n7]}", "the path of a folder would be right", 2);
    assert_told("{\"folders\": [],\n\"families\": {}}",
                "an object of families, each with its files, would be right", 2);
    assert_told("{\"folders\": [], \"families\": {\"A\":\n{\"heavy\": \"a.ttf\"}}}",
                "unknown style; regular, bold or italic would be right", 2);
    assert_told("{\"folders\": [], \"families\": {\"A\": {\"bold\":\n\n 1}}}",
                "the name of a font file would be right", 3);
    assert_told("{\"folders\": [], \"families\": {\"A\": {}}, \"fallback\": [\"A\",\n \"B\"]}",
                "the name of one of the families would be right", 2);
}

static void a_first_family_that_is_not_installed_is_told_with_its_package(void **state) {
    (void)state;
    assert_told("{\"folders\": [\"/no/such/folder\"], \"families\": {\"Noto Sans\": {\"regular\": "
                "\"NotoSans-Regular.ttf\"}}}",
                "Noto Sans is not installed; install the package fonts-noto-core", 0);
}

static void a_missing_list_is_told(void **state) {
    (void)state;
    dateline_error error = {0};
    assert_null(letters_new("no/such/fonts.jsonc", &error));
    assert_string_equal(error.source, "no/such/fonts.jsonc");
    assert_int_equal(error.status, DATELINE_SYSTEM);
    letters_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fonts_are_the_ones_the_widths_were_taken_from),
        cmocka_unit_test(widths_are_those_of_the_fonts),
        cmocka_unit_test(a_font_that_is_not_pinned_is_replaced_by_noto_sans),
        cmocka_unit_test(widths_grow_in_proportion_to_size),
        cmocka_unit_test(heights_are_those_of_the_font),
        cmocka_unit_test(tracking_stands_between_letters_only),
        cmocka_unit_test(letters_without_a_font_are_counted),
        cmocka_unit_test(outlines_stand_where_they_are_asked_to),
        cmocka_unit_test(the_outline_of_a_long_line_is_whole),
        cmocka_unit_test(arabic_letters_are_joined_and_run_leftward),
        cmocka_unit_test(hostile_text_is_measured_without_complaint),
        cmocka_unit_test(a_list_of_fonts_at_fault_is_told_with_its_line),
        cmocka_unit_test(a_first_family_that_is_not_installed_is_told_with_its_package),
        cmocka_unit_test(a_missing_list_is_told),
    };
    return cmocka_run_group_tests_name("ink/letters", tests, open_letters, close_letters);
}
