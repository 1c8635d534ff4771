/* The PDF asked by another's tools: text that can be searched, fonts as subsets, a date that is not the
 * clock's. */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* What a command prints, whose %s is the scene as a PDF file. */
static void ask(const Scene *scene, const char *format, Text *answer) {
    char path[] = "/tmp/dateline-test-XXXXXX.pdf", command[256], part[4096];
    int file = mkstemps(path, 4);
    assert_true(file >= 0);
    close(file);
    dateline_error error = {0};
    if (!dateline_paint_file(scene, path, &error)) fail_msg("%s", error.message);
    snprintf(command, sizeof command, format, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    text_add(answer, "");
    for (size_t got; (got = fread(part, 1, sizeof part, pipe)) > 0;) text_add_part(answer, part, got);
    assert_int_equal(pclose(pipe), 0);
    remove(path);
}

static void text_can_be_searched(void **state) {
    (void)state;
    if (!has_program("pdftotext")) skip();
    Scene *scene = sample_page();
    Text answer = {0};
    ask(scene, "pdftotext %s -", &answer);
    assert_non_null(strstr(answer.bytes, "France"));
    assert_non_null(strstr(answer.bytes, "SEA"));
    text_free(&answer);
    scene_free(scene);
}

static void fonts_are_embedded_as_subsets(void **state) {
    (void)state;
    if (!has_program("pdffonts")) skip();
    Scene *scene = sample_page();
    Text answer = {0};
    ask(scene, "pdffonts %s", &answer);
    assert_non_null(strstr(answer.bytes, "+NotoSans-Bold"));
    assert_non_null(strstr(answer.bytes, "+NotoSansArabic"));
    assert_non_null(strstr(answer.bytes, "yes yes yes"));
    assert_null(strstr(answer.bytes, " no "));
    text_free(&answer);
    scene_free(scene);
}

static void stripes_and_fills_are_vectors(void **state) {
    (void)state;
    if (!has_program("pdfimages")) skip();
    Scene *scene = sample_page();
    Text answer = {0};
    ask(scene, "pdfimages -list %s | tail -n +3", &answer);
    assert_string_equal(answer.bytes, "");
    text_free(&answer);
    scene_free(scene);
}

static void the_page_says_what_it_is_and_how_large(void **state) {
    (void)state;
    if (!has_program("pdfinfo")) skip();
    Scene *scene = sample_page();
    Text answer = {0};
    ask(scene, "pdfinfo %s", &answer);
    assert_non_null(strstr(answer.bytes, "Talks & strikes\n"));
    assert_non_null(strstr(answer.bytes, "150 x 90 pts"));
    assert_non_null(strstr(answer.bytes, "Pages:           1\n"));
    text_free(&answer);
    scene_free(scene);
}

static void the_page_is_a_figure_with_its_description(void **state) {
    (void)state;
    if (!has_program("pdfinfo")) skip();
    Scene *scene = sample_page();
    Text answer = {0}, pdf = {0};
    static const char alternative[] = "/Alt<FEFF00410020006D006100700020006F0066"; /* A map of */
    ask(scene, "pdfinfo -struct-text %s", &answer);
    assert_non_null(strstr(answer.bytes, "Document\n  Figure"));
    assert_non_null(strstr(answer.bytes, "France"));
    paint_into(scene, "pdf", &pdf);
    assert_non_null(memmem(pdf.bytes, pdf.size, alternative, strlen(alternative)));
    text_free(&answer);
    text_free(&pdf);
    scene_free(scene);
}

static void readers_find_no_fault(void **state) {
    (void)state;
    static const char *const commands[] = {"pdftotext %s - 2>&1 >/dev/null",
                                           "pdftocairo -svg %s - 2>&1 >/dev/null",
                                           "pdfinfo -struct -meta %s 2>&1 >/dev/null"};
    if (!has_program("pdftocairo")) skip();
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        Scene *scene = sample_page();
        Text answer = {0};
        ask(scene, commands[i], &answer);
        assert_string_equal(answer.bytes, "");
        text_free(&answer);
        scene_free(scene);
    }
}

static void letters_of_every_script_can_be_copied(void **state) {
    (void)state;
    static const char *const rows[] = {"Côte d’Ivoire",
                                       "Россия",
                                       "Ελλάδα",
                                       "Հայաստան",
                                       "საქართველო",
                                       "ไทย",
                                       "ffi AVATAR",
                                       "पोर्टो रीको, ब्रिटिश",
                                       "মার্কিন সামোয়া, পুয়ের্তো রিকো",
                                       "x̀ e̱"};
    if (!has_program("pdftotext")) skip();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Scene *scene = blank_page();
        Text answer = {0};
        scene_text(scene, &(TextMark){.text = rows[i],
                                      .at = {10, 50},
                                      .font = {"Noto Sans", 12, FONT_REGULAR, false, 0},
                                      .colour = INK});
        ask(scene, "pdftotext %s -", &answer);
        assert_memory_equal(answer.bytes, rows[i], strlen(rows[i]));
        text_free(&answer);
        scene_free(scene);
    }
}

static void assert_date(const char *epoch, const char *date) {
    if (epoch)
        setenv("SOURCE_DATE_EPOCH", epoch, 1);
    else
        unsetenv("SOURCE_DATE_EPOCH");
    Scene *scene = blank_page();
    Text answer = {0};
    ask(scene, "pdfinfo -isodates %s", &answer);
    assert_non_null(strstr(answer.bytes, date));
    text_free(&answer);
    scene_free(scene);
}

static void the_date_is_never_that_of_the_clock(void **state) {
    (void)state;
    if (!has_program("pdfinfo")) skip();
    assert_date(NULL, "CreationDate:    1970-01-01T00:00:00Z");
    assert_date("1700000000", "CreationDate:    2023-11-14T22:13:20Z");
    assert_date("not a number", "CreationDate:    1970-01-01T00:00:00Z");
    assert_date("-5", "CreationDate:    1970-01-01T00:00:00Z");
    assert_date("99999999999999999", "CreationDate:    1970-01-01T00:00:00Z");
    unsetenv("SOURCE_DATE_EPOCH");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_can_be_searched),
        cmocka_unit_test(fonts_are_embedded_as_subsets),
        cmocka_unit_test(stripes_and_fills_are_vectors),
        cmocka_unit_test(the_page_says_what_it_is_and_how_large),
        cmocka_unit_test(the_page_is_a_figure_with_its_description),
        cmocka_unit_test(readers_find_no_fault),
        cmocka_unit_test(letters_of_every_script_can_be_copied),
        cmocka_unit_test(the_date_is_never_that_of_the_clock),
    };
    return cmocka_run_group_tests_name("paint/pdf", tests, NULL, NULL);
}
