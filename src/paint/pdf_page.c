/* See pdf_page.h. Operators are named in PDF 32000-1, annex A. Places are at 0.1 unit, at 0.01 where an
 * outline has curves. */
#include "pdf_page.h"

#include "hatch.h"

#include <math.h>
#include <stdlib.h>

static void add_number(Text *text, double value, int decimals) {
    text_add_number(text, value, decimals);
    text_add_char(text, ' ');
}

static void add_point(Text *text, Point point, int decimals) {
    add_number(text, point.x, decimals);
    add_number(text, point.y, decimals);
}

static bool has_curves(const Outline *outline) {
    for (size_t i = 0; i < outline->verbs.count; i++)
        if (outline->verbs.items[i] == OUTLINE_CURVE) return true;
    return false;
}

static void add_outline(Text *text, const Outline *outline) {
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const int points[] = {1, 1, 3, 0};
    int decimals = has_curves(outline) ? 2 : 1;
    const Point *point = outline->points.items;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        uint8_t verb = outline->verbs.items[i];
        for (int j = 0; j < points[verb]; j++) add_point(text, *point++, decimals);
        text_add(text, operators[verb]);
    }
}

/* Alpha is always set, since the last mark may have left another. */
static void add_colour(PdfPage *page, Colour colour, const char *operator) {
    page->alphas[colour.alpha] = true;
    text_add_format(&page->content, "/A%d gs ", colour.alpha);
    add_number(&page->content, colour.red / 255.0, 3);
    add_number(&page->content, colour.green / 255.0, 3);
    add_number(&page->content, colour.blue / 255.0, 3);
    text_add(&page->content, operator);
}

static void stroke_outline(PdfPage *page, const Outline *outline, double width, Colour colour) {
    if (width <= 0 || !colour_is_visible(colour)) return;
    add_colour(page, colour, "RG ");
    add_number(&page->content, width, 3);
    text_add(&page->content, "w\n");
    add_outline(&page->content, outline);
    text_add(&page->content, "S\n");
}

static void open_clip(Text *text, const Outline *outline) {
    text_add(text, "q\n");
    if (outline_is_empty(outline)) return;
    add_outline(text, outline);
    text_add(text, "W* n\n");
}

static void add_hatch(PdfPage *page, const Outline *outline, const Hatch *hatch) {
    Outline lines = {0};
    hatch_lines(hatch, outline_box_of(outline), &lines);
    open_clip(&page->content, outline);
    if (hatch->casing > 0)
        stroke_outline(page, &lines, hatch->stripe + 2 * hatch->casing, hatch->casing_colour);
    stroke_outline(page, &lines, hatch->stripe, hatch->colour);
    text_add(&page->content, "Q\n");
    outline_free(&lines);
}

static void add_pen(PdfPage *page, const Outline *outline, const Pen *pen) {
    bool dashed = pen->dash[0] > 0 && pen->dash[1] > 0;
    if (dashed) {
        text_add(&page->content, "0 J [");
        add_number(&page->content, pen->dash[0], 3);
        add_number(&page->content, pen->dash[1], 3);
        text_add(&page->content, "] 0 d\n");
    }
    stroke_outline(page, outline, pen->width, pen->colour);
    if (dashed) text_add(&page->content, "1 J [] 0 d\n");
}

static void add_path(PdfPage *page, const PathMark *path) {
    if (colour_is_visible(path->fill.colour)) {
        add_colour(page, path->fill.colour, "rg\n");
        add_outline(&page->content, &path->outline);
        text_add(&page->content, "f*\n");
    }
    if (path->fill.hatched) add_hatch(page, &path->outline, &path->fill.hatch);
    add_pen(page, &path->outline, &path->pen);
}

static void add_halo(PdfPage *page, const TextMark *text, Point origin) {
    if (text->halo <= 0 || !colour_is_visible(text->halo_colour)) return;
    Outline outline = {0};
    letters_outline(page->letters, &text->font, text->text, origin, &outline);
    stroke_outline(page, &outline, 2 * text->halo, text->halo_colour);
    outline_free(&outline);
}

/* Glyphs of one font on one line go into one array, where a number moves the next one back by thousandths of
 * the size. */
