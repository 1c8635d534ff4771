/* See table.h. A language is what stands before, between and behind cells and rows, and how text is escaped.
 */
#include "table.h"

#include "../paint/xml.h"
#include "escape.h"

#include <string.h>

enum { MOST_CELLS = 5 };

typedef struct Row {
    const char *before, *cell, *between, *after; /* cell stands before each, between between two */
} Row;

struct TableFormat {
    const char *name;
    const char *before, *after;
    const char
        *columns; /* stands between the number of columns, which follows before, and the rows; or NULL */
    Row head, body;
    const char *rule; /* a column's share of the line under the head, or NULL */
    Escape escape;
    bool alone;
};

static const TableFormat formats[] = {
    {.name = "html",
     .before = "<table>\n<thead>\n",
     .after = "</tbody>\n</table>\n",
     .head = {"<tr>", "<th scope=\"col\">", "</th>", "</th></tr>\n</thead>\n<tbody>\n"},
     .body = {"<tr>", "<td>", "</td>", "</td></tr>\n"},
     .escape = xml_add,
     .alone = true},
    {.name = "markdown",
     .head = {"|", " ", " |", " |\n"},
     .body = {"|", " ", " |", " |\n"},
     .rule = "---|",
     .escape = escape_markdown,
     .alone = true},
    {.name = "csv",
     .head = {"", "\"", "\",", "\"\r\n"},
     .body = {"", "\"", "\",", "\"\r\n"},
     .escape = escape_csv,
     .alone = true},
    {.name = "latex",
     .before = "\\begin{tabular}{*{",
     .columns = "}{l}}\n\\hline\n",
     .after = "\\hline\n\\end{tabular}\n",
     .head = {"", "", " & ", " \\\\\n\\hline\n"},
     .body = {"", "", " & ", " \\\\\n"},
     .escape = escape_latex},
    {.name = "asciidoc",
     .before = "[%header,cols=",
     .columns = "*]\n|===\n",
     .after = "|===\n",
     .head = {"", "|", " ", "\n\n"},
     .body = {"", "|", " ", "\n"},
     .escape = escape_asciidoc},
    {.name = "typst",
     .before = "#table(columns: ",
     .columns = ",\n",
     .after = ")\n",
     .head = {"  table.header(", "[", "], ", "]),\n"},
     .body = {"  ", "[", "], ", "],\n"},
     .escape = escape_typst},
};

const TableFormat *table_format_find(const char *name) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) return &formats[i];
    return NULL;
}

bool table_format_stands_alone(const TableFormat *format) {
    return format->alone;
}

static void add_row(Text *text, const TableFormat *format, const Row *row, const char *const *cells,
                    size_t count) {
    text_add(text, row->before);
    for (size_t i = 0; i < count; i++) {
        if (i) text_add(text, row->between);
        text_add(text, row->cell);
        format->escape(text, cells[i]);
    }
    text_add(text, row->after);
}

/* Columns that no row fills are left out; and the evidence where lines cannot break: in LaTeX. */
static size_t columns_of(const DescribedTable *table, const char *const all[MOST_CELLS],
                         const char *cells[MOST_CELLS], bool narrow) {
    const bool shown[MOST_CELLS] = {true, true, true, table->has_number, table->has_evidence && !narrow};
    size_t count = 0;
    for (size_t i = 0; i < MOST_CELLS; i++)
        if (shown[i]) cells[count++] = all[i];
    return count;
}

void table_add(Text *text, const Telling *telling, const TableFormat *format) {
    const StyleWords *texts = telling->page.words;
    const DescribedTable *table = &telling->table;
    const char *const heads[MOST_CELLS] = {texts->table_country, texts->table_code, texts->table_part,
                                           texts->table_number, texts->table_evidence};
    const char *cells[MOST_CELLS];
    bool narrow = !strcmp(format->name, "latex");
    size_t count = columns_of(table, heads, cells, narrow);
    if (format->before) text_add(text, format->before);
    if (format->columns) text_add_format(text, "%zu%s", count, format->columns);
    add_row(text, format, &format->head, cells, count);
    if (format->rule) {
        text_add_char(text, '|');
        for (size_t i = 0; i < count; i++) text_add(text, format->rule);
        text_add_char(text, '\n');
    }
    for (size_t i = 0; i < table->count; i++) {
        const DescribedRow *row = &table->rows[i];
        const char *const all[MOST_CELLS] = {row->name, row->code, row->part, row->number, row->evidence};
        add_row(text, format, &format->body, cells, columns_of(table, all, cells, narrow));
    }
    if (format->after) text_add(text, format->after);
}
