/* The grid under the layout, by hand-made shapes, and the tallies against plain counting. */
#include "map/raster.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { VALUES = 4 };
static const bool marked[VALUES] = {false, true, false, true};

static bool is_about(double value, double wanted) {
    return fabs(value - wanted) < 1e-9;
}

/* 40 x 20 cells of 1: country 1 in the left quarter with a lake in it, country 2 in the right quarter, 3 a
 * dot. */
static Raster *small_world(Arena *arena) {
    Raster *raster = raster_new(arena, (Box){0, 0, 40, 20}, 1);
    Outline one = {0}, two = {0}, three = {0};
    outline_box(&one, (Box){0, 0, 10, 20});
    outline_box(&one, (Box){4, 4, 6, 6}); /* even-odd: a hole */
    outline_box(&two, (Box){30, 0, 40, 20});
    outline_box(&three, (Box){20, 10, 22, 12});
    raster_fill(raster, &one, 1);
    raster_fill(raster, &two, 2);
    raster_fill(raster, &three, 3);
    outline_free(&one);
    outline_free(&two);
    outline_free(&three);
    return raster;
}

static void shapes_fill_their_cells_and_leave_their_holes(void **state) {
    (void)state;
    static const struct {
        Point at;
        int value;
    } rows[] = {{{0.5, 0.5}, 1},
                {{5, 5}, RASTER_NOTHING},
                {{9.5, 19.5}, 1},
                {{10.5, 5}, RASTER_NOTHING},
                {{30.5, 0.5}, 2},
                {{39.5, 19.5}, 2},
                {{21, 11}, 3},
                {{-0.5, 5}, RASTER_NOTHING},
                {{5, -0.5}, RASTER_NOTHING},
                {{500, 5}, RASTER_NOTHING},
                {{NAN, 5}, RASTER_NOTHING}};
    Arena *arena = arena_new();
    const Raster *raster = small_world(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(raster_at(raster, rows[i].at), rows[i].value);
    arena_free(arena);
}

static void a_box_knows_what_it_covers(void **state) {
    (void)state;
    Arena *arena = arena_new();
    const Raster *raster = small_world(arena);
    Cover cover = raster_cover(raster, (Box){5, 10, 15, 14}, 1, marked);
    assert_true(is_about(cover.own, 0.5) && is_about(cover.nothing, 0.5));
    cover = raster_cover(raster, (Box){20, 10, 40, 12}, 1, marked);
    assert_true(is_about(cover.marked, 0.1) && is_about(cover.other, 0.5) && is_about(cover.nothing, 0.4));
    cover = raster_cover(raster, (Box){100, 100, 120, 120}, 1, marked);
    assert_true(is_about(cover.nothing, 1));
    arena_free(arena);
}

static void tallies_count_as_counting_does(void **state) {
    (void)state;
    Arena *arena = arena_new();
    const Raster *raster = small_world(arena);
    for (int own = -1; own < VALUES; own++) {
        Tally nothing = raster_tally(arena, raster, box_grown(raster->box, 1), RASTER_NOTHING);
        Tally all = raster_tally_marked(arena, raster, marked), mine = {0};
        if (own >= 0) mine = raster_tally(arena, raster, raster->box, own);
        Tallies tallies = {&nothing, &all, &mine, own >= 0 && marked[own]};
        for (int i = 0; i < 600; i++) {
            double left = -5 + (i * 7 % 47), top = -3 + (i * 5 % 25);
            Box box = {left, top, left + 0.3 + i % 13, top + 0.4 + i % 7};
            Cover slow = raster_cover(raster, box, own < 0 ? -2 : own, marked),
                  fast = raster_cover_of(raster, box, &tallies);
            assert_true(is_about(slow.own, fast.own) && is_about(slow.nothing, fast.nothing));
            assert_true(is_about(slow.marked, fast.marked) && is_about(slow.other, fast.other));
        }
    }
    arena_free(arena);
}

static void a_tally_of_a_part_is_the_tally_of_the_whole(void **state) {
    (void)state;
    Arena *arena = arena_new();
    const Raster *raster = small_world(arena);
    Tally whole = raster_tally(arena, raster, raster->box, 3),
          part = raster_tally(arena, raster, (Box){19, 9, 23, 13}, 3);
    for (int i = 0; i < 300; i++) {
        Box box = {i % 40, i % 20, i % 40 + 5, i % 20 + 4};
        assert_int_equal(raster_count(raster, &whole, box, 0), raster_count(raster, &part, box, 0));
    }
    arena_free(arena);
}

static void no_line_is_missed_by_a_box_it_runs_through(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Raster *raster = raster_new(arena, (Box){0, 0, 100, 100}, 2);
    const Point line[2] = {{3, 3}, {97, 61}};
    Tally tally = raster_tally_lines(arena, raster, line, 2);
    for (double x = 5; x < 95; x += 0.37) {
        double y = 3 + (x - 3) * 58 / 94;
        assert_true(raster_count(raster, &tally, (Box){x - 0.1, y - 0.1, x + 0.1, y + 0.1}, 1) > 0);
        assert_int_equal(raster_count(raster, &tally, (Box){x - 1, y + 20, x + 1, y + 22}, 1), 0);
    }
    arena_free(arena);
}

static void a_map_without_room_still_has_a_raster(void **state) {
    (void)state;
    Arena *arena = arena_new();
    const Box boxes[] = {{5, 5, 5, 5}, {10, 10, 2, 20}, {0, 10, 10, -10}};
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        const Raster *raster = raster_new(arena, boxes[i], 3);
        assert_true(raster->columns > 0 && raster->rows > 0);
    }
    arena_free(arena);
}

static void a_huge_page_gets_larger_cells(void **state) {
    (void)state;
    Arena *arena = arena_new();
    const Raster *raster = raster_new(arena, (Box){0, 0, 1e5, 1e5}, 1);
    assert_true((double)raster->columns * raster->rows < 5e6);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_fill_their_cells_and_leave_their_holes),
        cmocka_unit_test(a_box_knows_what_it_covers),
        cmocka_unit_test(tallies_count_as_counting_does),
        cmocka_unit_test(a_tally_of_a_part_is_the_tally_of_the_whole),
        cmocka_unit_test(no_line_is_missed_by_a_box_it_runs_through),
        cmocka_unit_test(a_map_without_room_still_has_a_raster),
        cmocka_unit_test(a_huge_page_gets_larger_cells),
    };
    return cmocka_run_group_tests_name("map/raster", tests, NULL, NULL);
}
