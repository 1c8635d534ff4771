/* See layout.h. Shares of the page's width and height are those of the drawn pages. */
#include "layout.h"

#include "mirror.h"

#include <math.h>

/* A column of text beside the map holds the legend's lines only where a line of the page holds about sixty
 * letters. */
LayoutKind layout_kind(const Page *page, bool world) {
    enum { ROOM_FOR_COLUMN = 60 };
    const LayoutStyle *style = &page->style->layout;
    if (!page->style->page.caption) return LAYOUT_BARE;
    if (page->width < style->thumbnail.below && page->pixels) return LAYOUT_THUMB;
    bool narrow = page->width < style->tall.column * page->s;
    if (page->width <= page->height * 1.05) return narrow ? LAYOUT_COLUMN : LAYOUT_TALL;
    if (world) return LAYOUT_WIDE;
    return page->width < ROOM_FOR_COLUMN * page->s ? LAYOUT_TALL : LAYOUT_REGION;
}

/* Between blocks, in multiples of s: the full distance on wide pages, little where room is dear. */
static double gap(const Page *page, double full) {
    return full * (page->tight < 0.8 ? 0.5 : 1);
}

static double foot_of(const Layout *layout, const Page *page) {
    if (layout->roster.count) return layout->roster.rule - page->s * gap(page, 1);
    return layout->caption.top_of_source - page->s * gap(page, 1.2);
}

static double above_legend(const Page *page) {
    return page->style->layout.above_legend * page->s * page->tight;
}

/* Half of a page is the map's. What goes first is the subtitle, then the legend's second lines. */
static void measure_head(Page *page, const Story *story, Layout *layout, double left, double right,
                         double source_right, bool downward) {
    static const double MOST = 0.5; /* of the page's height */
    Story plain = *story;
    for (int round = 0; round < 2; round++) {
        layout->caption = caption_measure(page, &plain, left, right, source_right);
        layout->legend =
            legend_measure(page, story, left, layout->caption.bottom + above_legend(page), right, downward);
        if (downward || layout->legend.bottom <= MOST * page->height) return;
        plain.subtitle = NULL;
    }
    double row = 2 * page->s;
    layout->legend = legend_measure_short(page, story, left, layout->caption.bottom + row, right);
}

/* The list of names stands under the map, or in a region's column of text as long as the legend leaves room.
 */
static void measure_text(Page *page, const Story *story, Layout *layout, double left, double right,
                         double source_right, bool downward) {
    measure_head(page, story, layout, left, right, source_right, downward);
    Roster roster = roster_measure(page, story, left, right, foot_of(layout, page));
    if (!downward || roster.rule > layout->legend.bottom + page->s)
        layout->roster = roster;
    else
        layout->roster.left_out = roster.count > 0 || roster.left_out;
}

/* Moves the legend below the map, where the style wants it there; returns the foot of the map. */
static double place_legend(Page *page, const Story *story, Layout *layout, double right) {
    double foot = foot_of(layout, page), top = layout->caption.bottom + above_legend(page);
    double height = layout->legend.bottom - top;
    if (page->style->legend.place != LEGEND_BOTTOM || height <= 0) return foot;
    layout->legend = legend_measure(page, story, layout->caption.left, foot - height, right, false);
    return foot - height - page->s;
}

/* Where the map begins, under whatever stands over it. */
static double top_of_map(const Page *page, const Layout *layout) {
    return page->style->legend.place == LEGEND_BOTTOM ? layout->caption.bottom : layout->legend.bottom;
}

static bool stands_beside(const Page *page) {
    return page->style->legend.place == LEGEND_LEFT || page->style->legend.place == LEGEND_RIGHT;
}

/* A column beside the map, as wide as its widest entry; the map gives way to it. Where it is too high or
 * takes a third of the map's room, the legend stays over the map. */
