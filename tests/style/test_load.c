/* Tests of src/style/load.c: values, and what is wrong with them. */
#include "../base/scratch.h"

#include "base/text.h"
#include "style/fields.h"
#include "style/looks.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Loads text as a file mine.json in the scratch folder; styles called by name are the project's own. */
static Style *load(const char *folder, const char *text, dateline_error *error) {
    char *path = scratch_file(folder, "mine.json", text);
    Style *style = dateline_style_load("styles", path, error);
    free(path);
    return style;
}

static Style *load_right(const char *folder, const char *text) {
    dateline_error error = {0};
    char told[1200];
    Style *style = load(folder, text, &error);
    if (!style) fail_msg("%s: %s", text, dateline_error_text(&error, told, sizeof told));
    return style;
}

typedef struct WrongRow {
    const char *text, *told; /* after the name of the file */
} WrongRow;

static void check_wrong(const char *folder, const WrongRow *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        dateline_error error = {0};
        char told[1200];
        assert_null(load(folder, rows[i].text, &error));
        assert_int_equal(error.status, DATELINE_BAD_INPUT);
        dateline_error_text(&error, told, sizeof told);
        const char *at = strstr(told, "/mine.json:");
        if (!at || strcmp(at + strlen("/mine.json:"), rows[i].told) != 0)
            fail_msg("%s: %s, expected %s", rows[i].text, told, rows[i].told);
    }
}

/* ---------------------------------------------------------------------------------------------- what is
 * right */

static void every_bundled_style_loads(void **state) {
    (void)state;
    int count = 0;
    DIR *entries = opendir("styles");
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));) {
        char *suffix = strchr(entry->d_name, '.');
        if (!suffix || strcmp(suffix, ".json") != 0 || !strcmp(entry->d_name, "palettes.json")) continue;
        *suffix = 0;
        dateline_error error = {0};
        char told[1200];
        Style *style = dateline_style_load("styles", entry->d_name, &error);
        if (!style) fail_msg("%s", dateline_error_text(&error, told, sizeof told));
        assert_string_equal(style->name, entry->d_name);
        assert_true(style->description[0]);
        dateline_style_free(style);
        count++;
    }
    closedir(entries);
    assert_true(count >= 1);
}

static void values_go_where_they_belong(void **state) {
    Style *style = load_right(*state, "{\"page\": {\"width\": 210, \"unit\": \"mm\", \"colour\": \"#abc\"},\n"
                                      " \"text\": {\"title\": {\"family\": \"Noto Serif\", \"weight\": "
                                      "\"regular\", \"italic\": true, \"tracking\": -0.1}},\n"
                                      " \"borders\": {\"dash\": [3, 1.5], \"width\": 0},\n"
                                      " \"land\": {\"colour\": \"#01020304\", \"hatch\": {\"angle\": -30, "
                                      "\"pitch\": 4, \"stripe\": 1, \"colour\": "
                                      "\"none\"}},\n"
                                      " \"graticule\": {\"step\": 15},\n"
                                      " \"roles\": {\"target\": {\"fill\": {\"hatch\": {\"pitch\": 5}}}}}");
    Style *parent = dateline_style_load("styles", NULL, NULL);
    assert_true(style->page.width == 210 && style->page.unit == UNIT_MM);
    assert_true(style->page.height == parent->page.height);
    assert_memory_equal(&style->page.colour, &((Colour){0xAA, 0xBB, 0xCC, 255}), sizeof(Colour));
    assert_string_equal(style->text.title.font.family, "Noto Serif");
    assert_int_equal(style->text.title.font.weight, FONT_REGULAR);
    assert_true(style->text.title.font.italic && style->text.title.font.tracking == -0.1);
    assert_true(style->text.title.font.size == parent->text.title.font.size);
    assert_true(style->borders.dash[0] == 3 && style->borders.dash[1] == 1.5 && style->borders.width == 0);
    assert_memory_equal(&style->land.colour, &((Colour){1, 2, 3, 4}), sizeof(Colour));
    assert_true(style->land.hatched && style->land.hatch.angle == -30 && style->land.hatch.pitch == 4);
    assert_int_equal(style->land.hatch.colour.alpha, 0);
    assert_true(style->graticule.step == 15);
    const RoleLook *target = looks_overlay(&style->roles, ROLE_TARGET),
                   *before = looks_overlay(&parent->roles, ROLE_TARGET);
    assert_true(target->fill.hatch.pitch == 5);
    assert_true(target->fill.hatch.stripe == before->fill.hatch.stripe); /* merged, not replaced */
    assert_true(target->outline.width == before->outline.width);
    dateline_style_free(style);
    dateline_style_free(parent);
}

