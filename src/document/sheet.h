/* The style sheet of a page of HTML: how it looks in a light window and a dark one, on a desk and on a phone.
 * Knows no country but by its code. */
#ifndef DOCUMENT_SHEET_H
#define DOCUMENT_SHEET_H

#include "embed.h"

/* Adds a code in small letters, as ids have it. */
void sheet_add_code(Text *text, const char *code);
/* The sheet, with a rule for every country of the table and for every drawing of the map. */
void sheet_add(Text *text, const Snippet *snippet);

#endif
