/*
 * See facts.h. Facts from JSON that a person may have corrected: every key is known or refused with its line
 * and column, and what is missing gets an honest default.
 */
#include "facts_values.h"

#include <string.h>

static bool load_one_evidence(Loader *loader, const json_t *object, const char *path, Evidence *evidence) {
    char at[PATH_SIZE];
    if (!CHECK_KEYS(loader, object, path, "role", "start", "end", "quote", "rule", "sentence")) return false;
    const json_t *role = json_object_get(object, "role");
    if (!role) return json_fail(&loader->json, path, false, loader->error, "the key \"role\" is missing");
    return facts_role(loader, role, facts_child(at, path, "role"), &evidence->role) &&
           facts_size(loader, object, path, "start", &evidence->start) &&
           facts_size(loader, object, path, "end", &evidence->end) &&
           facts_string(loader, object, path, "quote", &evidence->quote) &&
           facts_string(loader, object, path, "rule", &evidence->rule) &&
           facts_string(loader, object, path, "sentence", &evidence->sentence);
}

static bool load_evidence(Loader *loader, const json_t *object, const char *parent, const Evidence **to,
                          size_t *count) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, object, parent, "evidence", &list, path)) return false;
    *count = list ? json_array_size(list) : 0;
    Evidence *evidence = ARENA_ARRAY(loader->facts->arena, Evidence, *count);
    *to = evidence;
    for (size_t i = 0; i < *count; i++)
        if (!load_one_evidence(loader, json_array_get(list, i), facts_item(at, path, i), &evidence[i]))
            return false;
    return true;
}

static bool load_own_role(Loader *loader, const char *name, const json_t *object) {
    char path[PATH_SIZE];
    Role role;
    facts_child(path, "roles", name);
    if (role_find(name))
        return json_fail(&loader->json, path, true, loader->error,
                         "this role is built in; another name, or a style's \"roles\", would be right");
    if (!facts_new_role(loader, name, path, true, &role) || !CHECK_KEYS(loader, object, path, "label"))
        return false;
    OwnRoles *own = &loader->facts->roles;
    return facts_string(loader, object, path, "label", &own->items[own->count - 1].label);
}

/* Roles of the facts' own, declared for their labels, their order, or names that look like a slip. */
static bool load_own_roles(Loader *loader) {
    const json_t *object = json_object_get(loader->json.root, "roles");
    const char *name;
    json_t *value;
    if (!object || json_is_null(object)) return true;
    if (!json_is_object(object)) return facts_wrong_kind(loader, "roles", object, "an object");
    json_object_foreach((json_t *)object, name, value) if (!load_own_role(loader, name, value)) return false;
    return true;
}

static bool load_roles(Loader *loader, const json_t *object, const char *parent, unsigned *roles) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, object, parent, "roles", &list, path)) return false;
    for (size_t i = 0; list && i < json_array_size(list); i++) {
        Role role;
        if (!facts_role(loader, json_array_get(list, i), facts_item(at, path, i), &role)) return false;
        *roles |= role;
    }
    if (!*roles) *roles = ROLE_MENTIONED;
    return true;
}

static bool load_country(Loader *loader, const json_t *object, const char *path, FactsCountry *country) {
    char at[PATH_SIZE];
    double mentions = 0;
    if (!CHECK_KEYS(loader, object, path, "id", "name", "roles", "capital", "mentions", "value", "evidence"))
        return false;
    country->has_value = json_object_get(object, "value") != NULL;
    bool done =
        facts_code(loader, json_object_get(object, "id"), facts_child(at, path, "id"), &country->id) &&
        facts_string(loader, object, path, "name", &country->name) &&
        load_roles(loader, object, path, &country->roles) &&
        facts_string(loader, object, path, "capital", &country->capital) &&
        facts_whole(loader, object, path, "mentions", 1e9, &mentions) &&
        facts_number(loader, object, path, "value", -1e15, &country->value) &&
        load_evidence(loader, object, path, &country->evidence, &country->evidence_count);
    country->mentions = (int)mentions;
    if (done && !country->name) country->name = country->id;
    return done;
}

static bool repeated(Loader *loader, size_t index, const char *path) {
    char at[PATH_SIZE];
    const char *id = loader->facts->countries[index].id;
    for (size_t i = 0; i < index; i++)
        if (!strcmp(loader->facts->countries[i].id, id))
            return !json_fail(&loader->json, facts_child(at, path, "id"), false, loader->error,
                              "%s stands twice in countries; one entry with all its roles would be right",
                              id);
    return false;
}

