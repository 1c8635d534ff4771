/*
 * See style.h. Style files into a Style. A style and its parents are applied in turn, the eldest first, so
 * that the later word wins and each value is checked where it stands, with its own line and column.
 */
#include "../base/hash.h"
#include "../base/text.h"
#include "chain.h"
#include "fields.h"
#include "style.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 160 };

typedef struct Loader {
    Style *style;
    StyleChain chain;
    const Json *json; /* the file being applied */
    dateline_error *error;
} Loader;

static const char *child(char path[PATH_SIZE], const char *parent, const char *key) {
    return buffer_print(path, PATH_SIZE, "%s%s%s", parent, *parent ? "." : "", key);
}

static bool wrong(Loader *loader, const char *path, const char *wanted) {
    return json_fail(loader->json, path, false, loader->error, "%s would be right", wanted);
}

/* A named colour from the youngest file that has it, or NULL. */
static const char *named_colour(const Loader *loader, const char *name) {
    for (int i = 0; i < loader->chain.count; i++) {
        const json_t *colours = json_object_get(loader->chain.files[i].json.root, "colours");
        const char *value = json_string_value(json_object_get(colours, name));
        if (value) return value;
    }
    return NULL;
}

static bool load_colour(Loader *loader, const json_t *value, const char *path, Colour *to) {
    const char *text = json_string_value(value);
    const char *named = text ? named_colour(loader, text) : NULL;
    if (text && colour_parse(named ? named : text, to)) return true;
    return wrong(loader, path, "a colour such as \"#1f6fb2\", \"none\" or a name from colours");
}

static bool load_number(Loader *loader, const json_t *value, const char *path, const Field *field,
                        double *to) {
    double number = json_number_value(value);
    if (json_is_number(value) && number >= field->least && number <= field->most) return *to = number, true;
    char wanted[96], least[64], most[64];
    number_print(least, field->least, 3);
    number_print(most, field->most, 3);
    return wrong(loader, path, buffer_print(wanted, sizeof wanted, "a number from %s to %s", least, most));
}

static bool load_choice(Loader *loader, const json_t *value, const char *path, const Field *field, int *to) {
    const char *text = json_string_value(value);
    size_t size = text ? strlen(text) : 0;
    int index = 0;
    for (const char *word = field->choices; size && *word; index++) {
        size_t length = strcspn(word, " ");
        if (length == size && !strncmp(word, text, size)) return *to = index, true;
        word += length + (word[length] == ' ');
    }
    char wanted[96];
    return wrong(loader, path, buffer_print(wanted, sizeof wanted, "one of %s", field->choices));
}

static bool load_dash(Loader *loader, const json_t *value, const char *path, double dash[2]) {
    for (size_t i = 0; i < 2; i++) {
        const json_t *item = json_array_get(value, i);
        dash[i] = json_number_value(item);
        if (json_array_size(value) != 2 || !json_is_number(item) || !(dash[i] >= 0 && dash[i] <= 1000))
            return wrong(loader, path, "two lengths such as [2.2, 1.8]");
    }
    return true;
}

static bool load_string(Loader *loader, const json_t *value, const char *path, const char **to) {
    if (!json_is_string(value)) return wrong(loader, path, "a string");
    *to = arena_text(loader->style->arena, json_string_value(value));
    return true;
}

static bool load_bool(Loader *loader, const json_t *value, const char *path, bool *to) {
    if (!json_is_boolean(value)) return wrong(loader, path, "true or false");
    *to = json_is_true(value);
    return true;
}

static bool load_fields(Loader *loader, const json_t *object, const char *path, const Field *fields,
                        char *base);

/* The hatch of a fill: an object, or null to take the parent's hatch away. */
static bool load_hatch(Loader *loader, const json_t *value, const char *path, const Field *field,
                       Fill *fill) {
    fill->hatched = !json_is_null(value);
    if (fill->hatched && fill->hatch.pitch <= 0)
        fill->hatch = (Hatch){.angle = 45, .pitch = 8, .stripe = 2.2, .colour = {.alpha = 255}};
    return !fill->hatched || load_fields(loader, value, path, field->fields, (char *)&fill->hatch);
}

