/*
 * Facts, atlas and style into a scene: measure the page, choose the maps, draw them layer by layer. The order
 * of what is drawn is the table of layers and draw_page.
 */
#include "composition.h"
#include "describe.h"
#include "globe.h"
#include "identity.h"
#include "labels.h"
#include "layers.h"
#include "scale_bar.h"
#include "speech.h"

#include <string.h>

/* By the numbers that LAYER_NAMES gives them; the style says in which order they are drawn. */
static const Layer layers[MOST_LAYERS] = {
    {"sea", layer_sea},         {"graticule", layer_graticule}, {"seams", layer_seams},
    {"land", layer_land},       {"cast", layer_cast},           {"lakes", layer_lakes},
    {"borders", layer_borders}, {"struck", layer_struck},       {"disputed", layer_disputed},
    {"small", layer_circles},
};

static void draw_layers(Composition *work, const Panel *panel) {
    const LayerOrder *order = &work->page.style->layers;
    for (int i = 0; i < order->count; i++) {
        const Layer *layer = &layers[order->items[i]];
        const char *id = arena_format(work->page.arena, "%s-%s", panel->id, layer->name);
        scene_group(work->page.scene, &(GroupMark){.id = id, .kind = "layer"});
        layer->draw(&work->page, panel, work->story, work->atlas);
        scene_end(work->page.scene);
    }
}

static void draw_frame(Composition *work, const Panel *panel) {
    Outline frame = {0};
    outline_box(&frame, panel->box);
    scene_path(work->page.scene, &frame, (Fill){0}, page_pen(&work->page, work->page.style->frame, 1));
    outline_free(&frame);
}

/* The locator boxes of the insets as segments that names keep off. */
static size_t locator_lines(const Composition *work, Point **segments) {
    Outline outline = {0};
    size_t count = 0;
    for (size_t i = 1; i < work->panel_count; i++) {
        inset_locator(&work->panels[0], &work->panels[i], &outline);
        inset_leader(&work->page, &work->panels[0], &work->panels[i], &outline);
    }
    *segments = ARENA_ARRAY(work->page.arena, Point, 2 * outline.points.count);
    const Point *next = outline.points.items;
    for (size_t i = 0; i < outline.verbs.count; i++) {
        if (outline.verbs.items[i] == OUTLINE_CLOSE) continue;
        if (outline.verbs.items[i] == OUTLINE_LINE) {
            (*segments)[count++] = next[-1];
            (*segments)[count++] = next[0];
        }
        next++;
    }
    outline_free(&outline);
    return count;
}

static void draw_names(Composition *work, const Panel *panel, const Box signs[2]) {
    Point *lines = NULL;
    size_t count = panel == work->panels ? locator_lines(work, &lines) : 0;
    if (!work->page.style->map.labels || work->layout.kind == LAYOUT_THUMB) return;
    scene_group(work->page.scene,
                &(GroupMark){.id = arena_format(work->page.arena, "%s-labels", panel->id), .kind = "layer"});
    Page page = work->page;
    page.s *= panel->type;
    labels_draw(&page, panel, work->story, work->atlas, signs, 2, lines, count);
    scene_end(work->page.scene);
}

static void draw_panel(Composition *work, const Panel *panel) {
    GroupMark group = {.id = panel->id, .kind = panel == work->panels ? "map" : "inset"};
    if (panel->framed) outline_box(&group.clip, panel->box);
    scene_group(work->page.scene, &group);
    draw_layers(work, panel);
    scene_end(work->page.scene);
    outline_free(&group.clip);
    if (panel == work->panels)
        for (size_t i = 1; i < work->panel_count; i++)
            inset_draw_locator(&work->page, panel, &work->panels[i]);
    if (panel->framed && work->layout.kind != LAYOUT_BARE) draw_frame(work, panel);
    Box title = inset_draw_title(&work->page, panel), scale = BOX_EMPTY;
    if (work->layout.kind != LAYOUT_BARE) scale = scale_bar_draw(&work->page, panel, title);
    composition_step(work, "layers");
    draw_names(work, panel, (Box[2]){title, scale});
    composition_step(work, "labels");
}

