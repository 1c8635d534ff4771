/*
 * See dateline.h: styles told to people. The finished style as JSON, each value with the place it came from;
 * which styles there are; and what to begin one's own with.
 */
#include "loader.h"

#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

typedef struct Show {
    const Loader *loader;
    Text text;
    Text comment; /* of the value just written, until its comma is */
    int depth;
} Show;

static void end_line(Show *show, bool comma) {
    if (comma) text_add_char(&show->text, ',');
    if (show->comment.size) text_add_format(&show->text, " // %s", show->comment.bytes);
    text_free(&show->comment);
    text_add_char(&show->text, '\n');
    for (int i = 0; i < show->depth; i++) text_add(&show->text, "  ");
}

static void open_object(Show *show, const char *bracket) {
    text_add(&show->text, bracket);
    show->depth++;
    end_line(show, false);
}

static void close_object(Show *show) {
    show->depth--;
    end_line(show, false);
    text_add_char(&show->text, '}');
}

/* The latest word on a path counts: files were applied in turn. */
static void note_origin(Show *show, const char *path) {
    const Origins *origins = &show->loader->origins;
    for (size_t i = origins->count; i-- > 0;) {
        const Origin *origin = &origins->items[i];
        if (strcmp(origin->path, path) != 0) continue;
        const StyleFile *file = &show->loader->chain.files[origin->file];
        if (origin->word) text_add_format(&show->comment, "%s, ", origin->word);
        text_add(&show->comment, file->path);
        if (origin->line) text_add_format(&show->comment, ":%d", origin->line);
        return;
    }
}

static void write_colour(Show *show, Colour colour) {
    static const Colour none = {0};
    char text[8];
    if (!memcmp(&colour, &none, sizeof colour)) {
        text_add(&show->text, "\"none\"");
        return;
    }
    text_add_format(&show->text, "\"%s", colour_print(colour, text));
    if (colour.alpha != 255) text_add_format(&show->text, "%02x", colour.alpha);
    text_add_char(&show->text, '"');
}

static void write_numbers(Show *show, const double *numbers, int count) {
    text_add_char(&show->text, '[');
    for (int i = 0; i < count; i++) {
        if (i) text_add(&show->text, ", ");
        text_add_number(&show->text, numbers[i], 6);
    }
    text_add_char(&show->text, ']');
}

static void write_word(Show *show, const char *words, int index) {
    for (; index > 0; index--) words += strcspn(words, " ") + 1;
    text_add_format(&show->text, "\"%.*s\"", (int)strcspn(words, " "), words);
}

static void write_layers(Show *show, const Field *field, const LayerOrder *order) {
    text_add_char(&show->text, '[');
    for (int i = 0; i < order->count; i++) {
        if (i) text_add(&show->text, ", ");
        write_word(show, field->choices, order->items[i]);
    }
    text_add_char(&show->text, ']');
}

static void write_ramp(Show *show, const ColourRamp *ramp) {
    if (ramp->count == 0) text_add(&show->text, "null");
    for (int i = 0; i < ramp->count; i++) {
        text_add(&show->text, i ? ", " : "[");
        write_colour(show, ramp->colours[i]);
    }
    if (ramp->count) text_add_char(&show->text, ']');
}

static void write_leaf(Show *show, const Field *field, const void *at) {
    if (field->kind == FIELD_NUMBER) text_add_number(&show->text, *(const double *)at, 6);
    if (field->kind == FIELD_COLOUR) write_colour(show, *(const Colour *)at);
    if (field->kind == FIELD_STRING) json_quote(&show->text, *(const char *const *)at);
    if (field->kind == FIELD_BOOL) text_add(&show->text, *(const bool *)at ? "true" : "false");
    if (field->kind == FIELD_CHOICE) write_word(show, field->choices, *(const int *)at);
    if (field->kind == FIELD_DASH) write_numbers(show, at, 2);
    if (field->kind == FIELD_RAMP) write_ramp(show, at);
    if (field->kind == FIELD_LAYERS) write_layers(show, field, at);
    if (field->kind == FIELD_BREAKS) {
        const NumberBreaks *breaks = at;
        write_numbers(show, breaks->items, breaks->count);
    }
}

