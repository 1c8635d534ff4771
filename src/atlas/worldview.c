/* See worldview.h. Reading worldviews.json; the format is told in shapes/README.md. */
#include "worldview.h"

#include "../base/json.h"
#include "sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_PATH = 256, NAMES_SIZE = 256 };

/* A document being read; path is where. */
typedef struct ViewReader {
    const Json *json;
    Arena *arena;
    dateline_error *error;
    char path[LONGEST_PATH];
} ViewReader;

static bool fail_at(const ViewReader *reader, const char *key, const char *message) {
    char path[LONGEST_PATH + 64];
    snprintf(path, sizeof path, "%s%s%s", reader->path, *key ? "." : "", key);
    return json_fail(reader->json, path, false, reader->error, "%s", message);
}

static bool read_code(const ViewReader *reader, json_t *rule, const char *key, const char **code) {
    const char *text = json_string_value(json_object_get(rule, key));
    if (!text)
        return fail_at(reader, json_object_get(rule, key) ? key : "",
                       "from and to must be given, each a code such as \"UKR\"");
    *code = arena_text(reader->arena, text);
    return true;
}

static bool read_position(const ViewReader *reader, json_t *value, const char *key, LonLat *position) {
    json_t *lon = json_array_get(value, 0), *lat = json_array_get(value, 1);
    if (json_array_size(value) != 2 || !json_is_number(lon) || !json_is_number(lat))
        return fail_at(reader, key, "a place must be given as [longitude, latitude]");
    *position = (LonLat){json_number_value(lon), json_number_value(lat)};
    bool inside =
        position->lon >= -180 && position->lon <= 180 && position->lat >= -90 && position->lat <= 90;
    return inside || fail_at(reader, key, "a longitude must be within 180 degrees, a latitude within 90");
}

static bool read_along(const ViewReader *reader, json_t *value, LonLats *along) {
    size_t count = json_array_size(value);
    if (count < 2) return fail_at(reader, "along", "a line must have two places at least");
    LonLat *items = ARENA_ARRAY(reader->arena, LonLat, count);
    for (size_t i = 0; i < count; i++)
        if (!read_position(reader, json_array_get(value, i), "along", &items[i])) return false;
    *along = (LonLats){items, count};
    return true;
}

static bool check_keys(const ViewReader *reader, json_t *object, const char *const *known,
                       const char *message) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        size_t i = 0;
        while (known[i] && strcmp(known[i], key) != 0) i++;
        if (!known[i]) return fail_at(reader, key, message);
    }
    return true;
}

static bool read_rule(const ViewReader *reader, json_t *value, ViewRule *rule) {
    static const char *const keys[] = {"name", "from", "to", "at", "along", "dashed", NULL};
    if (!json_is_object(value)) return fail_at(reader, "", "a part must be an object with name, from and to");
    if (!check_keys(reader, value, keys, "a part has only name, from, to, at, along and dashed"))
        return false;
    if (!read_code(reader, value, "from", &rule->from) || !read_code(reader, value, "to", &rule->to))
        return false;
    json_t *at = json_object_get(value, "at"), *along = json_object_get(value, "along");
    rule->whole = !at;
    rule->dashed = json_is_true(json_object_get(value, "dashed"));
    if (along && !at)
        return fail_at(reader, "along", "a cut needs a place at, which says what side is given away");
    return (!at || read_position(reader, at, "at", &rule->at)) &&
           (!along || read_along(reader, along, &rule->along));
}

/* What goes to a country that is itself given away would be lost. */
static bool check_chains(ViewReader *reader, const Worldview *view) {
    for (size_t i = 0; i < view->count; i++)
        for (size_t k = 0; k < view->count; k++)
            if (view->rules[k].whole && !strcmp(view->rules[i].to, view->rules[k].from)) {
                snprintf(reader->path, LONGEST_PATH, "worldviews.%s.parts[%zu]", view->name, i);
                return fail_at(reader, "to",
                               "this country is itself given away by another part; name where that goes to");
            }
    return true;
}

