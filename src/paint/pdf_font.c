/*
 * See pdf_font.h. A font is a composite one whose codes are glyph numbers of two bytes ("Identity-H"), which
 * needs no encoding; HarfBuzz makes the subset and keeps the numbers.
 */
#include "pdf_font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

static size_t font_of(PdfFonts *fonts, size_t face) {
    for (size_t i = 0; i < fonts->fonts.count; i++)
        if (fonts->fonts.items[i].face == face) return i;
    array_push(&fonts->fonts, (PdfFont){.face = face});
    return fonts->fonts.count - 1;
}

/* The place of the first glyph that is not before index. */
static size_t place_of(const PdfFont *font, uint32_t index) {
    size_t low = 0, high = font->glyphs.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (font->glyphs.items[middle].index < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t pdf_font_use(PdfFonts *fonts, const Glyph *glyph, double size) {
    size_t number = font_of(fonts, glyph->face);
    PdfFont *font = &fonts->fonts.items[number];
    size_t place = place_of(font, glyph->index), count = font->glyphs.count;
    if (place == count || font->glyphs.items[place].index != glyph->index) {
        array_push(&font->glyphs, (PdfGlyph){0});
        PdfGlyph *items = font->glyphs.items;
        memmove(items + place + 1, items + place, (count - place) * sizeof *items);
        items[place] = (PdfGlyph){.index = glyph->index, .width = glyph->advance / size * 1000};
    }
    PdfGlyph *used = &font->glyphs.items[place];
    if (!used->text && glyph->text) used->text = memory_text(glyph->text, glyph->text_size);
    return number;
}

bool pdf_font_tells(const PdfFonts *fonts, const Glyph *glyph) {
    for (size_t i = 0; glyph->text && i < fonts->fonts.count; i++) {
        const PdfFont *font = &fonts->fonts.items[i];
        if (font->face != glyph->face) continue;
        const char *text = font->glyphs.items[place_of(font, glyph->index)].text;
        return text && strlen(text) == glyph->text_size && !memcmp(text, glyph->text, glyph->text_size);
    }
    return false;
}

void pdf_fonts_free(PdfFonts *fonts) {
    for (size_t i = 0; i < fonts->fonts.count; i++) {
        PdfFont *font = &fonts->fonts.items[i];
        for (size_t j = 0; j < font->glyphs.count; j++) free(font->glyphs.items[j].text);
        array_free(&font->glyphs);
    }
    array_free(&fonts->fonts);
}

/* Only outlines and widths: what shapes, names and hints letters has been used already, or is not used at
 * all. */
static void keep_outlines(hb_subset_input_t *input) {
    static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "BASE", "name", "post",
                                   "OS/2", "cmap", "DSIG", "STAT", "gasp", "hdmx"};
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        hb_set_add(dropped, HB_TAG(tags[i][0], tags[i][1], tags[i][2], tags[i][3]));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
}

/* The subset; should HarfBuzz find that it cannot make one, the whole face. The caller destroys it. */
static hb_blob_t *subset_of(const PdfFont *font, hb_face_t *face) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return hb_face_reference_blob(face);
    keep_outlines(input);
    for (size_t i = 0; i < font->glyphs.count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), font->glyphs.items[i].index);
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_blob_t *blob = hb_face_reference_blob(subset ? subset : face);
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return blob;
}

/* "ABCDEF+NotoSans-Bold": a subset's name begins with six letters that tell it from others. */
static void add_name(Text *text, const PdfFont *font, hb_face_t *face) {
    char name[128] = "Font";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < font->glyphs.count; i++) hash = (hash ^ font->glyphs.items[i].index) * 16777619u;
    for (int i = 0; i < 6; i++, hash /= 26) text_add_char(text, (char)('A' + hash % 26));
    text_add_char(text, '+');
    for (const char *letter = name; *letter; letter++)
        if (*letter > ' ' && *letter < 127 && !strchr("()<>[]{}/%#", *letter)) text_add_char(text, *letter);
}

