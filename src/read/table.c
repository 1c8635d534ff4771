/* See table.h. */
#include "table.h"

#include "../base/json.h"
#include "../base/text.h"
#include "table_columns.h"

#include <stdlib.h>
#include <string.h>

/* One row as it was found; texts are in the facts' arena. */
typedef struct Row {
    const char *country, *role, *value;
    size_t start, end; /* bytes of the country's cell */
    int line;
} Row;

typedef struct Table {
    Facts *facts;
    bool counting; /* only how many rows name no country */
    size_t rows, unmatched;
    const Language *language;
    const char *name;
    ARRAY(FactsCountry) countries;
    ARRAY(Note) notes;
    dateline_error *error;
} Table;

/* -------------------------------------------------------------------------------------- rows */

static bool fail_at(const Table *table, const Row *row, const char *what, const char *right) {
    return error_set(table->error, DATELINE_BAD_INPUT,
                     (Place){.source = table->name, .line = row->line, .column = row->line ? 1 : 0},
                     "%s; it should be %s", what, right);
}

/* "Voted for" is the role voted-for, which reads as the table has it. */
static void name_role(const char *words, char name[CELL_LONGEST + 1]) {
    size_t count = 0;
    for (const char *at = words; *at; at++) {
        bool kept = role_name_is_right((char[]){*at, 0});
        if (kept)
            name[count++] = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        else if (count && name[count - 1] != '-')
            name[count++] = '-';
    }
    while (count && name[count - 1] == '-') count--;
    name[count] = 0;
}

static void label_role(Facts *facts, Role role, const char *words) {
    for (size_t i = 0; i < facts->roles.count; i++) {
        OwnRole *own = &facts->roles.items[i];
        if (role == role_at(ROLE_COUNT + (int)i) && !own->label &&
            strcmp(roles_label(facts->arena, &facts->roles, role), words) != 0)
            own->label = words;
    }
}

static bool read_role(const Table *table, const Row *row, Role *role) {
    char what[CELL_LONGEST + 40], name[CELL_LONGEST + 1], right[80];
    name_role(row->role, name);
    *role = row->role[0] ? roles_find(&table->facts->roles, name) : ROLE_MENTIONED;
    if (*role) return true;
    const char *slip = role_slip(name);
    if (!slip && role_name_is_right(name)) *role = roles_add(&table->facts->roles, table->facts->arena, name);
    if (*role) {
        label_role(table->facts, *role, row->role);
        return true;
    }
    snprintf(what, sizeof what, "\"%.150s\" is no role", row->role);
    snprintf(right, sizeof right, "one word or few, of at most %d different roles", MOST_OWN_ROLES);
    return fail_at(table, row, what, slip ? slip : right);
}

/* A decimal comma is a point; anything else after the number is at fault. */
static bool read_value(const Table *table, const Row *row, bool *has_value, double *value) {
    char plain[CELL_LONGEST + 1], what[CELL_LONGEST + 40];
    size_t count = 0, commas = 0;
    const char *end;
    for (const char *at = row->value; *at && count < CELL_LONGEST; at++) {
        commas += *at == ',';
        if (*at != ' ' && (unsigned char)*at < 0x80)
            plain[count++] = *at == ',' && !strchr(row->value, '.') ? '.' : *at;
    }
    plain[count] = 0;
    *has_value = count > 0;
    if (!count || (commas <= 1 && number_parse(plain, &end, value) && (!*end || *end == '%'))) return true;
    snprintf(what, sizeof what, "\"%.150s\" is no value", row->value);
    return fail_at(table, row, what, "a number such as 82.4");
}

static FactsCountry *country_entry(Table *table, int country) {
    const Country *known = &table->language->countries.items[country];
    for (size_t i = 0; i < table->countries.count; i++)
        if (!strcmp(table->countries.items[i].id, known->id)) return &table->countries.items[i];
    array_push(&table->countries, (FactsCountry){.id = arena_text(table->facts->arena, known->id),
                                                 .name = arena_text(table->facts->arena, known->name)});
    return &table->countries.items[table->countries.count - 1];
}

