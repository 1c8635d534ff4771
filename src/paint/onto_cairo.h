/* Marks onto a cairo context. Knows nothing of files and surfaces. */
#ifndef PAINT_ONTO_CAIRO_H
#define PAINT_ONTO_CAIRO_H

#include "../ink/letters.h"
#include "../scene.h"

struct _cairo;

/* Paints all marks; one unit of the context is one page unit. */
void paint_onto_cairo(const Scene *scene, struct _cairo *cairo, Letters *letters);

#endif
