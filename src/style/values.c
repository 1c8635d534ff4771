/* See loader.h. Single values: each kind says in its own words what would be right. */
#include "loader.h"

#include "../base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *path_child(char path[PATH_SIZE], const char *parent, const char *key) {
    return buffer_print(path, PATH_SIZE, "%s%s%s", parent, *parent ? "." : "", key);
}

void loader_fault(Loader *loader, const char *path, bool key, const char *format, ...) {
    const StyleFile *file = &loader->chain.files[loader->file];
    dateline_error *error = faults_add(&loader->faults, loader->file);
    char message[sizeof error->message + 8];
    if (!error) return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    Place place =
        file->is_setting ? (Place){.source = file->path, .path = path} : json_place(&file->json, path, key);
    error_set(error, DATELINE_BAD_INPUT, place, "%s", message);
}

void loader_wants(Loader *loader, const char *path, const char *wanted) {
    loader_fault(loader, path, false, "%s would be right", wanted);
}

/* A named colour from the youngest file that has it, or NULL. */
static const json_t *named_colour(const Loader *loader, const char *name) {
    for (int i = loader->chain.count - 1; i >= 0; i--) {
        const json_t *colours = json_object_get(loader->chain.files[i].json.root, "colours");
        const json_t *value = json_object_get(colours, name);
        if (value) return value;
    }
    return NULL;
}

bool load_plain_colour(Loader *loader, const json_t *value, Colour *to) {
    const char *text = json_string_value(value);
    return text && (colour_parse(text, to) || palettes_colour(&loader->palettes, text, to));
}

static void unknown_colour(Loader *loader, const char *text, const char *path) {
    char *advice = text ? palettes_advice(&loader->palettes, text) : NULL;
    if (advice && *advice)
        loader_fault(loader, path, false, "no such colour of a palette%s", advice);
    else
        loader_wants(loader, path, "a colour such as \"#1f6fb2\", \"none\" or a name from colours");
    free(advice);
}

/* A name may stand for a palette's colour, but not for another name. What is wrong with a name is told where
 * it is given, not also wherever it is used. */
void load_colour(Loader *loader, const json_t *value, const char *path, Colour *to) {
    const char *text = json_string_value(value);
    const json_t *named = text ? named_colour(loader, text) : NULL;
    if (!load_plain_colour(loader, named ? named : value, to) && !named) unknown_colour(loader, text, path);
}

static void load_number(Loader *loader, const json_t *value, const char *path, const Field *field,
                        double *to) {
    double number = json_number_value(value);
    char wanted[96], least[64], most[64];
    if (json_is_number(value) && number >= field->least && number <= field->most) {
        *to = number;
        return;
    }
    number_print(least, field->least, 3);
    number_print(most, field->most, 3);
    loader_wants(loader, path, buffer_print(wanted, sizeof wanted, "a number from %s to %s", least, most));
}

/* The number of the word among words that spaces part, or -1. */
static int word_index(const char *words, const char *text) {
    size_t size = text ? strlen(text) : 0;
    int index = 0;
    for (const char *word = words; size && *word; index++) {
        size_t length = strcspn(word, " ");
        if (length == size && !strncmp(word, text, size)) return index;
        word += length + (word[length] == ' ');
    }
    return -1;
}

static void load_choice(Loader *loader, const json_t *value, const char *path, const Field *field, int *to) {
    int index = word_index(field->choices, json_string_value(value));
    char wanted[96];
    if (index < 0)
        loader_wants(loader, path, buffer_print(wanted, sizeof wanted, "one of %s", field->choices));
    else
        *to = index;
}

static void load_dash(Loader *loader, const json_t *value, const char *path, double dash[2]) {
    double lengths[2];
    for (size_t i = 0; i < 2; i++) {
        const json_t *item = json_array_get(value, i);
        lengths[i] = json_number_value(item);
        if (json_array_size(value) != 2 || !json_is_number(item) ||
            !(lengths[i] >= 0 && lengths[i] <= 1000)) {
            loader_wants(loader, path, "two lengths such as [2.2, 1.8]");
            return;
        }
    }
    memcpy(dash, lengths, sizeof lengths);
}

