/* Digests for a caller who asks whether anything has changed (dateline.h). Files of a folder are taken in the
 * order of their names' bytes, so that the order of the disk does not matter. */
#include "files.h"
#include "hash.h"
#include "memory.h"
#include "text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

_Static_assert((int)DATELINE_DIGEST_SIZE == (int)HASH_TEXT_SIZE, "dateline.h knows the size of a digest");

void dateline_digest(const void *bytes, size_t size, char digest[DATELINE_DIGEST_SIZE]) {
    hash_sha256(bytes, size, digest);
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_folder(Text *sums, const char *folder, int depth, dateline_error *error);

static bool add_file(Text *sums, const char *path, dateline_error *error) {
    char digest[HASH_TEXT_SIZE];
    size_t size;
    char *bytes = dateline_file_read(path, &size, error);
    if (!bytes) return false;
    hash_sha256(bytes, size, digest);
    free(bytes);
    text_add(sums, digest);
    return true;
}

static bool add_entry(Text *sums, const char *folder, const char *name, int depth, dateline_error *error) {
    Text path = {0};
    struct stat status;
    bool fine = true;
    if (name[0] == '.') return true;
    text_add_format(&path, "%s/%s", folder, name);
    text_add_part(sums, name, strlen(name) + 1);
    if (stat(path.bytes, &status) == 0)
        fine = S_ISDIR(status.st_mode)   ? add_folder(sums, path.bytes, depth + 1, error)
               : S_ISREG(status.st_mode) ? add_file(sums, path.bytes, error)
                                         : true;
    text_free(&path);
    return fine;
}

static bool add_folder(Text *sums, const char *folder, int depth, dateline_error *error) {
    enum { DEEPEST = 8 };
    struct dirent **entries;
    int count = depth < DEEPEST ? scandir(folder, &entries, NULL, by_name) : 0;
    bool fine = count >= 0;
    if (!fine)
        return error_set(error, DATELINE_SYSTEM, (Place){.source = folder}, "the folder cannot be listed");
    for (int i = 0; i < count; i++) {
        fine = fine && add_entry(sums, folder, entries[i]->d_name, depth, error);
        free(entries[i]);
    }
    if (depth < DEEPEST) free(entries);
    return fine;
}

bool dateline_data_digest(const char *folder, const char *room, char digest[DATELINE_DIGEST_SIZE],
                          dateline_error *error) {
    Text sums = {0};
    char *installed = folder ? NULL : data_folder(room);
    bool fine = add_folder(&sums, folder ? folder : installed, 0, error);
    text_add(&sums, "");
    if (fine) hash_sha256(sums.bytes, sums.size, digest);
    text_free(&sums);
    free(installed);
    return fine;
}
