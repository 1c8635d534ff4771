/*
 * See paint.h. A page of vectors with real text, tagged as one figure with its alternative text, by a writer
 * of our own: cairo 1.16 drops the alternative text and takes ten times as long. The date is
 * SOURCE_DATE_EPOCH or the epoch itself, never the clock.
 */
#include "paint.h"
#include "pdf_links.h"
#include "pdf_page.h"
#include "provenance.h"
#include "xml.h"

#include <stdlib.h>
#include <time.h>

typedef struct Numbers {
    size_t catalog, pages, page, content, info, metadata, tree, document, figure;
    PdfLinks links;
} Numbers;

/* As the specification of SOURCE_DATE_EPOCH asks: seconds since 1970, in UTC. */
static void find_date(struct tm *parts) {
    const char *given = getenv("SOURCE_DATE_EPOCH"), *end;
    double seconds = 0;
    if (!given || !number_parse(given, &end, &seconds) || *end || seconds < 0 || seconds > 253402300799.0)
        seconds = 0;
    time_t moment = (time_t)seconds;
    gmtime_r(&moment, parts);
}

/* 14,400 points is the largest page that readers of PDF accept. */
static bool fits(const PageInfo *info, dateline_error *error) {
    double width = info->width * info->points_per_unit, height = info->height * info->points_per_unit;
    if (width >= 1 && height >= 1 && width <= 14400 && height <= 14400) return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "a page of %.0f x %.0f points; a PDF page has 1 to 14400 points (5.08 m) a side", width,
                     height);
}

static void add_entry(Text *text, const char *key, const char *string) {
    if (!string[0]) return;
    text_add_format(text, "/%s", key);
    pdf_add_string(text, string);
}

static void write_catalog(PdfFile *file, const Numbers *numbers, const PageInfo *info) {
    Text *text = &file->bytes;
    pdf_open(file, numbers->catalog);
    text_add_format(text, "<</Type/Catalog/Pages %zu 0 R/Metadata %zu 0 R", numbers->pages,
                    numbers->metadata);
    text_add_format(text, "/StructTreeRoot %zu 0 R/MarkInfo<</Marked true>>", numbers->tree);
    add_entry(text, "Lang", info->language);
    text_add(text, "/ViewerPreferences<</DisplayDocTitle true>>>>");
    pdf_close(file);
    pdf_open(file, numbers->pages);
    text_add_format(text, "<</Type/Pages/Count 1/Kids[%zu 0 R]>>", numbers->page);
    pdf_close(file);
}

static void add_box(Text *text, const PageInfo *info) {
    text_add(text, "[0 0 ");
    text_add_number(text, info->width * info->points_per_unit, 3);
    text_add_char(text, ' ');
    text_add_number(text, info->height * info->points_per_unit, 3);
    text_add_char(text, ']');
}

static void add_alphas(Text *text, const PdfPage *page) {
    text_add(text, "/ExtGState<<");
    for (int alpha = 0; alpha < 256; alpha++) {
        if (!page->alphas[alpha]) continue;
        text_add_format(text, "/A%d<</ca ", alpha);
        text_add_number(text, alpha / 255.0, 3);
        text_add(text, "/CA ");
        text_add_number(text, alpha / 255.0, 3);
        text_add(text, ">>");
    }
    text_add(text, ">>");
}

static void add_annotations(Text *text, const PdfLinks *links) {
    if (links->count == 0) return;
    text_add(text, "/Annots[");
    for (size_t i = 0; i < links->count; i++) text_add_format(text, "%zu 0 R ", links->items[i].annotation);
    text_add_char(text, ']');
}

static void write_page(PdfFile *file, const Numbers *numbers, const Scene *scene, const PdfPage *page) {
    const PageInfo *info = scene_info(scene);
    Text fonts = {0}, *text = &file->bytes;
    text_add(&fonts, "");
    pdf_fonts_write(&page->fonts, page->letters, file, &fonts);
    pdf_open(file, numbers->page);
    text_add_format(text, "<</Type/Page/Parent %zu 0 R/Contents %zu 0 R/MediaBox", numbers->pages,
                    numbers->content);
    add_box(text, info);
    add_annotations(text, &numbers->links);
    text_add_format(text, "/StructParents 0/Tabs/S/Resources<</Font<<%s>>", fonts.bytes);
    add_alphas(text, page);
    text_add(text, ">>>>");
    pdf_close(file);
    pdf_stream(file, numbers->content, "", page->content.bytes, page->content.size);
    text_free(&fonts);
}

static void write_root(PdfFile *file, const Numbers *numbers) {
    Text *text = &file->bytes;
    const PdfLinks *links = &numbers->links;
    pdf_open(file, numbers->tree);
    text_add_format(text, "<</Type/StructTreeRoot/K[%zu 0 R]/ParentTreeNextKey %zu", numbers->document,
                    links->count + 1);
    text_add_format(text, "/ParentTree<</Nums[0[%zu 0 R]", numbers->figure);
    for (size_t i = 0; i < links->count; i++)
        text_add_format(text, "%zu %zu 0 R ", i + 1, links->items[i].element);
    text_add(text, "]>>>>");
    pdf_close(file);
}

