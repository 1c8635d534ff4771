/* Lines that fit, are even and lose nothing but what has no room; patterns filled in. */
#include "base/text.h"
#include "desk.h"
#include "map/mirror.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Page page;

static int open_desk(void **state) {
    (void)state;
    page = desk_open("default");
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    desk_close(&page);
    return 0;
}

static Font title_font(void) {
    return page_font(&page, &page.style->text.title);
}

static double width_of(const Font *font, const char *text) {
    return letters_measure(page.letters, font, text).width;
}

/* All lines of a text, one space between them. */
static const char *joined(const Lines *lines) {
    const char *text = "";
    for (size_t i = 0; i < lines->count; i++)
        text = arena_format(page.arena, "%s%s%s", text, i ? " " : "", lines->items[i]);
    return text;
}

static void wrapping_loses_no_word_and_no_line_is_too_wide(void **state) {
    (void)state;
    const char *text = "Twenty-one countries meet in London on the fight against the Islamic State";
    Font font = title_font();
    for (double width = 500; width < 2000; width += 50) {
        bool cut = true;
        Lines lines = page_wrap(&page, &font, text, width, 9, &cut);
        assert_false(cut);
        assert_string_equal(joined(&lines), text);
        for (size_t i = 0; i < lines.count; i++) assert_true(width_of(&font, lines.items[i]) <= width + 0.01);
    }
}

static void no_word_stands_alone_on_the_last_line(void **state) {
    (void)state;
    const char *text = "Nine countries of the region join the talks today";
    Font font = title_font();
    /* As wide as all but the last word: a greedy break would leave that one alone. */
    double width = width_of(&font, "Nine countries of the region join the talks") + 5;
    Lines lines = page_wrap(&page, &font, text, width, 3, NULL);
    assert_int_equal(lines.count, 2);
    double first = width_of(&font, lines.items[0]), last = width_of(&font, lines.items[1]);
    assert_true(last > first * 0.7);
    assert_non_null(strchr(lines.items[1], ' '));
}

static void a_text_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word(void **state) {
    (void)state;
    const char *text = "Allies against the militants take stock of what has been won and lost so far";
    Font font = title_font();
    bool cut = false;
    Lines lines = page_wrap(&page, &font, text, 600, 2, &cut);
    assert_true(cut);
    assert_int_equal(lines.count, 2);
    const char *last = lines.items[1], *end = strstr(last, "…");
    assert_non_null(end);
    assert_string_equal(end, "…");
    assert_true(width_of(&font, last) <= 600.01);
    /* What stands before the ellipsis is the beginning of the text, up to a space. */
    const char *all = joined(&lines);
    size_t size = strlen(all) - strlen("…");
    assert_memory_equal(all, text, size);
    assert_int_equal(text[size], ' ');
}

static void white_space_and_nothing_make_no_lines(void **state) {
    (void)state;
    Font font = title_font();
    bool cut = true;
    assert_int_equal(page_wrap(&page, &font, "", 300, 2, &cut).count, 0);
    assert_false(cut);
    assert_int_equal(page_wrap(&page, &font, " \n\t ", 300, 2, &cut).count, 0);
    assert_string_equal(page_wrap(&page, &font, "  one \n two ", 3000, 2, &cut).items[0], "one two");
}

/* No font of the test needs to have these letters: what is missing has a width too. */
static void lines_without_spaces_break_between_letters_but_not_before_a_mark(void **state) {
    (void)state;
    const char *text = "盟国在伦敦举行会议，讨论下一步行动。";
    Font font = title_font();
    bool cut;
    for (double width = 200; width < 800; width += 37) {
        Lines lines = page_wrap(&page, &font, text, width, 20, &cut);
        Text all = {0};
        assert_true(!cut && lines.count >= 1);
        for (size_t i = 0; i < lines.count; i++) {
            assert_true(strncmp(lines.items[i], "，", 3) != 0 && strncmp(lines.items[i], "。", 3) != 0);
            text_add(&all, lines.items[i]);
        }
        assert_string_equal(all.bytes, text); /* no space has come in */
        text_free(&all);
    }
    Lines mixed = page_wrap(&page, &font, "Natural Earth的边界", 1e6, 1, &cut);
    assert_string_equal(mixed.items[0], "Natural Earth的边界");
}

static void a_page_read_leftward_has_its_text_on_the_right(void **state) {
    (void)state;
    Tongue tongue = *page.tongue;
    const Tongue *english = page.tongue;
    Box box = {40, 10, 90, 20};
    assert_true(mirror_box(&page, box).left == 40 && mirror_anchor(&page, TEXT_START) == TEXT_START);
    tongue.leftward = true;
    page.tongue = &tongue;
    assert_true(mirror_point(&page, (Point){40, 10}).x == page.width - 40);
    assert_true(mirror_box(&page, box).left == page.width - 90 &&
                mirror_box(&page, box).right == page.width - 40);
    assert_true(box_is_empty(mirror_box(&page, BOX_EMPTY)));
    assert_int_equal(mirror_anchor(&page, TEXT_START), TEXT_END);
    assert_int_equal(mirror_anchor(&page, TEXT_MIDDLE), TEXT_MIDDLE);
    page.tongue = english;
}

static void bars_split_the_lines_of_a_legend(void **state) {
    (void)state;
    Font font = page_font(&page, &page.style->text.legend);
    Lines lines = page_split(&page, &font, "take part without|air strikes");
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.items[0], "take part without");
    assert_string_equal(lines.items[1], "air strikes");
    assert_true(lines.width == width_of(&font, "take part without"));
}

static void braces_are_filled_in_and_unknown_ones_stay(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *filled;
    } rows[] = {
        {"{a} of {b}", "1 of 2"},
        {"{b}{a}{b}", "212"},
        {"{c} and {a", "{c} and {a"},
        {"", ""},
        {"}{", "}{"},
        {"{}", "{}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(page_fill_in(&page, rows[i].pattern, "a", "1", "b", "2", NULL), rows[i].filled);
}

static void type_follows_the_shape_of_the_page(void **state) {
    (void)state;
    static const struct {
        const char *style;
        double s;
    } rows[] = {
        {"tests/maps/styles/web.json", 16},
        {"tests/maps/styles/slide.json", 19.2},
        {"tests/maps/styles/a4-landscape.json", 9},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Page other = desk_open(rows[i].style);
        assert_true(other.s > rows[i].s - 0.01 && other.s < rows[i].s + 0.01);
        desk_close(&other);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrapping_loses_no_word_and_no_line_is_too_wide),
        cmocka_unit_test(no_word_stands_alone_on_the_last_line),
        cmocka_unit_test(a_text_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word),
        cmocka_unit_test(white_space_and_nothing_make_no_lines),
        cmocka_unit_test(lines_without_spaces_break_between_letters_but_not_before_a_mark),
        cmocka_unit_test(a_page_read_leftward_has_its_text_on_the_right),
        cmocka_unit_test(bars_split_the_lines_of_a_legend),
        cmocka_unit_test(braces_are_filled_in_and_unknown_ones_stay),
        cmocka_unit_test(type_follows_the_shape_of_the_page),
    };
    return cmocka_run_group_tests_name("map/page", tests, open_desk, close_desk);
}
