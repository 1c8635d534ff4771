/* A packed atlas is the same as a built one, or it is passed over. */
#include "atlas/inside.h"
#include "atlas/pack.h"
#include "copy.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void expect_same_text(const char *one, const char *other) {
    assert_int_equal(one == NULL, other == NULL);
    if (one) assert_string_equal(one, other);
}

static void expect_same_ring(const Ring *one, const Ring *other) {
    assert_int_equal(one->count, other->count);
    assert_memory_equal(one->arcs, other->arcs, one->count * sizeof *one->arcs);
}

static void expect_same_polygon(const Polygon *one, const Polygon *other) {
    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) expect_same_ring(&one->rings[i], &other->rings[i]);
    assert_memory_equal(&one->area, &other->area, 5 * sizeof(double));
    assert_true(one->main == other->main && one->overseas == other->overseas);
}

static void expect_same_country(const Country *one, const Country *other) {
    static const char *const languages[] = {"en", "ar", "de", "zh", "zh-Hant", "vi"};
    expect_same_text(one->code, other->code);
    expect_same_text(one->formal, other->formal);
    expect_same_text(one->continent, other->continent);
    expect_same_text(one->subregion, other->subregion);
    for (int i = 0; i < 6; i++)
        expect_same_text(country_name(one, languages[i]), country_name(other, languages[i]));
    assert_memory_equal(&one->label, &other->label, sizeof one->label);
    assert_memory_equal(&one->area, &other->area, sizeof one->area);
    assert_int_equal(one->is_point, other->is_point);
    assert_int_equal(one->polygon_count, other->polygon_count);
    for (size_t i = 0; i < one->polygon_count; i++)
        expect_same_polygon(&one->polygons[i], &other->polygons[i]);
}

static void expect_same_lines(AtlasLines one, AtlasLines other) {
    assert_int_equal(one.count, other.count);
    for (size_t i = 0; i < one.count; i++) {
        assert_int_equal(one.items[i].count, other.items[i].count);
        assert_memory_equal(one.items[i].items, other.items[i].items, one.items[i].count * sizeof(LonLat));
    }
}

static void expect_same(const Atlas *one, const Atlas *other) {
    assert_int_equal(one->country_count, other->country_count);
    assert_int_equal(one->entries.count, other->entries.count);
    for (size_t i = 0; i < one->entries.count; i++)
        expect_same_country(&one->entries.items[i].country, &other->entries.items[i].country);
    assert_int_equal(one->flat.arc_count, other->flat.arc_count);
    assert_int_equal(atlas_arc_count(one), atlas_arc_count(other));
    for (size_t i = 0; i < one->flat.arc_count; i++) {
        const Arc *a = &one->arcs[i], *b = &other->arcs[i];
        assert_true(a->count == b->count && a->left == b->left && a->right == b->right);
        assert_memory_equal(a->points, b->points, a->count * sizeof *a->points);
        assert_memory_equal(a->weights, b->weights, a->count * sizeof *a->weights);
    }
    assert_int_equal(atlas_lake_count(one), atlas_lake_count(other));
    for (size_t i = 0; i < atlas_lake_count(one); i++)
        expect_same_polygon(atlas_lake(one, i), atlas_lake(other, i));
    expect_same_lines(atlas_disputed_lines(one), atlas_disputed_lines(other));
    assert_int_equal(one->cities.count, other->cities.count);
    expect_same_text(atlas_version(one), atlas_version(other));
    expect_same_text(atlas_worldview(one), atlas_worldview(other));
    expect_same_text(atlas_borders_note(one, NULL), atlas_borders_note(other, NULL));
    expect_same_text(atlas_scale(one), atlas_scale(other));
}

