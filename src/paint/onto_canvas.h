/* The scene as a picture: every mark in its order. Knows no file format. */
#ifndef PAINT_ONTO_CANVAS_H
#define PAINT_ONTO_CANVAS_H

#include "../ink/letters.h"
#include "../scene.h"
#include "canvas.h"

void paint_onto_canvas(const Scene *scene, Canvas *canvas, Letters *letters);

#endif