static void show_glyphs(PdfPage *page, const Glyph *glyphs, size_t count, double size) {
    Text *text = &page->content;
    text_add_format(text, "/F%zu ", pdf_font_use(&page->fonts, glyphs, size));
    add_number(text, size, 3);
    text_add(text, "Tf 1 0 0 -1 ");
    add_point(text, glyphs->at, 2);
    text_add(text, "Tm [<");
    double x = glyphs->at.x;
    for (size_t i = 0; i < count; i++) {
        double back = (x - glyphs[i].at.x) / size * 1000;
        if (fabs(back) >= 0.5) {
            text_add(text, ">");
            text_add_number(text, back, 0);
            text_add(text, "<");
        }
        text_add_format(text, "%04X", glyphs[i].index);
        x = (fabs(back) >= 0.5 ? x - round(back) * size / 1000 : x) + glyphs[i].advance;
    }
    text_add(text, ">] TJ\n");
}

/* How many glyphs show the same letters as the first. */
static size_t cluster_of(const Glyphs *glyphs, size_t first) {
    size_t count = 1;
    while (first + count < glyphs->count && !glyphs->items[first + count].text) count++;
    return count;
}

/* The letters of a cluster are said beside it where its glyphs cannot say them: several glyphs together, or
 * one that stands for other letters elsewhere, as the left part of a Bengali vowel does. */
static bool says_itself(PdfPage *page, const Glyph *glyphs, size_t count, double size) {
    for (size_t i = 0; i < count; i++) pdf_font_use(&page->fonts, &glyphs[i], size);
    return !glyphs->text || (count == 1 && pdf_font_tells(&page->fonts, glyphs));
}

/* Those of the cluster that take room on the line, or those that take none. */
static void show_span(PdfPage *page, const Glyph *glyphs, size_t count, double size, bool wide,
                      const char *letters) {
    text_add(&page->content, "/Span<</ActualText");
    pdf_add_string(&page->content, letters);
    text_add(&page->content, ">>BDC\n");
    for (size_t i = 0; i < count; i++)
        if ((glyphs[i].advance > 0) == wide) show_glyphs(page, &glyphs[i], 1, size);
    text_add(&page->content, "EMC\n");
}

/* Readers take the first glyph of a span for its left end, the last for its right one, and a gap before the
 * next for a space: so marks are shown before, and the letters are said with the others. */
static void show_cluster(PdfPage *page, const Glyph *glyphs, size_t count, double size) {
    char *letters = memory_text(glyphs->text, glyphs->text_size);
    size_t wide = 0;
    for (size_t i = 0; i < count; i++) wide += glyphs[i].advance > 0;
    if (wide < count) show_span(page, glyphs, count, size, false, wide ? "" : letters);
    if (wide) show_span(page, glyphs, count, size, true, letters);
    free(letters);
}

static bool goes_on(const Glyph *a, const Glyph *b) {
    return a->face == b->face && fabs(a->at.y - b->at.y) <= 0.001;
}

static void show_line(PdfPage *page, const Glyphs *glyphs, double size) {
    const Glyph *items = glyphs->items;
    for (size_t first = 0, end; first < glyphs->count; first = end) {
        size_t count = cluster_of(glyphs, first);
        end = first + count;
        if (!says_itself(page, &items[first], count, size)) {
            show_cluster(page, &items[first], count, size);
            continue;
        }
        while (end < glyphs->count && goes_on(&items[first], &items[end]) && cluster_of(glyphs, end) == 1 &&
               says_itself(page, &items[end], 1, size))
            end++;
        show_glyphs(page, &items[first], end - first, size);
    }
}

static void add_text(PdfPage *page, const TextMark *text) {
    Point origin = text_left_end(text);
    Glyphs glyphs = {0};
    if (!(text->font.size > 0)) return;
    add_halo(page, text, origin);
    letters_glyphs(page->letters, &text->font, text->text, origin, &glyphs);
    add_colour(page, text->colour, "rg BT\n");
    show_line(page, &glyphs, text->font.size);
    text_add(&page->content, "ET\n");
    array_free(&glyphs);
}

static void add_mark(PdfPage *page, const Mark *mark) {
    switch (mark->kind) {
    case MARK_GROUP:
        open_clip(&page->content, &mark->group.clip);
        break;
    case MARK_END:
        text_add(&page->content, "Q\n");
        break;
    case MARK_PATH:
        add_path(page, &mark->path);
        break;
    case MARK_TEXT:
        add_text(page, &mark->text);
        break;
    }
}

void pdf_page_paint(PdfPage *page, const Scene *scene) {
    text_add(&page->content, "1 J 1 j\n");
    for (size_t i = 0; i < scene_mark_count(scene); i++) add_mark(page, scene_mark(scene, i));
}

void pdf_page_free(PdfPage *page) {
    text_free(&page->content);
    pdf_fonts_free(&page->fonts);
}
