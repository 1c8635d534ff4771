/*
 * styles/style.schema.json and the tables of styles/README.md are made from the table of fields, so that
 * neither knows a key that the loader does not, and the other way round. ACCEPT=1 writes them anew.
 */
#include "../base/scratch.h"

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "style/fields.h"
#include "style/style.h"

#include <stdlib.h>
#include <string.h>

static const char SCHEMA[] = "styles/style.schema.json", MANUAL[] = "styles/README.md",
                  BEGIN[] = "<!-- keys -->\n";

static void indent(Text *text, int depth) {
    text_add_char(text, '\n');
    while (depth-- > 0) text_add(text, "  ");
}

static void add_member(Text *text, const char *key, const char *value) {
    text_add_format(text, ", \"%s\": ", key);
    json_quote(text, value);
}

static void add_words(Text *text, const char *words) {
    text_add(text, "\"enum\": [");
    for (const char *at = words; *at;) {
        size_t length = strcspn(at, " ");
        text_add_format(text, "%s\"%.*s\"", at == words ? "" : ", ", (int)length, at);
        at += length + (at[length] == ' ');
    }
    text_add_char(text, ']');
}

static void add_fields(Text *text, const Field *fields, int depth);

static const char *simple_type(FieldKind kind) {
    switch (kind) {
    case FIELD_COLOUR:
        return "\"$ref\": \"#/$defs/colour\"";
    case FIELD_STRING:
        return "\"type\": \"string\"";
    case FIELD_BOOL:
        return "\"type\": \"boolean\"";
    case FIELD_DASH:
        return "\"type\": \"array\", \"items\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 1000}, "
               "\"minItems\": 2, \"maxItems\": 2";
    case FIELD_BREAKS:
        return "\"type\": \"array\", \"items\": {\"type\": \"number\"}, \"maxItems\": 8";
    case FIELD_RAMP:
        return "\"anyOf\": [{\"type\": [\"string\", \"null\"]}, {\"type\": \"array\", \"items\": {\"$ref\": "
               "\"#/$defs/colour\"}, \"minItems\": 1, \"maxItems\": 9}]";
    case FIELD_ROLES:
        return "\"type\": \"object\", \"patternProperties\": "
               "{\"^[^+ ]+([+][^+ ]+)*$\": {\"$ref\": "
               "\"#/$defs/look\"}}, "
               "\"additionalProperties\": false";
    case FIELD_COLOURS:
        return "\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/colour\"}";
    default:
        return NULL;
    }
}

static void add_field(Text *text, const Field *field, int depth) {
    char least[64], most[64];
    const char *simple = simple_type(field->kind);
    text_add_char(text, '{');
    if (simple) text_add(text, simple);
    if (field->kind == FIELD_NUMBER) {
        number_print(least, field->least, 3);
        number_print(most, field->most, 3);
        text_add_format(text, "\"type\": \"number\", \"minimum\": %s, \"maximum\": %s", least, most);
    }
    if (field->kind == FIELD_CHOICE) add_words(text, field->choices);
    if (field->kind == FIELD_LAYERS) {
        text_add(text, "\"type\": \"array\", \"uniqueItems\": true, \"items\": {");
        add_words(text, field->choices);
        text_add_char(text, '}');
    }
    if (field->kind == FIELD_FILL) text_add(text, "\"$ref\": \"#/$defs/fill\"");
    if (field->kind == FIELD_GROUP || field->kind == FIELD_HATCH) {
        text_add(text,
                 field->kind == FIELD_HATCH ? "\"type\": [\"object\", \"null\"]" : "\"type\": \"object\"");
        add_fields(text, field->fields, depth);
    }
    add_member(text, "description",
               field->about ? field->about : "a text of the page; words/en/page.json says it in English");
    text_add_char(text, '}');
}

static void add_fields(Text *text, const Field *fields, int depth) {
    text_add(text, ", \"additionalProperties\": false, \"properties\": {");
    for (bool first = true; fields->key; fields++, first = false) {
        if (!first) text_add_char(text, ',');
        indent(text, depth + 1);
        text_add_format(text, "\"%s\": ", fields->key);
        add_field(text, fields, depth + 1);
    }
    indent(text, depth);
    text_add_char(text, '}');
}

/* The fields of a Fill, which many have: out of the first field of a role's look. */
static const Field *fill_fields(void) {
    return role_fields[0].fields;
}

