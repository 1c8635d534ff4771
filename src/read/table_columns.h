/* What the first line of a CSV says: how its cells are parted, and which column has what. Knows no country.
 */
#ifndef READ_TABLE_COLUMNS_H
#define READ_TABLE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum { CELL_LONGEST = 200 };

typedef struct Columns {
    char delimiter;
    int country, role, value; /* -1 where there is none */
    bool value_is_guessed;    /* no column is named so; it is the first that has nothing but numbers */
    char value_heading[CELL_LONGEST + 1];
    const char *language; /* that the heading "country" is written in */
} Columns;

/* Reads a cell into at most CELL_LONGEST bytes and moves on to the delimiter or the end of the line. */
size_t table_cell(const char *text, size_t size, size_t at, char delimiter, char cell[CELL_LONGEST + 1]);
/* False where the line names no column of countries, or nothing beside it. *next is the end of the line. */
bool table_columns(const char *text, size_t size, Columns *columns, size_t *next);

#endif