static void draw_page(Composition *work) {
    const Page *page = &work->page;
    Outline sheet = {0};
    outline_box(&sheet, (Box){0, 0, page->width, page->height});
    scene_path(page->scene, &sheet, (Fill){.colour = page->style->page.colour}, (Pen){0});
    outline_free(&sheet);
    for (size_t i = 0; i < work->panel_count; i++) draw_panel(work, &work->panels[i]);
    if (work->layout.kind == LAYOUT_BARE) return;
    if (!box_is_empty(work->layout.globe))
        globe_draw(&work->page, &work->panels[0], work->atlas, work->layout.globe);
    caption_draw(&work->page, &work->layout.caption);
    legend_draw(&work->page, &work->layout.legend);
    roster_draw(&work->page, &work->layout.roster);
    composition_step(work, "legend");
}

static PageInfo page_info(Page *page, const Story *story) {
    return (PageInfo){.width = page->width,
                      .height = page->height,
                      .points_per_unit = page->points_per_unit,
                      .pixels_per_unit = page->pixels_per_unit,
                      .title = story->title,
                      .description = describe_alt(page, story),
                      .language = page->language,
                      .credits = story->source};
}

/* A font that is not there must not change a map in silence. */
static void tell_fonts(const Page *page) {
    for (size_t i = 0; i < STYLE_TYPES; i++) {
        const char *family = style_type(page->style, i)->font.family;
        bool told = letters_has_family(page->letters, family);
        for (size_t j = 0; j < i; j++) told |= !strcmp(style_type(page->style, j)->font.family, family);
        if (!told)
            scene_note(page->scene,
                       "the font %s is not among those of styles/fonts.jsonc; Noto Sans stands in", family);
    }
}

static bool compose(Composition *work, const Facts *facts, const dateline_map_options *options,
                    dateline_error *error) {
    Page *page = &work->page;
    page->letters = fonts_take(page->style->fonts, "en", error);
    if (!page->letters) return false;
    page->scene = scene_new(&(PageInfo){.width = page->width, .height = page->height});
    scene_keep_fonts(page->scene, page->style->fonts);
    tell_fonts(page);
    if (!page_speak(page, facts, error)) return false;
    work->story = story_new(page, facts, work->atlas, options, error);
    if (!work->story) return false;
    composition_step(work, "story");
    if (!composition_choose(work, options, error)) return false;
    if (work->other_scale) return true;
    PageInfo info = page_info(page, work->story);
    if (!identity_fill(page, work->story, work->atlas, options, &info, error)) return false;
    scene_describe(page->scene, &info);
    return true;
}

static void clear(Composition *work) {
    for (size_t i = 0; i < work->panel_count; i++) panel_free(&work->panels[i]);
    fonts_give(work->page.style->fonts, work->page.letters);
    arena_free(work->page.arena);
}

static Scene *compose_with(const Facts *facts, const Atlas *atlas, const Style *style,
                           const dateline_map_options *options, const char **other_scale,
                           dateline_error *error) {
    Composition work = {.atlas = atlas, .options = options};
    work.page.arena = arena_new();
    bool done = page_measure(&work.page, style, options, error) && compose(&work, facts, options, error);
    if (done && !work.other_scale) draw_page(&work);
    *other_scale = work.other_scale;
    clear(&work);
    if (done && !work.other_scale) return work.page.scene;
    scene_free(work.page.scene);
    return NULL;
}

dateline_scene *dateline_compose(const dateline_facts *facts, const dateline_atlas *atlas,
                                 const dateline_style *style, const dateline_map_options *options,
                                 dateline_error *error) {
    static const dateline_map_options none = {0};
    const char *other = NULL;
    if (!options) options = &none;
    Scene *scene = compose_with(facts, atlas, style, options, &other, error);
    if (!other) return scene;
    Atlas *better = atlas_at_scale(atlas, other, error);
    if (!better) return NULL;
    scene = compose_with(facts, better, style, options, &other, error);
    dateline_atlas_free(better);
    return scene;
}
