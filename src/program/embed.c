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

/* ------------------------------------------------------------------------------- a page's other drawings */

/* A window that is narrow gets a map that is upright, a dark one a dark map: each where the command line has
 * left the choice of size and style. */
typedef struct Drawing {
    bool narrow, dark;
    const char *prefix, *media;
} Drawing;

static const Drawing drawings[] = {
    {true, false, "narrow-", "(max-width: 40rem)"},
    {false, true, "dark-", "(prefers-color-scheme: dark)"},
    {true, true, "narrow-dark-", "(max-width: 40rem) and (prefers-color-scheme: dark)"},
};
enum { DRAWINGS = sizeof drawings / sizeof *drawings };

static bool is_wanted(const Request *request, const Drawing *drawing) {
    return !(drawing->narrow && request->map.size) && !(drawing->dark && request->style.name_count);
}

/* Its scene and style are the caller's to free, also where it is false. */
static bool draw_again(const Request *request, const dateline_facts *facts, const dateline_atlas *atlas,
                       const Drawing *drawing, dateline_variant *variant, dateline_error *error) {
    StyleRequest wanted = request->style;
    dateline_map_options map = request->map;
    char prefix[256];
    snprintf(prefix, sizeof prefix, "%s%s", map.id_prefix ? map.id_prefix : "", drawing->prefix);
    map.id_prefix = prefix;
    if (drawing->narrow) map.size = "portrait";
    if (drawing->narrow)
        style_add_setting(&wanted, "map.simplify=0.9"); /* it is seen at a third of its size */
    if (drawing->dark) style_add_name(&wanted, "dark");
    variant->media = drawing->media;
    variant->style = style_load(&wanted, error);
    variant->scene = variant->style ? dateline_compose(facts, atlas, variant->style, &map, error) : NULL;
    return variant->scene;
}

/* Fills variants with what is the caller's to free; false where one cannot be drawn. */
static bool draw_all(const Request *request, const dateline_facts *facts, dateline_variant *variants,
                     size_t *count, dateline_error *error) {
    dateline_atlas *atlas = dateline_atlas_load(&request->atlas, error);
    bool done = atlas != NULL;
    for (size_t i = 0; done && i < DRAWINGS; i++) {
        if (!is_wanted(request, &drawings[i])) continue;
        done = draw_again(request, facts, atlas, &drawings[i], &variants[(*count)++], error);
    }
    dateline_atlas_free(atlas);
    return done;
}

/* ---------------------------------------------------------------------------------------------- snippets */

/* The snippet as text, for the caller to free(). */
static char *snippet(const Request *request, const dateline_facts *facts, const dateline_scene *scene,
                     const dateline_embed_options *options, dateline_error *error) {
    dateline_embed_options all = *options;
    dateline_variant variants[DRAWINGS];
    char *text = NULL;
    all.variants = variants;
    dateline_style *style = style_load(&request->style, error);
    if (style &&
        (strcmp(options->as, "page") || draw_all(request, facts, variants, &all.variant_count, error)))
        text = dateline_embed(facts, style, scene, &all, error);
    for (size_t i = 0; i < all.variant_count; i++) {
        dateline_scene_free((dateline_scene *)variants[i].scene);
        dateline_style_free((dateline_style *)variants[i].style);
    }
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
