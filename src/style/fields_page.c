/* See fields.h: the sheet, its grid, and the text around the map. */
#include "field_rows.h"

const Field page_fields[] = {
    NUMBER(PageStyle, "width", width, 1, 30000, "in units"),
    NUMBER(PageStyle, "height", height, 1, 30000, "in units"),
    CHOICE(PageStyle, "unit", unit, "px mm in pt", "of width and height"),
    NUMBER(PageStyle, "dpi", dpi, 10, 2400, "dots an inch of the PNG of a page that is not in px"),
    NUMBER(PageStyle, "margin", margin, 0, 0.4, "share of the width"),
    NUMBER(PageStyle, "type", type, 0, 1000,
           "size of a country's label, the unit of all type and distances; 0 lets the page's shape decide"),
    NUMBER(PageStyle, "lines", lines, 0.05, 50, "factor on all lines, hatches and symbols"),
    COLOUR(PageStyle, "colour", colour, "of the paper"),
    STRING(PageStyle, "language", language,
           "of names and texts, such as fr; empty for that of the article, where it has texts, else English"),
    BOOL(PageStyle, "caption", caption,
         "title, legend and source; without them the map alone fills the page"),
    END,
};

#define WIDTH_OF_LABELS "the page's width as a multiple of a country's label, "
const Field letter_fields[] = {
    NUMBER(LetterStyle, "wide", wide, 10, 1000, WIDTH_OF_LABELS "where it is wider than high"),
    NUMBER(LetterStyle, "tall", tall, 10, 1000, WIDTH_OF_LABELS "where it is not"),
    NUMBER(LetterStyle, "print_wide", print_wide, 10, 1000, WIDTH_OF_LABELS "on paper wider than high"),
    NUMBER(LetterStyle, "print_tall", print_tall, 10, 1000, WIDTH_OF_LABELS "on other paper"),
    NUMBER(LetterStyle, "least", least, 1, 1000, "pixels that a country's label has at least"),
    NUMBER(LetterStyle, "print_least", print_least, 1, 1000, "points that it has at least on paper"),
    NUMBER(LetterStyle, "display", display, 0.1, 40,
           "size of headlines and of the legend's numbers at least, multiple of a country's label"),
    NUMBER(LetterStyle, "roomy", roomy, 1, 1000,
           "pages less wide, as a multiple of a country's label, have smaller gaps"),
    NUMBER(LetterStyle, "tightest", tightest, 0.1, 1, "the least factor on gaps"),
    END,
};

static const Field wide_fields[] = {
    NUMBER(LayoutStyle, "map", wide.map, 0.2, 0.9,
           "right edge of text and map beside insets, share of the width"),
    NUMBER(LayoutStyle, "insets", wide.insets, 0.2, 0.9, "left edge of the insets, share of the width"),
    NUMBER(LayoutStyle, "top", wide.top, 0, 0.4, "of insets and of a region's map, share of the height"),
    NUMBER(LayoutStyle, "bottom", wide.bottom, 0.5, 1, "of the same, share of the height"),
    NUMBER(LayoutStyle, "gutter", wide.gutter, 0, 0.2, "between insets, share of the height"),
    END,
};

static const Field tall_fields[] = {
    NUMBER(LayoutStyle, "margin", tall.margin, 0, 0.4, "at least, share of the width"),
    NUMBER(LayoutStyle, "gutter", tall.gutter, 0, 0.2, "between insets, share of the width"),
    NUMBER(LayoutStyle, "gap", tall.gap, 0, 20, "from the map to the insets, multiple of a country's label"),
    NUMBER(LayoutStyle, "least", tall.least, 0.05, 0.8, "height of the insets at least, share of the page's"),
    NUMBER(LayoutStyle, "most", tall.most, 0.05, 0.8, "the same at most"),
    NUMBER(LayoutStyle, "map", tall.map, 0.1, 0.9, "height of the map at least, share of what text leaves"),
    NUMBER(LayoutStyle, "column", tall.column, 1, 1000,
           "a page less wide, as a multiple of a country's label, has insets under one another"),
    END,
};

static const Field region_fields[] = {
    NUMBER(LayoutStyle, "text", region.text, 0.1, 0.8, "width of the text, share of the page's"),
    NUMBER(LayoutStyle, "map", region.map, 0.1, 0.8, "left edge of the map, share of the width"),
    NUMBER(LayoutStyle, "globe", region.globe, 0, 0.8, "side of the globe at most, share of the height"),
    NUMBER(LayoutStyle, "least_globe", region.least_globe, 0, 100,
           "a smaller one is left out, multiple of a country's label"),
    END,
};

static const Field thumbnail_fields[] = {
    NUMBER(LayoutStyle, "below", thumbnail.below, 0, 5000, "pages less wide, in pixels, are thumbnails"),
    NUMBER(LayoutStyle, "margin", thumbnail.margin, 0, 0.4, "share of the width"),
    NUMBER(LayoutStyle, "title", thumbnail.title, 0.01, 0.3, "size of the headline, share of the width"),
    END,
};

