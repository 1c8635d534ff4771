/* Tests of src/base/hash.c, with the examples of FIPS 180-2. */
#include "scratch.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

static void sha256_is_that_of_the_standard(void **state) {
    (void)state;
    static const struct {
        const char *text, *hash;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[HASH_TEXT_SIZE];
        hash_sha256(rows[i].text, strlen(rows[i].text), text);
        assert_string_equal(text, rows[i].hash);
    }
}

static void a_million_letters_and_zero_bytes_have_their_hash(void **state) {
    (void)state;
    char *bytes = malloc(1000000), text[HASH_TEXT_SIZE];
    memset(bytes, 'a', 1000000);
    hash_sha256(bytes, 1000000, text);
    assert_string_equal(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(bytes);
    hash_sha256("\0", 1, text);
    assert_string_equal(text, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

static void nothing_at_no_address_has_the_hash_of_nothing(void **state) {
    (void)state;
    char text[HASH_TEXT_SIZE];
    hash_sha256(NULL, 0, text);
    assert_string_equal(text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_is_that_of_the_standard),
        cmocka_unit_test(a_million_letters_and_zero_bytes_have_their_hash),
        cmocka_unit_test(nothing_at_no_address_has_the_hash_of_nothing),
    };
    return cmocka_run_group_tests_name("base/hash", tests, NULL, NULL);
}
