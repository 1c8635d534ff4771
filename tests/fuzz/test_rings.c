/* The ring fuzzer's findings, kept in rings/, and some hundred inputs of its kind that are the same in every
 * run. */
#include "fuzz_rings.c"
#include "replay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void what_the_fuzzer_found_stays_mended(void **state) {
    (void)state;
    replay_folder("tests/fuzz/rings", LLVMFuzzerTestOneInput);
}

static void random_bytes_do_no_harm(void **state) {
    (void)state;
    uint64_t random = 1;
    for (int i = 0; i < 300; i++) {
        uint8_t bytes[700];
        size_t size = 12 + (size_t)(i * 137) % (sizeof bytes - 12);
        for (size_t k = 0; k < size; k++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            bytes[k] = (uint8_t)(random >> 56);
        }
        LLVMFuzzerTestOneInput(bytes, size);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_fuzzer_found_stays_mended),
        cmocka_unit_test(random_bytes_do_no_harm),
    };
    return cmocka_run_group_tests_name("fuzz/rings", tests, NULL, NULL);
}