static void place_beside(Page *page, const Story *story, Layout *layout, size_t insets) {
    static const double MOST = 1.0 / 3;
    Box *map = &layout->map;
    double top = layout->caption.bottom + page->style->layout.above_map * page->s, width = 0;
    double gap = page->style->legend.least_gap * page->s;
    for (size_t i = 0; i < layout->legend.count; i++) width = fmax(width, layout->legend.entries[i].width);
    bool first = page->style->legend.place == LEGEND_LEFT || insets > 0; /* whose leaders would cross it */
    double left = first ? map->left : map->right - width;
    Legend column = legend_measure(page, story, left, top, left + width, true);
    if (column.count == 0 || column.bottom > map->bottom || width + gap > MOST * box_width(*map)) return;
    layout->legend = column;
    map->top = top;
    if (first)
        map->left += width + gap;
    else
        map->right -= width + gap;
}

/* Where frames beside the text end: the source line, which may have several lines, runs below them. */
static double bottom_of_frames(const Page *page, const Layout *layout) {
    return fmin(page->height * page->style->layout.wide.bottom,
                layout->caption.top_of_source - page->s * 0.4);
}

static Layout measure_wide(Page *page, const Story *story, size_t insets) {
    Layout layout = {.kind = LAYOUT_WIDE, .globe = BOX_EMPTY};
    const LayoutStyle *style = &page->style->layout;
    double w = page->width, h = page->height, left = w * page->style->page.margin;
    double right = insets ? w * style->wide.map : w - left;
    measure_text(page, story, &layout, left, right, w - left, false);
    double foot = place_legend(page, story, &layout, right);
    layout.map = (Box){left, top_of_map(page, &layout) + style->above_map * page->s, right, foot};
    if (stands_beside(page)) place_beside(page, story, &layout, insets);
    Box column = {w * style->wide.insets, h * style->wide.top, w - left, bottom_of_frames(page, &layout)};
    double gutter = h * style->wide.gutter, half = (box_height(column) - gutter) / 2;
    if (insets == 1) layout.insets[0] = column;
    if (insets == 2) {
        layout.insets[0] = (Box){column.left, column.top, column.right, column.top + half};
        layout.insets[1] = (Box){column.left, column.bottom - half, column.right, column.bottom};
    }
    layout.fit = layout.map;
    layout.inset_count = insets;
    return layout;
}

/* A map of the world is so many times as wide as high. */
static const double WORLD_ASPECT = 0.53;

void layout_move_foot(const Page *page, Layout *layout, double foot) {
    if (foot < layout->highest_foot) foot = layout->highest_foot;
    if (foot > layout->lowest_foot) foot = layout->lowest_foot;
    layout->map.bottom = foot;
    for (size_t i = 0; i < layout->inset_count; i++)
        layout->insets[i].top = foot + page->s * page->style->layout.tall.gap;
}

/* The map has the full width and ends where the insets begin, which may cover its empty south. */
static void stack_insets(const Page *page, Layout *layout, Box room, size_t count) {
    const LayoutStyle *style = &page->style->layout;
    double gutter = page->width * style->tall.gutter;
    double width = (box_width(room) - gutter * (double)(count - 1)) / (double)count;
    double wanted = room.top + box_width(room) * WORLD_ASPECT;
    for (size_t i = 0; i < count; i++) {
        double left = room.left + (double)i * (width + gutter);
        layout->insets[i] = (Box){left, room.bottom, left + width, room.bottom};
    }
    layout->inset_count = count;
    layout->lowest_foot =
        fmax(room.bottom - style->tall.least * page->height, room.top + box_height(room) * style->tall.map);
    layout->highest_foot = fmin(room.bottom - style->tall.most * page->height, layout->lowest_foot);
    layout->fit = (Box){room.left, room.top, room.right, fmax(wanted, layout->lowest_foot)};
    layout_move_foot(page, layout, wanted);
}

static double tall_margin(const Page *page) {
    return page->width * fmax(page->style->page.margin, page->style->layout.tall.margin);
}

static Layout measure_tall(Page *page, const Story *story, size_t insets) {
    Layout layout = {.kind = LAYOUT_TALL, .globe = BOX_EMPTY};
    double w = page->width, margin = tall_margin(page);
    measure_text(page, story, &layout, margin, w - margin, w - margin, false);
    double foot = place_legend(page, story, &layout, w - margin),
           top = top_of_map(page, &layout) + page->s * gap(page, 1);
    layout.map = layout.fit = (Box){margin, top, w - margin, foot};
    if (insets) stack_insets(page, &layout, layout.map, insets);
    return layout;
}

