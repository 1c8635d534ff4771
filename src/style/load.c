/*
 * Style files into a Style. A style and its parents are applied in turn, the eldest first, so that the later
 * word wins and each value is checked where it stands, with its own line and column.
 */
#include "../base/files.h"
#include "../base/json.h"
#include "../base/text.h"
#include "fields.h"
#include "style.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PARENTS = 16, LARGEST_FILE = 4 << 20, PATH_SIZE = 160 };

typedef struct StyleFile {
    char *path;
    Bytes bytes;
    Json json;
} StyleFile;

typedef struct Loader {
    Style *style;
    const char *folder;
    StyleFile files[MOST_PARENTS]; /* the style first, then its parents */
    int file_count;
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
    for (int i = 0; i < loader->file_count; i++) {
        const char *value =
            json_string_value(json_object_get(json_object_get(loader->files[i].json.root, "colours"), name));
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
    return !fill->hatched || load_fields(loader, value, path, field->fields, (char *)&fill->hatch);
}

static unsigned roles_of_key(const char *key) {
    char word[32];
    unsigned roles = 0;
    for (const char *at = key; *at;) {
        size_t length = strcspn(at, "+");
        if (length == 0 || length >= sizeof word) return 0;
        memcpy(word, at, length);
        word[length] = 0;
        Role role = role_find(word);
        if (!role) return 0;
        roles |= role;
        at += length + (at[length] == '+');
    }
    return roles;
}

static RoleLook *look_for(Style *style, const char *key, unsigned roles) {
    for (size_t i = 0; i < style->roles.count; i++)
        if (style->roles.items[i].roles == roles) return &style->roles.items[i];
    array_push(&style->roles, (RoleLook){.key = arena_text(style->arena, key), .roles = roles});
    return &style->roles.items[style->roles.count - 1];
}

static bool load_role_looks(Loader *loader, const json_t *object, const char *parent) {
    const char *key;
    json_t *value;
    char path[PATH_SIZE];
    if (!json_is_object(object)) return wrong(loader, parent, "an object of role looks");
    json_object_foreach((json_t *)object, key, value) {
        unsigned roles = roles_of_key(key);
        child(path, parent, key);
        if (!roles)
            return json_fail(
                loader->json, path, true, loader->error,
                "unknown role; participant, striker, target, host, declined, mentioned or several joined "
                "with '+' would be right");
        RoleLook *look = look_for(loader->style, key, roles);
        if (!load_fields(loader, value, path, role_fields, (char *)look)) return false;
    }
    return true;
}

static bool check_colours(Loader *loader, const json_t *object, const char *parent) {
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
        return check_colours(loader, value, path);
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

static bool is_file_name(const char *name) {
    size_t size = strlen(name);
    return strchr(name, '/') || (size > 5 && !strcmp(name + size - 5, ".json"));
}

static char *path_of(const Loader *loader, const char *name) {
    Text path = {0};
    if (is_file_name(name))
        text_add(&path, name);
    else
        text_add_format(&path, "%s/%s.json", loader->folder, name);
    return text_take(&path);
}

static bool open_file(Loader *loader, const char *name) {
    if (loader->file_count == MOST_PARENTS)
        return error_set(
            loader->error, DATELINE_BAD_INPUT, (Place){.source = name},
            "styles extend one another in a circle or too deep; at most %d parents would be right",
            MOST_PARENTS - 1);
    StyleFile *file = &loader->files[loader->file_count];
    *file = (StyleFile){.path = path_of(loader, name)};
    loader->file_count++;
    if (!file_read(file->path, LARGEST_FILE, &file->bytes, loader->error)) return false;
    return json_open(&file->json, file->bytes.bytes, file->bytes.size, file->path, JSON_COMMENTS,
                     loader->error);
}

/* Opens the style and what it extends; every style but "default" extends that one if it says nothing else. */
static bool open_files(Loader *loader, const char *name) {
    while (name) {
        if (!open_file(loader, name)) return false;
        const StyleFile *file = &loader->files[loader->file_count - 1];
        const json_t *extends = json_object_get(file->json.root, "extends");
        const char *own = strrchr(file->path, '/');
        bool is_root = !strcmp(own ? own + 1 : file->path, "default.json");
        name = extends ? json_string_value(extends) : is_root ? NULL : "default";
    }
    return true;
}

static bool apply_files(Loader *loader) {
    for (int i = loader->file_count - 1; i >= 0; i--) {
        loader->json = &loader->files[i].json;
        if (!load_fields(loader, loader->json->root, "", style_fields, (char *)loader->style)) return false;
    }
    return true;
}

static void close_files(Loader *loader) {
    for (int i = 0; i < loader->file_count; i++) {
        json_close(&loader->files[i].json);
        free(loader->files[i].bytes.bytes);
        free(loader->files[i].path);
    }
}

Style *dateline_style_load(const char *folder, const char *name, dateline_error *error) {
    char *found = folder ? NULL : data_folder("styles");
    Loader loader = {.folder = folder ? folder : found, .error = error};
    Arena *arena = arena_new();
    loader.style = ARENA_NEW(arena, Style);
    loader.style->arena = arena;
    bool done = open_files(&loader, name ? name : "default") && apply_files(&loader);
    close_files(&loader);
    free(found);
    loader.style->name = arena_text(arena, name ? name : "default");
    if (done) return loader.style;
    dateline_style_free(loader.style);
    return NULL;
}

void dateline_style_free(Style *style) {
    if (!style) return;
    array_free(&style->roles);
    arena_free(style->arena);
}