static void note_unmatched(Table *table, const Row *row) {
    const char *nearest = nearest_country(table->language, row->country, table->facts->arena);
    const char *text =
        arena_format(table->facts->arena, "\"%s\" is no country that the words know%s%s", row->country,
                     nearest ? "; perhaps it should be " : "", nearest ? nearest : "");
    array_push(&table->notes, (Note){text, row->start, row->end});
}

static bool count_row(Table *table, const Row *row) {
    enum { MOST = 500 }; /* are enough to tell a language */
    if (row->country[0] && table->rows++ < MOST)
        table->unmatched += match_country(table->language, row->country) < 0;
    return true;
}

static bool take_row(Table *table, const Row *row) {
    if (table->counting) return count_row(table, row);
    Role role;
    bool has_value;
    double value = 0;
    if (!row->country[0]) return true;
    int country = match_country(table->language, row->country);
    if (!read_role(table, row, &role) || !read_value(table, row, &has_value, &value)) return false;
    if (country < 0) {
        note_unmatched(table, row);
        return true;
    }
    FactsCountry *entry = country_entry(table, country);
    Evidence *evidence = ARENA_ARRAY(table->facts->arena, Evidence, entry->evidence_count + 1);
    if (entry->evidence_count) memcpy(evidence, entry->evidence, entry->evidence_count * sizeof *evidence);
    evidence[entry->evidence_count++] = (Evidence){
        .role = role, .start = row->start, .end = row->end, .quote = row->country, .rule = "table"};
    entry->evidence = evidence;
    entry->roles |= role;
    if (entry->roles != ROLE_MENTIONED) entry->roles &= ~(unsigned)ROLE_MENTIONED;
    entry->mentions++;
    if (has_value) entry->has_value = true, entry->value = value;
    if (role == ROLE_HOST) table->facts->host.country = entry->id;
    return true;
}

static bool read_rows(Table *table, const char *text, size_t size, size_t at, const Columns *columns) {
    for (int line = 2; at < size; line++) {
        Row row = {.country = "", .role = "", .value = "", .line = line};
        if (text[at] == '\n') at++;
        for (int column = 0; at < size; column++) {
            char cell[CELL_LONGEST + 1];
            size_t start = at;
            at = table_cell(text, size, at, columns->delimiter, cell);
            const char *kept =
                column == columns->country || column == columns->role || column == columns->value
                    ? arena_text(table->facts->arena, cell)
                    : "";
            if (column == columns->country) row.country = kept, row.start = start, row.end = at;
            if (column == columns->role) row.role = kept;
            if (column == columns->value) row.value = kept;
            if (at >= size || text[at] == '\n') break;
            at++;
        }
        if (!take_row(table, &row)) return false;
    }
    return true;
}

/* -------------------------------------------------------------------------------------- JSON */

static const char *member_text(const Table *table, json_t *object, const char *name) {
    json_t *value = json_object_get(object, name);
    if (json_is_string(value)) return arena_text(table->facts->arena, json_string_value(value));
    if (!json_is_number(value)) return "";
    char buffer[64];
    number_print(buffer, json_number_value(value), 6);
    return arena_text(table->facts->arena, buffer);
}

static json_t *rows_of(json_t *root) {
    json_t *rows = json_is_object(root) ? json_object_get(root, "countries") : root;
    json_t *country = json_object_get(json_array_get(rows, 0), "country");
    return json_is_string(country) ? rows : NULL;
}

static bool read_objects(Table *table, const Json *json) {
    json_t *rows = rows_of(json->root), *object;
    size_t index;
    json_array_foreach(rows, index, object) {
        char path[64];
        snprintf(path, sizeof path, json_is_object(json->root) ? "countries[%zu]" : "[%zu]", index);
        Row row = {.country = member_text(table, object, "country"),
                   .role = member_text(table, object, "role"),
                   .value = member_text(table, object, "value"),
                   .line = json_place(json, path, false).line};
        if (!take_row(table, &row)) return false;
    }
    return true;
}

