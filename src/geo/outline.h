/*
 * A path on the plane: the points and what to do with them. Page units, y down, once it reaches the scene.
 * Filled by the even-odd rule everywhere, so that holes need no orientation.
 */
#ifndef GEO_OUTLINE_H
#define GEO_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Point {
    double x, y;
} Point;

typedef struct Box {
    double left, top, right, bottom;
} Box;

/* An empty box grows around anything. */
#define BOX_EMPTY ((Box){1e300, 1e300, -1e300, -1e300})

typedef enum OutlineVerb { OUTLINE_MOVE, OUTLINE_LINE, OUTLINE_CURVE, OUTLINE_CLOSE } OutlineVerb;

/* MOVE and LINE take one point, CURVE takes three (cubic Bezier), CLOSE none. Initialise with {0}; plain
 * memory from malloc. */
typedef struct Outline {
    struct {
        Point *items;
        size_t count, capacity;
    } points;
    struct {
        uint8_t *items;
        size_t count, capacity;
    } verbs;
} Outline;

void outline_move(Outline *outline, double x, double y);
void outline_line(Outline *outline, double x, double y);
void outline_curve(Outline *outline, Point control1, Point control2, Point end);
void outline_close(Outline *outline);
void outline_free(Outline *outline);
/* Empties it and keeps the memory. */
void outline_clear(Outline *outline);
void outline_append(Outline *outline, const Outline *other);

/* Shapes added as closed subpaths. radius of a rounded box is held to half its shorter side. */
void outline_box(Outline *outline, Box box);
void outline_rounded_box(Outline *outline, Box box, double radius);
void outline_circle(Outline *outline, Point center, double radius);
/* A regular polygon in the circle of a radius, its first corner upward or a turn (1 for a whole one) from
 * there. */
void outline_polygon(Outline *outline, Point center, int corners, double radius, double turn);
/* A star with count points, the first upward. */
void outline_star(Outline *outline, Point center, int count, double outer, double inner);

/* The box of the points (control points included). */
Box outline_box_of(const Outline *outline);
/* Area enclosed, by the shoelace formula over straight pieces; holes subtract when they run the other way.
 * Absolute. */
double outline_area(const Outline *outline);
bool outline_is_empty(const Outline *outline);

Box box_around(Box box, Point point);
Box box_union(Box a, Box b);
Box box_grown(Box box, double by);
bool box_is_empty(Box box);
bool box_overlaps(Box a, Box b); /* touching is no overlap */
bool box_contains(Box outer, Box inner);
double box_width(Box box);
double box_height(Box box);

#endif
