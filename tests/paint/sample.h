/* What the painters' tests share: a page with every kind of mark, and a sink that keeps or refuses bytes. */
#ifndef TESTS_PAINT_SAMPLE_H
#define TESTS_PAINT_SAMPLE_H

#include "base/text.h"
#include "paint/paint.h"

#define RED   ((Colour){0xB3, 0x26, 0x1E, 255})
#define BLUE  ((Colour){0x35, 0x79, 0xB1, 255})
#define WHITE ((Colour){255, 255, 255, 255})
#define INK   ((Colour){0x16, 0x20, 0x2A, 255})

/* 200 x 120 CSS pixels, white, without marks. */
PageInfo sample_info(void);
Scene *blank_page(void);
/* The same with a hatched and a plain country, a dashed line, symbols, a clipped inset and texts with halo,
 * tracking and Arabic. */
Scene *sample_page(void);
Scene *sample_page_at(double pixels_per_unit);
void add_box(Scene *scene, Box box, Fill fill, Pen pen);

/* A sink that keeps what it gets. */
Sink keep_in(Text *text);
/* A sink that refuses everything after so many bytes. */
typedef struct Limit {
    size_t left;
} Limit;
Sink refuse_after(Limit *limit);

/* Paints into text; fails the test where the painter does. */
void paint_into(const Scene *scene, const char *format, Text *text);
/* Whether a program is installed; tests that need one are skipped, with a message, where it is not. */
bool has_program(const char *name);

#endif
