/* See extent.h. */
#include "extent.h"

#include "../base/memory.h"
#include "direction.h"

#include <stdlib.h>

void extent_add_polygon(Extent *extent, const Polygon *polygon) {
    static const double COARSE = 0.3; /* degrees */
    atlas_ring_points(extent->atlas, &polygon->rings[0], COARSE, &extent->points);
}

void extent_add_main_part(Extent *extent, const Country *country) {
    for (size_t i = 0; i < country->polygon_count; i++)
        if (country->polygons[i].main) extent_add_polygon(extent, &country->polygons[i]);
    if (country->polygon_count == 0) array_push(&extent->points, country->label);
}

LonLat extent_middle(const Extent *extent, double *radius) {
    size_t count = extent->points.count;
    Direction *all = memory_new(count * sizeof *all);
    for (size_t i = 0; i < count; i++) all[i] = direction_of(extent->points.items[i]);
    count = directions_outermost(all, count);
    Direction middle = directions_middle(all, count, radius);
    free(all);
    return direction_position(middle);
}
