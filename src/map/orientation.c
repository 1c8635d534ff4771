/* See orientation.h. */
#include "orientation.h"

#include "speech.h"

#include <math.h>
#include <string.h>

static bool is_inset(const Panel *panel) {
    return strcmp(panel->id, "map") != 0;
}

/* Notes that a country of the story lies beside another; pairs says which are counted. */
static void note_touch(const Panel *panel, int here, int there, bool *pairs, int *counts) {
    if (here < 0 || there < 0 || !panel->marked[there]) return;
    bool *known = &pairs[(size_t)here * panel->shape_count + (size_t)there];
    counts[here] += !*known;
    *known = true;
}

/* How many countries of the story each country touches, as far as the panel shows it. */
static const int *count_touching(Page *page, const Panel *panel) {
    const Raster *raster = panel->raster;
    int *counts = ARENA_ARRAY(page->arena, int, panel->shape_count);
    bool *pairs = ARENA_ARRAY(page->arena, bool, panel->shape_count * panel->shape_count);
    for (int row = 1; row < raster->rows; row++)
        for (int column = 1; column < raster->columns; column++) {
            const int16_t *cell = &raster->cells[(size_t)row * (size_t)raster->columns + (size_t)column];
            const int beside[2] = {cell[-1], cell[-raster->columns]};
            for (int i = 0; i < 2; i++) {
                if (beside[i] == *cell) continue;
                note_touch(panel, *cell, beside[i], pairs, counts);
                note_touch(panel, beside[i], *cell, pairs, counts);
            }
        }
    return counts;
}

/* Countries without a part that help the eye to find its way: only on framed maps, only where the name fits
 * inside; in an inset, which is small, only those that lie between countries of the story. */
void add_neighbours(Page *page, LabelSet *set, const Story *story) {
    const Panel *panel = set->panel;
    double least = page->s * page->s * page->style->labels.room;
    if (!panel->framed) return;
    const int *touching = is_inset(panel) ? count_touching(page, panel) : NULL;
    for (size_t i = 0; i < panel->shape_count; i++) {
        const Shape *shape = &panel->shapes[i];
        const Country *country = story->countries[i];
        Point center;
        double depth;
        if (panel->marked[i] || (touching && touching[i] < 2)) continue;
        if (outline_area(&shape->part) < least) continue;
        if (!inner_point(&shape->part, page->s / 4, &center, &depth)) continue;
        Label label = label_new(page, &page->style->text.neighbour, speech_name(page, country), center,
                                page->style->labels.neighbour);
        label.id = country->code;
        label.own = (int)i;
        label.depth = depth;
        label.inside_only = true;
        array_push(&set->items, label);
    }
}

/* The first of a sea's places that the panel shows, well inside of it. */
static bool find_place(const Panel *panel, const Sea *sea, double inward, Point *at) {
    Box box = box_grown(panel->box, -inward);
    for (size_t i = 0; i < sea->place_count; i++)
        if (project_point(panel->projector, sea->places[i], at) &&
            box_contains(box, (Box){at->x, at->y, at->x, at->y}))
            return true;
    return false;
}

/* Only on framed maps, which have a sea of their own; in an inset only a sea that is wide there. */
void add_seas(Page *page, LabelSet *set, const Atlas *atlas) {
    static const double DEGREE = 3.14159265358979323846 / 180, FAR = 5, WIDE = 6; /* multiples of s */
    const Panel *panel = set->panel;
    if (!panel->framed || !page->style->map.seas) return;
    for (size_t i = 0; i < atlas_sea_count(atlas); i++) {
        const Sea *sea = atlas_sea(atlas, i);
        double half = sea->across * DEGREE / 2 * projector_scale(panel->projector);
        Point at;
        if (is_inset(panel) && half < WIDE * page->s) continue;
        if (!find_place(panel, sea, page->s * 1.5, &at)) continue;
        Label label = label_new(page, &page->style->text.sea, sea_name(sea, page->language), at,
                                page->style->labels.sea);
        label.id = arena_format(page->arena, "sea-%zu", i);
        label.is_sea = true;
        label.depth = fmin(half, FAR * page->s);
        array_push(&set->items, label);
    }
}