/* A document of one figure, which is all of the page's content (MCID 0), and the links in it. */
static void write_tree(PdfFile *file, const Numbers *numbers, const PageInfo *info) {
    Text *text = &file->bytes;
    write_root(file, numbers);
    pdf_open(file, numbers->document);
    text_add_format(text, "<</Type/StructElem/S/Document/P %zu 0 R/K[%zu 0 R", numbers->tree,
                    numbers->figure);
    for (size_t i = 0; i < numbers->links.count; i++)
        text_add_format(text, " %zu 0 R", numbers->links.items[i].element);
    text_add(text, "]>>");
    pdf_close(file);
    pdf_open(file, numbers->figure);
    text_add_format(text, "<</Type/StructElem/S/Figure/P %zu 0 R/Pg %zu 0 R/K 0", numbers->document,
                    numbers->page);
    add_entry(text, "T", info->title);
    add_entry(text, "Alt", info->description[0] ? info->description : info->title);
    text_add(text, "/A<</O/Layout/Placement/Block/BBox");
    add_box(text, info);
    text_add(text, ">>>>");
    pdf_close(file);
}

static void write_info(PdfFile *file, size_t number, const PageInfo *info, const struct tm *date) {
    char moment[32];
    strftime(moment, sizeof moment, "(D:%Y%m%d%H%M%SZ)", date);
    pdf_open(file, number);
    text_add(&file->bytes, "<<");
    add_entry(&file->bytes, "Title", info->title);
    add_entry(&file->bytes, "Subject", info->description);
    add_entry(&file->bytes, "Author", "dateline");
    add_entry(&file->bytes, "Keywords", info->credits);
    Text provenance = {0};
    provenance_add_line(&provenance, info);
    add_entry(&file->bytes, "Provenance", provenance.bytes);
    text_free(&provenance);
    add_entry(&file->bytes, "Creator", "dateline " DATELINE_VERSION);
    add_entry(&file->bytes, "Producer", "dateline " DATELINE_VERSION);
    text_add_format(&file->bytes, "/CreationDate%s>>", moment);
    pdf_close(file);
}

static void add_property(Text *text, const char *opening, const char *value, const char *closing) {
    if (!value[0]) return;
    text_add(text, opening);
    xml_add(text, value);
    text_add(text, closing);
}

static void write_metadata(PdfFile *file, size_t number, const PageInfo *info, const struct tm *date) {
    Text text = {0};
    char moment[32];
    strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%SZ", date);
    text_add(&text, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" " PROVENANCE_NAMESPACE ">\n");
    add_property(&text, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(&text, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->description,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(&text, "<dc:source>", info->credits, "</dc:source>\n");
    add_property(&text, "<dc:creator><rdf:Seq><rdf:li>", "dateline", "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(&text, "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->licence,
                 "</rdf:li></rdf:Alt></dc:rights>\n");
    add_property(&text, "<dc:language><rdf:Bag><rdf:li>", info->language,
                 "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(&text, "<xmp:CreateDate>", moment, "</xmp:CreateDate>\n");
    add_property(&text, "<xmp:CreatorTool>", "dateline " DATELINE_VERSION, "</xmp:CreatorTool>\n");
    provenance_add_properties(&text, info);
    text_add(&text, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    pdf_plain_stream(file, number, "/Type/Metadata/Subtype/XML", text.bytes);
    text_free(&text);
}

/* PDF counts from the lower left corner, upward. */
static void paint_content(PdfPage *page, const Scene *scene) {
    const PageInfo *info = scene_info(scene);
    Text *text = &page->content;
    text_add(text, "/Figure<</MCID 0>>BDC\nq ");
    text_add_number(text, info->points_per_unit, 6);
    text_add(text, " 0 0 -");
    text_add_number(text, info->points_per_unit, 6);
    text_add(text, " 0 ");
    text_add_number(text, info->height * info->points_per_unit, 3);
    text_add(text, " cm\n");
    pdf_page_paint(page, scene);
    text_add(text, "Q\nEMC\n");
}

static void write_file(PdfFile *file, const Scene *scene, const PdfPage *page) {
    const PageInfo *info = scene_info(scene);
    struct tm date;
    find_date(&date);
    pdf_begin(file);
    Numbers numbers = {0};
    numbers.catalog = pdf_reserve(file);
    numbers.pages = pdf_reserve(file);
    numbers.page = pdf_reserve(file);
    numbers.content = pdf_reserve(file);
    numbers.info = pdf_reserve(file);
    numbers.metadata = pdf_reserve(file);
    numbers.tree = pdf_reserve(file);
    numbers.document = pdf_reserve(file);
    numbers.figure = pdf_reserve(file);
    pdf_links_write(file, scene, page->letters, (PdfLinkPlace){numbers.page, numbers.document},
                    &numbers.links);
    write_catalog(file, &numbers, info);
    write_page(file, &numbers, scene, page);
    write_tree(file, &numbers, info);
    write_info(file, numbers.info, info, &date);
    write_metadata(file, numbers.metadata, info, &date);
    pdf_end(file, numbers.catalog, numbers.info);
    array_free(&numbers.links);
}

bool paint_pdf(const Scene *scene, Sink sink, dateline_error *error) {
    if (!fits(scene_info(scene), error)) return false;
    PdfPage page = {.letters = fonts_take(scene_fonts(scene), scene_info(scene)->language, error)};
    if (!page.letters) return false;
    PdfFile file = {0};
    paint_content(&page, scene);
    write_file(&file, scene, &page);
    bool written = sink_write(sink, file.bytes.bytes, file.bytes.size, error);
    pdf_free(&file);
    pdf_page_free(&page);
    fonts_give(scene_fonts(scene), page.letters);
    return written;
}
