/* The trace is the golden of other tests, so its own form is fixed here. */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_mark_is_one_line(void **state) {
    (void)state;
    static const char expected[] =
        "page 200 x 120, 0.75 points and 1 pixels a unit, language \"en\"\n"
        "title \"Talks & strikes\"\n"
        "description \"A map of \\\"two\\\" countries\"\n"
        "credits \"Source: tests\"\n"
        "note \"one\"\n"
        "path fill #ffffff outline M0,0 L200,0 L200,120 L0,120 Z\n"
        "country id \"IRQ\" country \"IRQ\" roles \"participant striker\" title \"A country\"\n"
        "  path fill #3579b1 hatch 45 degrees, pitch 8, 2.2 #b3261e, casing 1.1 #ffffff pen 1.3 #b3261e"
        " outline M10,10 L70,10 L70,60 L10,60 Z\n"
        "country id \"FRA\" country \"FRA\" roles \"participant striker\" title \"A country\"\n"
        "  path fill #3579b1 pen 1.3 #b3261e outline M70,10 L130,10 L130,60 L70,60 Z\n"
        "path pen 0.8 #16202a dash 2.2 1.8 outline M10,70 L190,70\n"
        "inset id \"inset\" clip outline 1 parts, 17 points, box 150,10 190,50, area 1569, hash c42d18a8\n"
        "  path fill #3579b180 pen 2 #16202a outline 1 parts, 13 points, box 120,20 180,80, area 2824, hash "
        "b088a181\n"
        "text \"France\" middle 100,40 width 50.2 font \"Noto Sans\" 15 bold #16202a halo 2 #ffffffc7\n"
        "text \"SEA\" end 190,90 width 34.1 font \"Noto Sans\" 15 bold tracking 0.1 #16202a\n"
        "text \"العراق\" start 10,105 width 39.8 font \"Noto Sans\" 15 bold #16202a\n";
    Scene *scene = sample_page();
    Text text = {0};
    scene_note(scene, "one");
    paint_into(scene, "trace", &text);
    assert_string_equal(text.bytes, expected);
    text_free(&text);
    scene_free(scene);
}

static void what_cannot_be_seen_is_written_by_its_number(void **state) {
    (void)state;
    Scene *scene = blank_page();
    Text text = {0};
    scene_text(scene, &(TextMark){.text = "a\xE2\x80\x8F"
                                          "b\"\\\xC2\xAD"});
    scene_group(scene, &(GroupMark){.id = "\x01"});
    paint_into(scene, "trace", &text);
    assert_non_null(strstr(text.bytes, "text \"a\\u{200f}b\\\"\\\\\\u{ad}\" start"));
    assert_non_null(strstr(text.bytes, "group id \"\\u{1}\"\n"));
    text_free(&text);
    scene_free(scene);
}

/* The hash of a long outline sees a change of a tenth of a unit, and not one of a hundredth. */
static void a_long_outline_is_told_from_one_that_differs(void **state) {
    (void)state;
    Text text[3] = {{0}, {0}, {0}};
    static const double moved[] = {0, 0.01, 0.1};
    for (int i = 0; i < 3; i++) {
        Scene *scene = blank_page();
        Outline outline = {0};
        for (int j = 0; j < 40; j++)
            (j ? outline_line : outline_move)(&outline, j + (j == 20 ? moved[i] : 0), j % 2);
        scene_path(scene, &outline, (Fill){0}, (Pen){INK, 1, {0, 0}});
        paint_into(scene, "trace", &text[i]);
        outline_free(&outline);
        scene_free(scene);
    }
    assert_string_equal(text[0].bytes, text[1].bytes);
    assert_string_not_equal(text[0].bytes, text[2].bytes);
    for (int i = 0; i < 3; i++) text_free(&text[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_is_one_line),
        cmocka_unit_test(what_cannot_be_seen_is_written_by_its_number),
        cmocka_unit_test(a_long_outline_is_told_from_one_that_differs),
    };
    return cmocka_run_group_tests_name("paint/trace", tests, NULL, NULL);
}
