/* The tokenizer and its letters. */
#include "../../src/read/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void letters_are_what_they_look_like(void **state) {
    static const struct {
        uint32_t code;
        LetterKind kind;
    } rows[] = {{'a', LETTER_LOWER},        {'Z', LETTER_UPPER},         {'7', LETTER_DIGIT},
                {'*', LETTER_SPACE},        {0xC9, LETTER_UPPER},        {0xE9, LETTER_LOWER},
                {0x141, LETTER_UPPER},      {0x142, LETTER_LOWER},       {0x416, LETTER_UPPER},
                {0x436, LETTER_LOWER},      {0x627, LETTER_LOWER},       {0x64B, LETTER_MARK},
                {0x4E2D, LETTER_IDEOGRAPH}, {0x2019, LETTER_APOSTROPHE}, {0x201C, LETTER_QUOTE},
                {0xA0, LETTER_SPACE},       {0x2014, LETTER_DASH},       {0x60C, LETTER_COMMA},
                {0x3002, LETTER_STOP},      {0xFEFF, LETTER_SPACE}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(letter_kind(rows[i].code), rows[i].kind);
}

/* Each token as its kind's letter and, for words, what the lexicon would be asked. */
static void describe(const char *text, char *line, size_t size) {
    static const char kinds[] = "wn,;:-~()q.*?/P";
    Scanner scanner;
    size_t used = 0;
    scanner_start(&scanner, text, strlen(text));
    line[0] = 0;
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END && used < size;
         token = scanner_next(&scanner)) {
        if (token.kind == TOKEN_WORD)
            used += (size_t)snprintf(line + used, size - used, "%s%.*s", used ? " " : "",
                                     (int)scanner.folded_size, scanner.folded);
        else
            used += (size_t)snprintf(line + used, size - used, "%s%c", used ? " " : "", kinds[token.kind]);
    }
}

static void text_falls_into_tokens(void **state) {
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"France's army", "france s army"},
        {"C\xC3\xB4te d\xE2\x80\x99Ivoire", "cote d ivoire"},
        {"the U.S. and U.K.", "the us and uk"},
        {"1,000 raids", "n raids"},
        {"1\xC2\xA0"
         "000 frappes",
         "n frappes"},
        {"US-led", "us ~ led"},
        {"A \xE2\x80\x94 B -- C - D", "a - b - c - d"},
        {"see https://example.org/France?x=1 now", "see ? now"},
        {"**France**", "france"},
        {"@Israel spoke", "? spoke"},
        {"One.\n\nTwo", "one . P two"},
        {"\xE4\xB8\xAD\xE5\x9B\xBD", "\xE4\xB8\xAD \xE5\x9B\xBD"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char line[200];
        describe(rows[i].text, line, sizeof line);
        assert_string_equal(line, rows[i].tokens);
    }
}

static void a_word_longer_than_any_is_cut_and_not_overrun(void **state) {
    char text[5000], line[8000];
    (void)state;
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = 0;
    describe(text, line, sizeof line);
    assert_int_equal(strlen(line), WORD_LONGEST);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(letters_are_what_they_look_like),
                                       cmocka_unit_test(text_falls_into_tokens),
                                       cmocka_unit_test(a_word_longer_than_any_is_cut_and_not_overrun)};
    return cmocka_run_group_tests_name("read/tokens", tests, NULL, NULL);
}
