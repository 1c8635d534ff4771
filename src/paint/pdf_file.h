/* The file structure of PDF 1.7: numbered objects, streams, the table of their places. Knows nothing of what
 * they say. */
#ifndef PAINT_PDF_FILE_H
#define PAINT_PDF_FILE_H

#include "../base/memory.h"
#include "../base/text.h"

/* A file being made; initialise with {0} and pdf_begin. */
typedef struct PdfFile {
    Text bytes;
    ARRAY(size_t) places; /* of object 1, 2, ... */
} PdfFile;

void pdf_begin(PdfFile *file);
/* A number for an object that is written later, or referred to before. */
size_t pdf_reserve(PdfFile *file);
/* An object between pdf_open and pdf_close is text added to file->bytes. */
void pdf_open(PdfFile *file, size_t number);
void pdf_close(PdfFile *file);
/* A compressed stream; entries stand in its dictionary beside its lengths. */
void pdf_stream(PdfFile *file, size_t number, const char *entries, const void *bytes, size_t size);
/* The same uncompressed, for what other programs look for in the file. */
void pdf_plain_stream(PdfFile *file, size_t number, const char *entries, const char *text);
/* Writes the table of places and the trailer. */
void pdf_end(PdfFile *file, size_t root, size_t info);
void pdf_free(PdfFile *file);

/* Adds UTF-8 as a PDF string of UTF-16. */
void pdf_add_string(Text *text, const char *string);

#endif
