/* Every number of a style at both ends of its range: the page may look odd, but there is one, and all of it
 * is somewhere. */
#include "scene.h"
#include "stories.h"
#include "style/fields.h"
#include "style/style.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Desk {
    dateline_atlas *atlas;
    Style *style;
    Facts *world, *region;
    int numbers;
} Desk;

static int set_up(void **state) {
    static Desk desk;
    desk.atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes", .scale = "110m"}, NULL);
    desk.style = dateline_style_load("styles", NULL, NULL);
    desk.world = story_by_hand("two-far-apart");
    desk.region = story_by_hand("two-neighbours");
    *state = &desk;
    return desk.atlas && desk.style ? 0 : -1;
}

static int tear_down(void **state) {
    Desk *desk = *state;
    dateline_facts_free(desk->world);
    dateline_facts_free(desk->region);
    dateline_style_free(desk->style);
    dateline_atlas_free(desk->atlas);
    return 0;
}

static bool is_sound(const Mark *mark) {
    bool sound = true;
    if (mark->kind == MARK_TEXT)
        sound = isfinite(mark->text.at.x) && isfinite(mark->text.at.y) && isfinite(mark->text.width);
    if (mark->kind == MARK_PATH)
        for (size_t i = 0; sound && i < mark->path.outline.points.count; i++)
            sound = isfinite(mark->path.outline.points.items[i].x) &&
                    isfinite(mark->path.outline.points.items[i].y);
    return sound;
}

static void check_page(const Desk *desk, const Facts *facts, const char *size, const char *path,
                       double value) {
    dateline_error error = {0};
    dateline_map_options options = {.size = size};
    dateline_scene *scene = dateline_compose(facts, desk->atlas, desk->style, &options, &error);
    if (!scene) fail_msg("%s = %g: %s", path, value, error.message);
    for (size_t i = 0; i < scene_mark_count(scene); i++)
        if (!is_sound(scene_mark(scene, i))) fail_msg("%s = %g: mark %zu is nowhere", path, value, i);
    dateline_scene_free(scene);
}

/* The rest is the same on pages of any shape. */
static bool is_of_the_page(const char *path) {
    static const char *const groups[] = {".page.", ".letters.", ".layout.", ".caption.", ".legend."};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (!strncmp(path, groups[i], strlen(groups[i]))) return true;
    return false;
}

static void check_number(Desk *desk, const Field *field, double *number, const char *path) {
    const double usual = *number, ends[2] = {field->least, field->most};
    for (int i = 0; i < 2; i++) {
        *number = ends[i];
        check_page(desk, desk->world, NULL, path, ends[i]);
        if (is_of_the_page(path)) check_page(desk, desk->world, "portrait", path, ends[i]);
        check_page(desk, desk->region, NULL, path, ends[i]);
    }
    *number = usual;
    desk->numbers++;
}

static void walk(Desk *desk, const Field *fields, char *base, const char *parent) {
    char path[200];
    for (; fields->key; fields++) {
        snprintf(path, sizeof path, "%s.%s", parent, fields->key);
        if (fields->kind == FIELD_NUMBER)
            check_number(desk, fields, (double *)(void *)(base + fields->offset), path);
        if (fields->kind == FIELD_GROUP || fields->kind == FIELD_FILL)
            walk(desk, fields->fields, base + fields->offset, path);
    }
}

static void every_number_has_a_page_at_both_ends_of_its_range(void **state) {
    Desk *desk = *state;
    walk(desk, style_fields, (char *)desk->style, "");
    assert_true(desk->numbers > 150);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_number_has_a_page_at_both_ends_of_its_range)};
    return cmocka_run_group_tests_name("map/extremes", tests, set_up, tear_down);
}
