/* See insets.h. */
#include "insets.h"

#include "direction.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The box a country's name would take at its inner point. */
typedef struct NameBox {
    size_t country;
    Box box;
    Point at;
    size_t group; /* index of the first member it is joined to */
} NameBox;

static size_t collect(Page *page, const Panel *panel, const Story *story, double share, NameBox *names) {
    Font font = page_font(page, &page->style->text.country);
    size_t count = 0;
    for (size_t i = 0; i < story->cast_count; i++) {
        size_t index = story->cast[i].index;
        const Shape *shape = &panel->shapes[index];
        if (!shape->visible) continue;
        double half = letters_measure(page->letters, &font, story->cast[i].name).width / 2 * share;
        double high = page->s / 2 * share;
        Box box = {shape->center.x - half, shape->center.y - high, shape->center.x + half,
                   shape->center.y + high};
        names[count] = (NameBox){index, box_grown(box, page->s / 4 * share), shape->center, count};
        count++;
    }
    return count;
}

static size_t root_of(NameBox *names, size_t index) {
    while (names[index].group != index) index = names[index].group;
    return index;
}

static double overlap(Box a, Box b) {
    double width = fmin(a.right, b.right) - fmax(a.left, b.left),
           height = fmin(a.bottom, b.bottom) - fmax(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
}

static void join(NameBox *names, size_t count, double *crowding) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            if (!box_overlaps(names[i].box, names[j].box)) continue;
            size_t a = root_of(names, i), b = root_of(names, j);
            names[a > b ? a : b].group = a < b ? a : b;
        }
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (root_of(names, i) == root_of(names, j))
                crowding[root_of(names, i)] += overlap(names[i].box, names[j].box);
}

static void make_group(NameBox *names, size_t count, size_t root, double crowding, Group *group) {
    *group = (Group){.crowding = crowding, .bounds = BOX_EMPTY};
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != root || group->count == MOST_MEMBERS) continue;
        group->members[group->count++] = names[i].country;
        group->bounds = box_around(group->bounds, names[i].at);
        group->center.x += names[i].at.x;
        group->center.y += names[i].at.y;
    }
    group->center.x /= (double)group->count;
    group->center.y /= (double)group->count;
}

size_t insets_most(const Page *page) {
    double most = page->style->insets.most;
    return most < MOST_INSETS ? (size_t)most : MOST_INSETS;
}

/* Keeps the most crowded; most is at least 1. */
static void keep(Group *group, Group groups[MOST_INSETS], size_t most, size_t *count) {
    if (*count < most) {
        groups[(*count)++] = *group;
        return;
    }
    size_t least = 0;
    for (size_t i = 1; i < most; i++)
        if (groups[i].crowding < groups[least].crowding) least = i;
    if (group->crowding > groups[least].crowding) groups[least] = *group;
}

static int from_north(const void *a, const void *b) {
    const Group *first = a, *second = b;
    return (first->center.y > second->center.y) - (first->center.y < second->center.y);
}

/* The main parts of the story's countries as a few directions each: enough to say how large a group would be
 * drawn. */
typedef struct Sketch {
    Direction *points;
    size_t count;
} Sketch;

typedef struct Sketches {
    const Story *story;
    Sketch *items;     /* by country */
    Direction *joined; /* room for those of a whole group */
    double margin;     /* of an inset, share of its box */
} Sketches;

static Sketch sketch_of(Page *page, const Atlas *atlas, const Country *country) {
    static const double COARSE = 0.8; /* degrees */
    LonLatArray points = {0};
    for (size_t i = 0; i < country->polygon_count; i++)
        if (country->polygons[i].main)
            atlas_ring_points(atlas, &country->polygons[i].rings[0], COARSE, &points);
    if (!points.count) array_push(&points, country->label);
    Sketch sketch = {ARENA_ARRAY(page->arena, Direction, points.count), points.count};
    for (size_t i = 0; i < points.count; i++) sketch.points[i] = direction_of(points.items[i]);
    array_free(&points);
    sketch.count = directions_outermost(sketch.points, sketch.count);
    return sketch;
}

