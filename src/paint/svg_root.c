/* See svg_root.h. */
#include "svg_root.h"

#include "provenance.h"
#include "svg_text.h"
#include "xml.h"

#include <math.h>

/* A page in CSS pixels has them as its size; any other is for paper, and has millimetres. */
static void add_size(Text *text, const PageInfo *info) {
    bool screen = fabs(info->points_per_unit - 0.75) < 1e-9;
    double each = screen ? 1 : info->points_per_unit * 25.4 / 72;
    if (info->responsive) {
        text_add(text, " width=\"100%\" viewBox=\"0 0 ");
    } else {
        text_add(text, " width=\"");
        text_add_number(text, info->width * each, 3);
        text_add(text, screen ? "\" height=\"" : "mm\" height=\"");
        text_add_number(text, info->height * each, 3);
        text_add(text, screen ? "\" viewBox=\"0 0 " : "mm\" viewBox=\"0 0 ");
    }
    text_add_number(text, info->width, 3);
    text_add_char(text, ' ');
    text_add_number(text, info->height, 3);
    text_add_char(text, '"');
}

static void add_element(Text *text, const char *name, const char *string) {
    if (!string[0]) return;
    text_add_format(text, "<%s>", name);
    xml_add(text, string);
    text_add_format(text, "</%s>\n", name);
}

static void add_described(Text *text, const char *name, const char *prefix, const char *id,
                          const char *string) {
    if (!string[0]) return;
    text_add_format(text, "<%s id=\"%s%s\">", name, prefix, id);
    xml_add(text, string);
    text_add_format(text, "</%s>\n", name);
}

/* As the Dublin Core in RDF, which SVG's specification shows; the rest under a name of our own. */
static void add_metadata(Text *text, const PageInfo *info) {
    text_add(text, "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " PROVENANCE_NAMESPACE
                   "><rdf:Description rdf:about=\"\">\n");
    add_element(text, "dc:title", info->title);
    add_element(text, "dc:description", info->description);
    add_element(text, "dc:language", info->language);
    add_element(text, "dc:source", info->credits);
    add_element(text, "dc:rights", info->licence);
    add_element(text, "dc:format", "image/svg+xml");
    provenance_add_properties(text, info);
    text_add(text, "</rdf:Description></rdf:RDF></metadata>\n");
}

/* A picture is one thing to a screen reader; with links inside it is a group of them. */
static void add_role(Text *text, const PageInfo *info, const SvgUse *use) {
    bool title = info->title[0] != 0, description = info->description[0] != 0;
    text_add(text, use->link ? " role=\"group\"" : " role=\"img\"");
    if (title) text_add_format(text, " aria-labelledby=\"%s_title\"", info->id_prefix);
    if (description)
        text_add_format(text, " aria-%s=\"%s_description\"", title ? "describedby" : "labelledby",
                        info->id_prefix);
}

void svg_add_root(Text *text, const PageInfo *info, const SvgUse *use) {
    if (!use->fragment) text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text_add(text, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                   "version=\"1.1\"");
    add_size(text, info);
    if (info->language[0]) {
        xml_add_attribute(text, "xml:lang", info->language);
        xml_add_attribute(text, "lang", info->language);
    }
    add_role(text, info, use);
    if (use->fragment)
        text_add(text, " direction=\"ltr\""); /* or a page in Arabic would turn every anchor round */
    text_add(text, " font-family=\"Noto Sans" SVG_FALLBACKS
                   ", sans-serif\" fill-rule=\"evenodd\" clip-rule=\"evenodd\""
                   " stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
    add_described(text, "title", info->id_prefix, "_title", info->title);
    add_described(text, "desc", info->id_prefix, "_description", info->description);
    add_metadata(text, info);
}
