/* See embed.h and dateline.h: which language there is, and what it can hold. */
#include "embed.h"

#include "../base/error.h"
#include "../paint/base64.h"
#include "../paint/svg.h"

#include <stdlib.h>
#include <string.h>

typedef struct Language {
    const char *name;
    void (*add)(Text *text, const Snippet *snippet);
    bool holds_svg, holds_data;
} Language;

static const Language languages[] = {
    {"html", embed_html, true, true},     {"markdown", embed_markdown, true, true},
    {"latex", embed_latex, false, false}, {"asciidoc", embed_asciidoc, true, true},
    {"typst", embed_typst, false, false}, {"page", embed_page, true, false},
};

static const Language *language_find(const char *name, dateline_error *error) {
    for (size_t i = 0; name && i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].name, name) == 0) return &languages[i];
    error_set(error, DATELINE_BAD_USAGE, (Place){.source = name},
              "no language of documents; html, markdown, latex, asciidoc, typst or page would be right");
    return NULL;
}

static bool can_hold(const Language *language, const dateline_embed_options *options, dateline_error *error) {
    if (options->picture || (options->data ? language->holds_data : language->holds_svg)) return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){.source = options->as},
                     "holds no picture %s; %s would be right", options->data ? "as data" : "among its markup",
                     language->holds_svg ? "svg" : "a file");
}

char *snippet_caption(const Snippet *snippet) {
    Text text = {0};
    const char *title = snippet->info->title, *credits = snippet->info->credits;
    text_add(&text, title);
    if (*title && !strchr(".!?", title[strlen(title) - 1])) text_add_char(&text, '.');
    if (*title && *credits) text_add_char(&text, ' ');
    text_add(&text, credits);
    return text_take(&text);
}

/* A media query stands in a style sheet: nothing in it may end that. */
static bool are_queries(const dateline_embed_options *options, dateline_error *error) {
    for (size_t i = 0; i < options->variant_count; i++)
        if (strpbrk(options->variants[i].media, "{}<>;\"\\"))
            return error_set(error, DATELINE_BAD_USAGE, (Place){.source = options->variants[i].media},
                             "no media query; one such as (max-width: 40rem) would be right");
    return true;
}

static char *data_address(const Scene *scene, dateline_error *error) {
    Text svg = {0}, address = {0};
    if (svg_add_page(&svg, scene, &(SvgUse){0}, error)) {
        text_add(&address, "data:image/svg+xml;base64,");
        base64_add(&address, svg.bytes, svg.size);
    }
    text_free(&svg);
    return address.bytes ? text_take(&address) : NULL;
}

static void add(Text *text, const Language *language, const Telling *telling, const Scene *scene,
                const dateline_embed_options *options, dateline_error *error) {
    char *address = options->data && !options->picture ? data_address(scene, error) : NULL;
    Snippet snippet = {telling,           scene_info(scene),     scene, options->picture, address,
                       options->variants, options->variant_count};
    if (address || !options->data || options->picture) language->add(text, &snippet);
    free(address);
}

char *dateline_embed(const dateline_facts *facts, const dateline_style *style, const dateline_scene *scene,
                     const dateline_embed_options *options, dateline_error *error) {
    const Language *language = language_find(options->as, error);
    Telling telling;
    Text text = {0};
    if (!language || !can_hold(language, options, error) || !are_queries(options, error)) return NULL;
    if (telling_open(&telling, facts, style, error)) add(&text, language, &telling, scene, options, error);
    telling_close(&telling);
    return text.bytes ? text_take(&text) : NULL;
}
