/*
 * A picture in memory to draw outlines on: filled, stroked, clipped, in colours that may be translucent.
 * Knows no marks and no file. Page units come in, pixels come out.
 */
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include "../ink/ink.h"
#include "coverage.h"

typedef struct Canvas Canvas;

/* A picture that a canvas draws on, or several do at the same time, each on rows of its own: what is drawn on
 * a row does not depend on who draws it. */
typedef struct Picture {
    int width, height;
    uint32_t *pixels; /* row after row, red in bits 16 to 23, green 8 to 15, blue 0 to 7 */
} Picture;

Picture picture_new(int width, int height);
void picture_free(Picture *picture);

/* Rows top to bottom - 1 of a picture, which become white; scale is pixels a page unit, across and down. The
 * picture has to outlive the canvas. */
Canvas *canvas_new(const Picture *picture, int top, int bottom, Point scale);
void canvas_free(Canvas *canvas);

void canvas_fill(Canvas *canvas, const Outline *outline, WindingRule rule, Colour colour);
/* Lines that are dashed have flat ends, others round ones. */
void canvas_stroke(Canvas *canvas, const Outline *outline, const Pen *pen);
/* From here to canvas_unclip only what lies inside is drawn, by the even-odd rule. Clips nest. */
void canvas_clip(Canvas *canvas, const Outline *outline);
void canvas_unclip(Canvas *canvas);

#endif
