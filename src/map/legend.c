/* See legend.h. */
#include "legend.h"

#include "mirror.h"
#include "ranges.h"
#include "wording.h"

#include <math.h>

static double swatch_side(const Page *page) {
    return page->style->legend.swatch * page->s;
}

/* The number before a class: large, or little larger than its text where the legend is short. */
static TypeStyle number_type(const Page *page, bool is_short) {
    TypeStyle type = page->style->text.legend_number;
    double most = 1.3 * page->style->text.legend.font.size;
    type.font.size = page_display_font(page, &type, page->style->legend.number_share).size / page->s;
    if (is_short && type.font.size > most) type.font.size = most;
    return type;
}

static LegendEntry class_entry(Page *page, const Story *story, const StoryClass *which) {
    TypeStyle type = number_type(page, false);
    Font number = page_font(page, &type), text = page_font(page, &page->style->text.legend);
    LegendEntry entry = {.which = which, .number = ""};
    if (!story->ranges || story->ranges->is_count)
        entry.number = arena_format(page->arena, "%d", which->count);
    entry.lines = page_split(page, &text, which->text);
    entry.width = swatch_side(page) + letters_measure(page->letters, &number, entry.number).width +
                  (page->style->legend.swatch_gap + page->style->legend.number_gap) * page->s +
                  entry.lines.width;
    return entry;
}

/* A few signs, a line each. */
static LegendEntry signs_entry(Page *page, const LegendSign *signs, const char *const *texts, size_t count) {
    const LegendStyle *style = &page->style->legend;
    Font font = page_font(page, &page->style->text.legend);
    const char *lines = texts[0];
    LegendEntry entry = {.sign_count = count};
    for (size_t i = 1; i < count; i++) lines = arena_format(page->arena, "%s|%s", lines, texts[i]);
    for (size_t i = 0; i < count; i++) entry.signs[i] = signs[i];
    entry.lines = page_split(page, &font, lines);
    entry.width = (style->sign + style->sign_gap) * page->s + entry.lines.width;
    entry.height = font.size * page->style->text.legend.leading * (double)count;
    return entry;
}

/* So many signs to an entry. */
static void add_entries(Page *page, const Story *story, Legend *legend, size_t most) {
    LegendSign signs[MOST_SIGNS];
    const char *texts[MOST_SIGNS];
    size_t count = legend_find_signs(page, story, signs, texts);
    legend->count = 0;
    for (size_t i = 0; i < story->class_count; i++)
        legend->entries[legend->count++] = class_entry(page, story, &story->classes[i]);
    for (size_t i = 0; i < count; i += most) {
        size_t lines = count - i < most ? count - i : most;
        legend->entries[legend->count++] = signs_entry(page, signs + i, texts + i, lines);
    }
}

/* How many of the entries from first on fit in one row. */
static size_t row_length(const Legend *legend, size_t first, double width, double gap) {
    double used = 0;
    size_t count = 0;
    for (size_t i = first; i < legend->count; i++, count++) {
        used += legend->entries[i].width + (count ? gap : 0);
        if (count && used > width) break;
    }
    return count;
}

static double row_height(const Legend *legend, size_t first, size_t count) {
    double height = legend->row_height;
    for (size_t i = first; i < first + count; i++) height = fmax(height, legend->entries[i].height);
    return height;
}

/* Even gaps over the width; where there are several rows, columns of one width, so that the rows stand under
 * one another. */
static void place_row(Page *page, Legend *legend, size_t first, size_t count, double left, double y,
                      double width, double column) {
    double used = 0;
    for (size_t i = first; i < first + count; i++) used += legend->entries[i].width;
    double gap = count > 1 ? (width - used) / (double)(count - 1) : 0;
    if (gap > page->style->legend.most_gap * page->s) gap = page->style->legend.most_gap * page->s;
    double height = row_height(legend, first, count);
    for (size_t i = first; i < first + count; i++) {
        legend->entries[i].at = (Point){left, y};
        legend->entries[i].row = height;
        left += column > 0 ? column : legend->entries[i].width + gap;
    }
}

