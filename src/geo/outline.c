/* See outline.h. Circles are four Bezier quarters, off by less than 0.03 % of the radius. */
#include "outline.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

static const double QUARTER = 0.5522847498307936; /* control length of a quarter circle, 4/3 (sqrt 2 - 1) */

static void add_verb(Outline *outline, OutlineVerb verb) {
    array_push(&outline->verbs, (uint8_t)verb);
}

static void add_point(Outline *outline, Point point) {
    array_push(&outline->points, point);
}

void outline_move(Outline *outline, double x, double y) {
    add_verb(outline, OUTLINE_MOVE);
    add_point(outline, (Point){x, y});
}

void outline_line(Outline *outline, double x, double y) {
    add_verb(outline, OUTLINE_LINE);
    add_point(outline, (Point){x, y});
}

void outline_curve(Outline *outline, Point control1, Point control2, Point end) {
    add_verb(outline, OUTLINE_CURVE);
    add_point(outline, control1);
    add_point(outline, control2);
    add_point(outline, end);
}

void outline_close(Outline *outline) {
    add_verb(outline, OUTLINE_CLOSE);
}

void outline_free(Outline *outline) {
    array_free(&outline->points);
    array_free(&outline->verbs);
}

void outline_clear(Outline *outline) {
    outline->points.count = outline->verbs.count = 0;
}

void outline_append(Outline *outline, const Outline *other) {
    array_reserve(&outline->points, outline->points.count + other->points.count);
    array_reserve(&outline->verbs, outline->verbs.count + other->verbs.count);
    for (size_t i = 0; i < other->points.count; i++) add_point(outline, other->points.items[i]);
    for (size_t i = 0; i < other->verbs.count; i++) array_push(&outline->verbs, other->verbs.items[i]);
}

void outline_box(Outline *outline, Box box) {
    outline_move(outline, box.left, box.top);
    outline_line(outline, box.right, box.top);
    outline_line(outline, box.right, box.bottom);
    outline_line(outline, box.left, box.bottom);
    outline_close(outline);
}

/* A quarter ellipse round `corner` (where its tangents meet). */
static void add_corner(Outline *outline, Point from, Point corner, Point to) {
    Point control1 = {from.x + (corner.x - from.x) * QUARTER, from.y + (corner.y - from.y) * QUARTER};
    Point control2 = {to.x + (corner.x - to.x) * QUARTER, to.y + (corner.y - to.y) * QUARTER};
    outline_curve(outline, control1, control2, to);
}

void outline_rounded_box(Outline *outline, Box box, double radius) {
    double r = fmin(radius, fmin(box_width(box), box_height(box)) / 2);
    if (!(r > 0)) {
        outline_box(outline, box);
        return;
    }
    double l = box.left, t = box.top, b = box.bottom, e = box.right;
    outline_move(outline, l + r, t);
    outline_line(outline, e - r, t);
    add_corner(outline, (Point){e - r, t}, (Point){e, t}, (Point){e, t + r});
    outline_line(outline, e, b - r);
    add_corner(outline, (Point){e, b - r}, (Point){e, b}, (Point){e - r, b});
    outline_line(outline, l + r, b);
    add_corner(outline, (Point){l + r, b}, (Point){l, b}, (Point){l, b - r});
    outline_line(outline, l, t + r);
    add_corner(outline, (Point){l, t + r}, (Point){l, t}, (Point){l + r, t});
    outline_close(outline);
}

void outline_circle(Outline *outline, Point center, double radius) {
    double x = center.x, y = center.y, r = radius;
    outline_move(outline, x, y - r);
    add_corner(outline, (Point){x, y - r}, (Point){x + r, y - r}, (Point){x + r, y});
    add_corner(outline, (Point){x + r, y}, (Point){x + r, y + r}, (Point){x, y + r});
    add_corner(outline, (Point){x, y + r}, (Point){x - r, y + r}, (Point){x - r, y});
    add_corner(outline, (Point){x - r, y}, (Point){x - r, y - r}, (Point){x, y - r});
    outline_close(outline);
}

/* The next corner of a closed figure. */
static void add_vertex(Outline *outline, bool first, Point at) {
    if (first)
        outline_move(outline, at.x, at.y);
    else
        outline_line(outline, at.x, at.y);
}

void outline_polygon(Outline *outline, Point center, int corners, double radius, double turn) {
    for (int i = 0; i < corners; i++) {
        double angle = 2 * M_PI * ((double)i / corners + turn);
        add_vertex(outline, i == 0, (Point){center.x + radius * sin(angle), center.y - radius * cos(angle)});
    }
    if (corners > 0) outline_close(outline);
}

void outline_star(Outline *outline, Point center, int count, double outer, double inner) {
    for (int i = 0; i < 2 * count; i++) {
        double angle = M_PI * i / count, radius = i % 2 ? inner : outer;
        add_vertex(outline, i == 0, (Point){center.x + radius * sin(angle), center.y - radius * cos(angle)});
    }
    if (count > 0) outline_close(outline);
}

bool outline_is_empty(const Outline *outline) {
    return outline->verbs.count == 0;
}
