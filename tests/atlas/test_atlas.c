/* The atlas of the repository's shapes: what can be found in it, and that it is always the same. */
#include "base/memory.h"
#include "world.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ISO 3166-1, and Kosovo's code. */
static const char *const iso_codes =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS "
    "BIH BLM "
    "BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB "
    "CUW CXR "
    "CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY "
    "GHA GIB "
    "GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL "
    "ISR ITA "
    "JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR "
    "MCO MDA "
    "MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU "
    "NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN "
    "SGP SGS "
    "SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM "
    "TLS TON "
    "TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE XKX";

/* Adds the codes that cannot be found to missing, with a blank each. */
static size_t find_missing(const Atlas *atlas, char *missing) {
    size_t count = 0;
    for (const char *at = iso_codes; *at; at += at[3] ? 4 : 3) {
        char code[4] = {at[0], at[1], at[2], 0};
        const Country *country = atlas_find(atlas, code);
        count++;
        if (!country)
            strcat(strcat(missing, code), " ");
        else
            assert_true(country->is_point != (country->polygon_count > 0));
    }
    return count;
}

static void every_iso_code_is_found_but_for_uninhabited_islands(void **state) {
    static const char *const missing[] = {"BVT UMI ", "BVT UMI ", "BVT "};
    (void)state;
    for (int s = 0; s < 3; s++) {
        char found[1200] = "";
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        assert_int_equal(find_missing(atlas, found), 250);
        assert_string_equal(found, missing[s]);
        dateline_atlas_free(atlas);
    }
}

static void countries_are_in_order_of_their_codes(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load(NULL, NULL, NULL);
    for (size_t i = 1; i < atlas_country_count(atlas); i++)
        assert_true(strcmp(atlas_country(atlas, i - 1)->code, atlas_country(atlas, i)->code) < 0);
    for (size_t i = 0; i < atlas_country_count(atlas); i++)
        assert_ptr_equal(atlas_find(atlas, atlas_country(atlas, i)->code), atlas_country(atlas, i));
    dateline_atlas_free(atlas);
}

static void polygons_are_in_order_of_size(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load(NULL, NULL, NULL);
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        const Country *country = atlas_country(atlas, i);
        for (size_t p = 1; p < country->polygon_count; p++)
            assert_true(country->polygons[p - 1].area >= country->polygons[p].area);
        if (country->polygon_count) assert_true(country->polygons[0].area > 0);
    }
    dateline_atlas_free(atlas);
}

/* Square kilometres as the countries' statistical offices have them, islands and all; maps come near. */
static void areas_are_right(void **state) {
    static const struct {
        const char *code;
        double area, off[3];
    } rows[] = {
        {"RUS", 17.0e6, {.02, .02, .02}},  {"CHN", 9.4e6, {.02, .02, .02}},
        {"USA", 9.4e6, {.03, .02, .02}},   {"AUS", 7.69e6, {.02, .01, .01}},
        {"DEU", 357600, {.02, .01, .01}},  {"FRA", 632700, {.03, .01, .01}},
        {"ZAF", 1.221e6, {.01, .01, .01}}, {"LSO", 30355, {.10, .02, .02}},
        {"IRQ", 438300, {.02, .02, .02}},  {"UKR", 603500, {.02, .02, .02}},
        {"ESH", 266000, {.05, .03, .03}},  {"MAR", 446550 - 36000, {.03, .03, .03}},
        {"CYP", 9251, {.25, .06, .06}},    {"ATA", 12.25e6, {.01, .01, .01}},
        {"SOM", 637700, {.03, .02, .02}},
    };
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            double area = atlas_find(atlas, rows[i].code)->area;
            if (fabs(area / rows[i].area - 1) > rows[i].off[s])
                fail_msg("%s is %.0f km2 at %s, not %.0f", rows[i].code, area, world_scales[s], rows[i].area);
        }
        dateline_atlas_free(atlas);
    }
}

static void the_land_of_the_world_is_the_same_at_every_scale(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        double area = 0;
        for (size_t i = 0; i < atlas_country_count(atlas); i++) area += atlas_country(atlas, i)->area;
        assert_true(fabs(area / 146.7e6 - 1) < 0.005);
        dateline_atlas_free(atlas);
    }
}

static void expect_same_arcs(const Atlas *one, const Atlas *other) {
    assert_int_equal(atlas_arc_count(one), atlas_arc_count(other));
    for (size_t i = 0; i < atlas_arc_count(one); i++) {
        const Arc *a = atlas_arc(one, i), *b = atlas_arc(other, i);
        assert_int_equal(a->count, b->count);
        assert_true(a->left == b->left && a->right == b->right);
        assert_memory_equal(a->points, b->points, a->count * sizeof *a->points);
        assert_memory_equal(a->weights, b->weights, a->count * sizeof *a->weights);
    }
}

