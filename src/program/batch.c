/*
 * `dateline batch`: words, shapes and style once, then many articles, each drawn by whichever thread is free.
 * A finished article leaves a stamp, the digest of all that its map depends on, in the folder ".dateline" of
 * the outputs; one whose stamp still holds is skipped. Results are lines of NDJSON, in the order in which
 * articles are done.
 */
#include "batch_input.h"
#include "flat_json.h"

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_PATH = 4096, MOST_JOBS = 256 };

typedef struct Batch {
    Request *request;
    const char *folder, *format;
    dateline_words *words;
    dateline_atlas *atlas;
    dateline_style *style;
    char setting[4 * DATELINE_DIGEST_SIZE]; /* what all stamps begin with */
    pthread_mutex_t lock;                   /* of all below */
    BatchInput input;
    size_t total, done, skipped, failed; /* total is 0 where it is not known */
    double start, told;                  /* seconds */
} Batch;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- progress and results, under the lock */

/* On a terminal one line that is written over; elsewhere a line every few seconds. */
static void tell_progress(Batch *batch, bool last) {
    bool terminal = isatty(STDERR_FILENO);
    double time = now(), passed = time - batch->start;
    size_t over = batch->done + batch->skipped + batch->failed;
    if (batch->request->quiet || (!last && time - batch->told < (terminal ? 0.2 : 5))) return;
    batch->told = time;
    double rate = passed > 0 ? (double)over / passed : 0;
    fprintf(stderr, "%sbatch: %zu", terminal ? "\r\033[K" : "", over);
    if (batch->total) fprintf(stderr, " of %zu", batch->total);
    fprintf(stderr, ", %zu skipped, %zu failed, %.1f a second", batch->skipped, batch->failed, rate);
    if (!last && batch->total > over && rate > 0)
        fprintf(stderr, ", %.0f s left", (double)(batch->total - over) / rate);
    if (!terminal || last) fputc('\n', stderr);
}

static void tell_result(Batch *batch, const Job *job, const char *status, const char *key,
                        const char *value) {
    pthread_mutex_lock(&batch->lock);
    *(!strcmp(status, "done")      ? &batch->done
      : !strcmp(status, "skipped") ? &batch->skipped
                                   : &batch->failed) += 1;
    fputs("{\"id\": ", stdout);
    flat_json_write(stdout, job->id ? job->id : "");
    printf(", \"status\": \"%s\", \"%s\": ", status, key);
    flat_json_write(stdout, value);
    fputs("}\n", stdout);
    fflush(stdout);
    tell_progress(batch, false);
    pthread_mutex_unlock(&batch->lock);
}

/* ---- stamps */

static void stamp_of(const Batch *batch, const Job *job, const char *bytes, size_t size,
                     char stamp[DATELINE_DIGEST_SIZE]) {
    const char *texts[] = {
        batch->setting,  job->path ? job->path : "", job->language,   job->map.title, job->map.subtitle,
        job->map.source, job->map.projection,        job->map.center, job->map.frame, job->map.size};
    char *all = NULL, article[DATELINE_DIGEST_SIZE];
    size_t length = 0;
    FILE *file = open_memstream(&all, &length);
    if (!file) abort();
    dateline_digest(bytes, size, article);
    fprintf(file, "%s %.17g %.17g", article, job->map.dpi, job->map.scale);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        fprintf(file, "\n%d%s", texts[i] != NULL, texts[i] ? texts[i] : "");
    fclose(file);
    dateline_digest(all, length, stamp);
    free(all);
}

static bool is_done(const char *output, const char *stamp_path, const char *stamp) {
    char known[DATELINE_DIGEST_SIZE] = "";
    FILE *file = access(output, R_OK) == 0 ? fopen(stamp_path, "r") : NULL;
    if (!file) return false;
    bool same = fread(known, 1, sizeof known - 1, file) == sizeof known - 1 && !strcmp(known, stamp);
    fclose(file);
    return same;
}

/* ---- one article */

static bool draw(const Batch *batch, const Job *job, const char *bytes, size_t size, const char *output,
                 dateline_error *error) {
    dateline_read_options reading = batch->request->reading;
    reading.name = job->path ? job->path : job->id;
    reading.language = job->language;
    dateline_map_options map = job->map;
    map.threads = 1; /* every core has a map of its own */
    dateline_facts *facts = dateline_read(batch->words, bytes, size, &reading, error);
    dateline_scene *scene = facts ? dateline_compose(facts, batch->atlas, batch->style, &map, error) : NULL;
    bool done = scene && dateline_paint_file(scene, output, error);
    dateline_scene_free(scene);
    dateline_facts_free(facts);
    return done;
}

static void draw_unless_done(Batch *batch, const Job *job, const char *bytes, size_t size) {
    char output[LONGEST_PATH], stamp_path[LONGEST_PATH], stamp[DATELINE_DIGEST_SIZE], text[1200];
    dateline_error error = {0};
    snprintf(output, sizeof output, "%s/%s.%s", batch->folder, job->id, batch->format);
    snprintf(stamp_path, sizeof stamp_path, "%s/.dateline/%s.%s", batch->folder, job->id, batch->format);
    stamp_of(batch, job, bytes, size, stamp);
    if (is_done(output, stamp_path, stamp)) return tell_result(batch, job, "skipped", "output", output);
    remove(stamp_path);
    if (draw(batch, job, bytes, size, output, &error) &&
        dateline_file_write(stamp_path, stamp, DATELINE_DIGEST_SIZE - 1, &error))
        return tell_result(batch, job, "done", "output", output);
    tell_result(batch, job, "failed", "error", dateline_error_text(&error, text, sizeof text));
}