static void an_empty_style_is_the_default(void **state) {
    Style *style = load_right(*state, "{}"), *parent = dateline_style_load("styles", "default", NULL);
    assert_true(style->page.width == parent->page.width && style->page.margin == parent->page.margin);
    assert_true(!style->texts.and &&!parent->texts.and); /* left to the language */
    assert_int_equal(style->roles.count, parent->roles.count);
    assert_string_equal(parent->name, "default");
    dateline_style_free(style);
    dateline_style_free(parent);
    dateline_style_free(NULL);
}

static void a_hatch_comes_and_goes_and_is_never_without_a_pitch(void **state) {
    static const struct {
        const char *text;
        bool hatched;
        double angle, pitch, stripe;
    } rows[] = {
        {"{\"land\": {\"hatch\": null}}", false, 0, 0, 0},
        {"{\"land\": {\"hatch\": {}}}", true, 45, 8, 2.2},
        {"{\"land\": {\"hatch\": {\"angle\": 10}}}", true, 10, 8, 2.2},
        {"{\"land\": {\"hatch\": {\"pitch\": 3}}}", true, 45, 3, 2.2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Style *style = load_right(*state, rows[i].text);
        assert_int_equal(style->land.hatched, rows[i].hatched);
        if (rows[i].hatched) {
            const Hatch *hatch = &style->land.hatch;
            assert_true(hatch->angle == rows[i].angle && hatch->pitch == rows[i].pitch);
            assert_true(hatch->stripe == rows[i].stripe && hatch->colour.alpha == 255);
        }
        dateline_style_free(style);
    }
    Style *style = load_right(*state, "{\"roles\": {\"target\": {\"fill\": {\"hatch\": null}}}}");
    assert_false(looks_overlay(&style->roles, ROLE_TARGET)->fill.hatched);
    dateline_style_free(style);
}

static void looks_of_combined_roles_are_the_same_in_any_order(void **state) {
    Style *style =
        load_right(*state, "{\"roles\": {\"striker+participant\": {\"label\": \"#010101\"},\n"
                           " \"participant+target+host\": {\"fill\": {\"colour\": \"#020202\"}}}}");
    Style *parent = dateline_style_load("styles", "default", NULL);
    assert_int_equal(style->roles.count, parent->roles.count + 1);
    const RoleLook *both = looks_find(&style->roles, ROLE_PARTICIPANT | ROLE_STRIKER);
    assert_string_equal(both->key, "participant+striker");
    assert_int_equal(both->label.red, 1);
    const RoleLook *three = looks_find(&style->roles, ROLE_PARTICIPANT | ROLE_TARGET | ROLE_HOST);
    assert_int_equal(three->fill.colour.red, 2);
    /* a new look has names in the colour of all names, not in none */
    assert_memory_equal(&three->label, &style->text.country.colour, sizeof(Colour));
    dateline_style_free(style);
    dateline_style_free(parent);
}

static void a_named_colour_of_a_child_colours_what_its_parents_said(void **state) {
    free(scratch_file(*state, "parent.json",
                      "{\"colours\": {\"desk\": \"#111111\"}, \"land\": {\"colour\": \"desk\"}, "
                      "\"sea\": {\"colour\": \"desk\"}}"));
    Style *style = load_right(*state, "{\"extends\": \"parent.json\", \"colours\": {\"desk\": \"#222222\", "
                                      "\"ink\": \"#333333\"}, \"sea\": {\"colour\": \"#444\"}}");
    assert_int_equal(style->land.colour.red, 0x22);
    assert_int_equal(style->sea.colour.red, 0x44);
    assert_int_equal(style->text.title.colour.red, 0x33); /* "ink" of default.json */
    dateline_style_free(style);
}

static void comments_and_a_byte_order_mark_are_allowed(void **state) {
    Style *style = load_right(
        *state, "\xEF\xBB\xBF// my style\n{ /* page */ \"page\": {\"margin\": /**/ 0.1} // end\n}");
    assert_true(style->page.margin == 0.1);
    dateline_style_free(style);
}

/* ---------------------------------------------------------------------------------------------- what is
 * wrong */

#define COLOUR "a colour such as \"#1f6fb2\", \"none\" or a name from colours would be right"

static void a_value_of_each_kind_is_told_with_what_would_be_right(void **state) {
    static const WrongRow rows[] = {
        {"{\"page\": {\"width\": 0}}", "1:20: page.width: a number from 1 to 30000 would be right"},
        {"{\"page\": {\"width\": 1e300}}", "1:20: page.width: a number from 1 to 30000 would be right"},
        {"{\"page\": {\"width\": \"1600\"}}", "1:20: page.width: a number from 1 to 30000 would be right"},
        {"{\"page\": {\"width\": null}}", "1:20: page.width: a number from 1 to 30000 would be right"},
        {"{\"page\": {\"margin\": -0.001}}", "1:21: page.margin: a number from 0 to 0.4 would be right"},
        {"{\"text\": {\"title\": {\"tracking\": -1}}}",
         "1:33: text.title.tracking: a number from -0.2 to 2 would be right"},
        {"{\"page\": {\"unit\": \"cm\"}}", "1:19: page.unit: one of px mm in pt would be right"},
        {"{\"page\": {\"unit\": \"px mm\"}}", "1:19: page.unit: one of px mm in pt would be right"},
        {"{\"page\": {\"unit\": \"p\"}}", "1:19: page.unit: one of px mm in pt would be right"},
        {"{\"page\": {\"unit\": \"\"}}", "1:19: page.unit: one of px mm in pt would be right"},
        {"{\"page\": {\"unit\": 1}}", "1:19: page.unit: one of px mm in pt would be right"},
        {"{\"page\": {\"colour\": \"#12345\"}}", "1:21: page.colour: " COLOUR},
        {"{\"page\": {\"colour\": \"#12345g\"}}", "1:21: page.colour: " COLOUR},
        {"{\"page\": {\"colour\": \"red\"}}", "1:21: page.colour: " COLOUR},
        {"{\"page\": {\"colour\": \"\"}}", "1:21: page.colour: " COLOUR},
        {"{\"page\": {\"colour\": null}}", "1:21: page.colour: " COLOUR},
        {"{\"page\": {\"colour\": 123}}", "1:21: page.colour: " COLOUR},
        {"{\"text\": {\"city\": {\"family\": 5}}}", "1:30: text.city.family: a string would be right"},
        {"{\"texts\": {\"and\": null}}", "1:19: texts.and: a string would be right"},
        {"{\"text\": {\"city\": {\"italic\": \"yes\"}}}",
         "1:30: text.city.italic: true or false would be right"},
        {"{\"map\": {\"labels\": 0}}", "1:20: map.labels: true or false would be right"},
        {"{\"rule\": {\"dash\": 2}}", "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": []}}", "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": [1]}}", "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": [1, 2, 3]}}",
         "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": [1, \"2\"]}}",
         "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": [-1, 2]}}", "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"rule\": {\"dash\": [1, 1e9]}}",
         "1:19: rule.dash: two lengths such as [2.2, 1.8] would be right"},
        {"{\"land\": 5}", "1:10: land: an object would be right"},
        {"{\"land\": \"#ff\"}",
         "1:10: land: a colour such as \"#1f6fb2\", \"none\" or a name from colours would be right"},
        {"{\"land\": \"okabe-ito.vermilion\"}",
         "1:10: land: no such colour of a palette; did you mean \"okabe-ito.vermillion\"?"},
        {"{\"values\": {\"palette\": \"brewer.blue-5\"}}",
         "1:24: values.palette: the name of a palette such as \"brewer.blues-5\", 1 to 9 colours, or null "
         "would be right"},
        {"{\"values\": {\"breaks\": [1, 1]}}",
         "1:23: values.breaks: at most 8 rising numbers such as [10, 50, 100] would be right"},
        {"{\"layers\": [\"see\"]}",
         "1:12: layers: a list of " LAYER_NAMES ", each at most once would be right"},
        {"{\"land\": {\"hatch\": true}}", "1:20: land.hatch: an object would be right"},
        {"{\"land\": {\"hatch\": {\"pitch\": 0}}}",
         "1:30: land.hatch.pitch: a number from 0.5 to 500 would be right"},
        {"{\"page\": []}", "1:10: page: an object would be right"},
        {"{\"roles\": []}", "1:11: roles: an object of role looks would be right"},
        {"{\"roles\": {\"host\": 1}}", "1:20: roles.host: an object would be right"},
        {"{\"roles\": {\"host\": {\"overlay\": 1}}}",
         "1:32: roles.host.overlay: true or false would be right"},
        {"{\"colours\": []}", "1:13: colours: an object of named colours would be right"},
        {"{\"colours\": {\"desk\": \"ink\"}}",
         "1:22: colours.desk: a colour such as \"#1f6fb2\" or \"none\" would be right"},
        {"{\"colours\": {\"desk\": 5}}",
         "1:22: colours.desk: a colour such as \"#1f6fb2\" or \"none\" would be right"},
        {"{\"description\": 5}", "1:17: description: a string would be right"},
        {"[]", "1:1: an object would be right"},
        {"{\"page\": {\"width\": NaN}}", "1:20: is not valid JSON: invalid token"},
        {"{\"page\": {}, \"page\": {}}", "1:14: is not valid JSON: duplicate object key"},
        {"{\n  /* no end", "2:3: this comment has no end; */ after it would be right"},
    };
    check_wrong(*state, rows, COUNT_OF(rows));
}

