/* See fields.h. */
#include "fields.h"

#include "style.h"

#define END                                                                                                  \
    { .key = NULL }
#define NUMBER(Type, name, member, low, high)                                                                \
    { .key = name, .kind = FIELD_NUMBER, .offset = offsetof(Type, member), .least = (low), .most = (high) }
#define VALUE(Type, name, member, which)                                                                     \
    { .key = name, .kind = which, .offset = offsetof(Type, member) }
#define COLOUR(Type, name, member) VALUE(Type, name, member, FIELD_COLOUR)
#define STRING(Type, name, member) VALUE(Type, name, member, FIELD_STRING)
#define BOOL(Type, name, member)   VALUE(Type, name, member, FIELD_BOOL)
#define CHOICE(Type, name, member, words)                                                                    \
    { .key = name, .kind = FIELD_CHOICE, .offset = offsetof(Type, member), .choices = words }
#define GROUP(Type, name, member, table)                                                                     \
    { .key = name, .kind = FIELD_GROUP, .offset = offsetof(Type, member), .fields = table }

static const Field pen_fields[] = {
    COLOUR(Pen, "colour", colour),
    NUMBER(Pen, "width", width, 0, 200),
    VALUE(Pen, "dash", dash, FIELD_DASH),
    END,
};

static const Field hatch_fields[] = {
    NUMBER(Hatch, "angle", angle, -180, 180),
    NUMBER(Hatch, "pitch", pitch, 0.5, 500),
    NUMBER(Hatch, "stripe", stripe, 0, 500),
    NUMBER(Hatch, "casing", casing, 0, 500),
    COLOUR(Hatch, "colour", colour),
    COLOUR(Hatch, "casing_colour", casing_colour),
    END,
};

static const Field fill_fields[] = {
    COLOUR(Fill, "colour", colour),
    {.key = "hatch", .kind = FIELD_FILL, .offset = 0, .fields = hatch_fields},
    END,
};

const Field role_fields[] = {
    {.key = "fill", .kind = FIELD_GROUP, .offset = offsetof(RoleLook, fill), .fields = fill_fields},
    GROUP(RoleLook, "outline", outline, pen_fields),
    COLOUR(RoleLook, "label", label),
    BOOL(RoleLook, "overlay", overlay),
    END,
};

static const Field page_fields[] = {
    NUMBER(PageStyle, "width", width, 1, 30000),
    NUMBER(PageStyle, "height", height, 1, 30000),
    CHOICE(PageStyle, "unit", unit, "px mm in pt"),
    NUMBER(PageStyle, "dpi", dpi, 10, 2400),
    NUMBER(PageStyle, "margin", margin, 0, 0.4),
    NUMBER(PageStyle, "type", type, 0, 1000),
    NUMBER(PageStyle, "lines", lines, 0.05, 50),
    COLOUR(PageStyle, "colour", colour),
    BOOL(PageStyle, "caption", caption),
    END,
};

static const Field type_fields[] = {
    STRING(TypeStyle, "family", font.family),
    NUMBER(TypeStyle, "size", font.size, 0.1, 40),
    CHOICE(TypeStyle, "weight", font.weight, "regular bold"),
    BOOL(TypeStyle, "italic", font.italic),
    NUMBER(TypeStyle, "tracking", font.tracking, -0.2, 2),
    NUMBER(TypeStyle, "leading", leading, 0.5, 4),
    COLOUR(TypeStyle, "colour", colour),
    END,
};

#define TYPE(name, member) GROUP(Style, name, text.member, type_fields)
static const Field text_fields[] = {
    TYPE("title", title),   TYPE("subtitle", subtitle),       TYPE("legend_number", legend_number),
    TYPE("legend", legend), TYPE("country", country),         TYPE("count", count),
    TYPE("city", city),     TYPE("inset_title", inset_title), TYPE("neighbour", neighbour),
    TYPE("sea", sea),       TYPE("source", source),           END,
};

static const Field map_fields[] = {
    STRING(MapStyle, "projection", projection),
    STRING(MapStyle, "center", center),
    STRING(MapStyle, "frame", frame),
    BOOL(MapStyle, "antarctica", antarctica),
    BOOL(MapStyle, "overseas", overseas),
    BOOL(MapStyle, "labels", labels),
    BOOL(MapStyle, "host", host),
    BOOL(MapStyle, "pills", pills),
    BOOL(MapStyle, "insets", insets),
    NUMBER(MapStyle, "lines", lines, 0.05, 20),
    NUMBER(MapStyle, "smallest_island", smallest_island, 0, 10000),
    NUMBER(MapStyle, "smallest_lake", smallest_lake, 0, 1e6),
    NUMBER(MapStyle, "simplify", simplify, 0, 100),
    END,
};

static const Field value_fields[] = {
    COLOUR(ValueStyle, "low", low),
    COLOUR(ValueStyle, "high", high),
    NUMBER(ValueStyle, "classes", classes, 1, 9),
    CHOICE(ValueStyle, "method", method, "quantile equal"),
    END,
};

static const Field small_fields[] = {
    NUMBER(SmallStyle, "area", area, 0, 10000),
    NUMBER(SmallStyle, "radius", radius, 0.5, 200),
    GROUP(SmallStyle, "ring", ring, pen_fields),
    END,
};

static const Field pill_fields[] = {
    GROUP(PillStyle, "fill", fill, fill_fields),
    GROUP(PillStyle, "edge", edge, pen_fields),
    COLOUR(PillStyle, "star", star),
    NUMBER(PillStyle, "height", height, 1, 5),
    END,
};

