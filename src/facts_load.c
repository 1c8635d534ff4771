/*
 * See facts.h. Facts from JSON that a person may have corrected: every key is known or refused with its line
 * and column, and what is missing gets an honest default.
 */
#include "base/json.h"
#include "base/text.h"
#include "facts.h"

#include <math.h>
#include <string.h>

typedef struct Loader {
    Json json;
    Facts *facts;
    dateline_error *error;
} Loader;

enum { PATH_SIZE = 128 };

/* Keeps a path short enough to print; paths only name places in messages. */
static const char *child(char path[PATH_SIZE], const char *parent, const char *key) {
    return buffer_print(path, PATH_SIZE, "%s%s%s", parent, *parent ? "." : "", key);
}

static const char *item(char path[PATH_SIZE], const char *parent, size_t index) {
    return buffer_print(path, PATH_SIZE, "%s[%zu]", parent, index);
}

static const char *kind_of(const json_t *value) {
    static const char *const names[] = {"an object", "a list", "a string", "a number",
                                        "a number",  "true",   "false",    "null"};
    return names[json_typeof(value)];
}

static bool wrong_kind(Loader *loader, const char *path, const json_t *value, const char *wanted) {
    return json_fail(&loader->json, path, false, loader->error, "is %s; %s would be right", kind_of(value),
                     wanted);
}

/* Refuses keys that are not in the list, so that a slip of the pen is not silently ignored. */
static bool check_keys(Loader *loader, const json_t *object, const char *path, const char *const *keys,
                       size_t count) {
    if (!json_is_object(object)) return wrong_kind(loader, path, object, "an object");
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value) {
        size_t i = 0;
        while (i < count && strcmp(keys[i], key)) i++;
        if (i < count) continue;
        char at[PATH_SIZE];
        const char *nearest = nearest_name(key, keys, count);
        return json_fail(&loader->json, child(at, path, key), true, loader->error, "unknown key%s%s%s",
                         nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    }
    return true;
}

#define CHECK_KEYS(loader, object, path, ...)                                                                \
    check_keys((loader), (object), (path), (const char *const[]){__VA_ARGS__},                               \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* A string or null; NULL stays where the key is missing. */
static bool load_string(Loader *loader, const json_t *object, const char *parent, const char *key,
                        const char **to) {
    const json_t *value = json_object_get(object, key);
    char path[PATH_SIZE];
    if (!value || json_is_null(value)) return true;
    if (!json_is_string(value)) return wrong_kind(loader, child(path, parent, key), value, "a string");
    *to = arena_text(loader->facts->arena, json_string_value(value));
    return true;
}

static bool load_number(Loader *loader, const json_t *object, const char *parent, const char *key,
                        double least, double *to) {
    const json_t *value = json_object_get(object, key);
    char path[PATH_SIZE];
    if (!value) return true;
    if (!json_is_number(value)) return wrong_kind(loader, child(path, parent, key), value, "a number");
    double number = json_number_value(value);
    if (number < least || fabs(number) > 1e15)
        return json_fail(&loader->json, child(path, parent, key), false, loader->error,
                         "is out of range; a number from %.0f to 1e15 would be right", least);
    *to = number;
    return true;
}

static bool load_size(Loader *loader, const json_t *object, const char *parent, const char *key, size_t *to) {
    double number = 0;
    if (!load_number(loader, object, parent, key, 0, &number)) return false;
    *to = (size_t)number;
    return true;
}

static bool load_code(Loader *loader, const json_t *value, const char *path, const char **to) {
    if (!value || !json_is_string(value))
        return json_fail(&loader->json, path, false, loader->error,
                         "no country; an ISO 3166-1 alpha-3 code such as \"FRA\" would be right");
    const char *code = json_string_value(value);
    if (!country_code_is_known(code))
        return json_fail(&loader->json, path, false, loader->error,
                         "unknown code \"%.20s\"; ISO 3166-1 alpha-3 such as \"FRA\" would be right", code);
    *to = arena_text(loader->facts->arena, code);
    return true;
}

static bool load_role(Loader *loader, const json_t *value, const char *path, Role *role) {
    const char *names[ROLE_COUNT];
    for (int i = 0; i < ROLE_COUNT; i++) names[i] = role_name(role_at(i));
    if (!json_is_string(value)) return wrong_kind(loader, path, value, "the name of a role");
    const char *name = json_string_value(value);
    *role = role_find(name);
    if (*role) return true;
    const char *nearest = nearest_name(name, names, ROLE_COUNT);
    if (nearest)
        return json_fail(&loader->json, path, false, loader->error,
                         "unknown role \"%.40s\"; did you mean \"%s\"?", name, nearest);
    return json_fail(
        &loader->json, path, false, loader->error,
        "unknown role \"%.40s\"; participant, striker, target, host, declined or mentioned would be right",
        name);
}

static bool load_one_evidence(Loader *loader, const json_t *object, const char *path, Evidence *evidence) {
    char at[PATH_SIZE];
    if (!CHECK_KEYS(loader, object, path, "role", "start", "end", "quote", "rule", "sentence")) return false;
    const json_t *role = json_object_get(object, "role");
    if (!role) return json_fail(&loader->json, path, false, loader->error, "the key \"role\" is missing");
    return load_role(loader, role, child(at, path, "role"), &evidence->role) &&
           load_size(loader, object, path, "start", &evidence->start) &&
           load_size(loader, object, path, "end", &evidence->end) &&
           load_string(loader, object, path, "quote", &evidence->quote) &&
           load_string(loader, object, path, "rule", &evidence->rule) &&
           load_string(loader, object, path, "sentence", &evidence->sentence);
}

/* The list under key, or an empty one; false where it is something else. */
static bool list_at(Loader *loader, const json_t *object, const char *parent, const char *key,
                    const json_t **list, char path[PATH_SIZE]) {
    *list = json_object_get(object, key);
    child(path, parent, key);
    if (!*list || json_is_null(*list)) return *list = NULL, true;
    return json_is_array(*list) || wrong_kind(loader, path, *list, "a list");
}

static bool load_evidence(Loader *loader, const json_t *object, const char *parent, const Evidence **to,
                          size_t *count) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, object, parent, "evidence", &list, path)) return false;
    *count = list ? json_array_size(list) : 0;
    Evidence *evidence = ARENA_ARRAY(loader->facts->arena, Evidence, *count);
    *to = evidence;
    for (size_t i = 0; i < *count; i++)
        if (!load_one_evidence(loader, json_array_get(list, i), item(at, path, i), &evidence[i]))
            return false;
    return true;
}

