/* See page.h. */
#include "page.h"

#include "mirror.h"

#include "../base/text.h"
#include "format.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS_PER_INCH = 72, PIXELS_PER_INCH = 96 };
static const double MM_PER_INCH = 25.4;

/* Page units: pixels stay pixels, every physical unit becomes points. */
static double units_per(int unit) {
    switch ((PageUnit)unit) {
    case UNIT_MM:
        return POINTS_PER_INCH / MM_PER_INCH;
    case UNIT_IN:
        return POINTS_PER_INCH;
    case UNIT_PX:
    case UNIT_PT:
        break;
    }
    return 1;
}

/* Shares of the width, more of it on landscape pages, and never under what can be read. */
static double label_size(const Page *page, int unit) {
    bool landscape = page->width > page->height * 1.05, pixels = unit == UNIT_PX;
    const LetterStyle *style = &page->style->letters;
    if (page->style->page.type > 0) return page->style->page.type;
    double on_screen = landscape ? style->wide : style->tall,
           on_paper = landscape ? style->print_wide : style->print_tall;
    double size = page->width / (pixels ? on_screen : on_paper);
    double least = pixels ? style->least : style->print_least;
    return size < least ? least : size;
}

/* The gaps of the drawn pages: full where s is a hundredth of the width, little more than half on a column.
 */
static double tightness(const Page *page) {
    const LetterStyle *style = &page->style->letters;
    double tight = page->width / (style->roomy * page->s);
    return tight > 1 ? 1 : tight < style->tightest ? style->tightest : tight;
}

/* What the options say about size, over what the style says. */
static bool measure_sheet(const Style *style, const dateline_map_options *options, PageStyle *sheet,
                          dateline_error *error) {
    *sheet = style->page;
    if (options->size && !format_parse(options->size, sheet, error)) return false;
    if (options->dpi != 0) sheet->dpi = options->dpi;
    if (!(sheet->dpi >= 10 && sheet->dpi <= 2400))
        return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                         "the dots an inch are out of range; 10 to 2400 would be right");
    if (options->scale != 0 && !(options->scale >= 0.1 && options->scale <= 16))
        return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                         "the scale is out of range; 0.1 to 16 would be right");
    return true;
}

bool page_measure(Page *page, const Style *style, const dateline_map_options *options,
                  dateline_error *error) {
    PageStyle sheet;
    if (!measure_sheet(style, options, &sheet, error)) return false;
    bool pixels = sheet.unit == UNIT_PX;
    page->style = style;
    page->threads = options->threads;
    page->width = sheet.width * units_per(sheet.unit);
    page->height = sheet.height * units_per(sheet.unit);
    page->pixels = pixels;
    page->s = label_size(page, sheet.unit);
    page->tight = tightness(page);
    page->line = style->page.lines * page->s / 16;
    page->points_per_unit = pixels ? (double)POINTS_PER_INCH / PIXELS_PER_INCH : 1;
    page->pixels_per_unit =
        (pixels ? 1 : sheet.dpi / POINTS_PER_INCH) * (options->scale > 0 ? options->scale : 1);
    return true;
}

Font page_font(const Page *page, const TypeStyle *type) {
    Font font = type->font;
    font.size *= page->s;
    return font;
}

Font page_display_font(const Page *page, const TypeStyle *type, double share) {
    Font font = page_font(page, type);
    double most = share * page->width, least = page->style->letters.display * page->s;
    if (most < least) most = least;
    if (font.size > most) font.size = most;
    return font;
}

Pen page_pen(const Page *page, Pen pen, double factor) {
    factor *= page->line;
    return (Pen){pen.colour, pen.width * factor, {pen.dash[0] * factor, pen.dash[1] * factor}};
}

Fill page_fill(const Page *page, Fill fill, double factor) {
    factor *= page->line;
    fill.hatch.pitch *= factor;
    fill.hatch.stripe *= factor;
    fill.hatch.casing *= factor;
    return fill;
}

