/* See columns.h. */
#include "columns.h"

#include "../base/text.h"

#include <math.h>
#include <string.h>

typedef struct Language {
    const char *name, *column;
} Language;

static const Language languages[LANGUAGE_COUNT] = {
    {"ar", "NAME_AR"},       {"bn", "NAME_BN"}, {"de", "NAME_DE"}, {"en", "NAME_EN"}, {"es", "NAME_ES"},
    {"fa", "NAME_FA"},       {"fr", "NAME_FR"}, {"el", "NAME_EL"}, {"he", "NAME_HE"}, {"hi", "NAME_HI"},
    {"hu", "NAME_HU"},       {"id", "NAME_ID"}, {"it", "NAME_IT"}, {"ja", "NAME_JA"}, {"ko", "NAME_KO"},
    {"nl", "NAME_NL"},       {"pl", "NAME_PL"}, {"pt", "NAME_PT"}, {"ru", "NAME_RU"}, {"sv", "NAME_SV"},
    {"tr", "NAME_TR"},       {"uk", "NAME_UK"}, {"ur", "NAME_UR"}, {"vi", "NAME_VI"}, {"zh", "NAME_ZH"},
    {"zh-Hant", "NAME_ZHT"},
};

enum { ENGLISH = 3 };

/* Natural Earth's own codes for areas that ISO 3166, or custom in Kosovo's case, codes otherwise. */
static const char *const other_codes[][2] = {
    {"KOS", "XKX"}, {"PSX", "PSE"}, {"SDS", "SSD"}, {"SAH", "ESH"}, {"ALD", "ALA"},
};

static bool is_code(const char *text) {
    if (strlen(text) != 3) return false;
    for (const char *at = text; *at; at++)
        if (*at < 'A' || *at > 'Z') return false;
    return true;
}

/* ISO_A3 is -99 for France, Norway and what ISO does not know; ADM0_A3 is right for the former and all there
 * is for the latter. */
const char *columns_code(const char *own_code, const char *iso_code) {
    if (is_code(iso_code)) return iso_code;
    for (size_t i = 0; i < sizeof other_codes / sizeof *other_codes; i++)
        if (!strcmp(own_code, other_codes[i][0])) return other_codes[i][1];
    return own_code;
}

/* Reads fields until one fails. */
typedef struct Reader {
    ShapeFile *file;
    Arena *arena;
    dateline_error *error;
    size_t row;
    bool failed;
} Reader;

static const char *field(Reader *reader, int column) {
    const char *text =
        reader->failed ? NULL : shapefile_text(reader->file, reader->row, column, reader->error);
    if (text) return arena_text(reader->arena, text);
    reader->failed = true;
    return "";
}

static double number_field(Reader *reader, int column) {
    const char *text = field(reader, column), *end;
    double value;
    return number_parse(text, &end, &value) ? value : NAN;
}

/* Where each thing stands; -1 for columns that a table may lack. */
typedef struct Columns {
    int own, parent, iso, name, formal, continent, subregion, label_x, label_y, names[LANGUAGE_COUNT];
} Columns;

static bool find_columns(const ShapeFile *file, TableKind kind, Columns *columns, dateline_error *error) {
    columns->parent = shapefile_needed_column(file, "ADM0_A3", error);
    columns->own = kind != TABLE_COUNTRIES ? shapefile_needed_column(file, "GU_A3", error) : columns->parent;
    columns->name = shapefile_needed_column(file, "NAME", error);
    columns->continent = shapefile_needed_column(file, "CONTINENT", error);
    columns->iso = shapefile_column(file, "ISO_A3");
    columns->formal = shapefile_column(file, "FORMAL_EN");
    columns->subregion = shapefile_column(file, "SUBREGION");
    columns->label_x = shapefile_column(file, "LABEL_X");
    columns->label_y = shapefile_column(file, "LABEL_Y");
    for (int i = 0; i < LANGUAGE_COUNT; i++) columns->names[i] = shapefile_column(file, languages[i].column);
    return columns->parent >= 0 && columns->own >= 0 && columns->name >= 0 && columns->continent >= 0;
}

static const char *or_null(const char *text) {
    return *text ? text : NULL;
}

/* The codes alone, which say whether the rest is wanted. */
static Entry read_codes(Reader *reader, const Columns *columns, TableKind table) {
    Entry entry = {.row = reader->row, .table = table, .listed = table != TABLE_UNITS};
    entry.own_code = field(reader, columns->own);
    entry.parent_code = field(reader, columns->parent);
    const char *iso = field(reader, columns->iso);
    entry.has_iso = is_code(iso);
    entry.country.code = columns_code(entry.own_code, iso);
    return entry;
}

static void read_rest(Reader *reader, const Columns *columns, Entry *entry) {
    for (int i = 0; i < LANGUAGE_COUNT; i++) entry->names[i] = or_null(field(reader, columns->names[i]));
    const char *name = field(reader, columns->name);
    Country *country = &entry->country;
    country->name = entry->names[ENGLISH] ? entry->names[ENGLISH] : name;
    country->formal = or_null(field(reader, columns->formal));
    country->continent = field(reader, columns->continent);
    country->subregion = field(reader, columns->subregion);
    country->label = (LonLat){number_field(reader, columns->label_x), number_field(reader, columns->label_y)};
}

static bool has_code(const Entries *entries, const char *code) {
    for (size_t i = 0; i < entries->count; i++)
        if (!strcmp(entries->items[i].country.code, code)) return true;
    return false;
}

/* The tiny countries have rows for Gaza, Ascension and the like too, which are part of another. */
static bool stands_for_country(const Entry *entry) {
    return entry->has_iso && !strcmp(entry->own_code, entry->parent_code);
}

bool columns_read(ShapeFile *file, TableKind kind, Arena *arena, Entries *entries, dateline_error *error) {
    Columns columns;
    if (!find_columns(file, kind, &columns, error)) return false;
    Reader reader = {.file = file, .arena = arena, .error = error};
    for (; reader.row < shapefile_count(file) && !reader.failed; reader.row++) {
        Entry entry = read_codes(&reader, &columns, kind);
        if (kind == TABLE_POINTS && !stands_for_country(&entry)) continue;
        if (kind != TABLE_COUNTRIES && has_code(entries, entry.country.code)) continue;
        read_rest(&reader, &columns, &entry);
        array_push(entries, entry);
    }
    return !reader.failed;
}

const char *country_name(const Country *country, const char *language) {
    const Entry *entry = (const Entry *)country;
    for (int i = 0; language && i < LANGUAGE_COUNT; i++)
        if (i != ENGLISH && entry->names[i] && !strcmp(language, languages[i].name)) return entry->names[i];
    return country->name;
}