/* The word of a key at *at, which moves behind the '+' that follows it. */
static void next_role(const char **at, char word[64]) {
    size_t length = strcspn(*at, "+");
    buffer_print(word, 64, "%.*s", (int)(length < 64 ? length : 63), *at);
    *at += length;
    if ((*at)[0] == '+' && (*at)[1]) ++*at; /* one at the end stays, and is no role */
}

/* The roles that a key such as participant+striker names, or 0 with the word that is none. */
static unsigned roles_of_key(const char *key, char word[64]) {
    unsigned roles = 0;
    const char *at = key;
    do {
        next_role(&at, word);
        Role role = role_find(word);
        if (!role) return 0;
        roles |= role;
    } while (*at);
    return roles;
}

static bool unknown_role(Loader *loader, const char *path, const char *word) {
    const char *names[ROLE_COUNT];
    for (int i = 0; i < ROLE_COUNT; i++) names[i] = role_name(role_at(i));
    const char *nearest = nearest_name(word, names, ROLE_COUNT);
    if (nearest)
        return json_fail(loader->json, path, true, loader->error, "unknown role \"%s\"; did you mean \"%s\"?",
                         word, nearest);
    return json_fail(
        loader->json, path, true, loader->error,
        "unknown role \"%s\"; participant, striker, target, host, declined, mentioned or several joined "
        "with '+' would be right",
        word);
}

static RoleLook *look_for(Style *style, const char *key, unsigned roles) {
    for (size_t i = 0; i < style->roles.count; i++)
        if (style->roles.items[i].roles == roles) return &style->roles.items[i];
    array_push(&style->roles, (RoleLook){.key = arena_text(style->arena, key),
                                         .roles = roles,
                                         .label = style->text.country.colour});
    return &style->roles.items[style->roles.count - 1];
}

static bool load_role_looks(Loader *loader, const json_t *object, const char *parent) {
    const char *key;
    json_t *value;
    char path[PATH_SIZE];
    if (!json_is_object(object)) return wrong(loader, parent, "an object of role looks");
    json_object_foreach((json_t *)object, key, value) {
        char word[64];
        unsigned roles = roles_of_key(key, word);
        child(path, parent, key);
        if (!roles) return unknown_role(loader, path, word);
        RoleLook *look = look_for(loader->style, key, roles);
        if (!load_fields(loader, value, path, role_fields, (char *)look)) return false;
    }
    return true;
}

static bool load_value(Loader *loader, const json_t *value, const char *path, const Field *field,
                       char *base) {
    void *to = base + field->offset;
    switch (field->kind) {
    case FIELD_NUMBER:
        return load_number(loader, value, path, field, to);
    case FIELD_COLOUR:
        return load_colour(loader, value, path, to);
    case FIELD_STRING:
        return load_string(loader, value, path, to);
    case FIELD_BOOL:
        return load_bool(loader, value, path, to);
    case FIELD_CHOICE:
        return load_choice(loader, value, path, field, to);
    case FIELD_DASH:
        return load_dash(loader, value, path, to);
    case FIELD_FILL:
        return load_hatch(loader, value, path, field, to);
    case FIELD_GROUP:
        return load_fields(loader, value, path, field->fields, to);
    case FIELD_ROLES:
        return load_role_looks(loader, value, path);
    case FIELD_COLOURS:
        return true; /* check_colours has seen them */
    }
    return false;
}

static const Field *find_field(const Field *fields, const char *key) {
    for (; fields->key; fields++)
        if (!strcmp(fields->key, key)) return fields;
    return NULL;
}