static bool load_countries(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, loader->json.root, "", "countries", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    FactsCountry *countries = ARENA_ARRAY(loader->facts->arena, FactsCountry, count);
    loader->facts->countries = countries;
    loader->facts->country_count = count;
    for (size_t i = 0; i < count; i++) {
        facts_item(at, path, i);
        if (!load_country(loader, json_array_get(list, i), at, &countries[i]) || repeated(loader, i, at))
            return false;
    }
    return true;
}

static bool load_count(Loader *loader, const json_t *strike, const char *parent, StrikeCount *count) {
    const json_t *object = json_object_get(strike, "count");
    char path[PATH_SIZE];
    if (!object || json_is_null(object)) return true;
    if (!CHECK_KEYS(loader, object, facts_child(path, parent, "count"), "value", "bound", "text"))
        return false;
    count->has_value = json_is_number(json_object_get(object, "value"));
    const json_t *value = json_object_get(object, "value");
    if (value && !json_is_null(value) && !facts_number(loader, object, path, "value", 0, &count->value))
        return false;
    if (!facts_string(loader, object, path, "bound", &count->bound)) return false;
    if (!facts_string(loader, object, path, "text", &count->text)) return false;
    if (!count->text && count->has_value)
        count->text = arena_format(loader->facts->arena, "%.0f", count->value);
    if (!count->text) count->text = count->bound; /* "hundreds" */
    return true;
}

static bool load_by(Loader *loader, const json_t *object, const char *parent, Strike *strike) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, object, parent, "by", &list, path)) return false;
    strike->by_count = list ? json_array_size(list) : 0;
    const char **by = ARENA_ARRAY(loader->facts->arena, const char *, strike->by_count);
    strike->by = by;
    for (size_t i = 0; i < strike->by_count; i++)
        if (!facts_code(loader, json_array_get(list, i), facts_item(at, path, i), &by[i])) return false;
    return true;
}

static bool load_degrees(Loader *loader, const json_t *object, const char *path, const char *key, double most,
                         double *to) {
    char at[PATH_SIZE];
    if (!json_object_get(object, key))
        return json_fail(&loader->json, path, false, loader->error,
                         "the key \"%s\" is missing; both \"lon\" and \"lat\", or neither, would be right",
                         key);
    if (!facts_number(loader, object, path, key, -most, to)) return false;
    return *to <= most || json_fail(&loader->json, facts_child(at, path, key), false, loader->error,
                                    "is out of range; degrees from %.0f to %.0f would be right", -most, most);
}

/* "Mosul", or {"name": "Kobani", "lon": 38.35, "lat": 36.89}. */
static bool load_place(Loader *loader, const json_t *value, const char *path, StrikePlace *place) {
    if (json_is_string(value)) {
        place->name = arena_text(loader->facts->arena, json_string_value(value));
        return true;
    }
    if (!CHECK_KEYS(loader, value, path, "name", "lon", "lat")) return false;
    if (!facts_string(loader, value, path, "name", &place->name)) return false;
    if (!place->name)
        return json_fail(&loader->json, path, false, loader->error, "the key \"name\" is missing");
    place->has_position = json_object_get(value, "lon") || json_object_get(value, "lat");
    return !place->has_position || (load_degrees(loader, value, path, "lon", 180, &place->longitude) &&
                                    load_degrees(loader, value, path, "lat", 90, &place->latitude));
}

static bool load_places(Loader *loader, const json_t *object, const char *parent, Strike *strike) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, object, parent, "places", &list, path)) return false;
    strike->place_count = list ? json_array_size(list) : 0;
    StrikePlace *places = ARENA_ARRAY(loader->facts->arena, StrikePlace, strike->place_count);
    strike->places = places;
    for (size_t i = 0; i < strike->place_count; i++)
        if (!load_place(loader, json_array_get(list, i), facts_item(at, path, i), &places[i])) return false;
    return true;
}

static bool load_strike(Loader *loader, const json_t *object, const char *path, Strike *strike) {
    char at[PATH_SIZE];
    return CHECK_KEYS(loader, object, path, "target", "by", "count", "since", "places", "evidence") &&
           facts_code(loader, json_object_get(object, "target"), facts_child(at, path, "target"),
                      &strike->target) &&
           load_by(loader, object, path, strike) && load_count(loader, object, path, &strike->count) &&
           facts_string(loader, object, path, "since", &strike->since) &&
           load_places(loader, object, path, strike) &&
           load_evidence(loader, object, path, &strike->evidence, &strike->evidence_count);
}

static bool load_strikes(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, loader->json.root, "", "strikes", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    Strike *strikes = ARENA_ARRAY(loader->facts->arena, Strike, count);
    loader->facts->strikes = strikes;
    loader->facts->strike_count = count;
    for (size_t i = 0; i < count; i++)
        if (!load_strike(loader, json_array_get(list, i), facts_item(at, path, i), &strikes[i])) return false;
    return true;
}