static char *schema_text(void) {
    Text text = {0};
    text_add(&text, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                    "  \"title\": \"A style of dateline\",\n  \"type\": \"object\"");
    add_fields(&text, style_fields, 1);
    text_add(&text, ",\n  \"$defs\": {\n    \"colour\": {\"type\": \"string\", \"description\": "
                    "\"#rgb, #rrggbb, #rrggbbaa, none, a name from colours, or one of a palette such as "
                    "okabe-ito.vermillion or brewer.blues-5.3\"},\n"
                    "    \"fill\": {\"anyOf\": [{\"$ref\": \"#/$defs/colour\"}, {\"type\": \"object\"");
    add_fields(&text, fill_fields(), 2);
    text_add(&text, "}]},\n    \"look\": {\"type\": \"object\"");
    add_fields(&text, role_fields, 2);
    text_add(&text, "}\n  }\n}\n");
    return text_take(&text);
}

/* -------------------------------------------------------------------------------------------- the manual */

static void add_kind(Text *text, const Field *field) {
    static const char *const kinds[] = {
        [FIELD_COLOUR] = "colour",    [FIELD_STRING] = "text",         [FIELD_BOOL] = "true, false",
        [FIELD_DASH] = "two numbers", [FIELD_HATCH] = "hatch or null", [FIELD_FILL] = "fill",
        [FIELD_GROUP] = "object",     [FIELD_ROLES] = "looks by role", [FIELD_COLOURS] = "colours by name",
        [FIELD_RAMP] = "palette",     [FIELD_BREAKS] = "numbers",      [FIELD_LAYERS] = "list",
    };
    if (field->kind == FIELD_NUMBER) {
        text_add_number(text, field->least, 3);
        text_add(text, " to ");
        text_add_number(text, field->most, 3);
    } else
        text_add(text, field->kind == FIELD_CHOICE ? field->choices : kinds[field->kind]);
}

static bool is_shared(const Field *field) {
    return field->kind == FIELD_FILL ||
           (field->kind == FIELD_GROUP && !strcmp(field->fields[0].key, "colour") && field->fields[1].key &&
            !strcmp(field->fields[1].key, "width") && field->fields[2].key &&
            !strcmp(field->fields[2].key, "dash"));
}

static void add_rows(Text *text, const char *parent, const Field *fields) {
    for (; fields->key; fields++) {
        char path[160];
        buffer_print(path, sizeof path, "%s%s%s", parent, *parent ? "." : "", fields->key);
        text_add_format(text, "| `%s` | ", path);
        if (is_shared(fields))
            text_add(text, fields->kind == FIELD_FILL ? "fill" : "pen");
        else
            add_kind(text, fields);
        text_add_format(text, " | %s |\n", fields->about ? fields->about : "");
        bool is_type = !strncmp(path, "text.", 5),
             is_words = fields->fields == words_fields || fields->fields == beside_fields;
        if (fields->fields && !is_shared(fields) && !is_type && !is_words)
            add_rows(text, path, fields->fields);
    }
}

static void add_table(Text *text, const char *title, const char *parent, const Field *fields) {
    text_add_format(text, "\n### %s\n\n| key | value | |\n|---|---|---|\n", title);
    add_rows(text, parent, fields);
}

static const Field *field_at(const Field *fields, const char *key) {
    while (strcmp(fields->key, key) != 0) fields++;
    return fields;
}

static char *manual_text(const char *before) {
    const char *mark = strstr(before, BEGIN);
    Text text = {0};
    assert_non_null(mark);
    text_add_part(&text, before, (size_t)(mark - before) + strlen(BEGIN));
    add_table(&text, "A style", "", style_fields);
    add_table(&text, "A look, under `roles.participant` and the like", "", role_fields);
    add_table(&text, "A fill", "", fill_fields());
    add_table(&text, "A pen", "", field_at(style_fields, "borders")->fields);
    add_table(&text, "A kind of text, under `text.title` and the like", "",
              field_at(style_fields, "text")->fields[0].fields);
    return text_take(&text);
}

static void compare(const char *path, const char *expected) {
    Bytes bytes = {0};
    if (getenv("ACCEPT")) assert_true(dateline_file_write(path, expected, strlen(expected), NULL));
    assert_true(file_read(path, 4 << 20, &bytes, NULL));
    if (strcmp(bytes.bytes, expected) != 0)
        fail_msg("%s is not what the fields say; ACCEPT=1 writes it", path);
    free(bytes.bytes);
}

static void the_schema_says_what_the_loader_knows(void **state) {
    (void)state;
    char *expected = schema_text();
    Json json;
    assert_true(json_open(&json, expected, strlen(expected), SCHEMA, 0, NULL));
    json_close(&json);
    compare(SCHEMA, expected);
    free(expected);
}

static void the_manual_lists_every_key(void **state) {
    (void)state;
    Bytes bytes = {0};
    assert_true(file_read(MANUAL, 4 << 20, &bytes, NULL));
    char *expected = manual_text(bytes.bytes);
    compare(MANUAL, expected);
    free(expected);
    free(bytes.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_says_what_the_loader_knows),
        cmocka_unit_test(the_manual_lists_every_key),
    };
    return cmocka_run_group_tests_name("style/schema", tests, NULL, NULL);
}
