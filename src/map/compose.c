/*
 * Facts, atlas and style into a scene: measure the page, choose the maps, draw them layer by layer. The order
 * of what is drawn is the table of layers and draw_page.
 */
#include "describe.h"
#include "globe.h"
#include "insets.h"
#include "labels.h"
#include "layers.h"
#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const Layer layers[] = {
    {"sea", layer_sea},         {"graticule", layer_graticule}, {"seams", layer_seams},
    {"land", layer_land},       {"cast", layer_cast},           {"lakes", layer_lakes},
    {"borders", layer_borders}, {"struck", layer_struck},       {"disputed", layer_disputed},
    {"small", layer_circles},
};

/* Everything that is needed to compose one page. */
typedef struct Composition {
    Page page;
    const Atlas *atlas;
    const char *other_scale; /* of the shapes, which would suit the map better; NULL where these do */
    Story *story;
    Layout layout;
    Panel panels[1 + MOST_INSETS]; /* the main map first */
    size_t panel_count;
} Composition;

static void draw_layers(Composition *work, const Panel *panel) {
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        const char *id = arena_format(work->page.arena, "%s-%s", panel->id, layers[i].name);
        scene_group(work->page.scene, &(GroupMark){.id = id, .kind = "layer"});
        layers[i].draw(&work->page, panel, work->story, work->atlas);
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
    for (size_t i = 1; i < work->panel_count; i++)
        inset_outline(&work->panels[0], &work->panels[i], &outline);
    *segments = ARENA_ARRAY(work->page.arena, Point, 2 * outline.points.count);
    for (size_t i = 0; i + 1 < outline.points.count; i++) {
        (*segments)[count++] = outline.points.items[i];
        (*segments)[count++] = outline.points.items[i + 1];
    }
    outline_free(&outline);
    return count;
}

static void draw_names(Composition *work, const Panel *panel, Box title) {
    Point *lines = NULL;
    size_t count = panel == work->panels ? locator_lines(work, &lines) : 0;
    if (!work->page.style->map.labels || work->layout.kind == LAYOUT_THUMB) return;
    scene_group(work->page.scene,
                &(GroupMark){.id = arena_format(work->page.arena, "%s-labels", panel->id), .kind = "layer"});
    Page page = work->page;
    page.s *= panel->type;
    labels_draw(&page, panel, work->story, &title, 1, lines, count);
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
    Box title = inset_draw_title(&work->page, panel);
    draw_names(work, panel, title);
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
    legend_draw(&work->page, work->story, &work->layout.legend);
}

/* Fits the frame to fit and shows what of it lies in box. */
static void fill_panel(Composition *work, Panel *panel, const Frame *frame, Box box, Box fit) {
    panel->box = box;
    frame_fit(frame, fit);
    if (panel->framed) projector_clip(frame->projector, box_grown(box, 4 * work->page.line));
    panel_fill(&work->page, panel, work->story, work->atlas);
}

static bool add_insets(Composition *work, const Group *groups, size_t count, dateline_error *error) {
    static const char *const ids[MOST_INSETS] = {"inset-1", "inset-2"};
    for (size_t i = 0; i < count; i++) {
        Frame frame;
        if (!inset_frame(work->atlas, work->story, &groups[i], &frame, error)) return false;
        Panel *panel = &work->panels[work->panel_count++];
        *panel = (Panel){.id = ids[i],
                         .title = inset_title(&work->page, work->story, &groups[i]),
                         .framed = true,
                         .lines = 1,
                         .type = 1,
                         .projector = frame.projector};
        fill_panel(work, panel, &frame, work->layout.insets[i], work->layout.insets[i]);
        frame_free(&frame);
    }
    return true;
}

static bool is_member(const Group *group, size_t country) {
    for (size_t i = 0; i < group->count; i++)
        if (group->members[i] == country) return true;
    return false;
}

/* The panel that names a country: the inset made for it, else the first inset that shows it well, else the
 * main map. */
