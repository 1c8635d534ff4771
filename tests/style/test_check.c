/* Tests of src/style/check.c: what is measured, what counts as told apart, and that all bundled styles pass.
 */
#include "../base/scratch.h"

#include "base/text.h"
#include "style/style.h"

#include <stdlib.h>
#include <string.h>

static void hear(void *context, const dateline_error *finding) {
    text_add_format(context, "%s: %s\n", finding->path, finding->message);
    assert_int_equal(finding->status, DATELINE_OK);
}

/* What is found in the default style with settings (ended by NULL), for facts or for all roles. */
static char *findings(const char *name, const char *const *settings, const dateline_facts *facts) {
    size_t count = 0;
    while (settings && settings[count]) count++;
    Text text = {0};
    dateline_style *style = dateline_styles_load(&(dateline_style_options){.folder = "styles",
                                                                           .names = &name,
                                                                           .name_count = 1,
                                                                           .settings = settings,
                                                                           .setting_count = count},
                                                 NULL);
    assert_non_null(style);
    text_add(&text, "");
    size_t found = dateline_style_check(style, facts, hear, &text), lines = 0;
    for (const char *at = text.bytes; *at; at++) lines += *at == '\n';
    assert_int_equal(found, lines);
    dateline_style_free(style);
    return text_take(&text);
}

static void every_bundled_style_passes(void **state) {
    (void)state;
    char *list = dateline_style_list("styles"), *rest = list;
    int count = 0;
    for (char *line = strsep(&rest, "\n"); line && *line; line = strsep(&rest, "\n"), count++) {
        *strchr(line, '\t') = 0;
        char *found = findings(line, NULL, NULL);
        if (*found) fail_msg("%s: %s", line, found);
        free(found);
    }
    assert_true(count >= 10);
    free(list);
}

static void what_readers_cannot_tell_is_found_by_name_and_figure(void **state) {
    (void)state;
    static const struct {
        const char *settings[5], *found;
    } rows[] = {
        {{"text.title.colour=#777777"}, "text.title : page: contrast 4.47; at least 4.5 would be right\n"},
        {{"text.source.colour=#777777", "page.caption=false"}, ""},
        {{"text.neighbour.colour=#b0aba2"},
         "text.neighbour : land: contrast 1.66; at least 4.5 would be right\n"},
        {{"host.colour=#f0b0a0"}, "host : host.inside: contrast"},
        {{"text.title.family=Gill Sans"},
         "Gill Sans: this font is not among those of styles/fonts.jsonc; Noto Sans stands in\n"},
        {{"roles.participant.label=#6090c0"}, "roles.participant.label : its fill: contrast"},
        /* as light as the land, though it is green */
        {{"roles.participant.fill=#b9e0b0", "roles.participant.label=#000000"},
         "participant : land: contrast 1.06"},
        /* the same colour as another class is one class */
        {{"roles.participant.fill=strike"}, ""},
        {{"values.high=#9cc3e2"}, "values : step 1: difference"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *found = findings("default", rows[i].settings, NULL);
        bool right = *rows[i].found ? strstr(found, rows[i].found) != NULL : !*found;
        if (!right) fail_msg("row %zu: %s, expected %s", i, found, rows[i].found);
        free(found);
    }
}

static void a_hatch_tells_classes_apart_when_it_shows(void **state) {
    (void)state;
    static const struct {
        const char *settings[6];
        bool passes;
    } rows[] = {
        /* vermilion on blue has no contrast: the casing carries it */
        {{NULL}, true},
        {{"roles.target.fill.hatch.casing=0"}, false},
        {{"roles.target.fill.hatch.casing_colour=struck"}, false},
        {{"roles.target.fill.hatch.casing=0", "roles.target.fill.hatch.colour=#000000",
          "roles.participant.fill=#5b9bd0", "roles.participant.label=#000000"},
         false}, /* black stripes show on the lighter blue, but not on who strikes */
        /* stripes on the land instead of a colour */
        {{"roles.declined.fill.hatch.colour=#d0ccc4"}, false},
        {{"roles.declined.fill.hatch.stripe=0"}, false},
        {{"roles.declined.fill.hatch.angle=0"}, true},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *found = findings("default", rows[i].settings, NULL);
        if ((*found == 0) != rows[i].passes) fail_msg("row %zu: %s", i, *found ? found : "passes");
        free(found);
    }
}

static void only_the_roles_of_the_facts_count(void **state) {
    (void)state;
    static const char json[] =
        "{\"dateline\": \"facts/1\", \"title\": \"T\", \"countries\": [{\"id\": \"FRA\", "
        "\"roles\": [\"participant\"]}]}";
    dateline_facts *facts = dateline_facts_load(json, sizeof json - 1, "facts.json", NULL);
    static const char *const settings[] = {"roles.declined.fill=#d0ccc4", NULL};
    assert_non_null(facts);
    char *some = findings("default", settings, facts), *all = findings("default", settings, NULL);
    assert_string_equal(some, "");
    assert_non_null(strstr(all, "declined : land"));
    free(some);
    free(all);
    dateline_facts_free(facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bundled_style_passes),
        cmocka_unit_test(what_readers_cannot_tell_is_found_by_name_and_figure),
        cmocka_unit_test(a_hatch_tells_classes_apart_when_it_shows),
        cmocka_unit_test(only_the_roles_of_the_facts_count),
    };
    return cmocka_run_group_tests_name("style/check", tests, NULL, NULL);
}
