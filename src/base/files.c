/* See files.h. */
#include "files.h"

#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 * 1024 };

static bool too_large(const char *path, size_t limit, dateline_error *error) {
    return error_set(error, DATELINE_BAD_INPUT, (Place){.source = path},
                     "more than %zu MiB; a smaller file would be right", limit >> 20);
}

/* Reads to the end whatever the file is, so that pipes work, but never past the limit. */
static bool read_all(int file, const char *path, size_t limit, Bytes *bytes, dateline_error *error) {
    size_t capacity = 0;
    for (;;) {
        if (bytes->size + READ_STEP + 1 > capacity)
            bytes->bytes = array_grow(bytes->bytes, 1, &capacity, bytes->size + READ_STEP + 1);
        ssize_t got = read(file, bytes->bytes + bytes->size, capacity - bytes->size - 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return error_system(error, path, "cannot be read", errno);
        if (got == 0) break;
        bytes->size += (size_t)got;
        if (bytes->size > limit) return too_large(path, limit, error);
    }
    bytes->bytes[bytes->size] = 0;
    return true;
}

static int open_for_reading(const char *path, dateline_error *error) {
    if (!strcmp(path, "-")) return STDIN_FILENO;
    /* Without O_NONBLOCK a FIFO that nobody writes to would hold the program for ever. */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (file < 0) {
        error_system(error, path, "cannot be opened", errno);
        return -1;
    }
    if (!fstat(file, &status) && !S_ISDIR(status.st_mode) && !S_ISFIFO(status.st_mode)) return file;
    error_set(error, DATELINE_BAD_INPUT, (Place){.source = path}, "is a %s; a file would be right",
              S_ISDIR(status.st_mode) ? "folder" : "pipe");
    close(file);
    return -1;
}

bool file_read(const char *path, size_t limit, Bytes *bytes, dateline_error *error) {
    *bytes = (Bytes){0};
    int file = open_for_reading(path, error);
    if (file < 0) return false;
    bool done = read_all(file, !strcmp(path, "-") ? "standard input" : path, limit, bytes, error);
    if (file != STDIN_FILENO) close(file);
    if (!done) {
        free(bytes->bytes);
        *bytes = (Bytes){0};
    }
    return done;
}

/* Populated, since the system takes much longer over a page that is asked for alone. */
const void *file_map(const char *path, size_t *size) {
    struct stat status;
    void *memory = MAP_FAILED;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return NULL;
    if (!fstat(file, &status) && S_ISREG(status.st_mode) && status.st_size > 0)
        memory = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    close(file);
    if (memory == MAP_FAILED) return NULL;
    *size = (size_t)status.st_size;
    return memory;
}

void file_unmap(const void *memory, size_t size) {
    if (memory) munmap((void *)memory, size);
}

struct Output {
    char *path,
        *temporary; /* temporary is NULL for standard output and for devices, which cannot be renamed over */
    int file;
    int failure; /* errno of the first failed write, or 0 */
};

static bool is_device(const char *path) {
    struct stat status;
    return !stat(path, &status) && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static void output_free(Output *output) {
    if (output->file > STDERR_FILENO) close(output->file);
    free(output->path);
    free(output->temporary);
    free(output);
}

/* Opens a new file beside path that nobody else has; the process and a counter make its name. A link is
 * followed first: renaming over it would leave its file as it was, and would take /dev/stdout away from
 * everybody. */
static void open_temporary(Output *output) {
    char *real = realpath(output->path, NULL);
    if (real) {
        free(output->path);
        output->path = real;
    }
    size_t size = strlen(output->path) + 64;
    output->temporary = memory_new(size);
    for (int attempt = 0; attempt < 100; attempt++) {
        snprintf(output->temporary, size, "%s.%ld.%d.tmp", output->path, (long)getpid(), attempt);
        output->file = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->file >= 0 || errno != EEXIST) return;
    }
}

static void open_target(Output *output, const char *path) {
    if (!strcmp(path, "-"))
        output->file = STDOUT_FILENO;
    else if (is_device(path))
        output->file = open(path, O_WRONLY | O_CLOEXEC);
    else
        open_temporary(output);
}

Output *output_open(const char *path, dateline_error *error) {
    struct stat status;
    if (!stat(path, &status) && S_ISDIR(status.st_mode)) {
        error_set(error, DATELINE_BAD_INPUT, (Place){.source = path},
                  "is a folder; a file name would be right");
        return NULL;
    }
    Output *output = memory_new(sizeof *output);
    *output = (Output){.file = -1};
    output->path = memory_new(strlen(path) + 1);
    strcpy(output->path, path);
    open_target(output, path);
    if (output->file >= 0) return output;
    error_system(error, path, "cannot be written", errno);
    output_free(output);
    return NULL;
}

bool output_write(Output *output, const void *bytes, size_t size) {
    const char *at = bytes;
    while (size > 0 && !output->failure) {
        ssize_t wrote = write(output->file, at, size);
        if (wrote < 0 && errno != EINTR) output->failure = errno;
        if (wrote > 0) at += wrote, size -= (size_t)wrote;
    }
    return !output->failure;
}

bool output_commit(Output *output, dateline_error *error) {
    bool named = output->temporary != NULL;
    if (output->file != STDOUT_FILENO) {
        if (close(output->file) && !output->failure) output->failure = errno;
        output->file = -1;
    }
    if (!output->failure && named && rename(output->temporary, output->path)) output->failure = errno;
    if (output->failure) {
        error_system(error, strcmp(output->path, "-") ? output->path : "standard output", "cannot be written",
                     output->failure);
        output_abandon(output);
        return false;
    }
    output_free(output);
    return true;
}

void output_abandon(Output *output) {
    if (output->temporary) unlink(output->temporary);
    output_free(output);
}

static char *joined(const char *folder, const char *above, const char *room) {
    size_t size = strlen(folder) + strlen(above) + strlen(room) + 3;
    char *path = memory_new(size);
    snprintf(path, size, "%s/%s%s", folder, above, room);
    return path;
}

static bool is_folder(const char *path) {
    struct stat status;
    return !stat(path, &status) && S_ISDIR(status.st_mode);
}

/* Where the running program stands, so that a build folder and an install under any prefix both find their
 * data. */
static bool program_folder(char folder[PATH_MAX]) {
    ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (length <= 0) return false;
    folder[length] = 0;
    char *slash = strrchr(folder, '/');
    if (slash) *slash = 0;
    return slash != NULL;
}

static char *found_beside_program(const char *room) {
    static const char *const above[] = {"",       "../share/dateline/", "../",
                                        "../../", "../../../",          "../../../../"};
    char folder[PATH_MAX];
    if (!program_folder(folder)) return NULL;
    for (size_t i = 0; i < sizeof above / sizeof *above; i++) {
        char *path = joined(folder, above[i], room);
        if (is_folder(path)) return path;
        free(path);
    }
    return NULL;
}

#ifndef DATELINE_DATA_FOLDER
#define DATELINE_DATA_FOLDER "/usr/local/share/dateline"
#endif

char *data_folder(const char *room) {
    const char *given = getenv("DATELINE_DATA");
    if (given && *given) return joined(given, "", room);
    char *found = found_beside_program(room);
    return found ? found : joined(DATELINE_DATA_FOLDER, "", room);
}

char *dateline_file_read(const char *path, size_t *size, dateline_error *error) {
    Bytes bytes;
    if (!file_read(path, (size_t)256 << 20, &bytes, error)) return NULL;
    *size = bytes.size;
    return bytes.bytes;
}

bool dateline_file_write(const char *path, const void *bytes, size_t size, dateline_error *error) {
    Output *output = output_open(path, error);
    if (!output) return false;
    output_write(output, bytes, size);
    return output_commit(output, error);
}
