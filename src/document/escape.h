/*
 * Text of an article made harmless inside a markup language: it reads the same, and no letter of it is taken
 * as markup. Line ends become spaces. Knows no structure of documents; XML is paint/xml.h's.
 */
#ifndef DOCUMENT_ESCAPE_H
#define DOCUMENT_ESCAPE_H

#include "../base/text.h"

typedef void (*Escape)(Text *text, const char *string);

/* Inside a paragraph or a cell of a table. */
void escape_markdown(Text *text, const char *string);
void escape_latex(Text *text, const char *string);
void escape_asciidoc(Text *text, const char *string);
void escape_typst(Text *text, const char *string);
/* Between double quotes: a string of Typst, an attribute of AsciiDoc, a field of CSV. */
void escape_typst_string(Text *text, const char *string);
void escape_asciidoc_attribute(Text *text, const char *string);
void escape_csv(Text *text, const char *string);

#endif