/* Entries in a row when there must be several rows: even rows, as many as the widest column allows. */
static size_t even_row(const Legend *legend, double width, double gap, double *column) {
    double widest = 0;
    for (size_t i = 0; i < legend->count; i++) widest = fmax(widest, legend->entries[i].width + gap);
    size_t most = widest > 0 ? (size_t)((width + gap) / widest) : 1;
    if (most < 1) most = 1;
    size_t rows = (legend->count + most - 1) / most, even = (legend->count + rows - 1) / rows;
    *column = fmin(width / (double)even, widest * 1.6);
    return even;
}

static TypeStyle heading_type(const Page *page) {
    TypeStyle type = page->style->text.legend;
    type.font.weight = page->style->text.legend_number.font.weight;
    return type;
}

/* Two lines at most; how high it is with the gap under it. */
static double set_heading(Page *page, const Story *story, Point at, double width, Legend *legend) {
    static const double GAP = 0.4; /* multiple of s */
    TypeStyle type = heading_type(page);
    Font font = page_font(page, &type);
    if (!story->heading || !*story->heading) return 0;
    legend->heading = page_wrap(page, &font, story->heading, width, 2, NULL);
    legend->heading_at = at;
    return font.size * type.leading * (double)legend->heading.count + GAP * page->s;
}

/* With so many signs to an entry. */
static Legend measure_with(Page *page, const Story *story, double left, double top, double right,
                           bool downward, size_t most) {
    Legend legend = {.row_height = page->style->legend.row * page->s};
    double y = top, width = right - left, gap = page->style->legend.least_gap * page->s, column = 0;
    legend.entries = ARENA_ARRAY(page->arena, LegendEntry, story->class_count + MOST_SIGNS);
    add_entries(page, story, &legend, most);
    y += set_heading(page, story, (Point){left, top}, width, &legend);
    size_t in_row = downward ? 1 : row_length(&legend, 0, width, gap);
    if (!downward && in_row < legend.count) in_row = even_row(&legend, width, gap, &column);
    for (size_t first = 0; first < legend.count;) {
        size_t count = in_row < legend.count - first ? in_row : legend.count - first;
        place_row(page, &legend, first, count, left, y, width, column);
        y += row_height(&legend, first, count);
        first += count;
        if (first < legend.count) y += page->style->legend.row_gap * page->s * page->tight;
    }
    legend.bottom = y;
    return legend;
}

Legend legend_measure(Page *page, const Story *story, double left, double top, double right, bool downward) {
    if (!page->style->legend.shown) return (Legend){.bottom = top};
    Legend usual = measure_with(page, story, left, top, right, downward, USUAL_SIGNS);
    Legend packed = measure_with(page, story, left, top, right, downward, SIGNS_OF_ENTRY);
    return packed.bottom < usual.bottom - 0.01 * page->s ? packed : usual;
}

Legend legend_measure_short(Page *page, const Story *story, double left, double bottom, double right) {
    Legend legend = {
        .row_height = page->style->legend.short_row * page->s, .bottom = bottom, .is_short = true};
    TypeStyle type = number_type(page, true);
    Font font = page_font(page, &page->style->text.legend), number = page_font(page, &type);
    legend.entries = ARENA_ARRAY(page->arena, LegendEntry, story->class_count + 1);
    for (size_t i = 0; i < story->class_count; i++) {
        LegendEntry entry = {.which = &story->classes[i]};
        entry.number = arena_format(page->arena, "%d", entry.which->count);
        entry.lines = page_split(page, &font, wording_of_class_shortly(page, story, entry.which));
        if (entry.lines.count > 1) entry.lines.count = 1;
        entry.width = (page->style->legend.short_swatch + page->style->legend.swatch_gap + 0.3) * page->s +
                      entry.lines.width + letters_measure(page->letters, &number, entry.number).width;
        legend.entries[legend.count++] = entry;
    }
    while (legend.count > 1 && row_length(&legend, 0, right - left, 0.8 * page->s) < legend.count)
        legend.count--;
    place_row(page, &legend, 0, legend.count, left, bottom - legend.row_height / 2, right - left, 0);
    return legend;
}

