/*
 * Words for those who do not see the map: what stands beside it in a document, and what a screen reader says.
 * Made from the story and the style's texts; knows no coordinate and no format of files.
 */
#ifndef MAP_DESCRIBE_H
#define MAP_DESCRIBE_H

#include "story.h"

/*
 * The alternative text: one sentence of the form "[kind of picture] of [data], where [reason]", after Amy
 * Cesal, "Writing alt text for data visualization" (2020). Never longer than about 300 letters.
 */
const char *describe_alt(Page *page, const Story *story);
/* What the page says, as paragraphs with an empty line between: title and subtitle, a line for each class of
 * the legend with the names of all its countries, what was counted, and the host city. */
const char *describe_long(Page *page, const Story *story);

/* A country as a row of the data table. Strings that do not apply are "". */
typedef struct DescribedRow {
    const char *code, *name, *part; /* "taking part; air strikes in Iraq" */
    const char *number;             /* of a table, or how often the article names it */
    const char *evidence;           /* the sentence it rests on */
} DescribedRow;

typedef struct DescribedTable {
    const DescribedRow *rows;
    size_t count;
    bool has_number, has_evidence;
} DescribedTable;

DescribedTable describe_table(Page *page, const Story *story);

#endif
