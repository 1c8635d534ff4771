/* See pdf_links.h. */
#include "pdf_links.h"

#include "link.h"
#include "pdf_file.h"

#include <stdlib.h>

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

static void add_link(Text *text, const PageInfo *info, const TextMark *mark, Letters *letters) {
    size_t start, size;
    if (!link_find(mark->text, &start, &size)) return;
    Point origin = text_left_end(mark);
    TextSize line = letters_measure(letters, &mark->font, mark->text);
    Point from = {origin.x + (start ? width_of(letters, mark, start) : 0), origin.y - line.ascent};
    Point to = {origin.x + width_of(letters, mark, start + size), origin.y + line.descent};
    Text address = {0};
    text_add_part(&address, mark->text + start, size);
    text_add(text, text->size && text->bytes[text->size - 1] == '>' ? "" : "/Annots[");
    text_add(text, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
    add_box(text, info, from, to);
    text_add(text, "/Contents");
    pdf_add_string(text, address.bytes);
    add_address(text, address.bytes, size);
    text_add(text, ">>");
    text_free(&address);
}

void pdf_add_links(Text *text, const Scene *scene, Letters *letters) {
    Text links = {0};
    for (size_t i = 0; i < scene_mark_count(scene); i++) {
        const Mark *mark = scene_mark(scene, i);
        if (mark->kind == MARK_TEXT && mark->text.font.size > 0)
            add_link(&links, scene_info(scene), &mark->text, letters);
    }
    if (links.size) text_add_format(text, "%s]", links.bytes);
    text_free(&links);
}
