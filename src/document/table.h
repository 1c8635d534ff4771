/* The data table behind a map, in one markup language or another. Knows cells, no picture. */
#ifndef DOCUMENT_TABLE_H
#define DOCUMENT_TABLE_H

#include "../base/text.h"
#include "telling.h"

/* A language to write tables in: "html", "markdown", "csv", "latex", "asciidoc" or "typst". */
typedef struct TableFormat TableFormat;
const TableFormat *table_format_find(const char *name);
/* Those of dateline_describe only. */
bool table_format_stands_alone(const TableFormat *format);

void table_add(Text *text, const Telling *telling, const TableFormat *format);

#endif
