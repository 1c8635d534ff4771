/* See labels.h: which names a panel has, and how they are drawn. */
#include "labels.h"

#include "../base/parallel.h"

#include "orientation.h"
#include "symbols.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Splits at the space nearest the middle. */
static void split(Page *page, Label *label) {
    size_t size = strlen(label->text), best = 0;
    for (size_t i = 1; i + 1 < size; i++) {
        bool nearer =
            llabs((long long)(2 * i) - (long long)size) < llabs((long long)(2 * best) - (long long)size);
        if (label->text[i] == ' ' && (best == 0 || nearer)) best = i;
    }
    if (best == 0) return;
    label->lines[0] = arena_text_part(page->arena, label->text, best);
    label->lines[1] = arena_text(page->arena, label->text + best + 1);
    for (int i = 0; i < 2; i++)
        label->line_widths[i] = letters_measure(page->letters, &label->font, label->lines[i]).width;
}

Label label_new(Page *page, const TypeStyle *type, const char *text, Point anchor, double weight) {
    Label label = {.text = text,
                   .type = type,
                   .font = page_font(page, type),
                   .own = -1,
                   .anchor = anchor,
                   .weight = weight,
                   .placed = -1};
    TextSize size = letters_measure(page->letters, &label.font, text);
    label.width = size.width;
    label.height = label.font.size * 1.05;
    split(page, &label);
    return label;
}

static bool is_named_here(const Panel *panel, size_t index) {
    return panel->shapes[index].visible && !(panel->elsewhere && panel->elsewhere[index]);
}

static void add_cast(Page *page, LabelSet *set, const Story *story) {
    const Panel *panel = set->panel;
    const LabelStyle *weights = &page->style->labels;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        size_t index = cast->index;
        const Shape *shape = &panel->shapes[index];
        if (!is_named_here(panel, index)) continue;
        Label label = label_new(page, &page->style->text.country, cast->name, shape->center,
                                cast->overlay ? weights->struck : weights->part);
        label.id = cast->country->code;
        label.own = (int)index;
        label.cast = label.under = cast;
        label.pill = page->style->map.pills ? cast->pill : NULL;
        if (label.pill) symbol_pill_size(page, label.pill, &label.pill_width, &label.pill_height);
        label.pill_scale = cast->pill_scale;
        label.depth = shape->depth;
        label.radius = shape->circle ? shape->radius : 0;
        label.has_dot = !shape->circle;
        label.weight += fmin(50, sqrt(shape->area) / page->s); /* the larger, the sooner */
        array_push(&set->items, label);
    }
}

/* The city alone where the panel is narrow: the legend says what the ring is. */
static const char *host_text(Page *page, const Panel *panel, const Story *story) {
    static const double MOST_OF_PANEL = 0.29;
    Font font = page_font(page, &page->style->text.city);
    double width = letters_measure(page->letters, &font, story->host_label).width;
    bool narrow = width > MOST_OF_PANEL * box_width(panel->box);
    return narrow && page->style->legend.shown ? story->facts->host.place : story->host_label;
}

static void add_host(Page *page, LabelSet *set, const Story *story) {
    Point point;
    if (!panel_host(set->panel, story, &point)) return;
    Label label = label_new(page, &page->style->text.city, host_text(page, set->panel, story), point,
                            page->style->labels.host);
    label.id = "host";
    label.is_city = true;
    label.own = raster_at(set->panel->raster, point);
    label.under = label.own >= 0 ? story_find(story, story->countries[label.own]) : NULL;
    label.radius = symbol_host_radius(page) * 1.2;
    array_push(&set->items, label);
}

static int by_weight(const void *a, const void *b) {
    const Label *first = a, *second = b;
    if (first->weight != second->weight) return first->weight > second->weight ? -1 : 1;
    return strcmp(first->id, second->id);
}

static void add_obstacle(LabelSet *set, Point at, double radius, const Label *owner) {
    Box box = box_grown((Box){at.x, at.y, at.x, at.y}, radius);
    array_push(&set->obstacles.boxes, (Obstacle){box, owner});
}

/* The host's ring on a small country's circle takes its place: lines to the country end on its rim. */
static void make_room_for_ring(const LabelSet *set, Label *label) {
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *city = &set->items.items[i];
        double distance = hypot(city->anchor.x - label->anchor.x, city->anchor.y - label->anchor.y);
        if (city->is_city && distance < city->radius)
            label->radius = fmax(label->radius, city->radius + distance);
    }
}

/* The symbols of those who are named here, and the circles of those who are named in another panel. */
static void add_symbol_obstacles(Page *page, LabelSet *set, const Story *story) {
    const Panel *panel = set->panel;
    for (size_t i = 0; i < set->items.count; i++) {
        Label *label = &set->items.items[i];
        if (label->radius > 0 && !label->is_city) make_room_for_ring(set, label);
        if (label->radius > 0) add_obstacle(set, label->anchor, label->radius + page->line, label);
    }
    for (size_t i = 0; i < story->cast_count; i++) {
        size_t index = story->cast[i].index;
        const Shape *shape = &panel->shapes[index];
        if (shape->circle && !is_named_here(panel, index))
            add_obstacle(set, shape->center, shape->radius + page->line, NULL);
    }
}

