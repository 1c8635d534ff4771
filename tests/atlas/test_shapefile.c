/* Damaged shapefiles: one message each, never a crash, nothing on standard error. */
#include "atlas/atlas.h"
#include "copy.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNTRIES "ne_50m_admin_0_countries"

/* Puts bytes into a file of the copy. */
static void patch(const char *folder, const char *name, size_t at, const void *bytes, size_t size) {
    Bytes file = copy_read(folder, name);
    assert_true(at + size <= file.size);
    memcpy(file.bytes + at, bytes, size);
    copy_write(folder, name, file.bytes, file.size);
    free(file.bytes);
}

static void cut(const char *folder, const char *name, size_t size) {
    Bytes file = copy_read(folder, name);
    copy_write(folder, name, file.bytes, size < file.size ? size : file.size);
    free(file.bytes);
}

static void missing_parts_are_named(void **state) {
    static const char *const parts[][2] = {
        {COUNTRIES ".dbf",
         COUNTRIES ".dbf: this part of the shapefile cannot be opened: No such file or directory"},
        {COUNTRIES ".shx",
         COUNTRIES ".shx: this part of the shapefile cannot be opened: No such file or directory"},
        {COUNTRIES ".shp", "the folder has no ne_50m_admin_0_countries.shp"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        copy_delete(*state, parts[i][0]);
        dateline_error error = {0};
        char text[1024];
        assert_null(dateline_atlas_load(&(dateline_atlas_options){.folder = *state}, &error));
        dateline_error_text(&error, text, sizeof text);
        assert_non_null(strstr(text, parts[i][1]));
        Bytes whole = copy_read("tests/world", parts[i][0]);
        copy_write(*state, parts[i][0], whole.bytes, whole.size);
        free(whole.bytes);
    }
}

static void a_cut_file_is_told_with_its_sizes(void **state) {
    cut(*state, COUNTRIES ".shp", 1000);
    copy_expect(*state, COUNTRIES
                ".shp: the file has 1000 bytes where its header says 5336: it is cut short or damaged");
}

static void a_header_cut_short_is_told(void **state) {
    cut(*state, COUNTRIES ".shx", 60);
    copy_expect(*state, COUNTRIES ".shx: the file is cut short: not even its header is whole");
}

static void a_cut_table_is_told(void **state) {
    cut(*state, COUNTRIES ".dbf", 2000);
    copy_expect(*state, COUNTRIES
                ".dbf: the table says it has 10 records of 349 bytes, which is more than the file holds");
}

static void something_else_is_told(void **state) {
    patch(*state, COUNTRIES ".shp", 0, "PNG!", 4);
    copy_expect(*state, COUNTRIES ".shp: this is not a part of a shapefile");
}

static void points_are_not_countries(void **state) {
    static const char *const ends[] = {".shp", ".shx", ".dbf"};
    for (int i = 0; i < 3; i++) {
        char from[64] = "ne_50m_populated_places", to[64] = COUNTRIES;
        Bytes points = copy_read(*state, strcat(from, ends[i]));
        copy_write(*state, strcat(to, ends[i]), points.bytes, points.size);
        free(points.bytes);
    }
    copy_expect(*state, COUNTRIES ".shp: the shapes are not polygons, as they must be");
}

static void a_missing_column_is_named(void **state) {
    Bytes table = copy_read(*state, COUNTRIES ".dbf");
    char *name = memmem(table.bytes, table.size, "CONTINENT", 9);
    assert_non_null(name);
    memcpy(name, "CONTINENZ", 9);
    copy_write(*state, COUNTRIES ".dbf", table.bytes, table.size);
    free(table.bytes);
    copy_expect(*state, COUNTRIES
                ".dbf: the table has no column CONTINENT, which is needed; take the files as Natural Earth "
                "publishes them");
}

static void text_that_is_not_utf8_is_told(void **state) {
    Bytes table = copy_read(*state, COUNTRIES ".dbf");
    char *name = memmem(table.bytes, table.size, "Boxland", 7);
    assert_non_null(name);
    name[1] = '\xF3';
    copy_write(*state, COUNTRIES ".dbf", table.bytes, table.size);
    free(table.bytes);
    copy_expect(*state, COUNTRIES ".dbf: record 1 is not UTF-8 in column NAME; convert the table to UTF-8");
}

/* The first point of the first record: after the header of 100, the record's of 8 and the polygon's of 48. */
enum { FIRST_POINT = 156 };

static void positions_outside_the_world_are_told(void **state) {
    static const struct {
        double lon;
        const char *message;
    } rows[] = {
        {200,
         COUNTRIES ".shp: record 1 has a point at 200, 0, which is no longitude and latitude in degrees"},
        {NAN, COUNTRIES ".shp: record 1 has a point at not a number, not a number, which is no longitude and "
                        "latitude in degrees"},
        {-INFINITY, COUNTRIES ".shp: record 1 has a point at not a number, not a number, which is no "
                              "longitude and latitude in degrees"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        patch(*state, COUNTRIES ".shp", FIRST_POINT, &rows[i].lon, sizeof rows[i].lon);
        copy_expect(*state, rows[i].message);
    }
}

static void absurd_counts_are_told(void **state) {
    static const unsigned char many[] = {0xFF, 0xFF, 0xFF, 0x7F};
    patch(*state, COUNTRIES ".shp", 100 + 8 + 36, many, 4); /* parts of the first record */
    copy_expect(*state, COUNTRIES ".shp: record 1 is damaged");
    patch(*state, COUNTRIES ".dbf", 4, many, 4);
    copy_expect(
        *state, COUNTRIES
        ".dbf: the table says it has 2147483647 records of 349 bytes, which is more than the file holds");
}

static void records_behind_the_end_are_told(void **state) {
    static const unsigned char far[] = {0x0F, 0, 0, 0};
    patch(*state, COUNTRIES ".shx", 100, far, 4);
    copy_expect(*state, COUNTRIES
                ".shp: record 1 ends behind the end of the file: it is cut short or its .shx is damaged");
}

/* Loads whatever is there; either way is right, as long as there is an atlas or a message. */
static void try(const char *folder) {
    dateline_error error = {0};
    dateline_atlas *atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = folder}, &error);
    assert_true(atlas ? error.status == DATELINE_OK : error.status != DATELINE_OK && error.message[0]);
    for (size_t i = 0; atlas && i < atlas_country_count(atlas); i++)
        assert_true(isfinite(atlas_country(atlas, i)->area));
    dateline_atlas_free(atlas);
}