/* Two lines of text centred on the swatch, or one. */
static void draw_lines(Page *page, const Lines *lines, double left, double middle) {
    const TypeStyle *type = &page->style->text.legend;
    Font font = page_font(page, type);
    double leading = font.size * type->leading, cap = letters_measure(page->letters, &font, "H").cap_height;
    double first = middle + cap / 2 - leading * (double)(lines->count - 1) / 2;
    for (size_t i = 0; i < lines->count; i++)
        page_text(page, type, lines->items[i], mirror_point(page, (Point){left, first + leading * (double)i}),
                  mirror_anchor(page, TEXT_START));
}

static void draw_swatch(Page *page, const RoleLook *look, Box box) {
    Outline outline = {0};
    outline_box(&outline, mirror_box(page, box));
    if (look->overlay) scene_path(page->scene, &outline, page_fill(page, page->style->land, 1), (Pen){0});
    Pen edge = look->outline.width > 0 ? look->outline : page->style->coast;
    scene_path(page->scene, &outline, page_fill(page, look->fill, 1), page_pen(page, edge, 1));
    outline_free(&outline);
}

static void draw_class(Page *page, const Legend *legend, const LegendEntry *entry) {
    TypeStyle type = number_type(page, legend->is_short);
    double side = legend->is_short ? page->style->legend.short_swatch * page->s : swatch_side(page),
           middle = entry->at.y + entry->row / 2;
    Box box = {entry->at.x, middle - side / 2, entry->at.x + side, middle + side / 2};
    Font font = page_font(page, &type);
    double left = box.right + page->style->legend.swatch_gap * page->s;
    draw_swatch(page, entry->which->look, box);
    double cap = letters_measure(page->letters, &font, "1").cap_height;
    left += page_text(page, &type, entry->number, mirror_point(page, (Point){left, middle + cap / 2}),
                      mirror_anchor(page, TEXT_START));
    draw_lines(page, &entry->lines,
               left + (legend->is_short ? 0.3
                       : *entry->number ? page->style->legend.number_gap
                                        : 0) *
                          page->s,
               middle);
}

static void draw_signs(Page *page, const LegendEntry *entry) {
    const TypeStyle *type = &page->style->text.legend;
    const LegendStyle *style = &page->style->legend;
    double middle = entry->at.y + entry->row / 2, leading = page_font(page, type).size * type->leading;
    double y = middle - leading * (double)(entry->lines.count - 1) / 2,
           x = entry->at.x + style->sign * page->s;
    for (size_t i = 0; i < entry->sign_count; i++, y += leading)
        legend_draw_sign(page, entry->signs[i], mirror_point(page, (Point){x, y}), style->sign * page->s);
    draw_lines(page, &entry->lines, x + style->sign_gap * page->s, middle);
}

static void draw_heading(Page *page, const Legend *legend) {
    TypeStyle type = heading_type(page);
    double size = page_font(page, &type).size;
    for (size_t i = 0; i < legend->heading.count; i++) {
        Point at = {legend->heading_at.x, legend->heading_at.y + size * (1 + type.leading * (double)i)};
        page_text(page, &type, legend->heading.items[i], mirror_point(page, at),
                  mirror_anchor(page, TEXT_START));
    }
}

void legend_draw(Page *page, const Legend *legend) {
    if (legend->count == 0) return;
    scene_group(page->scene, &(GroupMark){.id = "legend", .kind = "legend"});
    draw_heading(page, legend);
    for (size_t i = 0; i < legend->count; i++) {
        const LegendEntry *entry = &legend->entries[i];
        if (entry->which)
            draw_class(page, legend, entry);
        else
            draw_signs(page, entry);
    }
    scene_end(page->scene);
}
