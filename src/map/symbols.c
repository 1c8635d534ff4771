/* See symbols.h. */
#include "symbols.h"

#include <math.h>

static const Pen NO_PEN = {{0}, 0, {0}};

void symbol_outline(const Page *page, SignShape shape, Point center, double radius, Outline *outline) {
    const PillStyle *pill = &page->style->pill;
    switch (shape) {
    case SIGN_SQUARE:
        outline_polygon(outline, center, 4, radius, 0.125);
        return;
    case SIGN_DIAMOND:
        outline_polygon(outline, center, 4, radius, 0);
        return;
    case SIGN_TRIANGLE:
        outline_polygon(outline, center, 3, radius, 0);
        return;
    case SIGN_STAR:
        outline_star(outline, center, (int)pill->points, radius, radius * pill->notch);
        return;
    case SIGN_CIRCLE:
    case SIGN_RING:
        outline_circle(outline, center, radius);
    }
}

static void draw_sign(Page *page, SignShape shape, Point center, double radius, Colour colour) {
    Outline outline = {0};
    if (radius <= 0) return;
    symbol_outline(page, shape, center, radius, &outline);
    scene_path(page->scene, &outline, (Fill){.colour = colour}, NO_PEN);
    outline_free(&outline);
}

void symbol_strikes(Page *page, Point center, double radius, Colour colour) {
    draw_sign(page, (SignShape)page->style->pill.sign, center, radius, colour);
}

double symbol_host_radius(const Page *page) {
    return page->style->host.radius * page->line;
}

void symbol_host(Page *page, Point center) {
    double radius = symbol_host_radius(page);
    const HostStyle *host = &page->style->host;
    SignShape shape = (SignShape)host->shape;
    /* the band sets the sign off from dark fills */
    if (host->edge > 0) draw_sign(page, shape, center, radius * (1 + host->edge), host->inside);
    draw_sign(page, shape, center, radius, host->colour);
    if (shape != SIGN_RING) return;
    draw_sign(page, SIGN_CIRCLE, center, radius * host->hole, host->inside);
    draw_sign(page, SIGN_CIRCLE, center, radius * host->dot, host->colour);
}

double symbol_pill_scale(const Page *page, double strikes) {
    const PillStyle *pill = &page->style->pill;
    double scale = 1;
    for (double limit = 100; limit <= fmin(strikes, 1e9); limit *= 10) scale *= pill->growth;
    return fmin(scale, pill->largest);
}

/* Half of the room for a pill's sign: all pills are of one width, as for a sign between the smallest and the
 * largest. */
static double sign_room(const PillStyle *pill) {
    return pill->size * (1 + fmin(pill->largest, pow(pill->growth, 2))) / 2;
}

void symbol_pill_size(Page *page, const char *text, double *width, double *height) {
    Font font = page_font(page, &page->style->text.count);
    double letters = letters_measure(page->letters, &font, text).width;
    const PillStyle *pill = &page->style->pill;
    *height = pill->height * font.size;
    *width = letters + font.size * (2 * pill->padding + 2 * sign_room(pill) + pill->gap);
}

void symbol_pill(Page *page, const char *text, double scale, Point center) {
    const TypeStyle *type = &page->style->text.count;
    const PillStyle *pill = &page->style->pill;
    Font font = page_font(page, type);
    TextSize size = letters_measure(page->letters, &font, text);
    double width, height;
    symbol_pill_size(page, text, &width, &height);
    Box box = {center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
    Outline outline = {0};
    outline_rounded_box(&outline, box, height / 2 * pill->corner);
    scene_path(page->scene, &outline, page_fill(page, pill->fill, 1), page_pen(page, pill->edge, 1));
    outline_free(&outline);
    double room = font.size * sign_room(pill), left = box.left + font.size * pill->padding;
    symbol_strikes(page, (Point){left + room, center.y}, font.size * pill->size * scale, type->colour);
    page_text(page, type, text,
              (Point){left + 2 * room + font.size * pill->gap, center.y + size.cap_height / 2}, TEXT_START);
}
