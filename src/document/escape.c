/* See escape.h. Each language has a table of the letters it would take for markup, and what to write for
 * them. */
#include "escape.h"

#include "../ink/script.h"

#include <string.h>

/* What stands for the letters of from, in their order. */
typedef struct Replacement {
    char from;
    const char *to;
} Replacement;

static void add_replaced(Text *text, const char *string, const Replacement *table) {
    Text harmless = {0};
    text_add_harmless(&harmless, string);
    for (size_t i = 0; i < harmless.size; i++) {
        const Replacement *row = table;
        while (row->from && row->from != harmless.bytes[i]) row++;
        if (row->from)
            text_add(text, row->to);
        else
            text_add_char(text, harmless.bytes[i]);
    }
    text_free(&harmless);
}

/* Entities are Markdown's own, and hold where a backslash would not: in tables and in front of HTML. */
void escape_markdown(Text *text, const char *string) {
    static const Replacement table[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"},
                                        {'\\', "\\\\"}, {'`', "\\`"},  {'*', "\\*"},  {'_', "\\_"},
                                        {'[', "\\["},   {']', "\\]"},  {'#', "\\#"},  {'|', "\\|"},
                                        {'$', "\\$"},   {'~', "\\~"},  {'^', "\\^"},  {'@', "\\@"},
                                        {'{', "\\{"},   {'}', "\\}"},  {'!', "\\!"},  {0, NULL}};
    add_replaced(text, string, table);
}

void escape_latex(Text *text, const char *string) {
    static const Replacement table[] = {{'\\', "\\textbackslash{}"},
                                        {'{', "\\{"},
                                        {'}', "\\}"},
                                        {'$', "\\$"},
                                        {'&', "\\&"},
                                        {'#', "\\#"},
                                        {'%', "\\%"},
                                        {'_', "\\_"},
                                        {'^', "\\textasciicircum{}"},
                                        {'~', "\\textasciitilde{}"},
                                        {'"', "\\textquotedbl{}"},
                                        {'<', "\\textless{}"},
                                        {'>', "\\textgreater{}"},
                                        {'[', "{[}"},
                                        {']', "{]}"},
                                        {0, NULL}};
    add_replaced(text, string, table);
}

/* AsciiDoc takes back no backslash that escapes nothing, so that its marks are written as references. */
void escape_asciidoc(Text *text, const char *string) {
    static const Replacement table[] = {
        {'&', "&#38;"}, {'<', "&#60;"}, {'>', "&#62;"}, {'*', "&#42;"},  {'_', "&#95;"},  {'`', "&#96;"},
        {'#', "&#35;"}, {'+', "&#43;"}, {'^', "&#94;"}, {'~', "&#126;"}, {'|', "&#124;"}, {'{', "&#123;"},
        {'[', "&#91;"}, {']', "&#93;"}, {':', "&#58;"}, {'"', "&#34;"},  {'\\', "&#92;"}, {'(', "&#40;"},
        {'/', "&#47;"}, {'=', "&#61;"}, {0, NULL}};
    add_replaced(text, string, table);
}

void escape_asciidoc_attribute(Text *text, const char *string) {
    static const Replacement table[] = {{'"', "&#34;"}, {'\\', "&#92;"}, {'{', "&#123;"},
                                        {']', "&#93;"}, {'<', "&#60;"},  {0, NULL}};
    add_replaced(text, string, table);
}

void escape_typst(Text *text, const char *string) {
    static const Replacement table[] = {
        {'\\', "\\\\"}, {'#', "\\#"},  {'*', "\\*"}, {'_', "\\_"}, {'`', "\\`"}, {'$', "\\$"},
        {'<', "\\<"},   {'>', "\\>"},  {'@', "\\@"}, {'[', "\\["}, {']', "\\]"}, {'~', "\\~"},
        {'/', "\\/"},   {'"', "\\\""}, {'=', "\\="}, {'-', "\\-"}, {'+', "\\+"}, {0, NULL}};
    add_replaced(text, string, table);
}

void escape_typst_string(Text *text, const char *string) {
    static const Replacement table[] = {{'\\', "\\\\"}, {'"', "\\\""}, {0, NULL}};
    add_replaced(text, string, table);
}

/* A field that begins like a formula would be run by spreadsheets: an apostrophe keeps it text. */
void escape_csv(Text *text, const char *string) {
    static const Replacement table[] = {{'"', "\"\""}, {0, NULL}};
    bool formula = *string && strchr("=+@", *string);
    if (formula) text_add_char(text, '\'');
    add_replaced(text, string, table);
}
