/* See names.h. */
#include "names.h"

#include "../base/files.h"
#include "../base/json.h"
#include "entries.h"
#include "sources.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool apply_all(Atlas *atlas, const Json *json, dateline_error *error) {
    const char *code;
    json_t *name;
    if (!json_is_object(json->root))
        return json_fail(json, "", false, error, "names must be an object of names by code");
    json_object_foreach(json->root, code, name) {
        if (!json_is_string(name)) return json_fail(json, code, false, error, "a name must be a string");
        int place = entries_find(atlas, code);
        if (place >= 0)
            atlas->entries.items[place].country.name = arena_text(atlas->arena, json_string_value(name));
    }
    return true;
}

bool names_apply(Atlas *atlas, dateline_error *error) {
    const char *path = NULL;
    size_t size = 0;
    char *text = source_text(atlas, "names.json", &size, &path, error);
    if (!text) return !path;
    Json json = {0};
    bool good = json_open(&json, text, size, path, JSON_COMMENTS, error) && apply_all(atlas, &json, error);
    json_close(&json);
    free(text);
    return good;
}

bool names_read_version(Atlas *atlas, dateline_error *error) {
    char *path =
        arena_format(atlas->arena, "%s/ne_%s_admin_0_countries.VERSION.txt", atlas->folder, atlas->scale);
    Bytes bytes;
    atlas->version = "unknown";
    if (access(path, F_OK)) return true;
    if (!file_read(path, 4096, &bytes, error)) return false;
    size_t size = strcspn(bytes.bytes, " \t\r\n");
    if (size) atlas->version = arena_text_part(atlas->arena, bytes.bytes, size);
    free(bytes.bytes);
    return true;
}
