/* The canvas against cairo, which draws the same outlines: no pixel of an area may be off by more than
 * antialiasing is, and what covers a pixel in parts must cover it in sum. */
#include "geo/outline.h"
#include "paint/canvas.h"
#include "paint/palette.h"

#include <cairo.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 120, HEIGHT = 90 };
static const Colour BLACK = {0, 0, 0, 255};

/* The same numbers on every machine. */
static double lot(uint32_t *seed, double low, double high) {
    *seed = *seed * 1664525u + 1013904223u;
    return low + (high - low) * (*seed >> 8) / (1 << 24);
}

static void trace(cairo_t *cairo, const Outline *outline) {
    const Point *p = outline->points.items;
    for (size_t i = 0; i < outline->verbs.count; i++) switch (outline->verbs.items[i]) {
        case OUTLINE_MOVE:
            cairo_move_to(cairo, p->x, p->y), p++;
            break;
        case OUTLINE_LINE:
            cairo_line_to(cairo, p->x, p->y), p++;
            break;
        case OUTLINE_CURVE:
            cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y), p += 3;
            break;
        default:
            cairo_close_path(cairo);
        }
}

typedef struct Wanted {
    WindingRule rule;
    double width; /* of a pen; 0 for an area */
    double dash[2];
} Wanted;

static cairo_surface_t *by_cairo(const Outline *outline, const Wanted *wanted) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_BEST);
    cairo_set_fill_rule(cairo,
                        wanted->rule == RULE_EVEN_ODD ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo, wanted->dash[0] > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cairo, wanted->dash, wanted->dash[0] > 0 ? 2 : 0, 0);
    trace(cairo, outline);
    if (wanted->width > 0) {
        cairo_set_line_width(cairo, wanted->width);
        cairo_stroke(cairo);
    } else
        cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

static Pixels pixels_of(const Picture *picture) {
    return (Pixels){(const uint8_t *)picture->pixels, (size_t)picture->width, (size_t)picture->height,
                    (size_t)picture->width * sizeof *picture->pixels};
}

/* The rows of a picture, in bands of so many. */
static void draw_band(const Picture *picture, int top, int bottom, const Outline *outline,
                      const Wanted *wanted) {
    Canvas *canvas = canvas_new(picture, top, bottom, (Point){1, 1});
    if (wanted->width > 0)
        canvas_stroke(canvas, outline, &(Pen){BLACK, wanted->width, {wanted->dash[0], wanted->dash[1]}});
    else
        canvas_fill(canvas, outline, wanted->rule, BLACK);
    canvas_free(canvas);
}

static Picture by_us(const Outline *outline, const Wanted *wanted, int rows) {
    Picture picture = picture_new(WIDTH, HEIGHT);
    for (int top = 0; top < HEIGHT; top += rows)
        draw_band(&picture, top, top + rows < HEIGHT ? top + rows : HEIGHT, outline, wanted);
    return picture;
}

/* Largest and mean difference in 255ths. */
static int compare(const Outline *outline, const Wanted *wanted, double *mean) {
    Picture picture = by_us(outline, wanted, HEIGHT);
    cairo_surface_t *surface = by_cairo(outline, wanted);
    Pixels ours = pixels_of(&picture);
    Pixels theirs = {cairo_image_surface_get_data(surface), WIDTH, HEIGHT,
                     (size_t)cairo_image_surface_get_stride(surface)};
    int most = 0, sum = 0;
    for (size_t y = 0; y < HEIGHT; y++)
        for (size_t x = 0; x < WIDTH; x++) {
            int off = abs((int)(pixel_at(&ours, x, y) & 255) - (int)(pixel_at(&theirs, x, y) & 255));
            most = off > most ? off : most;
            sum += off;
        }
    *mean = (double)sum / (WIDTH * HEIGHT);
    cairo_surface_destroy(surface);
    picture_free(&picture);
    return most;
}

static Outline star(uint32_t *seed, int corners) {
    Outline outline = {0};
    for (int i = 0; i < corners; i++) {
        double x = lot(seed, -20, WIDTH + 20), y = lot(seed, -20, HEIGHT + 20);
        if (i)
            outline_line(&outline, x, y);
        else
            outline_move(&outline, x, y);
    }
    outline_close(&outline);
    return outline;
}

/* Corners in one pixel where several edges cross are where two exact ways may differ: cairo samples, we sum.
 */
