/* The page as SVG within a larger text: a document of HTML holds it as its own. */
#ifndef PAINT_SVG_H
#define PAINT_SVG_H

#include "../base/error.h"
#include "../base/text.h"
#include "../scene.h"

typedef struct SvgUse {
    bool fragment;    /* without the XML declaration */
    const char *link; /* countries with a part are links to this and their code in small letters; or NULL */
} SvgUse;

bool svg_add_page(Text *text, const Scene *scene, const SvgUse *use, dateline_error *error);

#endif
