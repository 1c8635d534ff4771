/* Which maps a page shows: region or world, where it is centred, which insets, and what stands on which. */
#include "base/text.h"
#include "desk.h"
#include "geo/geo.h"
#include "marks.h"
#include "stories.h"
#include "style/style.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static dateline_atlas *atlas;
static dateline_style *web;

static int load(void **state) {
    (void)state;
    atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes"}, NULL);
    web = dateline_style_load("styles", "tests/maps/styles/web.json", NULL);
    return atlas && web ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    dateline_atlas_free(atlas);
    dateline_style_free(web);
    return 0;
}

static dateline_scene *compose(const char *story) {
    dateline_error error = {0};
    Facts *facts = story_by_hand(story);
    dateline_scene *scene = dateline_compose(facts, atlas, web, NULL, &error);
    if (!scene) fail_msg("%s: %s", story, error.message);
    dateline_facts_free(facts);
    return scene;
}

static const GroupMark *find_group(const dateline_scene *scene, const char *id) {
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        if (mark->kind == MARK_GROUP && mark->group.id && !strcmp(mark->group.id, id)) return &mark->group;
    }
    return NULL;
}

static const TextMark *find_text(const dateline_scene *scene, const char *text) {
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        if (mark->kind == MARK_TEXT && !strcmp(mark->text.text, text)) return &mark->text;
    }
    return NULL;
}

static bool is_world(const dateline_scene *scene) {
    return outline_is_empty(&find_group(scene, "map")->clip);
}

static int count_insets(const dateline_scene *scene) {
    return (find_group(scene, "inset-1") != NULL) + (find_group(scene, "inset-2") != NULL);
}

static void a_story_of_one_region_gets_that_region_and_a_globe(void **state) {
    (void)state;
    static const struct {
        const char *story;
        bool world;
    } rows[] = {{"middle-east", false},    {"balkans", false}, {"caribbean", false},
                {"european-union", false}, {"london", true},   {"two-far-apart", true},
                {"alliance", true},        {"date-line", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_scene *scene = compose(rows[i].story);
        assert_int_equal(is_world(scene), rows[i].world);
        assert_int_equal(find_group(scene, "globe") != NULL, !rows[i].world);
        if (!rows[i].world) assert_int_equal(count_insets(scene), 0);
        dateline_scene_free(scene);
    }
}

static void the_talks_in_london_get_exactly_europe_and_the_middle_east(void **state) {
    (void)state;
    dateline_scene *scene = compose("london");
    assert_int_equal(count_insets(scene), 2);
    const TextMark *europe = find_text(scene, "EUROPE"), *east = find_text(scene, "MIDDLE EAST");
    assert_non_null(europe);
    assert_non_null(east);
    Box first = outline_box_of(&find_group(scene, "inset-1")->clip),
        second = outline_box_of(&find_group(scene, "inset-2")->clip);
    assert_true(europe->at.y > first.top && europe->at.y < first.bottom);
    assert_true(east->at.y > second.top && east->at.y < second.bottom);
    assert_true(first.bottom < second.top);
    dateline_scene_free(scene);
}

static void a_style_says_whose_names_are_worth_their_place(void **state) {
    (void)state;
    const double usual = web->labels.neighbour;
    dateline_scene *scene = compose("middle-east");
    assert_non_null(find_text(scene, "Sudan"));
    dateline_scene_free(scene);
    web->labels.neighbour = 0; /* leaving it out costs nothing */
    scene = compose("middle-east");
    web->labels.neighbour = usual;
    assert_null(find_text(scene, "Sudan"));
    assert_non_null(find_text(scene, "Egypt"));
    dateline_scene_free(scene);
}

static void a_country_is_named_once(void **state) {
    (void)state;
    static const char *const stories[] = {"london", "alliance", "yemen", "pacific"};
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        Marks marks = {0};
        dateline_scene *scene = compose(stories[i]);
        marks_collect(scene, &marks);
        for (size_t j = 0; j < marks.texts.count; j++)
            for (size_t k = j + 1; k < marks.texts.count; k++)
                if (strstr(marks.texts.items[j].owner, "-label-") &&
                    strstr(marks.texts.items[k].owner, "-label-"))
                    assert_string_not_equal(marks.texts.items[j].what, marks.texts.items[k].what);
        marks_free(&marks);
        dateline_scene_free(scene);
    }
}

/* A point of a country's outline on the main map. */
static Box box_of(const dateline_scene *scene, const char *country) {
    Marks marks = {0};
    Box box = BOX_EMPTY;
    marks_collect(scene, &marks);
    for (size_t i = 0; i < marks.patches.count; i++)
        if (!strcmp(marks.patches.items[i].country, country) && !strcmp(marks.patches.items[i].panel, "map"))
            box = box_union(box, outline_box_of(marks.patches.items[i].outline));
    marks_free(&marks);
    return box;
}

