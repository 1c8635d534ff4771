/* See polar.h. */
#include "polar.h"

#include <math.h>
#include <string.h>

/* How far a map of a pole reaches where the story does not say it: degrees of latitude. */
static const double ARCTIC_RING = 62, ANTARCTIC_RING = 62, ARCTIC_REACH = 48, SOUTHERN = 30;

static double northmost(const Country *country) {
    double north = country->label.lat;
    for (size_t i = 0; i < country->polygon_count; i++)
        if (!country->polygons[i].overseas) north = fmax(north, country->polygons[i].north);
    return north;
}

static double southmost(const Country *country) {
    double south = country->label.lat;
    for (size_t i = 0; i < country->polygon_count; i++)
        if (!country->polygons[i].overseas) south = fmin(south, country->polygons[i].south);
    return south;
}

static bool is(const Cast *cast, const char *code) {
    return !strcmp(cast->country->code, code);
}

/* Four of five, and so many that it is no story of two great powers, unless it is about the islands there. */
static bool is_arctic(const Story *story, double latitude) {
    enum { LEAST = 4 };
    static const double MOST = 0.8;
    size_t count = 0, islands = 0;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        count += northmost(cast->country) > latitude;
        islands += is(cast, "GRL") || is(cast, "SJM");
    }
    return (count >= LEAST || islands) && (double)count >= MOST * (double)story->cast_count;
}

static bool is_antarctic(const Story *story) {
    bool antarctica = false;
    for (size_t i = 0; i < story->cast_count; i++) {
        antarctica |= is(&story->cast[i], "ATA");
        if (southmost(story->cast[i].country) > -SOUTHERN) return false;
    }
    return antarctica;
}

static void add_ring(Extent *extent, double latitude) {
    enum { STEPS = 72 };
    for (int i = 0; i < STEPS; i++)
        array_push(&extent->points, (LonLat){remainder(360.0 * i / STEPS, 360), latitude});
}

/* What of a country lies in the reach of the map; all of it where that is nothing. */
static void add_near(Extent *extent, const Country *country, double reach) {
    size_t before = extent->points.count, kept = before;
    extent_add_main_part(extent, country);
    for (size_t i = before; i < extent->points.count; i++)
        if (extent->points.items[i].lat > reach) extent->points.items[kept++] = extent->points.items[i];
    if (kept > before) extent->points.count = kept;
}

bool polar_suits(const Story *story, double latitude, double meridian, Extent *extent, Center *center) {
    bool north = is_arctic(story, latitude);
    if (!north && !is_antarctic(story)) return false;
    extent->points.count = 0;
    add_ring(extent, north ? ARCTIC_RING : -ANTARCTIC_RING);
    for (size_t i = 0; i < story->cast_count; i++)
        add_near(extent, story->cast[i].country, north ? ARCTIC_REACH : -90);
    *center = (Center){.lon = meridian, .lat = north ? 90 : -90};
    return true;
}
