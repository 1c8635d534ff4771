/* See hatch.h. A point p lies on a stripe where its distance from the origin across the stripes, p * across,
 * is a multiple of pitch. */
#include "hatch.h"

#include <math.h>

enum { MOST_STRIPES = 20000 };

/* The reach of a box along a direction. */
static void reach(Box box, Point direction, double *least, double *most) {
    double left = box.left * direction.x, right = box.right * direction.x;
    double top = box.top * direction.y, bottom = box.bottom * direction.y;
    *least = fmin(left, right) + fmin(top, bottom);
    *most = fmax(left, right) + fmax(top, bottom);
}

/* Narrows from..to to where start + t * step lies between low and high. */
static void narrow(double start, double step, double low, double high, double *from, double *to) {
    if (fabs(step) < 1e-9) {
        if (start < low || start > high) *to = *from;
        return;
    }
    double a = (low - start) / step, b = (high - start) / step;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
}

static void add_line(Box box, Point foot, Point along, Outline *lines) {
    double from = -1e9, to = 1e9;
    narrow(foot.x, along.x, box.left, box.right, &from, &to);
    narrow(foot.y, along.y, box.top, box.bottom, &from, &to);
    if (to <= from) return;
    outline_move(lines, foot.x + from * along.x, foot.y + from * along.y);
    outline_line(lines, foot.x + to * along.x, foot.y + to * along.y);
}

void hatch_lines(const Hatch *hatch, Box box, Outline *lines) {
    double angle = hatch->angle * 3.14159265358979323846 / 180;
    Point along = {cos(angle), -sin(angle)}, across = {sin(angle), cos(angle)};
    double width = hatch->stripe + 2 * hatch->casing, least, most;
    if (!(hatch->pitch > 0) || box_is_empty(box)) return;
    box = box_grown(box, width);
    reach(box, across, &least, &most);
    double first = ceil(least / hatch->pitch), last = floor(most / hatch->pitch);
    if (!(last - first < MOST_STRIPES)) return;
    for (double stripe = first; stripe <= last; stripe++) {
        double distance = stripe * hatch->pitch;
        add_line(box, (Point){across.x * distance, across.y * distance}, along, lines);
    }
}
