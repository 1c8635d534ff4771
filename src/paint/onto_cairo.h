/* Marks onto a cairo context, for every painter that has one. Knows nothing of files and surfaces. */
#ifndef PAINT_ONTO_CAIRO_H
#define PAINT_ONTO_CAIRO_H

#include "../ink/letters.h"
#include "../scene.h"

struct _cairo;

/* Text as glyphs of a font, which a PDF keeps as text, or as outlines, which lie exactly where they were
 * measured. */
typedef enum TextManner { TEXT_AS_GLYPHS, TEXT_AS_OUTLINES } TextManner;

/* Paints all marks; one unit of the context is one page unit. */
void paint_onto_cairo(const Scene *scene, struct _cairo *cairo, Letters *letters, TextManner manner);

#endif
