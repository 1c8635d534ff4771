/* See canvas.h. Each outline becomes straight pieces, these a coverage, and the coverage colours pixels span
 * by span. */
#include "canvas.h"

#include "../base/memory.h"
#include "polylines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* How much of each pixel of a part of the picture may be drawn on. */
typedef struct Mask {
    int left, top, width, height;
    uint16_t *covered; /* of COVERAGE_FULL */
} Mask;

/* Pixels that a curve may be off by: one that bounds an area, and the middle of a line so wide. */
static const double FINE = 0.1;

static double tolerance_of(double width) {
    static const double SHARE = 0.06;
    return fmax(FINE, width * SHARE);
}

struct Canvas {
    const Picture *picture;
    int top, bottom; /* the rows that are ours */
    Point scale;
    Coverage coverage;
    Polylines polylines;
    ARRAY(Mask) masks; /* the last one holds all the others */
};

/* As wide characters, which the C library fills many at a time. */
static void fill_pixels(uint32_t *pixels, uint32_t colour, size_t count) {
    _Static_assert(sizeof(wchar_t) == sizeof *pixels, "a pixel is as wide as a wide character");
    wmemset((wchar_t *)pixels, (wchar_t)colour, count);
}

Picture picture_new(int width, int height) {
    size_t count = (size_t)width * (size_t)height;
    return (Picture){width, height, memory_new_large(count * sizeof(uint32_t))};
}

void picture_free(Picture *picture) {
    free(picture->pixels);
    *picture = (Picture){0};
}

static uint32_t *row_of(const Canvas *canvas, int y) {
    return canvas->picture->pixels + (size_t)y * (size_t)canvas->picture->width;
}

Canvas *canvas_new(const Picture *picture, int top, int bottom, Point scale) {
    Canvas *canvas = memory_new(sizeof *canvas);
    *canvas = (Canvas){.picture = picture, .top = top, .bottom = bottom, .scale = scale};
    fill_pixels(row_of(canvas, top), 0xFFFFFF, (size_t)(bottom - top) * (size_t)picture->width);
    coverage_open(&canvas->coverage, picture->width, bottom - top);
    return canvas;
}

void canvas_free(Canvas *canvas) {
    if (!canvas) return;
    while (canvas->masks.count) canvas_unclip(canvas);
    array_free(&canvas->masks);
    coverage_close(&canvas->coverage);
    polylines_free(&canvas->polylines);
    free(canvas);
}

/* ---- colour on pixels */

typedef struct Brush {
    Canvas *canvas;
    const Mask *mask; /* or NULL */
    uint32_t colour;
    int alpha; /* of COVERAGE_FULL */
} Brush;

/* Both pairs of channels at once; a weight of COVERAGE_FULL gives over. */
static uint32_t mixed(uint32_t under, uint32_t over, uint32_t weight) {
    uint32_t rest = COVERAGE_FULL - weight, half = 0x800080;
    uint32_t outer = ((under & 0xFF00FF) * rest + (over & 0xFF00FF) * weight + half) >> 8 & 0xFF00FF;
    uint32_t inner = ((under >> 8 & 0xFF) * rest + (over >> 8 & 0xFF) * weight + 0x80) & 0xFF00;
    return outer | inner;
}

static void colour_span(const Brush *brush, uint32_t *pixels, int count, int covered) {
    uint32_t weight = (uint32_t)(covered * brush->alpha + COVERAGE_FULL / 2) / COVERAGE_FULL;
    if (weight == COVERAGE_FULL)
        fill_pixels(pixels, brush->colour, (size_t)count);
    else
        for (int i = 0; i < count; i++) pixels[i] = mixed(pixels[i], brush->colour, weight);
}

static void paint_span(void *context, int y, int left, int right, int covered) {
    const Brush *brush = context;
    colour_span(brush, row_of(brush->canvas, y) + left, right - left, covered);
}

/* The first pixel from x on that a mask covers otherwise, or right; four at a time, since most are not. */
static int mask_run_end(const uint16_t *row, int x, int right) {
    uint64_t four = row[x] * UINT64_C(0x0001000100010001), next;
    for (x++; x + 4 <= right; x += 4) {
        memcpy(&next, row + x, sizeof next);
        if (next != four) break;
    }
    while (x < right && row[x] == (uint16_t)four) x++;
    return x;
}

/* Runs of one mask value at a time: inside a clip's edges that is the whole span. */
static void paint_masked_span(void *context, int y, int left, int right, int covered) {
    const Brush *brush = context;
    const Mask *mask = brush->mask;
    uint32_t *pixels = row_of(brush->canvas, y);
    if (y < mask->top || y >= mask->top + mask->height) return;
    if (left < mask->left) left = mask->left;
    if (right > mask->left + mask->width) right = mask->left + mask->width;
    const uint16_t *row = mask->covered + (size_t)(y - mask->top) * (size_t)mask->width - mask->left;
    for (int x = left, end; x < right; x = end) {
        end = mask_run_end(row, x, right);
        int both = (covered * row[x] + COVERAGE_FULL / 2) / COVERAGE_FULL;
        if (both) colour_span(brush, pixels + x, end - x, both);
    }
}

/* ---- from outlines to spans */

static void take_edge(void *context, Point from, Point to) {
    coverage_edge(context, from, to);
}

