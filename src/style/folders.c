/* See folders.h. */
#include "folders.h"

#include "../base/files.h"
#include "../base/memory.h"
#include "../base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char SUFFIX[] = ".json";

static void add_folder(StyleFolders *folders, const char *parent, const char *rest) {
    Text path = {0};
    text_add_format(&path, "%s%s", parent, rest);
    folders->paths[folders->count++] = text_take(&path);
}

void folders_open(StyleFolders *folders, const char *folder) {
    *folders = (StyleFolders){0};
    if (folder) {
        add_folder(folders, folder, "");
        return;
    }
    const char *configuration = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    add_folder(folders, "styles", "");
    if (configuration &&
        configuration[0] == '/') /* a relative one is to be ignored, says its specification */
        add_folder(folders, configuration, "/dateline/styles");
    else if (home && *home)
        add_folder(folders, home, "/.config/dateline/styles");
    folders->paths[folders->count++] = data_folder("styles");
}

void folders_close(StyleFolders *folders) {
    for (int i = 0; i < folders->count; i++) free(folders->paths[i]);
    folders->count = 0;
}

static bool ends_in_suffix(const char *name) {
    size_t size = strlen(name), suffix = strlen(SUFFIX);
    return size > suffix && !strcmp(name + size - suffix, SUFFIX);
}

bool is_style_name(const char *word) {
    return !strchr(word, '/') && !ends_in_suffix(word);
}

char *folders_path(const StyleFolders *folders, int index, const char *name) {
    Text path = {0};
    text_add_format(&path, "%s/%s%s", folders->paths[index], name, SUFFIX);
    return text_take(&path);
}

/* style.schema.json and palettes.json lie beside the styles and are none. */
static int is_style(const struct dirent *entry) {
    const char *name = entry->d_name, *dot = strchr(name, '.');
    return dot && dot > name && !strcmp(dot, SUFFIX) && strcmp(name, "palettes.json") != 0;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **folders_names(const StyleFolders *folders) {
    ARRAY(char *) names = {0};
    for (int i = 0; i < folders->count; i++) {
        struct dirent **entries;
        int count = scandir(folders->paths[i], &entries, is_style, NULL);
        for (int j = 0; j < count; j++) {
            entries[j]->d_name[strlen(entries[j]->d_name) - strlen(SUFFIX)] = 0;
            array_push(&names, strcpy(memory_new(strlen(entries[j]->d_name) + 1), entries[j]->d_name));
            free(entries[j]);
        }
        if (count >= 0) free(entries);
    }
    if (names.count) qsort(names.items, names.count, sizeof *names.items, compare_names);
    size_t kept = 0;
    for (size_t i = 0; i < names.count; i++) {
        if (kept && !strcmp(names.items[kept - 1], names.items[i]))
            free(names.items[i]);
        else
            names.items[kept++] = names.items[i];
    }
    names.count = kept;
    array_push(&names, NULL);
    return names.items;
}

void names_free(char **names) {
    for (char **name = names; *name; name++) free(*name);
    free(names);
}

char *folders_advice(const StyleFolders *folders, const char *name) {
    char **names = folders_names(folders);
    size_t count = 0;
    while (names[count]) count++;
    const char *nearest = nearest_name(name, (const char *const *)names, count);
    Text text = {0};
    if (nearest)
        text_add_format(&text, "; did you mean \"%s\"?", nearest);
    else
        for (size_t i = 0; i < count; i++)
            text_add_format(&text, "%s%s%s",
                            i == 0          ? "; "
                            : i + 1 < count ? ", "
                                            : " or ",
                            names[i], i + 1 == count ? " would be right" : "");
    names_free(names);
    return text_take(&text);
}