static const Field host_fields[] = {
    COLOUR(HostStyle, "colour", colour),
    COLOUR(HostStyle, "inside", inside),
    NUMBER(HostStyle, "radius", radius, 0.5, 200),
    END,
};

static const Field halo_fields[] = {
    COLOUR(HaloStyle, "colour", colour),
    NUMBER(HaloStyle, "width", width, 0, 50),
    NUMBER(HaloStyle, "on_hatch", on_hatch, 0, 50),
    END,
};

static const Field leader_fields[] = {
    GROUP(LeaderStyle, "pen", pen, pen_fields),      GROUP(LeaderStyle, "casing", casing, pen_fields),
    NUMBER(LeaderStyle, "gap", gap, 0, 100),         NUMBER(LeaderStyle, "dot", dot, 0, 100),
    NUMBER(LeaderStyle, "longest", longest, 0, 100), END,
};

static const Field legend_fields[] = {
    BOOL(LegendStyle, "shown", shown),
    NUMBER(LegendStyle, "swatch", swatch, 0.5, 20),
    END,
};

static const Field graticule_fields[] = {
    COLOUR(Style, "colour", graticule.pen.colour),
    NUMBER(Style, "width", graticule.pen.width, 0, 50),
    NUMBER(Style, "step", graticule.step, 0, 90),
    END,
};

#define WORDS(name) STRING(StyleTexts, #name, name)
static const Field words_fields[] = {
    WORDS(participant_striker),
    WORDS(participant_beside_strikers),
    WORDS(participant),
    WORDS(striker),
    WORDS(declined),
    WORDS(mentioned),
    WORDS(target),
    WORDS(target_many),
    WORDS(host_city),
    WORDS(host_label),
    WORDS(strikes),
    WORDS(strikes_since),
    WORDS(subtitle_strikes),
    WORDS(subtitle_alone),
    WORDS(subtitle_count),
    WORDS(subtitle_of_stated),
    WORDS(source),
    WORDS(source_default),
    WORDS(overseas),
    WORDS(says_participant),
    WORDS(says_striker),
    WORDS(says_target),
    WORDS(says_target_count),
    WORDS(says_host),
    WORDS(says_declined),
    WORDS(says_mentioned),
    WORDS(and),
    WORDS(article),
    WORDS(article_codes),
    WORDS(numbers),
    WORDS(more_than),
    WORDS(at_most),
    WORDS(nearly),
    WORDS(about),
    WORDS(regions),
    WORDS(short_target),
    WORDS(short_striker),
    WORDS(short_participant),
    WORDS(mentioned_once),
    WORDS(mentioned_times),
    WORDS(mentioned_range),
    WORDS(value_range),
    WORDS(in_all),
    END,
};

#define BESIDE(name) STRING(StyleWords, #name, name)
static const Field beside_fields[] = {
    BESIDE(alt),         BESIDE(alt_plain),     BESIDE(alt_mentions_few), BESIDE(alt_participants),
    BESIDE(alt_few),     BESIDE(alt_strikers),  BESIDE(alt_values),       BESIDE(alt_mentions),
    BESIDE(alt_of_them), BESIDE(alt_countries), BESIDE(alt_strikes),      BESIDE(alt_strikes_one),
    BESIDE(alt_host),    BESIDE(alt_declined),  BESIDE(alt_highest),      BESIDE(alt_shaded),
    BESIDE(and_more),    BESIDE(table_title),   BESIDE(table_country),    BESIDE(table_code),
    BESIDE(table_part),  BESIDE(table_number),  BESIDE(table_evidence),   END,
};

const Field style_fields[] = {
    STRING(Style, "extends", name), /* read by the loader before all else */
    STRING(Style, "description", description),
    {.key = "colours", .kind = FIELD_COLOURS},
    GROUP(Style, "page", page, page_fields),
    {.key = "text", .kind = FIELD_GROUP, .offset = 0, .fields = text_fields},
    GROUP(Style, "map", map, map_fields),
    GROUP(Style, "sea", sea, fill_fields),
    GROUP(Style, "inset_sea", inset_sea, fill_fields),
    GROUP(Style, "land", land, fill_fields),
    GROUP(Style, "lakes", lakes, fill_fields),
    GROUP(Style, "globe_land", globe_land, fill_fields),
    GROUP(Style, "borders", borders, pen_fields),
    GROUP(Style, "disputed", disputed, pen_fields),
    GROUP(Style, "coast", coast, pen_fields),
    GROUP(Style, "sphere", sphere, pen_fields),
    GROUP(Style, "rule", rule, pen_fields),
    GROUP(Style, "frame", frame, pen_fields),
    {.key = "graticule", .kind = FIELD_GROUP, .offset = 0, .fields = graticule_fields},
    {.key = "roles", .kind = FIELD_ROLES},
    GROUP(Style, "values", values, value_fields),
    GROUP(Style, "small", small, small_fields),
    GROUP(Style, "pill", pill, pill_fields),
    GROUP(Style, "host", host, host_fields),
    GROUP(Style, "halo", halo, halo_fields),
    GROUP(Style, "leader", leader, leader_fields),
    GROUP(Style, "legend", legend, legend_fields),
    GROUP(Style, "texts", texts, words_fields),
    GROUP(Style, "words", words, beside_fields),
    END,
};
