/* Marks as the content of a PDF page. Knows operators; the file around them is pdf_file's. */
#ifndef PAINT_PDF_PAGE_H
#define PAINT_PDF_PAGE_H

#include "../scene.h"
#include "pdf_font.h"

/* What the content is and what it needs; initialise with {.letters = ...}. */
typedef struct PdfPage {
    Letters *letters;
    Text content;
    PdfFonts fonts;
    bool alphas[256]; /* /A128 is a graphics state of alpha 128 of 255 */
} PdfPage;

/* One unit of the content is one page unit, y down; the caller has set the matrix. */
void pdf_page_paint(PdfPage *page, const Scene *scene);
void pdf_page_free(PdfPage *page);

#endif