static void islands_on_both_sides_of_the_date_line_lie_side_by_side(void **state) {
    (void)state;
    dateline_scene *scene = compose("pacific");
    Box fiji = box_of(scene, "FJI"), samoa = box_of(scene, "WSM");
    double middle = scene_info(scene)->width / 2;
    assert_true(fabs(fiji.left - samoa.left) < scene_info(scene)->width / 4);
    assert_true(box_width(fiji) < scene_info(scene)->width / 4);
    assert_true(fiji.left < samoa.left);
    assert_true(fabs(fiji.left - middle) < middle * 0.7);
    dateline_scene_free(scene);
}

static void what_a_leader_names_it_ends_in(void **state) {
    (void)state;
    Marks marks = {0};
    dateline_scene *scene = compose("london");
    marks_collect(scene, &marks);
    assert_true(marks.leaders.count >= 5);
    for (size_t i = 0; i < marks.leaders.count; i++) {
        const Leader *leader = &marks.leaders.items[i];
        const char *code = strrchr(leader->owner, '-') + 1;
        bool inside = !strcmp(code, "host");
        for (size_t j = 0; j < marks.patches.count; j++) {
            const Patch *patch = &marks.patches.items[j];
            Box near = box_grown(outline_box_of(patch->outline), 2);
            if (strcmp(patch->country, code) != 0 || strcmp(patch->panel, leader->panel) != 0) continue;
            bool is_circle = box_width(near) < 20;
            inside |= is_circle
                          ? box_contains(near, (Box){leader->to.x, leader->to.y, leader->to.x, leader->to.y})
                          : outline_contains(patch->outline, leader->to);
        }
        if (!inside) fail_msg("%s does not end in its country", leader->owner);
    }
    marks_free(&marks);
    dateline_scene_free(scene);
}

static void the_same_story_gives_the_same_page(void **state) {
    (void)state;
    dateline_scene *first = compose("alliance"), *second = compose("alliance");
    assert_int_equal(scene_mark_count(first), scene_mark_count(second));
    for (size_t i = 0; i < scene_mark_count(first); i++) {
        const Mark *a = scene_mark(first, i), *b = scene_mark(second, i);
        assert_int_equal(a->kind, b->kind);
        if (a->kind != MARK_TEXT) continue;
        assert_string_equal(a->text.text, b->text.text);
        assert_true(a->text.at.x == b->text.at.x && a->text.at.y == b->text.at.y);
    }
    dateline_scene_free(first);
    dateline_scene_free(second);
}

static bool keep(void *context, const void *bytes, size_t size) {
    text_add_part(context, bytes, size);
    return true;
}

static void take_trace(const Facts *facts, int threads, Text *trace) {
    dateline_map_options options = {.threads = threads};
    dateline_scene *scene = dateline_compose(facts, atlas, web, &options, NULL);
    assert_non_null(scene);
    assert_true(dateline_paint(scene, "trace", keep, trace, NULL));
    dateline_scene_free(scene);
}

static void threads_change_nothing(void **state) {
    (void)state;
    Facts *facts = story_by_hand("alliance");
    Text alone = {0};
    take_trace(facts, 1, &alone);
    for (int threads = 2; threads <= 4; threads++) {
        Text together = {0};
        take_trace(facts, threads, &together);
        assert_int_equal(alone.size, together.size);
        assert_memory_equal(alone.bytes, together.bytes, alone.size);
        text_free(&together);
    }
    text_free(&alone);
    dateline_facts_free(facts);
}

static dateline_scene *compose_json(const char *json) {
    dateline_error error = {0};
    Facts *facts = desk_facts(json);
    dateline_scene *scene = dateline_compose(facts, atlas, web, NULL, &error);
    if (!scene) fail_msg("%s", error.message);
    dateline_facts_free(facts);
    return scene;
}

#define STRUCK(places)                                                                                       \
    "{\"dateline\": \"facts/1\", \"title\": \"War\", \"countries\": [{\"id\": \"USA\", \"name\": \"US\", "   \
    "\"roles\": [\"striker\"]}, {\"id\": \"RUS\", "                                                          \
    "\"name\": "                                                                                             \
    "\"Russia\", \"roles\": [\"target\"]}, {\"id\": \"UKR\", \"name\": \"Ukraine\", \"roles\": "             \
    "[\"target\"]}], "                                                                                       \
    "\"strikes\": [" places "]}"