/* One that a country may have: a slip here would else count nobody. */
static bool load_stated_role(Loader *loader, const json_t *of, Role *role) {
    const char *name = json_string_value(of);
    if (name && !role_slip(name) && !roles_find(&loader->facts->roles, name))
        return json_fail(&loader->json, "stated_count.of", false, loader->error,
                         "no country has the role \"%.40s\"; one that stands in \"countries\" would be right",
                         name);
    return facts_role(loader, of, "stated_count.of", role);
}

static bool load_stated(Loader *loader) {
    const json_t *object = json_object_get(loader->json.root, "stated_count");
    StatedCount *stated = &loader->facts->stated;
    double value = 0, found = 0;
    if (!object || json_is_null(object)) return true;
    if (!CHECK_KEYS(loader, object, "stated_count", "value", "of", "found")) return false;
    const json_t *of = json_object_get(object, "of");
    stated->of = ROLE_PARTICIPANT;
    if (of && !load_stated_role(loader, of, &stated->of)) return false;
    if (!json_object_get(object, "value"))
        return json_fail(&loader->json, "stated_count", false, loader->error, "the key \"value\" is missing");
    if (!facts_whole(loader, object, "stated_count", "value", 1e6, &value)) return false;
    if (!facts_whole(loader, object, "stated_count", "found", 1e6, &found)) return false;
    *stated = (StatedCount){true, (int)value, stated->of, (int)found};
    return true;
}

static bool load_host(Loader *loader) {
    const json_t *object = json_object_get(loader->json.root, "host");
    if (!object || json_is_null(object)) return true;
    return CHECK_KEYS(loader, object, "host", "country", "place") &&
           facts_code(loader, json_object_get(object, "country"), "host.country",
                      &loader->facts->host.country) &&
           facts_string(loader, object, "host", "place", &loader->facts->host.place);
}

static bool load_note(Loader *loader, const json_t *object, const char *path, Note *note) {
    note->text = "";
    return CHECK_KEYS(loader, object, path, "text", "start", "end") &&
           facts_string(loader, object, path, "text", &note->text) &&
           facts_size(loader, object, path, "start", &note->start) &&
           facts_size(loader, object, path, "end", &note->end);
}

static bool load_notes(Loader *loader) {
    const json_t *list;
    char path[PATH_SIZE], at[PATH_SIZE];
    if (!facts_list(loader, loader->json.root, "", "notes", &list, path)) return false;
    size_t count = list ? json_array_size(list) : 0;
    Note *notes = ARENA_ARRAY(loader->facts->arena, Note, count);
    loader->facts->notes = notes;
    loader->facts->note_count = count;
    for (size_t i = 0; i < count; i++)
        if (!load_note(loader, json_array_get(list, i), facts_item(at, path, i), &notes[i])) return false;
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
    if (json_is_null(source)) source = NULL;
    if (source && !CHECK_KEYS(loader, source, "source", "name", "sha256")) return false;
    return facts_string(loader, root, "", "title", &facts->title) &&
           facts_string(loader, root, "", "subtitle", &facts->subtitle) &&
           facts_string(loader, root, "", "value_name", &facts->value_name) &&
           facts_string(loader, root, "", "language", &facts->language) &&
           (!source || (facts_string(loader, source, "source", "name", &facts->source_name) &&
                        facts_string(loader, source, "source", "sha256", &facts->source_sha256)));
}

/* The version first: what a later one has, this one need not complain of key by key. */
static bool load_all(Loader *loader) {
    if (!json_is_object(loader->json.root))
        return facts_wrong_kind(loader, "", loader->json.root, "an object");
    return load_version(loader) &&
           CHECK_KEYS(loader, loader->json.root, "", "dateline", "title", "subtitle", "value_name",
                      "language", "source", "roles", "countries", "strikes", "stated_count", "host",
                      "notes") &&
           load_head(loader) && load_own_roles(loader) && load_countries(loader) && load_strikes(loader) &&
           load_stated(loader) && load_host(loader) && load_notes(loader);
}

enum { LARGEST_FACTS = 64 << 20 };

Facts *dateline_facts_load(const char *json, size_t size, const char *name, dateline_error *error) {
    Loader loader = {.error = error};
    if (size > LARGEST_FACTS) {
        error_set(error, DATELINE_BAD_INPUT, (Place){.source = name},
                  "more than %d MiB; smaller facts would be right", LARGEST_FACTS >> 20);
        return NULL;
    }
    if (!json_open(&loader.json, json, size, name, 0, error)) return NULL;
    loader.facts = facts_new();
    bool done = load_all(&loader);
    json_close(&loader.json);
    if (done) return loader.facts;
    dateline_facts_free(loader.facts);
    return NULL;
}
