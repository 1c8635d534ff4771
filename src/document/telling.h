/* The story of the facts in words, held ready for whatever is written around a picture. Knows no format. */
#ifndef DOCUMENT_TELLING_H
#define DOCUMENT_TELLING_H

#include "../map/describe.h"

typedef struct Telling {
    Page page; /* an arena and a style; nothing is drawn */
    const Story *story;
    DescribedTable table;
} Telling;

/* False with an error where the facts have nobody to tell of; telling_close is due either way. */
bool telling_open(Telling *telling, const Facts *facts, const Style *style, dateline_error *error);
void telling_close(Telling *telling);

#endif
