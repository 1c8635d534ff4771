/* Tests of src/style/chain.c: which files a style is made of. */
#include "../base/scratch.h"

#include "style/chain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of styles: default, dark and press beside one another, and desk/ with files of a desk. */
static int make_styles(void **state) {
    scratch_make(state);
    static const char *const files[][2] = {
        {"default.json", "{}"},
        {"dark.json", "{\"extends\": \"default\"}"},
        {"press.json", "{}"},
        {"desk/house.json", "{\"extends\": \"dark\"}"},
        {"desk/sport.json", "{\"extends\": \"house.json\"}"},
        {"desk/beside.json", "{\"extends\": \"./house.json\"}"},
        {"desk/above.json", "{\"extends\": \"../press.json\"}"},
        {"desk/default.json", "{}"},
        {"desk/extends-own-default.json", "{\"extends\": \"default.json\"}"},
        {"self.json", "{\n  \"extends\": \"self\"\n}"},
        {"egg.json", "{\"extends\": \"hen\"}"},
        {"hen.json", "{\n  // comes from\n  \"extends\": \"./egg.json\"}"},
        {"to-circle.json", "{\"extends\": \"hen\"}"},
        {"lost.json", "{\"extends\": \"drak\"}"},
        {"lost-far.json", "{\"extends\": \"xyzzyxyzzy\"}"},
        {"desk/lost-file.json", "{\"extends\": \"gone.json\"}"},
        {"of-folder.json", "{\"extends\": \"./desk\"}"},
        {"number.json", "{\"extends\": 5}"},
        {"null.json", "{\"extends\": null}"},
        {"empty.json", "{\"extends\": \"\"}"},
        {"of-broken.json", "{\"extends\": \"broken\"}"},
        {"broken.json", "{\n  oops}"},
        {"list.json", "[]"},
        {"readme.txt", "not a style"},
    };
    char *desk = scratch_path(*state, "desk");
    assert_int_equal(mkdir(desk, 0700), 0);
    free(desk);
    for (size_t i = 0; i < COUNT_OF(files); i++) free(scratch_file(*state, files[i][0], files[i][1]));
    return 0;
}

static StyleFolders folders;

/* The style called name, alone, with the folder's. */
static bool open_chain(StyleChain *chain, const char *folder, const char *name, dateline_error *error) {
    folders_open(&folders, folder);
    *chain = (StyleChain){.folders = &folders};
    return chain_add(chain, name, error);
}

static void close_chain(StyleChain *chain) {
    chain_close(chain);
    folders_close(&folders);
}

/* The text with every @ replaced by the folder. */
static char *in_folder(const char *text, const char *folder) {
    char *result = strdup("");
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "@");
        char *longer;
        assert_true(asprintf(&longer, "%s%.*s%s", result, (int)length, at, at[length] ? folder : "") >= 0);
        free(result);
        result = longer;
        at += length + (at[length] != 0);
    }
    return result;
}

