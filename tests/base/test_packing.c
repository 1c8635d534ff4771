/* Files of sections: what is put in comes out, and what is damaged is passed over. */
#include "base/files.h"
#include "base/packing.h"
#include "scratch.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 1, NOTHING, SECTIONS };

static size_t item_size(size_t section) {
    return section == NUMBERS ? sizeof(uint32_t) : sizeof(double);
}

static const PackedKind kind = {"testing", 1, SECTIONS, item_size},
                        later = {"testing", 2, SECTIONS, item_size},
                        other = {"another", 1, SECTIONS, item_size};
static const ContentKey sources = {{1, 2}};

/* A file with two texts, three numbers and an empty section; returns its path. */
static char *pack(const char *folder, uint32_t texts[3]) {
    static const uint32_t numbers[] = {7, 8, 9};
    char *path = scratch_path(folder, "packed");
    Packing packing = packing_begin(&kind, sources);
    texts[0] = packing_text(&packing, "France");
    texts[1] = packing_text(&packing, NULL);
    texts[2] = packing_text(&packing, "");
    packing_add(&packing, NUMBERS, numbers, 3);
    packing_add(&packing, NOTHING, NULL, 0);
    assert_true(packing_write(&packing, path, NULL));
    return path;
}

static void what_is_put_in_comes_out(void **state) {
    uint32_t texts[3];
    char *path = pack(*state, texts);
    Packed packed;
    assert_true(packed_open(&packed, &kind, path));
    assert_int_equal(packed_count(&packed, NUMBERS), 3);
    assert_int_equal(packed_count(&packed, NOTHING), 0);
    assert_int_equal(((const uint32_t *)packed_items(&packed, NUMBERS))[2], 9);
    assert_string_equal(packed_text(&packed, texts[0]), "France");
    assert_null(packed_text(&packed, texts[1]));
    assert_string_equal(packed_text(&packed, texts[2]), "");
    assert_null(packed_text(&packed, 1000000));
    assert_string_equal(packed_known_text(&packed, texts[1]), "");
    assert_true(packed_is_of(&packed, sources));
    assert_false(packed_is_of(&packed, (ContentKey){{1, 3}}));
    packed_close(&packed);
    free(path);
}

static void files_of_another_kind_are_passed_over(void **state) {
    uint32_t texts[3];
    char *path = pack(*state, texts);
    Packed packed;
    assert_false(packed_open(&packed, &later, path));
    assert_false(packed_open(&packed, &other, path));
    assert_false(packed_open(&packed, &kind, "no/such/file"));
    free(path);
}

/* Every byte but those of the body's hash is in that hash, and that one is compared. */
static void damage_anywhere_is_found(void **state) {
    uint32_t texts[3];
    char *path = pack(*state, texts);
    Bytes bytes;
    Packed packed;
    assert_true(file_read(path, 1 << 20, &bytes, NULL));
    for (size_t at = 0; at < bytes.size; at++) {
        bytes.bytes[at] ^= 1;
        assert_true(dateline_file_write(path, bytes.bytes, bytes.size, NULL));
        bool opened = packed_open(&packed, &kind, path);
        if (opened) fail_msg("byte %zu", at);
        bytes.bytes[at] ^= 1;
    }
    for (size_t size = 0; size < bytes.size; size += 7) {
        assert_true(dateline_file_write(path, bytes.bytes, size, NULL));
        assert_false(packed_open(&packed, &kind, path));
    }
    free(bytes.bytes);
    free(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_put_in_comes_out, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(files_of_another_kind_are_passed_over, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(damage_anywhere_is_found, scratch_make, scratch_remove),
    };
    return cmocka_run_group_tests_name("base/packing", tests, NULL, NULL);
}
