/* Tests of src/base/text.c. */
#include "scratch.h"

#include "base/text.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------------- text being
 * made */

static void text_grows_by_strings_parts_letters_and_formats(void **state) {
    (void)state;
    Text text = {0};
    text_add(&text, "one");
    text_add_part(&text, ", two!", 5);
    text_add_char(&text, ' ');
    text_add_format(&text, "%d %s", 3, "four");
    text_add_part(&text, NULL, 0);
    assert_string_equal(text.bytes, "one, two 3 four");
    assert_int_equal(text.size, strlen("one, two 3 four"));
    text_free(&text);
    assert_null(text.bytes);
}

static void text_keeps_zero_bytes_and_ends_in_one(void **state) {
    (void)state;
    Text text = {0};
    text_add_part(&text, "a\0b", 3);
    assert_memory_equal(text.bytes, "a\0b", 4);
    text_free(&text);
}

static void text_taken_is_never_null_and_leaves_nothing(void **state) {
    (void)state;
    Text text = {0};
    char *empty = text_take(&text);
    assert_string_equal(empty, "");
    free(empty);
    text_add(&text, "again");
    char *again = text_take(&text);
    assert_string_equal(again, "again");
    assert_int_equal(text.size, 0);
    assert_null(text.bytes);
    free(again);
}

static void a_long_format_fits_whatever_was_there_before(void **state) {
    (void)state;
    for (int length = 0; length < 200; length++) {
        Text text = {0};
        for (int i = 0; i < length; i++) text_add_char(&text, '.');
        text_add_format(&text, "%0*d", length + 1, 7);
        assert_int_equal(text.size, 2 * length + 1);
        assert_int_equal(strlen(text.bytes), text.size);
        text_free(&text);
    }
}

static void a_buffer_is_cut_to_its_size(void **state) {
    (void)state;
    char buffer[6] = "#####";
    assert_ptr_equal(buffer_print(buffer, 4, "%s", "Norway"), buffer);
    assert_string_equal(buffer, "Nor");
    assert_int_equal(buffer[4], '#');
}

/* ---------------------------------------------------------------------------------------------- numbers */

typedef struct NumberRow {
    double value;
    int decimals;
    const char *text;
} NumberRow;

static void check_numbers(const NumberRow *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char buffer[64];
        int length = number_print(buffer, rows[i].value, rows[i].decimals);
        assert_string_equal(buffer, rows[i].text);
        assert_int_equal(length, strlen(rows[i].text));
    }
}

static void numbers_print_in_their_shortest_form(void **state) {
    (void)state;
    static const NumberRow rows[] = {
        {0, 0, "0"},
        {0, 9, "0"},
        {1, 3, "1"},
        {-1, 3, "-1"},
        {0.5, 3, "0.5"},
        {-12.25, 3, "-12.25"},
        {100, 3, "100"},
        {0.001, 3, "0.001"},
        {1.10, 3, "1.1"},
        {10.050, 3, "10.05"},
        {0.1, 9, "0.1"},
        {0.1 + 0.2, 9, "0.3"},
        {123.456, 2, "123.46"},
        {123.456, 0, "123"},
    };
    check_numbers(rows, COUNT_OF(rows));
}

static void halves_are_rounded_away_from_zero(void **state) {
    (void)state;
    static const NumberRow rows[] = {
        {0.5, 0, "1"},
        {1.5, 0, "2"},
        {2.5, 0, "3"},
        {-0.5, 0, "-1"},
        {0.25, 1, "0.3"},
        {0.125, 2, "0.13"},
        {-0.125, 2, "-0.13"},
        {0.999, 2, "1"},
        {9.9996, 3, "10"},
        {0.4999, 0, "0"},
        {0.49999999999999994, 0, "0"},
        {4503599627370495.5, 0, "1000000000000000"},
    };
    check_numbers(rows, COUNT_OF(rows));
}

static void there_is_no_negative_zero(void **state) {
    (void)state;
    static const NumberRow rows[] = {
        {-0.0, 0, "0"},  {-0.0, 3, "0"},    {-0.0004, 3, "0"},
        {-0.49, 0, "0"}, {-1e-300, 9, "0"}, {-DBL_MIN, 9, "0"},
    };
    check_numbers(rows, COUNT_OF(rows));
}

