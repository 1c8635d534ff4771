/* See dateline.h: words about the map, on their own. */
#include "table.h"

#include "../base/error.h"
#include "../base/text.h"
#include "../ink/script.h"

#include <stdlib.h>
#include <string.h>

/* Paragraphs keep their line ends, which are ours; what is between is made harmless. */
static void add_lines(Text *text, const char *string) {
    char *copy = memory_new(strlen(string) + 1), *line = strcpy(copy, string);
    while (line) {
        char *end = strchr(line, '\n');
        if (end) *end = 0;
        text_add_harmless(text, line);
        text_add_char(text, '\n');
        line = end ? end + 1 : NULL;
    }
    free(copy);
}

static bool is_kind(const char *as) {
    return !strcmp(as, "alt") || !strcmp(as, "long") || !strcmp(as, "table");
}

char *dateline_describe(const dateline_facts *facts, const dateline_style *style, const char *as,
                        const char *format, dateline_error *error) {
    const TableFormat *table = table_format_find(format ? format : "markdown");
    Telling telling;
    Text text = {0};
    if (!is_kind(as)) {
        error_set(error, DATELINE_BAD_USAGE, (Place){.source = as},
                  "no such words; alt, long or table would be right");
        return NULL;
    }
    if (!table || !table_format_stands_alone(table)) {
        error_set(error, DATELINE_BAD_USAGE, (Place){.source = format},
                  "no format of a table; markdown, html or csv would be right");
        return NULL;
    }
    if (telling_open(&telling, facts, style, error)) {
        if (!strcmp(as, "table"))
            table_add(&text, &telling, table);
        else if (!strcmp(as, "alt"))
            add_lines(&text, describe_alt(&telling.page, telling.story));
        else
            add_lines(&text, describe_long(&telling.page, telling.story));
    }
    telling_close(&telling);
    return text.bytes ? text_take(&text) : NULL;
}