static void an_unknown_key_is_told_at_every_level_with_what_was_meant(void **state) {
    static const WrongRow rows[] = {
        {"{\"pages\": {}}", "1:2: pages: unknown key; did you mean \"page\"?"},
        {"{\"xyzzyxyzzy\": 1}", "1:2: xyzzyxyzzy: unknown key"},
        {"{\"fonts\": {}}", "1:2: fonts: unknown key"},
        {"{\"page\": {\"with\": 5}}", "1:11: page.with: unknown key; did you mean \"width\"?"},
        {"{\"text\": {\"titel\": {}}}", "1:11: text.titel: unknown key; did you mean \"title\"?"},
        {"{\"text\": {\"title\": {\"colour\": \"ink\", \"wieght\": 1}}}",
         "1:38: text.title.wieght: unknown key; did you mean \"weight\"?"},
        {"{\"land\": {\"hatch\": {\"pich\": 5}}}",
         "1:21: land.hatch.pich: unknown key; did you mean \"pitch\"?"},
        {"{\n \"roles\": {\n  \"participant\": {\"fil\": \"#f00\"}}}",
         "3:19: roles.participant.fil: unknown key; did you mean \"fill\"?"},
        {"{\"roles\": {\"host\": {\"fill\": {\"color\": \"#f00\"}}}}",
         "1:30: roles.host.fill.color: unknown key; did you mean \"colour\"?"},
        {"{\"small\": {\"ring\": {\"widht\": 1}}}",
         "1:21: small.ring.widht: unknown key; did you mean \"width\"?"},
        {"{\"texts\": {\"sources\": \"x\"}}", "1:12: texts.sources: unknown key; did you mean \"source\"?"},
        {"{\"legend\": {\"show\": true}}", "1:13: legend.show: unknown key; did you mean \"shown\"?"},
    };
    check_wrong(*state, rows, COUNT_OF(rows));
}

