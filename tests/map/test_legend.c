/* Where the entries of a legend stand, and how wide they are taken to be. */
#include "desk.h"
#include "map/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Page page;
static Story story;
static StoryClass classes[3];
static RoleLook looks[3];

static int open_desk(void **state) {
    (void)state;
    page = desk_open("default");
    const char *const texts[3] = {"take part and carry|out air strikes in Iraq",
                                  "take part without|air strikes", "hit by air strikes:|Iraq and Syria"};
    for (int i = 0; i < 3; i++)
        classes[i] = (StoryClass){.look = &looks[i], .count = 8 + 5 * i, .text = texts[i]};
    story = (Story){.title = "Talks in London",
                    .source = "News report",
                    .classes = classes,
                    .class_count = 3,
                    .strikes_text = "Air strikes since August"};
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    desk_close(&page);
    return 0;
}

static void a_wide_page_has_one_row_in_the_story_s_order(void **state) {
    (void)state;
    Legend legend = legend_measure(&page, &story, 40, 100, 1560, false);
    assert_int_equal(legend.count, 4);
    for (size_t i = 0; i < legend.count; i++) {
        assert_true(legend.entries[i].at.y == 100);
        if (i)
            assert_true(legend.entries[i].at.x >= legend.entries[i - 1].at.x + legend.entries[i - 1].width);
    }
    assert_true(legend.bottom == 100 + legend.row_height);
    assert_true(legend.entries[0].which == &classes[0]);
    assert_null(legend.entries[3].which); /* the symbols come last */
}

static void every_entry_ends_before_the_right_edge(void **state) {
    (void)state;
    for (double right = 400; right < 1600; right += 40) {
        Legend legend = legend_measure(&page, &story, 40, 100, right, false);
        for (size_t i = 0; i < legend.count; i++)
            assert_true(legend.entries[i].at.x + legend.entries[i].width <= right + 0.01);
    }
}

static void rows_do_not_overlap(void **state) {
    (void)state;
    Legend legend = legend_measure(&page, &story, 40, 100, 520, false);
    bool more_rows = false;
    for (size_t i = 1; i < legend.count; i++) {
        double down = legend.entries[i].at.y - legend.entries[i - 1].at.y;
        assert_true(down == 0 || down >= legend.row_height);
        more_rows |= down > 0;
    }
    assert_true(more_rows);
}

static void downward_each_has_a_row_of_its_own(void **state) {
    (void)state;
    Legend legend = legend_measure(&page, &story, 40, 100, 1560, true);
    for (size_t i = 0; i < legend.count; i++) {
        assert_true(legend.entries[i].at.x == 40);
        if (i) assert_true(legend.entries[i].at.y > legend.entries[i - 1].at.y);
    }
}

static void an_entry_is_as_wide_as_its_wider_line(void **state) {
    (void)state;
    Legend legend = legend_measure(&page, &story, 40, 100, 1560, false);
    Font font = page_font(&page, &page.style->text.legend);
    double text = letters_measure(page.letters, &font, "out air strikes in Iraq").width;
    assert_true(legend.entries[0].width > text + page.style->legend.swatch * page.s);
    assert_true(legend.entries[0].width < text + 8 * page.s);
}

static void a_story_without_symbols_has_no_entry_for_them(void **state) {
    (void)state;
    Story quiet = story;
    quiet.strikes_text = NULL;
    assert_int_equal(legend_measure(&page, &quiet, 40, 100, 1560, false).count, 3);
}

static void signs_share_an_entry_where_that_saves_a_row(void **state) {
    (void)state;
    static const LonLat city = {24.9, 60.2};
    Story busy = story;
    busy.host_city = &city;
    busy.has_connectors = true;
    assert_int_equal(legend_measure(&page, &busy, 40, 100, 1560, false).count,
                     5); /* three signs on two lines */
    Legend narrow = legend_measure(&page, &busy, 40, 100, 1080, false);
    assert_int_equal(narrow.count, 4);
    assert_int_equal(narrow.entries[3].sign_count, 3);
    assert_true(narrow.bottom < 100 + 2 * narrow.row_height);
    assert_true(narrow.entries[0].row == narrow.entries[3].height); /* all stand in the middle of the row */
}

/* Where the style puts the legend, with so many insets. */
static Layout layout_with(LegendPlace place, size_t insets) {
    Style style = *page.style;
    Page placed = page;
    style.legend.place = place;
    placed.style = &style;
    return layout_measure(&placed, &story, LAYOUT_WIDE, insets);
}

static void beside_the_map_the_map_gives_way(void **state) {
    (void)state;
    static const struct {
        LegendPlace place;
        size_t insets;
        bool left;
    } rows[] = {
        {LEGEND_LEFT, 0, true}, {LEGEND_LEFT, 2, true}, {LEGEND_RIGHT, 0, false}, {LEGEND_RIGHT, 1, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Layout over = layout_with(LEGEND_TOP, rows[i].insets),
               beside = layout_with(rows[i].place, rows[i].insets);
        assert_true(beside.map.top < over.map.top && beside.map.bottom == over.map.bottom);
        assert_true(beside.legend.bottom <= beside.map.bottom);
        for (size_t j = 0; j < beside.legend.count; j++) {
            const LegendEntry *entry = &beside.legend.entries[j];
            double right = entry->at.x + entry->width;
            assert_true(rows[i].left ? right < beside.map.left : entry->at.x > beside.map.right);
            assert_true(right <= over.map.right + 0.01);
        }
    }
}

static void a_legend_too_wide_for_a_column_stays_over_the_map(void **state) {
    (void)state;
    classes[0].text = "take part and carry out air strikes in Iraq with aircraft of their own and of others";
    Layout over = layout_with(LEGEND_TOP, 2), beside = layout_with(LEGEND_LEFT, 2);
    assert_true(beside.map.left == over.map.left && beside.map.top == over.map.top);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wide_page_has_one_row_in_the_story_s_order),
        cmocka_unit_test(every_entry_ends_before_the_right_edge),
        cmocka_unit_test(rows_do_not_overlap),
        cmocka_unit_test(downward_each_has_a_row_of_its_own),
        cmocka_unit_test(an_entry_is_as_wide_as_its_wider_line),
        cmocka_unit_test(a_story_without_symbols_has_no_entry_for_them),
        cmocka_unit_test(signs_share_an_entry_where_that_saves_a_row),
        cmocka_unit_test(beside_the_map_the_map_gives_way),
        cmocka_unit_test(a_legend_too_wide_for_a_column_stays_over_the_map),
    };
    return cmocka_run_group_tests_name("map/legend", tests, open_desk, close_desk);
}