static double width_of(Page *page, const Font *font, const char *text) {
    return letters_measure(page->letters, font, text).width;
}

/* The words of a text and how wide each is, with a space's width between them, but before those that are
 * glued to what stands before: where no spaces are written, every letter may begin a line. */
typedef struct Words {
    const char **items;
    double *widths;
    bool *glued;
    size_t count;
    double space;
} Words;

static bool is_ideograph(const char *at) {
    unsigned char lead = (unsigned char)*at;
    return (lead >= 0xE3 && lead <= 0xE9) || (lead == 0xEF && (unsigned char)at[1] >= 0xBC);
}

/* Whether a mark of three bytes is one of a list; it then begins, or ends, no line. */
static bool is_mark_of(const char *list, const char *at) {
    for (; *list; list += 3)
        if (!strncmp(list, at, 3)) return true;
    return false;
}

static size_t letter_size(const char *at) {
    size_t size = 1;
    while (((unsigned char)at[size] & 0xC0) == 0x80) size++;
    return size;
}

/* How much of the letters up to the next space stays together on a line. */
static size_t word_size(const char *at, size_t most) {
    size_t size = letter_size(at);
    for (const char *last = at; size < most; last = at + size, size += letter_size(at + size)) {
        const char *next = at + size;
        bool may_break = (is_ideograph(last) || is_ideograph(next)) &&
                         !is_mark_of("、。，；：！？）》」』", next) && !is_mark_of("（《「『", last);
        if (may_break) break;
    }
    return size;
}

static Words split_words(Page *page, const Font *font, const char *text) {
    size_t most = strlen(text) + 1;
    Words words = {.items = ARENA_ARRAY(page->arena, const char *, most),
                   .widths = ARENA_ARRAY(page->arena, double, most),
                   .glued = ARENA_ARRAY(page->arena, bool, most),
                   .space = width_of(page, font, "n n") - width_of(page, font, "nn")};
    for (const char *at = text, *end = text; *at;) {
        size_t space = strspn(at, " \n\t");
        at += space;
        if (!*at) break;
        if (space || at >= end) end = at + strcspn(at, " \n\t");
        size_t length = word_size(at, (size_t)(end - at));
        words.items[words.count] = arena_text_part(page->arena, at, length);
        words.widths[words.count] = width_of(page, font, words.items[words.count]);
        words.glued[words.count++] = !space;
        at += length;
    }
    return words;
}

/* How wide a line is with one more word. */
static double width_with(const Words *words, size_t i, double used) {
    return used > 0 ? used + (words->glued[i] ? 0 : words->space) + words->widths[i] : words->widths[i];
}

/* How many lines of at most width the words take when each line is filled greedily. */
static size_t lines_needed(const Words *words, double width) {
    size_t lines = words->count > 0;
    double used = 0;
    for (size_t i = 0; i < words->count; i++) {
        double wanted = width_with(words, i, used);
        if (used > 0 && wanted > width) lines++, wanted = words->widths[i];
        used = wanted;
    }
    return lines;
}

