/* See copy.h. */
#include "copy.h"

#include "atlas/atlas.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH = 1024 };

Bytes copy_read(const char *folder, const char *name) {
    char path[PATH];
    Bytes bytes;
    snprintf(path, PATH, "%s/%s", folder, name);
    assert_true(file_read(path, 1 << 24, &bytes, NULL));
    return bytes;
}

void copy_write(const char *folder, const char *name, const void *bytes, size_t size) {
    char path[PATH];
    snprintf(path, PATH, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

void copy_delete(const char *folder, const char *name) {
    char path[PATH];
    snprintf(path, PATH, "%s/%s", folder, name);
    assert_int_equal(unlink(path), 0);
}

/* Calls act for every regular name in a folder. */
static void each_file(const char *folder, void (*act)(const char *name, const char *to), const char *to) {
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (struct dirent *entry; (entry = readdir(open));)
        if (entry->d_name[0] != '.') act(entry->d_name, to);
    closedir(open);
}

static void copy_file(const char *name, const char *to) {
    Bytes bytes = copy_read("tests/world", name);
    copy_write(to, name, bytes.bytes, bytes.size);
    free(bytes.bytes);
}

static void delete_file(const char *name, const char *from) {
    copy_delete(from, name);
}

int copy_make(void **state) {
    char *folder = strdup("/tmp/dateline-world-XXXXXX");
    assert_non_null(mkdtemp(folder));
    each_file("tests/world", copy_file, folder);
    *state = folder;
    return 0;
}

int copy_remove(void **state) {
    each_file(*state, delete_file, *state);
    rmdir(*state);
    free(*state);
    return 0;
}

void copy_expect(const char *folder, const char *message) {
    dateline_error error = {0};
    char text[1024];
    assert_null(dateline_atlas_load(&(dateline_atlas_options){.folder = folder}, &error));
    dateline_error_text(&error, text, sizeof text);
    size_t skipped = strncmp(text, folder, strlen(folder)) ? 0 : strlen(folder) + 1;
    assert_string_equal(text + skipped, message);
}