static void write_fields(Show *show, const char *path, const Field *fields, const char *base);

static void write_roles(Show *show, const char *path) {
    const Style *style = show->loader->style;
    char at[PATH_SIZE];
    open_object(show, "{");
    for (size_t i = 0; i < style->roles.count; i++) {
        const RoleLook *look = &style->roles.items[i];
        if (i) end_line(show, true);
        json_quote(&show->text, look->key);
        text_add(&show->text, ": ");
        write_fields(show, path_child(at, path, look->key), role_fields, (const char *)look);
    }
    close_object(show);
}

static void write_value(Show *show, const char *path, const Field *field, const char *base) {
    const char *at = base + field->offset;
    if (field->kind == FIELD_HATCH && !((const Fill *)at)->hatched) {
        text_add(&show->text, "null");
        note_origin(show, path);
    } else if (field->kind == FIELD_HATCH)
        write_fields(show, path, field->fields, (const char *)&((const Fill *)at)->hatch);
    else if (field->kind == FIELD_GROUP || field->kind == FIELD_FILL)
        write_fields(show, path, field->fields, at);
    else if (field->kind == FIELD_ROLES)
        write_roles(show, path);
    else {
        write_leaf(show, field, at);
        note_origin(show, path);
    }
}

/* Colours are written where they are used; what a style extends, and its schema, is in its values. */
static bool is_shown(const Field *field, const char *parent) {
    return *parent || (field->kind != FIELD_COLOURS && strcmp(field->key, "extends") != 0 &&
                       strcmp(field->key, "$schema") != 0);
}

/* A text that the style leaves to the language of the page. */
static bool is_left_out(const Field *field, const char *base) {
    return field->kind == FIELD_STRING && !*(const char *const *)(const void *)(base + field->offset);
}

static void write_fields(Show *show, const char *path, const Field *fields, const char *base) {
    char at[PATH_SIZE];
    bool first = true;
    open_object(show, "{");
    for (; fields->key; fields++) {
        if (!is_shown(fields, path) || is_left_out(fields, base)) continue;
        if (!first) end_line(show, true);
        first = false;
        text_add_format(&show->text, "\"%s\": ", fields->key);
        write_value(show, path_child(at, path, fields->key), fields, base);
    }
    close_object(show);
}

char *dateline_style_show(const dateline_style_options *options, dateline_error *error) {
    static const dateline_style_options none = {0};
    Loader *loader = memory_new(sizeof *loader);
    *loader = (Loader){.keeps_origins = true};
    char *shown = NULL;
    if (loader_run(loader, options ? options : &none, error)) {
        Show show = {.loader = loader};
        write_fields(&show, "", style_fields, (const char *)loader->style);
        text_add_char(&show.text, '\n');
        shown = text_take(&show.text);
    }
    loader_close(loader);
    free(loader);
    return shown;
}

static void add_style(Text *list, const StyleFolders *folders, const char *folder, const char *name) {
    Style *style = dateline_style_load(folder, name, NULL);
    text_add_format(list, "%s\t%s\t", name, style ? style->description : "(cannot be loaded)");
    for (int i = 0; i < folders->count; i++) {
        char *path = folders_path(folders, i, name);
        size_t size;
        char *bytes = dateline_file_read(path, &size, NULL);
        if (bytes) text_add(list, path);
        free(path);
        free(bytes);
        if (bytes) break;
    }
    text_add_char(list, '\n');
    dateline_style_free(style);
}

char *dateline_style_list(const char *folder) {
    StyleFolders folders;
    Text list = {0};
    folders_open(&folders, folder);
    char **names = folders_names(&folders);
    for (char **name = names; *name; name++) add_style(&list, &folders, folder, *name);
    names_free(names);
    folders_close(&folders);
    return text_take(&list);
}

char *dateline_style_start(dateline_error *error) {
    char *folder = data_folder("styles");
    Text path = {0};
    size_t size;
    text_add_format(&path, "%s/start.jsonc", folder);
    char *text = dateline_file_read(path.bytes, &size, error);
    text_free(&path);
    free(folder);
    return text;
}
