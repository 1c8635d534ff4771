/* See chain.h. */
#include "chain.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 4 << 20 };

static bool is_json_file(const char *name) {
    size_t size = strlen(name);
    return size > 5 && !strcmp(name + size - 5, ".json");
}

/* The path of a style that is called name in the file at from, or on the command line for NULL. */
static char *path_of(const StyleChain *chain, const char *name, const char *from) {
    Text path = {0};
    const char *slash = from ? strrchr(from, '/') : NULL;
    if (!strchr(name, '/') && !is_json_file(name))
        text_add_format(&path, "%s/%s.json", chain->folder, name);
    else if (slash && name[0] != '/') {
        text_add_part(&path, from, (size_t)(slash - from) + 1);
        text_add(&path, name);
    } else
        text_add(&path, name);
    return text_take(&path);
}

static bool is_same_file(const char *a, const char *b) {
    struct stat of_a, of_b;
    return !stat(a, &of_a) && !stat(b, &of_b) && of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

/* ------------------------------------------------------------------------------------------ what cannot be
 * opened */

static int is_style(const struct dirent *entry) {
    return is_json_file(entry->d_name);
}

/* By bytes: alphasort follows the locale. */
static int compare_entries(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* "; did you mean X?" or the list of all the names in the folder. */
static char *what_is_there(const char *folder, const char *name) {
    struct dirent **entries;
    int count = scandir(folder, &entries, is_style, compare_entries);
    if (count < 0) count = 0, entries = NULL;
    const char **names = memory_new(sizeof *names * (size_t)count);
    Text all = {0};
    for (int i = 0; i < count; i++) {
        entries[i]->d_name[strlen(entries[i]->d_name) - 5] = 0;
        names[i] = entries[i]->d_name;
        text_add_format(&all, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    }
    const char *nearest = nearest_name(name, names, (size_t)count);
    Text text = {0};
    if (nearest)
        text_add_format(&text, "; did you mean \"%s\"?", nearest);
    else if (count)
        text_add_format(&text, "; %s would be right", all.bytes);
    text_free(&all);
    for (int i = 0; i < count; i++) free(entries[i]);
    free(entries);
    free(names);
    return text_take(&text);
}

/* Told at the word "extends" of the file that wants it, or of the name itself. */
static bool fail(const StyleFile *from, const char *name, dateline_error *error, const char *message) {
    if (from) return json_fail(&from->json, "extends", false, error, "%s", message);
    return error_set(error, DATELINE_BAD_INPUT, (Place){.source = name}, "%s", message);
}

static bool no_such_style(const StyleChain *chain, const StyleFile *from, const char *name,
                          dateline_error *error) {
    char *there = what_is_there(chain->folder, name), message[400];
    if (from)
        buffer_print(message, sizeof message, "no style \"%.60s\"%s", name, there);
    else
        buffer_print(message, sizeof message, "no such style%s", there);
    free(there);
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

static bool open_file(StyleChain *chain, const char *name, dateline_error *error) {
    const StyleFile *from = chain->count ? &chain->files[chain->count - 1] : NULL;
    char *path = path_of(chain, name, from ? from->path : NULL);
    bool is_name = !strchr(name, '/') && !is_json_file(name);
    bool done = false;
    int same = 0;
    while (same < chain->count && !is_same_file(chain->files[same].path, path)) same++;
    if (same < chain->count)
        circle(chain, same, error);
    else if (chain->count == MOST_STYLE_FILES)
        fail(from, NULL, error, "too many parents; at most 15 would be right");
    else if (is_name && access(path, F_OK))
        no_such_style(chain, from, name, error);
    else {
        StyleFile *file = &chain->files[chain->count++];
        *file = (StyleFile){.path = path};
        return read_file(file, from, error);
    }
    free(path);
    return done;
}

static bool is_root(const StyleChain *chain, const StyleFile *file) {
    char *root = path_of(chain, "default", NULL);
    bool is = is_same_file(root, file->path);
    free(root);
    return is;
}

bool chain_open(StyleChain *chain, const char *folder, const char *name, dateline_error *error) {
    *chain = (StyleChain){.folder = folder};
    while (name) {
        if (!open_file(chain, name, error)) return false;
        const StyleFile *file = &chain->files[chain->count - 1];
        const json_t *extends = json_object_get(file->json.root, "extends");
        const char *parent = json_string_value(extends);
        if (extends && !(parent && *parent))
            return fail(
                file, NULL, error,
                "the name of a style such as \"default\", or a file such as \"house.json\" would be right");
        name = parent ? parent : is_root(chain, file) ? NULL : "default";
    }
    return true;
}

void chain_close(StyleChain *chain) {
    for (int i = 0; i < chain->count; i++) {
        json_close(&chain->files[i].json);
        free(chain->files[i].bytes.bytes);
        free(chain->files[i].path);
    }
    chain->count = 0;
}
