/* See insets.h. */
#include "insets.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_MEMBERS = 4 };

/* The box a country's name would take at its inner point. */
typedef struct NameBox {
    size_t country;
    Box box;
    Point at;
    size_t group; /* index of the first member it is joined to */
} NameBox;

static size_t collect(Page *page, const Panel *panel, const Story *story, const Atlas *atlas,
                      NameBox *names) {
    Font font = page_font(page, &page->style->text.country);
    size_t count = 0;
    for (size_t i = 0; i < story->cast_count; i++) {
        size_t index = panel_index(atlas, story->cast[i].country);
        const Shape *shape = &panel->shapes[index];
        if (!shape->visible) continue;
        double width = letters_measure(page->letters, &font, story->cast[i].name).width;
        Box box = {shape->center.x - width / 2, shape->center.y - page->s / 2, shape->center.x + width / 2,
                   shape->center.y + page->s / 2};
        names[count] = (NameBox){index, box_grown(box, page->s / 4), shape->center, count};
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
    *group = (Group){.crowding = crowding};
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != root || group->count == MOST_MEMBERS) continue;
        group->members[group->count++] = names[i].country;
        group->center.x += names[i].at.x;
        group->center.y += names[i].at.y;
    }
    group->center.x /= (double)group->count;
    group->center.y /= (double)group->count;
}

/* Keeps the most crowded. */
static void keep(Group *group, Group groups[MOST_INSETS], size_t *count) {
    if (*count < MOST_INSETS) {
        groups[(*count)++] = *group;
        return;
    }
    size_t least = 0;
    for (size_t i = 1; i < MOST_INSETS; i++)
        if (groups[i].crowding < groups[least].crowding) least = i;
    if (group->crowding > groups[least].crowding) groups[least] = *group;
}

static int from_north(const void *a, const void *b) {
    const Group *first = a, *second = b;
    return (first->center.y > second->center.y) - (first->center.y < second->center.y);
}

size_t insets_find(Page *page, const Panel *panel, const Story *story, const Atlas *atlas,
                   Group groups[MOST_INSETS]) {
    NameBox *names = ARENA_ARRAY(page->arena, NameBox, story->cast_count);
    double *crowding = ARENA_ARRAY(page->arena, double, story->cast_count + 1);
    size_t count = collect(page, panel, story, atlas, names), found = 0;
    Group *group = ARENA_NEW(page->arena, Group);
    join(names, count, crowding);
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != i) continue;
        make_group(names, count, i, crowding[i], group);
        if (group->count >= LEAST_MEMBERS) keep(group, groups, &found);
    }
    qsort(groups, found, sizeof *groups, from_north);
    return found;
}

void inset_outline(const Panel *main, const Panel *inset, Outline *outline) {
    enum { STEPS = 24 };
    Box box = inset->box;
    const Point corners[5] = {{box.left, box.top},
                              {box.right, box.top},
                              {box.right, box.bottom},
                              {box.left, box.bottom},
                              {box.left, box.top}};
    bool started = false;
    for (int side = 0; side < 4; side++)
        for (int i = 0; i < STEPS; i++) {
            double share = (double)i / STEPS;
            Point at = {corners[side].x + (corners[side + 1].x - corners[side].x) * share,
                        corners[side].y + (corners[side + 1].y - corners[side].y) * share};
            LonLat position;
            Point point;
            if (!unproject_point(inset->projector, at, &position)) continue;
            if (!project_point(main->projector, position, &point)) continue;
            if (started)
                outline_line(outline, point.x, point.y);
            else
                outline_move(outline, point.x, point.y);
            started = true;
        }
    if (started) outline_close(outline);
}

/* The point of the outline that faces the inset, at the height (or, for an inset below, the place) of its
 * middle. */
static Point facing_point(const Outline *outline, bool beside) {
    Box box = outline_box_of(outline);
    double middle = beside ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
    Point best = beside ? (Point){box.right, middle} : (Point){middle, box.bottom};
    double nearest = 1e300;
    for (size_t i = 0; i < outline->points.count; i++) {
        Point point = outline->points.items[i];
        double along = beside ? point.y : point.x, side = beside ? box.right - point.x : box.bottom - point.y;
        double distance = fabs(along - middle) + side * 0.5;
        if (distance < nearest) nearest = distance, best = point;
    }
    return best;
}

static double held(double value, double low, double high) {
    return value < low ? low : value > high ? high : value;
}

/* Straight across or straight down to the frame; with one elbow where the inset does not lie opposite. */
static void leader_path(const Panel *inset, Point from, bool beside, double inward, Outline *line) {
    Box box = inset->box;
    outline_move(line, from.x, from.y);
    if (beside) {
        double y = held(from.y, box.top + inward, box.bottom - inward), x = box.left;
        if (y != from.y)
            outline_line(line, (from.x + x) / 2, from.y), outline_line(line, (from.x + x) / 2, y);
        outline_line(line, x, y);
    } else {
        double x = held(from.x, box.left + inward, box.right - inward), y = box.top;
        if (x != from.x)
            outline_line(line, from.x, (from.y + y) / 2), outline_line(line, x, (from.y + y) / 2);
        outline_line(line, x, y);
    }
}

void inset_draw_locator(Page *page, const Panel *main, const Panel *inset) {
    const Style *style = page->style;
    Outline outline = {0}, line = {0};
    inset_outline(main, inset, &outline);
    if (!outline_is_empty(&outline)) {
        bool beside = inset->box.left >= main->box.right - page->s;
        leader_path(inset, facing_point(&outline, beside), beside, page->s * 2, &line);
        Pen casing = page_pen(page, style->leader.casing, 1), pen = page_pen(page, style->leader.pen, 0.73);
        scene_group(page->scene, &(GroupMark){.id = arena_format(page->arena, "%s-locator", inset->id),
                                              .kind = "locator"});
        scene_path(page->scene, &line, (Fill){0}, pen);
        casing.width *= 1.07;
        scene_path(page->scene, &outline, (Fill){0}, casing);
        pen.width *= 1.6;
        scene_path(page->scene, &outline, (Fill){0}, pen);
        scene_end(page->scene);
    }
    outline_free(&outline);
    outline_free(&line);
}
