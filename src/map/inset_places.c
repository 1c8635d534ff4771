/* See insets.h. What a map of the world cannot show gets an inset: the places of strikes, for which it has no
 * room, in the countries that they lie in, but those that would make it too small; and Antarctica, which it
 * tears. Knows places only as lying in countries. */
#include "insets.h"

#include <string.h>

static bool is_in(const Group *group, size_t country) {
    for (size_t i = 0; i < group->count; i++)
        if (group->members[i] == country) return true;
    return false;
}

/* The countries with places; false where an inset shows one already. */
static bool collect(const Story *story, const Panel *main, const Group *groups, size_t count, Group *group) {
    for (size_t i = 0; i < story->place_count; i++) {
        size_t country = story->places[i].country;
        for (size_t j = 0; j < count; j++)
            if (is_in(&groups[j], country)) return false;
        if (main->shapes[country].visible && !is_in(group, country) && group->count < MOST_MEMBERS)
            group->members[group->count++] = country;
    }
    return group->count > 0;
}

static double scale_of(const Page *page, const Story *story, const Atlas *atlas, const Group *group,
                       Box box) {
    Frame frame;
    dateline_error error = {0};
    double scale = 0;
    if (frame_around(atlas, story, group->members, group->count, page->style->insets.margin, &frame,
                     &error)) {
        frame_fit(&frame, box);
        scale = projector_scale(frame.projector);
    }
    projector_free(frame.projector);
    frame_free(&frame);
    return scale;
}

/* Takes out the country without which the others would be drawn twice as large; false where there is none. */
static bool drop_huge(const Page *page, const Story *story, const Atlas *atlas, Group *group, double *scale,
                      Box box) {
    static const double WORTH = 2;
    for (size_t i = 0; group->count > 1 && i < group->count; i++) {
        Group *others = arena_copy(page->arena, group, sizeof *group);
        others->members[i] = others->members[--others->count];
        double without = scale_of(page, story, atlas, others, box);
        if (without < *scale * WORTH) continue;
        *group = *others;
        *scale = without;
        return true;
    }
    return false;
}

static void place_on_main(const Panel *main, Group *group) {
    group->bounds = BOX_EMPTY;
    group->center = (Point){0, 0};
    for (size_t i = 0; i < group->count; i++) {
        Point at = main->shapes[group->members[i]].center;
        group->bounds = box_around(group->bounds, at);
        group->center.x += at.x / (double)group->count;
        group->center.y += at.y / (double)group->count;
    }
}

/* From north to south, as the others are. */
static void insert(const Panel *main, const Group *group, Group groups[MOST_INSETS], size_t count) {
    size_t at = count;
    Group placed = *group;
    place_on_main(main, &placed);
    for (; at > 0 && groups[at - 1].center.y > placed.center.y; at--) groups[at] = groups[at - 1];
    groups[at] = placed;
}

bool insets_add_places(Page *page, const Panel *main, const Story *story, const Atlas *atlas, Box box,
                       Group groups[MOST_INSETS], size_t count) {
    Group *group = ARENA_NEW(page->arena, Group);
    if (count >= MOST_INSETS || !collect(story, main, groups, count, group)) return false;
    double scale = scale_of(page, story, atlas, group, box);
    while (drop_huge(page, story, atlas, group, &scale, box)) continue;
    group->gain = scale / projector_scale(main->projector);
    if (group->gain < page->style->insets.gain) return false;
    insert(main, group, groups, count);
    return true;
}

bool insets_add_antarctica(Page *page, const Panel *main, const Story *story, Group groups[MOST_INSETS],
                           size_t count) {
    Group *group = ARENA_NEW(page->arena, Group);
    for (size_t i = 0; i < story->cast_count; i++)
        if (!strcmp(story->cast[i].country->code, "ATA") && main->shapes[story->cast[i].index].visible)
            group->members[group->count++] = story->cast[i].index;
    if (count >= MOST_INSETS || !group->count) return false;
    insert(main, group, groups, count);
    return true;
}
