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

static double scale_of(const Atlas *atlas, const Story *story, const size_t *members, size_t count, Box box) {
    Frame frame;
    double scale = 0;
    if (frame_around(atlas, story, members, count, 0.05, &frame, NULL)) {
        frame_fit(&frame, box);
        scale = projector_scale(frame.projector);
    }
    projector_free(frame.projector);
    frame_free(&frame);
    return scale;
}

/* Takes out the member without which the scale gains most, if it gains enough. */
static bool drop_largest(const Atlas *atlas, const Story *story, Group *group, Box box) {
    enum { LEAST_LEFT = 3 };
    static const double WORTH = 1.22;
    double now = scale_of(atlas, story, group->members, group->count, box), most = now * WORTH;
    size_t dropped = group->count;
    for (size_t i = 0; group->count > LEAST_LEFT && i < group->count; i++) {
        size_t last = group->members[group->count - 1], country = group->members[i];
        group->members[i] = last;
        double scale = scale_of(atlas, story, group->members, group->count - 1, box);
        group->members[i] = country;
        if (scale > most) most = scale, dropped = i;
    }
    if (dropped == group->count) return false;
    group->members[dropped] = group->members[--group->count];
    return true;
}

/* Whether an inset would show the group so much larger than the main map that it is worth its room. */
static bool is_worth(const Atlas *atlas, const Story *story, const Group *group, const Panel *main, Box box) {
    static const double WORTH = 2.4;
    return scale_of(atlas, story, group->members, group->count, box) >=
           WORTH * projector_scale(main->projector);
}

/* The groups that names of share times their size would join, those worth an inset; how many countries they
 * hold goes to *held. */
static size_t find_at(Page *page, const Panel *panel, const Story *story, const Atlas *atlas, double share,
                      const Box boxes[MOST_INSETS], Group groups[MOST_INSETS], size_t *held) {
    NameBox *names = ARENA_ARRAY(page->arena, NameBox, story->cast_count);
    double *crowding = ARENA_ARRAY(page->arena, double, story->cast_count + 1);
    size_t count = collect(page, panel, story, share, names), found = 0;
    Group *group = ARENA_NEW(page->arena, Group);
    join(names, count, crowding);
    *held = 0;
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != i) continue;
        make_group(names, count, i, crowding[i], group);
        if (group->count >= LEAST_MEMBERS && is_worth(atlas, story, group, panel, boxes[0]))
            keep(group, groups, &found);
    }
    for (size_t i = 0; i < found; i++) *held += groups[i].count;
    qsort(groups, found, sizeof *groups, from_north);
    return found;
}

/* Where the names of half the world run together, smaller ones still show where the knots are: the share that
 * puts most countries into insets wins, the larger on a tie. */
size_t insets_find(Page *page, const Panel *panel, const Story *story, const Atlas *atlas,
                   const Box boxes[MOST_INSETS], Group groups[MOST_INSETS]) {
    static const double shares[] = {1, 0.8, 0.65, 0.5, 0.4, 0.3};
    Group *tried = ARENA_ARRAY(page->arena, Group, MOST_INSETS);
    size_t best = 0, most = 0;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        size_t held, found = find_at(page, panel, story, atlas, shares[i], boxes, tried, &held);
        if (held <= most) continue;
        most = held;
        best = found;
        memcpy(groups, tried, found * sizeof *groups);
    }
    return best;
}

bool inset_frame(const Atlas *atlas, const Story *story, Group *group, Box box, Frame *frame,
                 dateline_error *error) {
    enum { MOST_DROPPED = 3, MOST_WEIGHED = 24 };
    for (int i = 0; i < MOST_DROPPED && group->count < MOST_WEIGHED; i++)
        if (!drop_largest(atlas, story, group, box)) break;
    bool done = frame_around(atlas, story, group->members, group->count, 0.05, frame, error);
    if (!done) frame_free(frame);
    return done;
}

/* The name behind "key:" in a list such as "Western Asia:Middle East|Caribbean:Caribbean"; NULL if it is not
 * there. */
static const char *named_region(Page *page, const char *key) {
    size_t size = strlen(key);
    for (const char *at = page->style->texts.regions; *at;) {
        size_t length = strcspn(at, "|");
        if (!strncmp(at, key, size) && at[size] == ':')
            return arena_text_part(page->arena, at + size + 1, length - size - 1);
        at += length + (at[length] == '|');
    }
    return NULL;
}

/* The region that at least two thirds of the group belong to, by the finer division first. */
const char *inset_title(Page *page, const Story *story, const Group *group) {
    for (int finer = 1; finer >= 0; finer--)
        for (size_t i = 0; i < group->count; i++) {
            const Country *one = story->countries[group->members[i]];
            const char *key = finer ? one->subregion : one->continent,
                       *name = key ? named_region(page, key) : NULL;
            size_t count = 0;
            for (size_t j = 0; name && j < group->count; j++) {
                const Country *other = story->countries[group->members[j]];
                const char *theirs = finer ? other->subregion : other->continent;
                const char *named = theirs ? named_region(page, theirs) : NULL;
                count += named && !strcmp(named, name);
            }
            if (name && count * 3 >= group->count * 2) return name;
        }
    return NULL;
}

Box inset_draw_title(Page *page, const Panel *inset) {
    if (!inset->title) return BOX_EMPTY;
    const TypeStyle *type = &page->style->text.inset_title;
    Font font = page_font(page, type);
    double width = letters_measure(page->letters, &font, inset->title).width, height = font.size,
           pad = page->s * 0.75;
    const Box corners[4] = {
        {inset->box.left + pad, inset->box.top + pad, inset->box.left + pad + width,
         inset->box.top + pad + height},
        {inset->box.left + pad, inset->box.bottom - pad - height, inset->box.left + pad + width,
         inset->box.bottom - pad},
        {inset->box.right - pad - width, inset->box.top + pad, inset->box.right - pad,
         inset->box.top + pad + height},
        {inset->box.right - pad - width, inset->box.bottom - pad - height, inset->box.right - pad,
         inset->box.bottom - pad},
    };
    Box best = corners[0];
    double least = 1e300;
    for (int i = 0; i < 4; i++) {
        Cover cover =
            raster_cover(inset->raster, box_grown(corners[i], page->s), RASTER_NOTHING - 1, inset->marked);
        double cost = cover.marked * 10 + cover.other * 0.2 + i * 0.01;
        if (cost < least) least = cost, best = corners[i];
    }
    page_text(page, type, inset->title, (Point){best.left, best.bottom - font.size * 0.14}, TEXT_START);
    return box_grown(best, page->s * 0.7);
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

/* The point of the outline that faces the inset: near the middle of the facing edge, and opposite the inset
 * if any point is. */
static Point facing_point(const Outline *outline, const Panel *inset, bool beside, double inward) {
    Box box = outline_box_of(outline), frame = box_grown(inset->box, -inward);
    double middle = beside ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
    double low = beside ? frame.top : frame.left, high = beside ? frame.bottom : frame.right, nearest = 1e300;
    Point best = beside ? (Point){box.right, middle} : (Point){middle, box.bottom};
    for (size_t i = 0; i < outline->points.count; i++) {
        Point point = outline->points.items[i];
        double along = beside ? point.y : point.x, side = beside ? box.right - point.x : box.bottom - point.y;
        double away = along < low ? low - along : along > high ? along - high : 0;
        double distance = fabs(along - middle) * 0.3 + side + away * 3;
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
        leader_path(inset, facing_point(&outline, inset, beside, page->s * 2), beside, page->s * 2, &line);
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
