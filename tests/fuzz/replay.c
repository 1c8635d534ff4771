/* See replay.h. */
#include "replay.h"

#include "dateline.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

void replay_folder(const char *folder, int (*target)(const uint8_t *bytes, size_t size)) {
    DIR *open = opendir(folder);
    int count = 0;
    assert_non_null(open);
    for (struct dirent *entry; (entry = readdir(open));) {
        char path[600];
        size_t size;
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *bytes = dateline_file_read(path, &size, NULL);
        assert_non_null(bytes);
        target((const uint8_t *)bytes, size);
        free(bytes);
        count++;
    }
    closedir(open);
    assert_true(count > 0);
}
