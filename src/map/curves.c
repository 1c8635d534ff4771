/* See curves.h. */
#include "curves.h"

#include <math.h>

Curve curve_bow(Point from, Point to, double bend) {
    Curve curve;
    double across = to.x - from.x, down = to.y - from.y, side = across >= 0 ? 1 : -1;
    Point middle = {(from.x + to.x) / 2 + 2 * bend * side * down,
                    (from.y + to.y) / 2 - 2 * bend * side * across};
    for (int i = 0; i <= CURVE_STEPS; i++) {
        double t = (double)i / CURVE_STEPS, u = 1 - t; /* a quadratic Bezier curve */
        curve.points[i] = (Point){u * u * from.x + 2 * u * t * middle.x + t * t * to.x,
                                  u * u * from.y + 2 * u * t * middle.y + t * t * to.y};
    }
    return curve;
}

static void add_head(const Page *page, Point before, Point tip, Outline *head) {
    static const double HALF_WIDTH = 0.38; /* of the length */
    double x = tip.x - before.x, y = tip.y - before.y, length = hypot(x, y);
    double size = page->style->connectors.head * page->line;
    if (length <= 0 || size <= 0) return;
    x *= size / length, y *= size / length;
    outline_move(head, tip.x, tip.y);
    outline_line(head, tip.x - x - HALF_WIDTH * y, tip.y - y + HALF_WIDTH * x);
    outline_line(head, tip.x - x + HALF_WIDTH * y, tip.y - y - HALF_WIDTH * x);
    outline_close(head);
}

void curve_draw(Page *page, const Outline *lines, Point before, Point tip) {
    const ConnectorStyle *style = &page->style->connectors;
    Outline head = {0};
    Pen pen = page_pen(page, style->pen, 1), casing = page_pen(page, style->casing, 1);
    Pen edge = {casing.colour, fmax(0, casing.width - pen.width), {0}};
    add_head(page, before, tip, &head);
    scene_path(page->scene, lines, (Fill){0}, casing);
    if (!outline_is_empty(&head)) scene_path(page->scene, &head, (Fill){0}, edge);
    scene_path(page->scene, lines, (Fill){0}, pen);
    if (!outline_is_empty(&head)) scene_path(page->scene, &head, (Fill){.colour = pen.colour}, (Pen){0});
    outline_free(&head);
}
