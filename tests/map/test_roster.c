/* The list of names under the map. */
#include "desk.h"
#include "map/roster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Page page;
static Style style;
static RoleLook looks[3];
static StoryClass classes[3];
static Cast cast[7];
static Story story;

static int open_desk(void **state) {
    (void)state;
    static const char *const names[7] = {"Zambia", "Österreich", "Saudi Arabia", "Oman",
                                         "Iraq",   "Peru",       "Egypt"};
    static const int look_of[7] = {0, 0, 0, 0, 1, 2, 2};
    page = desk_open("default");
    style = *page.style;
    style.roster.shown = true;
    page.style = &style;
    for (int i = 0; i < 7; i++) cast[i] = (Cast){.name = names[i], .look = &looks[look_of[i]]};
    classes[0] = (StoryClass){.look = &looks[0], .count = 4, .text = "take part without|air strikes"};
    classes[1] = (StoryClass){.look = &looks[1], .count = 1, .text = "hit by air strikes:|Iraq"};
    classes[2] = (StoryClass){.look = &looks[2], .count = 2, .text = "declined"};
    story = (Story){.cast = cast, .cast_count = 7, .classes = classes, .class_count = 3};
    return 0;
}

static int close_desk(void **state) {
    (void)state;
    desk_close(&page);
    return 0;
}

static void names_stand_by_class_in_the_order_of_the_alphabet(void **state) {
    (void)state;
    Roster roster = roster_measure(&page, &story, 40, 1560, 860);
    assert_int_equal(roster.count, 2); /* the legend has named Iraq */
    assert_string_equal(roster.entries[0].heading.items[0], "Take part without air strikes");
    assert_int_equal(roster.entries[0].names.count, 1);
    assert_string_equal(roster.entries[0].names.items[0], "Oman, Österreich, Saudi\u00A0Arabia, Zambia");
    assert_string_equal(roster.entries[1].names.items[0], "Egypt, Peru");
}

static void the_last_line_stands_at_the_bottom(void **state) {
    (void)state;
    for (double right = 200; right < 1600; right += 100) {
        Roster roster = roster_measure(&page, &story, 40, right, 860);
        double lowest = 0, leading = page_font(&page, &style.text.roster).size * style.text.roster.leading,
               title = page_font(&page, &style.text.roster_title).size * style.text.roster_title.leading;
        for (size_t i = 0; i < roster.count; i++) {
            const RosterEntry *entry = &roster.entries[i];
            double foot = entry->at.y + title * (double)entry->heading.count +
                          leading * (double)(entry->names.count - 1);
            lowest = foot > lowest ? foot : lowest;
            assert_true(entry->at.x >= 40 && entry->at.x + entry->names.width <= right + 0.01);
            assert_true(entry->at.y > roster.rule);
        }
        assert_true(lowest > 859.9 && lowest < 860.1);
    }
}

static void what_has_no_room_is_left_out_and_told(void **state) {
    (void)state;
    style.roster.most = 0.01;
    Roster roster = roster_measure(&page, &story, 40, 1560, 860);
    style.roster.most = 0.4;
    assert_int_equal(roster.count, 0);
    assert_true(roster.left_out);
    roster_draw(&page, &roster);
    assert_non_null(strstr(dateline_scene_note(page.scene, 0), "no room for the list"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stand_by_class_in_the_order_of_the_alphabet),
        cmocka_unit_test(the_last_line_stands_at_the_bottom),
        cmocka_unit_test(what_has_no_room_is_left_out_and_told),
    };
    return cmocka_run_group_tests_name("map/roster", tests, open_desk, close_desk);
}
