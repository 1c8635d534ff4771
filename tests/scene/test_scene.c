/* The scene keeps what it is given, whatever becomes of the giver, and is always balanced. */
#include "scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Scene *empty_scene(void) {
    PageInfo info = {.width = 100, .height = 50, .points_per_unit = 0.75, .pixels_per_unit = 1};
    return scene_new(&info);
}

static void marks_outlive_what_they_were_made_from(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    char name[] = "Chad";
    Outline outline = {0};
    outline_move(&outline, 1, 2);
    outline_line(&outline, 3, 4);
    scene_path(scene, &outline, (Fill){.colour = {1, 2, 3, 255}}, (Pen){0});
    scene_text(scene, &(TextMark){.text = name, .font = {.family = name, .size = 9}});
    outline_free(&outline);
    memset(name, 'x', 4);
    assert_int_equal(scene_mark_count(scene), 2);
    assert_int_equal(scene_mark(scene, 0)->path.outline.points.count, 2);
    assert_true(scene_mark(scene, 0)->path.outline.points.items[1].y == 4);
    assert_string_equal(scene_mark(scene, 1)->text.text, "Chad");
    assert_string_equal(scene_mark(scene, 1)->text.font.family, "Chad");
    scene_free(scene);
}

static void missing_page_texts_are_empty_strings(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    assert_string_equal(scene_info(scene)->title, "");
    assert_string_equal(scene_info(scene)->credits, "");
    double width, height;
    dateline_scene_size(scene, &width, &height);
    assert_true(width == 100 && height == 50);
    scene_free(scene);
}

static void an_end_too_many_is_ignored(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    scene_end(scene);
    scene_group(scene, &(GroupMark){.kind = "layer"});
    scene_end(scene);
    scene_end(scene);
    assert_int_equal(scene_mark_count(scene), 2);
    scene_free(scene);
}

static void groups_left_open_are_closed_at_the_end(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    scene_group(scene, &(GroupMark){.kind = "layer"});
    scene_group(scene, &(GroupMark){.kind = "country"});
    assert_int_equal(scene_mark_count(scene), 4);
    assert_int_equal(scene_mark(scene, 3)->kind, MARK_END);
    assert_null(scene_mark(scene, 4));
    scene_free(scene);
}

static void empty_paths_and_texts_leave_no_mark(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    scene_path(scene, &(Outline){0}, (Fill){0}, (Pen){0});
    scene_text(scene, &(TextMark){.text = ""});
    scene_text(scene, &(TextMark){.text = NULL});
    assert_int_equal(scene_mark_count(scene), 0);
    scene_free(scene);
}

static void text_of_an_article_is_made_harmless(void **state) {
    (void)state;
    static const struct {
        const char *given, *kept;
    } rows[] = {{"Iraq", "Iraq"},
                {"a\tb\nc", "a b c"},
                {"bell\x07", "bell\xEF\xBF\xBD"},
                {"\xE2\x80\xAEqarI", "qarI"},
                {"\xE2\x81\xA7Iraq\xE2\x81\xA9", "Iraq"},
                {"half \xE2\x80", "half \xEF\xBF\xBD\xEF\xBF\xBD"},
                {"<b>&", "<b>&"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Scene *scene = empty_scene();
        scene_text(scene, &(TextMark){.text = rows[i].given});
        scene_group(scene, &(GroupMark){.title = rows[i].given});
        assert_string_equal(scene_mark(scene, 0)->text.text, rows[i].kept);
        assert_string_equal(scene_mark(scene, 1)->group.title, rows[i].kept);
        scene_free(scene);
    }
}

static void notes_keep_their_order(void **state) {
    (void)state;
    Scene *scene = empty_scene();
    scene_note(scene, "%s is smaller than a %s", "Bahrain", "pixel");
    scene_note(scene, "second");
    assert_int_equal(dateline_scene_note_count(scene), 2);
    assert_string_equal(dateline_scene_note(scene, 0), "Bahrain is smaller than a pixel");
    assert_string_equal(dateline_scene_note(scene, 1), "second");
    assert_null(dateline_scene_note(scene, 2));
    dateline_scene_free(scene);
    dateline_scene_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_outlive_what_they_were_made_from),
        cmocka_unit_test(missing_page_texts_are_empty_strings),
        cmocka_unit_test(an_end_too_many_is_ignored),
        cmocka_unit_test(groups_left_open_are_closed_at_the_end),
        cmocka_unit_test(empty_paths_and_texts_leave_no_mark),
        cmocka_unit_test(text_of_an_article_is_made_harmless),
        cmocka_unit_test(notes_keep_their_order),
    };
    return cmocka_run_group_tests_name("scene", tests, NULL, NULL);
}
