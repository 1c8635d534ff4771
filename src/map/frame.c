/* See frame.h. */
#include "frame.h"

#include "../base/text.h"
#include "extent.h"
#include "polar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Land that a world map is fitted to: specks in the Pacific and Antarctica do not count. */
static void add_world(Extent *extent, bool antarctica) {
    enum { SMALLEST = 8000 }; /* square kilometres */
    for (size_t i = 0; i < atlas_country_count(extent->atlas); i++) {
        const Country *country = atlas_country(extent->atlas, i);
        if (!antarctica && !strcmp(country->code, "ATA")) continue;
        for (size_t j = 0; j < country->polygon_count; j++)
            if (country->polygons[j].area > SMALLEST) extent_add_polygon(extent, &country->polygons[j]);
    }
}

static bool has_antarctica(const Story *story) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (!strcmp(story->cast[i].country->code, "ATA")) return true;
    return false;
}

static void add_story(Extent *extent, const Story *story, unsigned roles) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (!roles || story->cast[i].facts->roles & roles)
            extent_add_main_part(extent, story->cast[i].country);
}

static int by_longitude(const void *a, const void *b) {
    const LonLat *first = a, *second = b;
    return (first->lon > second->lon) - (first->lon < second->lon);
}

/* The middle of the story in longitude and how far it spans, found from the widest gap between its countries.
 */
static double middle_longitude(const Story *story, double *span) {
    LonLatArray sorted = {0};
    double widest = 0, after = -180;
    for (size_t i = 0; i < story->cast_count; i++) array_push(&sorted, story->cast[i].country->label);
    if (sorted.count) qsort(sorted.items, sorted.count, sizeof *sorted.items, by_longitude);
    for (size_t i = 0; i < sorted.count; i++) {
        double next = i + 1 < sorted.count ? sorted.items[i + 1].lon : sorted.items[0].lon + 360;
        if (next - sorted.items[i].lon > widest) widest = next - sorted.items[i].lon, after = next;
    }
    array_free(&sorted);
    *span = 360 - widest;
    return remainder(after + *span / 2, 360);
}

static Box box_of_sphere(const Projector *projector) {
    Outline sphere = {0};
    project_sphere(projector, &sphere);
    Box box = outline_box_of(&sphere);
    outline_free(&sphere);
    return box;
}

/* Points that were measured before are not measured again. */
static bool measure_plane(Frame *frame) {
    if (frame->planed > frame->points.count || !frame->planed) frame->planed = 0, frame->plane = BOX_EMPTY;
    LonLats added = {frame->points.items + frame->planed, frame->points.count - frame->planed};
    if (!project_extent(frame->projector, added, &frame->plane)) return false;
    frame->planed = frame->points.count;
    return true;
}

static Box box_of_points(Frame *frame) {
    Box box = BOX_EMPTY;
    if (measure_plane(frame)) return projector_box(frame->projector, frame->plane);
    for (size_t i = 0; i < frame->points.count; i++) {
        Point point;
        if (project_point(frame->projector, frame->points.items[i], &point)) box = box_around(box, point);
    }
    return box;
}

static const double MEASURED_SCALE = 1000;

static void measure(Frame *frame) {
    if (frame->measured == frame->points.count + 1) return;
    projector_place(frame->projector, MEASURED_SCALE, (Point){0, 0});
    frame->drawn = frame->sphere ? box_of_sphere(frame->projector) : box_of_points(frame);
    if (box_is_empty(frame->drawn)) frame->drawn = (Box){-1, -1, 1, 1};
    frame->measured = frame->points.count + 1;
}

void frame_fit(Frame *frame, Box target) {
    const double trial = MEASURED_SCALE;
    measure(frame);
    Box box = frame->drawn;
    double least = trial * 0.02; /* a single small country is shown with its surroundings */
    if (box_width(box) < least) box.left -= least / 2, box.right += least / 2;
    if (box_height(box) < least) box.top -= least / 2, box.bottom += least / 2;
    if (box_width(target) < 1)
        target.right = target.left + 1; /* a page too small for its text still has a map */
    if (box_height(target) < 1) target.bottom = target.top + 1;
    double room = 1 - 2 * frame->margin;
    double factor =
        fmin(box_width(target) * room / box_width(box), box_height(target) * room / box_height(box));
    Point origin = {(target.left + target.right) / 2 - (box.left + box.right) / 2 * factor,
                    (target.top + target.bottom) / 2 - (box.top + box.bottom) / 2 * factor};
    projector_place(frame->projector, trial * factor, origin);
}

Box frame_extent(Frame *frame) {
    return box_of_points(frame);
}

void frame_free(Frame *frame) {
    array_free(&frame->points);
}

static bool parse_numbers(const char *text, double *numbers, int least, int most, int *count) {
    for (*count = 0; *count < most;) {
        while (*text == ' ') text++;
        if (!number_parse(text, &text, &numbers[*count])) return false;
        (*count)++;
        while (*text == ' ') text++;
        if (!*text) return *count >= least;
        if (*text++ != ',') return false;
    }
    return false;
}

static bool parse_center(const char *text, Center *center, dateline_error *error) {
    double numbers[3] = {0};
    int count;
    bool right = parse_numbers(text, numbers, 1, 3, &count) && fabs(numbers[0]) <= 360 &&
                 fabs(numbers[1]) <= 90 && fabs(numbers[2]) <= 360;
    if (!right)
        return error_set(
            error, DATELINE_BAD_USAGE, (Place){.source = text},
            "no centre of a map; LON[,LAT[,ROLL]] in degrees such as 11 or -100,40 would be right");
    *center = (Center){remainder(numbers[0], 360), numbers[1], numbers[2]};
    return true;
}