/* What is to be swept: an area, or what a pen covers. */
typedef struct Shape {
    WindingRule rule;
    double width; /* of the pen; 0 for an area */
    bool round;
} Shape;

static int held(double value, int least, int most) {
    return value < least ? least : value > most ? most : (int)value;
}

/* Those of our pixels that an area can touch. */
typedef struct Window {
    int left, top, right, bottom;
} Window;

static Window window_of(const Canvas *canvas, double margin) {
    Box box = BOX_EMPTY;
    const Point *points = canvas->polylines.points.items;
    for (size_t i = 0; i < canvas->polylines.points.count; i++) {
        if (points[i].x < box.left) box.left = points[i].x;
        if (points[i].x > box.right) box.right = points[i].x;
        if (points[i].y < box.top) box.top = points[i].y;
        if (points[i].y > box.bottom) box.bottom = points[i].y;
    }
    int width = canvas->picture->width;
    return (Window){held(floor(box.left - margin), 0, width),
                    held(floor(box.top - margin), canvas->top, canvas->bottom),
                    held(ceil(box.right + margin), 0, width),
                    held(ceil(box.bottom + margin), canvas->top, canvas->bottom)};
}

static void sweep(Canvas *canvas, const Shape *shape, CoverageSpan span, void *context) {
    Coverage *coverage = &canvas->coverage;
    Window window = window_of(canvas, shape->width / 2 + 1);
    if (window.left >= window.right) return;
    for (int top = window.top; top < window.bottom; top = coverage->bottom) {
        coverage_window(coverage, window.left, window.right, top, window.bottom);
        if (shape->width > 0)
            polylines_stroke(&canvas->polylines, shape->width, shape->round, take_edge, coverage);
        else
            polylines_fill(&canvas->polylines, take_edge, coverage);
        coverage_sweep(coverage, shape->rule, span, context);
    }
}

static void paint(Canvas *canvas, const Shape *shape, Colour colour) {
    Brush brush = {.canvas = canvas,
                   .colour = (uint32_t)colour.red << 16 | (uint32_t)colour.green << 8 | colour.blue,
                   .alpha = (colour.alpha * COVERAGE_FULL + 127) / 255};
    if (canvas->masks.count) brush.mask = &canvas->masks.items[canvas->masks.count - 1];
    sweep(canvas, shape, brush.mask ? paint_masked_span : paint_span, &brush);
}

void canvas_fill(Canvas *canvas, const Outline *outline, WindingRule rule, Colour colour) {
    if (!colour_is_visible(colour)) return;
    polylines_set(&canvas->polylines, outline, canvas->scale, FINE);
    paint(canvas, &(Shape){.rule = rule}, colour);
}

void canvas_stroke(Canvas *canvas, const Outline *outline, const Pen *pen) {
    double scale = (canvas->scale.x + canvas->scale.y) / 2;
    bool dashed = pen->dash[0] > 0 && pen->dash[1] > 0;
    if (!(pen->width > 0) || !colour_is_visible(pen->colour)) return;
    polylines_set(&canvas->polylines, outline, canvas->scale, tolerance_of(pen->width * scale));
    if (dashed) polylines_dash(&canvas->polylines, (double[2]){pen->dash[0] * scale, pen->dash[1] * scale});
    paint(canvas, &(Shape){RULE_NON_ZERO, pen->width * scale, !dashed}, pen->colour);
}

/* ---- clips */

static void mask_span(void *context, int y, int left, int right, int covered) {
    const Mask *mask = context;
    uint16_t *row = mask->covered + (size_t)(y - mask->top) * (size_t)mask->width - mask->left;
    for (int x = left < mask->left ? mask->left : left; x < right && x < mask->left + mask->width; x++)
        row[x] = (uint16_t)covered;
}

/* A pixel is as free as its clips leave it, one after the other. */
static void hold_within(Mask *mask, const Mask *outer) {
    for (int i = 0; i < mask->height; i++)
        for (int k = 0; k < mask->width; k++) {
            int x = mask->left + k - outer->left, y = mask->top + i - outer->top;
            uint16_t *covered = &mask->covered[(size_t)i * (size_t)mask->width + (size_t)k];
            bool inside = x >= 0 && y >= 0 && x < outer->width && y < outer->height;
            int free = inside ? outer->covered[(size_t)y * (size_t)outer->width + (size_t)x] : 0;
            *covered = (uint16_t)((*covered * free + COVERAGE_FULL / 2) / COVERAGE_FULL);
        }
}

void canvas_clip(Canvas *canvas, const Outline *outline) {
    polylines_set(&canvas->polylines, outline, canvas->scale, FINE);
    Window window = window_of(canvas, 0);
    Mask mask = {.left = window.left, .top = window.top};
    if (window.right > window.left && window.bottom > window.top)
        mask.width = window.right - window.left, mask.height = window.bottom - window.top;
    mask.covered = memory_new_zeroed((size_t)mask.width * (size_t)mask.height * sizeof *mask.covered);
    sweep(canvas, &(Shape){.rule = RULE_EVEN_ODD}, mask_span, &mask);
    if (canvas->masks.count) hold_within(&mask, &canvas->masks.items[canvas->masks.count - 1]);
    array_push(&canvas->masks, mask);
}

void canvas_unclip(Canvas *canvas) {
    free(canvas->masks.items[--canvas->masks.count].covered);
}
