/* See symbols.h. Proportions are multiples of the size of the type. */
#include "symbols.h"

static const double STAR = 0.46, STAR_GAP = 0.24, PADDING = 0.55;

static const Pen NO_PEN = {{0}, 0, {0}};

void symbol_star(Page *page, Point center, double radius, Colour colour) {
    Outline outline = {0};
    outline_star(&outline, center, (int)page->style->pill.points, radius, radius / 2);
    scene_path(page->scene, &outline, (Fill){.colour = colour}, NO_PEN);
    outline_free(&outline);
}

double symbol_host_radius(const Page *page) {
    return page->style->host.radius * page->line;
}

static void disc(Page *page, Point center, double radius, Colour colour) {
    Outline outline = {0};
    outline_circle(&outline, center, radius);
    scene_path(page->scene, &outline, (Fill){.colour = colour}, NO_PEN);
    outline_free(&outline);
}

void symbol_host(Page *page, Point center) {
    double radius = symbol_host_radius(page);
    const HostStyle *host = &page->style->host;
    disc(page, center, radius * 1.18, host->inside); /* sets the ring off from dark fills */
    disc(page, center, radius, host->colour);
    disc(page, center, radius * 0.66, host->inside);
    disc(page, center, radius * 0.36, host->colour);
}

void symbol_pill_size(Page *page, const char *text, double *width, double *height) {
    Font font = page_font(page, &page->style->text.count);
    double letters = letters_measure(page->letters, &font, text).width;
    *height = page->style->pill.height * font.size;
    *width = letters + font.size * (2 * PADDING + 2 * STAR + STAR_GAP);
}

void symbol_pill(Page *page, const char *text, Point center) {
    const TypeStyle *type = &page->style->text.count;
    Font font = page_font(page, type);
    TextSize size = letters_measure(page->letters, &font, text);
    double width, height;
    symbol_pill_size(page, text, &width, &height);
    Box box = {center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
    Outline outline = {0};
    outline_rounded_box(&outline, box, height / 2);
    scene_path(page->scene, &outline, page_fill(page, page->style->pill.fill, 1),
               page_pen(page, page->style->pill.edge, 1));
    outline_free(&outline);
    double star = font.size * STAR, left = box.left + font.size * PADDING;
    symbol_star(page, (Point){left + star, center.y}, star, type->colour);
    page_text(page, type, text,
              (Point){left + 2 * star + font.size * STAR_GAP, center.y + size.cap_height / 2}, TEXT_START);
}
