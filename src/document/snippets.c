/* See embed.h. The languages of snippets: figure, caption, alternative text, and the table folded away where
 * the language can fold. */
#include "embed.h"
#include "escape.h"
#include "table.h"

#include "../paint/svg.h"
#include "../paint/xml.h"

#include <stdlib.h>

static void add_escaped(Text *text, const char *before, const char *string, Escape escape,
                        const char *after) {
    text_add(text, before);
    escape(text, string);
    text_add(text, after);
}

static void add_caption(Text *text, const Snippet *snippet, const char *before, Escape escape,
                        const char *after) {
    char *caption = snippet_caption(snippet);
    add_escaped(text, before, caption, escape, after);
    free(caption);
}

static void add_table(Text *text, const Snippet *snippet, const char *language) {
    table_add(text, snippet->telling, table_format_find(language));
}

static const char *table_title(const Snippet *snippet) {
    return snippet->telling->page.words->table_title;
}

/* The picture as an element of HTML. */
static void add_picture(Text *text, const Snippet *snippet) {
    const char *source = snippet->file ? snippet->file : snippet->address;
    if (!source) {
        svg_add_page(text, snippet->scene, &(SvgUse){.fragment = true}, NULL);
        return;
    }
    add_escaped(text, "<img src=\"", source, xml_add, "\"");
    add_escaped(text, " alt=\"", snippet->info->description, xml_add, "\" style=\"max-width:100%\">\n");
}

void embed_html(Text *text, const Snippet *snippet) {
    add_escaped(text, "<figure class=\"dateline\" lang=\"", snippet->info->language, xml_add,
                snippet->telling->page.tongue->leftward ? "\" dir=\"rtl\">\n" : "\">\n");
    add_picture(text, snippet);
    add_caption(text, snippet, "<figcaption>", xml_add, "</figcaption>\n");
    add_escaped(text, "<details><summary>", table_title(snippet), xml_add, "</summary>\n");
    add_table(text, snippet, "html");
    text_add(text, "</details>\n</figure>\n");
}

void embed_markdown(Text *text, const Snippet *snippet) {
    const char *source = snippet->file ? snippet->file : snippet->address;
    if (source) {
        add_escaped(text, "![", snippet->info->description, escape_markdown, "](<");
        text_add(text, source);
        text_add(text, ">)\n\n");
    } else {
        add_picture(text, snippet);
        text_add_char(text, '\n');
    }
    add_caption(text, snippet, "*", escape_markdown, "*\n\n");
    add_escaped(text, "<details><summary>", table_title(snippet), xml_add, "</summary>\n\n");
    add_table(text, snippet, "markdown");
    text_add(text, "\n</details>\n");
}

/* The alternative text goes by graphicx (2021 and later) into a tagged PDF. */
void embed_latex(Text *text, const Snippet *snippet) {
    text_add(text, "\\begin{figure}\n\\centering\n");
    add_escaped(text, "\\includegraphics[width=\\linewidth,alt={", snippet->info->description, escape_latex,
                "}]");
    text_add_format(text, "{\\detokenize{%s}}\n", snippet->file);
    add_caption(text, snippet, "\\caption{", escape_latex, "}\n\\end{figure}\n");
    text_add(text, "\\begin{table}\n\\centering\n\\small\n");
    add_escaped(text, "\\caption{", table_title(snippet), escape_latex, "}\n");
    add_table(text, snippet, "latex");
    text_add(text, "\\end{table}\n");
}

void embed_asciidoc(Text *text, const Snippet *snippet) {
    const char *source = snippet->file ? snippet->file : snippet->address;
    add_caption(text, snippet, ".", escape_asciidoc, "\n");
    if (source) {
        text_add_format(text, "image::%s", source);
        add_escaped(text, "[alt=\"", snippet->info->description, escape_asciidoc_attribute, "\"]\n\n");
    } else {
        text_add(text, "++++\n");
        add_picture(text, snippet);
        text_add(text, "++++\n\n");
    }
    add_escaped(text, ".", table_title(snippet), escape_asciidoc, "\n[%collapsible]\n====\n");
    add_table(text, snippet, "asciidoc");
    text_add(text, "====\n");
}

void embed_typst(Text *text, const Snippet *snippet) {
    add_escaped(text, "#figure(\n  image(\"", snippet->file, escape_typst_string, "\", width: 100%, ");
    add_escaped(text, "alt: \"", snippet->info->description, escape_typst_string, "\"),\n");
    add_caption(text, snippet, "  caption: [", escape_typst, "],\n)\n\n");
    add_table(text, snippet, "typst");
}
