/*
 * See embed.h. A page of HTML with the map as SVG, the legend, the sentences everything rests on, and the
 * table. No script: countries are links to their sentences, and the style sheet brings a country's sentence
 * forward while it is pointed at or focused (where it cannot, the link and the tooltip remain).
 */
#include "sheet.h"
#include "table.h"

#include "../paint/svg.h"
#include "../paint/xml.h"

#include <stdlib.h>
#include <string.h>

static void add_element(Text *text, const char *name, const char *string) {
    if (!string || !*string) return;
    text_add_format(text, "<%s>", name);
    xml_add(text, string);
    text_add_format(text, "</%.*s>\n", (int)strcspn(name, " "), name);
}

static void add_head(Text *text, const Snippet *snippet) {
    text_add(text, "<!DOCTYPE html>\n<html lang=\"");
    xml_add(text, snippet->info->language);
    text_add(text, snippet->telling->page.tongue->leftward ? "\" dir=\"rtl\">\n" : "\">\n");
    text_add(text, "<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'; font-src data:; img-src data:\">\n"
                   "<meta name=\"generator\" content=\"dateline " DATELINE_VERSION "\">\n");
    text_add(text, "<meta name=\"description\" content=\"");
    xml_add(text, snippet->info->description);
    text_add(text, "\">\n");
    add_element(text, "title", snippet->info->title[0] ? snippet->info->title : "dateline");
    text_add(text, "<style>\n");
    sheet_add(text, snippet);
    text_add(text, "</style>\n</head>\n");
}

/* A country's name as a link to what it rests on. */
static void add_member(Text *text, const Cast *cast) {
    text_add(text, "<a href=\"#evidence-");
    sheet_add_code(text, cast->facts->id);
    text_add(text, "\">");
    xml_add(text, cast->name);
    text_add(text, "</a>");
}

static void add_class(Text *text, const Story *story, size_t index) {
    const StoryClass *which = &story->classes[index];
    text_add_format(text, "<li><span class=\"swatch swatch-%zu\" aria-hidden=\"true\"></span>", index);
    text_add_format(text, "<span><strong>%d</strong> ", which->count);
    size_t length = strcspn(which->text, "|");
    const char *second = which->text[length] ? which->text + length + 1 : "";
    Text first = {0};
    text_add_part(&first, which->text, length);
    if (*second) text_add_format(&first, " %s", second);
    xml_add(text, first.bytes);
    text_free(&first);
    text_add(text, "<br><span class=\"members\">");
    const char *separator = "";
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        if (cast->look != which->look && cast->overlay != which->look) continue;
        text_add(text, separator);
        add_member(text, cast);
        separator = ", ";
    }
    text_add(text, "</span></span></li>\n");
}

static void add_evidence(Text *text, const DescribedRow *row) {
    text_add(text, "<li id=\"evidence-");
    sheet_add_code(text, row->code);
    text_add(text, "\"><div>");
    add_element(text, "strong", row->name);
    if (row->part[0]) text_add(text, "<br>");
    add_element(text, "span", row->part);
    text_add(text, "</div>\n");
    add_element(text, "blockquote dir=\"auto\"", row->evidence);
    text_add(text, "</li>\n");
}

static void add_words(Text *text, const Snippet *snippet) {
    const Telling *telling = snippet->telling;
    const StyleWords *words = telling->page.words;
    text_add(text, "<ul class=\"legend\">\n");
    for (size_t i = 0; i < telling->story->class_count; i++) add_class(text, telling->story, i);
    text_add(text, "</ul>\n");
    add_element(text, "h2", words->table_evidence);
    text_add(text, "<ul class=\"evidence\">\n");
    for (size_t i = 0; i < telling->table.count; i++) add_evidence(text, &telling->table.rows[i]);
    text_add(text, "</ul>\n<details>");
    add_element(text, "summary", words->table_title);
    table_add(text, telling, table_format_find("html"));
    text_add(text, "</details>\n");
}

/* The first is in everybody's page, the others are hidden but where the style sheet shows them. */
static void add_map(Text *text, const Scene *scene, size_t index) {
    text_add_format(text, "<div class=\"drawing drawing-%zu\"%s>\n", index, index ? " hidden" : "");
    svg_add_page(text, scene, &(SvgUse){.fragment = true, .link = "#evidence-"}, NULL);
    text_add(text, "</div>\n");
}

void embed_page(Text *text, const Snippet *snippet) {
    bool said = snippet->telling->page.style->page.caption; /* by the map, to those who see it */
    add_head(text, snippet);
    text_add(text, "<body>\n<main>\n");
    add_element(text, said ? "h1 class=\"said\"" : "h1", snippet->info->title);
    add_element(text, said ? "p class=\"sub said\"" : "p class=\"sub\"", snippet->telling->story->subtitle);
    text_add(text, "<figure>\n");
    add_map(text, snippet->scene, 0);
    for (size_t i = 0; i < snippet->variant_count; i++) add_map(text, snippet->variants[i].scene, i + 1);
    add_element(text, "figcaption", snippet->info->description);
    text_add(text, "</figure>\n");
    add_words(text, snippet);
    add_element(text, "footer", snippet->info->credits);
    text_add(text, "</main>\n</body>\n</html>\n");
}
