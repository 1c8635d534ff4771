/* See paint.h. A page of vectors with real text; the date is SOURCE_DATE_EPOCH or the epoch itself, never the
 * clock. */
#include "../base/text.h"
#include "onto_cairo.h"
#include "paint.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct Stream {
    Sink sink;
    dateline_error *error;
} Stream;

static cairo_status_t write_stream(void *context, const unsigned char *bytes, unsigned int size) {
    const Stream *stream = context;
    return sink_write(stream->sink, bytes, size, stream->error) ? CAIRO_STATUS_SUCCESS
                                                                : CAIRO_STATUS_WRITE_ERROR;
}

/* As the specification of SOURCE_DATE_EPOCH asks: seconds since 1970, in UTC. */
static void print_date(char *date, size_t size) {
    const char *given = getenv("SOURCE_DATE_EPOCH"), *end;
    double seconds = 0;
    if (!given || !number_parse(given, &end, &seconds) || *end || seconds < 0 || seconds > 253402300799.0)
        seconds = 0;
    time_t moment = (time_t)seconds;
    struct tm parts;
    strftime(date, size, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&moment, &parts));
}

static void set_metadata(cairo_surface_t *surface, const PageInfo *info) {
    char date[32];
    print_date(date, sizeof date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, info->description);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, info->credits);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "dateline " DATELINE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* 14,400 points is the largest page that readers of PDF accept. */
static bool fits(const PageInfo *info, dateline_error *error) {
    double width = info->width * info->points_per_unit, height = info->height * info->points_per_unit;
    if (width > 0 && height > 0 && width <= 14400 && height <= 14400) return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "a page of %.0f x %.0f points; a PDF page has 1 to 14400 points (5.08 m) a side", width,
                     height);
}

/* The sink's refusal is in error already, and cairo may have gone on after it; else the fault is cairo's. */
static bool finish(cairo_surface_t *surface, cairo_status_t status, dateline_error *error) {
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        error_set(error, DATELINE_SYSTEM, (Place){0}, "the PDF could not be made: %s",
                  cairo_status_to_string(status));
    return error->status == DATELINE_OK;
}

bool paint_pdf(const Scene *scene, Sink sink, dateline_error *error) {
    const PageInfo *info = scene_info(scene);
    if (!fits(info, error)) return false;
    Letters *letters = letters_new(NULL, error);
    if (!letters) return false;
    dateline_error fault = {0};
    Stream stream = {sink, &fault};
    double points = info->points_per_unit;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_stream, &stream, info->width * points, info->height * points);
    set_metadata(surface, info);
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, points, points);
    paint_onto_cairo(scene, cairo, letters, TEXT_AS_GLYPHS);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    bool painted = finish(surface, status, &fault);
    letters_free(letters);
    if (!painted && error && error->status == DATELINE_OK) *error = fault;
    return painted;
}