static void huge_numbers_keep_their_size_and_are_held_to_a_limit(void **state) {
    (void)state;
    static const NumberRow rows[] = {
        {1e9, 9, "1000000000"},
        {1000000001, 9, "1000000001"},
        {25462700000000.0, 9, "25462700000000"},
        {-25462700000000.0, 3, "-25462700000000"},
        {123456789.125, 9, "123456789.125"},
        {999999999999999.0, 9, "999999999999999"},
        {999999999999.5, 9, "999999999999.5"},
        {1e15, 0, "1000000000000000"},
        {1e15, 9, "1000000000000000"},
        {1e16, 3, "1000000000000000"},
        {-DBL_MAX, 9, "-1000000000000000"},
        {INFINITY, 3, "1000000000000000"},
        {-INFINITY, 0, "-1000000000000000"},
        {NAN, 3, "0"},
        {1.5, 99, "1.5"},
        {1.5, -1, "2"},
    };
    check_numbers(rows, COUNT_OF(rows));
}

static void the_longest_number_fits_its_buffer(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double value = ldexp((double)(int64_t)seed, (int)(seed >> 33 & 63) - 75);
        char buffer[64];
        assert_in_range(number_print(buffer, value, i % 10), 1, 27);
        double back = strtod(buffer, NULL);
        if (fabs(value) < 1e5) assert_true(fabs(back - value) <= 0.5000001 * pow(10, -(i % 10)));
    }
}

/* Makes the machine's own comma locale, or tells that there is none. */
static bool use_a_comma(void) {
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8",
                                        "da_DK.UTF-8"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (setlocale(LC_ALL, names[i])) return true;
    return false;
}

static void numbers_have_a_point_where_the_locale_has_a_comma(void **state) {
    char command[200];
    const char *folder = *state;
    snprintf(command, sizeof command, "localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8 2>/dev/null", folder);
    if (!use_a_comma() && system(command) == 0) setenv("LOCPATH", folder, 1);
    if (!use_a_comma()) skip();
    char comma[16], buffer[64];
    snprintf(comma, sizeof comma, "%.1f", 0.5);
    assert_string_equal(comma, "0,5"); /* the locale does what this test is about */
    number_print(buffer, -1234.5, 2);
    const char *end;
    double value;
    bool read = number_parse("0.25,5", &end, &value);
    setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
    assert_string_equal(buffer, "-1234.5");
    assert_true(read);
    assert_true(value == 0.25);
    assert_string_equal(end, ",5");
}

static void numbers_are_read_up_to_what_follows(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
        const char *rest;
    } rows[] = {
        {"0", 0, ""},
        {"12", 12, ""},
        {"-12.25", -12.25, ""},
        {"+7", 7, ""},
        {".5", 0.5, ""},
        {"-.5", -0.5, ""},
        {"5.", 5, ""},
        {"5.x", 5, "x"},
        {"1e5", 1, "e5"},
        {"1,5", 1, ",5"},
        {"1.2.3", 1.2, ".3"},
        {"0x10", 0, "x10"},
        {"007", 7, ""},
        {"0.1", 0.1, ""},
        {"179.99999", 179.99999, ""},
        {"3 4", 3, " 4"},
        {"1-2", 1, "-2"},
        {"123456789012345", 123456789012345.0, ""},
        {"0.3333333333333333333333333333", 0.33333333333333333, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *end = NULL;
        double value = 99;
        assert_true(number_parse(rows[i].text, &end, &value));
        assert_true(fabs(value - rows[i].value) <= 1e-15 * fabs(rows[i].value));
        assert_string_equal(end, rows[i].rest);
    }
}

static void what_is_no_number_is_not_read(void **state) {
    (void)state;
    static const char *const rows[] = {"",    "-",   "+",  ".",   "-.",  "x",  " 1",
                                       "--1", "+-1", "e5", "nan", "inf", "-,5"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *end = "untouched";
        double value = 99;
        assert_false(number_parse(rows[i], &end, &value));
        assert_string_equal(end, "untouched");
        assert_true(value == 99);
    }
}

static void endless_digits_stay_finite(void **state) {
    (void)state;
    static const struct {
        const char *before, *after;
        double least, most;
    } rows[] = {
        {"", "", 1e299, DBL_MAX}, {"-", "", -DBL_MAX, -1e299}, {"0.", "", 0.33, 0.34},
        {"1.", "", 1.33, 1.34},   {"", ".5", 1e299, DBL_MAX},  {"123456789.", "", 123456789, 123456790},
    };
    char text[1200];
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char digits[1001] = "";
        memset(digits, '3', sizeof digits - 1);
        snprintf(text, sizeof text, "%s%s%s", rows[i].before, digits, rows[i].after);
        const char *end;
        double value;
        assert_true(number_parse(text, &end, &value));
        assert_true(isfinite(value));
        assert_true(value >= rows[i].least && value <= rows[i].most);
        assert_int_equal(*end, 0);
    }
    /* zeros without end between the point and the first digit */
    snprintf(text, sizeof text, "0.%01000d1", 0);
    const char *end;
    double value = 1;
    assert_true(number_parse(text, &end, &value));
    assert_true(value >= 0 && value < 1e-100);
    assert_int_equal(*end, 0);
}

