/* See layout.h. Shares of the page's width and height are those of the drawn pages. */
#include "layout.h"

#include <math.h>

LayoutKind layout_kind(const Page *page, bool world) {
    enum { THUMB_WIDTH = 500 };
    if (!page->style->page.caption) return LAYOUT_BARE;
    if (page->width < THUMB_WIDTH && page->pixels) return LAYOUT_THUMB;
    if (page->width <= page->height * 1.05) return LAYOUT_TALL;
    return world ? LAYOUT_WIDE : LAYOUT_REGION;
}

static double foot_of(const Layout *layout, const Page *page) {
    return layout->caption.top_of_source - page->s * 1.2;
}

static void measure_text(Page *page, const Story *story, Layout *layout, double left, double right,
                         double source_right, bool downward) {
    layout->caption = caption_measure(page, story, left, right, source_right);
    layout->legend =
        legend_measure(page, story, left, layout->caption.bottom + 1.2 * page->s, right, downward);
}

/* Moves the legend below the map, where the style wants it there; returns the foot of the map. */
static double place_legend(Page *page, const Story *story, Layout *layout, double right) {
    double foot = foot_of(layout, page), top = layout->caption.bottom + 1.2 * page->s;
    double height = layout->legend.bottom - top;
    if (page->style->legend.place != LEGEND_BOTTOM || height <= 0) return foot;
    layout->legend = legend_measure(page, story, layout->caption.left, foot - height, right, false);
    return foot - height - page->s;
}

/* Where the map begins, under whatever stands over it. */
static double top_of_map(const Page *page, const Layout *layout) {
    return page->style->legend.place == LEGEND_BOTTOM ? layout->caption.bottom : layout->legend.bottom;
}

static Layout measure_wide(Page *page, const Story *story, size_t insets) {
    Layout layout = {.kind = LAYOUT_WIDE, .globe = BOX_EMPTY};
    double w = page->width, h = page->height, left = w * page->style->page.margin;
    double right = insets ? w * 0.65 : w - left;
    measure_text(page, story, &layout, left, right, w - left, false);
    double foot = place_legend(page, story, &layout, right);
    layout.map = (Box){left, top_of_map(page, &layout) + 1.6 * page->s, right, foot};
    Box column = {w * 0.665, h * 0.044, w - left, h * 0.944};
    double gutter = h * 0.018, half = (box_height(column) - gutter) / 2;
    if (insets == 1) layout.insets[0] = column;
    if (insets == 2) {
        layout.insets[0] = (Box){column.left, column.top, column.right, column.top + half};
        layout.insets[1] = (Box){column.left, column.bottom - half, column.right, column.bottom};
    }
    layout.fit = layout.map;
    return layout;
}

/* The insets take what a map of the world's shape does not need. */
static Layout measure_tall(Page *page, const Story *story, size_t insets) {
    static const double WORLD_ASPECT = 0.53;
    Layout layout = {.kind = LAYOUT_TALL, .globe = BOX_EMPTY};
    double w = page->width, margin = fmax(page->style->page.margin * w, 0.044 * w);
    measure_text(page, story, &layout, margin, w - margin, w - margin, false);
    double foot = place_legend(page, story, &layout, w - margin), top = top_of_map(page, &layout) + page->s;
    double wanted = (w - 2 * margin) * WORLD_ASPECT, inset_share = 0.33 * page->height;
    double bottom = insets ? fmax(foot - inset_share, top + (foot - top) * 0.4) : foot;
    if (insets && bottom > top + wanted) bottom = top + wanted;
    layout.map = (Box){margin, top, w - margin, bottom};
    layout.fit = (Box){margin, top, w - margin, fmax(bottom, top + wanted)};
    double gutter = w * 0.015,
           width = (w - 2 * margin - gutter * (double)(insets - 1)) / (double)(insets ? insets : 1);
    if (!insets) layout.fit = layout.map;
    for (size_t i = 0; i < insets; i++) {
        double left = margin + (double)i * (width + gutter);
        layout.insets[i] = (Box){left, bottom + page->s * 0.4, left + width, foot};
    }
    return layout;
}

static Layout measure_region(Page *page, const Story *story) {
    Layout layout = {.kind = LAYOUT_REGION, .globe = BOX_EMPTY};
    double w = page->width, h = page->height, left = w * page->style->page.margin;
    measure_text(page, story, &layout, left, left + w * 0.295, w - left, true);
    layout.map = (Box){w * 0.3375, h * 0.044, w - left, h * 0.944};
    double side = h * 0.31, foot = foot_of(&layout, page), room = foot - layout.legend.bottom - page->s;
    if (side > room) side = room;
    if (side > page->s * 6) layout.globe = (Box){left, foot - side, left + side, foot};
    layout.fit = layout.map;
    return layout;
}

static Layout measure_thumb(Page *page, const Story *story) {
    Layout layout = {.kind = LAYOUT_THUMB, .globe = BOX_EMPTY};
    double w = page->width, left = w * 0.04;
    layout.caption = caption_measure_title(page, story, left, w - left, w * 0.05);
    layout.legend = legend_measure_short(page, story, left, page->height - 1.1 * page->s, w - left);
    layout.map = (Box){left, layout.caption.bottom + 0.7 * page->s, w - left,
                       page->height - layout.legend.row_height - 1.4 * page->s};
    layout.fit = layout.map;
    return layout;
}

Layout layout_measure(Page *page, const Story *story, LayoutKind kind, size_t insets) {
    switch (kind) {
    case LAYOUT_WIDE:
        return measure_wide(page, story, insets);
    case LAYOUT_TALL:
        return measure_tall(page, story, insets);
    case LAYOUT_REGION:
        return measure_region(page, story);
    case LAYOUT_THUMB:
        return measure_thumb(page, story);
    case LAYOUT_BARE:
        break;
    }
    Box sheet = {0, 0, page->width, page->height};
    return (Layout){.kind = LAYOUT_BARE, .map = sheet, .fit = sheet, .globe = BOX_EMPTY};
}
