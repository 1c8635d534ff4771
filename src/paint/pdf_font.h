/* Fonts in a PDF: subsets of the pinned ones, with what their glyphs stand for, so that text can be searched
 * and copied. */
#ifndef PAINT_PDF_FONT_H
#define PAINT_PDF_FONT_H

#include "../ink/letters.h"
#include "pdf_file.h"

/* A glyph that the page shows. */
typedef struct PdfGlyph {
    uint32_t index;
    double width; /* in thousandths of the size */
    char *text;   /* what it stands for, or NULL */
} PdfGlyph;

typedef struct PdfFont {
    size_t face;
    struct {
        PdfGlyph *items; /* by rising index */
        size_t count, capacity;
    } glyphs;
} PdfFont;

/* Initialise with {0}. */
typedef struct PdfFonts {
    ARRAY(PdfFont) fonts;
} PdfFonts;

/* Notes that a glyph is shown at a size, and returns the number of its font: /F0, /F1, ... */
size_t pdf_font_use(PdfFonts *fonts, const Glyph *glyph, double size);
/* Whether the font will say that a glyph in use stands for these letters; it can say one thing a glyph. */
bool pdf_font_tells(const PdfFonts *fonts, const Glyph *glyph);
/* Writes all fonts and adds "/F0 5 0 R/F1 ..." to resources. */
void pdf_fonts_write(const PdfFonts *fonts, const Letters *letters, PdfFile *file, Text *resources);
void pdf_fonts_free(PdfFonts *fonts);

#endif