static void do_job(Batch *batch, const Job *job) {
    dateline_error error = {0};
    char text[1200], *bytes = NULL;
    size_t size = job->text ? strlen(job->text) : 0;
    if (job->problem) return tell_result(batch, job, "failed", "error", job->problem);
    if (!job->text && !(bytes = dateline_file_read(job->path, &size, &error)))
        return tell_result(batch, job, "failed", "error", dateline_error_text(&error, text, sizeof text));
    draw_unless_done(batch, job, bytes ? bytes : job->text, size);
    free(bytes);
}

static void *work(void *context) {
    Batch *batch = context;
    for (;;) {
        Job job;
        pthread_mutex_lock(&batch->lock);
        bool any = batch_input_next(&batch->input, &job);
        pthread_mutex_unlock(&batch->lock);
        if (!any) return NULL;
        do_job(batch, &job);
        job_free(&job);
    }
}

/* ---- all of them */

static void add_text(FILE *file, const char *text) {
    fprintf(file, "\n%d%s", text != NULL, text ? text : "");
}

/* A style by its name and, where it is a file of the user's own, by its bytes; what that extends counts by
 * name. */
static void add_style(FILE *file, const char *name) {
    char digest[DATELINE_DIGEST_SIZE] = "";
    size_t size;
    char *bytes = dateline_file_read(name, &size, NULL);
    if (bytes) dateline_digest(bytes, size, digest);
    free(bytes);
    add_text(file, name);
    add_text(file, digest);
}

static void add_options(FILE *file, const Request *request, const char *format) {
    const dateline_map_options *map = &request->map;
    const char *texts[] = {DATELINE_VERSION, format,    request->atlas.scale, request->atlas.worldview,
                           map->text,        map->font, map->id_prefix};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) add_text(file, texts[i]);
    for (size_t i = 0; i < request->style.name_count; i++) add_style(file, request->style.names[i]);
    for (size_t i = 0; i < request->style.setting_count; i++) add_text(file, request->style.settings[i]);
    fprintf(file, "\n%d %d", map->responsive, request->reading.expand_blocs);
}

/* What every map depends on beside its article. */
static bool take_setting(Batch *batch, dateline_error *error) {
    const Request *request = batch->request;
    char words[DATELINE_DIGEST_SIZE], shapes[DATELINE_DIGEST_SIZE], styles[DATELINE_DIGEST_SIZE], *all = NULL;
    size_t size = 0;
    if (!dateline_data_digest(request->words, "words", words, error) ||
        !dateline_data_digest(request->atlas.folder, "shapes", shapes, error) ||
        !dateline_data_digest(NULL, "styles", styles, error))
        return false;
    FILE *file = open_memstream(&all, &size);
    if (!file) abort();
    add_options(file, request, batch->format);
    fclose(file);
    dateline_digest(all, size, batch->setting);
    free(all);
    strcat(strcat(strcat(batch->setting, words), shapes), styles);
    return true;
}

static bool make_folders(const char *folder, dateline_error *error) {
    char stamps[LONGEST_PATH];
    snprintf(stamps, sizeof stamps, "%s/.dateline", folder);
    if ((mkdir(folder, 0777) == 0 || errno == EEXIST) && (mkdir(stamps, 0777) == 0 || errno == EEXIST))
        return true;
    *error = (dateline_error){.status = DATELINE_SYSTEM};
    snprintf(error->source, sizeof error->source, "%s", folder);
    snprintf(error->message, sizeof error->message, "the folder cannot be made: %s", strerror(errno));
    return false;
}

static bool open_batch(Batch *batch, dateline_error *error) {
    const Request *request = batch->request;
    char name[32];
    snprintf(name, sizeof name, "x.%s", batch->format);
    return dateline_format_of(name, error) && make_folders(batch->folder, error) &&
           (batch->words = dateline_words_load(request->words, error)) &&
           (batch->atlas = dateline_atlas_load(&request->atlas, error)) &&
           (batch->style = style_load(&request->style, error)) && take_setting(batch, error);
}

static void close_batch(Batch *batch) {
    dateline_style_free(batch->style);
    dateline_atlas_free(batch->atlas);
    dateline_words_free(batch->words);
    pthread_mutex_destroy(&batch->lock);
}

static void run_threads(Batch *batch, size_t jobs) {
    mallopt(M_ARENA_MAX, (int)jobs); /* that nobody waits for another's memory */
    pthread_t threads[MOST_JOBS];
    size_t count = 0;
    while (count + 1 < jobs && pthread_create(&threads[count], NULL, work, batch) == 0) count++;
    work(batch);
    while (count--) pthread_join(threads[count], NULL);
    tell_progress(batch, true);
}

int batch(Request *request) {
    dateline_error error = {0};
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    double jobs = request->jobs > 0 ? request->jobs : cores > 0 ? (double)cores : 1;
    Batch batch = {.request = request,
                   .folder = request->folder ? request->folder : ".",
                   .format = request->format ? request->format : "png",
                   .input.request = request,
                   .total = batch_input_count(request),
                   .start = now()};
    if (jobs > MOST_JOBS || jobs < 1) return wrong_usage("--jobs takes 1 to 256", NULL);
    pthread_mutex_init(&batch.lock, NULL);
    bool opened = open_batch(&batch, &error);
    if (opened) run_threads(&batch, (size_t)jobs);
    close_batch(&batch);
    return opened ? batch.failed ? EXIT_INPUT : EXIT_DONE : failed(&error);
}
