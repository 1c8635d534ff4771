/* See paint.h. */
#include "../base/memory.h"
#include "onto_cairo.h"
#include "paint.h"

#include <cairo.h>
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PIXELS_A_SIDE = 32767, MOST_MEGAPIXELS = 400 };

typedef struct Picture {
    cairo_surface_t *surface;
    const uint8_t *pixels; /* 32-bit words, xRGB */
    int width, height, stride;
} Picture;

static bool fits(double width, double height, dateline_error *error) {
    if (width >= 1 && height >= 1 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE &&
        width * height <= MOST_MEGAPIXELS * 1e6)
        return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "a picture of %.0f x %.0f pixels; a PNG has 1 to %d a side and at most %d million; "
                     "a smaller size, scale or resolution would be right",
                     width, height, MOST_PIXELS_A_SIDE, MOST_MEGAPIXELS);
}

static cairo_status_t draw(const Scene *scene, Picture *picture, Letters *letters) {
    const PageInfo *info = scene_info(scene);
    picture->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture->width, picture->height);
    cairo_t *cairo = cairo_create(picture->surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, picture->width / info->width, picture->height / info->height);
    paint_onto_cairo(scene, cairo, letters, TEXT_AS_OUTLINES);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(picture->surface);
    picture->pixels = cairo_image_surface_get_data(picture->surface);
    picture->stride = cairo_image_surface_get_stride(picture->surface);
    return status;
}

typedef struct Stream {
    Sink sink;
    dateline_error *error;
} Stream;

static void write_stream(png_structp png, png_bytep bytes, size_t size) {
    const Stream *stream = png_get_io_ptr(png);
    if (!sink_write(stream->sink, bytes, size, stream->error)) png_error(png, "refused");
}

static void flush_stream(png_structp png) {
    (void)png;
}

static _Noreturn void on_error(png_structp png, png_const_charp message) {
    const Stream *stream = png_get_error_ptr(png);
    error_set(stream->error, DATELINE_SYSTEM, (Place){0}, "the PNG could not be made: %s", message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
    (void)png, (void)message;
}

static void set_texts(png_structp png, png_infop header, const PageInfo *info) {
    struct {
        const char *key, *text;
    } rows[] = {{"Title", info->title},
                {"Description", info->description},
                {"Source", info->credits},
                {"Software", "dateline " DATELINE_VERSION}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!rows[i].text[0]) continue;
        png_text text = {.compression = PNG_ITXT_COMPRESSION_NONE,
                         .key = (char *)rows[i].key,
                         .text = (char *)rows[i].text,
                         .lang = (char *)info->language,
                         .lang_key = ""};
        png_set_text(png, header, &text, 1);
    }
}

static void set_header(png_structp png, png_infop header, const Picture *picture, const PageInfo *info) {
    png_set_IHDR(png, header, (png_uint_32)picture->width, (png_uint_32)picture->height, 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, header, PNG_sRGB_INTENT_PERCEPTUAL);
    double pixels_a_point = info->pixels_per_unit / info->points_per_unit;
    png_uint_32 pixels_a_metre = (png_uint_32)lround(pixels_a_point * 72 / 0.0254);
    png_set_pHYs(png, header, pixels_a_metre, pixels_a_metre, PNG_RESOLUTION_METER);
    set_texts(png, header, info);
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
}

static void write_rows(png_structp png, const Picture *picture, uint8_t *row) {
    for (int y = 0; y < picture->height; y++) {
        const uint8_t *from = picture->pixels + (size_t)y * (size_t)picture->stride;
        for (int x = 0; x < picture->width; x++) {
            uint32_t word;
            memcpy(&word, from + 4 * x, sizeof word);
            row[3 * x] = (uint8_t)(word >> 16);
            row[3 * x + 1] = (uint8_t)(word >> 8);
            row[3 * x + 2] = (uint8_t)word;
        }
        png_write_row(png, row);
    }
}

/* libpng leaves by longjmp, so what must be freed lies in the caller. */
static bool encode(png_structp png, png_infop header, const Picture *picture, const PageInfo *info,
                   uint8_t *row) {
    if (setjmp(png_jmpbuf(png))) return false;
    set_header(png, header, picture, info);
    png_write_info(png, header);
    write_rows(png, picture, row);
    png_write_end(png, header);
    return true;
}

static bool write_png(const Picture *picture, const PageInfo *info, Sink sink, dateline_error *error) {
    dateline_error fault = {0};
    Stream stream = {sink, &fault};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &stream, on_error, on_warning);
    png_infop header = png ? png_create_info_struct(png) : NULL;
    bool written = false;
    if (header) {
        png_set_write_fn(png, &stream, write_stream, flush_stream);
        uint8_t *row = memory_new((size_t)picture->width * 3);
        written = encode(png, header, picture, info, row);
        free(row);
    }
    png_destroy_write_struct(&png, &header);
    if (!written && error && error->status == DATELINE_OK) *error = fault;
    return written;
}

bool paint_png(const Scene *scene, Sink sink, dateline_error *error) {
    const PageInfo *info = scene_info(scene);
    double width = round(info->width * info->pixels_per_unit),
           height = round(info->height * info->pixels_per_unit);
    if (!fits(width, height, error)) return false;
    Letters *letters = letters_new(NULL, error);
    if (!letters) return false;
    Picture picture = {.width = (int)width, .height = (int)height};
    cairo_status_t status = draw(scene, &picture, letters);
    letters_free(letters);
    bool painted = status == CAIRO_STATUS_SUCCESS
                       ? write_png(&picture, info, sink, error)
                       : error_set(error, DATELINE_SYSTEM, (Place){0}, "the picture could not be drawn: %s",
                                   cairo_status_to_string(status));
    cairo_surface_destroy(picture.surface);
    return painted;
}
