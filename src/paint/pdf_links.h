/* Addresses of the web in a page's text as annotations that a reader of PDF can follow. */
#ifndef PAINT_PDF_LINKS_H
#define PAINT_PDF_LINKS_H

#include "../base/text.h"
#include "../ink/letters.h"
#include "../scene.h"

/* Adds "/Annots[...]" to a page's dictionary; nothing where no text has an address. */
void pdf_add_links(Text *text, const Scene *scene, Letters *letters);

#endif
