/* Tests of src/style/looks.c: which look a country's roles have. */
#include "../base/scratch.h"

#include "style/style.h"

#include <string.h>

enum {
    P = ROLE_PARTICIPANT,
    S = ROLE_STRIKER,
    T = ROLE_TARGET,
    H = ROLE_HOST,
    D = ROLE_DECLINED,
    M = ROLE_MENTIONED
};

static RoleLook looks[] = {
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
    const Style style = {.roles = {looks, COUNT_OF(looks), COUNT_OF(looks)}};
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
        check(style_look(&style, rows[i].roles), rows[i].look);
        check(style_overlay(&style, rows[i].roles), rows[i].overlay);
    }
}

static void a_style_without_looks_has_none_for_anybody(void **state) {
    (void)state;
    const Style style = {0};
    for (unsigned roles = 0; roles < 64; roles++) {
        assert_null(style_look(&style, roles));
        assert_null(style_overlay(&style, roles));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_look_that_names_most_of_the_roles_is_taken),
        cmocka_unit_test(a_style_without_looks_has_none_for_anybody),
    };
    return cmocka_run_group_tests_name("style/looks", tests, NULL, NULL);
}