static void an_unknown_role_is_told_with_what_was_meant(void **state) {
#define ROLES                                                                                                \
    " is no name of a role; at most 40 letters, digits, '-' and '_', or several such names joined with '+' " \
    "would be right"
    static const WrongRow rows[] = {
        {"{\"roles\": {\"traget\": {}}}",
         "1:12: roles.traget: unknown role \"traget\"; did you mean \"target\"?"},
        {"{\"roles\": {\"participant+stiker\": {}}}",
         "1:12: roles.participant+stiker: unknown role \"stiker\"; did you mean \"striker\"?"},
        {"{\"roles\": {\"somebody else\": {}}}", "1:12: roles.somebody else: \"somebody else\"" ROLES},
        {"{\"roles\": {\"\": {}}}", "1:12: roles.: \"\"" ROLES},
        {"{\"roles\": {\"+\": {}}}", "1:12: roles.+: \"\"" ROLES},
        {"{\"roles\": {\"+host\": {}}}", "1:12: roles.+host: \"\"" ROLES},
        {"{\"roles\": {\"host+\": {}}}", "1:12: roles.host+: \"\"" ROLES},
        {"{\"roles\": {\"host++target\": {}}}", "1:12: roles.host++target: \"\"" ROLES},
        {"{\"roles\": {\"Host\": {}}}", "1:12: roles.Host: unknown role \"Host\"; did you mean \"host\"?"},
    };
    check_wrong(*state, rows, COUNT_OF(rows));
}