/* The smallest width that needs no more lines: it makes them even. */
static double even_width(const Words *words, double width, size_t lines) {
    double low = 0, high = width;
    for (size_t i = 0; i < words->count; i++)
        if (words->widths[i] > low) low = words->widths[i];
    for (int step = 0; step < 24 && low < high; step++) {
        double middle = (low + high) / 2;
        if (lines_needed(words, middle) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static void end_line(Page *page, Lines *lines, Text *text, double used) {
    lines->items[lines->count++] = arena_text(page->arena, text->bytes);
    if (used > lines->width) lines->width = used;
    text_free(text);
}

static Lines fill_lines(Page *page, const Words *words, double width, size_t most) {
    Lines lines = {ARENA_ARRAY(page->arena, const char *, words->count + 1), 0, 0};
    Text text = {0};
    double used = 0;
    for (size_t i = 0; i < words->count; i++) {
        double wanted = width_with(words, i, used);
        if (used > 0 && wanted > width * (1 + 1e-9)) {
            end_line(page, &lines, &text, used);
            if (lines.count == most) return lines;
            wanted = words->widths[i];
        } else if (used > 0 && !words->glued[i])
            text_add_char(&text, ' ');
        text_add(&text, words->items[i]);
        used = wanted;
    }
    if (text.size) end_line(page, &lines, &text, used);
    text_free(&text);
    return lines;
}

/* Takes words off the last line until an ellipsis fits. */
static void add_ellipsis(Page *page, const Font *font, Lines *lines, double width) {
    if (lines->count == 0) return;
    const char **last = &lines->items[lines->count - 1];
    char *text = arena_text(page->arena, *last);
    for (;;) {
        const char *cut = arena_format(page->arena, "%s…", text);
        char *space = strrchr(text, ' ');
        if (!space || width_of(page, font, cut) <= width) {
            *last = cut;
            return;
        }
        *space = 0;
    }
}

Lines page_wrap(Page *page, const Font *font, const char *text, double width, size_t most, bool *cut) {
    Words words = split_words(page, font, text);
    size_t needed = lines_needed(&words, width);
    bool too_long = needed > most;
    Lines lines = fill_lines(page, &words, too_long ? width : even_width(&words, width, needed), most);
    if (too_long) add_ellipsis(page, font, &lines, width);
    if (cut) *cut = too_long;
    return lines;
}

Lines page_split(Page *page, const Font *font, const char *text) {
    Lines lines = {ARENA_ARRAY(page->arena, const char *, strlen(text) + 1), 0, 0};
    while (*text) {
        size_t length = strcspn(text, "|");
        const char *line = arena_text_part(page->arena, text, length);
        double width = width_of(page, font, line);
        lines.items[lines.count++] = line;
        if (width > lines.width) lines.width = width;
        text += length + (text[length] == '|');
    }
    return lines;
}

static double put_text(Page *page, const TypeStyle *type, const char *text, Point at, TextAnchor anchor,
                       HaloStyle halo) {
    TextMark mark = {.text = text,
                     .at = at,
                     .anchor = anchor,
                     .font = page_font(page, type),
                     .colour = type->colour,
                     .halo = halo.width * page->line,
                     .halo_colour = halo.colour};
    mark.width = width_of(page, &mark.font, text);
    scene_text(page->scene, &mark);
    return mark.width;
}

double page_text(Page *page, const TypeStyle *type, const char *text, Point at, TextAnchor anchor) {
    return put_text(page, type, text, at, anchor, (HaloStyle){0});
}

double page_text_on_map(Page *page, const TypeStyle *type, const char *text, Point at, TextAnchor anchor) {
    return put_text(page, type, text, at, anchor, page->style->halo);
}

void page_rule(Page *page, double left, double right, double y) {
    Outline rule = {0};
    Point from = mirror_point(page, (Point){left, y}), to = mirror_point(page, (Point){right, y});
    outline_move(&rule, from.x, from.y);
    outline_line(&rule, to.x, to.y);
    scene_path(page->scene, &rule, (Fill){0}, page_pen(page, page->style->rule, 1));
    outline_free(&rule);
}

static const char *value_of(const char *name, size_t size, va_list pairs) {
    const char *key;
    while ((key = va_arg(pairs, const char *))) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == size && !strncmp(key, name, size)) return value ? value : "";
    }
    return NULL;
}

const char *page_fill_in(Page *page, const char *pattern, ...) {
    Text text = {0};
    for (const char *at = pattern; *at;) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        const char *value = NULL;
        if (end) {
            va_list pairs;
            va_start(pairs, pattern);
            value = value_of(at + 1, (size_t)(end - at - 1), pairs);
            va_end(pairs);
        }
        if (value)
            text_add(&text, value);
        else
            text_add_char(&text, *at);
        at = value ? end + 1 : at + 1;
    }
    const char *filled = arena_text(page->arena, text.bytes ? text.bytes : "");
    text_free(&text);
    return filled;
}