static void areas_are_as_cairo_fills_them(void **state) {
    (void)state;
    uint32_t seed = 1;
    double mean;
    for (int i = 0; i < 200; i++) {
        Outline outline = star(&seed, 3);
        assert_true(compare(&outline, &(Wanted){RULE_EVEN_ODD, 0, {0}}, &mean) <= 20);
        assert_true(mean < 0.2);
        outline_free(&outline);
    }
}

/* In the pixel where edges cross we know the sum of the windings only, so the mean is what counts. */
static void crossing_edges_follow_the_rule(void **state) {
    (void)state;
    uint32_t seed = 7;
    double mean;
    for (int i = 0; i < 100; i++) {
        Outline outline = star(&seed, 7);
        for (int rule = RULE_EVEN_ODD; rule <= RULE_NON_ZERO; rule++) {
            compare(&outline, &(Wanted){(WindingRule)rule, 0, {0}}, &mean);
            assert_true(mean < 0.4);
        }
        outline_free(&outline);
    }
}

static void curves_and_holes_are_as_cairo_fills_them(void **state) {
    (void)state;
    Outline outline = {0};
    double mean;
    outline_circle(&outline, (Point){60.3, 45.7}, 38);
    outline_circle(&outline, (Point){55.1, 43.2}, 17);
    outline_rounded_box(&outline, (Box){2.5, 3.25, 30, 20}, 6);
    compare(&outline, &(Wanted){RULE_EVEN_ODD, 0, {0}}, &mean); /* each flattens to a tenth of a pixel */
    assert_true(mean < 0.35);
    outline_free(&outline);
}

static void lines_are_as_cairo_strokes_them(void **state) {
    (void)state;
    static const double widths[] = {0.6, 1, 1.3, 2.4, 5, 12};
    uint32_t seed = 3;
    double mean;
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (int i = 0; i < 30; i++) {
            Outline outline = {0};
            outline_move(&outline, lot(&seed, 10, 110), lot(&seed, 10, 80));
            for (int k = 0; k < 3; k++) outline_line(&outline, lot(&seed, 10, 110), lot(&seed, 10, 80));
            if (i % 2) outline_close(&outline);
            compare(&outline, &(Wanted){RULE_NON_ZERO, widths[w], {0}}, &mean);
            assert_true(mean < 0.6);
            outline_free(&outline);
        }
}

static void dashes_are_as_cairo_cuts_them(void **state) {
    (void)state;
    Outline outline = {0};
    double mean;
    outline_move(&outline, 5, 10);
    outline_line(&outline, 110, 30);
    outline_line(&outline, 40, 80);
    compare(&outline, &(Wanted){RULE_NON_ZERO, 2, {5, 3}}, &mean);
    assert_true(mean < 0.15);
    outline_free(&outline);
}

/* Two areas along a slanting border, in white: what the one leaves of black the other takes, to a shade. */
static void neighbours_leave_no_seam_but_that_of_blending(void **state) {
    (void)state;
    Coverage coverage;
    coverage_open(&coverage, WIDTH, HEIGHT);
    coverage_window(&coverage, 0, WIDTH, 0, HEIGHT);
    const Point a[] = {{0, 0}, {70.3, 0}, {31.7, HEIGHT}, {0, HEIGHT}},
                b[] = {{70.3, 0}, {WIDTH, 0}, {WIDTH, HEIGHT}, {31.7, HEIGHT}};
    for (int i = 0; i < 4; i++) coverage_edge(&coverage, a[i], a[(i + 1) % 4]);
    for (int i = 0; i < 4; i++) coverage_edge(&coverage, b[i], b[(i + 1) % 4]);
    int32_t *cells = coverage.cells;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 1; x < WIDTH; x++) assert_int_equal(cells[y * (WIDTH + 2) + x], 0);
    coverage_close(&coverage);
}

static void clips_nest_and_end(void **state) {
    (void)state;
    Picture picture = picture_new(WIDTH, HEIGHT);
    Canvas *canvas = canvas_new(&picture, 0, HEIGHT, (Point){1, 1});
    Outline left = {0}, top = {0}, all = {0};
    outline_box(&left, (Box){0, 0, 60, HEIGHT});
    outline_box(&top, (Box){0, 0, WIDTH, 40});
    outline_box(&all, (Box){-5, -5, WIDTH + 5, HEIGHT + 5});
    canvas_clip(canvas, &left);
    canvas_clip(canvas, &top);
    canvas_fill(canvas, &all, RULE_EVEN_ODD, BLACK);
    canvas_unclip(canvas);
    canvas_unclip(canvas);
    Pixels pixels = pixels_of(&picture);
    for (size_t y = 0; y < HEIGHT; y++)
        for (size_t x = 0; x < WIDTH; x++)
            assert_int_equal(pixel_at(&pixels, x, y), x < 60 && y < 40 ? 0 : 0xFFFFFF);
    canvas_fill(canvas, &all, RULE_EVEN_ODD, (Colour){255, 0, 0, 128});
    assert_int_equal(pixel_at(&pixels, 100, 80), 0xFF7F7F);
    outline_free(&left), outline_free(&top), outline_free(&all);
    canvas_free(canvas);
    picture_free(&picture);
}

