/* See composition.h: which maps a page shows. The layout is measured for as many insets as there may be, the
 * main map tells how many help, and the rest follows. */
#include "circles.h"
#include "composition.h"
#include "labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Fits the frame to fit and shows what of it lies in box. */
static void fill_panel(Composition *work, Panel *panel, Frame *frame, Box box, Box fit) {
    panel->box = box;
    frame_fit(frame, fit);
    if (panel->framed) projector_clip(frame->projector, box_grown(box, 4 * work->page.line));
    panel_fill(&work->page, panel, work->story, work->atlas);
}

/* The names on a map that has the page to itself are larger; under the large type of a tall page those on its
 * several maps a little smaller. */
static double type_factor(const Page *page, LayoutKind kind) {
    enum { LARGE = 18 }; /* pixels */
    if (kind == LAYOUT_REGION) return page->style->map.region_type;
    return kind == LAYOUT_TALL && page->pixels && page->s > LARGE ? 0.88 : 1;
}

/* Two maps under one name would be taken for one another: the second goes without. */
static const char *title_for(Composition *work, const Group *group) {
    const char *title = inset_title(&work->page, work->story, group);
    for (size_t i = 1; title && i < work->panel_count; i++)
        if (work->panels[i].title && !strcmp(work->panels[i].title, title)) return NULL;
    return title;
}

/* An inset that has a column to itself is no higher than what it shows. */
static void shorten_inset(Composition *work, Frame *frame) {
    static const double LEAST = 0.5;
    Box *box = &work->layout.insets[0];
    if (work->layout.kind != LAYOUT_WIDE || work->layout.inset_count != 1) return;
    frame_fit(frame, *box);
    double wanted = box_height(frame_extent(frame)) / (1 - 2 * frame->margin);
    box->bottom = fmin(box->bottom, box->top + fmax(wanted, LEAST * box_height(*box)));
}

static bool add_insets(Composition *work, Group *groups, size_t count, dateline_error *error) {
    static const char *const ids[MOST_INSETS] = {"inset-1", "inset-2"};
    bool *taken = ARENA_ARRAY(work->page.arena, bool, work->story->country_count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < groups[i].count; j++) taken[groups[i].members[j]] = true;
    for (size_t i = 0; i < count; i++) {
        Frame frame;
        if (!inset_frame(&work->page.style->insets, work->atlas, work->story, &groups[i], taken,
                         work->layout.insets[i], &frame, error))
            return false;
        shorten_inset(work, &frame);
        const char *title = title_for(work, &groups[i]);
        Panel *panel = &work->panels[work->panel_count++];
        *panel = (Panel){.id = ids[i],
                         .title = title,
                         .framed = true,
                         .lines = 1,
                         .type = type_factor(&work->page, work->layout.kind),
                         .projector = frame.projector};
        Box box = work->layout.insets[i];
        fill_panel(work, panel, &frame, box, inset_fit(&work->page, work->story, &groups[i], &frame, box));
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
        if (shape->visible && (shape->circle || shape->share >= 0.5)) return i;
    }
    return 0;
}

