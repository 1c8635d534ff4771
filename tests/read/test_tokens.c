/* The tokenizer's own table of letters. */
#include "../../src/read/fold.h"
#include "../../src/read/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_table_of_ascii_letters_is_what_fold_says(void **state) {
    (void)state;
    Scanner scanner;
    scanner_start(&scanner, "", 0);
    for (uint32_t code = 0; code < 128; code++) assert_int_equal(scanner.kinds[code], letter_kind(code));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_of_ascii_letters_is_what_fold_says)};
    return cmocka_run_group_tests_name("read/tokens", tests, NULL, NULL);
}
