/* A picture with its words as a piece of a document, in one language or another. Each adds to text. */
#ifndef DOCUMENT_EMBED_H
#define DOCUMENT_EMBED_H

#include "../base/text.h"
#include "telling.h"

typedef struct Snippet {
    const Telling *telling;
    const PageInfo *info;
    const Scene *scene;
    const char *file;                 /* of the picture; NULL where it stands in the snippet itself */
    const char *address;              /* the picture as a data: address; NULL for SVG among the markup */
    const dateline_variant *variants; /* of a page */
    size_t variant_count;
} Snippet;

/* The picture's caption: title and source. The caller frees it. */
char *snippet_caption(const Snippet *snippet);

void embed_html(Text *text, const Snippet *snippet);
void embed_markdown(Text *text, const Snippet *snippet);
void embed_latex(Text *text, const Snippet *snippet);
void embed_asciidoc(Text *text, const Snippet *snippet);
void embed_typst(Text *text, const Snippet *snippet);
/* A whole page of HTML that needs nothing beside itself. */
void embed_page(Text *text, const Snippet *snippet);

#endif
