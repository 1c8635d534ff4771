/* See pdf_links.h. */
#include "pdf_links.h"

#include "link.h"

#include <string.h>

static double width_of(Letters *letters, const TextMark *mark, size_t size) {
    Text part = {0};
    text_add_part(&part, mark->text, size);
    double width = letters_measure(letters, &mark->font, part.bytes).width;
    text_free(&part);
    return width;
}

/* PDF counts from the lower left corner, in points. */
static void add_box(Text *text, const PageInfo *info, Point from, Point to) {
    double scale = info->points_per_unit;
    const double edges[] = {from.x * scale, (info->height - to.y) * scale, to.x * scale,
                            (info->height - from.y) * scale};
    text_add(text, "/Rect[");
    for (int i = 0; i < 4; i++) {
        text_add_number(text, edges[i], 2);
        text_add_char(text, ' ');
    }
    text_add_char(text, ']');
}

/* An address within brackets, whose own are escaped. */
static void add_address(Text *text, const char *address, size_t size) {
    text_add(text, "/A<</S/URI/URI(");
    for (size_t i = 0; i < size; i++) {
        if (address[i] == '(' || address[i] == ')' || address[i] == '\\') text_add_char(text, '\\');
        text_add_char(text, address[i]);
    }
    text_add(text, ")>>");
}

/* ISO 32000-1, 14.7.4.3 and 14.8.4.4.2: the annotation knows its key, the element refers to the annotation.
 */
static void write_element(PdfFile *file, const PdfLink *link, const char *address, PdfLinkPlace place) {
    pdf_open(file, link->element);
    text_add_format(&file->bytes, "<</Type/StructElem/S/Link/P %zu 0 R/Pg %zu 0 R/Alt", place.parent,
                    place.page);
    pdf_add_string(&file->bytes, address);
    text_add_format(&file->bytes, "/K<</Type/OBJR/Obj %zu 0 R/Pg %zu 0 R>>>>", link->annotation, place.page);
    pdf_close(file);
}

static void write_annotation(PdfFile *file, size_t number, size_t key, const PageInfo *info,
                             const Point corners[2], const char *address) {
    Text *text = &file->bytes;
    pdf_open(file, number);
    text_add_format(text, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent %zu", key);
    add_box(text, info, corners[0], corners[1]);
    text_add(text, "/Contents");
    pdf_add_string(text, address);
    add_address(text, address, strlen(address));
    text_add(text, ">>");
    pdf_close(file);
}

/* The corners of an address on the page; false where a text has none. */
static bool find_address(const TextMark *mark, Letters *letters, Point corners[2], Text *address) {
    size_t start, size;
    if (!(mark->font.size > 0) || !link_find(mark->text, &start, &size)) return false;
    Point origin = text_left_end(mark);
    TextSize line = letters_measure(letters, &mark->font, mark->text);
    corners[0] = (Point){origin.x + (start ? width_of(letters, mark, start) : 0), origin.y - line.ascent};
    corners[1] = (Point){origin.x + width_of(letters, mark, start + size), origin.y + line.descent};
    text_add_part(address, mark->text + start, size);
    return true;
}

void pdf_links_write(PdfFile *file, const Scene *scene, Letters *letters, PdfLinkPlace place,
                     PdfLinks *links) {
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        Point corners[2];
        Text address = {0};
        if (mark->kind != MARK_TEXT || !find_address(&mark->text, letters, corners, &address)) continue;
        PdfLink link = {pdf_reserve(file), pdf_reserve(file)};
        array_push(links, link);
        write_annotation(file, link.annotation, links->count, scene_info(scene), corners, address.bytes);
        write_element(file, &link, address.bytes, place);
        text_free(&address);
    }
}
