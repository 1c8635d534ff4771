/* Applies the rules of a worldview to rings, see worldview.h. */
#include "plane.h"
#include "worldview.h"

#include <math.h>
#include <string.h>

/* The place of a code in entries, or -1. */
static int owner_of(const Entries *entries, const char *code) {
    for (size_t i = 0; i < entries->count; i++)
        if (!strcmp(entries->items[i].country.code, code)) return (int)i;
    return -1;
}

const ViewRule *worldview_whole(const Worldview *view, const Entries *entries, const char *code) {
    for (size_t i = 0; i < view->count; i++) {
        const ViewRule *rule = &view->rules[i];
        if (rule->whole && !strcmp(rule->from, code) && owner_of(entries, rule->to) >= 0) return rule;
    }
    return NULL;
}

static LonLats ring_line(const Soup *soup, const SoupRing *ring) {
    return (LonLats){soup->points.items + ring->first, ring->count};
}

/* The smallest ring of owner that holds the place, by number; the number of rings if there is none. */
static size_t find_ring(const Soup *soup, int owner, LonLat at) {
    size_t best = soup->rings.count;
    for (size_t i = 0; i < soup->rings.count; i++) {
        const SoupRing *ring = &soup->rings.items[i];
        if (ring->owner != owner || !plane_contains(ring_line(soup, ring), at)) continue;
        if (best == soup->rings.count ||
            fabs(plane_measure(ring_line(soup, ring)).area) <
                fabs(plane_measure(ring_line(soup, &soup->rings.items[best])).area))
            best = i;
    }
    return best;
}

static size_t nearest_point(LonLats ring, LonLat to) {
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < ring.count; i++) {
        double x = plane_turn(to.lon, ring.items[i].lon) * cos(to.lat * 0.017453292519943295),
               y = ring.items[i].lat - to.lat;
        if (x * x + y * y < least) least = x * x + y * y, best = i;
    }
    return best;
}

/* Adds a ring that runs along the points of another from one place to another, and then back along the cut.
 */
static SoupRing add_side(Soup *soup, const SoupRing *ring, size_t from, size_t to, LonLats cut,
                         bool cut_backwards) {
    SoupRing side = {soup->points.count, 0, ring->owner, ring->on_seam, false};
    for (size_t i = from;; i = i + 1 < ring->count ? i + 1 : 0) {
        array_push(&soup->points, soup->points.items[ring->first + i]);
        if (i == to) break;
    }
    for (size_t i = 1; i + 1 < cut.count; i++)
        array_push(&soup->points, cut.items[cut_backwards ? cut.count - 1 - i : i]);
    side.count = soup->points.count - side.first;
    return side;
}

/* Cuts a ring in two along a line, whose ends move to the nearest points of the ring, so that no neighbour's
 * border changes. The first side takes the old ring's place. */
static void cut_ring(Soup *soup, size_t index, LonLats cut) {
    SoupRing ring = soup->rings.items[index];
    size_t start = nearest_point(ring_line(soup, &ring), cut.items[0]);
    size_t end = nearest_point(ring_line(soup, &ring), cut.items[cut.count - 1]);
    if (start == end) return;
    array_reserve(&soup->points, soup->points.count + ring.count + 2 * cut.count + 2);
    SoupRing one = add_side(soup, &ring, start, end, cut, true);
    SoupRing other = add_side(soup, &ring, end, start, cut, false);
    if (one.count < 3 || other.count < 3) return;
    soup->rings.items[index] = one;
    array_push(&soup->rings, other);
}

/* Gives a ring to another owner with all the rings inside it. */
static void give_ring(Soup *soup, size_t index, int owner) {
    SoupRing *given = &soup->rings.items[index];
    for (size_t i = 0; i < soup->rings.count; i++) {
        SoupRing *ring = &soup->rings.items[i];
        if (i != index && ring->owner == given->owner &&
            plane_contains(ring_line(soup, given), soup->points.items[ring->first]) &&
            ring->count < given->count)
            ring->owner = owner;
    }
    given->owner = owner;
}

static void move_part(const ViewRule *rule, const Entries *entries, Soup *soup, bool *joins) {
    int from = owner_of(entries, rule->from), to = owner_of(entries, rule->to);
    if (from < 0 || to < 0) return;
    size_t ring = find_ring(soup, from, rule->at);
    if (ring == soup->rings.count) return;
    if (rule->along.count) {
        cut_ring(soup, ring, rule->along);
        ring = find_ring(soup, from, rule->at);
        if (ring == soup->rings.count) return;
    }
    give_ring(soup, ring, to);
    soup->rings.items[ring].dashed = rule->dashed;
    joins[to] = true;
}

void worldview_move_parts(const Worldview *view, const Entries *entries, Soup *soup, bool *joins) {
    for (size_t i = 0; i < view->count; i++)
        if (!view->rules[i].whole) move_part(&view->rules[i], entries, soup, joins);
}
