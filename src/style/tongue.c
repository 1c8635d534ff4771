/* See tongue.h. The keys of a page.json are those of the style's "texts" and "words", all of them. */
#include "tongue.h"

#include "../base/files.h"
#include "../base/json.h"
#include "../base/text.h"
#include "fields.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_BYTES = 4 << 20 };

typedef struct TongueName {
    const char *code, *name;
} TongueName;

/* words/<language>/<file>, the language being the first letters of a code such as fr-CA. */
static char *path_of(const char *language, const char *file) {
    Text path = {0};
    char *folder = data_folder("words");
    int length = language ? (int)strcspn(language, "-_/.") : 0;
    text_add_format(&path, "%s/%.*s/%s", folder ? folder : "words", length, language ? language : "", file);
    free(folder);
    return path.bytes;
}

bool tongue_exists(const char *language) {
    if (!language || !*language) return false;
    char *path = path_of(language, "page.json");
    bool there = access(path, R_OK) == 0;
    free(path);
    return there;
}

/* ---- the texts */

static bool has_key(const Field *fields, const char *key) {
    for (; fields->key; fields++)
        if (!strcmp(fields->key, key)) return true;
    return false;
}

/* All fields are strings, and all have to be there. */
static bool take_fields(Arena *arena, const Json *json, const char *group, const Field *fields, char *base,
                        dateline_error *error) {
    const json_t *object = json_object_get(json->root, group);
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return json_fail(json, group, false, error, "an object of texts would be right");
    json_object_foreach((json_t *)object, key, value) {
        const char *path = arena_format(arena, "%s.%s", group, key);
        if (!has_key(fields, key)) return json_fail(json, path, true, error, "unknown key");
        if (!json_is_string(value)) return json_fail(json, path, false, error, "a text would be right");
    }
    for (; fields->key; fields++) {
        const char *text = json_string_value(json_object_get(object, fields->key));
        if (!text) return json_fail(json, group, false, error, "%s is missing", fields->key);
        *(const char **)(void *)(base + fields->offset) = arena_text(arena, text);
    }
    return true;
}

static bool take_texts(Arena *arena, const Json *json, Tongue *tongue, dateline_error *error) {
    if (!json_is_object(json->root)) return json_fail(json, "", false, error, "an object would be right");
    tongue->leftward = json_is_true(json_object_get(json->root, "leftward"));
    return take_fields(arena, json, "texts", words_fields, (char *)&tongue->texts, error) &&
           take_fields(arena, json, "words", beside_fields, (char *)&tongue->words, error);
}

/* Opens a file of the language and gives it to take. */
static bool with_file(Arena *arena, Tongue *tongue, const char *file,
                      bool (*take)(Arena *, const Json *, Tongue *, dateline_error *),
                      dateline_error *error) {
    char *path = path_of(tongue->language, file);
    Bytes bytes = {0};
    Json json = {0};
    bool taken = file_read(path, MOST_BYTES, &bytes, error) &&
                 json_open(&json, bytes.bytes, bytes.size, path, JSON_COMMENTS, error) &&
                 take(arena, &json, tongue, error);
    json_close(&json);
    free(bytes.bytes);
    free(path);
    return taken;
}

Tongue *tongue_load(Arena *arena, const char *language, dateline_error *error) {
    Tongue *tongue = ARENA_NEW(arena, Tongue);
    tongue->language = arena_text_part(arena, language, strcspn(language, "-_"));
    return with_file(arena, tongue, "page.json", take_texts, error) ? tongue : NULL;
}

static void lay_over(const Field *fields, char *to, const char *from) {
    for (; fields->key; fields++) {
        const char *text = *(const char *const *)(const void *)(from + fields->offset);
        if (text) *(const char **)(void *)(to + fields->offset) = text;
    }
}

void tongue_follow(Tongue *tongue, const Style *style) {
    lay_over(words_fields, (char *)&tongue->texts, (const char *)&style->texts);
    lay_over(beside_fields, (char *)&tongue->words, (const char *)&style->words);
}

/* ---- the names */

static int by_code(const void *a, const void *b) {
    return strcmp(((const TongueName *)a)->code, ((const TongueName *)b)->code);
}

static bool take_names(Arena *arena, const Json *json, Tongue *tongue, dateline_error *error) {
    const json_t *countries = json_object_get(json->root, "countries");
    const char *code;
    json_t *entry;
    if (!json_is_object(countries))
        return json_fail(json, "countries", false, error, "an object of countries by code would be right");
    tongue->names = ARENA_ARRAY(arena, TongueName, json_object_size(countries));
    json_object_foreach((json_t *)countries, code, entry) {
        const char *name = json_string_value(json_object_get(entry, "name"));
        if (name)
            tongue->names[tongue->name_count++] =
                (TongueName){arena_text(arena, code), arena_text(arena, name)};
    }
    qsort(tongue->names, tongue->name_count, sizeof *tongue->names, by_code);
    return true;
}

bool tongue_take_names(Arena *arena, Tongue *tongue, dateline_error *error) {
    return with_file(arena, tongue, "names.json", take_names, error);
}

const char *tongue_name(const Tongue *tongue, const char *code) {
    const TongueName wanted = {code, NULL};
    const TongueName *found =
        tongue->names ? bsearch(&wanted, tongue->names, tongue->name_count, sizeof *tongue->names, by_code)
                      : NULL;
    return found ? found->name : NULL;
}
