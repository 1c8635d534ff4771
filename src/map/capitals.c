/* See labels.h. Capitals that the article names: a small dot and a name, dimmer than everybody else's and set
 * last, where the map is a region's or an inset and nothing is in the way. What finds no place is left out
 * without a word. */
#include "labels.h"

#include <math.h>

enum { SPOKES = 8 };

static double dot_radius(const Page *page) {
    return page->style->leader.dot * page->line * 1.2;
}

static Box box_about(Point at, double radius) {
    return (Box){at.x - radius, at.y - radius, at.x + radius, at.y + radius};
}

/* ---- whether a place is free */

static bool meets_leader(const Candidate *candidate, Box box) {
    return (candidate->leader && segment_meets_box(candidate->from, candidate->to, box)) ||
           (candidate->pill_leader && segment_meets_box(candidate->pill_from, candidate->pill_to, box));
}

static bool meets_label(const Page *page, const LabelSet *set, Box box) {
    Box wider = box_grown(box, page->s * 0.3);
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *label = &set->items.items[i];
        if (label->placed < 0) continue;
        const Candidate *candidate = &label->candidates.items[label->placed];
        if (box_overlaps(candidate->text, wider) || meets_leader(candidate, wider)) return true;
        if (!box_is_empty(candidate->pill) && box_overlaps(candidate->pill, wider)) return true;
    }
    return false;
}

static bool is_free(const Page *page, const LabelSet *set, Box box) {
    if (!box_contains(set->obstacles.bounds, box) || meets_label(page, set, box)) return false;
    for (size_t i = 0; i < set->obstacles.boxes.count; i++)
        if (box_overlaps(set->obstacles.boxes.items[i].box, box_grown(box, page->s * 0.1))) return false;
    for (size_t i = 0; i + 1 < set->obstacles.lines.count; i += 2)
        if (segment_meets_box(set->obstacles.lines.items[i], set->obstacles.lines.items[i + 1], box))
            return false;
    return true;
}

/* A name lies on its country or on water, never across a coast or a border. */
static bool lies_well(const LabelSet *set, const StoryPlace *capital, Box text) {
    double side = (text.bottom - text.top) * 0.2; /* letters near a coast seem to cross it */
    text.left -= side, text.right += side;
    Cover cover = raster_cover(set->panel->raster, text, (int)capital->country, set->panel->marked);
    return cover.own > 0.98 || cover.nothing > 0.98;
}

/* ---- setting and drawing */

/* Right of the dot before left of it, beside before above and below. */
static bool set_name(const Page *page, const LabelSet *set, const StoryPlace *capital, Point at,
                     const Label *label, Box *text) {
    static const int turns[SPOKES][2] = {{1, 0},   {-1, 0}, {1, -1}, {1, 1},
                                         {-1, -1}, {-1, 1}, {0, -1}, {0, 1}};
    double gap = dot_radius(page) + page->s * 0.3;
    for (int i = 0; i < SPOKES; i++) {
        double x = at.x + turns[i][0] * (gap + label->width / 2) * (turns[i][1] ? 0.9 : 1),
               y = at.y + turns[i][1] * (gap + label->height / 2) * (turns[i][0] ? 0.6 : 1);
        *text =
            (Box){x - label->width / 2, y - label->height / 2, x + label->width / 2, y + label->height / 2};
        if (is_free(page, set, *text) && lies_well(set, capital, *text)) return true;
    }
    return false;
}

/* As a label like the others, so that the next keeps clear of it. */
static void add_placed(LabelSet *set, Label label, Box text) {
    Candidate candidate = {.inside = true, .text = text, .pill = BOX_EMPTY, .setting = {false, 1}};
    candidate_set_reach(&candidate);
    array_push(&label.candidates, candidate);
    label.placed = 0;
    array_push(&set->items, label);
}

static void draw_dot(Page *page, const Label *label, Point at) {
    const RoleLook *look =
        label->under ? label->under->overlay ? label->under->overlay : label->under->look : NULL;
    Outline dot = {0};
    Colour colour = look ? look->label : label->type->colour;
    Pen ring = {page->style->leader.casing.colour, page->style->leader.edge * page->line, {0}};
    outline_circle(&dot, at, dot_radius(page));
    scene_path(page->scene, &dot, (Fill){.colour = colour}, look && !look->fill.hatched ? (Pen){0} : ring);
    outline_free(&dot);
}

void capitals_add(Page *page, LabelSet *set, const Story *story) {
    Point at;
    Box text;
    if (set->crowded) return;
    for (size_t i = 0; i < story->capital_count; i++) {
        const StoryPlace *capital = &story->capitals[i];
        if (!place_shown(set->panel, capital, &at)) continue;
        Box dot = box_about(at, dot_radius(page));
        if (!is_free(page, set, dot)) continue;
        Label label = label_new(page, &page->style->text.neighbour, capital->name, at, 0);
        label.id = arena_format(page->arena, "capital-%zu", i + 1);
        label.is_city = true;
        label.own = raster_at(set->panel->raster, at);
        if (label.own != (int)capital->country || !set_name(page, set, capital, at, &label, &text)) continue;
        label.under = story_find(story, story->countries[label.own]);
        scene_group(page->scene,
                    &(GroupMark){.id = arena_format(page->arena, "%s-%s", set->panel->id, label.id),
                                 .kind = "capital",
                                 .title = capital->name});
        draw_dot(page, &label, at);
        scene_end(page->scene);
        add_placed(set, label, text);
        array_push(&set->obstacles.boxes, (Obstacle){dot, NULL});
    }
}
