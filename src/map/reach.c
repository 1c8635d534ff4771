/* See reach.h. The panel's edge is taken back to the sphere: where no pole lies within, no place within lies
 * farther north, south, east or west than the edge does. */
#include "reach.h"

#include <math.h>

static const double DEGREE = 3.14159265358979323846 / 180;
static const Degrees EVERYWHERE = {0, 180, -90, 90};

static double turned(double degrees) {
    return remainder(degrees, 360);
}

static bool shows(const Panel *panel, LonLat position) {
    Point at;
    return project_point(panel->projector, position, &at) &&
           box_contains(panel->box, (Box){at.x, at.y, at.x, at.y});
}

/* Widens the range to a place; false where it goes so far round that east and west are unsure. */
static bool take_in(Degrees *range, LonLat at) {
    static const double FARTHEST = 120;
    range->half = fmax(range->half, fabs(turned(at.lon - range->middle)));
    range->south = fmin(range->south, at.lat);
    range->north = fmax(range->north, at.lat);
    return range->half < FARTHEST;
}

static bool follow_edge(const Panel *panel, Degrees *range) {
    enum { STEPS = 12 };
    Box box = panel->box;
    for (int i = 0; i <= STEPS; i++) {
        double x = box.left + box_width(box) * i / STEPS, y = box.top + box_height(box) * i / STEPS;
        const Point places[4] = {{x, box.top}, {x, box.bottom}, {box.left, y}, {box.right, y}};
        for (int k = 0; k < 4; k++) {
            LonLat at;
            if (!unproject_point(panel->projector, places[k], &at) || !take_in(range, at)) return false;
        }
    }
    return true;
}

/* By so many degrees on the sphere. */
static Degrees grown(Degrees range, double by) {
    static const double SURE = 80; /* beyond it degrees of longitude are too small to be counted on */
    double south = range.south - by, north = range.north + by, lat = fmax(fabs(south), fabs(north));
    double half = lat < SURE ? range.half + by / cos(lat * DEGREE) : 180;
    return (Degrees){range.middle, fmin(half, 180), south, north};
}

static Degrees range_of(const Panel *panel, double margin) {
    Box box = panel->box;
    LonLat middle;
    if (!panel->framed ||
        !unproject_point(panel->projector, (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2},
                         &middle))
        return EVERYWHERE;
    Degrees range = {middle.lon, 0, middle.lat, middle.lat};
    bool pole = shows(panel, (LonLat){0, 90}) || shows(panel, (LonLat){0, -90});
    return !pole && follow_edge(panel, &range) ? grown(range, margin) : EVERYWHERE;
}

/* What is left out beyond the margin does not move a line by so much that it would come into the panel. */
void reach_measure(Panel *panel, double tolerance) {
    static const double COARSER = 12, MOST = 1, MARGIN = 4, LEAST_MARGIN = 1;
    double coarse = fmax(tolerance, fmin(tolerance * COARSER, MOST));
    panel->detail = (Detail){tolerance, coarse, range_of(panel, LEAST_MARGIN + MARGIN * coarse)};
}

bool reach_misses(const Panel *panel, const Polygon *polygon) {
    const Degrees *range = &panel->detail.range;
    double width = polygon->east - polygon->west;
    if (polygon->north < range->south || polygon->south > range->north) return true;
    if (width < 0) width += 360;
    double middle = polygon->west + width / 2;
    return fabs(turned(middle - range->middle)) > range->half + width / 2;
}

/* Whether all of it lies on one side of the range. */
bool reach_misses_line(const Panel *panel, LonLats line) {
    const Degrees *range = &panel->detail.range;
    bool north = true, south = true, east = true, west = true;
    for (size_t i = 0; i < line.count && (north || south || east || west); i++) {
        double lat = line.items[i].lat, away = line.items[i].lon - range->middle;
        if (fabs(away) > 180) away -= copysign(360, away);
        north &= lat > range->north;
        south &= lat < range->south;
        east &= away > range->half;
        west &= away < -range->half;
    }
    return north || south || east || west;
}
