/* See chain.h. */
#include "chain.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 4 << 20 };

/* One walk from a style up to the root. */
typedef struct Walk {
    StyleChain *chain;
    int first; /* of its files */
} Walk;

static bool is_same_file(const char *a, const char *b) {
    struct stat of_a, of_b;
    return !stat(a, &of_a) && !stat(b, &of_b) && of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

/* The index of the file among those from first to end, or end. */
static int index_of(const StyleChain *chain, int first, int end, const char *path) {
    while (first < end && !is_same_file(chain->files[first].path, path)) first++;
    return first;
}

/* The first folder's that has it and is not what asks for it; else the first that is there, so that the
 * circle is told; else where the last folder would have it. */
static char *path_of_name(const Walk *walk, const char *name) {
    const StyleFolders *folders = walk->chain->folders;
    char *found = NULL;
    for (int i = 0; i < folders->count; i++) {
        char *path = folders_path(folders, i, name);
        bool is_there = !access(path, F_OK);
        if (is_there && index_of(walk->chain, walk->first, walk->chain->count, path) == walk->chain->count) {
            free(found);
            return path;
        }
        if (!found && (is_there || i + 1 == folders->count))
            found = path;
        else
            free(path);
    }
    return found;
}

/* The path of a style that is called name in the file at from, or on the command line for NULL. */
static char *path_of(const Walk *walk, const char *name, const char *from) {
    Text path = {0};
    const char *slash = from ? strrchr(from, '/') : NULL;
    if (is_style_name(name)) return path_of_name(walk, name);
    if (slash && name[0] != '/') text_add_part(&path, from, (size_t)(slash - from) + 1);
    text_add(&path, name);
    return text_take(&path);
}

/* ------------------------------------------------------------------------------------------ what cannot be
 * opened */

/* Told at the word "extends" of the file that wants it, or of the name itself. */
static bool fail(const StyleFile *from, const char *name, dateline_error *error, const char *message) {
    if (from) return json_fail(&from->json, "extends", false, error, "%s", message);
    return error_set(error, DATELINE_BAD_INPUT, (Place){.source = name}, "%s", message);
}

static bool no_such_style(const StyleChain *chain, const StyleFile *from, const char *name,
                          dateline_error *error) {
    char *advice = folders_advice(chain->folders, name), message[400];
    if (from)
        buffer_print(message, sizeof message, "no style \"%.60s\"%s", name, advice);
    else
        buffer_print(message, sizeof message, "no such style%s", advice);
    free(advice);
    return fail(from, name, error, message);
}

static bool circle(const StyleChain *chain, int first, dateline_error *error) {
    Text paths = {0};
    for (int i = first; i < chain->count; i++) text_add_format(&paths, "%s extends ", chain->files[i].path);
    json_fail(&chain->files[chain->count - 1].json, "extends", false, error,
              "styles extend one another in a circle: %s%s", paths.bytes, chain->files[first].path);
    text_free(&paths);
    return false;
}

/* ------------------------------------------------------------------------------------------ the walk to the
 * root */

static bool read_file(StyleFile *file, const StyleFile *from, dateline_error *error) {
    dateline_error fault = {0};
    char message[400];
    if (file_read(file->path, LARGEST_FILE, &file->bytes, &fault))
        return json_open(&file->json, file->bytes.bytes, file->bytes.size, file->path, JSON_COMMENTS, error);
    if (from)
        return fail(from, NULL, error,
                    buffer_print(message, sizeof message, "%s %s", file->path, fault.message));
    return error_set(error, fault.status, (Place){.source = file->path}, "%s", fault.message);
}

/* Sets *open to the file, or to NULL where an earlier style has opened it. */
static bool open_file(Walk *walk, const char *name, const StyleFile **open, dateline_error *error) {
    StyleChain *chain = walk->chain;
    const StyleFile *from = chain->count > walk->first ? &chain->files[chain->count - 1] : NULL;
    char *path = path_of(walk, name, from ? from->path : NULL);
    int known = index_of(chain, 0, walk->first, path),
        same = index_of(chain, walk->first, chain->count, path);
    bool done = false;
    *open = NULL;
    if (known < walk->first)
        done = true;
    else if (same < chain->count)
        circle(chain, same, error);
    else if (chain->count - walk->first > MOST_PARENTS)
        fail(from, name, error, "too many parents; at most 15 would be right");
    else if (chain->count == MOST_STYLE_FILES)
        fail(NULL, name, error, "too many styles and settings; at most 256 files in all would be right");
    else if (is_style_name(name) && access(path, F_OK))
        no_such_style(chain, from, name, error);
    else {
        StyleFile *file = &chain->files[chain->count++];
        *file = (StyleFile){.path = path};
        *open = file;
        return read_file(file, from, error);
    }
    free(path);
    return done;
}

static bool is_root(const StyleChain *chain, const StyleFile *file) {
    char *root = folders_path(chain->folders, chain->folders->count - 1, "default");
    bool is = is_same_file(root, file->path);
    free(root);
    return is;
}

static bool walk_up(Walk *walk, const char *name, dateline_error *error) {
    while (name) {
        const StyleFile *file;
        if (!open_file(walk, name, &file, error)) return false;
        if (!file) return true;
        const json_t *extends = json_object_get(file->json.root, "extends");
        const char *parent = json_string_value(extends);
        if (extends && !(parent && *parent))
            return fail(
                file, NULL, error,
                "the name of a style such as \"default\", or a file such as \"house.json\" would be right");
        name = parent ? parent : is_root(walk->chain, file) ? NULL : "default";
    }
    return true;
}

bool chain_add(StyleChain *chain, const char *name, dateline_error *error) {
    Walk walk = {chain, chain->count};
    bool done = walk_up(&walk, name, error);
    for (int low = walk.first, high = chain->count - 1; low < high; low++, high--) {
        StyleFile file = chain->files[low];
        chain->files[low] = chain->files[high];
        chain->files[high] = file;
    }
    return done;
}

/* ------------------------------------------------------------------------------------------ settings */

/* A list of one, so that a value such as `1, "more": 2` cannot reach out of its place. */
static bool is_json(const char *value) {
    Text list = {0};
    Json json;
    text_add_format(&list, "[%s]", value);
    bool is = json_open(&json, list.bytes, list.size, "", 0, NULL) && json_array_size(json.root) == 1;
    json_close(&json);
    text_free(&list);
    return is;
}

/* a.b=1 as {"a":{"b":1}} */
static char *document_of(const char *path, size_t size, const char *value) {
    Text text = {0};
    int depth = 0;
    for (size_t at = 0; at <= size; depth++) {
        size_t length = strcspn(path + at, ".=");
        char *key = memory_new(length + 1);
        memcpy(key, path + at, length);
        key[length] = 0;
        text_add_char(&text, '{');
        json_quote(&text, key);
        text_add_char(&text, ':');
        free(key);
        at += length + 1;
    }
    if (is_json(value))
        text_add(&text, value);
    else
        json_quote(&text, value);
    while (depth-- > 0) text_add_char(&text, '}');
    return text_take(&text);
}

bool chain_set(StyleChain *chain, const char *setting, dateline_error *error) {
    enum { LONGEST_PATH = 200 };
    const char *equals = strchr(setting, '=');
    Place place = {.source = "--set", .path = setting};
    if (!equals || equals == setting || equals - setting > LONGEST_PATH)
        return error_set(error, DATELINE_BAD_USAGE, place,
                         "a key and its value such as land.colour=#dddddd would be right");
    if (chain->count == MOST_STYLE_FILES)
        return error_set(error, DATELINE_BAD_USAGE, place, "too many settings; at most 200 would be right");
    StyleFile *file = &chain->files[chain->count++];
    *file = (StyleFile){.path = strcpy(memory_new(sizeof "--set"), "--set"), .is_setting = true};
    file->bytes.bytes = document_of(setting, (size_t)(equals - setting), equals + 1);
    file->bytes.size = strlen(file->bytes.bytes);
    return json_open(&file->json, file->bytes.bytes, file->bytes.size, file->path, 0, error);
}

void chain_close(StyleChain *chain) {
    for (int i = 0; i < chain->count; i++) {
        json_close(&chain->files[i].json);
        free(chain->files[i].bytes.bytes);
        free(chain->files[i].path);
    }
    chain->count = 0;
}
