/* The scene as a picture: every mark in its order. Knows no file format. */
#ifndef PAINT_ONTO_CANVAS_H
#define PAINT_ONTO_CANVAS_H

#include "../ink/letters.h"
#include "../scene.h"
#include "canvas.h"

/* The shapes of all texts of a scene, in their order: made once, for canvases in several threads. */
typedef struct TextShapes {
    Outline *items;
    size_t count;
} TextShapes;

TextShapes text_shapes_of(const Scene *scene, Letters *letters);
void text_shapes_free(TextShapes *shapes);

void paint_onto_canvas(const Scene *scene, Canvas *canvas, const TextShapes *shapes);

#endif