static Sketches sketch_story(Page *page, const Story *story, const Atlas *atlas) {
    Sketches sketches = {story, ARENA_ARRAY(page->arena, Sketch, story->country_count), NULL,
                         page->style->insets.margin};
    size_t sum = 0;
    for (size_t i = 0; i < story->cast_count; i++) {
        size_t index = story->cast[i].index;
        sketches.items[index] = sketch_of(page, atlas, story->cast[i].country);
        sum += sketches.items[index].count;
    }
    sketches.joined = ARENA_ARRAY(page->arena, Direction, sum);
    return sketches;
}

/* The scale at which the members, but for one, fill a box; members' count as the one leaves none out. */
static double scale_without(const Sketches *sketches, const Group *group, size_t left_out, Box box) {
    size_t count = 0;
    double radius;
    for (size_t i = 0; i < group->count; i++) {
        if (i == left_out) continue;
        const Sketch *sketch = &sketches->items[group->members[i]];
        memcpy(sketches->joined + count, sketch->points, sketch->count * sizeof *sketch->points);
        count += sketch->count;
    }
    Box drawn = directions_box(directions_middle(sketches->joined, count, &radius), sketches->joined, count);
    return fmin(box_width(box) / fmax(box_width(drawn), 0.02),
                box_height(box) / fmax(box_height(drawn), 0.02)) *
           (1 - 2 * sketches->margin);
}

/* Takes out the member without which the scale gains most, if it gains enough: it is cut in the inset, and
 * whole on the main map. */
static bool drop_largest(const Sketches *sketches, Group *group, size_t least_left, Box box) {
    static const double WORTH = 1.22;
    double most = scale_without(sketches, group, group->count, box) * WORTH;
    size_t dropped = group->count;
    for (size_t i = 0; group->count > least_left && i < group->count; i++) {
        double scale = scale_without(sketches, group, i, box);
        if (scale > most) most = scale, dropped = i;
    }
    if (dropped == group->count) return false;
    group->members[dropped] = group->members[--group->count];
    return true;
}

/* How many times larger than the main map an inset would show the group. */
static double gain_of(const Sketches *sketches, const Group *group, const Panel *main, Box box) {
    return scale_without(sketches, group, group->count, box) / projector_scale(main->projector);
}

/* The countries of a group, each as many times as it would be larger. */
static double worth_of(const Group *group) {
    static const double MOST_GAIN = 6;
    return (double)group->count * fmin(group->gain, MOST_GAIN);
}

/* One inset within another is one too many, and so is a second that helps little beside a larger first: the
 * first then has all the room. */
static size_t weigh_second(const Sketches *sketches, const Panel *main, Box whole, Group groups[MOST_INSETS],
                           size_t found, double *worth) {
    static const double ENOUGH = 0.85;
    if (found == 0) return 0;
    size_t better = found > 1 && worth_of(&groups[1]) > worth_of(&groups[0]), other = found - 1 - better;
    Group alone = groups[better];
    alone.gain = gain_of(sketches, &alone, main, whole);
    double both = found > 1 ? worth_of(&groups[0]) + worth_of(&groups[1]) : 0;
    bool nested = found > 1 && overlap(alone.bounds, groups[other].bounds) > 0;
    *worth = both;
    if (found > 1 && !nested && worth_of(&alone) < ENOUGH * both) return found;
    *worth = worth_of(&alone);
    groups[0] = alone;
    return 1;
}

/* The groups that names of share times their size would join, those worth an inset; *worth is what they are
 * worth together. */
static size_t find_at(Page *page, const Panel *panel, const Sketches *sketches, double share,
                      const Box *boxes, size_t most, Group groups[MOST_INSETS], double *worth) {
    enum { MOST_DROPPED = 3, MOST_WEIGHED = 24 };
    const Story *story = sketches->story;
    NameBox *names = ARENA_ARRAY(page->arena, NameBox, story->cast_count);
    double *crowding = ARENA_ARRAY(page->arena, double, story->cast_count + 1);
    size_t count = collect(page, panel, story, share, names), found = 0;
    Group *group = ARENA_NEW(page->arena, Group);
    join(names, count, crowding);
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != i) continue;
        make_group(names, count, i, crowding[i], group);
        if ((double)group->count < page->style->insets.crowd) continue;
        for (int j = 0; j < MOST_DROPPED && group->count < MOST_WEIGHED; j++)
            if (!drop_largest(sketches, group, (size_t)page->style->insets.crowd, boxes[0])) break;
        group->gain = gain_of(sketches, group, panel, boxes[0]);
        if (group->gain >= page->style->insets.gain) keep(group, groups, most, &found);
    }
    *worth = 0;
    found = weigh_second(sketches, panel, box_union(boxes[0], boxes[most - 1]), groups, found, worth);
    qsort(groups, found, sizeof *groups, from_north);
    return found;
}

