/* Text and names made harmless inside XML. Knows no element and no attribute. */
#ifndef PAINT_XML_H
#define PAINT_XML_H

#include "../base/memory.h"
#include "../base/text.h"

/* Adds string so that it reads the same in an element or between double quotes: made harmless, markup
 * escaped. */
void xml_add(Text *text, const char *string);
/* Adds ` name="value"`. */
void xml_add_attribute(Text *text, const char *name, const char *value);
void xml_add_number(Text *text, const char *name, double value, int decimals);

/* The ids given out on a page; initialise with {0}. */
typedef struct XmlIds {
    ARRAY(char *) used;
} XmlIds;

/*
 * An id after the wish that no one has yet: letters, digits, '-', '.' and ':' stay, else '-'; it never begins
 * with '_', which is for ids of the painter's own. Borrowed from ids.
 */
const char *xml_id(XmlIds *ids, const char *wish);
void xml_ids_free(XmlIds *ids);

#endif
