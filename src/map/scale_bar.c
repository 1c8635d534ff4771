/* See scale_bar.h. A map that is wide on the sphere has no one scale, and a bar on it would be wrong in
 * print. */
#include "scale_bar.h"

#include "corner.h"
#include "wording.h"

#include <math.h>

/* Of a mean sphere (IUGG R1), as Natural Earth's coordinates are used here; and the international mile. */
static const double KILOMETRES_PER_DEGREE = 6371.0088 * 3.14159265358979323846 / 180,
                    KILOMETRES_PER_MILE = 1.609344;
/* The most that the scale in a corner may differ from the one in the middle. */
static const double MOST_DIFFERENCE = 0.1;

double scale_at(const Panel *panel, Point at) {
    double step = box_width(panel->box) / 200;
    LonLat left, right;
    if (!unproject_point(panel->projector, (Point){at.x - step, at.y}, &left) ||
        !unproject_point(panel->projector, (Point){at.x + step, at.y}, &right))
        return 0;
    return sphere_distance(left, right) * KILOMETRES_PER_DEGREE / (2 * step);
}

double scale_round(double most) {
    double power = 1, rounded = 1;
    while (power * 10 <= most) power *= 10;
    while (power > most) power /= 10;
    for (int digit = 1; digit <= 5; digit += digit == 1 ? 1 : 3)
        if (digit * power <= most) rounded = digit * power;
    return rounded;
}

/* The scale of the whole panel; 0 where it has none. */
static double scale_of(const Panel *panel) {
    Box box = panel->box;
    double middle = scale_at(panel, (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2});
    for (int i = 0; i < 4; i++) {
        double there = scale_at(panel, (Point){i % 2 ? box.right : box.left, i < 2 ? box.top : box.bottom});
        if (!(fabs(there - middle) <= middle * MOST_DIFFERENCE)) return 0;
    }
    return middle;
}

static void draw_line(Page *page, Box box, double tick) {
    Outline line = {0};
    outline_move(&line, box.left, box.bottom - tick);
    outline_line(&line, box.left, box.bottom);
    outline_line(&line, box.right, box.bottom);
    outline_line(&line, box.right, box.bottom - tick);
    scene_path(page->scene, &line, (Fill){0}, page_pen(page, page->style->leader.casing, 1));
    scene_path(page->scene, &line, (Fill){0}, page_pen(page, page->style->scale_bar.pen, 1));
    outline_free(&line);
}

static bool is_wanted(const Page *page, const Panel *panel) {
    int where = page->style->scale_bar.where;
    return panel->framed && (where == SCALE_BAR_ALL || (where == SCALE_BAR_REGION && !panel->title));
}

Box scale_bar_draw(Page *page, const Panel *panel, Box taken) {
    static const Corner order[CORNERS] = {BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT};
    const ScaleBarStyle *style = &page->style->scale_bar;
    bool miles = style->unit == SCALE_MILES;
    double scale = is_wanted(page, panel) ? scale_of(panel) / (miles ? KILOMETRES_PER_MILE : 1) : 0, hidden;
    if (scale <= 0) return BOX_EMPTY;
    double number = scale_round(box_width(panel->box) * style->longest * scale);
    const char *text = page_fill_in(page, miles ? page->texts->miles : page->texts->kilometres, "count",
                                    wording_of_digits(page, number), NULL);
    Font font = page_font(page, &page->style->text.scale);
    double length = number / scale, tick = page->s * style->tick;
    double width = fmax(length, letters_measure(page->letters, &font, text).width);
    Box box = corner_choose(page, panel, width, font.size * 0.8 + tick * 1.5, order, taken, &hidden);
    if (box_is_empty(box) || hidden > 0) return BOX_EMPTY;
    double middle = (box.left + box.right) / 2;
    scene_group(page->scene,
                &(GroupMark){.id = arena_format(page->arena, "%s-scale", panel->id), .kind = "scale"});
    draw_line(page, (Box){middle - length / 2, box.top, middle + length / 2, box.bottom}, tick);
    page_text_on_map(page, &page->style->text.scale, text, (Point){middle, box.bottom - tick * 1.5},
                     TEXT_MIDDLE);
    scene_end(page->scene);
    return box_grown(box, page->s * 0.5);
}
