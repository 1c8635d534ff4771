/* See palettes.h. The palettes are data: styles/palettes.json. */
#include "palettes.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

static const json_t *root_of(Palettes *palettes) {
    enum { LARGEST = 1 << 20 };
    if (!palettes->was_opened) {
        palettes->was_opened = true;
        char *folder = data_folder("styles");
        Text path = {0};
        text_add_format(&path, "%s/palettes.json", folder);
        if (file_read(path.bytes, LARGEST, &palettes->bytes, NULL))
            json_open(&palettes->json, palettes->bytes.bytes, palettes->bytes.size, "palettes.json",
                      JSON_COMMENTS, NULL);
        text_free(&path);
        free(folder);
    }
    return palettes->json.root;
}

/* The member that the part of name up to a dot calls; *name moves behind the dot. */
static const json_t *step(const json_t *from, const char **name) {
    char key[64];
    size_t length = strcspn(*name, ".");
    buffer_print(key, sizeof key, "%.*s", (int)(length < 63 ? length : 63), *name);
    *name += length + ((*name)[length] == '.');
    if (!json_is_array(from)) return json_object_get(from, key);
    char *end;
    unsigned long number = strtoul(key, &end, 10);
    return *end || number == 0 ? NULL : json_array_get(from, number - 1);
}

static const json_t *find(Palettes *palettes, const char *name) {
    if (!strchr(name, '.') && strcmp(name, "okabe-ito") != 0) return NULL; /* most names are a style's own */
    const json_t *at = root_of(palettes);
    while (at && *name) at = step(at, &name);
    return at;
}

bool palettes_colour(Palettes *palettes, const char *name, Colour *colour) {
    const char *value = json_string_value(find(palettes, name));
    return value && colour_parse(value, colour);
}

int palettes_list(Palettes *palettes, const char *name, Colour *colours, int most) {
    const json_t *list = find(palettes, name);
    int count = 0;
    for (size_t i = 0; count < most && i < json_array_size(list); i++)
        count += colour_parse(json_string_value(json_array_get(list, i)), &colours[count]);
    return count;
}

static void add_names(const json_t *object, const char *parent, Text *list, size_t *count) {
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value) {
        text_add_format(list, "%s%s", parent, key);
        text_add_char(list, 0);
        ++*count;
    }
}

char *palettes_advice(Palettes *palettes, const char *name) {
    const json_t *root = strchr(name, '.') ? root_of(palettes) : NULL;
    Text list = {0}, advice = {0};
    size_t count = 0;
    add_names(json_object_get(root, "okabe-ito"), "okabe-ito.", &list, &count);
    add_names(json_object_get(root, "brewer"), "brewer.", &list, &count);
    const char **names = memory_new(sizeof *names * (count + 1)), *at = list.bytes;
    for (size_t i = 0; i < count; i++, at += strlen(at) + 1) names[i] = at;
    const char *nearest = nearest_name(name, names, count);
    text_add(&advice, "");
    if (nearest) text_add_format(&advice, "; did you mean \"%s\"?", nearest);
    free(names);
    text_free(&list);
    return text_take(&advice);
}

void palettes_close(Palettes *palettes) {
    json_close(&palettes->json);
    free(palettes->bytes.bytes);
    *palettes = (Palettes){0};
}