/* What an inset shows well needs a circle on the main map only where there is nothing else to be seen. */
static void drop_circles(Composition *work) {
    static const double UNSEEN = 0.25; /* of the area below which there are circles */
    const Panel *main = &work->panels[0];
    for (size_t i = 0; i < main->shape_count; i++) {
        Shape *shape = &main->shapes[i];
        if (main->host_elsewhere) shape->radius = circles_radius(&work->page, main);
        if (shape->circle && main->elsewhere[i] &&
            shape->area > UNSEEN * circles_small_area(&work->page, main))
            shape->circle = false;
    }
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

/* The coarse outline of what a country's look is drawn on; its far specks do not hold a map back. */
static void add_outline(const Composition *work, const Country *country, LonLatArray *points) {
    enum { SMALLEST = 8000 };         /* square kilometres */
    static const double COARSE = 0.3; /* degrees */
    for (size_t i = 0; i < country->polygon_count; i++) {
        const Polygon *polygon = &country->polygons[i];
        if (polygon->main || (!polygon->overseas && polygon->area > SMALLEST))
            atlas_ring_points(work->atlas, &polygon->rings[0], COARSE, points);
    }
}

/* The lowest point of the story on the page. */
static double story_bottom(const Composition *work, const Frame *frame) {
    LonLatArray points = {0};
    double bottom = work->layout.map.top;
    Point at;
    for (size_t i = 0; i < work->story->cast_count; i++)
        add_outline(work, work->story->cast[i].country, &points);
    for (size_t i = 0; i < points.count; i++)
        if (project_point(frame->projector, points.items[i], &at)) bottom = fmax(bottom, at.y);
    array_free(&points);
    return bottom;
}

/* Moves the insets' upper edges to where the story ends. They may cover the south of the map, but never what
 * has a part in the story: where there is no room for both the map shrinks until that is clear. */
static void make_room_for_insets(Composition *work, Frame *frame) {
    enum { STEPS = 12 };
    Layout *layout = &work->layout;
    Box *fit = &layout->fit;
    for (int i = 1; i <= STEPS; i++) {
        frame_fit(frame, *fit);
        double bottom = story_bottom(work, frame) + work->page.s * work->page.style->layout.tall.gap;
        layout_move_foot(&work->page, layout, bottom);
        if (bottom <= layout->map.bottom || fit->bottom <= layout->map.bottom) return;
        fit->bottom =
            i + 1 >= STEPS ? layout->map.bottom : fit->bottom + (layout->map.bottom - fit->bottom) * 0.15;
    }
}

/* A map lower than its room stands high in it, so that the boxes of the insets face the column beside it. */
static void raise_map(Composition *work, Frame *frame) {
    static const double RAISED = 0.5; /* of the room above it */
    Layout *layout = &work->layout;
    frame_fit(frame, layout->fit);
    Box extent = frame_extent(frame);
    double above = extent.top - layout->fit.top;
    if (above > 0) layout->fit.bottom -= 2 * RAISED * above;
}

static void fill_main(Composition *work, Frame *frame) {
    Panel *main = &work->panels[0];
    if (work->layout.kind == LAYOUT_WIDE && work->layout.inset_count) raise_map(work, frame);
    if (work->layout.kind == LAYOUT_TALL && work->layout.inset_count) make_room_for_insets(work, frame);
    panel_clear(main);
    fill_panel(work, main, frame, work->layout.map, work->layout.fit);
}

/* Measures the page for so many insets, and whether other shapes would suit its map better. */
static void lay_out(Composition *work, Frame *frame, LayoutKind kind, size_t insets) {
    work->layout = layout_measure(&work->page, work->story, kind, insets);
    frame_fit(frame, work->layout.fit);
}

static bool may_have_insets(const Composition *work, const Frame *frame, LayoutKind kind) {
    const Style *style = work->page.style;
    return frame->world && kind != LAYOUT_THUMB && kind != LAYOUT_BARE && style->map.insets &&
           insets_most(&work->page) > 0;
}

/* Whether a map other than that of the whole world marks a place of a strike. */
static bool marks_places(const Story *story, const Group *groups, size_t insets) {
    for (size_t i = 0; i < story->place_count; i++)
        for (size_t j = 0; j < insets; j++)
            if (is_member(&groups[j], story->places[i].country)) return true;
    return false;
}

/* The places of strikes that no panel marks. */
static void note_unmarked(const Composition *work) {
    Point at;
    for (size_t i = 0; i < work->story->place_count; i++) {
        bool marked = false;
        for (size_t j = 0; j < work->panel_count; j++)
            marked |= place_shown(&work->panels[j], &work->story->places[i], &at);
        if (!marked)
            scene_note(work->page.scene, "the map is too small to mark %s; --frame targets would show it",
                       work->story->places[i].name);
    }
}

/* Those that the main map asks for, at most so many: where names crowd, then what it cannot show. */
static size_t find_insets(Composition *work, size_t most, Group *groups) {
    Page *page = &work->page;
    const Panel *main = &work->panels[0];
    const Box *boxes = work->layout.insets;
    size_t count = insets_find(page, main, work->story, work->atlas, boxes, most, groups);
    if (count < most && insets_add_places(page, main, work->story, work->atlas, boxes[0], groups, count))
        count++;
    bool beside = work->layout.kind == LAYOUT_WIDE; /* under the map an inset would lie on Antarctica */
    if (beside && count < most && insets_add_antarctica(page, main, work->story, groups, count)) count++;
    return count;
}

static bool fill_panels(Composition *work, Frame *frame, LayoutKind kind, dateline_error *error) {
    Group *groups = ARENA_ARRAY(work->page.arena, Group, MOST_INSETS + 1);
    size_t insets = 0, most = work->layout.inset_count;
    fill_main(work, frame);
    if (may_have_insets(work, frame, kind)) insets = find_insets(work, most, groups);
    bool dropped =
        frame->world && !marks_places(work->story, groups, insets) && story_drop_places(work->story);
    if (insets < most || dropped) {
        lay_out(work, frame, kind, insets);
        fill_main(work, frame);
    }
    composition_step(work, "panels");
    if (!add_insets(work, groups, insets, error)) return false;
    share_names(work, groups);
    drop_circles(work);
    if (kind != LAYOUT_THUMB) note_unmarked(work);
    composition_step(work, "insets");
    return true;
}

static bool is_inside(const Frame *frame, LonLat position, Box box) {
    Point at;
    return project_point(frame->projector, position, &at) && box_contains(box, (Box){at.x, at.y, at.x, at.y});
}

/* A framed map may leave some of the story outside: the legend then counts what is inside. */
static void limit_story(Composition *work, Frame *frame) {
    static const double LEAST_SHARE = 0.2;
    Story *story = work->story;
    Box box = work->layout.map;
    bool *seen = ARENA_ARRAY(work->page.arena, bool, story->cast_count), all = true;
    for (size_t i = 0; i < story->cast_count; i++) {
        seen[i] = frame_share_inside(frame, work->atlas, story->cast[i].country, box) >= LEAST_SHARE;
        all &= seen[i];
    }
    bool host = story->host_city && is_inside(frame, *story->host_city, box);
    if (!all || (story->host_city && !host)) story_limit(&work->page, story, seen, host);
}

bool composition_choose(Composition *work, const dateline_map_options *options, dateline_error *error) {
    Frame frame;
    bool done = frame_choose(&work->page, work->story, work->atlas, options, &frame, error);
    if (done) {
        LayoutKind kind = layout_kind(&work->page, frame.world);
        bool insets = may_have_insets(work, &frame, kind);
        if (options->explain) scene_note(work->page.scene, "%s", frame.reason);
        work->panels[0] = (Panel){.id = "map",
                                  .framed = !frame.world,
                                  .projector = frame.projector,
                                  .region = kind == LAYOUT_REGION,
                                  .type = type_factor(&work->page, kind),
                                  .lines = frame.world ? work->page.style->map.lines : 1};
        work->panel_count = 1;
        lay_out(work, &frame, kind, insets ? insets_most(&work->page) : 0);
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