static void load_string(Loader *loader, const json_t *value, const char *path, const char **to) {
    if (json_is_string(value))
        *to = arena_text(loader->style->arena, json_string_value(value));
    else
        loader_wants(loader, path, "a string");
}

static void load_bool(Loader *loader, const json_t *value, const char *path, bool *to) {
    if (json_is_boolean(value))
        *to = json_is_true(value);
    else
        loader_wants(loader, path, "true or false");
}

static void load_ramp(Loader *loader, const json_t *value, const char *path, ColourRamp *to) {
    static const char wanted[] = "the name of a palette such as \"brewer.blues-5\", 1 to 9 colours, or null";
    const char *name = json_string_value(value);
    ColourRamp ramp = {0};
    if (name) ramp.count = palettes_list(&loader->palettes, name, ramp.colours, MOST_CLASSES);
    for (size_t i = 0; i < json_array_size(value) && i < MOST_CLASSES; i++) {
        char at[PATH_SIZE];
        load_colour(loader, json_array_get(value, i), buffer_print(at, sizeof at, "%s[%zu]", path, i),
                    &ramp.colours[ramp.count++]);
    }
    if (!json_is_null(value) && (ramp.count == 0 || json_array_size(value) > MOST_CLASSES))
        loader_wants(loader, path, wanted);
    else
        *to = ramp;
}

static void load_breaks(Loader *loader, const json_t *value, const char *path, NumberBreaks *to) {
    NumberBreaks breaks = {0};
    size_t count = json_array_size(value);
    bool right = json_is_array(value) && count < MOST_CLASSES;
    for (size_t i = 0; right && i < count; i++) {
        const json_t *item = json_array_get(value, i);
        double number = json_number_value(item);
        right = json_is_number(item) && (i == 0 || number > breaks.items[i - 1]);
        breaks.items[breaks.count++] = number;
    }
    if (right)
        *to = breaks;
    else
        loader_wants(loader, path, "at most 8 rising numbers such as [10, 50, 100]");
}

static void load_layers(Loader *loader, const json_t *value, const char *path, const Field *field,
                        LayerOrder *to) {
    LayerOrder order = {0};
    bool right = json_is_array(value);
    for (size_t i = 0; right && i < json_array_size(value); i++) {
        int index = word_index(field->choices, json_string_value(json_array_get(value, i)));
        right = index >= 0 && order.count < MOST_LAYERS;
        for (int j = 0; right && j < order.count; j++) right = order.items[j] != index;
        if (right) order.items[order.count++] = index;
    }
    char wanted[160];
    if (right)
        *to = order;
    else
        loader_wants(loader, path,
                     buffer_print(wanted, sizeof wanted, "a list of %s, each at most once", field->choices));
}

static const char *load_named_colour(Loader *loader, const json_t *value, const char *path, Colour *to) {
    const char *text = json_string_value(value);
    load_colour(loader, value, path, to);
    return text && text[0] != '#' && strcmp(text, "none") != 0 ? text : NULL;
}

const char *load_leaf(Loader *loader, const json_t *value, const char *path, const Field *field, void *to) {
    if (field->kind == FIELD_COLOUR) return load_named_colour(loader, value, path, to);
    if (field->kind == FIELD_NUMBER) load_number(loader, value, path, field, to);
    if (field->kind == FIELD_STRING) load_string(loader, value, path, to);
    if (field->kind == FIELD_BOOL) load_bool(loader, value, path, to);
    if (field->kind == FIELD_CHOICE) load_choice(loader, value, path, field, to);
    if (field->kind == FIELD_DASH) load_dash(loader, value, path, to);
    if (field->kind == FIELD_RAMP) load_ramp(loader, value, path, to);
    if (field->kind == FIELD_BREAKS) load_breaks(loader, value, path, to);
    if (field->kind == FIELD_LAYERS) load_layers(loader, value, path, field, to);
    return NULL;
}