/* W,S,E,N as points all along its edges, so that a curved projection is fitted rightly. */
static bool add_degrees(Extent *extent, const char *text) {
    double edge[4];
    int count;
    if (!parse_numbers(text, edge, 4, 4, &count)) return false;
    double width = edge[2] > edge[0] ? edge[2] - edge[0] : edge[2] + 360 - edge[0];
    if (fabs(edge[1]) > 90 || fabs(edge[3]) > 90 || edge[1] >= edge[3] || width > 360) return false;
    for (int i = 0; i <= 32; i++)
        for (int j = 0; j <= 8; j++)
            array_push(&extent->points, (LonLat){remainder(edge[0] + width * i / 32, 360),
                                                 edge[1] + (edge[3] - edge[1]) * j / 8});
    return true;
}

static bool add_codes(Extent *extent, const char *text) {
    while (*text) {
        size_t length = strcspn(text, ",");
        char code[8] = "";
        if (length != 3) return false;
        memcpy(code, text, length);
        const Country *country = atlas_find(extent->atlas, code);
        if (!country) return false;
        extent_add_main_part(extent, country);
        text += length + (text[length] == ',');
    }
    return extent->points.count > 0;
}

/* What the frame's name asks for, into the extent; *world where that is the whole world. */
static bool choose_extent(Extent *extent, const MapStyle *map, const char *frame, const Story *story,
                          bool *world, dateline_error *error) {
    double radius = 180;
    *world = !strcmp(frame, "world");
    if (*world) return true;
    if (!strcmp(frame, "auto") || !strcmp(frame, "roles"))
        add_story(extent, story, 0);
    else if (!strcmp(frame, "targets"))
        add_story(extent, story, ROLE_TARGET);
    else if (!add_degrees(extent, frame) && !add_codes(extent, frame))
        return error_set(error, DATELINE_BAD_USAGE, (Place){.source = frame},
                         "no frame of a map; world, roles, targets, ISO3,ISO3,... or W,S,E,N would be right");
    if (extent->points.count == 0)
        *world = true;
    else
        extent_middle(extent, &radius);
    if (!strcmp(frame, "auto") && radius > map->region) *world = true;
    return true;
}

/* The usual meridian, eleven degrees east, tears no land but a tip of Siberia. A story on the other side of
 * the world moves the centre there. */
static Center world_center(const MapStyle *map, const Story *story) {
    enum { WIDEST = 200, FAR = 60 };
    double span, middle = middle_longitude(story, &span);
    bool torn = span < WIDEST && fabs(remainder(middle - map->meridian, 360)) > FAR;
    return (Center){.lon = torn ? round(middle) : map->meridian};
}

static const char *chosen(const char *option, const char *style, const char *otherwise) {
    return option ? option : *style ? style : otherwise;
}

/* For people who ask why. */
static const char *reason_for(Page *page, const Frame *frame, const ProjectorOptions *wanted, bool is_auto,
                              double radius) {
    const char *place =
        arena_format(page->arena, "centred on %.0f, %.0f", wanted->center.lon, wanted->center.lat);
    if (!is_auto)
        return arena_format(page->arena, "projection %s as asked for, %s", wanted->projection, place);
    if (radius == 0 && !frame->world)
        return arena_format(
            page->arena, "projection %s, %s: the story lies around the pole, which a map of the world tears",
            wanted->projection, place);
    if (frame->world)
        return arena_format(
            page->arena,
            "projection %s, %s: the story spans more than %g degrees from its middle, so the world is shown",
            wanted->projection, place, page->style->map.region);
    return arena_format(page->arena,
                        "projection %s, %s: the story lies within %.0f degrees of its middle, where this one "
                        "keeps areas true and "
                        "shapes nearly so",
                        wanted->projection, place, radius);
}

/* Where the map looks. Instead of the world, a story of the far north or south is shown about its pole. */
static Center choose_center(const MapStyle *map, const Story *story, bool may_be_polar, Frame *frame,
                            Extent *extent, double *radius) {
    Center center;
    if (frame->world && may_be_polar && polar_suits(story, map->polar, map->meridian, extent, &center)) {
        frame->world = false;
        *radius = 0;
        return center;
    }
    if (frame->world) return world_center(map, story);
    LonLat middle = extent_middle(extent, radius);
    return (Center){middle.lon, middle.lat, 0};
}

bool frame_choose(Page *page, const Story *story, const Atlas *atlas, const dateline_map_options *options,
                  Frame *frame, dateline_error *error) {
    const MapStyle *map = &page->style->map;
    const char *name = chosen(options->projection, map->projection, "auto");
    const char *given = chosen(options->center, map->center, "");
    Extent extent = {.atlas = atlas};
    double radius = 0;
    ProjectorOptions wanted = {0};
    *frame = (Frame){.margin = map->margin};
    if (choose_extent(&extent, map, chosen(options->frame, map->frame, "auto"), story, &frame->world,
                      error)) {
        bool auto_frame =
            !strcmp(chosen(options->frame, map->frame, "auto"), "auto") && !strcmp(name, "auto");
        wanted.center = choose_center(map, story, auto_frame && !*given, frame, &extent, &radius);
        wanted.projection = strcmp(name, "auto") ? name
                            : frame->world       ? "winkel-tripel"
                                                 : "azimuthal-equal-area";
        if (!*given || parse_center(given, &wanted.center, error))
            frame->projector = projector_new(&wanted, error);
    }
    if (frame->projector) frame->reason = reason_for(page, frame, &wanted, !strcmp(name, "auto"), radius);
    if (frame->world) {
        extent.points.count = 0;
        frame->margin = 0;
        frame->sphere = !page->style->page.caption;
        add_world(&extent, map->antarctica || has_antarctica(story));
        add_story(&extent, story, 0);
    }
    frame->points = extent.points;
    return frame->projector != NULL;
}