static const char *const damaged[] = {COUNTRIES ".shp",   COUNTRIES ".shx",
                                      COUNTRIES ".dbf",   "ne_50m_admin_0_map_units.shp",
                                      "ne_50m_lakes.shp", "ne_50m_populated_places.dbf"};

static void no_flipped_byte_crashes(void **state) {
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        Bytes file = copy_read(*state, damaged[i]);
        for (size_t at = 0; at < file.size; at += at < 400 ? 3 : 37) {
            char was = file.bytes[at];
            file.bytes[at] = (char)(was ^ (at % 2 ? 0xFF : 0x41));
            copy_write(*state, damaged[i], file.bytes, file.size);
            try(*state);
            file.bytes[at] = was;
        }
        copy_write(*state, damaged[i], file.bytes, file.size);
        free(file.bytes);
    }
}

static void no_cut_crashes(void **state) {
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        Bytes file = copy_read(*state, damaged[i]);
        for (size_t size = 0; size < file.size; size += 1 + file.size / 20) {
            copy_write(*state, damaged[i], file.bytes, size);
            try(*state);
        }
        copy_write(*state, damaged[i], file.bytes, file.size);
        free(file.bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(missing_parts_are_named, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(a_cut_file_is_told_with_its_sizes, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(a_header_cut_short_is_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(a_cut_table_is_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(something_else_is_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(points_are_not_countries, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(a_missing_column_is_named, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(text_that_is_not_utf8_is_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(positions_outside_the_world_are_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(absurd_counts_are_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(records_behind_the_end_are_told, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(no_flipped_byte_crashes, copy_make, copy_remove),
        cmocka_unit_test_setup_teardown(no_cut_crashes, copy_make, copy_remove),
    };
    return cmocka_run_group_tests_name("atlas/shapefile", tests, NULL, NULL);
}
