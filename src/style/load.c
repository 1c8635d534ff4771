/*
 * See style.h. Style files into a Style. A style and its parents are applied in turn, the eldest first, so
 * that the later word wins and each value is checked where it stands, with its own line and column.
 */
#include "loader.h"

#include "../base/hash.h"
#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

static void note_origin(Loader *loader, const char *path, const char *word) {
    const StyleFile *file = &loader->chain.files[loader->file];
    if (!loader->keeps_origins) return;
    Place place = file->is_setting ? (Place){0} : json_place(&file->json, path, true);
    Arena *arena = loader->style->arena;
    array_push(&loader->origins,
               (Origin){arena_text(arena, path), arena_text(arena, word), loader->file, place.line});
}

static void load_fields(Loader *loader, const json_t *object, const char *path, const Field *fields,
                        char *base);

/* The hatch of a fill: an object, or null to take the parent's hatch away. */
static void load_hatch(Loader *loader, const json_t *value, const char *path, const Field *field,
                       Fill *fill) {
    fill->hatched = !json_is_null(value);
    if (fill->hatched && fill->hatch.pitch <= 0)
        fill->hatch = (Hatch){.angle = 45, .pitch = 8, .stripe = 2.2, .colour = {.alpha = 255}};
    if (fill->hatched)
        load_fields(loader, value, path, field->fields, (char *)&fill->hatch);
    else
        note_origin(loader, path, NULL);
}

/* A plain colour is short for a fill of it without a hatch. */
static void load_fill(Loader *loader, const json_t *value, const char *path, const Field *field, Fill *fill) {
    char at[PATH_SIZE];
    if (!json_is_string(value)) {
        load_fields(loader, value, path, field->fields, (char *)fill);
        return;
    }
    const char *word = load_leaf(loader, value, path, &field->fields[0], &fill->colour);
    fill->hatched = false;
    note_origin(loader, path_child(at, path, "colour"), word);
    note_origin(loader, path_child(at, path, "hatch"), NULL);
}

/* The word of a key at *at, which moves behind the '+' that follows it. */
static void next_role(const char **at, char word[64]) {
    size_t length = strcspn(*at, "+");
    buffer_print(word, 64, "%.*s", (int)(length < 64 ? length : 63), *at);
    *at += length;
    if ((*at)[0] == '+' && (*at)[1]) ++*at; /* one at the end stays, and is no role */
}

/* Says why a word is no role; false. */
static bool refuse_role(Loader *loader, const char *path, const char *word) {
    const char *slip = role_slip(word);
    if (slip)
        loader_fault(loader, path, true, "unknown role \"%s\"; did you mean \"%s\"?", word, slip);
    else if (role_name_is_right(word))
        loader_fault(loader, path, true,
                     "\"%s\" is one role too many; at most %d beside the six would be right", word,
                     MOST_OWN_ROLES);
    else
        loader_fault(loader, path, true,
                     "\"%s\" is no name of a role; at most %d letters, digits, '-' and '_', or several such "
                     "names joined with '+' would be right",
                     word, LONGEST_ROLE_NAME);
    return false;
}

/* The roles that a key such as participant+striker names. What is close to a built-in name is a slip of the
 * pen. */
static bool roles_of_key(Loader *loader, const char *key, const char *path, unsigned *roles) {
    OwnRoles *own = &loader->style->own_roles;
    char word[64];
    const char *at = key;
    *roles = 0;
    do {
        next_role(&at, word);
        Role role = roles_find(own, word);
        if (!role && !role_slip(word) && role_name_is_right(word))
            role = roles_add(own, loader->style->arena, word);
        if (!role) return refuse_role(loader, path, word);
        *roles |= role;
    } while (*at);
    return true;
}

static RoleLook *look_for(Style *style, const char *key, unsigned roles) {
    for (size_t i = 0; i < style->roles.count; i++)
        if (style->roles.items[i].roles == roles) return &style->roles.items[i];
    array_push(&style->roles, (RoleLook){.key = arena_text(style->arena, key),
                                         .roles = roles,
                                         .label = style->text.country.colour,
                                         .legend = ""});
    return &style->roles.items[style->roles.count - 1];
}

static void load_role_looks(Loader *loader, const json_t *object, const char *parent) {
    const char *key;
    json_t *value;
    char path[PATH_SIZE];
    if (!json_is_object(object)) {
        loader_wants(loader, parent, "an object of role looks");
        return;
    }
    json_object_foreach((json_t *)object, key, value) {
        unsigned roles;
        path_child(path, parent, key);
        if (!roles_of_key(loader, key, path, &roles)) continue;
        RoleLook *look = look_for(loader->style, key, roles);
        load_fields(loader, value, path, role_fields, (char *)look);
    }
}

static void check_colours(Loader *loader, const json_t *object, const char *parent) {
    const char *key;
    json_t *value;
    Colour ignored;
    char path[PATH_SIZE];
    if (!json_is_object(object)) loader_wants(loader, parent, "an object of named colours");
    json_object_foreach((json_t *)object, key, value) {
        if (!load_plain_colour(loader, value, &ignored))
            loader_wants(loader, path_child(path, parent, key), "a colour such as \"#1f6fb2\" or \"none\"");
    }
}

