/* See insets.h. */
#include "insets.h"

#include "direction.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_MEMBERS = 4 };
static const double MARGIN = 0.05; /* share of the box on each side */

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
    return sketch;
}

static Sketches sketch_story(Page *page, const Story *story, const Atlas *atlas) {
    Sketches sketches = {story, ARENA_ARRAY(page->arena, Sketch, story->country_count), NULL};
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
           (1 - 2 * MARGIN);
}

/* Takes out the member without which the scale gains most, if it gains enough: it is cut in the inset, and
 * whole on the main map. */
static bool drop_largest(const Sketches *sketches, Group *group, Box box) {
    enum { LEAST_LEFT = 3 };
    static const double WORTH = 1.22;
    double most = scale_without(sketches, group, group->count, box) * WORTH;
    size_t dropped = group->count;
    for (size_t i = 0; group->count > LEAST_LEFT && i < group->count; i++) {
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

/* The groups that names of share times their size would join, those worth an inset. *worth adds up the
 * countries, each as many times as it would be larger. */
static size_t find_at(Page *page, const Panel *panel, const Sketches *sketches, double share,
                      const Box boxes[MOST_INSETS], Group groups[MOST_INSETS], double *worth) {
    enum { MOST_DROPPED = 3, MOST_WEIGHED = 24 };
    static const double LEAST_GAIN = 2.1, MOST_GAIN = 6;
    const Story *story = sketches->story;
    NameBox *names = ARENA_ARRAY(page->arena, NameBox, story->cast_count);
    double *crowding = ARENA_ARRAY(page->arena, double, story->cast_count + 1);
    size_t count = collect(page, panel, story, share, names), found = 0;
    Group *group = ARENA_NEW(page->arena, Group);
    join(names, count, crowding);
    *worth = 0;
    for (size_t i = 0; i < count; i++) {
        if (root_of(names, i) != i) continue;
        make_group(names, count, i, crowding[i], group);
        if (group->count < LEAST_MEMBERS) continue;
        for (int j = 0; j < MOST_DROPPED && group->count < MOST_WEIGHED; j++)
            if (!drop_largest(sketches, group, boxes[0])) break;
        group->gain = gain_of(sketches, group, panel, boxes[0]);
        if (group->gain >= LEAST_GAIN) keep(group, groups, &found);
    }
    for (size_t i = 0; i < found; i++) *worth += (double)groups[i].count * fmin(groups[i].gain, MOST_GAIN);
    qsort(groups, found, sizeof *groups, from_north);
    return found;
}

/* Where the names of half the world run together, smaller ones still show where the knots are: the share
 * whose insets help most wins, the larger on a tie. */
size_t insets_find(Page *page, const Panel *panel, const Story *story, const Atlas *atlas,
                   const Box boxes[MOST_INSETS], Group groups[MOST_INSETS]) {
    static const double shares[] = {1, 0.8, 0.65, 0.5, 0.4, 0.3};
    Group *tried = ARENA_ARRAY(page->arena, Group, MOST_INSETS);
    Sketches sketches = sketch_story(page, story, atlas);
    size_t best = 0;
    double most = 0;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        double worth;
        size_t found = find_at(page, panel, &sketches, shares[i], boxes, tried, &worth);
        if (worth <= most) continue;
        most = worth;
        best = found;
        memcpy(groups, tried, found * sizeof *groups);
    }
    return best;
}

bool inset_frame(const Atlas *atlas, const Story *story, const Group *group, Frame *frame,
                 dateline_error *error) {
    bool done = frame_around(atlas, story, group->members, group->count, MARGIN, frame, error);
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

/* How many small countries a box would hide: they are too small for the raster. */
static int circles_in(const Panel *inset, Box box) {
    int count = 0;
    for (size_t i = 0; i < inset->shape_count; i++) {
        Point at = inset->shapes[i].center;
        count += inset->shapes[i].circle && box_contains(box, (Box){at.x, at.y, at.x, at.y});
    }
    return count;
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
        double cost = cover.marked * 10 + cover.other * 0.2 + i * 0.01 +
                      circles_in(inset, box_grown(corners[i], page->s));
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