/* Where the names of half the world run together, smaller ones still show where the knots are: the share
 * whose insets help most wins, the larger on a tie. */
size_t insets_find(Page *page, const Panel *panel, const Story *story, const Atlas *atlas, const Box *boxes,
                   size_t most, Group groups[MOST_INSETS]) {
    static const double shares[] = {1, 0.8, 0.65, 0.5, 0.4, 0.3};
    Group *tried = ARENA_ARRAY(page->arena, Group, MOST_INSETS);
    Sketches sketches = sketch_story(page, story, atlas);
    size_t best = 0;
    double best_worth = 0;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        double worth;
        size_t found = find_at(page, panel, &sketches, shares[i], boxes, most, tried, &worth);
        if (worth <= best_worth) continue;
        best_worth = worth;
        best = found;
        memcpy(groups, tried, found * sizeof *groups);
    }
    return best;
}

bool inset_frame(const InsetStyle *style, const Atlas *atlas, const Story *story, Group *group,
                 const bool *taken, Box box, Frame *frame, dateline_error *error) {
    static const double LEAST_SHARE = 0.2,
                        LEAST_SCALE = 0.86; /* of what it would be without anybody joining */
    if (!frame_around(atlas, story, group->members, group->count, style->margin, frame, error)) {
        frame_free(frame);
        return false;
    }
    frame_fit(frame, box);
    double least = LEAST_SCALE * projector_scale(frame->projector);
    for (size_t i = 0; i < story->cast_count && group->count < MOST_MEMBERS; i++) {
        const Cast *cast = &story->cast[i];
        if (taken[cast->index]) continue;
        if (frame_share_inside(frame, atlas, cast->country, box) < LEAST_SHARE) continue;
        if (frame_join(frame, atlas, cast->country, box, least)) group->members[group->count++] = cast->index;
    }
    return true;
}

/* Square page units of a country's main part in an inset, near enough. */
static double main_area(const Country *country, double scale) {
    static const double EARTH_RADIUS = 6371.0088; /* km */
    double sum = 0, unit = scale / EARTH_RADIUS;
    for (size_t i = 0; i < country->polygon_count; i++)
        if (country->polygons[i].main) sum += country->polygons[i].area;
    return sum * unit * unit;
}

/* How far from the middle the countries are, on the whole, that cannot hold their names: from -1, all at the
 * left edge, to 1. */
static double lean_of(Page *page, const Story *story, const Group *group, Frame *frame, Box extent) {
    double middle = (extent.left + extent.right) / 2, half = fmax(box_width(extent) / 2, 1e-6);
    Font font = page_font(page, &page->style->text.country);
    double scale = projector_scale(frame->projector), sum = 0;
    int count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const Country *country = story->countries[group->members[i]];
        double width = letters_measure(page->letters, &font, story_find(story, country)->name).width;
        Point at;
        if (main_area(country, scale) > width * width / 2) continue;
        if (!project_point(frame->projector, country->label, &at)) continue;
        sum += fmax(-1, fmin(1, (at.x - middle) / half));
        count++;
    }
    return count > 1 ? sum / count : 0;
}

Box inset_fit(Page *page, const Story *story, const Group *group, Frame *frame, Box box) {
    static const double LEAST = 0.3, SHARE = 0.7;
    frame_fit(frame, box);
    Box extent = frame_extent(frame);
    double left = extent.left - box.left, right = box.right - extent.right;
    double lean = lean_of(page, story, group, frame, extent);
    double least = page->style->insets.margin * box_width(box);
    /* where there is too little, the map gives a little of its scale */
    static const double ROOM = 2.9, MOST = 0.05; /* multiple of s; share of the width */
    double missing = fmin(ROOM * page->s - (lean > 0 ? right : left), MOST * box_width(box));
    if (lean > LEAST && left > least) box.right -= 2 * SHARE * (left - least);
    if (lean < -LEAST && right > least) box.left += 2 * SHARE * (right - least);
    if (lean > LEAST && left <= least * 1.5 && missing > 0) box.right -= missing;
    if (lean < -LEAST && right <= least * 1.5 && missing > 0) box.left += missing;
    return box;
}