static void add_widths(Text *text, const PdfFont *font) {
    text_add(text, "/DW 0/W[");
    for (size_t i = 0; i < font->glyphs.count; i++) {
        text_add_format(text, "%u[", font->glyphs.items[i].index);
        text_add_number(text, font->glyphs.items[i].width, 2);
        text_add_char(text, ']');
    }
    text_add_char(text, ']');
}

static void add_unicode(Text *text, const PdfFont *font) {
    text_add(text, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Unicode "
                   "def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t i = 0; i < font->glyphs.count; i++) {
        const PdfGlyph *glyph = &font->glyphs.items[i];
        if (!glyph->text || !glyph->text[0]) continue;
        Text string = {0};
        pdf_add_string(&string, glyph->text);
        text_add_format(text, "1 beginbfchar\n<%04X> <%s\nendbfchar\n", glyph->index,
                        string.bytes + 5); /* without its mark */
        text_free(&string);
    }
    text_add(text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static int metric_of(hb_font_t *font, hb_ot_metrics_tag_t tag) {
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &position);
    return position;
}

static void add_descriptor(Text *text, hb_face_t *face, const char *name, size_t file,
                           bool outlines_are_cubic) {
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    int ascent = metric_of(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    int descent = metric_of(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    text_add_format(text, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 %d 3000 %d]", name,
                    descent, ascent);
    text_add_format(text, "/ItalicAngle %d/Ascent %d/Descent %d", strstr(name, "Italic") ? -12 : 0, ascent,
                    descent);
    text_add_format(text, "/CapHeight %d/StemV %d/%s %zu 0 R>>",
                    metric_of(font, HB_OT_METRICS_TAG_CAP_HEIGHT), strstr(name, "Bold") ? 140 : 80,
                    outlines_are_cubic ? "FontFile3" : "FontFile2", file);
    hb_font_destroy(font);
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

static void write_file(const PdfFont *font, hb_face_t *face, bool cubic, PdfFile *file, size_t number) {
    hb_blob_t *blob = subset_of(font, face);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    Text entries = {0};
    if (cubic)
        text_add(&entries, "/Subtype/OpenType");
    else
        text_add_format(&entries, "/Length1 %u", size);
    pdf_stream(file, number, entries.bytes, bytes, size);
    text_free(&entries);
    hb_blob_destroy(blob);
}

static size_t write_font(const PdfFont *font, hb_face_t *face, PdfFile *file) {
    size_t number = pdf_reserve(file), descendant = pdf_reserve(file), descriptor = pdf_reserve(file);
    size_t embedded = pdf_reserve(file), unicode = pdf_reserve(file);
    bool cubic = has_table(face, HB_TAG('C', 'F', 'F', ' '));
    Text name = {0}, map = {0}, *text = &file->bytes;
    add_name(&name, font, face);
    pdf_open(file, number);
    text_add_format(text, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H", name.bytes);
    text_add_format(text, "/DescendantFonts[%zu 0 R]/ToUnicode %zu 0 R>>", descendant, unicode);
    pdf_close(file);
    pdf_open(file, descendant);
    text_add_format(text, "<</Type/Font/Subtype/%s/BaseFont/%s", cubic ? "CIDFontType0" : "CIDFontType2",
                    name.bytes);
    text_add_format(
        text, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %zu 0 R",
        descriptor);
    if (!cubic) text_add(text, "/CIDToGIDMap/Identity");
    add_widths(text, font);
    text_add(text, ">>");
    pdf_close(file);
    pdf_open(file, descriptor);
    add_descriptor(text, face, name.bytes, embedded, cubic);
    pdf_close(file);
    write_file(font, face, cubic, file, embedded);
    add_unicode(&map, font);
    pdf_stream(file, unicode, "", map.bytes, map.size);
    text_free(&name);
    text_free(&map);
    return number;
}

void pdf_fonts_write(const PdfFonts *fonts, const Letters *letters, PdfFile *file, Text *resources) {
    for (size_t i = 0; i < fonts->fonts.count; i++) {
        const PdfFont *font = &fonts->fonts.items[i];
        text_add_format(resources, "/F%zu %zu 0 R", i,
                        write_font(font, letters_face(letters, font->face), file));
    }
}