static void a_wrong_colour_is_told_where_it_is_defined(void **state) {
    static const WrongRow rows[] = {
        /* "ink" is used by default.json, but it is this file that spoils it */
        {"{\"colours\": {\"ink\": \"bluu\"}}",
         "1:21: colours.ink: a colour such as \"#1f6fb2\" or \"none\" would be right"},
    };
    check_wrong(*state, rows, COUNT_OF(rows));
}

static void what_is_wrong_in_a_parent_is_told_there(void **state) {
    char *parent = scratch_file(*state, "parent.json", "{\n  \"land\": {\"colour\": \"#ff\"}\n}");
    dateline_error error = {0};
    assert_null(load(*state, "{\"extends\": \"parent.json\", \"sea\": 5}", &error));
    assert_string_equal(error.source, parent);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 22);
    free(parent);
}

static void a_default_that_leaves_something_out_is_refused(void **state) {
    static const struct {
        const char *text, *told;
    } rows[] = {
        {"{}", "default.json:1:1: page.width: is missing; the style that all others extend must set it"},
        {"{\"page\": {\"width\": 5}}",
         "default.json:1:10: page.height: is missing; the style that all others extend must set it"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *path = scratch_file(*state, "default.json", rows[i].text), told[1200];
        dateline_error error = {0};
        assert_null(dateline_style_load(*state, path, &error));
        dateline_error_text(&error, told, sizeof told);
        assert_non_null(strstr(told, rows[i].told));
        free(path);
    }
}

/* ---------------------------------------------------------------------------------------------- the whole
 * table */

/* The braces around value at a path: a.b.c and 1 give {"a":{"b":{"c":1}}}. */
static char *document(const char *path, const char *value) {
    Text text = {0}, close = {0};
    for (const char *at = path; *at;) {
        size_t length = strcspn(at, ".");
        text_add_format(&text, "{\"%.*s\":", (int)length, at);
        text_add(&close, "}");
        at += length + (at[length] == '.');
    }
    text_add(&text, value);
    text_add(&text, close.bytes);
    text_free(&close);
    return text_take(&text);
}

static bool loads(const char *folder, const char *path, const char *value) {
    char *text = document(path, value);
    Style *style = load(folder, text, NULL);
    free(text);
    dateline_style_free(style);
    return style != NULL;
}

static void check_range(const char *folder, const char *path, const Field *field) {
    static const double outside[] = {-1e-3, 1e-3};
    for (int i = 0; i < 2; i++) {
        char value[64], wanted[160], least[64], most[64];
        double edge = i ? field->most : field->least;
        number_print(value, edge, 3);
        if (!loads(folder, path, value)) fail_msg("%s: %s is refused", path, value);
        number_print(value, edge + outside[i], 3);
        number_print(least, field->least, 3);
        number_print(most, field->most, 3);
        snprintf(wanted, sizeof wanted, "a number from %s to %s would be right", least, most);
        char *text = document(path, value);
        dateline_error error = {0};
        Style *style = load(folder, text, &error);
        if (style) fail_msg("%s: %s is taken", path, value);
        assert_string_equal(error.message, wanted);
        assert_string_equal(error.path, path);
        assert_int_equal(error.column, (int)(strstr(text, value) - text) + 1);
        free(text);
    }
}

static void check_fields(const char *folder, const char *parent, const Field *fields) {
    static const char *const wrong[] = {
        [FIELD_NUMBER] = "\"1\"",
        [FIELD_COLOUR] = "\"no colour\"",
        [FIELD_STRING] = "1",
        [FIELD_BOOL] = "1",
        [FIELD_CHOICE] = "\"?\"",
        [FIELD_DASH] = "[1, 2, 3]",
        [FIELD_HATCH] = "\"ink\"",
        [FIELD_FILL] = "\"no colour\"",
        [FIELD_RAMP] = "[]",
        [FIELD_BREAKS] = "[2, 1]",
        [FIELD_LAYERS] = "[\"sea\", \"sea\"]",
        [FIELD_GROUP] = "1",
        [FIELD_ROLES] = "1",
        [FIELD_COLOURS] = "1",
    };
    for (; fields->key; fields++) {
        char path[200];
        snprintf(path, sizeof path, "%s%s%s", parent, *parent ? "." : "", fields->key);
        if (loads(folder, path, wrong[fields->kind])) fail_msg("%s takes %s", path, wrong[fields->kind]);
        if (fields->kind == FIELD_NUMBER) check_range(folder, path, fields);
        if (fields->fields) check_fields(folder, path, fields->fields);
    }
}

static void every_field_of_the_table_refuses_the_wrong_kind_and_what_is_out_of_range(void **state) {
    check_fields(*state, "", style_fields);
    check_fields(*state, "roles.host", role_fields);
}

static void check_unknown(const char *folder, const char *parent, const Field *fields) {
    char path[200];
    snprintf(path, sizeof path, "%s%s%sx", parent, *parent ? "." : "", fields->key);
    char *text = document(path, "1"), wanted[100];
    dateline_error error = {0};
    assert_null(load(folder, text, &error));
    assert_string_equal(error.path, path);
    snprintf(wanted, sizeof wanted, "unknown key; did you mean \"%s\"?", fields->key);
    assert_string_equal(error.message, wanted);
    free(text);
    for (; fields->key; fields++) {
        snprintf(path, sizeof path, "%s%s%s", parent, *parent ? "." : "", fields->key);
        if (fields->fields) check_unknown(folder, path, fields->fields);
    }
}

static void every_group_of_the_table_offers_its_keys(void **state) {
    check_unknown(*state, "", style_fields);
    check_unknown(*state, "roles.participant+host", role_fields);
}

static void hostile_depth_and_length_are_refused(void **state) {
    Text deep = {0};
    for (int i = 0; i < 10000; i++) text_add(&deep, "{\"page\":");
    dateline_error error = {0};
    assert_null(load(*state, deep.bytes, &error));
    assert_string_equal(error.message, "is not valid JSON: maximum parsing depth reached");
    text_free(&deep);
    for (size_t size = 50; size < 700; size += 50) {
        Text text = {0};
        text_add(&text, "{\"roles\": {\"");
        for (size_t i = 0; i < size; i++) text_add(&text, "host+");
        text_add(&text, "\": {}}}");
        error = (dateline_error){0};
        assert_null(load(*state, text.bytes, &error));
        assert_int_equal(error.line, 1);
        assert_int_equal(error.column, 12);
        text_free(&text);
    }
}

typedef struct Told {
    Text text;
} Told;

static void hear(void *context, const dateline_error *finding) {
    Told *told = context;
    text_add_format(&told->text, "%d:%d %s;", finding->line, finding->column, finding->path);
}

static void all_faults_are_told_in_the_order_of_their_lines(void **state) {
    char *path = scratch_file(*state, "mine.json",
                              "{\n  \"sea\": 5, \"land\": true,\n  \"pages\": {},\n"
                              "  \"roles\": {\"traget\": {}, \"host\": {\"label\": \"bluu\", \"fil\": 1}},\n"
                              "  \"page\": {\"width\": \"wide\"}\n}");
    const char *settings[] = {"page.dpi=none", "rule.width=-1"};
    Told told = {0};
    dateline_error error = {0};
    dateline_style_options options = {.folder = "styles",
                                      .names = (const char *const *)&path,
                                      .name_count = 1,
                                      .settings = settings,
                                      .setting_count = 2,
                                      .tell = hear,
                                      .context = &told};
    assert_null(dateline_styles_load(&options, &error));
    assert_string_equal(told.text.bytes,
                        "2:10 sea;2:21 land;3:3 pages;4:13 roles.traget;4:45 roles.host.label;"
                        "4:53 roles.host.fil;5:21 page.width;0:0 page.dpi;0:0 rule.width;");
    assert_int_equal(error.line, 2); /* the first of them */
    text_free(&told.text);
    free(path);
}

static void a_wrong_name_for_a_colour_hides_no_other_fault(void **state) {
    char *path =
        scratch_file(*state, "mine.json",
                     "{\n  \"colours\": {\"red\": \"#ff\", \"five\": 5, \"desk\": \"red\"},\n"
                     "  \"land\": \"red\", \"sea\": \"five\", \"lakes\": \"blu\",\n  \"pages\": {}\n}");
    Told told = {0};
    dateline_style_options options = {.folder = "styles",
                                      .names = (const char *const *)&path,
                                      .name_count = 1,
                                      .tell = hear,
                                      .context = &told};
    assert_null(dateline_styles_load(&options, NULL));
    assert_string_equal(told.text.bytes,
                        "2:22 colours.red;2:37 colours.five;2:48 colours.desk;3:42 lakes;4:3 pages;");
    text_free(&told.text);
    free(path);
}

static void a_file_of_faults_tells_a_hundred_and_no_more(void **state) {
    Text text = {0};
    text_add(&text, "{\"page\": {\"x\": 0");
    for (int i = 0; i < 5000; i++) text_add_format(&text, ", \"x%d\": 0", i);
    text_add(&text, "}}");
    char *path = scratch_file(*state, "mine.json", text.bytes);
    Told told = {0};
    dateline_style_options options = {.folder = "styles",
                                      .names = (const char *const *)&path,
                                      .name_count = 1,
                                      .tell = hear,
                                      .context = &told};
    assert_null(dateline_styles_load(&options, NULL));
    size_t count = 0;
    for (const char *at = told.text.bytes; *at; at++) count += *at == ';';
    assert_int_equal(count, 100);
    text_free(&told.text);
    text_free(&text);
    free(path);
}

static void a_plain_colour_is_a_fill_without_a_hatch(void **state) {
    Style *style =
        load_right(*state, "{\"land\": \"okabe-ito.orange\", \"colours\": {\"mine\": \"brewer.blues-5.3\"},"
                           " \"roles\": {\"target\": {\"fill\": \"mine\"}}}");
    assert_memory_equal(&style->land.colour, &((Colour){0xe6, 0x9f, 0x00, 255}), sizeof(Colour));
    const RoleLook *target = looks_overlay(&style->roles, ROLE_TARGET);
    assert_memory_equal(&target->fill.colour, &((Colour){0x6b, 0xae, 0xd6, 255}), sizeof(Colour));
    assert_false(target->fill.hatched);
    dateline_style_free(style);
}

static void values_take_palettes_and_breaks(void **state) {
    Style *style =
        load_right(*state, "{\"values\": {\"palette\": \"brewer.ylorrd-4\", \"breaks\": [1.5, 20]},"
                           " \"layers\": [\"land\", \"sea\"]}");
    assert_int_equal(style->values.palette.count, 4);
    assert_memory_equal(&style->values.palette.colours[3], &((Colour){0xe3, 0x1a, 0x1c, 255}),
                        sizeof(Colour));
    assert_int_equal(style->values.breaks.count, 2);
    assert_true(style->values.breaks.items[1] == 20);
    assert_int_equal(style->layers.count, 2);
    assert_int_equal(style->layers.items[0], 3);
    dateline_style_free(style);
}

static void styles_and_settings_lie_over_one_another(void **state) {
    (void)state;
    const char *names[] = {"dark", "print-bw"}, *settings[] = {"land.colour=#123456", "land=#654321"};
    dateline_style_options options = {.folder = "styles", .names = names, .name_count = 2};
    Style *style = dateline_styles_load(&options, NULL);
    assert_non_null(style);
    assert_string_equal(style->name, "print-bw");
    assert_int_equal(style->page.colour.red, 255);     /* print-bw's */
    assert_int_equal(style->globe_land.colour.red, 0); /* print-bw's over dark's */
    dateline_style_free(style);
    options.settings = settings;
    options.setting_count = 2;
    style = dateline_styles_load(&options, NULL);
    assert_int_equal(style->land.colour.red, 0x65); /* the later word */
    dateline_style_free(style);
}

static void what_is_shown_is_a_style_that_looks_the_same(void **state) {
    static const char *const names[] = {"default", "dark", "print-bw", "blank"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        dateline_style_options options = {.folder = "styles", .names = &names[i], .name_count = 1};
        char *shown = dateline_style_show(&options, NULL);
        assert_non_null(strstr(shown, "\"land\": {\n    \"colour\": \"#"));
        char *path = scratch_file(*state, "shown.json", shown);
        options.names = (const char *const *)&path;
        Style *first = dateline_style_load("styles", names[i], NULL),
              *again = dateline_styles_load(&options, NULL);
        assert_non_null(again);
        assert_true(first->page.width == again->page.width && first->page.dpi == again->page.dpi);
        assert_string_equal(first->page.language, again->page.language);
        assert_memory_equal(&first->land, &again->land, sizeof first->land);
        assert_memory_equal(&first->halo, &again->halo, sizeof first->halo);
        assert_int_equal(first->roles.count, again->roles.count);
        for (size_t j = 0; j < first->roles.count; j++)
            assert_memory_equal(&first->roles.items[j].fill, &again->roles.items[j].fill, sizeof(Fill));
        dateline_style_free(first);
        dateline_style_free(again);
        free(shown);
        free(path);
    }
}

static void what_is_shown_says_where_it_came_from(void **state) {
    char *path = scratch_file(*state, "mine.json", "{\n\n  \"land\": \"part\"}");
    const char *settings[] = {"sea.colour=#000001"};
    dateline_style_options options = {.folder = "styles",
                                      .names = (const char *const *)&path,
                                      .name_count = 1,
                                      .settings = settings,
                                      .setting_count = 1};
    char *shown = dateline_style_show(&options, NULL), wanted[400];
    snprintf(wanted, sizeof wanted, "\"land\": {\n    \"colour\": \"#3579b1\", // part, %s:3\n", path);
    assert_non_null(strstr(shown, wanted));
    assert_non_null(strstr(shown, "\"colour\": \"#000001\", // --set\n"));
    assert_non_null(strstr(shown, "\"step\": 0 // styles/default.json:"));
    free(shown);
    free(path);
}

static void the_list_has_styles_only(void **state) {
    (void)state;
    char *list = dateline_style_list("styles");
    assert_non_null(strstr(list, "default\tWhite page"));
    assert_null(strstr(list, "palettes"));
    assert_null(strstr(list, "schema"));
    free(list);
    list = dateline_style_list("/no/such/folder");
    assert_string_equal(list, "");
    free(list);
}

static void what_one_begins_with_is_a_style(void **state) {
    char *start = dateline_style_start(NULL);
    assert_non_null(start);
    dateline_style_free(load_right(*state, start));
    free(start);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
    const struct CMUnitTest tests[] = {
        TEST(every_bundled_style_loads),
        TEST(values_go_where_they_belong),
        TEST(an_empty_style_is_the_default),
        TEST(a_hatch_comes_and_goes_and_is_never_without_a_pitch),
        TEST(looks_of_combined_roles_are_the_same_in_any_order),
        TEST(a_named_colour_of_a_child_colours_what_its_parents_said),
        TEST(comments_and_a_byte_order_mark_are_allowed),
        TEST(a_value_of_each_kind_is_told_with_what_would_be_right),
        TEST(an_unknown_key_is_told_at_every_level_with_what_was_meant),
        TEST(an_unknown_role_is_told_with_what_was_meant),
        TEST(a_wrong_colour_is_told_where_it_is_defined),
        TEST(what_is_wrong_in_a_parent_is_told_there),
        TEST(a_default_that_leaves_something_out_is_refused),
        TEST(every_field_of_the_table_refuses_the_wrong_kind_and_what_is_out_of_range),
        TEST(every_group_of_the_table_offers_its_keys),
        TEST(hostile_depth_and_length_are_refused),
        TEST(all_faults_are_told_in_the_order_of_their_lines),
        TEST(a_wrong_name_for_a_colour_hides_no_other_fault),
        TEST(a_file_of_faults_tells_a_hundred_and_no_more),
        TEST(a_plain_colour_is_a_fill_without_a_hatch),
        TEST(values_take_palettes_and_breaks),
        TEST(styles_and_settings_lie_over_one_another),
        TEST(what_is_shown_is_a_style_that_looks_the_same),
        TEST(what_is_shown_says_where_it_came_from),
        TEST(the_list_has_styles_only),
        TEST(what_one_begins_with_is_a_style),
    };
    return cmocka_run_group_tests_name("style/load", tests, NULL, NULL);
}
