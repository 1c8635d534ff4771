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

static const char *const pieces[] = {"a",
                                     "B",
                                     "us",
                                     "US",
                                     "Sign",
                                     "http",
                                     "HTTPS",
                                     "www",
                                     "abcdefgh",
                                     "1",
                                     "12",
                                     "b2",
                                     "R2D2",
                                     "Strasse",
                                     ".",
                                     ":",
                                     "://",
                                     "-",
                                     "--",
                                     "'",
                                     "\"",
                                     ",",
                                     ";",
                                     "(",
                                     "\xE2\x80\x9C",
                                     "?",
                                     "!",
                                     ")",
                                     "@",
                                     "/",
                                     "*",
                                     " ",
                                     " ",
                                     " ",
                                     "\n",
                                     "\r\n\r\n",
                                     "\xC3\xA9",
                                     "\xC3\x89",
                                     "\xE2\x80\x99",
                                     "\xE4\xB8\xAD",
                                     "\xC2\xA0",
                                     "\xCC\x81",
                                     "\xD8\xA7",
                                     "\t",
                                     "ABCDEFGHIJKLMNOP",
                                     "internationalised",
                                     "demokratisch"};

/* A text that is the same every time for a number. */
static void make_text(uint32_t number, char *text) {
    text[0] = 0;
    for (int i = 0; i < 30; i++) {
        number = number * 1664525u + 1013904223u;
        strcat(text, pieces[(number >> 8) % (sizeof pieces / sizeof *pieces)]);
    }
}

static void short_words_are_cut_as_all_tokens(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 20000; i++) {
        char text[1000];
        Scanner one, other;
        make_text(i * 7919, text);
        scanner_start(&one, text, strlen(text));
        scanner_start(&other, text, strlen(text));
        for (Token token = {0}; token.kind != TOKEN_END;) {
            token = scanner_next(&one);
            Token wanted = scanner_next_any(&other);
            if (memcmp(&token, &wanted, sizeof token) || one.at != other.at || one.pending != other.pending)
                fail_msg("\"%s\" differs at byte %u", text, wanted.start);
            if (token.kind != TOKEN_WORD) continue;
            assert_int_equal(one.folded_size, other.folded_size);
            assert_memory_equal(one.folded, other.folded, one.folded_size);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(letters_are_what_they_look_like),
                                       cmocka_unit_test(text_falls_into_tokens),
                                       cmocka_unit_test(short_words_are_cut_as_all_tokens),
                                       cmocka_unit_test(a_word_longer_than_any_is_cut_and_not_overrun)};
    return cmocka_run_group_tests_name("read/tokens", tests, NULL, NULL);
}