static bool read_notes(ViewReader *reader, const json_t *first, const json_t *others, BordersNotes *notes) {
    const char *language;
    json_t *text;
    BordersNote *items = ARENA_ARRAY(reader->arena, BordersNote, 1 + json_object_size(others));
    if (others && !json_is_object(others)) return fail_at(reader, "notes", "notes must be texts by language");
    items[0].text = arena_text(reader->arena, json_string_value(first));
    *notes = (BordersNotes){items, 1};
    json_object_foreach((json_t *)others, language, text) {
        if (!json_is_string(text)) return fail_at(reader, "notes", "notes must be texts by language");
        items[notes->count++] = (BordersNote){arena_text(reader->arena, language),
                                              arena_text(reader->arena, json_string_value(text))};
    }
    return true;
}

static bool read_view(ViewReader *reader, const char *name, json_t *value, Worldview *view) {
    static const char *const keys[] = {"note", "notes", "parts", NULL};
    snprintf(reader->path, LONGEST_PATH, "worldviews.%s", name);
    json_t *note = json_object_get(value, "note"), *parts = json_object_get(value, "parts");
    if (!json_is_object(value) || !json_is_string(note) || (parts && !json_is_array(parts)))
        return fail_at(reader, "",
                       "a worldview must be an object with a note for the source line and an array of parts");
    if (!check_keys(reader, value, keys, "a worldview has only note, notes and parts")) return false;
    view->name = arena_text(reader->arena, name);
    if (!read_notes(reader, note, json_object_get(value, "notes"), &view->notes)) return false;
    view->rules = ARENA_ARRAY(reader->arena, ViewRule, json_array_size(parts));
    for (; view->count < json_array_size(parts); view->count++) {
        snprintf(reader->path, LONGEST_PATH, "worldviews.%s.parts[%zu]", name, view->count);
        if (!read_rule(reader, json_array_get(parts, view->count), &view->rules[view->count])) return false;
    }
    return check_chains(reader, view);
}

static bool fail_unknown(const ViewReader *reader, const char *name, json_t *views) {
    char names[NAMES_SIZE] = "";
    const char *key;
    json_t *value;
    json_object_foreach(views, key, value) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", used ? ", " : "", key);
    }
    return error_set(reader->error, DATELINE_BAD_USAGE, (Place){.source = reader->json->source},
                     "there is no worldview \"%s\"; there are %s", name, names);
}

/* The file lists its views in order; jansson keeps that order. */
static bool pick_view(ViewReader *reader, const char *name, Worldview *view) {
    json_t *views = json_object_get(reader->json->root, "worldviews");
    snprintf(reader->path, LONGEST_PATH, "worldviews");
    if (!json_is_object(views) || !json_object_size(views))
        return error_set(reader->error, DATELINE_BAD_INPUT, (Place){.source = reader->json->source},
                         "the file must have an object \"worldviews\" with the views by name");
    if (!name) name = json_object_iter_key(json_object_iter(views));
    json_t *value = json_object_get(views, name);
    return value ? read_view(reader, name, value, view) : fail_unknown(reader, name, views);
}

/* A folder without a file, where none is installed either, is shown as it is. */
static bool no_views(const Atlas *atlas, const char *name, Worldview *view, dateline_error *error) {
    static const BordersNote plain = {NULL, "Borders as the shapes have them"};
    *view = (Worldview){.name = "de-facto", .notes = {&plain, 1}};
    return !name || !strcmp(name, view->name) ||
           error_set(error, DATELINE_BAD_USAGE, (Place){.source = atlas->folder},
                     "there is no worldview \"%s\": the folder has no worldviews.json", name);
}

bool worldview_load(const Atlas *atlas, const char *name, Worldview *view, dateline_error *error) {
    *view = (Worldview){0};
    size_t size = 0;
    const char *path = NULL;
    char *text = source_text(atlas, "worldviews.json", &size, &path, error);
    if (!text) return !path && no_views(atlas, name, view, error);
    Json json = {0};
    bool good = json_open(&json, text, size, path, JSON_COMMENTS, error);
    ViewReader reader = {.json = &json, .arena = atlas->arena, .error = error};
    if (good) good = pick_view(&reader, name, view);
    json_close(&json);
    free(text);
    return good;
}
