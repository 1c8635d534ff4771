/* What an article says, inside other languages: it reads the same and is never markup. */
#include "document/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void no_letter_is_markup(void **state) {
    (void)state;
    static const struct {
        Escape escape;
        const char *given, *written;
    } rows[] = {
        {escape_markdown, "a*b_c [d](e) <f> |g`", "a\\*b\\_c \\[d\\](e) &lt;f&gt; \\|g\\`"},
        {escape_markdown, "&amp; $x$ {y} !z", "&amp;amp; \\$x\\$ \\{y\\} \\!z"},
        {escape_latex, "\\input{x} 50% & #1 $a_b^c~d",
         "\\textbackslash{}input\\{x\\} 50\\% \\& \\#1 \\$a\\_b\\textasciicircum{}c\\textasciitilde{}d"},
        {escape_latex, "[x]", "{[}x{]}"},
        {escape_asciidoc, "include::x[] *b* {a}", "include&#58;&#58;x&#91;&#93; &#42;b&#42; &#123;a}"},
        {escape_asciidoc_attribute, "a\"]<b", "a&#34;&#93;&#60;b"},
        {escape_typst, "#read(\"x\") $a$ @b [c]", "\\#read(\\\"x\\\") \\$a\\$ \\@b \\[c\\]"},
        {escape_typst_string, "a\"b\\c", "a\\\"b\\\\c"},
        {escape_csv, "=HYPERLINK(\"x\")", "'=HYPERLINK(\"\"x\"\")"},
        {escape_csv, "a,b\r\nc", "a,b  c"},
        {escape_markdown, "one\n# two", "one \\# two"},
        {escape_typst, "\xE2\x80\xAEqarI", "qarI"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text text = {0};
        rows[i].escape(&text, rows[i].given);
        assert_string_equal(text.bytes, rows[i].written);
        text_free(&text);
    }
}

static void plain_words_stay_as_they_are(void **state) {
    (void)state;
    static const Escape escapes[] = {
        escape_markdown, escape_latex,        escape_asciidoc,          escape_typst,
        escape_csv,      escape_typst_string, escape_asciidoc_attribute};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        Text text = {0};
        escapes[i](&text, "Côte d’Ivoire, العراق: 21.");
        if (escapes[i] != escape_asciidoc) assert_string_equal(text.bytes, "Côte d’Ivoire, العراق: 21.");
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_letter_is_markup),
        cmocka_unit_test(plain_words_stay_as_they_are),
    };
    return cmocka_run_group_tests_name("document/escape", tests, NULL, NULL);
}