const Field layout_fields[] = {
    {.key = "wide",
     .kind = FIELD_GROUP,
     .offset = 0,
     .fields = wide_fields,
     .about = "pages wider than high"},
    {.key = "tall", .kind = FIELD_GROUP, .offset = 0, .fields = tall_fields, .about = "other pages"},
    {.key = "region",
     .kind = FIELD_GROUP,
     .offset = 0,
     .fields = region_fields,
     .about = "a region's map on a page wider than high"},
    {.key = "thumbnail",
     .kind = FIELD_GROUP,
     .offset = 0,
     .fields = thumbnail_fields,
     .about = "small pages"},
    NUMBER(LayoutStyle, "foot", foot, 0.5, 1, "where the source line stands, share of the height"),
    NUMBER(LayoutStyle, "tall_foot", tall_foot, 0.5, 1, "the same on pages that are narrow"),
    NUMBER(LayoutStyle, "above_legend", above_legend, 0, 20, "from the rule, multiple of a country's label"),
    NUMBER(LayoutStyle, "above_map", above_map, 0, 20, "on wide pages, multiple of a country's label"),
    END,
};

const Field caption_fields[] = {
    NUMBER(CaptionStyle, "title_share", title_share, 0.01, 0.5,
           "the headline's size at most, share of the width"),
    NUMBER(CaptionStyle, "smallest_title", smallest_title, 0.2, 1,
           "how small it may get before it is cut, share of its size"),
    NUMBER(CaptionStyle, "title_to_rule", title_to_rule, 0, 20, "multiple of a country's label"),
    NUMBER(CaptionStyle, "subtitle_to_rule", subtitle_to_rule, 0, 20, "multiple of a country's label"),
    END,
};

static const Field type_fields[] = {
    STRING(TypeStyle, "family", font.family, "Noto Sans or Noto Serif, or what styles/fonts.jsonc adds"),
    NUMBER(TypeStyle, "size", font.size, 0.1, 40, "multiple of a country's label (page.type)"),
    CHOICE(TypeStyle, "weight", font.weight, "regular bold", "of the letters"),
    BOOL(TypeStyle, "italic", font.italic, "slanted"),
    NUMBER(TypeStyle, "tracking", font.tracking, -0.2, 2, "space between letters, in ems"),
    NUMBER(TypeStyle, "leading", leading, 0.5, 4, "from line to line, as a multiple of the size"),
    COLOUR(TypeStyle, "colour", colour, "of the letters"),
    END,
};

#define TYPE(name, member, says) GROUP(Style, name, text.member, type_fields, says)
const Field text_fields[] = {
    TYPE("title", title, "the headline"),
    TYPE("subtitle", subtitle, "the sentence under it"),
    TYPE("legend_number", legend_number, "the figures of the legend"),
    TYPE("legend", legend, "the lines of the legend"),
    TYPE("country", country, "names of countries that have a part"),
    TYPE("count", count, "numbers in pills"),
    TYPE("city", city, "the host city"),
    TYPE("inset_title", inset_title, "titles of insets"),
    TYPE("neighbour", neighbour, "names of countries without a part"),
    TYPE("sea", sea, "names of seas"),
    TYPE("scale", scale, "the figure on the scale bar"),
    TYPE("roster_title", roster_title, "headings of the list of names under the map"),
    TYPE("roster", roster, "the names in it"),
    TYPE("source", source, "the source line"),
    END,
};

const Field legend_fields[] = {
    BOOL(LegendStyle, "shown", shown, "whether there is one"),
    CHOICE(
        LegendStyle, "place", place, "top bottom left right",
        "above the map, under the headline; below the map; or in a column beside it, on wide pages and "
        "where it takes less than a third of the room (on the left where insets are on the right; "
        "mirrored in languages that are read leftward). Beside a region's map it stays under the headline"),
    NUMBER(LegendStyle, "swatch", swatch, 0.5, 20, "side of a swatch, multiple of a country's label"),
    NUMBER(LegendStyle, "swatch_gap", swatch_gap, 0, 20, "behind a swatch, multiple of a country's label"),
    NUMBER(LegendStyle, "number_gap", number_gap, 0, 20, "behind a number"),
    NUMBER(LegendStyle, "least_gap", least_gap, 0, 20, "between entries at least"),
    NUMBER(LegendStyle, "most_gap", most_gap, 0, 100, "between entries at most"),
    NUMBER(LegendStyle, "row", row, 0.5, 20, "height of a row"),
    NUMBER(LegendStyle, "row_gap", row_gap, 0, 20, "between rows"),
    NUMBER(LegendStyle, "sign", sign, 0.1, 5, "radius of the sign for strikes"),
    NUMBER(LegendStyle, "sign_gap", sign_gap, 0, 20, "from the middle of a sign to its text"),
    NUMBER(LegendStyle, "short_swatch", short_swatch, 0.1, 20, "side of a thumbnail's swatch"),
    NUMBER(LegendStyle, "short_row", short_row, 0.5, 20, "height of a thumbnail's row"),
    NUMBER(LegendStyle, "number_share", number_share, 0.01, 0.5,
           "size of a number at most, share of the width"),
    END,
};

const Field roster_fields[] = {
    BOOL(RosterStyle, "shown", shown, "whether there is one"),
    NUMBER(RosterStyle, "column", column, 1, 100, "a column's least width, multiple of a country's label"),
    NUMBER(RosterStyle, "gap", gap, 0, 20, "between columns"),
    NUMBER(RosterStyle, "above", above, 0, 20, "between the line above it and the headings"),
    NUMBER(RosterStyle, "most", most, 0, 1,
           "share of the page's height that it may take; else it is left out, with a note"),
    END,
};
