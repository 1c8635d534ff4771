/* See seas.h. */
#include "seas.h"

#include "../base/json.h"
#include "sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_PATH = 64 };

typedef struct SeaReader {
    const Json *json;
    Arena *arena;
    dateline_error *error;
    size_t index;
} SeaReader;

static bool fail(const SeaReader *reader, const char *key, const char *message) {
    char path[LONGEST_PATH];
    snprintf(path, sizeof path, "seas[%zu]%s%s", reader->index, *key ? "." : "", key);
    return json_fail(reader->json, path, false, reader->error, "%s", message);
}

static bool read_place(const json_t *value, LonLat *place) {
    const json_t *lon = json_array_get(value, 0), *lat = json_array_get(value, 1);
    if (json_array_size(value) != 2 || !json_is_number(lon) || !json_is_number(lat)) return false;
    *place = (LonLat){json_number_value(lon), json_number_value(lat)};
    return place->lon >= -180 && place->lon <= 180 && place->lat >= -90 && place->lat <= 90;
}

static bool read_places(const SeaReader *reader, const json_t *list, Sea *sea) {
    size_t count = json_array_size(list);
    LonLat *places = ARENA_ARRAY(reader->arena, LonLat, count + 1);
    bool good = count > 0;
    for (size_t i = 0; good && i < count; i++) good = read_place(json_array_get(list, i), &places[i]);
    sea->places = places;
    sea->place_count = count;
    return good || fail(reader, json_is_array(list) ? "at" : "",
                        "at must be a list of places, each as [longitude, latitude]");
}

static bool read_names(const SeaReader *reader, json_t *names, Sea *sea) {
    const char *language;
    json_t *name;
    if (!json_is_string(json_object_get(names, "en")))
        return fail(reader, json_is_object(names) ? "names" : "",
                    "names must be an object of names by language, English among them");
    SeaName *items = ARENA_ARRAY(reader->arena, SeaName, json_object_size(names));
    json_object_foreach(names, language, name) {
        if (!json_is_string(name)) return fail(reader, "names", "a name must be a string");
        items[sea->name_count++] = (SeaName){arena_text(reader->arena, language),
                                             arena_text(reader->arena, json_string_value(name))};
    }
    sea->names = items;
    return true;
}

static bool read_sea(const SeaReader *reader, json_t *value, Sea *sea) {
    const json_t *across = json_object_get(value, "across");
    if (!json_is_number(across) || json_number_value(across) <= 0 || json_number_value(across) > 180)
        return fail(reader, across ? "across" : "", "across must be a number of degrees from 0 to 180");
    sea->across = json_number_value(across);
    return read_places(reader, json_object_get(value, "at"), sea) &&
           read_names(reader, json_object_get(value, "names"), sea);
}

static bool read_seas(Atlas *atlas, const Json *json, dateline_error *error) {
    const json_t *list = json_object_get(json->root, "seas");
    SeaReader reader = {.json = json, .arena = atlas->arena, .error = error};
    if (!json_is_array(list)) return json_fail(json, "", false, error, "the file must have a list \"seas\"");
    Sea *seas = ARENA_ARRAY(atlas->arena, Sea, json_array_size(list) + 1);
    for (; reader.index < json_array_size(list); reader.index++)
        if (!read_sea(&reader, json_array_get(list, reader.index), &seas[reader.index])) return false;
    atlas->seas = seas;
    atlas->sea_count = reader.index;
    return true;
}

bool seas_load(Atlas *atlas, dateline_error *error) {
    const char *path = NULL;
    size_t size = 0;
    char *text = source_text(atlas, "seas.json", &size, &path, error);
    if (!text) return !path;
    Json json = {0};
    bool good = json_open(&json, text, size, path, JSON_COMMENTS, error) && read_seas(atlas, &json, error);
    json_close(&json);
    free(text);
    return good;
}

size_t atlas_sea_count(const Atlas *atlas) {
    return atlas->sea_count;
}

const Sea *atlas_sea(const Atlas *atlas, size_t index) {
    return &atlas->seas[index];
}

const char *sea_name(const Sea *sea, const char *language) {
    const char *english = NULL;
    for (size_t i = 0; i < sea->name_count; i++) {
        if (language && !strcmp(sea->names[i].language, language)) return sea->names[i].name;
        if (!strcmp(sea->names[i].language, "en")) english = sea->names[i].name;
    }
    return english;
}