/* ---------------------------------------------------------------------------------------------- UTF-8 */

static void well_formed_letters_are_read_and_written_alike(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        int32_t code;
    } rows[] = {
        {"A", 'A'},
        {"\x7F", 0x7F},
        {"\xC2\x80", 0x80},
        {"\xDF\xBF", 0x7FF},
        {"\xE0\xA0\x80", 0x800},
        {"\xED\x9F\xBF", 0xD7FF},
        {"\xEE\x80\x80", 0xE000},
        {"\xEF\xBF\xBF", 0xFFFF},
        {"\xF0\x90\x80\x80", 0x10000},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t size = strlen(rows[i].bytes), at = 0;
        assert_int_equal(utf8_next(rows[i].bytes, size, &at), rows[i].code);
        assert_int_equal(at, size);
        char bytes[5] = {0};
        assert_int_equal(utf8_put(bytes, (uint32_t)rows[i].code), (int)size);
        assert_string_equal(bytes, rows[i].bytes);
        assert_int_equal(utf8_valid_until(rows[i].bytes, size), size);
    }
}

static void every_code_point_comes_back(void **state) {
    (void)state;
    for (int32_t code = 0; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code < 0xE000) continue;
        char bytes[4];
        size_t at = 0, size = (size_t)utf8_put(bytes, (uint32_t)code);
        if (utf8_next(bytes, size, &at) != code || at != size)
            fail_msg("U+%04X does not come back", (unsigned)code);
    }
}

static void malformed_sequences_are_told_at_their_first_byte(void **state) {
    (void)state;
    static const char *const rows[] = {
        "\x80",                     /* a continuation alone */
        "\xBF",                     /* the last of them */
        "\xC0\x80",                 /* zero in two bytes */
        "\xC1\xBF",                 /* U+007F in two bytes */
        "\xC3",                     /* cut */
        "\xC3(",                    /* no continuation */
        "\xC3\xC3",                 /* a lead instead of a continuation */
        "\xE0\x80\x80",             /* too long by two */
        "\xE0\x9F\xBF",             /* too long by one */
        "\xE2\x82",                 /* cut */
        "\xE2(\xAC",                /* second wrong */
        "\xE2\x82(",                /* third wrong */
        "\xED\xA0\x80",             /* U+D800 */
        "\xED\xBF\xBF",             /* U+DFFF */
        "\xED\xA0\xBD\xED\xB8\x80", /* a pair of surrogates */
        "\xF0\x80\x80\x80",         /* too long */
        "\xF0\x8F\xBF\xBF",         /* too long by one */
        "\xF0\x9F\x98",             /* cut */
        "\xF0\x9F\x98(",            /* fourth wrong */
        "\xF4\x90\x80\x80",         /* U+110000 */
        "\xF5\x80\x80\x80",         /* no such lead */
        "\xF8\x88\x80\x80\x80",     /* five bytes */
        "\xFC\x84\x80\x80\x80\x80", /* six bytes */
        "\xFE",
        "\xFF",
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char bytes[16] = "ab";
        strcat(bytes, rows[i]);
        size_t size = strlen(bytes), at = 2;
        assert_int_equal(utf8_next(bytes, size, &at), -1);
        assert_int_equal(at, 3);
        assert_int_equal(utf8_valid_until(bytes, size), 2);
    }
}

static void a_letter_is_never_read_past_the_end(void **state) {
    (void)state;
    static const char whole[] = "\xF0\x9F\x98\x80";
    for (size_t size = 1; size < 4; size++) {
        char *exact = malloc(size); /* so that a sanitizer sees the edge */
        memcpy(exact, whole, size);
        size_t at = 0;
        assert_int_equal(utf8_next(exact, size, &at), -1);
        assert_int_equal(at, 1);
        assert_int_equal(utf8_valid_until(exact, size), 0);
        free(exact);
    }
    assert_int_equal(utf8_valid_until("", 0), 0);
}

