/* What letters tell without a font. */
#include "ink/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_first_letter_with_a_direction_decides(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool leftward;
    } rows[] = {{"France", false},       {"العراق", true},       {"ישראל", true},          {"21 دولة", true},
                {"21 countries", false}, {"«العراق» and", true}, {"Iraq (العراق)", false}, {"", false},
                {"123 – 456", false},    {"Ελλάδα", false},      {"中国", false},          {"١٢ דולה", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(text_is_right_to_left(rows[i].text), rows[i].leftward);
}

static void joined_scripts_are_known(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool joined;
    } rows[] = {{"France", false}, {"العراق", true}, {"ישראל", false},     {"भारत", true},
                {"বাংলা", true},   {"ไทย", false},   {"Iraq العراق", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(text_is_joined(rows[i].text), rows[i].joined);
}

static void only_harmful_text_is_changed(void **state) {
    (void)state;
    static const struct {
        const char *given, *kept;
    } rows[] = {{"Côte d’Ivoire", "Côte d’Ivoire"}, {"a\r\nb", "a  b"},
                {"\xC2\x85", "\xEF\xBF\xBD"},       {"\xE2\x80\xAA\xE2\x80\xAC", ""},
                {"\x7F", "\xEF\xBF\xBD"},           {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
                {"\xE2\x80\x8F", "\xE2\x80\x8F"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text text = {0};
        text_add(&text, "");
        text_add_harmless(&text, rows[i].given);
        assert_string_equal(text.bytes, rows[i].kept);
        assert_true(text_is_harmless(text.bytes));
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_letter_with_a_direction_decides),
        cmocka_unit_test(joined_scripts_are_known),
        cmocka_unit_test(only_harmful_text_is_changed),
    };
    return cmocka_run_group_tests_name("ink/script", tests, NULL, NULL);
}
