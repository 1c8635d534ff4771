/* Every part is done once, whoever does it. */
#include "base/parallel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { PARTS = 1000 };

typedef struct Counts {
    int done[PARTS];
    int by[PARALLEL_MOST];
    size_t others; /* workers that there should not be */
} Counts;

static void count_part(void *work, size_t part, size_t worker) {
    Counts *counts = work;
    counts->done[part]++;
    if (worker < PARALLEL_MOST)
        counts->by[worker]++;
    else
        counts->others++;
}

static void every_part_is_done_once(void **state) {
    (void)state;
    static const size_t workers[] = {0, 1, 2, 3, PARALLEL_MOST, 100}, parts[] = {0, 1, 2, 7, PARTS};
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++)
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++) {
            Counts counts = {0};
            int sum = 0;
            parallel_run(workers[i], parts[j], count_part, &counts);
            for (size_t part = 0; part < PARTS; part++) assert_int_equal(counts.done[part], part < parts[j]);
            for (size_t worker = 0; worker < PARALLEL_MOST; worker++) sum += counts.by[worker];
            assert_int_equal(sum, parts[j]);
            assert_int_equal(counts.others, 0);
        }
}

static void a_wish_is_held_to_what_there_is(void **state) {
    (void)state;
    assert_int_equal(parallel_workers(1), 1);
    assert_int_equal(parallel_workers(100), PARALLEL_MOST);
    assert_true(parallel_workers(0) >= 1 && parallel_workers(0) <= PARALLEL_MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_part_is_done_once),
                                       cmocka_unit_test(a_wish_is_held_to_what_there_is)};
    return cmocka_run_group_tests_name("base/parallel", tests, NULL, NULL);
}
