/* Borders are found once, whoever's they are. */
#include "base/memory.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void the_wavy_border_is_one_arc(void **state) {
    size_t found = 0;
    for (size_t i = 0; i < atlas_arc_count(*state); i++) found += atlas_arc(*state, i)->count == 61;
    assert_int_equal(found, 1);
    assert_int_equal(world_borders(*state, "ALB", "BEL"), 2); /* and the corner's edge */
}

static void an_enclave_is_its_neighbours_hole(void **state) {
    const Country *ringland = atlas_find(*state, "ITA"), *innerland = atlas_find(*state, "SMR");
    assert_int_equal(ringland->polygons[0].count, 2);
    assert_int_equal(ringland->polygons[0].rings[1].arcs[0], ~innerland->polygons[0].rings[0].arcs[0]);
    assert_int_equal(world_borders(*state, "ITA", "SMR"), 1);
}

/* Every arc is used once on each side it has, and never on a side it has not. */
static void check_sides(const Atlas *atlas) {
    int *uses = memory_new(2 * atlas_arc_count(atlas) * sizeof *uses);
    memset(uses, 0, 2 * atlas_arc_count(atlas) * sizeof *uses);
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        const Country *country = atlas_country(atlas, i);
        for (size_t p = 0; p < country->polygon_count; p++)
            for (size_t r = 0; r < country->polygons[p].count; r++) {
                const Ring *ring = &country->polygons[p].rings[r];
                for (size_t a = 0; a < ring->count; a++) {
                    int arc = ring->arcs[a];
                    uses[arc < 0 ? 2 * ~arc + 1 : 2 * arc]++;
                    int side =
                        arc < 0 ? atlas_arc(atlas, (size_t)~arc)->left : atlas_arc(atlas, (size_t)arc)->right;
                    assert_int_equal(side, i);
                }
            }
    }
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        const Arc *arc = atlas_arc(atlas, i);
        assert_int_equal(uses[2 * i], arc->right >= 0);
        assert_int_equal(uses[2 * i + 1], arc->left >= 0);
        assert_true(arc->right != arc->left);
        assert_true(arc->count >= 2);
    }
    free(uses);
}

static void every_side_of_an_arc_is_used_once(void **state) {
    check_sides(*state);
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        check_sides(atlas);
        dateline_atlas_free(atlas);
    }
}

static void arcs_of_a_ring_meet(void **state) {
    (void)state;
    dateline_atlas *atlas = world_load(NULL, "50m", NULL);
    for (size_t i = 0; i < atlas_country_count(atlas); i++) {
        const Country *country = atlas_country(atlas, i);
        for (size_t p = 0; p < country->polygon_count; p++) {
            const Ring *ring = country->polygons[p].rings;
            for (size_t a = 0; a < ring->count; a++) {
                int one = ring->arcs[a], two = ring->arcs[(a + 1) % ring->count];
                const Arc *from = atlas_arc(atlas, (size_t)(one < 0 ? ~one : one));
                const Arc *to = atlas_arc(atlas, (size_t)(two < 0 ? ~two : two));
                LonLat end = from->points[one < 0 ? 0 : from->count - 1];
                LonLat start = to->points[two < 0 ? to->count - 1 : 0];
                assert_true(end.lon == start.lon && end.lat == start.lat);
            }
        }
    }
    dateline_atlas_free(atlas);
}

static void known_neighbours_share_a_border(void **state) {
    static const char *const pairs[][2] = {{"FRA", "DEU"}, {"USA", "CAN"}, {"RUS", "CHN"}, {"IRQ", "SYR"},
                                           {"ITA", "CHE"}, {"ZAF", "LSO"}, {"IND", "PAK"}, {"BRA", "ARG"},
                                           {"GBR", "IRL"}, {"NOR", "RUS"}, {"UKR", "RUS"}, {"MAR", "ESH"},
                                           {"SRB", "XKX"}, {"ISR", "PSE"}, {"SDN", "SSD"}};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            if (!world_borders(atlas, pairs[i][0], pairs[i][1]))
                fail_msg("%s and %s have no border at %s", pairs[i][0], pairs[i][1], world_scales[s]);
        dateline_atlas_free(atlas);
    }
}

static void borders_are_matched_at_every_scale(void **state) {
    static const size_t least[] = {300, 340, 360};
    (void)state;
    for (int s = 0; s < 3; s++) {
        dateline_atlas *atlas = world_load(NULL, world_scales[s], NULL);
        size_t borders = 0;
        for (size_t i = 0; i < atlas_arc_count(atlas); i++)
            borders += atlas_arc(atlas, i)->left >= 0 && atlas_arc(atlas, i)->right >= 0;
        assert_in_range(borders, least[s], 2 * least[s]);
        dateline_atlas_free(atlas);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_wavy_border_is_one_arc, world_open, world_close),
        cmocka_unit_test_setup_teardown(an_enclave_is_its_neighbours_hole, world_open, world_close),
        cmocka_unit_test_setup_teardown(every_side_of_an_arc_is_used_once, world_open, world_close),
        cmocka_unit_test(arcs_of_a_ring_meet),
        cmocka_unit_test(known_neighbours_share_a_border),
        cmocka_unit_test(borders_are_matched_at_every_scale),
    };
    return cmocka_run_group_tests_name("atlas/topology", tests, NULL, NULL);
}