static bool unknown_key(Loader *loader, const char *path, const char *key, const Field *fields) {
    const char *names[64];
    size_t count = 0;
    for (; fields->key && count < 64; fields++) names[count++] = fields->key;
    const char *nearest = nearest_name(key, names, count);
    return json_fail(loader->json, path, true, loader->error, "unknown key%s%s%s",
                     nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
}

static bool load_fields(Loader *loader, const json_t *object, const char *path, const Field *fields,
                        char *base) {
    const char *key;
    json_t *value;
    char at[PATH_SIZE];
    if (!json_is_object(object)) return wrong(loader, path, "an object");
    json_object_foreach((json_t *)object, key, value) {
        const Field *field = find_field(fields, key);
        child(at, path, key);
        if (!field) return unknown_key(loader, at, key, fields);
        if (!load_value(loader, value, at, field, base)) return false;
    }
    return true;
}

static bool check_colours(Loader *loader, const json_t *object, const char *parent) {
    if (!object) return true;
    const char *key;
    json_t *value;
    Colour ignored;
    char path[PATH_SIZE];
    if (!json_is_object(object)) return wrong(loader, parent, "an object of named colours");
    json_object_foreach((json_t *)object, key, value) {
        const char *text = json_string_value(value);
        if (!text || !colour_parse(text, &ignored))
            return wrong(loader, child(path, parent, key), "a colour such as \"#1f6fb2\" or \"none\"");
    }
    return true;
}

/* The colours of all files first: a parent's field may name a colour that a child has spoilt. */
static bool apply_files(Loader *loader) {
    StyleFile *files = loader->chain.files;
    for (int i = loader->chain.count - 1; i >= 0; i--) {
        loader->json = &files[i].json;
        if (!check_colours(loader, json_object_get(files[i].json.root, "colours"), "colours")) return false;
    }
    for (int i = loader->chain.count - 1; i >= 0; i--) {
        loader->json = &files[i].json;
        if (!load_fields(loader, files[i].json.root, "", style_fields, (char *)loader->style)) return false;
    }
    return true;
}

/* Whoever draws relies on every text and every number in its range, so a "default" that leaves some out is
 * refused. Colours and switches are right when they are zero. */
static bool check_complete(Loader *loader, const char *parent, const Field *fields, const char *base) {
    char path[PATH_SIZE];
    for (; fields->key; fields++) {
        const void *at = base + fields->offset;
        bool set = true;
        child(path, parent, fields->key);
        if (fields->kind == FIELD_NUMBER) set = *(const double *)at >= fields->least;
        if (fields->kind == FIELD_STRING) set = *(const char *const *)at != NULL;
        if (!set)
            return json_fail(loader->json, path, false, loader->error,
                             "is missing; the style that all others extend must set it");
        if (fields->kind == FIELD_GROUP && !check_complete(loader, path, fields->fields, at)) return false;
    }
    return true;
}

/* Which style a map was made with, whatever the files are called. */
static void hash_files(Loader *loader) {
    Text bytes = {0};
    text_add(&bytes, "");
    for (int i = 0; i < loader->chain.count; i++)
        text_add_part(&bytes, loader->chain.files[i].bytes.bytes, loader->chain.files[i].bytes.size);
    hash_sha256(bytes.bytes, bytes.size, loader->style->sha256);
    text_free(&bytes);
}

static bool load_style(Loader *loader, const char *folder, const char *name) {
    Style *style = loader->style;
    style->name = arena_text(style->arena, name);
    style->description = "";
    if (!chain_open(&loader->chain, folder, name, loader->error) || !apply_files(loader)) return false;
    style->name = arena_text(style->arena, name);
    hash_files(loader);
    loader->json = &loader->chain.files[loader->chain.count - 1].json;
    return check_complete(loader, "", style_fields, (const char *)style);
}

Style *dateline_style_load(const char *folder, const char *name, dateline_error *error) {
    char *found = folder ? NULL : data_folder("styles");
    Arena *arena = arena_new();
    Loader loader = {.style = ARENA_NEW(arena, Style), .error = error};
    loader.style->arena = arena;
    bool done = load_style(&loader, folder ? folder : found, name ? name : "default");
    chain_close(&loader.chain);
    free(found);
    if (done) return loader.style;
    dateline_style_free(loader.style);
    return NULL;
}

void dateline_style_free(Style *style) {
    if (!style) return;
    array_free(&style->roles);
    arena_free(style->arena);
}