/* Far beyond the picture, without a point, and in bands of a few rows. */
static void what_is_out_of_the_way_does_no_harm(void **state) {
    (void)state;
    Picture picture = picture_new(WIDTH, HEIGHT);
    Canvas *canvas = canvas_new(&picture, 0, HEIGHT, (Point){1, 1});
    Outline far = {0};
    outline_move(&far, -1e9, -1e9), outline_line(&far, 1e9, -1e9), outline_line(&far, 1e9, 1e9);
    outline_line(&far, -1e9, 1e9), outline_close(&far);
    canvas_fill(canvas, &far, RULE_EVEN_ODD, BLACK);
    Pixels pixels = pixels_of(&picture);
    assert_int_equal(pixel_at(&pixels, 0, 0), 0);
    assert_int_equal(pixel_at(&pixels, WIDTH - 1, HEIGHT - 1), 0);
    outline_clear(&far);
    canvas_fill(canvas, &far, RULE_EVEN_ODD, BLACK);
    canvas_stroke(canvas, &far, &(Pen){BLACK, 3, {0, 0}});
    outline_free(&far);
    canvas_free(canvas);
    picture_free(&picture);
}

static void a_large_picture_is_painted_band_by_band(void **state) {
    (void)state;
    enum { WIDE = 30000, HIGH = 200 };
    Picture picture = picture_new(WIDE, HIGH);
    Canvas *canvas = canvas_new(&picture, 0, HIGH, (Point){1, 1});
    Outline slope = {0};
    outline_move(&slope, 0, 0), outline_line(&slope, WIDE, HIGH), outline_line(&slope, 0, HIGH);
    outline_close(&slope);
    canvas_fill(canvas, &slope, RULE_EVEN_ODD, BLACK);
    Pixels pixels = pixels_of(&picture);
    for (size_t y = 0; y < HIGH; y++) {
        size_t edge = y * WIDE / HIGH;
        if (edge > 1) assert_int_equal(pixel_at(&pixels, edge - 2, y), 0);
        if (edge + WIDE / HIGH + 2 < WIDE)
            assert_int_equal(pixel_at(&pixels, edge + WIDE / HIGH + 2, y), 0xFFFFFF);
    }
    outline_free(&slope);
    canvas_free(canvas);
    picture_free(&picture);
}

/* Or the number of cores would show in the picture. */
static void bands_give_the_same_pixels(void **state) {
    (void)state;
    uint32_t seed = 11;
    for (int i = 0; i < 40; i++) {
        Outline outline = star(&seed, 6);
        Wanted wanted = {RULE_EVEN_ODD, i % 2 ? 3.3 : 0, {0}};
        Picture whole = by_us(&outline, &wanted, HEIGHT), parts = by_us(&outline, &wanted, 7 + i);
        assert_memory_equal(whole.pixels, parts.pixels, WIDTH * HEIGHT * sizeof *whole.pixels);
        picture_free(&whole);
        picture_free(&parts);
        outline_free(&outline);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_are_as_cairo_fills_them),
        cmocka_unit_test(crossing_edges_follow_the_rule),
        cmocka_unit_test(curves_and_holes_are_as_cairo_fills_them),
        cmocka_unit_test(lines_are_as_cairo_strokes_them),
        cmocka_unit_test(dashes_are_as_cairo_cuts_them),
        cmocka_unit_test(neighbours_leave_no_seam_but_that_of_blending),
        cmocka_unit_test(clips_nest_and_end),
        cmocka_unit_test(what_is_out_of_the_way_does_no_harm),
        cmocka_unit_test(bands_give_the_same_pixels),
        cmocka_unit_test(a_large_picture_is_painted_band_by_band),
    };
    return cmocka_run_group_tests_name("paint/canvas", tests, NULL, NULL);
}