static size_t panel_naming(const Composition *work, const Group *groups, size_t country) {
    for (size_t i = 1; i < work->panel_count; i++)
        if (is_member(&groups[i - 1], country) && work->panels[i].shapes[country].visible) return i;
    for (size_t i = 1; i < work->panel_count; i++) {
        const Shape *shape = &work->panels[i].shapes[country];
        if (shape->visible && shape->share >= 0.5) return i;
    }
    return 0;
}

/* What an inset shows is named only there. */
static void share_names(Composition *work, const Group *groups) {
    size_t count = work->panels[0].shape_count;
    Point host;
    bool host_shown = false;
    for (size_t i = 0; i < work->panel_count; i++)
        work->panels[i].elsewhere = ARENA_ARRAY(work->page.arena, bool, count);
    for (size_t j = 0; j < count; j++) {
        if (!work->panels[0].marked[j]) continue;
        size_t naming = panel_naming(work, groups, j);
        for (size_t i = 0; i < work->panel_count; i++) work->panels[i].elsewhere[j] = i != naming;
    }
    for (size_t i = work->panel_count; i-- > 0;) {
        work->panels[i].host_elsewhere = host_shown;
        host_shown |= panel_host(&work->panels[i], work->story, &host);
    }
}

/* Which shapes suit a map: below the pixel detail is lost, above a few pixels its lack shows. Only where the
 * caller left the choice. */
static const char *better_scale(const Composition *work, bool insets) {
    static const double EARTH_RADIUS = 6371.0088, FINE = 2.2, COARSE = 45; /* km a CSS pixel */
    double detail = EARTH_RADIUS / projector_scale(work->panels[0].projector) * work->page.line;
    const char *wanted = detail < FINE ? "10m" : detail > COARSE && !insets ? "110m" : "50m";
    return atlas_scale_is_free(work->atlas) && strcmp(wanted, atlas_scale(work->atlas)) != 0 ? wanted : NULL;
}

/* The lowest point of the story on a map. */
static double story_bottom(const Composition *work, const Panel *panel) {
    double bottom = panel->box.top;
    for (size_t i = 0; i < work->story->cast_count; i++) {
        const Shape *shape = &panel->shapes[work->story->cast[i].index];
        if (!outline_is_empty(&shape->part)) bottom = fmax(bottom, outline_box_of(&shape->part).bottom);
    }
    return bottom;
}

/* The main map in its box; where insets cover the south of it, never what has a part in the story. */
static void fill_main(Composition *work, const Frame *frame) {
    Panel *main = &work->panels[0];
    Box box = work->layout.map, fit = work->layout.fit;
    panel_clear(main);
    fill_panel(work, main, frame, box, fit);
    double bottom = story_bottom(work, main);
    if (bottom <= box.bottom || fit.bottom <= box.bottom) return;
    fit.bottom = fit.top + box_height(fit) * box_height(box) / (bottom - box.top) * 0.98;
    panel_clear(main);
    fill_panel(work, main, frame, box, fit.bottom > box.bottom ? fit : box);
}

/* Measures the page for so many insets, and whether other shapes would suit its map better. */
static void lay_out(Composition *work, const Frame *frame, LayoutKind kind, size_t insets) {
    work->layout = layout_measure(&work->page, work->story, kind, insets);
    frame_fit(frame, work->layout.fit);
}

static bool may_have_insets(const Composition *work, const Frame *frame, LayoutKind kind) {
    return frame->world && (kind == LAYOUT_WIDE || kind == LAYOUT_TALL) && work->page.style->map.insets;
}

static bool fill_panels(Composition *work, const Frame *frame, LayoutKind kind, dateline_error *error) {
    Group *groups = ARENA_ARRAY(work->page.arena, Group, MOST_INSETS + 1);
    size_t insets = 0;
    fill_main(work, frame);
    if (may_have_insets(work, frame, kind)) {
        insets =
            insets_find(&work->page, &work->panels[0], work->story, work->atlas, work->layout.insets, groups);
        if (insets < MOST_INSETS) {
            lay_out(work, frame, kind, insets);
            fill_main(work, frame);
        }
    }
    if (!add_insets(work, groups, insets, error)) return false;
    share_names(work, groups);
    return true;
}

