/* See frame.h: the frames of insets, around some countries and as far as others may join them. */
#include "../base/memory.h"
#include "extent.h"
#include "frame.h"

#include <stdlib.h>

bool frame_around(const Atlas *atlas, const Story *story, const size_t *countries, size_t count,
                  double margin, Frame *frame, dateline_error *error) {
    Extent extent = {.atlas = atlas};
    double radius;
    for (size_t i = 0; i < count; i++) extent_add_main_part(&extent, story->countries[countries[i]]);
    LonLat middle = extent_middle(&extent, &radius);
    ProjectorOptions wanted = {"azimuthal-equal-area", {middle.lon, middle.lat, 0}, {0, 0}};
    *frame = (Frame){.projector = projector_new(&wanted, error), .points = extent.points, .margin = margin};
    return frame->projector != NULL;
}

/* What is nearer to the middle than the country's label, and a little beyond it, so that its name has room.
 */
static void add_nearer_part(LonLatArray *points, const Extent *extent, LonLat label, LonLat middle) {
    static const double BEYOND = 1.1;
    double far = BEYOND * sphere_distance(middle, label);
    for (size_t i = 0; i < extent->points.count; i++)
        if (sphere_distance(middle, extent->points.items[i]) < far)
            array_push(points, extent->points.items[i]);
}

bool frame_join(Frame *frame, const Atlas *atlas, const Country *country, Box target, double least) {
    Extent extent = {.atlas = atlas};
    LonLat middle;
    Point center = {(target.left + target.right) / 2, (target.top + target.bottom) / 2};
    size_t before = frame->points.count;
    frame_fit(frame, target);
    if (!unproject_point(frame->projector, center, &middle)) return false;
    extent_add_main_part(&extent, country);
    add_nearer_part(&frame->points, &extent, country->label, middle);
    array_free(&extent.points);
    frame_fit(frame, target);
    if (projector_scale(frame->projector) >= least) return true;
    frame->points.count = before;
    frame_fit(frame, target);
    return false;
}

double frame_share_inside(const Frame *frame, const Atlas *atlas, const Country *country, Box box) {
    Extent extent = {.atlas = atlas};
    size_t inside = 0;
    Point at;
    extent_add_main_part(&extent, country);
    for (size_t i = 0; i < extent.points.count; i++)
        inside += project_point(frame->projector, extent.points.items[i], &at) &&
                  box_contains(box, (Box){at.x, at.y, at.x, at.y});
    double share = extent.points.count ? (double)inside / (double)extent.points.count : 0;
    array_free(&extent.points);
    return share;
}
