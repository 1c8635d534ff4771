/* Hostile styles, parents and settings of the kinds that the fuzzer of styles made, kept in style/. */
#include "fuzz_style.c"
#include "replay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void hostile_styles_do_no_harm(void **state) {
    (void)state;
    replay_folder("tests/fuzz/style", LLVMFuzzerTestOneInput);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hostile_styles_do_no_harm)};
    return cmocka_run_group_tests_name("fuzz/style", tests, NULL, NULL);
}
