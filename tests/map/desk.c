/* See desk.h. */
#include "desk.h"

#include "map/speech.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

Page desk_open(const char *style) {
    static const dateline_map_options none = {0};
    dateline_error error = {0};
    Page page = {0};
    const Style *look = dateline_style_load("styles", style, &error);
    if (!look || !page_measure(&page, look, &none, &error)) fail_msg("%s: %s", style, error.message);
    page.arena = arena_new();
    page.letters = letters_new("styles/fonts.jsonc", &error);
    if (!page.letters) fail_msg("%s", error.message);
    page.scene = scene_new(&(PageInfo){.width = page.width, .height = page.height});
    if (!page_speak(&page, &(Facts){.language = "en"}, &error)) fail_msg("%s", error.message);
    return page;
}

void desk_close(Page *page) {
    scene_free(page->scene);
    letters_free(page->letters);
    arena_free(page->arena);
    dateline_style_free((Style *)page->style);
}

Facts *desk_facts(const char *json) {
    dateline_error error = {0};
    Facts *facts = dateline_facts_load(json, strlen(json), "facts", &error);
    if (!facts) fail_msg("%s", error.message);
    return facts;
}