/* The map at the foot, as high as its width needs; insets of its width have the rest, as long as they are not
 * mere strips. */
static void pile_insets(const Page *page, Layout *layout, size_t count) {
    static const double LEAST = 0.6; /* of the width */
    Box room = layout->map;
    double top = fmax(room.bottom - box_width(room) * WORLD_ASPECT, (room.top + room.bottom) / 2);
    double gap = 2 * page->s * page->style->layout.tall.gap, high = (top - room.top) / (double)count;
    while (count > 1 && high < LEAST * box_width(room)) high = (top - room.top) / (double)--count;
    for (size_t i = 0; i < count; i++) {
        double above = room.top + (double)i * high;
        layout->insets[i] = (Box){room.left, above, room.right, above + high - gap};
    }
    layout->inset_count = count;
    layout->map.top = top;
    layout->fit = layout->map;
}

static Layout measure_column(Page *page, const Story *story, size_t insets) {
    Layout layout = {.kind = LAYOUT_COLUMN, .globe = BOX_EMPTY};
    double w = page->width, margin = tall_margin(page);
    measure_text(page, story, &layout, margin, w - margin, w - margin, false);
    double foot = place_legend(page, story, &layout, w - margin),
           top = top_of_map(page, &layout) + page->s * gap(page, 1);
    layout.map = layout.fit = (Box){margin, top, w - margin, foot};
    if (insets) pile_insets(page, &layout, insets);
    return layout;
}

static Layout measure_region(Page *page, const Story *story) {
    Layout layout = {.kind = LAYOUT_REGION, .globe = BOX_EMPTY};
    const LayoutStyle *style = &page->style->layout;
    double w = page->width, h = page->height, left = w * page->style->page.margin;
    measure_text(page, story, &layout, left, left + w * style->region.text, w - left, true);
    double side = h * style->region.globe, foot = foot_of(&layout, page);
    layout.map = (Box){w * style->region.map, h * style->wide.top, w - left, bottom_of_frames(page, &layout)};
    double room = foot - layout.legend.bottom - page->s;
    if (side > room) side = room;
    if (side > page->s * style->region.least_globe)
        layout.globe = (Box){left, foot - side, left + side, foot};
    layout.fit = layout.map;
    return layout;
}

static Layout measure_thumb(Page *page, const Story *story) {
    Layout layout = {.kind = LAYOUT_THUMB, .globe = BOX_EMPTY};
    double w = page->width, left = w * page->style->layout.thumbnail.margin;
    layout.caption =
        caption_measure_title(page, story, left, w - left, w * page->style->layout.thumbnail.title);
    layout.legend = legend_measure_short(page, story, left, page->height - 1.1 * page->s, w - left);
    layout.map = (Box){left, layout.caption.bottom + 0.7 * page->s, w - left,
                       page->height - layout.legend.row_height - 1.4 * page->s};
    layout.fit = layout.map;
    return layout;
}

static Layout measure(Page *page, const Story *story, LayoutKind kind, size_t insets) {
    switch (kind) {
    case LAYOUT_WIDE:
        return measure_wide(page, story, insets);
    case LAYOUT_TALL:
        return measure_tall(page, story, insets);
    case LAYOUT_COLUMN:
        return measure_column(page, story, insets);
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

/* Insets that stand side by side keep their order from west to east. */
static void mirror_insets(const Page *page, Layout *layout) {
    for (size_t i = 0; i < 2; i++) layout->insets[i] = mirror_box(page, layout->insets[i]);
    Box first = layout->insets[0], second = layout->insets[1];
    if (layout->inset_count < 2 || first.left <= second.left) return;
    layout->insets[0] = second;
    layout->insets[1] = first;
}

Layout layout_measure(Page *page, const Story *story, LayoutKind kind, size_t insets) {
    Layout layout = measure(page, story, kind, insets);
    layout.map = mirror_box(page, layout.map);
    layout.fit = mirror_box(page, layout.fit);
    layout.globe = mirror_box(page, layout.globe);
    mirror_insets(page, &layout);
    return layout;
}
