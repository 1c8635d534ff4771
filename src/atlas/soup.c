/* See soup.h. */
#include "soup.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Natural Earth's points on the cut are up to 0.0008 degrees beside it, and its two sides up to 0.0014 apart.
 */
static const double SEAM = 180, NEAR_SEAM = 0.001, NEAR_LATITUDE = 0.002, NEAR_POLE = 89.99;

void soup_free(Soup *soup) {
    array_free(&soup->points);
    array_free(&soup->rings);
}

/* One longitude for both sides of the cut, and one position for all longitudes of a pole. */
static LonLat settled(double lon, double lat) {
    if (fabs(lat) > NEAR_POLE) return (LonLat){SEAM, copysign(90, lat)};
    if (fabs(lon) > SEAM - NEAR_SEAM) lon = SEAM;
    return (LonLat){lon + 0.0, lat + 0.0}; /* + 0.0 turns -0 into 0 */
}

static bool same(LonLat a, LonLat b) {
    return a.lon == b.lon && a.lat == b.lat;
}

static bool on_seam(LonLat point) {
    return point.lon == SEAM;
}

/* Adds a point to the ring that began at first, unless it repeats the one before. */
static void add_point(Soup *soup, size_t first, LonLat point) {
    if (soup->points.count > first && same(soup->points.items[soup->points.count - 1], point)) return;
    array_push(&soup->points, point);
}

static void close_ring(Soup *soup, SoupRing ring) {
    size_t first = ring.first;
    LonLat *points = soup->points.items;
    while (soup->points.count > first + 1 && same(points[first], points[soup->points.count - 1]))
        soup->points.count--;
    if (soup->points.count - first < 3)
        soup->points.count = first;
    else {
        ring.count = soup->points.count - first;
        array_push(&soup->rings, ring);
    }
}

void soup_add(Soup *soup, const Shape *shape, int owner, bool dashed) {
    array_reserve(&soup->points, soup->points.count + shape->count);
    for (size_t part = 0; part < shape->part_count; part++) {
        size_t begin = (size_t)shape->starts[part], first = soup->points.count;
        size_t end = part + 1 < shape->part_count ? (size_t)shape->starts[part + 1] : shape->count;
        bool seam = false;
        for (size_t i = begin; i < end; i++) {
            LonLat point = settled(shape->x[i], shape->y[i]);
            seam |= on_seam(point);
            add_point(soup, first, point);
        }
        close_ring(soup, (SoupRing){first, 0, owner, seam, dashed});
    }
}

/* ---- the cut at 180 degrees */

static int compare_numbers(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

typedef struct Latitudes {
    double *items;
    size_t count, capacity;
} Latitudes;

/* The latitudes of points on the cut, ascending; of those that nearly agree only the first. */
typedef struct Seam {
    double *latitudes;
    size_t count;
} Seam;

static void gather_latitudes(const Soup *soup, const SoupRing *ring, Latitudes *found) {
    for (size_t i = 0; i < ring->count; i++) {
        LonLat point = soup->points.items[ring->first + i];
        if (on_seam(point)) array_push(found, point.lat);
    }
}

static Seam find_seam(const Soup *soup) {
    Latitudes found = {0};
    for (size_t i = 0; i < soup->rings.count; i++)
        if (soup->rings.items[i].on_seam) gather_latitudes(soup, &soup->rings.items[i], &found);
    if (found.count) qsort(found.items, found.count, sizeof(double), compare_numbers);
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++)
        if (!kept || found.items[i] - found.items[kept - 1] > NEAR_LATITUDE)
            found.items[kept++] = found.items[i];
    return (Seam){found.items, kept};
}

/* The last latitude that is not above lat. */
static size_t seam_index(const Seam *seam, double lat) {
    size_t low = 0, high = seam->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (seam->latitudes[middle] <= lat)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Adds the known points of the cut between two of its points, which are left out. */
static void add_between(Soup *soup, size_t first, const Seam *seam, double from, double to) {
    size_t i = seam_index(seam, from), end = seam_index(seam, to);
    while (i != end) {
        if (i < end)
            i++;
        else
            i--;
        if (i != end) add_point(soup, first, (LonLat){SEAM, seam->latitudes[i]});
    }
}

/* Writes the ring anew at the end of the points; its old place stays unused. */
static void split_ring(Soup *soup, SoupRing *ring, const Seam *seam) {
    size_t first = soup->points.count;
    array_reserve(&soup->points, first + ring->count + seam->count);
    for (size_t i = 0; i < ring->count; i++) {
        LonLat a = soup->points.items[ring->first + i];
        LonLat b = soup->points.items[ring->first + (i + 1) % ring->count];
        add_point(soup, first, a);
        if (on_seam(a) && on_seam(b)) add_between(soup, first, seam, a.lat, b.lat);
    }
    LonLat *points = soup->points.items;
    while (soup->points.count > first + 1 && same(points[first], points[soup->points.count - 1]))
        soup->points.count--;
    ring->first = first;
    ring->count = soup->points.count - first;
}

static void settle_ring(Soup *soup, SoupRing *ring, const Seam *seam) {
    for (size_t i = 0; i < ring->count; i++) {
        LonLat *point = &soup->points.items[ring->first + i];
        if (on_seam(*point)) point->lat = seam->latitudes[seam_index(seam, point->lat)];
    }
    split_ring(soup, ring, seam);
}

void soup_settle_seam(Soup *soup) {
    Seam seam = find_seam(soup);
    for (size_t i = 0; seam.latitudes && i < soup->rings.count; i++)
        if (soup->rings.items[i].on_seam) settle_ring(soup, &soup->rings.items[i], &seam);
    free(seam.latitudes);
}