static bool load_roles(Loader *loader, const json_t *object, const char *parent, unsigned *roles) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, object, parent, "roles", &list, path)) return false;
    for (size_t i = 0; list && i < json_array_size(list); i++) {
        Role role;
        if (!load_role(loader, json_array_get(list, i), item(at, path, i), &role)) return false;
        *roles |= role;
    }
    if (!*roles) *roles = ROLE_MENTIONED;
    return true;
}

static bool load_country(Loader *loader, const json_t *object, const char *path, FactsCountry *country) {
    char at[PATH_SIZE];
    double mentions = 0;
    if (!CHECK_KEYS(loader, object, path, "id", "name", "roles", "mentions", "value", "evidence"))
        return false;
    country->has_value = json_object_get(object, "value") != NULL;
    bool done = load_code(loader, json_object_get(object, "id"), child(at, path, "id"), &country->id) &&
                load_string(loader, object, path, "name", &country->name) &&
                load_roles(loader, object, path, &country->roles) &&
                load_number(loader, object, path, "mentions", 0, &mentions) &&
                load_number(loader, object, path, "value", -1e15, &country->value) &&
                load_evidence(loader, object, path, &country->evidence, &country->evidence_count);
    country->mentions = mentions > 1e9 ? 1000000000 : (int)mentions;
    if (done && !country->name) country->name = country->id;
    return done;
}

static bool repeated(Loader *loader, size_t index, const char *path) {
    char at[PATH_SIZE];
    const char *id = loader->facts->countries[index].id;
    for (size_t i = 0; i < index; i++)
        if (!strcmp(loader->facts->countries[i].id, id))
            return !json_fail(&loader->json, child(at, path, "id"), false, loader->error,
                              "%s stands twice in countries; one entry with all its roles would be right",
                              id);
    return false;
}

static bool load_countries(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, loader->json.root, "", "countries", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    FactsCountry *countries = ARENA_ARRAY(loader->facts->arena, FactsCountry, count);
    loader->facts->countries = countries;
    loader->facts->country_count = count;
    for (size_t i = 0; i < count; i++) {
        item(at, path, i);
        if (!load_country(loader, json_array_get(list, i), at, &countries[i]) || repeated(loader, i, at))
            return false;
    }
    return true;
}

static bool load_count(Loader *loader, const json_t *strike, const char *parent, StrikeCount *count) {
    const json_t *object = json_object_get(strike, "count");
    char path[PATH_SIZE];
    if (!object || json_is_null(object)) return true;
    if (!CHECK_KEYS(loader, object, child(path, parent, "count"), "value", "bound", "text")) return false;
    count->has_value = json_is_number(json_object_get(object, "value"));
    const json_t *value = json_object_get(object, "value");
    if (value && !json_is_null(value) && !load_number(loader, object, path, "value", 0, &count->value))
        return false;
    if (!load_string(loader, object, path, "bound", &count->bound)) return false;
    if (!load_string(loader, object, path, "text", &count->text)) return false;
    if (!count->text && count->has_value)
        count->text = arena_format(loader->facts->arena, "%.0f", count->value);
    return true;
}

static bool load_by(Loader *loader, const json_t *object, const char *parent, Strike *strike) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, object, parent, "by", &list, path)) return false;
    strike->by_count = list ? json_array_size(list) : 0;
    const char **by = ARENA_ARRAY(loader->facts->arena, const char *, strike->by_count);
    strike->by = by;
    for (size_t i = 0; i < strike->by_count; i++)
        if (!load_code(loader, json_array_get(list, i), item(at, path, i), &by[i])) return false;
    return true;
}

