/* See circles.h. */
#include "circles.h"

#include "symbols.h"

#include <math.h>
#include <string.h>

/* The ring of the host's city, which stays where the city is. */
typedef struct CityRing {
    Point at;
    double radius;
} CityRing;

/* Larger in insets, and larger still where a region has the page to itself. */
double circles_radius(const Page *page, const Panel *panel) {
    const SmallStyle *small = &page->style->small;
    double factor = !panel->framed ? 1 : panel->region ? small->in_region : small->in_inset;
    return small->radius * page->line * factor;
}

/* Grows as the circle does. */
double circles_small_area(const Page *page, const Panel *panel) {
    double factor = circles_radius(page, panel) / page->style->small.radius;
    return page->style->small.area * factor * factor;
}

/* Moves a point away from another by at most most units, so that they are apart; false where they are. */
static bool push(Point *point, Point from, double apart, double most) {
    double x = point->x - from.x, y = point->y - from.y, distance = hypot(x, y), missing = apart - distance;
    if (missing <= apart * 0.005) return false;
    if (distance < 1e-6) x = distance = 1;
    double share = fmin(missing, most) / distance;
    point->x += x * share, point->y += y * share;
    return true;
}

static bool holds_ring(const Shape *shape, const CityRing *ring) {
    return shape->center.x == ring->at.x && shape->center.y == ring->at.y;
}

/* Two circles move apart along their line, each by half of what is missing; one that holds the ring stays. */
static bool push_pair(Shape *a, Shape *b, const CityRing *ring, double edge) {
    double apart = a->radius + b->radius + edge;
    Point middle = {(a->center.x + b->center.x) / 2, (a->center.y + b->center.y) / 2}, old = a->center;
    if (holds_ring(a, ring)) return push(&b->center, old, apart, b->radius);
    if (holds_ring(b, ring)) return push(&a->center, b->center, apart, a->radius);
    if (!push(&a->center, middle, apart / 2, a->radius)) return false;
    b->center = (Point){2 * middle.x - a->center.x, 2 * middle.y - a->center.y};
    return true;
}

static bool push_once(Panel *panel, const CityRing *ring, double edge) {
    bool pushed = false;
    for (size_t i = 0; i < panel->shape_count; i++) {
        Shape *shape = &panel->shapes[i];
        if (!shape->circle) continue;
        for (size_t j = i + 1; j < panel->shape_count; j++)
            if (panel->shapes[j].circle) pushed |= push_pair(shape, &panel->shapes[j], ring, edge);
        if (ring->radius > 0 && !holds_ring(shape, ring))
            pushed |= push(&shape->center, ring->at, shape->radius + ring->radius + edge, shape->radius);
    }
    return pushed;
}

/* A circle that the frame would cut moves inside. */
static void keep_inside(Panel *panel) {
    for (size_t i = 0; panel->framed && i < panel->shape_count; i++) {
        Shape *shape = &panel->shapes[i];
        Box box = box_grown(panel->box, -shape->radius * 1.1);
        if (!shape->circle) continue;
        shape->center.x = fmax(box.left, fmin(box.right, shape->center.x));
        shape->center.y = fmax(box.top, fmin(box.bottom, shape->center.y));
    }
}

/* The circle of the host's own country grows around the ring, so that both its part and the city are seen. */
static void hold_ring(const Page *page, Panel *panel, const Story *story, const CityRing *ring) {
    const char *host = story->facts->host.country;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        Shape *shape = &panel->shapes[cast->index];
        if (!shape->circle || !host || strcmp(cast->country->code, host) != 0) continue;
        shape->center = ring->at;
        shape->radius = ring->radius + 2.5 * page->line;
    }
}

/* Pushing one pair apart may push another together, so it takes a few rounds; in a crowd it stays imperfect
 * rather than far away. */
void circles_arrange(const Page *page, Panel *panel, const Story *story) {
    enum { ROUNDS = 12 };
    double radius = circles_radius(page, panel), edge = page->style->small.ring.width * page->line;
    CityRing ring = {.radius = 0};
    for (size_t i = 0; i < panel->shape_count; i++) panel->shapes[i].radius = radius;
    if (panel_host(panel, story, &ring.at)) {
        ring.radius = symbol_host_radius(page) * (1 + page->style->host.edge);
        hold_ring(page, panel, story, &ring);
    }
    for (int i = 0; i < ROUNDS && push_once(panel, &ring, edge); i++) continue;
    keep_inside(panel);
}