static void load_value(Loader *loader, const json_t *value, const char *path, const Field *field,
                       char *base) {
    void *to = base + field->offset;
    switch (field->kind) {
    case FIELD_HATCH:
        load_hatch(loader, value, path, field, to);
        break;
    case FIELD_FILL:
        load_fill(loader, value, path, field, to);
        break;
    case FIELD_GROUP:
        load_fields(loader, value, path, field->fields, to);
        break;
    case FIELD_ROLES:
        load_role_looks(loader, value, path);
        break;
    case FIELD_COLOURS:
        check_colours(loader, value, path);
        break;
    default:
        note_origin(loader, path, load_leaf(loader, value, path, field, to));
    }
}

static const Field *find_field(const Field *fields, const char *key) {
    for (; fields->key; fields++)
        if (!strcmp(fields->key, key)) return fields;
    return NULL;
}

static void unknown_key(Loader *loader, const char *path, const char *key, const Field *fields) {
    const char *names[96];
    size_t count = 0;
    for (; fields->key && count < sizeof names / sizeof *names; fields++) names[count++] = fields->key;
    const char *nearest = nearest_name(key, names, count);
    loader_fault(loader, path, true, "unknown key%s%s%s", nearest ? "; did you mean \"" : "",
                 nearest ? nearest : "", nearest ? "\"?" : "");
}

static void load_fields(Loader *loader, const json_t *object, const char *path, const Field *fields,
                        char *base) {
    const char *key;
    json_t *value;
    char at[PATH_SIZE];
    if (!json_is_object(object)) {
        loader_wants(loader, path, "an object");
        return;
    }
    json_object_foreach((json_t *)object, key, value) {
        const Field *field = find_field(fields, key);
        if (loader->faults.count >= MOST_FAULTS) return;
        path_child(at, path, key);
        if (field)
            load_value(loader, value, at, field, base);
        else
            unknown_key(loader, at, key, fields);
    }
}

static bool apply_files(Loader *loader) {
    const StyleFile *files = loader->chain.files;
    for (loader->file = 0; loader->file < loader->chain.count; loader->file++)
        load_fields(loader, files[loader->file].json.root, "", style_fields, (char *)loader->style);
    return loader->faults.count == 0;
}

static bool is_left_to_language(const Field *fields) {
    return fields == words_fields || fields == beside_fields;
}

/* Whoever draws relies on every text and every number in its range, so a "default" that leaves some out is
 * refused, but for the fixed texts, which a language has. Colours and switches are right when they are zero.
 */
static void check_complete(Loader *loader, const char *parent, const Field *fields, const char *base) {
    char path[PATH_SIZE];
    for (; fields->key; fields++) {
        const void *at = base + fields->offset;
        bool set = true;
        path_child(path, parent, fields->key);
        if (fields->kind == FIELD_NUMBER) set = *(const double *)at >= fields->least;
        if (fields->kind == FIELD_STRING) set = *(const char *const *)at != NULL;
        if (!set && loader->faults.count == 0)
            loader_fault(loader, path, false, "is missing; the style that all others extend must set it");
        if (fields->kind == FIELD_GROUP && !is_left_to_language(fields->fields))
            check_complete(loader, path, fields->fields, at);
    }
}

static bool open_files(Loader *loader, const dateline_style_options *options, dateline_error *error) {
    loader->chain.folders = &loader->folders;
    if (options->name_count == 0 && !chain_add(&loader->chain, "default", error)) return false;
    for (size_t i = 0; i < options->name_count; i++)
        if (!chain_add(&loader->chain, options->names[i], error)) return false;
    for (size_t i = 0; i < options->setting_count; i++)
        if (!chain_set(&loader->chain, options->settings[i], error)) return false;
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

bool loader_run(Loader *loader, const dateline_style_options *options, dateline_error *error) {
    size_t count = options->name_count;
    Arena *arena = arena_new();
    loader->style = ARENA_NEW(arena, Style);
    loader->style->arena = arena;
    loader->style->fonts = fonts_new();
    loader->style->description = "";
    folders_open(&loader->folders, options->folder);
    if (!open_files(loader, options, error)) {
        if (options->tell && error) options->tell(options->context, error);
        return false;
    }
    loader->style->name = ""; /* what is no field of a file counts as set */
    if (apply_files(loader)) {
        loader->style->name = arena_text(arena, count ? options->names[count - 1] : "default");
        loader->file = 0;
        hash_files(loader);
        check_complete(loader, "", style_fields, (const char *)loader->style);
    }
    return faults_tell(&loader->faults, options->tell, options->context, error);
}

void loader_close(Loader *loader) {
    array_free(&loader->faults);
    array_free(&loader->origins);
    palettes_close(&loader->palettes);
    chain_close(&loader->chain);
    folders_close(&loader->folders);
    dateline_style_free(loader->style);
}

Style *dateline_styles_load(const dateline_style_options *options, dateline_error *error) {
    static const dateline_style_options none = {0};
    Loader *loader = memory_new(sizeof *loader);
    *loader = (Loader){0};
    bool done = loader_run(loader, options ? options : &none, error);
    Style *style = done ? loader->style : NULL;
    if (done) loader->style = NULL;
    loader_close(loader);
    free(loader);
    return style;
}

Style *dateline_style_load(const char *folder, const char *name, dateline_error *error) {
    return dateline_styles_load(
        &(dateline_style_options){.folder = folder, .names = &name, .name_count = name ? 1 : 0}, error);
}

void dateline_style_free(Style *style) {
    if (!style) return;
    array_free(&style->roles);
    fonts_drop(style->fonts);
    arena_free(style->arena);
}
