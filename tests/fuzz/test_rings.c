/* The ring fuzzer's findings, kept in rings/, and some hundred inputs of its kind that are the same in every
 * run. */
#include "fuzz_rings.c"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void replay_file(const char *path) {
    uint8_t bytes[4096];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
}

static void what_the_fuzzer_found_stays_mended(void **state) {
    (void)state;
    static const char FOLDER[] = "tests/fuzz/rings";
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[600];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", FOLDER, entry->d_name);
        replay_file(path);
        count++;
    }
    closedir(folder);
    assert_true(count > 0);
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
