/* Addresses of the web in a page's text as annotations that a reader of PDF can follow. */
#ifndef PAINT_PDF_LINKS_H
#define PAINT_PDF_LINKS_H

#include "../ink/letters.h"
#include "../scene.h"
#include "pdf_file.h"

/* The numbers of a link's objects: what a reader clicks, and what a screen reader is told of it. */
typedef struct PdfLink {
    size_t annotation, element;
} PdfLink;

typedef ARRAY(PdfLink) PdfLinks;

/* What the elements refer to. */
typedef struct PdfLinkPlace {
    size_t page, parent; /* of the structure */
} PdfLinkPlace;

/* Writes an annotation and a Link of the structure for every address in the scene's texts and adds them to
 * links. Their keys in the tree of parents are 1, 2, ... in that order. */
void pdf_links_write(PdfFile *file, const Scene *scene, Letters *letters, PdfLinkPlace place,
                     PdfLinks *links);

#endif