static void capitals_are_named_last_and_the_host_s_is_not_named_twice(void **state) {
    (void)state;
    dateline_scene *scene = compose_json("{\"dateline\": \"facts/1\", \"title\": \"Talks\", \"countries\": "
                                         "[{\"id\": \"IRN\", \"name\": \"Iran\", \"roles\": "
                                         "[\"participant\"], \"capital\": \"Tehran\"}, {\"id\": \"SAU\", "
                                         "\"name\": \"Saudi Arabia\", \"roles\": "
                                         "[\"participant\", \"host\"], \"capital\": \"Riyadh\"}, {\"id\": "
                                         "\"IRQ\", \"name\": \"Iraq\", \"roles\": "
                                         "[\"participant\"], \"capital\": \"Nowhere\"}], \"host\": "
                                         "{\"country\": \"SAU\", \"place\": \"Riyadh\"}}");
    assert_non_null(find_text(scene, "Tehran"));
    assert_null(find_text(scene, "Riyadh"));
    assert_non_null(find_text(scene, "Riyadh, host city"));
    assert_null(find_text(scene, "Nowhere"));
    for (size_t i = 0; i < dateline_scene_note_count(scene); i++)
        assert_null(strstr(dateline_scene_note(scene, i), "Nowhere"));
    dateline_scene_free(scene);
}

/* Russia would make it too small, and is seen in it all the same. */
static void places_of_strikes_get_an_inset_on_a_map_of_the_world(void **state) {
    (void)state;
    dateline_scene *scene = compose_json(STRUCK("{\"target\": \"UKR\", \"by\": [\"USA\"], \"places\": "
                                                "[\"Kharkiv\", \"Odesa\"]}, {\"target\": \"RUS\", \"by\": "
                                                "[\"USA\"], \"places\": [\"Belgorod\"]}"));
    assert_true(is_world(scene));
    assert_non_null(find_group(scene, "inset-1"));
    assert_null(find_group(scene, "inset-2"));
    assert_non_null(find_text(scene, "Kharkiv"));
    assert_non_null(find_text(scene, "Belgorod"));
    assert_non_null(find_text(scene, "Air strikes"));
    assert_non_null(strstr(scene_info(scene)->credits, "GeoNames"));
    dateline_scene_free(scene);
}

static void a_legend_has_no_sign_for_strikes_that_no_map_marks(void **state) {
    (void)state;
    dateline_scene *scene =
        compose_json(STRUCK("{\"target\": \"RUS\", \"by\": [\"USA\"], \"places\": [\"Belgorod\"]}"));
    assert_null(find_group(scene, "inset-1")); /* Russia in an inset is hardly larger */
    assert_null(find_text(scene, "Belgorod"));
    assert_null(find_text(scene, "Air strikes"));
    dateline_scene_free(scene);
}

static void the_arctic_is_seen_from_its_pole_and_antarctica_in_an_inset(void **state) {
    (void)state;
    static const char *const worlds[] = {"date-line", "two-far-apart", "alliance", "antarctica"};
    dateline_scene *scene = compose("arctic");
    assert_false(is_world(scene));
    assert_non_null(find_text(scene, "Russia"));
    assert_non_null(find_text(scene, "Canada"));
    dateline_scene_free(scene);
    for (size_t i = 0; i < sizeof worlds / sizeof *worlds; i++) {
        scene = compose(worlds[i]);
        assert_true(is_world(scene));
        if (!strcmp(worlds[i], "antarctica")) assert_non_null(find_group(scene, "inset-1"));
        if (!strcmp(worlds[i], "antarctica")) assert_null(find_group(scene, "inset-1-locator"));
        dateline_scene_free(scene);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_of_one_region_gets_that_region_and_a_globe),
        cmocka_unit_test(the_talks_in_london_get_exactly_europe_and_the_middle_east),
        cmocka_unit_test(a_style_says_whose_names_are_worth_their_place),
        cmocka_unit_test(a_country_is_named_once),
        cmocka_unit_test(capitals_are_named_last_and_the_host_s_is_not_named_twice),
        cmocka_unit_test(places_of_strikes_get_an_inset_on_a_map_of_the_world),
        cmocka_unit_test(the_arctic_is_seen_from_its_pole_and_antarctica_in_an_inset),
        cmocka_unit_test(a_legend_has_no_sign_for_strikes_that_no_map_marks),
        cmocka_unit_test(islands_on_both_sides_of_the_date_line_lie_side_by_side),
        cmocka_unit_test(what_a_leader_names_it_ends_in),
        cmocka_unit_test(the_same_story_gives_the_same_page),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests_name("map/compose", tests, load, unload);
}