static size_t first_letter(const char *text, size_t size) {
    size_t at = 0;
    while (at < size && ((unsigned char)text[at] <= ' ' || strchr("\xEF\xBB\xBF", text[at]))) at++;
    return at;
}

static bool looks_like_json(const char *text, size_t size) {
    size_t at = first_letter(text, size);
    return at < size && (text[at] == '[' || text[at] == '{') && memmem(text, size, "\"country\"", 9);
}

bool table_recognise(const char *text, size_t size) {
    Columns columns;
    size_t next;
    if (looks_like_json(text, size)) return true;
    size_t at = first_letter(text, size);
    return table_columns(text + at, size - at, &columns, &next);
}

static bool read_json(Table *table, const char *text, size_t size) {
    Json json = {0};
    bool fine = json_open(&json, text, size, table->name, 0, table->error);
    if (fine && !rows_of(json.root))
        fine = json_fail(&json, "", false, table->error,
                         "this should be a list of objects with \"country\" and \"role\" or \"value\"");
    fine = fine && read_objects(table, &json);
    json_close(&json);
    return fine;
}

static void note_guess(Table *table, const Columns *columns) {
    array_push(&table->notes,
               (Note){.text = arena_format(table->facts->arena, "the column \"%s\" is taken for the value",
                                           columns->value_heading)});
}

static bool read_table(Table *table, const char *text, size_t size) {
    Columns columns;
    size_t next = 0, skip = first_letter(text, size);
    if (looks_like_json(text, size)) return read_json(table, text, size);
    if (!table_columns(text + skip, size - skip, &columns, &next)) return false;
    if (columns.value_is_guessed) {
        note_guess(table, &columns);
        table->facts->value_name = arena_text(table->facts->arena, columns.value_heading);
    }
    return read_rows(table, text, size, skip + next, &columns);
}

static size_t unmatched_in(const Language *language, const char *text, size_t size) {
    Facts facts = {.arena = arena_new()};
    Table table = {.facts = &facts, .counting = true, .language = language, .name = ""};
    read_table(&table, text, size); /* what is wrong is told when it is read */
    arena_free(facts.arena);
    array_free(&table.notes);
    return table.unmatched;
}

typedef struct Choice {
    const dateline_words *words;
    const char *text;
    size_t size, unmatched; /* of the best so far */
    const Language *best;
    dateline_error *error;
} Choice;

static bool try_language(Choice *choice, const char *code) {
    const Language *language = words_language(choice->words, code, choice->error);
    size_t unmatched = language ? unmatched_in(language, choice->text, choice->size) : 0;
    if (language && unmatched < choice->unmatched) choice->best = language, choice->unmatched = unmatched;
    return language != NULL;
}

/* The language of the heading comes first, and wins where others do not know more. */
const Language *table_language(const dateline_words *words, const char *text, size_t size,
                               dateline_error *error) {
    Choice choice = {words, text, size, SIZE_MAX, NULL, error};
    Columns columns = {.language = "en"};
    size_t next, skip = first_letter(text, size);
    const char *code;
    if (!looks_like_json(text, size)) table_columns(text + skip, size - skip, &columns, &next);
    for (int others = 0; others < 2; others++)
        for (size_t i = 0; (code = words_code(words, i)) && choice.unmatched > 0; i++)
            if ((strcmp(code, columns.language) != 0) == others && !try_language(&choice, code)) return NULL;
    return choice.best;
}

bool table_read(Facts *facts, const Language *language, const char *text, size_t size, const char *name,
                dateline_error *error) {
    Table table = {.facts = facts, .language = language, .name = name, .error = error};
    bool fine = read_table(&table, text, size);
    facts->countries =
        arena_copy(facts->arena, table.countries.items, table.countries.count * sizeof(FactsCountry));
    facts->country_count = table.countries.count;
    facts->notes = arena_copy(facts->arena, table.notes.items, table.notes.count * sizeof(Note));
    facts->note_count = table.notes.count;
    array_free(&table.countries);
    array_free(&table.notes);
    return fine;
}
