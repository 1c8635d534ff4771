/* Tests of src/style/looks.c: which look a country's roles have. */
#include "../base/scratch.h"

#include "style/looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    P = ROLE_PARTICIPANT,
    S = ROLE_STRIKER,
    T = ROLE_TARGET,
    H = ROLE_HOST,
    D = ROLE_DECLINED,
    M = ROLE_MENTIONED
};

static RoleLook given[] = {
    {.key = "mentioned", .roles = M},
    {.key = "declined", .roles = D},
    {.key = "striker", .roles = S},
    {.key = "participant", .roles = P},
    {.key = "participant+striker", .roles = P | S},
    {.key = "participant+striker+host", .roles = P | S | H},
    {.key = "target", .roles = T, .overlay = true},
    {.key = "target+participant", .roles = T | P, .overlay = true},
};

static void check(const RoleLook *look, const char *key) {
    if (!key)
        assert_null(look);
    else {
        assert_non_null(look);
        assert_string_equal(look->key, key);
    }
}

static void the_look_that_names_most_of_the_roles_is_taken(void **state) {
    (void)state;
    const RoleLooks all = {given, COUNT_OF(given), COUNT_OF(given)};
    static const struct {
        unsigned roles;
        const char *look, *overlay;
    } rows[] = {
        {0, NULL, NULL},
        {M, "mentioned", NULL},
        {P, "participant", NULL},
        {P | M, "mentioned", NULL}, /* the first on a tie */
        {P | S, "participant+striker", NULL},
        {P | S | M | D, "participant+striker", NULL},
        {P | S | H, "participant+striker+host", NULL},
        {P | H, "participant", NULL},
        {S | D, "declined", NULL},
        {H, NULL, NULL},
        {T, NULL, "target"},
        {T | P, "participant", "target+participant"},
        {T | P | S, "participant+striker", "target+participant"},
        {T | D, "declined", "target"},
        {63, "participant+striker+host", "target+participant"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        check(looks_find(&all, rows[i].roles), rows[i].look);
        check(looks_overlay(&all, rows[i].roles), rows[i].overlay);
    }
}

static void a_style_without_looks_has_none_for_anybody(void **state) {
    (void)state;
    const RoleLooks all = {0};
    for (unsigned roles = 0; roles < 64; roles++) {
        assert_null(looks_find(&all, roles));
        assert_null(looks_overlay(&all, roles));
    }
}

static Facts *facts_of(const char *countries) {
    char *json = NULL;
    dateline_error error = {0};
    size_t size = (size_t)asprintf(&json, "{\"dateline\": \"facts/1\", \"countries\": [%s]}", countries);
    Facts *facts = dateline_facts_load(json, size, "facts.json", &error);
    if (!facts) fail_msg("%s", error.message);
    free(json);
    return facts;
}

static Style *style_of(const char *name, const char *setting) {
    dateline_error error = {0};
    Style *style = dateline_styles_load(&(dateline_style_options){.folder = "styles",
                                                                  .names = &name,
                                                                  .name_count = 1,
                                                                  .settings = &setting,
                                                                  .setting_count = setting ? 1 : 0},
                                        &error);
    if (!style) fail_msg("%s", error.message);
    return style;
}

static void a_look_of_the_style_follows_its_role_into_the_facts(void **state) {
    (void)state;
    Facts *facts =
        facts_of("{\"id\": \"FRA\", \"roles\": [\"axis\"]}, {\"id\": \"DEU\", \"roles\": [\"ally\"]}");
    Style *style = style_of("default", "roles.ally.fill=#123456");
    const Looks *looks = looks_of_facts(facts->arena, style, facts);
    const RoleLook *ally = looks_find(&looks->all, roles_find(&facts->roles, "ally"));
    assert_non_null(ally);
    assert_int_equal(ally->fill.colour.green, 0x34);
    assert_int_equal(looks->all.count - looks->given, 1);
    check(looks_find(&looks->all, roles_find(&facts->roles, "axis")), "axis");
    dateline_style_free(style);
    dateline_facts_free(facts);
}

static size_t findings_of(const char *name, const Facts *facts) {
    Style *style = style_of(name, NULL);
    const Looks *looks = looks_of_facts(facts->arena, style, facts);
    assert_false(looks->alike);
    size_t found = dateline_style_check(style, facts, NULL, NULL);
    dateline_style_free(style);
    return found;
}

static void roles_that_no_style_knows_are_told_apart_in_every_style(void **state) {
    (void)state;
    static const char *const names[] = {"default",    "dark",   "print-bw", "colour-blind-safe",
                                        "broadsheet", "weekly", "agency",   "academic",
                                        "wall",       "blank"};
    Facts *facts = facts_of("{\"id\": \"FRA\", \"roles\": [\"a\"]}, {\"id\": \"DEU\", \"roles\": [\"b\"]}, "
                            "{\"id\": \"ITA\", \"roles\": [\"c\"]},"
                            "{\"id\": \"ESP\", \"roles\": [\"d\"]}, {\"id\": \"POL\", \"roles\": [\"e\"]}, "
                            "{\"id\": \"GBR\", \"roles\": [\"f\"]},"
                            "{\"id\": \"UKR\", \"roles\": [\"a\", \"b\"]}, {\"id\": \"TUR\", \"roles\": "
                            "[\"c\", \"participant\"]},"
                            "{\"id\": \"NOR\", \"roles\": [\"participant\", \"striker\"]}, {\"id\": \"IRQ\", "
                            "\"roles\": [\"target\"]}");
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        size_t found = findings_of(names[i], facts);
        if (found) fail_msg("%s: %zu findings", names[i], found);
    }
    dateline_facts_free(facts);
}

static void more_roles_than_looks_are_owned_up_to(void **state) {
    (void)state;
    char countries[2048] = "{\"id\": \"FRA\", \"roles\": [\"a\"]}";
    static const char *const codes[] = {"DEU", "ITA", "ESP", "POL", "GBR", "UKR", "TUR", "NOR", "SWE", "FIN",
                                        "DNK", "ISL", "IRL", "PRT", "GRC", "BGR", "ROU", "HUN", "AUT", "CHE"};
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        sprintf(countries + strlen(countries), ", {\"id\": \"%s\", \"roles\": [\"role-%zu\"]}", codes[i], i);
    Facts *facts = facts_of(countries);
    Style *style = style_of("default", NULL);
    assert_true(looks_of_facts(facts->arena, style, facts)->alike);
    dateline_style_free(style);
    dateline_facts_free(facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_look_that_names_most_of_the_roles_is_taken),
        cmocka_unit_test(a_style_without_looks_has_none_for_anybody),
        cmocka_unit_test(a_look_of_the_style_follows_its_role_into_the_facts),
        cmocka_unit_test(roles_that_no_style_knows_are_told_apart_in_every_style),
        cmocka_unit_test(more_roles_than_looks_are_owned_up_to),
    };
    return cmocka_run_group_tests_name("style/looks", tests, NULL, NULL);
}
