/* See corner.h. */
#include "corner.h"

/* How many small countries a box would hide: they are too small for the raster. */
static int circles_in(const Panel *panel, Box box) {
    int count = 0;
    for (size_t i = 0; i < panel->shape_count; i++) {
        Point at = panel->shapes[i].center;
        count += panel->shapes[i].circle && box_contains(box, (Box){at.x, at.y, at.x, at.y});
    }
    return count;
}

static Box corner_box(Box bounds, double width, double height, Corner corner) {
    bool left = corner == TOP_LEFT || corner == BOTTOM_LEFT, top = corner == TOP_LEFT || corner == TOP_RIGHT;
    double x = left ? bounds.left : bounds.right - width, y = top ? bounds.top : bounds.bottom - height;
    return (Box){x, y, x + width, y + height};
}

Box corner_choose(const Page *page, const Panel *panel, double width, double height,
                  const Corner order[CORNERS], Box taken, double *hides) {
    Box best = BOX_EMPTY, bounds = box_grown(panel->box, -page->s * page->style->insets.corner);
    double least = 1e300;
    for (int i = 0; i < CORNERS; i++) {
        Box box = corner_box(bounds, width, height, order[i]), around = box_grown(box, page->s);
        if (!box_is_empty(taken) && box_overlaps(taken, around)) continue;
        Cover cover = raster_cover(panel->raster, around, RASTER_NOTHING - 1, panel->marked);
        double hidden = cover.marked + circles_in(panel, around);
        double cost = hidden * 10 + cover.other * 0.2 + i * 0.01;
        if (cost < least) least = cost, best = box, *hides = hidden;
    }
    return best;
}
