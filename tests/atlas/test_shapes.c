/* The shapes in the repository are those that SHA256SUMS names. */
#include "base/files.h"
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void every_file_has_its_checksum(void **state) {
    FILE *sums = fopen("shapes/SHA256SUMS", "r");
    char sum[65], name[256], path[300], found[HASH_TEXT_SIZE];
    size_t count = 0;
    (void)state;
    assert_non_null(sums);
    while (fscanf(sums, "%64s %255s", sum, name) == 2) {
        Bytes bytes;
        snprintf(path, sizeof path, "shapes/%s", name);
        assert_true(file_read(path, 1 << 24, &bytes, NULL));
        hash_sha256(bytes.bytes, bytes.size, found);
        free(bytes.bytes);
        if (strcmp(found, sum) != 0) fail_msg("%s is not what SHA256SUMS says", path);
        count++;
    }
    fclose(sums);
    assert_int_equal(count, 46);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_has_its_checksum)};
    return cmocka_run_group_tests_name("atlas/shapes", tests, NULL, NULL);
}
