/* See legend.h: the signs of the map as the legend explains them. How large signs of strikes are needs no
 * word: each has its number beside it. */
#include "curves.h"
#include "legend.h"
#include "symbols.h"

#include <math.h>

size_t legend_find_signs(const Page *page, const Story *story, LegendSign signs[MOST_SIGNS],
                         const char *texts[MOST_SIGNS]) {
    const struct {
        bool shown;
        LegendSign sign;
        const char *text;
    } all[MOST_SIGNS] = {{story->strikes_text != NULL, EXPLAINS_STRIKES, story->strikes_text},
                         {story->has_connectors, EXPLAINS_CONNECTORS, page->texts->connectors},
                         {story->host_city != NULL, EXPLAINS_HOST, page->texts->host_city}};
    size_t count = 0;
    for (size_t i = 0; i < MOST_SIGNS; i++) {
        if (!all[i].shown) continue;
        signs[count] = all[i].sign;
        texts[count++] = all[i].text;
    }
    return count;
}

static void draw_connector(Page *page, Point center, double radius) {
    static const double BEND = 0.2, WIDER = 1.05;
    Point from = {center.x - radius * WIDER, center.y + radius * 0.4},
          to = {center.x + radius * WIDER, center.y + radius * 0.4};
    Curve curve = curve_bow(from, to, BEND);
    Outline line = {0};
    outline_move(&line, from.x, from.y);
    for (int i = 1; i <= CURVE_STEPS; i++) outline_line(&line, curve.points[i].x, curve.points[i].y);
    curve_draw(page, &line, curve.points[CURVE_STEPS - 4], to);
    outline_free(&line);
}

void legend_draw_sign(Page *page, LegendSign sign, Point center, double radius) {
    switch (sign) {
    case EXPLAINS_STRIKES:
        symbol_strikes(page, center, radius, page->style->pill.star);
        return;
    case EXPLAINS_CONNECTORS:
        draw_connector(page, center, radius);
        return;
    case EXPLAINS_HOST:
        symbol_host(page, center);
    }
}
