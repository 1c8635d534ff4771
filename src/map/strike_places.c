/*
 * See labels.h. Where in a country strikes hit: a small sign and, where there is room, a name, on the panel
 * that names the country. Knows the places of the story, not where they came from.
 */
#include "labels.h"
#include "symbols.h"

double place_radius(const Page *page) {
    return page->s * 0.4;
}

/* On a map of the whole world the signs would only hide the country. */
bool place_shown(const Panel *panel, const StoryPlace *place, Point *at) {
    return panel->framed && project_point(panel->projector, place->position, at) &&
           box_contains(panel->box, (Box){at->x, at->y, at->x, at->y});
}

void places_add(Page *page, LabelSet *set, const Story *story) {
    Point at;
    for (size_t i = 0; i < story->place_count; i++) {
        const StoryPlace *place = &story->places[i];
        if (!place_shown(set->panel, place, &at)) continue;
        Label label = label_new(page, &page->style->text.city, place->name, at, page->style->labels.place);
        label.id = arena_format(page->arena, "place-%zu", i + 1);
        label.is_city = true;
        label.own = raster_at(set->panel->raster, at);
        label.under = label.own >= 0 ? story_find(story, story->countries[label.own]) : NULL;
        label.radius = place_radius(page) * 1.3;
        array_push(&set->items, label);
    }
}

void places_mark(Page *page, const LabelSet *set, const Story *story) {
    Point at;
    for (size_t i = 0; i < story->place_count; i++) {
        if (!place_shown(set->panel, &story->places[i], &at)) continue;
        const char *id = arena_format(page->arena, "%s-place-%zu", set->panel->id, i + 1);
        scene_group(page->scene, &(GroupMark){.id = id, .kind = "place", .title = story->places[i].name});
        symbol_strikes(page, at, place_radius(page) * 1.6, page->style->pill.edge.colour);
        symbol_strikes(page, at, place_radius(page), page->style->pill.star);
        scene_end(page->scene);
    }
}