static bool load_strike(Loader *loader, const json_t *object, const char *path, Strike *strike) {
    char at[PATH_SIZE];
    return CHECK_KEYS(loader, object, path, "target", "by", "count", "since", "evidence") &&
           load_code(loader, json_object_get(object, "target"), child(at, path, "target"), &strike->target) &&
           load_by(loader, object, path, strike) && load_count(loader, object, path, &strike->count) &&
           load_string(loader, object, path, "since", &strike->since) &&
           load_evidence(loader, object, path, &strike->evidence, &strike->evidence_count);
}

static bool load_strikes(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, loader->json.root, "", "strikes", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    Strike *strikes = ARENA_ARRAY(loader->facts->arena, Strike, count);
    loader->facts->strikes = strikes;
    loader->facts->strike_count = count;
    for (size_t i = 0; i < count; i++)
        if (!load_strike(loader, json_array_get(list, i), item(at, path, i), &strikes[i])) return false;
    return true;
}

static bool load_stated(Loader *loader) {
    const json_t *object = json_object_get(loader->json.root, "stated_count");
    StatedCount *stated = &loader->facts->stated;
    double value = 0, found = 0;
    if (!object || json_is_null(object)) return true;
    if (!CHECK_KEYS(loader, object, "stated_count", "value", "of", "found")) return false;
    const json_t *of = json_object_get(object, "of");
    stated->of = ROLE_PARTICIPANT;
    if (of && !load_role(loader, of, "stated_count.of", &stated->of)) return false;
    if (!load_number(loader, object, "stated_count", "value", 0, &value)) return false;
    if (!load_number(loader, object, "stated_count", "found", 0, &found)) return false;
    if (value > 1e6 || found > 1e6)
        return json_fail(&loader->json, "stated_count", false, loader->error,
                         "more countries than there are; a number under 300 would be right");
    *stated = (StatedCount){true, (int)value, stated->of, (int)found};
    return true;
}

static bool load_host(Loader *loader) {
    const json_t *object = json_object_get(loader->json.root, "host");
    if (!object || json_is_null(object)) return true;
    return CHECK_KEYS(loader, object, "host", "country", "place") &&
           load_code(loader, json_object_get(object, "country"), "host.country",
                     &loader->facts->host.country) &&
           load_string(loader, object, "host", "place", &loader->facts->host.place);
}

static bool load_note(Loader *loader, const json_t *object, const char *path, Note *note) {
    note->text = "";
    return CHECK_KEYS(loader, object, path, "text", "start", "end") &&
           load_string(loader, object, path, "text", &note->text) &&
           load_size(loader, object, path, "start", &note->start) &&
           load_size(loader, object, path, "end", &note->end);
}

static bool load_notes(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!list_at(loader, loader->json.root, "", "notes", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    Note *notes = ARENA_ARRAY(loader->facts->arena, Note, count);
    loader->facts->notes = notes;
    loader->facts->note_count = count;
    for (size_t i = 0; i < count; i++)
        if (!load_note(loader, json_array_get(list, i), item(at, path, i), &notes[i])) return false;
    return true;
}

static bool load_version(Loader *loader) {
    const char *version = json_string_value(json_object_get(loader->json.root, "dateline"));
    if (version && !strcmp(version, "facts/1")) return true;
    return json_fail(&loader->json, version ? "dateline" : "", false, loader->error,
                     "not facts that this version knows; \"dateline\": \"facts/1\" would be right");
}

static bool load_head(Loader *loader) {
    const json_t *root = loader->json.root, *source = json_object_get(root, "source");
    Facts *facts = loader->facts;
    facts->title = facts->source_name = "";
    facts->language = "en";
    if (source && !CHECK_KEYS(loader, source, "source", "name", "sha256")) return false;
    return load_string(loader, root, "", "title", &facts->title) &&
           load_string(loader, root, "", "subtitle", &facts->subtitle) &&
           load_string(loader, root, "", "language", &facts->language) &&
           (!source || (load_string(loader, source, "source", "name", &facts->source_name) &&
                        load_string(loader, source, "source", "sha256", &facts->source_sha256)));
}

static bool load_all(Loader *loader) {
    return CHECK_KEYS(loader, loader->json.root, "", "dateline", "title", "subtitle", "language", "source",
                      "countries", "strikes", "stated_count", "host", "notes") &&
           load_version(loader) && load_head(loader) && load_countries(loader) && load_strikes(loader) &&
           load_stated(loader) && load_host(loader) && load_notes(loader);
}

Facts *dateline_facts_load(const char *json, size_t size, const char *name, dateline_error *error) {
    Loader loader = {.error = error};
    if (!json_open(&loader.json, json, size, name, 0, error)) return NULL;
    loader.facts = facts_new();
    bool done = load_all(&loader);
    json_close(&loader.json);
    if (done) return loader.facts;
    dateline_facts_free(loader.facts);
    return NULL;
}
