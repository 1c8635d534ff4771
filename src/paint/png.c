/* See paint.h. Draws the scene on a canvas, opaque on white, and hands its pixels on. */
#include "onto_canvas.h"
#include "paint.h"
#include "png_file.h"
#include "provenance.h"

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

static bool write_pixels(const Pixels *pixels, const PageInfo *info, Sink sink, dateline_error *error) {
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
    bool written = png_write(pixels, &facts, sink, error);
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
    Canvas *canvas = canvas_new((int)width, (int)height, (Point){width / info->width, height / info->height});
    paint_onto_canvas(scene, canvas, letters);
    letters_free(letters);
    Pixels pixels = canvas_pixels(canvas);
    bool written = write_pixels(&pixels, info, sink, error);
    canvas_free(canvas);
    return written;
}
