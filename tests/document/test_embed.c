/* Snippets: which picture and which words are in which language, and what is refused. */
#include "facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Setting {
    dateline_facts *facts;
    dateline_style *style;
    dateline_scene *scene;
} Setting;

static int set_up(void **state) {
    static const char json[] =
        "{\"dateline\": \"facts/1\", \"title\": \"Talks & <b>\", \"countries\": ["
        "{\"id\": \"FRA\", \"name\": \"France\", \"roles\": [\"participant\"], \"evidence\": "
        "[{\"role\": \"participant\", \"sentence\": \"France took part.\"}]}]}";
    Setting *setting = calloc(1, sizeof *setting);
    setting->facts = dateline_facts_load(json, strlen(json), "facts.json", NULL);
    setting->style = dateline_style_load("styles", NULL, NULL);
    dateline_atlas *atlas =
        dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes", .scale = "110m"}, NULL);
    setting->scene = dateline_compose(setting->facts, atlas, setting->style,
                                      &(dateline_map_options){.id_prefix = "p-"}, NULL);
    dateline_atlas_free(atlas);
    *state = setting;
    return setting->scene ? 0 : -1;
}

static int tear_down(void **state) {
    Setting *setting = *state;
    dateline_scene_free(setting->scene);
    dateline_style_free(setting->style);
    dateline_facts_free(setting->facts);
    free(setting);
    return 0;
}

static char *embedded(void **state, dateline_embed_options options, dateline_error *error) {
    const Setting *setting = *state;
    return dateline_embed(setting->facts, setting->style, setting->scene, &options, error);
}

static void each_language_has_picture_words_and_title(void **state) {
    static const struct {
        dateline_embed_options options;
        const char *picture, *words, *title;
    } rows[] = {
        {{.as = "html", .picture = NULL, .data = false},
         "<svg xmlns=",
         "<desc id=\"p-_description\">Map of who takes part (France).</desc>",
         "<figcaption>Talks &amp; &lt;b&gt;. Source: "},
        {{.as = "html", .picture = "a.svg", .data = false},
         "<img src=\"a.svg\"",
         "alt=\"Map of who takes part (France).\"",
         "<details>"},
        {{.as = "html", .picture = NULL, .data = true},
         "<img src=\"data:image/svg+xml;base64,",
         "alt=\"Map of who",
         "<details>"},
        {{.as = "markdown", .picture = "a.png", .data = false},
         "](<a.png>)",
         "![Map of who takes part (France).]",
         "*Talks &amp; &lt;b&gt;. "},
        {{.as = "latex", .picture = "a.pdf", .data = false},
         "{\\detokenize{a.pdf}}",
         "alt={Map of who takes part (France).}",
         "\\caption{Talks \\& \\textless{}b\\textgreater{}. "},
        {{.as = "asciidoc", .picture = "a.svg", .data = false},
         "image::a.svg[",
         "alt=\"Map of who takes part (France).\"",
         ".Talks &#38; &#60;b"},
        {{.as = "typst", .picture = "a.svg", .data = false},
         "image(\"a.svg\"",
         "alt: \"Map of who takes part (France).\"",
         "caption: [Talks & \\<b\\>. "},
        {{.as = "page", .picture = NULL, .data = false},
         "<div class=\"drawing drawing-0\">\n<svg xmlns=",
         "<figcaption>Map of who takes part (France).</figcaption>",
         "<blockquote dir=\"auto\">France took part.</blockquote>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = embedded(state, rows[i].options, NULL);
        assert_non_null(text);
        const char *parts[] = {rows[i].picture, rows[i].words, rows[i].title, "FRA", "France"};
        for (size_t j = 0; j < 5; j++)
            if (!strstr(text, parts[j])) fail_msg("%s lacks %s", rows[i].options.as, parts[j]);
        free(text);
    }
}

static void a_page_shows_other_drawings_where_their_queries_hold(void **state) {
    const Setting *desk = *state;
    const dateline_variant variants[] = {{desk->scene, desk->style, "(max-width: 40rem)"},
                                         {desk->scene, desk->style, "(prefers-color-scheme: dark)"}};
    char *text = embedded(
        state, (dateline_embed_options){.as = "page", .variants = variants, .variant_count = 2}, NULL);
    assert_non_null(text);
    static const char *const parts[] = {
        "@media (max-width: 40rem){.drawing{display:none}.drawing-1{display:block}.swatch-0{background:#",
        ("@media (prefers-color-scheme: dark){.drawing{display:none}.drawing-2{display:block}"
         ".swatch-0{background:#"),
        "<div class=\"drawing drawing-1\" hidden>",
        "<div class=\"drawing drawing-2\" hidden>",
        "<a href=\"#evidence-fra\">France</a>",
        "<li id=\"evidence-fra\">"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i])) fail_msg("no %s", parts[i]);
    free(text);
}

static void a_query_cannot_end_the_style_sheet(void **state) {
    const Setting *desk = *state;
    static const char *const queries[] = {"all{}", "a}b", "</style>", "\\", "\"", "a;b"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        const dateline_variant variant = {desk->scene, desk->style, queries[i]};
        dateline_error error = {0};
        assert_null(embedded(
            state, (dateline_embed_options){.as = "page", .variants = &variant, .variant_count = 1}, &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
    }
}

static void what_a_language_cannot_hold_is_refused(void **state) {
    static const struct {
        dateline_embed_options options;
        const char *message;
    } rows[] = {
        {{.as = "latex", .picture = NULL, .data = false},
         "holds no picture among its markup; a file would be right"},
        {{.as = "typst", .picture = NULL, .data = true}, "holds no picture as data; a file would be right"},
        {{.as = "page", .picture = NULL, .data = true}, "holds no picture as data; svg would be right"},
        {{.as = "word", .picture = NULL, .data = false},
         "no language of documents; html, markdown, latex, asciidoc, typst or page would be right"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dateline_error error = {0};
        assert_null(embedded(state, rows[i].options, &error));
        assert_int_equal(error.status, DATELINE_BAD_USAGE);
        assert_string_equal(error.message, rows[i].message);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_has_picture_words_and_title),
        cmocka_unit_test(a_page_shows_other_drawings_where_their_queries_hold),
        cmocka_unit_test(a_query_cannot_end_the_style_sheet),
        cmocka_unit_test(what_a_language_cannot_hold_is_refused),
    };
    return cmocka_run_group_tests_name("document/embed", tests, set_up, tear_down);
}
