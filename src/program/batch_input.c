/* See batch_input.h. */
#include "batch_input.h"

#include "flat_json.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_article(const char *name) {
    static const char *const suffixes[] = {".txt", ".html", ".htm", ".md"};
    size_t size = strlen(name);
    for (size_t i = 0; name[0] != '.' && i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t length = strlen(suffixes[i]);
        if (size > length && !strcmp(name + size - length, suffixes[i])) return true;
    }
    return false;
}

/* The path and, behind it, the file's name without its suffix, which is the id. */
static void take_path(Job *job, const char *folder, const char *name) {
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    const char *dot = strrchr(base, '.');
    int length = dot && dot != base ? (int)(dot - base) : (int)strlen(base);
    int size = asprintf(&job->line, "%s%s%s%c%.*s", folder ? folder : "", folder ? "/" : "", name, '\0',
                        length, base);
    if (size < 0) abort();
    job->path = job->line;
    job->id = job->line + strlen(job->line) + 1;
}

static const struct {
    const char *key;
    size_t offset;
} places[] = {
    {"id", offsetof(Job, id)},
    {"path", offsetof(Job, path)},
    {"text", offsetof(Job, text)},
    {"language", offsetof(Job, language)},
    {"title", offsetof(Job, map.title)},
    {"subtitle", offsetof(Job, map.subtitle)},
    {"source", offsetof(Job, map.source)},
    {"projection", offsetof(Job, map.projection)},
    {"center", offsetof(Job, map.center)},
    {"frame", offsetof(Job, map.frame)},
    {"size", offsetof(Job, map.size)},
};

static const char *take_pair(void *context, const char *key, char *value) {
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strcmp(places[i].key, key)) return *(char **)((char *)context + places[i].offset) = value, NULL;
    return "unknown key; known are id, path, text, language, title, subtitle, source, projection, center, "
           "frame and size";
}

static bool is_file_name(const char *id) {
    return id && *id && *id != '.' && !strchr(id, '/') && strlen(id) <= 200;
}

static void take_line(BatchInput *input, Job *job) {
    job->problem = flat_json_read(job->line, take_pair, job);
    if (!job->problem && !is_file_name(job->id))
        job->problem =
            "\"id\" has to be a file's name without '/' and '.' at its start, of at most 200 bytes";
    if (!job->problem && !job->path == !job->text)
        job->problem = "one of \"text\" and \"path\" would be right";
    (void)input;
}

static bool next_line(BatchInput *input, Job *job) {
    size_t size = 0;
    do {
        ssize_t length = getline(&job->line, &size, stdin);
        if (length < 0) return input->from_lines = false;
        input->line_number++;
    } while (!job->line[strspn(job->line, " \t\r\n")]);
    take_line(input, job);
    return true;
}

static bool next_of_folder(BatchInput *input, Job *job) {
    struct dirent *entry;
    while ((entry = readdir(input->folder)))
        if (is_article(entry->d_name)) {
            take_path(job, input->request->inputs[input->next - 1], entry->d_name);
            return true;
        }
    closedir(input->folder);
    input->folder = NULL;
    return false;
}

bool batch_input_next(BatchInput *input, Job *job) {
    const Request *request = input->request;
    for (;;) {
        *job = (Job){.map = request->map, .language = request->reading.language};
        if (input->from_lines && next_line(input, job)) return true;
        if (input->folder && next_of_folder(input, job)) return true;
        job_free(job);
        if (input->next == request->input_count) return false;
        const char *word = request->inputs[input->next++];
        input->from_lines = !strcmp(word, "-");
        if (input->from_lines) continue;
        if (is_folder(word) && (input->folder = opendir(word))) continue;
        *job = (Job){.map = request->map, .language = request->reading.language};
        take_path(job, NULL, word);
        return true;
    }
}

void job_free(Job *job) {
    free(job->line);
    *job = (Job){0};
}

size_t batch_input_count(const Request *request) {
    size_t count = 0;
    for (size_t i = 0; i < request->input_count; i++) {
        const char *word = request->inputs[i];
        DIR *folder = is_folder(word) ? opendir(word) : NULL;
        if (!strcmp(word, "-")) return 0;
        count += folder == NULL;
        for (struct dirent *entry; folder && (entry = readdir(folder));) count += is_article(entry->d_name);
        if (folder) closedir(folder);
    }
    return count;
}