static void what_is_no_code_point_is_written_as_the_replacement(void **state) {
    (void)state;
    static const uint32_t rows[] = {0xD800, 0xDFFF, 0x110000, 0x7FFFFFFF, UINT32_MAX};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char bytes[5] = {0};
        assert_int_equal(utf8_put(bytes, rows[i]), 3);
        assert_string_equal(bytes, "\xEF\xBF\xBD");
    }
}

/* ---------------------------------------------------------------------------------------------- did you mean
 */

static void the_distance_counts_letters_changed_added_and_left_out(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        int distance;
    } rows[] = {
        {"", "", 0},          {"", "abc", 3},       {"fill", "fill", 0}, {"fil", "fill", 1},
        {"fillx", "fill", 1}, {"fall", "fill", 1},  {"flil", "fill", 2}, {"kitten", "sitting", 3},
        {"a", "b", 1},        {"hosst", "host", 1}, {"host", "tohs", 3},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(edit_distance(rows[i].a, rows[i].b), rows[i].distance);
        assert_int_equal(edit_distance(rows[i].b, rows[i].a), rows[i].distance);
    }
}

static void a_word_of_any_length_has_a_distance(void **state) {
    (void)state;
    char word[1000], other[1000];
    for (size_t size = 60; size < 68; size++) {
        memset(word, 'x', size), word[size] = 0;
        memset(other, 'x', size), other[size] = 0;
        other[0] = 'y';
        assert_int_equal(edit_distance(word, other), size <= 63 ? 1 : 126);
    }
    memset(word, 'x', 999), word[999] = 0;
    assert_true(edit_distance(word, "x") > 60);
}

static void the_nearest_name_is_offered_and_none_when_all_are_far(void **state) {
    (void)state;
    static const char *const names[] = {"participant", "striker",   "target", "host",
                                        "declined",    "mentioned", "by"};
    static const struct {
        const char *word, *nearest;
    } rows[] = {
        {"participants", "participant"},
        {"particpant", "participant"},
        {"striker", "striker"},
        {"traget", "target"},
        {"Host", "host"},
        {"hots", "host"},
        {"mention", "mentioned"},
        {"xyzzy", NULL},
        {"", NULL},
        {"x", NULL},
        {"q", NULL},
        {"b", "by"},
        {"somewhere else entirely", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *nearest = nearest_name(rows[i].word, names, COUNT_OF(names));
        if (rows[i].nearest) {
            assert_non_null(nearest);
            assert_string_equal(nearest, rows[i].nearest);
        } else
            assert_null(nearest);
    }
    assert_null(nearest_name("host", names, 0));
}

static void of_two_equally_near_names_the_first_is_offered(void **state) {
    (void)state;
    static const char *const names[] = {"width", "weight", "wight"};
    assert_string_equal(nearest_name("wigth", names, 3), "width");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_by_strings_parts_letters_and_formats),
        cmocka_unit_test(text_keeps_zero_bytes_and_ends_in_one),
        cmocka_unit_test(text_taken_is_never_null_and_leaves_nothing),
        cmocka_unit_test(a_long_format_fits_whatever_was_there_before),
        cmocka_unit_test(a_buffer_is_cut_to_its_size),
        cmocka_unit_test(numbers_print_in_their_shortest_form),
        cmocka_unit_test(halves_are_rounded_away_from_zero),
        cmocka_unit_test(there_is_no_negative_zero),
        cmocka_unit_test(huge_numbers_keep_their_size_and_are_held_to_a_limit),
        cmocka_unit_test(the_longest_number_fits_its_buffer),
        cmocka_unit_test_setup_teardown(numbers_have_a_point_where_the_locale_has_a_comma, scratch_make,
                                        scratch_remove),
        cmocka_unit_test(numbers_are_read_up_to_what_follows),
        cmocka_unit_test(what_is_no_number_is_not_read),
        cmocka_unit_test(endless_digits_stay_finite),
        cmocka_unit_test(well_formed_letters_are_read_and_written_alike),
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(malformed_sequences_are_told_at_their_first_byte),
        cmocka_unit_test(a_letter_is_never_read_past_the_end),
        cmocka_unit_test(what_is_no_code_point_is_written_as_the_replacement),
        cmocka_unit_test(the_distance_counts_letters_changed_added_and_left_out),
        cmocka_unit_test(a_word_of_any_length_has_a_distance),
        cmocka_unit_test(the_nearest_name_is_offered_and_none_when_all_are_far),
        cmocka_unit_test(of_two_equally_near_names_the_first_is_offered),
    };
    return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
