/* See paint.h. Draws the scene on canvases, opaque on white, one for each thread, and hands the pixels on. */
#include "../base/parallel.h"
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

/* Some rows of the picture, for one thread. */
typedef struct Band {
    const Scene *scene;
    const TextShapes *shapes;
    const Picture *picture;
    int top, bottom;
} Band;

static void paint_band(void *work, size_t number, size_t worker) {
    const Band *band = (const Band *)work + number;
    const PageInfo *info = scene_info(band->scene);
    Point scale = {band->picture->width / info->width, band->picture->height / info->height};
    (void)worker;
    Canvas *canvas = canvas_new(band->picture, band->top, band->bottom, scale);
    paint_onto_canvas(band->scene, canvas, band->shapes);
    canvas_free(canvas);
}

/* As many as threads are wanted and worth it: a band costs as much again as some rows of a map. */
static size_t band_count(const PageInfo *info, int height) {
    enum { LEAST_ROWS = 200 };
    size_t count = parallel_workers(info->threads), most = (size_t)height / LEAST_ROWS;
    if (count > most) count = most;
    return count < 1 ? 1 : count;
}

static void paint_bands(const Scene *scene, const TextShapes *shapes, const Picture *picture) {
    size_t count = band_count(scene_info(scene), picture->height);
    Band bands[PARALLEL_MOST];
    for (size_t i = 0; i < count; i++)
        bands[i] = (Band){.scene = scene,
                          .shapes = shapes,
                          .picture = picture,
                          .top = (int)((size_t)picture->height * i / count),
                          .bottom = (int)((size_t)picture->height * (i + 1) / count)};
    parallel_run(count, count, paint_band, bands);
}

/* Letters are for one thread at a time, so all texts are set before the bands begin. */
static bool paint_picture(const Scene *scene, const Picture *picture, dateline_error *error) {
    Letters *letters = fonts_take(scene_fonts(scene), scene_info(scene)->language, error);
    if (!letters) return false;
    TextShapes shapes = text_shapes_of(scene, letters);
    fonts_give(scene_fonts(scene), letters);
    paint_bands(scene, &shapes, picture);
    text_shapes_free(&shapes);
    return true;
}

bool paint_png(const Scene *scene, Sink sink, dateline_error *error) {
    const PageInfo *info = scene_info(scene);
    double width = round(info->width * info->pixels_per_unit),
           height = round(info->height * info->pixels_per_unit);
    if (!fits(width, height, error)) return false;
    Picture picture = picture_new((int)width, (int)height);
    Pixels pixels = {(const uint8_t *)picture.pixels, (size_t)width, (size_t)height,
                     (size_t)width * sizeof *picture.pixels};
    bool written = paint_picture(scene, &picture, error) && write_pixels(&pixels, info, sink, error);
    picture_free(&picture);
    return written;
}