/* A data folder of one's own, whose packs any folder of shapes finds. */
static int data_make(void **state) {
    char path[64], *folder = strdup("/tmp/dateline-data-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/packed", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    setenv("DATELINE_DATA", folder, 1);
    *state = folder;
    return 0;
}

static const char *const views[] = {"international", "de-facto"};

static int data_remove(void **state) {
    char path[128];
    for (int s = 0; s < 3; s++)
        for (int v = 0; v < 2; v++) {
            snprintf(path, sizeof path, "%s/packed/%s-%s.atlas", (char *)*state, world_scales[s], views[v]);
            unlink(path);
        }
    snprintf(path, sizeof path, "%s/packed", (char *)*state);
    rmdir(path);
    rmdir(*state);
    unsetenv("DATELINE_DATA");
    free(*state);
    return 0;
}

static void pack(const char *data, const Atlas *atlas) {
    char folder[64];
    snprintf(folder, sizeof folder, "%s/packed", data);
    assert_true(pack_write(atlas, folder, NULL));
}

static void a_pack_is_the_same_atlas(void **state) {
    for (int s = 0; s < 3; s++)
        for (int v = 0; v < 2; v++) {
            dateline_atlas *built = world_load("shapes", world_scales[s], views[v]);
            assert_null(built->mapped);
            pack(*state, built);
            dateline_atlas *packed = world_load("shapes", world_scales[s], views[v]);
            assert_non_null(packed->mapped);
            expect_same(built, packed);
            const City *city = atlas_find_city(packed, "Reykjavik", "ISL");
            assert_non_null(city);
            assert_string_equal(city->name, "Reykjavík");
            dateline_atlas_free(built);
            dateline_atlas_free(packed);
        }
}

static void two_packs_are_the_same_bytes(void **state) {
    char folder[64];
    snprintf(folder, sizeof folder, "%s/packed", (char *)*state);
    dateline_atlas *atlas = world_load("tests/world", NULL, NULL);
    pack(*state, atlas);
    Bytes one = copy_read(folder, "50m-international.atlas");
    dateline_atlas_free(atlas);
    atlas = world_load("tests/world", NULL, NULL);
    assert_non_null(atlas->mapped);
    pack(*state, atlas);
    Bytes other = copy_read(folder, "50m-international.atlas");
    assert_int_equal(one.size, other.size);
    assert_memory_equal(one.bytes, other.bytes, one.size);
    free(one.bytes);
    free(other.bytes);
    dateline_atlas_free(atlas);
}

static bool is_packed(const char *folder, const char *view) {
    dateline_atlas *atlas = world_load(folder, NULL, view);
    bool packed = atlas->mapped != NULL;
    dateline_atlas_free(atlas);
    return packed;
}

static void a_change_in_any_file_is_noticed(void **state) {
    static const struct {
        const char *name;
        size_t at;
        char byte;
    } changes[] = {{"ne_50m_admin_0_countries.shp", 1200, 1},  {"ne_50m_admin_0_countries.dbf", 430, 'x'},
                   {"ne_50m_admin_0_map_units.dbf", 430, 'x'}, {"ne_50m_lakes.shp", 160, 1},
                   {"ne_50m_populated_places.dbf", 100, 'X'},  {"names.json", 9, 'Q'}};
    void *copied;
    copy_make(&copied);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        dateline_atlas *atlas = world_load(copied, NULL, NULL);
        pack(*state, atlas);
        dateline_atlas_free(atlas);
        assert_true(is_packed(copied, NULL));
        Bytes file = copy_read(copied, changes[i].name);
        assert_true(file.bytes[changes[i].at] != changes[i].byte);
        file.bytes[changes[i].at] = changes[i].byte;
        copy_write(copied, changes[i].name, file.bytes, file.size);
        free(file.bytes);
        assert_false(is_packed(copied, NULL));
    }
    copy_delete(copied, "ne_50m_lakes.shp");
    assert_false(is_packed(copied, NULL));
    copy_remove(&copied);
}

static void a_view_has_its_own_pack(void **state) {
    dateline_atlas *atlas = world_load("tests/world", NULL, NULL);
    pack(*state, atlas);
    dateline_atlas_free(atlas);
    assert_true(is_packed("tests/world", "international"));
    assert_true(is_packed("tests/world", NULL));
    assert_false(is_packed("tests/world", "de-facto"));
}

static void a_damaged_pack_is_passed_over(void **state) {
    char folder[64];
    snprintf(folder, sizeof folder, "%s/packed", (char *)*state);
    dateline_atlas *atlas = world_load("tests/world", NULL, NULL);
    pack(*state, atlas);
    dateline_atlas_free(atlas);
    Bytes file = copy_read(folder, "50m-international.atlas");
    for (size_t at = 0; at < file.size; at += at < 400 ? 1 : 97) {
        file.bytes[at] ^= 0x55;
        copy_write(folder, "50m-international.atlas", file.bytes, file.size);
        assert_false(is_packed("tests/world", NULL));
        file.bytes[at] ^= 0x55;
    }
    for (size_t size = 0; size < file.size; size += 1 + file.size / 30) {
        copy_write(folder, "50m-international.atlas", file.bytes, size);
        assert_false(is_packed("tests/world", NULL));
    }
    copy_write(folder, "50m-international.atlas", file.bytes, file.size);
    assert_true(is_packed("tests/world", NULL));
    free(file.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pack_is_the_same_atlas, data_make, data_remove),
        cmocka_unit_test_setup_teardown(two_packs_are_the_same_bytes, data_make, data_remove),
        cmocka_unit_test_setup_teardown(a_change_in_any_file_is_noticed, data_make, data_remove),
        cmocka_unit_test_setup_teardown(a_view_has_its_own_pack, data_make, data_remove),
        cmocka_unit_test_setup_teardown(a_damaged_pack_is_passed_over, data_make, data_remove),
    };
    return cmocka_run_group_tests_name("atlas/pack", tests, NULL, NULL);
}
