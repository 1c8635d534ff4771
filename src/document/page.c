/*
 * See embed.h. A page of HTML with the map as SVG, the legend, the sentences everything rests on, and the
 * table. No script: countries are links to their sentences, and the style sheet brings a country's sentence
 * forward while it is pointed at or focused (where it cannot, the link and the tooltip remain).
 */
#include "embed.h"
#include "table.h"

#include "../ink/ink.h"
#include "../paint/svg.h"
#include "../paint/xml.h"

#include <stdlib.h>
#include <string.h>

static const char sheet[] =
    ":root{color-scheme:light "
    "dark;--ground:#fff;--ink:#16202a;--soft:#3c4650;--line:#d5d9dc;--card:#f4f6f8}\n"
    "@media (prefers-color-scheme:dark){:root{--ground:#12181f;--ink:#e8ecef;--soft:#b3bcc4;--line:#37424c;"
    "--card:#1d2630}}\n"
    "body{margin:0 auto;max-width:80rem;padding:1rem;background:var(--ground);color:var(--ink);"
    "font:1rem/1.5 'Noto Sans',system-ui,sans-serif}\n"
    "figure{margin:0}svg{display:block;width:100%;height:auto;border-radius:.25rem}\n"
    "svg a{cursor:pointer;outline:none}svg a:focus-visible path,svg a:hover path{stroke:#f5a300;"
    "stroke-width:2.5px;stroke-opacity:1}\n"
    "figcaption,.sub{color:var(--soft)}h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.15rem}\n"
    ".legend{list-style:none;padding:0;display:grid;gap:.6rem}.legend li{display:grid;"
    "grid-template-columns:1.6rem 1fr;gap:.6rem}\n"
    ".swatch{width:1.5rem;height:1.5rem;border:1px solid var(--line)}.members{color:var(--soft)}\n"
    ".evidence{list-style:none;padding:0}.evidence li{border-top:1px solid var(--line);padding:.6rem 0}"
    ".evidence blockquote{margin:.2rem 0 0;color:var(--soft)}\n"
    ".evidence li:target{background:var(--card);box-shadow:inset .25rem 0 #f5a300;padding-left:.8rem}\n"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;"
    "border-bottom:1px solid var(--line)}details{overflow-x:auto;margin:1rem 0}\n";

static void add_element(Text *text, const char *name, const char *string) {
    if (!string || !*string) return;
    text_add_format(text, "<%s>", name);
    xml_add(text, string);
    text_add_format(text, "</%.*s>\n", (int)strcspn(name, " "), name);
}

static void add_code(Text *text, const char *code) {
    for (; *code; code++) text_add_char(text, *code >= 'A' && *code <= 'Z' ? (char)(*code | 0x20) : *code);
}

/* While a country is pointed at or focused, its sentence stands at the foot of the window. */
static void add_bring_forward(Text *text, const DescribedTable *table) {
    for (size_t i = 0; i < table->count; i++) {
        text_add_format(text, "%sbody:has(svg a[data-country=\"%s\"]:is(:hover,:focus)) #evidence-",
                        i ? ",\n" : "", table->rows[i].code);
        add_code(text, table->rows[i].code);
    }
    text_add(text,
             "{position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);width:min(44rem,90vw);"
             "box-sizing:border-box;padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);"
             "border-radius:.4rem;box-shadow:0 .3rem 1.2rem #0006;z-index:1}\n");
}

static void add_head(Text *text, const Snippet *snippet) {
    text_add(text, "<!DOCTYPE html>\n<html lang=\"");
    xml_add(text, snippet->info->language);
    text_add(text, strncmp(snippet->info->language, "ar", 2) ? "\">\n" : "\" dir=\"rtl\">\n");
    text_add(text, "<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'; font-src data:; img-src data:\">\n"
                   "<meta name=\"generator\" content=\"dateline " DATELINE_VERSION "\">\n");
    text_add(text, "<meta name=\"description\" content=\"");
    xml_add(text, snippet->info->description);
    text_add(text, "\">\n");
    add_element(text, "title", snippet->info->title[0] ? snippet->info->title : "dateline");
    text_add_format(text, "<style>\n%s", sheet);
    add_bring_forward(text, &snippet->telling->table);
    text_add(text, "</style>\n</head>\n");
}

static void add_swatch(Text *text, const Fill *fill) {
    char colour[8], stripe[8];
    const Hatch *hatch = &fill->hatch;
    text_add(text, "<span class=\"swatch\" aria-hidden=\"true\" style=\"background:");
    if (fill->hatched)
        text_add_format(text, "repeating-linear-gradient(135deg,%s 0 3px,#fff 3px 7px)",
                        colour_print(hatch->colour, stripe));
    else
        text_add(text, colour_print(fill->colour, colour));
    text_add(text, "\"></span>");
}

static void add_class(Text *text, const Story *story, const StoryClass *which) {
    text_add(text, "<li>");
    add_swatch(text, &which->look->fill);
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
        xml_add(text, cast->name);
        separator = ", ";
    }
    text_add(text, "</span></span></li>\n");
}

static void add_evidence(Text *text, const DescribedRow *row) {
    text_add(text, "<li id=\"evidence-");
    add_code(text, row->code);
    text_add(text, "\"><strong>");
    xml_add(text, row->name);
    text_add(text, "</strong>");
    if (row->part[0]) {
        text_add(text, ": ");
        xml_add(text, row->part);
    }
    text_add_char(text, '\n');
    add_element(text, "blockquote", row->evidence);
    text_add(text, "</li>\n");
}

static void add_words(Text *text, const Snippet *snippet) {
    const Telling *telling = snippet->telling;
    const StyleWords *words = &telling->page.style->words;
    text_add(text, "<ul class=\"legend\">\n");
    for (size_t i = 0; i < telling->story->class_count; i++)
        add_class(text, telling->story, &telling->story->classes[i]);
    text_add(text, "</ul>\n");
    add_element(text, "h2", words->table_evidence);
    text_add(text, "<ul class=\"evidence\">\n");
    for (size_t i = 0; i < telling->table.count; i++) add_evidence(text, &telling->table.rows[i]);
    text_add(text, "</ul>\n<details>");
    add_element(text, "summary", words->table_title);
    table_add(text, telling, table_format_find("html"));
    text_add(text, "</details>\n");
}

void embed_page(Text *text, const Snippet *snippet) {
    add_head(text, snippet);
    text_add(text, "<body>\n<main>\n");
    add_element(text, "h1", snippet->info->title);
    add_element(text, "p class=\"sub\"", snippet->telling->story->subtitle);
    text_add(text, "<figure>\n");
    svg_add_page(text, snippet->scene, &(SvgUse){.fragment = true, .link = "#evidence-"}, NULL);
    add_element(text, "figcaption", snippet->info->description);
    text_add(text, "</figure>\n");
    add_words(text, snippet);
    add_element(text, "footer", snippet->info->credits);
    text_add(text, "</main>\n</body>\n</html>\n");
}