static void a_style_is_made_of_itself_and_what_it_extends(void **state) {
    static const struct {
        const char *name, *files;
    } rows[] = {
        {"default", "@/default.json;"},
        {"dark", "@/dark.json;@/default.json;"},
        {"press", "@/press.json;@/default.json;"},
        {"@/press.json", "@/press.json;@/default.json;"},
        {"@/desk/house.json", "@/desk/house.json;@/dark.json;@/default.json;"},
        {"@/desk/sport.json", "@/desk/sport.json;@/desk/house.json;@/dark.json;@/default.json;"},
        {"@/desk/beside.json", "@/desk/beside.json;@/desk/./house.json;@/dark.json;@/default.json;"},
        {"@/desk/above.json", "@/desk/above.json;@/desk/../press.json;@/default.json;"},
        /* a file that only happens to be called default.json is a style like any other */
        {"@/desk/default.json", "@/desk/default.json;@/default.json;"},
        {"@/desk/extends-own-default.json",
         "@/desk/extends-own-default.json;@/desk/default.json;@/default.json;"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *name = in_folder(rows[i].name, *state), *expected = in_folder(rows[i].files, *state);
        StyleChain chain;
        dateline_error error = {0};
        if (!open_chain(&chain, *state, name, &error)) fail_msg("%s: %s", name, error.message);
        char files[2000] = "";
        for (int j = chain.count - 1; j >= 0; j--) {
            strcat(files, chain.files[j].path);
            strcat(files, ";");
        }
        assert_string_equal(files, expected);
        close_chain(&chain);
        free(name);
        free(expected);
    }
}

static void a_file_without_a_slash_is_looked_for_where_the_program_runs(void **state) {
    char before[4000];
    assert_non_null(getcwd(before, sizeof before));
    char *desk = scratch_path(*state, "desk");
    assert_int_equal(chdir(desk), 0);
    StyleChain chain;
    bool done = open_chain(&chain, *state, "sport.json", NULL);
    assert_int_equal(chdir(before), 0);
    assert_true(done);
    assert_int_equal(chain.count, 4);
    assert_string_equal(chain.files[2].path, "house.json");
    close_chain(&chain);
    free(desk);
}

static void what_cannot_be_extended_is_told_where_it_is_asked_for(void **state) {
    static const struct {
        const char *name, *told;
    } rows[] = {
        {"self",
         "@/self.json:2:14: extends: styles extend one another in a circle: @/self.json extends @/self.json"},
        {"@/lost.json", "@/lost.json:1:13: extends: no style \"drak\"; did you mean \"dark\"?"},
        {"@/lost-far.json",
         "@/lost-far.json:1:13: extends: no style \"xyzzyxyzzy\"; broken, dark, default, "},
        {"@/desk/lost-file.json",
         "@/desk/lost-file.json:1:13: extends: @/desk/gone.json cannot be opened: No such file "
         "or directory"},
        {"of-folder", "@/of-folder.json:1:13: extends: @/./desk is a folder; a file would be right"},
        {"number", "@/number.json:1:13: extends: the name of a style such as \"default\", or a file such as "
                   "\"house.json\" would be right"},
        {"null", "@/null.json:1:13: extends: the name of a style such as \"default\", or a file such as "
                 "\"house.json\" would be right"},
        {"empty", "@/empty.json:1:13: extends: the name of a style such as \"default\", or a file such as "
                  "\"house.json\" would be right"},
        {"of-broken", "@/broken.json:2:3: is not valid JSON: string or '}' expected"},
        {"drak", "drak: no such style; did you mean \"dark\"?"},
        {"xyzzyxyzzy",
         "xyzzyxyzzy: no such style; broken, dark, default, egg, empty, hen, list, lost, lost-far, null, "
         "number, of-broken, of-folder, press, self or to-circle would be right"},
        {"", "no such style; broken, dark, "},
        {"@/gone.json", "@/gone.json: cannot be opened: No such file or directory"},
        {"@/", "@/: is a folder; a file would be right"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *name = in_folder(rows[i].name, *state), *expected = in_folder(rows[i].told, *state);
        StyleChain chain;
        dateline_error error = {0};
        assert_false(open_chain(&chain, *state, name, &error));
        char told[1200];
        dateline_error_text(&error, told, sizeof told);
        if (strncmp(told, expected, strlen(expected)) != 0) fail_msg("%s, expected %s", told, expected);
        close_chain(&chain);
        free(name);
        free(expected);
    }
}

static void a_circle_is_told_as_the_circle_it_is(void **state) {
    static const struct {
        const char *name, *told;
    } rows[] = {
        {"egg", "@/hen.json:3:14: extends: styles extend one another in a circle: @/egg.json extends "
                "@/hen.json extends "
                "@/egg.json"},
        {"hen",
         "@/./egg.json:1:13: extends: styles extend one another in a circle: @/hen.json extends @/./egg.json "
         "extends @/hen.json"},
        {"to-circle", "@/./egg.json:1:13: extends: styles extend one another in a circle: @/hen.json extends "
                      "@/./egg.json extends @/hen.json"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *expected = in_folder(rows[i].told, *state), told[1200];
        StyleChain chain;
        dateline_error error = {0};
        assert_false(open_chain(&chain, *state, rows[i].name, &error));
        assert_string_equal(dateline_error_text(&error, told, sizeof told), expected);
        close_chain(&chain);
        free(expected);
    }
}

static void a_default_that_extends_is_no_circle_until_it_comes_back(void **state) {
    free(scratch_file(*state, "default.json", "{\"extends\": \"base\"}"));
    free(scratch_file(*state, "base.json", "{}"));
    StyleChain chain;
    dateline_error error = {0};
    assert_false(open_chain(&chain, *state, "dark", &error)); /* base extends default, as all do */
    assert_non_null(strstr(error.message, "in a circle"));
    close_chain(&chain);
}

static void sixteen_files_are_enough_and_seventeen_too_many(void **state) {
    for (int i = 1; i <= 17; i++) {
        char name[30], text[60];
        snprintf(name, sizeof name, "s%d.json", i);
        snprintf(text, sizeof text, "{\"extends\": \"%s%.0d\"}", i == 1 ? "default" : "s", i - 1);
        free(scratch_file(*state, name, text));
    }
    StyleChain chain;
    assert_true(open_chain(&chain, *state, "s15", NULL));
    assert_int_equal(chain.count, 16);
    close_chain(&chain);
    dateline_error error = {0};
    assert_false(open_chain(&chain, *state, "s16", &error));
    assert_string_equal(error.message, "too many parents; at most 15 would be right");
    assert_string_equal(error.path, "extends");
    assert_int_equal(error.column, 13);
    close_chain(&chain);
}

static void a_style_that_is_no_file_is_refused_at_once(void **state) {
    char *pipe_path = scratch_path(*state, "pipe.json"), *large = scratch_file(*state, "large.json", "{}");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_int_equal(truncate(large, 100 << 20), 0);
    static const struct {
        const char *name, *message;
    } rows[] = {
        {"pipe", "is a pipe; a file would be right"},
        {"large", "more than 4 MiB; a smaller file would be right"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        StyleChain chain;
        dateline_error error = {0};
        assert_false(open_chain(&chain, *state, rows[i].name, &error));
        assert_string_equal(error.message, rows[i].message);
        close_chain(&chain);
    }
    free(pipe_path);
    free(large);
}

static void a_folder_that_is_missing_has_no_style(void **state) {
    (void)state;
    StyleChain chain;
    dateline_error error = {0};
    assert_false(open_chain(&chain, "/no/such/folder", "default", &error));
    assert_string_equal(error.message, "no such style");
    assert_string_equal(error.source, "default");
    close_chain(&chain);
}

static void files_are(const StyleChain *chain, const char *folder, const char *expected) {
    char *wanted = in_folder(expected, folder), files[2000] = "";
    for (int i = 0; i < chain->count; i++) {
        strcat(files, chain->files[i].path);
        strcat(files, ";");
    }
    assert_string_equal(files, wanted);
    free(wanted);
}

static void a_second_style_lies_over_the_first_and_nothing_is_read_twice(void **state) {
    static const struct {
        const char *first, *second, *files;
    } rows[] = {
        {"dark", "press", "@/default.json;@/dark.json;@/press.json;"},
        {"press", "dark", "@/default.json;@/press.json;@/dark.json;"},
        {"dark", "@/desk/sport.json", "@/default.json;@/dark.json;@/desk/house.json;@/desk/sport.json;"},
        {"press", "@/desk/house.json", "@/default.json;@/press.json;@/dark.json;@/desk/house.json;"},
        {"dark", "dark", "@/default.json;@/dark.json;"},
        {"dark", "default", "@/default.json;@/dark.json;"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        StyleChain chain;
        char *first = in_folder(rows[i].first, *state), *second = in_folder(rows[i].second, *state);
        assert_true(open_chain(&chain, *state, first, NULL));
        assert_true(chain_add(&chain, second, NULL));
        files_are(&chain, *state, rows[i].files);
        close_chain(&chain);
        free(first);
        free(second);
    }
}

static void a_setting_is_json_if_it_can_be_and_else_a_string(void **state) {
    static const struct {
        const char *setting, *document;
    } rows[] = {
        {"land.colour=#1f6fb2", "{\"land\":{\"colour\":\"#1f6fb2\"}}"},
        {"page.width=5", "{\"page\":{\"width\":5}}"},
        {"map.labels=false", "{\"map\":{\"labels\":false}}"},
        {"values.breaks=[1, 2]", "{\"values\":{\"breaks\":[1, 2]}}"},
        {"land.hatch=null", "{\"land\":{\"hatch\":null}}"},
        {"a=", "{\"a\":\"\"}"},
        {"a==", "{\"a\":\"=\"}"},
        {"a=1, 2", "{\"a\":\"1, 2\"}"},
        {"a=1], [2", "{\"a\":\"1], [2\"}"},
        {"a=1, \"b\": 2", "{\"a\":\"1, \\\"b\\\": 2\"}"},
        {"a=say \"so\"", "{\"a\":\"say \\\"so\\\"\"}"},
        {"a=1e999", "{\"a\":\"1e999\"}"},
        {"roles.participant+host.label=ink", "{\"roles\":{\"participant+host\":{\"label\":\"ink\"}}}"},
        {"..=1", "{\"\":{\"\":{\"\":1}}}"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        StyleChain chain;
        assert_true(open_chain(&chain, *state, "default", NULL));
        assert_true(chain_set(&chain, rows[i].setting, NULL));
        assert_string_equal(chain.files[chain.count - 1].bytes.bytes, rows[i].document);
        close_chain(&chain);
    }
}

static void a_setting_without_a_key_or_a_value_is_refused(void **state) {
    static const char *const rows[] = {"", "=", "=1", "land"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        StyleChain chain;
        dateline_error error = {0};
        assert_true(open_chain(&chain, *state, "default", NULL));
        assert_false(chain_set(&chain, rows[i], &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
        close_chain(&chain);
    }
}

static void a_style_may_extend_its_namesake_in_a_later_folder(void **state) {
    char *folder = scratch_path(*state, "styles"), *path = scratch_path(*state, "styles/dark.json"),
         before[4000];
    assert_int_equal(mkdir(folder, 0700), 0);
    free(scratch_file(*state, "styles/dark.json", "{\"extends\": \"dark\", \"colours\": {}}"));
    assert_non_null(getcwd(before, sizeof before));
    setenv("DATELINE_DATA", before, 1);
    assert_int_equal(chdir(*state), 0);
    StyleChain chain;
    bool done = open_chain(&chain, NULL, "dark", NULL);
    assert_int_equal(chdir(before), 0);
    assert_true(done);
    assert_int_equal(chain.count, 3);
    assert_string_equal(chain.files[2].path, "styles/dark.json");
    assert_non_null(strstr(chain.files[1].path, before));
    close_chain(&chain);
    unsetenv("DATELINE_DATA");
    free(folder);
    free(path);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_styles, scratch_remove)
    const struct CMUnitTest tests[] = {
        TEST(a_style_is_made_of_itself_and_what_it_extends),
        TEST(a_file_without_a_slash_is_looked_for_where_the_program_runs),
        TEST(what_cannot_be_extended_is_told_where_it_is_asked_for),
        TEST(a_circle_is_told_as_the_circle_it_is),
        TEST(a_default_that_extends_is_no_circle_until_it_comes_back),
        TEST(sixteen_files_are_enough_and_seventeen_too_many),
        TEST(a_style_that_is_no_file_is_refused_at_once),
        TEST(a_folder_that_is_missing_has_no_style),
        TEST(a_second_style_lies_over_the_first_and_nothing_is_read_twice),
        TEST(a_setting_is_json_if_it_can_be_and_else_a_string),
        TEST(a_setting_without_a_key_or_a_value_is_refused),
        TEST(a_style_may_extend_its_namesake_in_a_later_folder),
    };
    return cmocka_run_group_tests_name("style/chain", tests, NULL, NULL);
}
