/* See fields.h: pens and fills, which all others share, the looks of roles, and the whole style. */
#include "field_rows.h"

const Field pen_fields[] = {
    COLOUR(Pen, "colour", colour, "of the line"),
    NUMBER(Pen, "width", width, 0, 200, "in pixels of a page 1600 wide; 0 for no line"),
    VALUE(Pen, "dash", dash, FIELD_DASH, "lengths of dash and gap; [0, 0] for a solid line"),
    END,
};

static const Field hatch_fields[] = {
    NUMBER(Hatch, "angle", angle, -180, 180, "degrees; 45 rises to the right"),
    NUMBER(Hatch, "pitch", pitch, 0.5, 500, "from the middle of a stripe to the next"),
    NUMBER(Hatch, "stripe", stripe, 0, 500, "width of a stripe"),
    NUMBER(Hatch, "casing", casing, 0, 500, "width of the band on each side of a stripe; 0 for none"),
    COLOUR(Hatch, "colour", colour, "of the stripes"),
    COLOUR(Hatch, "casing_colour", casing_colour, "of the bands"),
    END,
};

const Field fill_fields[] = {
    COLOUR(Fill, "colour", colour, "of the area"),
    {.key = "hatch",
     .kind = FIELD_HATCH,
     .offset = 0,
     .fields = hatch_fields,
     .about = "stripes over the colour; null for none"},
    END,
};

const Field role_fields[] = {
    FILL(RoleLook, "fill", fill, "of the countries"),
    GROUP(RoleLook, "outline", outline, pen_fields, "around an overlay and its swatch"),
    COLOUR(RoleLook, "label", label, "of the country's name on the fill"),
    BOOL(RoleLook, "overlay", overlay, "drawn over the look that the country's other roles give it"),
    STRING(RoleLook, "legend", legend,
           "its line of the legend, a bar splits two lines; left out or empty to let the facts say it"),
    END,
};

const Field style_fields[] = {
    STRING(Style, "$schema", name, "the schema that editors complete by: style.schema.json"),
    /* both are read by the loader before all else */
    STRING(Style, "extends", name,
           "the style under this one: a name, or a file beside this one; the default style if left out"),
    STRING(Style, "description", description, "one line for dateline style list"),
    {.key = "colours",
     .kind = FIELD_COLOURS,
     .about = "names for colours; a style over this one may give them other values"},
    GROUP(Style, "page", page, page_fields, "the sheet"),
    GROUP(Style, "letters", letters, letter_fields,
          "size of a country's label by the page's shape, where page.type is 0"),
    GROUP(Style, "layout", layout, layout_fields, "the grid of the page"),
    GROUP(Style, "caption", caption, caption_fields, "headline, sentence and rule"),
    {.key = "text", .kind = FIELD_GROUP, .offset = 0, .fields = text_fields, .about = "the kinds of text"},
    GROUP(Style, "map", map, map_fields,
          "what the map shows and how it is framed; options of the command line come first"),
    {.key = "layers",
     .kind = FIELD_LAYERS,
     .offset = offsetof(Style, layers),
     .choices = LAYER_NAMES,
     .about = "what is drawn, from the ground upward; what is left out is off"},
    FILL(Style, "sea", sea, "of the world's outline and of framed maps"),
    FILL(Style, "inset_sea", inset_sea, "of framed maps where sea has no colour"),
    FILL(Style, "land", land, "countries without a part"),
    FILL(Style, "lakes", lakes, "of the main map"),
    FILL(Style, "globe_land", globe_land, "of the small globe beside a region"),
    GROUP(Style, "borders", borders, pen_fields, "between countries"),
    GROUP(Style, "disputed", disputed, pen_fields, "disputed borders"),
    GROUP(Style, "coast", coast, pen_fields, "around every country"),
    GROUP(Style, "sphere", sphere, pen_fields, "the outline of the world"),
    GROUP(Style, "rule", rule, pen_fields, "under the headline"),
    GROUP(Style, "frame", frame, pen_fields, "around insets and regions"),
    {.key = "graticule",
     .kind = FIELD_GROUP,
     .offset = 0,
     .fields = graticule_fields,
     .about = "meridians and parallels"},
    {.key = "roles",
     .kind = FIELD_ROLES,
     .about = "looks by role, of any name; the one that names most of a country's roles is taken"},
    VALUE(
        Style, "role_colours", role_colours, FIELD_RAMP,
        "of roles that have no look here, in the order of the facts; those that cannot be told apart become "
        "stripes"),
    GROUP(Style, "values", values, value_fields, "shading by number, where no country has a part"),
    GROUP(Style, "scale_bar", scale_bar, scale_bar_fields, "how long a round number of kilometres is"),
    GROUP(Style, "insets", insets, inset_fields, "when an inset is made"),
    GROUP(Style, "globe", globe, globe_fields, "the small globe beside a region, but for its land"),
    GROUP(Style, "labels", labels, label_fields,
          "what a place of a name costs; the cheapest names that fit together are drawn"),
    GROUP(Style, "small", small, small_fields, "countries too small to see"),
    GROUP(Style, "pill", pill, pill_fields, "the number of strikes beside a target"),
    GROUP(Style, "host", host, host_fields, "the sign of the host city"),
    GROUP(Style, "halo", halo, halo_fields, "what sets letters off from the map"),
    GROUP(Style, "leader", leader, leader_fields, "lines from names outside to their countries"),
    GROUP(Style, "legend", legend, legend_fields, "what the looks mean"),
    GROUP(Style, "texts", texts, words_fields,
          "the page's words; {braces} hold what the story fills in, a bar splits two lines"),
    GROUP(Style, "words", words, beside_fields,
          "words about the map that stand beside it: alternative text and data table"),
    END,
};
