/* See paint.h. Draws the scene on an image surface, opaque on white, and hands its pixels on. */
#include "onto_cairo.h"
#include "paint.h"
#include "png_file.h"
#include "provenance.h"

#include <cairo.h>
#include <math.h>

enum { MOST_PIXELS_A_SIDE = 32767, MOST_MEGAPIXELS = 400 };

static bool fits(double width, double height, dateline_error *error) {
    if (width >= 1 && height >= 1 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE &&
        width * height <= MOST_MEGAPIXELS * 1e6)
        return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "a picture of %.0f x %.0f pixels; a PNG has 1 to %d a side and at most %d million; "
                     "a smaller size, scale or resolution would be right",
                     width, height, MOST_PIXELS_A_SIDE, MOST_MEGAPIXELS);
}

static cairo_status_t draw(const Scene *scene, cairo_surface_t *surface, Letters *letters) {
    const PageInfo *info = scene_info(scene);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, cairo_image_surface_get_width(surface) / info->width,
                cairo_image_surface_get_height(surface) / info->height);
    paint_onto_cairo(scene, cairo, letters);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return status;
}

static bool write_surface(cairo_surface_t *surface, const PageInfo *info, Sink sink, dateline_error *error) {
    Pixels pixels = {cairo_image_surface_get_data(surface), (size_t)cairo_image_surface_get_width(surface),
                     (size_t)cairo_image_surface_get_height(surface),
                     (size_t)cairo_image_surface_get_stride(surface)};
    Text provenance = {0};
    provenance_add_line(&provenance, info);
    PngFacts facts = {.title = info->title,
                      .description = info->description,
                      .source = info->credits,
                      .licence = info->licence,
                      .provenance = provenance.bytes,
                      .software = "dateline " DATELINE_VERSION,
                      .language = info->language,
                      .pixels_a_metre = info->pixels_per_unit / info->points_per_unit * 72 / 0.0254};
    bool written = png_write(&pixels, &facts, sink, error);
    text_free(&provenance);
    return written;
}

bool paint_png(const Scene *scene, Sink sink, dateline_error *error) {
    const PageInfo *info = scene_info(scene);
    double width = round(info->width * info->pixels_per_unit),
           height = round(info->height * info->pixels_per_unit);
    if (!fits(width, height, error)) return false;
    Letters *letters = letters_new(NULL, error);
    if (!letters) return false;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_status_t status = draw(scene, surface, letters);
    letters_free(letters);
    bool painted = status == CAIRO_STATUS_SUCCESS
                       ? write_surface(surface, info, sink, error)
                       : error_set(error, DATELINE_SYSTEM, (Place){0}, "the picture could not be drawn: %s",
                                   cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return painted;
}
