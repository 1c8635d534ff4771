/* See request.h. Snippets and pages: which picture goes where, and under which name. */
#include "request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 4096 };

static bool is_suffix(const char *path, const char *suffix) {
    size_t size = strlen(path), length = strlen(suffix);
    return size > length && !strcmp(path + size - length, suffix);
}

bool is_page(const Request *request, const char *path) {
    bool asked = request->as && !strcmp(request->as, "page");
    return is_suffix(path, ".html") || is_suffix(path, ".htm") || (asked && !strcmp(path, "-"));
}

/* The snippet as text, for the caller to free(). */
static char *snippet(const Request *request, const dateline_facts *facts, const dateline_scene *scene,
                     const dateline_embed_options *options, dateline_error *error) {
    dateline_style *style = style_load(&request->style, error);
    char *text = style ? dateline_embed(facts, style, scene, options, error) : NULL;
    dateline_style_free(style);
    return text;
}

bool write_page(const Request *request, const dateline_facts *facts, const dateline_scene *scene,
                const char *path, dateline_error *error) {
    char *text = snippet(request, facts, scene, &(dateline_embed_options){.as = "page"}, error);
    bool done = text && dateline_file_write(path, text, strlen(text), error);
    free(text);
    return done;
}

/* Beside the snippet, under its name; for a snippet on standard output in this folder, under the article's.
 */
static const char *picture_path(const Request *request, const char *suffix, char path[LONGEST_NAME]) {
    const char *beside =
        request->output_count && strcmp(request->outputs[0], "-") ? request->outputs[0] : NULL;
    const char *name = beside ? beside : strcmp(request->input, "-") ? request->input : "map";
    const char *slash = strrchr(name, '/');
    if (!beside && slash) name = slash + 1;
    const char *dot = strrchr(slash && beside ? slash : name, '.');
    int length = dot && dot != name ? (int)(dot - name) : (int)strlen(name);
    if (length > LONGEST_NAME - 8) length = LONGEST_NAME - 8;
    snprintf(path, LONGEST_NAME, "%.*s.%s", length, name, suffix);
    return path;
}

/* A language that shows SVG among its markup gets it there, another a file. */
static const char *placing_of(const Request *request) {
    bool markup = !strcmp(request->as, "html") || !strcmp(request->as, "page");
    return request->placing ? request->placing : markup ? "svg" : "file";
}

static char *draw_snippet(const Request *request, const dateline_facts *facts, const dateline_scene *scene,
                          dateline_error *error) {
    char path[LONGEST_NAME];
    const char *placing = placing_of(request), *slash;
    dateline_embed_options options = {.as = request->as, .data = !strcmp(placing, "data")};
    if (strcmp(placing, "file")) return snippet(request, facts, scene, &options, error);
    picture_path(request, strcmp(request->as, "latex") ? "svg" : "pdf", path);
    slash = strrchr(path, '/');
    options.picture = slash ? slash + 1 : path;
    char *text = snippet(request, facts, scene, &options, error);
    if (text && dateline_paint_file(scene, path, error)) return text;
    free(text);
    return NULL;
}

static bool is_placing(const char *placing) {
    return !placing || !strcmp(placing, "svg") || !strcmp(placing, "data") || !strcmp(placing, "file");
}

int embed(Request *request) {
    dateline_error error = {0};
    const char *output = request->output_count ? request->outputs[0] : "-";
    if (!request->as) request->as = "html";
    if (!is_placing(request->placing))
        return wrong_usage("--inline takes svg, data or file; not known", request->placing);
    request->map.responsive |= !strcmp(placing_of(request), "svg");
    dateline_facts *facts;
    dateline_scene *scene = compose_input(request, &facts, &error);
    char *text = scene ? draw_snippet(request, facts, scene, &error) : NULL;
    bool done = text && dateline_file_write(output, text, strlen(text), &error);
    if (done) print_notes(request, facts, scene);
    free(text);
    dateline_scene_free(scene);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}
