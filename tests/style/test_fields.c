/* Tests of src/style/fields.c: the table of what a style can say, and default.json, which says all of it. */
#include "../base/scratch.h"

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "style/fields.h"
#include "style/looks.h"

#include <stdlib.h>
#include <string.h>

typedef void (*Visit)(const Field *field, const char *path, void *context);

/* Every field of the table and of the groups in it; visited with its path. */
static void walk(const Field *fields, const char *parent, Visit visit, void *context) {
    for (; fields->key; fields++) {
        char path[200];
        buffer_print(path, sizeof path, "%s%s%s", parent, *parent ? "." : "", fields->key);
        visit(fields, path, context);
        if (fields->fields) walk(fields->fields, path, visit, context);
    }
}

static void check_one(const Field *field, const char *path, void *context) {
    (void)context;
    if (field->kind == FIELD_NUMBER && !(field->least < field->most)) fail_msg("%s: no range", path);
    if (field->kind == FIELD_CHOICE)
        assert_true(field->choices && field->choices[0] && !strstr(field->choices, "  "));
    if (field->kind == FIELD_GROUP || field->kind == FIELD_HATCH || field->kind == FIELD_FILL)
        assert_non_null(field->fields);
    if (field->kind == FIELD_HATCH)
        assert_int_equal(field->offset, 0); /* the loader takes base for the Fill */
    assert_null(strpbrk(field->key, ".[]+ "));
    assert_true(strlen(path) < 60); /* fits the loader's paths and messages */
}

static void every_field_has_what_its_kind_needs(void **state) {
    (void)state;
    walk(style_fields, "", check_one, NULL);
    walk(role_fields, "roles.x", check_one, NULL);
}

static void check_siblings(const Field *fields) {
    size_t count = 0;
    for (const Field *a = fields; a->key; a++, count++) {
        for (const Field *b = fields; b < a; b++)
            if (!strcmp(a->key, b->key)) fail_msg("%s stands twice", a->key);
        if (a->fields) check_siblings(a->fields);
    }
    assert_in_range(count, 1, 96); /* as many are offered when a key is misspelt */
}

static void no_key_stands_twice_beside_itself(void **state) {
    (void)state;
    check_siblings(style_fields);
    check_siblings(role_fields);
}

typedef struct Missing {
    const json_t *root;
    Text keys;
} Missing;

static const json_t *value_at(const json_t *root, const char *path) {
    char key[64];
    while (root && *path) {
        size_t length = strcspn(path, ".");
        buffer_print(key, sizeof key, "%.*s", (int)length, path);
        root = json_object_get(root, key);
        path += length + (path[length] == '.');
    }
    return root;
}

static void note_missing(const Field *field, const char *path, void *context) {
    Missing *missing = context;
    bool of_a_language = !strncmp(path, "texts", 5) || !strncmp(path, "words", 5);
    if (!strcmp(path, "extends") || of_a_language || value_at(missing->root, path)) return;
    const char *hatch = strstr(path, ".hatch.");
    if (hatch) { /* of a hatch that is null nothing more is to be said */
        char parent[200];
        buffer_print(parent, sizeof parent, "%.*s", (int)(hatch - path) + 6, path);
        if (json_is_null(value_at(missing->root, parent))) return;
    }
    (void)field;
    text_add_format(&missing->keys, " %s", path);
}

static void default_json_sets_every_key_of_the_table(void **state) {
    (void)state;
    Bytes bytes;
    Json json;
    assert_true(file_read("styles/default.json", 4 << 20, &bytes, NULL));
    assert_true(json_open(&json, bytes.bytes, bytes.size, "styles/default.json", JSON_COMMENTS, NULL));
    Missing missing = {.root = json.root};
    text_add(&missing.keys, "");
    walk(style_fields, "", note_missing, &missing);
    assert_string_equal(missing.keys.bytes, "");
    text_free(&missing.keys);
    json_close(&json);
    free(bytes.bytes);
}

static void default_json_says_how_every_role_looks_that_is_drawn(void **state) {
    (void)state;
    dateline_error error = {0};
    Style *style = dateline_style_load("styles", "default", &error);
    assert_non_null(style);
    for (int i = 0; i < ROLE_COUNT; i++) {
        Role role = role_at(i);
        /* a host is told by its symbol */
        if (role != ROLE_HOST)
            assert_true(looks_find(&style->roles, role) || looks_overlay(&style->roles, role));
    }
    dateline_style_free(style);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_what_its_kind_needs),
        cmocka_unit_test(no_key_stands_twice_beside_itself),
        cmocka_unit_test(default_json_sets_every_key_of_the_table),
        cmocka_unit_test(default_json_says_how_every_role_looks_that_is_drawn),
    };
    return cmocka_run_group_tests_name("style/fields", tests, NULL, NULL);
}