static void two_loads_are_the_same(void **state) {
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *one = world_load(NULL, world_scales[s], NULL),
                       *other = world_load(NULL, world_scales[s], NULL);
        expect_same_arcs(one, other);
        assert_int_equal(atlas_country_count(one), atlas_country_count(other));
        for (size_t i = 0; i < atlas_country_count(one); i++) {
            const Country *a = atlas_country(one, i), *b = atlas_country(other, i);
            assert_string_equal(a->code, b->code);
            assert_int_equal(a->polygon_count, b->polygon_count);
            assert_memory_equal(&a->area, &b->area, sizeof a->area);
        }
        dateline_atlas_free(one);
        dateline_atlas_free(other);
    }
}

static void boxes_hold_their_rings(void **state) {
    LonLatArray points = {0};
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "50m", NULL);
    for (size_t i = 0; i < atlas_country_count(atlas); i++)
        for (size_t p = 0; p < atlas_country(atlas, i)->polygon_count; p++) {
            const Polygon *box = &atlas_country(atlas, i)->polygons[p];
            points.count = 0;
            atlas_ring_points(atlas, box->rings, 0, &points);
            for (size_t k = 0; k < points.count; k++) {
                LonLat at = points.items[k];
                assert_true(at.lat >= box->south - 1e-9 && at.lat <= box->north + 1e-9);
                bool within = box->west <= box->east
                                  ? at.lon >= box->west - 1e-9 && at.lon <= box->east + 1e-9
                                  : at.lon >= box->west - 1e-9 || at.lon <= box->east + 1e-9;
                assert_true(within);
            }
        }
    array_free(&points);
    dateline_atlas_free(atlas);
}

static void lakes_are_the_largest_first(void **state) {
    static const size_t counts[] = {25, 275, 275};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        assert_int_equal(atlas_lake_count(atlas), counts[s]);
        for (size_t i = 1; i < counts[s]; i++)
            assert_true(atlas_lake(atlas, i - 1)->area >= atlas_lake(atlas, i)->area);
        assert_true(atlas_lake(atlas, 0)->area > 60000);
        dateline_atlas_free(atlas);
    }
}

static void a_lake_keeps_its_island(void **state) {
    assert_int_equal(atlas_lake_count(*state), 2);
    assert_int_equal(atlas_lake(*state, 0)->count, 2);
    assert_int_equal(atlas_lake(*state, 1)->count, 1);
}

static void a_point_says_where(void **state) {
    const Country *country = atlas_find(*state, "NRU");
    assert_true(country->is_point && country->polygon_count == 0);
    assert_true(country->label.lon == -60.5 && country->label.lat == 5.25);
    assert_false(atlas_find(*state, "MLT")->is_point);
}

static void a_country_without_a_label_is_labelled_in_its_middle(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "10m", NULL);
    LonLat label = atlas_find(atlas, "UMI")->label;
    assert_true(fabs(label.lon) > 150 || (label.lon < -70 && label.lat > 0));
    assert_true(label.lat != 0);
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        label = atlas_country(atlas, i)->label;
        assert_true(isfinite(label.lon) && isfinite(label.lat) && (label.lon != 0 || label.lat != 0));
    }
    dateline_atlas_free(atlas);
}

static void scale_and_version_are_told(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load(NULL, NULL, NULL);
    assert_string_equal(atlas_scale(atlas), "50m");
    assert_string_equal(atlas_version(atlas), "5.1.2");
    assert_string_equal(atlas_worldview(atlas), "international");
    assert_string_equal(atlas_borders_note(atlas, NULL),
                        "Borders: Natural Earth; Crimea shown in Ukraine; disputed lines dashed");
    dateline_atlas_free(atlas);
}

static void wrong_wishes_are_told(void **state) {
    (void)state;
    world_expect(&(dateline_atlas_options){.folder = "shapes", .scale = "20m"}, DATELINE_BAD_USAGE,
                 "20m: no such scale; there are 110m, 50m and 10m");
    world_expect(&(dateline_atlas_options){.folder = "tests/world", .scale = "10m"}, DATELINE_BAD_INPUT,
                 "tests/world: the folder has no ne_10m_admin_0_countries.shp");
    world_expect(&(dateline_atlas_options){.folder = "nowhere"}, DATELINE_BAD_INPUT,
                 "nowhere: the folder has no ne_50m_admin_0_countries.shp");
    assert_null(dateline_atlas_load(&(dateline_atlas_options){.folder = "nowhere"}, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_iso_code_is_found_but_for_uninhabited_islands),
        cmocka_unit_test(countries_are_in_order_of_their_codes),
        cmocka_unit_test(polygons_are_in_order_of_size),
        cmocka_unit_test(areas_are_right),
        cmocka_unit_test(the_land_of_the_world_is_the_same_at_every_scale),
        cmocka_unit_test(two_loads_are_the_same),
        cmocka_unit_test(boxes_hold_their_rings),
        cmocka_unit_test(lakes_are_the_largest_first),
        cmocka_unit_test_setup_teardown(a_lake_keeps_its_island, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_point_says_where, world_open, world_close),
        cmocka_unit_test(a_country_without_a_label_is_labelled_in_its_middle),
        cmocka_unit_test(scale_and_version_are_told),
        cmocka_unit_test(wrong_wishes_are_told),
    };
    return cmocka_run_group_tests_name("atlas/atlas", tests, NULL, NULL);
}
