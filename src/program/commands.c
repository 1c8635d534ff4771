/* See request.h. The commands: files in, the library's calls, files out. Data goes to standard output,
 * messages to standard error. */
#include "request.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void print_notes(const Request *request, const dateline_facts *facts, const dateline_scene *scene) {
    if (request->quiet) return;
    for (size_t i = 0; facts && i < dateline_facts_note_count(facts); i++)
        fprintf(stderr, "note: %s\n", dateline_facts_note(facts, i));
    for (size_t i = 0; scene && i < dateline_scene_note_count(scene); i++)
        fprintf(stderr, "note: %s\n", dateline_scene_note(scene, i));
}

static dateline_facts *read_article(Request *request, const char *bytes, size_t size, dateline_error *error) {
    dateline_words *words = dateline_words_load(request->words, error);
    if (!words) return NULL;
    timing_note(request->timing, "words");
    dateline_facts *facts = dateline_read(words, bytes, size, &request->reading, error);
    timing_note(request->timing, "read");
    dateline_words_free(words);
    return facts;
}

/* Where either may be given: JSON whose object names its version early is facts, anything else an article. */
static bool looks_like_facts(const char *bytes, size_t size) {
    static const char mark[] = "\"dateline\"";
    const char *start = bytes;
    while (start < bytes + size && strchr(" \t\r\n", *start)) start++;
    size_t left = size - (size_t)(start - bytes);
    return left && *start == '{' && memmem(start, left < 4096 ? left : 4096, mark, strlen(mark));
}

static bool takes_facts(const Request *request, const char *bytes, size_t size) {
    if (!strcmp(request->command, "map") || !strcmp(request->command, "read")) return false;
    return !strcmp(request->command, "draw") || looks_like_facts(bytes, size);
}

dateline_facts *facts_of_input(Request *request, dateline_error *error) {
    size_t size;
    char *bytes = dateline_file_read(request->input, &size, error);
    if (!bytes) return NULL;
    request->reading.name = strcmp(request->input, "-") ? request->input : "standard input";
    dateline_facts *facts = takes_facts(request, bytes, size)
                                ? dateline_facts_load(bytes, size, request->reading.name, error)
                                : read_article(request, bytes, size, error);
    free(bytes);
    return facts;
}

/* What a map needs beside its facts. */
typedef struct Ground {
    const Request *request;
    dateline_atlas *atlas;
    dateline_style *style;
    dateline_error error;
    pthread_t thread;
    bool started;
} Ground;

static void *load_ground(void *context) {
    Ground *ground = context;
    ground->atlas = dateline_atlas_load(&ground->request->atlas, &ground->error);
    if (ground->atlas) ground->style = style_load(&ground->request->style, &ground->error);
    return NULL;
}

/* Begins to load it while the article is read; where no thread is to be had it is loaded when it is needed.
 */
static void ground_begin(Ground *ground, const Request *request) {
    *ground = (Ground){.request = request};
    ground->started = pthread_create(&ground->thread, NULL, load_ground, ground) == 0;
}

static void ground_end(Ground *ground) {
    if (ground->started)
        pthread_join(ground->thread, NULL);
    else
        load_ground(ground);
}

static void ground_free(Ground *ground) {
    dateline_style_free(ground->style);
    dateline_atlas_free(ground->atlas);
}

dateline_scene *compose_input(Request *request, dateline_facts **facts, dateline_error *error) {
    Ground ground;
    dateline_scene *scene = NULL;
    ground_begin(&ground, request);
    *facts = facts_of_input(request, error);
    ground_end(&ground);
    timing_note(request->timing, "atlas and style");
    if (*facts && ground.style)
        scene = dateline_compose(*facts, ground.atlas, ground.style, &request->map, error);
    else if (*facts)
        *error = ground.error;
    ground_free(&ground);
    return scene;
}

static int draw(Request *request) {
    dateline_error error = {0};
    bool done = true;
    for (size_t i = 0; i < request->output_count; i++)
        if (!is_page(request, request->outputs[i]) && !dateline_format_of(request->outputs[i], &error))
            return failed(&error);
    dateline_facts *facts;
    dateline_scene *scene = compose_input(request, &facts, &error);
    for (size_t i = 0; scene && done && i < request->output_count; i++)
        done = is_page(request, request->outputs[i])
                   ? write_page(request, facts, scene, request->outputs[i], &error)
                   : dateline_paint_file(scene, request->outputs[i], &error);
    timing_note(request->timing, "paint");
    print_notes(request, facts, scene);
    done = done && scene;
    dateline_scene_free(scene);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}

static char *explain(Request *request, dateline_error *error) {
    size_t size;
    char *bytes = dateline_file_read(request->input, &size, error), *text = NULL;
    dateline_words *words = bytes ? dateline_words_load(request->words, error) : NULL;
    bool colour = request->output_count == 0 && isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    request->reading.name = strcmp(request->input, "-") ? request->input : "standard input";
    if (words) text = dateline_explain(words, bytes, size, &request->reading, colour, error);
    dateline_words_free(words);
    free(bytes);
    return text;
}

static int read_facts(Request *request) {
    dateline_error error = {0};
    dateline_facts *facts = request->explain ? NULL : facts_of_input(request, &error);
    char *text = request->explain ? explain(request, &error) : facts ? dateline_facts_json(facts) : NULL;
    const char *output = request->output_count ? request->outputs[0] : "-";
    bool done = text && dateline_file_write(output, text, strlen(text), &error);
    if (done) print_notes(request, facts, NULL);
    free(text);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}

static int describe(Request *request) {
    dateline_error error = {0};
    const char *output = request->output_count ? request->outputs[0] : "-";
    dateline_facts *facts = facts_of_input(request, &error);
    dateline_style *style = facts ? style_load(&request->style, &error) : NULL;
    const char *as = request->as ? request->as : "alt";
    char *text = style ? dateline_describe(facts, style, as, request->format, &error) : NULL;
    bool done = text && dateline_file_write(output, text, strlen(text), &error);
    if (done) print_notes(request, facts, NULL);
    free(text);
    dateline_style_free(style);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}

static bool writes_one_file(const Request *request) {
    return !strcmp(request->command, "read") || !strcmp(request->command, "describe") ||
           !strcmp(request->command, "embed");
}

static int run_command(Request *request) {
    if (!request->command)
        return wrong_usage("a command is needed: map, read, draw, describe, embed, batch or style", NULL);
    if (!is_command(request->command)) return wrong_usage("no such command", request->command);
    if (!strcmp(request->command, "style"))
        return style_command(request->input ? request->input : "nothing", &request->style);
    if (!request->input) return wrong_usage("the name of a file is needed, or '-' for standard input", NULL);
    if (!strcmp(request->command, "batch")) return batch(request);
    if (writes_one_file(request) && request->output_count > 1)
        return wrong_usage("one output is enough for", request->command);
    if (!strcmp(request->command, "read")) return read_facts(request);
    if (!strcmp(request->command, "describe")) return describe(request);
    if (!strcmp(request->command, "embed")) return embed(request);
    request->map.explain = request->explain;
    if (request->output_count == 0)
        return wrong_usage("-o FILE is needed (.png, .svg, .pdf, .html or .trace)", NULL);
    return draw(request);
}

int run(Request *request) {
    Timing timing;
    if (!request->timed) return run_command(request);
    timing_start(&timing);
    request->timing = request->map.step_context = &timing;
    request->map.step = timing_step;
    int status = run_command(request);
    timing_note(&timing, "end");
    timing_print(&timing);
    return status;
}
