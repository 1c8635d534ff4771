/*
 * PNG, SVG and PDF of one scene are one picture: drawn by us, by librsvg and by poppler, and compared pixel
 * by pixel at four times the size, where it matters less what renderers do to thin lines and small letters.
 */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cairo.h>
#include <cmocka.h>

/* The scene as a picture, drawn from one format by a command that makes %s.png out of %s. */
static cairo_surface_t *picture(const Scene *scene, const char *suffix, const char *format) {
    char path[64] = "/tmp/dateline-test-XXXXXX", command[256];
    dateline_error error = {0};
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    remove(path);
    char named[80], drawn[96];
    snprintf(named, sizeof named, "%s.%s", path, suffix);
    snprintf(drawn, sizeof drawn, "%s.png", format ? named : path);
    if (!dateline_paint_file(scene, format ? named : drawn, &error)) fail_msg("%s", error.message);
    if (format) {
        snprintf(command, sizeof command, format, named, named);
        assert_int_equal(system(command), 0);
        remove(named);
    }
    cairo_surface_t *surface = cairo_image_surface_create_from_png(drawn);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    remove(drawn);
    return surface;
}

static const uint8_t *pixel(cairo_surface_t *surface, int x, int y) {
    return cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + 4 * x;
}

/* The mean over all channels, and the share of pixels with any channel off by more than a quarter of the
 * range. */
static void compare(cairo_surface_t *a, cairo_surface_t *b, double *mean, double *share) {
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a), far = 0;
    assert_int_equal(width, cairo_image_surface_get_width(b));
    assert_int_equal(height, cairo_image_surface_get_height(b));
    *mean = 0;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            int worst = 0;
            for (int i = 0; i < 3; i++) {
                int difference = abs(pixel(a, x, y)[i] - pixel(b, x, y)[i]);
                *mean += difference;
                if (difference > worst) worst = difference;
            }
            far += worst > 64;
        }
    *mean /= 3.0 * width * height;
    *share = (double)far / (width * height);
}

static void assert_alike(const char *suffix, const char *program, const char *command, double most_mean,
                         double most_share) {
    if (!has_program(program)) skip();
    Scene *scene = sample_page_at(4);
    cairo_surface_t *ours = picture(scene, "png", NULL), *theirs = picture(scene, suffix, command);
    double mean, share;
    compare(ours, theirs, &mean, &share);
    if (mean > most_mean || share > most_share)
        fail_msg("mean difference %.3f of 255, %.4f of pixels far off", mean, share);
    cairo_surface_destroy(ours);
    cairo_surface_destroy(theirs);
    scene_free(scene);
}

static void librsvg_draws_the_same_from_svg(void **state) {
    (void)state;
    assert_alike("svg", "rsvg-convert", "rsvg-convert --zoom 4 %s -o %s.png", 0.5, 0.001);
}

static void poppler_draws_the_same_from_pdf(void **state) {
    (void)state;
    assert_alike("pdf", "pdftocairo", "pdftocairo -png -r 384 -singlefile %s %s", 1.0, 0.003);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(librsvg_draws_the_same_from_svg),
        cmocka_unit_test(poppler_draws_the_same_from_pdf),
    };
    return cmocka_run_group_tests_name("paint/alike", tests, NULL, NULL);
}
