/* What a page was made by and from, as every format that has room for it says it. */
#ifndef PAINT_PROVENANCE_H
#define PAINT_PROVENANCE_H

#include "../base/text.h"
#include "../scene.h"

/* Adds properties of RDF, one a line, for a description that knows the prefix dateline:. */
#define PROVENANCE_NAMESPACE "xmlns:dateline=\"urn:x-dateline:provenance:1\""
void provenance_add_properties(Text *text, const PageInfo *info);
/* "dateline 0.1.0; data Natural Earth 5.1.2, 50m, international; article sha256 12ab...; ...". */
void provenance_add_line(Text *text, const PageInfo *info);

#endif
