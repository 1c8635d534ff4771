/* See table_columns.h. */
#include "table_columns.h"

#include <string.h>
#include <strings.h>

enum { COLUMNS_MOST = 64 };

size_t table_cell(const char *text, size_t size, size_t at, char delimiter, char cell[CELL_LONGEST + 1]) {
    size_t count = 0;
    bool quoted = at < size && text[at] == '"';
    if (quoted) at++;
    while (at < size) {
        if (quoted && text[at] == '"') {
            if (at + 1 >= size || text[at + 1] != '"') {
                quoted = false;
                at++;
                continue;
            }
            at++;
        } else if (!quoted && (text[at] == delimiter || text[at] == '\n'))
            break;
        if (count < CELL_LONGEST && text[at] != '\r') cell[count++] = text[at];
        at++;
    }
    while (count && (unsigned char)cell[count - 1] <= ' ') count--;
    cell[count] = 0;
    size_t first = strspn(cell, " \t\xEF\xBB\xBF");
    memmove(cell, cell + first, count - first + 1);
    return at;
}

typedef enum ColumnKind {
    COLUMN_COUNTRY,
    COLUMN_ROLE,
    COLUMN_VALUE,
    COLUMN_KINDS,
    COLUMN_YEAR,
    COLUMN_OTHER
} ColumnKind;

static ColumnKind kind_of(const char *heading, const char **language) {
    static const struct {
        const char *heading, *language;
        ColumnKind kind;
    } rows[] = {{"country", "en", COLUMN_COUNTRY},
                {"country name", "en", COLUMN_COUNTRY},
                {"country_name", "en", COLUMN_COUNTRY},
                {"entity", "en", COLUMN_COUNTRY},
                {"state", "en", COLUMN_COUNTRY},
                {"nation", "en", COLUMN_COUNTRY},
                {"pays", "fr", COLUMN_COUNTRY},
                {"país", "es", COLUMN_COUNTRY},
                {"land", "de", COLUMN_COUNTRY},
                {"paese", "it", COLUMN_COUNTRY},
                {"role", "en", COLUMN_ROLE},
                {"rôle", "fr", COLUMN_ROLE},
                {"rol", "es", COLUMN_ROLE},
                {"rolle", "de", COLUMN_ROLE},
                {"value", "en", COLUMN_VALUE},
                {"valeur", "fr", COLUMN_VALUE},
                {"valor", "es", COLUMN_VALUE},
                {"wert", "de", COLUMN_VALUE},
                {"number", "en", COLUMN_VALUE},
                {"count", "en", COLUMN_VALUE},
                {"year", "en", COLUMN_YEAR},
                {"jahr", "de", COLUMN_YEAR},
                {"année", "fr", COLUMN_YEAR},
                {"año", "es", COLUMN_YEAR}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcasecmp(heading, rows[i].heading) != 0) continue;
        *language = rows[i].language;
        return rows[i].kind;
    }
    return COLUMN_OTHER;
}

/* A cell with a digit and nothing but what numbers are written with. */
static bool is_number(const char *cell) {
    return cell[strcspn(cell, "0123456789")] && !cell[strspn(cell, "0123456789.,+-% ")];
}

/* Whether the column has numbers in the first rows, and nothing else. */
static bool has_numbers(const char *text, size_t size, size_t at, char delimiter, int column) {
    enum { ROWS = 20 };
    int numbers = 0;
    for (int row = 0; row < ROWS && at < size; row++) {
        char cell[CELL_LONGEST + 1];
        at++; /* the end of the line before */
        for (int i = 0; at < size; i++, at++) {
            at = table_cell(text, size, at, delimiter, cell);
            if (i == column && *cell && !is_number(cell)) return false;
            if (i == column) numbers += *cell != 0;
            if (at >= size || text[at] == '\n') break;
        }
    }
    return numbers > 0;
}

/* The line with its cells parted so; *next is its end. */
static Columns take_line(const char *text, size_t size, char delimiter, size_t *next) {
    Columns columns = {delimiter, -1, -1, -1, .language = "en"};
    int *const found[COLUMN_KINDS] = {&columns.country, &columns.role, &columns.value};
    size_t at = 0;
    for (int column = 0; column < COLUMNS_MOST; column++, at++) {
        char cell[CELL_LONGEST + 1];
        const char *language;
        at = table_cell(text, size, at, delimiter, cell);
        ColumnKind kind = kind_of(cell, &language);
        if (kind < COLUMN_KINDS && *found[kind] < 0) {
            *found[kind] = column;
            if (kind == COLUMN_COUNTRY) columns.language = language;
        }
        if (at >= size || text[at] == '\n') break;
    }
    *next = at;
    return columns;
}

static void guess_value(const char *text, size_t size, size_t end, Columns *columns) {
    size_t at = 0;
    for (int column = 0; column < COLUMNS_MOST && at < end; column++, at++) {
        const char *language;
        at = table_cell(text, end, at, columns->delimiter, columns->value_heading);
        if (column == columns->country || kind_of(columns->value_heading, &language) == COLUMN_YEAR ||
            !has_numbers(text, size, end, columns->delimiter, column))
            continue;
        columns->value = column;
        columns->value_is_guessed = true;
        return;
    }
}

bool table_columns(const char *text, size_t size, Columns *columns, size_t *next) {
    static const char delimiters[] = ",;\t|";
    const char *newline = memchr(text, '\n', size);
    size_t line = newline ? (size_t)(newline - text) : size;
    for (size_t i = 0; i < sizeof delimiters - 1; i++) {
        bool parted = line && (text[0] == '"' || memchr(text, delimiters[i], line));
        if (!parted) continue; /* as most articles' first lines */
        *columns = take_line(text, size, delimiters[i], next);
        if (columns->country >= 0 && columns->role < 0 && columns->value < 0)
            guess_value(text, size, *next, columns);
        if (columns->country >= 0 && (columns->role >= 0 || columns->value >= 0)) return true;
    }
    return false;
}