static bool is_inside(const Frame *frame, LonLat position, Box box) {
    Point at;
    return project_point(frame->projector, position, &at) && box_contains(box, (Box){at.x, at.y, at.x, at.y});
}

/* Whether a fair share of a country's main part is in the box, by its vertices. */
static bool is_seen(const Composition *work, const Frame *frame, const Country *country, Box box) {
    static const double COARSE = 0.5, LEAST_SHARE = 0.2; /* degrees; of the vertices */
    LonLatArray points = {0};
    size_t inside = 0;
    for (size_t i = 0; i < country->polygon_count; i++)
        if (country->polygons[i].main)
            atlas_ring_points(work->atlas, &country->polygons[i].rings[0], COARSE, &points);
    if (!points.count) array_push(&points, country->label);
    for (size_t i = 0; i < points.count; i++) inside += is_inside(frame, points.items[i], box);
    bool seen = (double)inside >= LEAST_SHARE * (double)points.count;
    array_free(&points);
    return seen;
}

/* A framed map may leave some of the story outside: the legend then counts what is inside. */
static void limit_story(Composition *work, const Frame *frame) {
    Story *story = work->story;
    Box box = work->layout.map;
    bool *seen = ARENA_ARRAY(work->page.arena, bool, story->cast_count), all = true;
    for (size_t i = 0; i < story->cast_count; i++) {
        seen[i] = is_seen(work, frame, story->cast[i].country, box);
        all &= seen[i];
    }
    bool host = story->host_city && is_inside(frame, story->host_city->position, box);
    if (!all || (story->host_city && !host)) story_limit(&work->page, story, seen, host);
}

static bool choose_panels(Composition *work, const dateline_map_options *options, dateline_error *error) {
    Frame frame;
    bool done = frame_choose(&work->page, work->story, work->atlas, options, &frame, error);
    if (done) {
        LayoutKind kind = layout_kind(&work->page, frame.world);
        bool insets = may_have_insets(work, &frame, kind);
        if (options->explain) scene_note(work->page.scene, "%s", frame.reason);
        work->panels[0] = (Panel){.id = "map",
                                  .framed = !frame.world,
                                  .projector = frame.projector,
                                  .type = kind == LAYOUT_REGION ? 1.25 : 1,
                                  .lines = frame.world ? work->page.style->map.lines : 1};
        work->panel_count = 1;
        lay_out(work, &frame, kind, insets ? MOST_INSETS : 0);
        if (!frame.world) {
            limit_story(work, &frame);
            lay_out(work, &frame, kind, 0);
        }
        work->other_scale = better_scale(work, insets);
        done = work->other_scale || fill_panels(work, &frame, kind, error);
    }
    frame_free(&frame);
    return done;
}

static PageInfo page_info(Page *page, const Story *story) {
    return (PageInfo){.width = page->width,
                      .height = page->height,
                      .points_per_unit = page->points_per_unit,
                      .pixels_per_unit = page->pixels_per_unit,
                      .title = story->title,
                      .description = describe_alt(page, story),
                      .language = story->facts->language,
                      .credits = story->source};
}

static bool compose(Composition *work, const Facts *facts, const dateline_map_options *options,
                    dateline_error *error) {
    Page *page = &work->page;
    page->letters = letters_new(NULL, error);
    if (!page->letters) return false;
    page->scene = scene_new(&(PageInfo){.width = page->width, .height = page->height});
    work->story = story_new(page, facts, work->atlas, options, error);
    if (!work->story || !choose_panels(work, options, error)) return false;
    if (work->other_scale) return true;
    PageInfo info = page_info(page, work->story);
    scene_describe(page->scene, &info);
    return true;
}

static void clear(Composition *work) {
    for (size_t i = 0; i < work->panel_count; i++) panel_free(&work->panels[i]);
    letters_free(work->page.letters);
    arena_free(work->page.arena);
}

static Scene *compose_with(const Facts *facts, const Atlas *atlas, const Style *style,
                           const dateline_map_options *options, const char **other_scale,
                           dateline_error *error) {
    Composition work = {.atlas = atlas};
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