static bool *find_struck(Page *page, const Panel *panel, const Story *story) {
    bool *struck = ARENA_ARRAY(page->arena, bool, panel->shape_count);
    for (size_t i = 0; i < story->cast_count; i++)
        struck[story->cast[i].index] = story->cast[i].overlay != NULL;
    return struck;
}

/* Counts the ground once, so that each of the many candidates costs a few look-ups. */
static void survey(Page *page, LabelSet *set) {
    const Raster *raster = set->panel->raster;
    set->nothing = raster_tally(page->arena, raster, box_grown(raster->box, raster->cell), RASTER_NOTHING);
    set->marked = raster_tally_marked(page->arena, raster, set->panel->marked);
    set->lines =
        raster_tally_lines(page->arena, raster, set->obstacles.lines.items, set->obstacles.lines.count);
    for (size_t i = 0; i < set->items.count; i++) {
        Label *label = &set->items.items[i];
        if (label->own < 0) continue;
        Box box = box_grown(outline_box_of(&set->panel->shapes[label->own].part), raster->cell);
        label->ground = raster_tally(page->arena, raster, box, label->own);
    }
}

/* Countries that this panel ought to name but that lie outside of it: another panel would have named them. */
static void note_outside(Page *page, const Panel *panel, const Story *story) {
    for (size_t i = 0; i < story->cast_count; i++) {
        size_t index = story->cast[i].index;
        bool elsewhere = panel->elsewhere && panel->elsewhere[index];
        if (!elsewhere && !panel->shapes[index].visible)
            scene_note(page->scene, "outside of the map: %s", story->cast[i].name);
    }
}

/* Among very many names a reader cannot follow leaders across the map: short ones only, and whoever finds no
 * place by them goes without. */
static void measure_crowd(const Page *page, LabelSet *set) {
    static const double LEAST_ROOM = 24, SHORT = 3.5; /* squares of s for each name; multiples of s */
    double room = box_width(set->panel->box) * box_height(set->panel->box) / (page->s * page->s);
    size_t names = 0;
    for (size_t i = 0; i < set->items.count; i++) names += set->items.items[i].cast != NULL;
    set->crowded = room < LEAST_ROOM * (double)names;
    set->longest = page->s * (set->crowded ? SHORT : page->style->leader.longest);
}

/* Who has found no place gets more to choose from. */
static void last_resort(Page *page, LabelSet *set) {
    bool any = false;
    if (set->crowded) return;
    for (size_t i = 0; i < set->items.count; i++) {
        Label *label = &set->items.items[i];
        if (label->placed >= 0 || !label->cast) continue;
        label_find_resort(page, set, label);
        any = true;
    }
    if (any) labels_solve(page, set);
}

static void note_unplaced(Page *page, const LabelSet *set) {
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *label = &set->items.items[i];
        if (label->placed < 0 && (label->cast || label->is_city))
            scene_note(page->scene, "no room on the map for the name of %s", label->text);
    }
}

typedef struct Candidacy {
    const Page *page;
    LabelSet *set;
} Candidacy;

static void find_for_one(void *work, size_t index, size_t worker) {
    const Candidacy *candidacy = work;
    (void)worker;
    label_find_candidates(candidacy->page, candidacy->set, &candidacy->set->items.items[index]);
}

/* No label asks where another stands yet, so they may be looked at all at once. */
static void find_candidates(const Page *page, LabelSet *set) {
    Candidacy candidacy = {page, set};
    parallel_run(parallel_workers(page->threads), set->items.count, find_for_one, &candidacy);
}

void labels_draw(Page *page, const Panel *panel, const Story *story, const Atlas *atlas, const Box *kept_free,
                 size_t kept_free_count, const Point *lines, size_t line_count) {
    LabelSet set = {.panel = panel, .struck = find_struck(page, panel, story)};
    set.obstacles.bounds = box_grown(panel->box, -page->s * (panel->framed ? 0.4 : 0));
    for (size_t i = 0; i < kept_free_count; i++)
        array_push(&set.obstacles.boxes, (Obstacle){kept_free[i], NULL});
    for (size_t i = 0; i < line_count; i++) array_push(&set.obstacles.lines, lines[i]);
    add_host(page, &set, story);
    places_add(page, &set, story);
    add_cast(page, &set, story);
    add_neighbours(page, &set, story);
    add_seas(page, &set, atlas);
    if (set.items.count) qsort(set.items.items, set.items.count, sizeof *set.items.items, by_weight);
    add_symbol_obstacles(page, &set, story);
    survey(page, &set);
    measure_crowd(page, &set);
    find_candidates(page, &set);
    labels_solve(page, &set);
    last_resort(page, &set);
    labels_align(page, &set);
    capitals_add(page, &set, story);
    connectors_draw(page, &set, story);
    places_mark(page, &set, story);
    labels_mark(page, &set, story);
    note_unplaced(page, &set);
    note_outside(page, panel, story);
    for (size_t i = 0; i < set.items.count; i++) array_free(&set.items.items[i].candidates);
    array_free(&set.items);
    array_free(&set.obstacles.boxes);
    array_free(&set.obstacles.lines);
}
