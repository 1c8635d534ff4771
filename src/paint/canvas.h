/*
 * A picture in memory to draw outlines on: filled, stroked, clipped, in colours that may be translucent.
 * Knows no marks and no file. Page units come in, pixels come out.
 */
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include "../ink/ink.h"
#include "coverage.h"
#include "palette.h"

typedef struct Canvas Canvas;

/* White, so many pixels large; scale is pixels a page unit, across and down. */
Canvas *canvas_new(int width, int height, Point scale);
void canvas_free(Canvas *canvas);
/* Borrowed; as palette.h has them. */
Pixels canvas_pixels(const Canvas *canvas);

void canvas_fill(Canvas *canvas, const Outline *outline, WindingRule rule, Colour colour);
/* Lines that are dashed have flat ends, others round ones. */
void canvas_stroke(Canvas *canvas, const Outline *outline, const Pen *pen);
/* From here to canvas_unclip only what lies inside is drawn, by the even-odd rule. Clips nest. */
void canvas_clip(Canvas *canvas, const Outline *outline);
void canvas_unclip(Canvas *canvas);

#endif
