/*
 * How everything looks, as typed values: JSON files that extend one another, every default filled. Knows no
 * drawing and no geometry.
 *
 * Lengths of lines and symbols are in CSS pixels of a 1600 pixel page and are multiplied by page.lines; sizes
 * of type are multiples of s, the size of a country's label (page.type; 0 lets the page's shape decide).
 * Style files are described in styles/README.md.
 */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "../base/memory.h"
#include "../facts.h"
#include "../ink/fonts.h"
#include "../ink/ink.h"

typedef struct dateline_style Style;

typedef enum PageUnit { UNIT_PX, UNIT_MM, UNIT_IN, UNIT_PT } PageUnit;

typedef struct PageStyle {
    double width, height;
    int unit;      /* PageUnit, of width and height */
    double dpi;    /* of the PNG of a page that is not in px */
    double margin; /* fraction of the width */
    double
        type; /* s in page units; 0: width/100 on landscape, width/47 on portrait and square, 9 pt on print */
    double lines; /* factor on lines and symbols */
    Colour colour;
    const char *language; /* of the page; "" for that of the article */
    bool caption;         /* title, legend and source; without them the map alone fills the page */
} PageStyle;

/* How large s is where the style does not say it: the page's width divided by these. */
typedef struct LetterStyle {
    double wide, tall, print_wide, print_tall;
    double least, print_least; /* page units */
    double display;            /* least size of headlines and large numbers, multiple of s */
    double roomy, tightest;    /* pages less wide, as a multiple of s, have smaller gaps; the least factor */
} LetterStyle;

/* The grid, in shares of the page's width and height; distances in multiples of s. */
typedef struct LayoutStyle {
    struct {
        double map, insets, top, bottom, gutter;
    } wide;
    struct {
        double margin, gutter, gap, least, most, map, column;
    } tall;
    struct {
        double text, map, globe, least_globe;
    } region;
    struct {
        double below, margin, title;
    } thumbnail;
    double foot, tall_foot;
    double above_legend, above_map;
} LayoutStyle;

typedef struct CaptionStyle {
    double title_share, smallest_title; /* of the width; of the size */
    double title_to_rule, subtitle_to_rule;
} CaptionStyle;

/* font.size is a multiple of s; leading a multiple of the size. */
typedef struct TypeStyle {
    Font font;
    Colour colour;
    double leading;
} TypeStyle;

typedef struct MapStyle {
    const char *projection, *center, *frame;
    bool antarctica; /* shown on world maps although the story does not need it */
    bool overseas;   /* parts on another continent are shaded too */
    bool labels, seas, host, pills, insets, capitals;
    double lines;           /* factor on lines and hatches of a world map */
    double smallest_island; /* square page units; smaller ones of countries without a part are left out */
    double smallest_lake;
    double simplify;    /* page units: detail finer than this is left out */
    double region;      /* degrees from the middle of a story to its edge; wider ones get the world */
    double margin;      /* share of a region's map on each side of the story */
    double region_type; /* factor on names where a region has the page */
    double meridian;    /* degrees east; the middle of a world map */
    double polar;       /* degrees north; a story of countries with land beyond gets a map of the pole */
} MapStyle;

/* The look of a role or a combination of roles, such as participant+striker. */
typedef struct RoleLook {
    const char *key;
    unsigned roles;
    Fill fill;
    Pen outline;
    Colour label;       /* of the country's name on the fill */
    bool overlay;       /* drawn over the look of the other roles */
    const char *legend; /* its line of the legend; NULL or empty to let the facts and the language say it */
} RoleLook;

typedef ARRAY(RoleLook) RoleLooks;

/* Shading by number: classes between two colours. */
typedef enum ClassMethod { METHOD_QUANTILE, METHOD_EQUAL } ClassMethod;

enum { MOST_CLASSES = 9 };

/* Colours from the lowest class to the highest; count 0 for none. */
typedef struct ColourRamp {
    Colour colours[MOST_CLASSES];
    int count;
} ColourRamp;

/* Where each class but the first begins, rising; count 0 for none. */
typedef struct NumberBreaks {
    double items[MOST_CLASSES - 1];
    int count;
} NumberBreaks;

typedef struct ValueStyle {
    Colour low, high;
    ColourRamp palette;  /* instead of low and high */
    double classes;      /* at most */
    int method;          /* ClassMethod */
    NumberBreaks breaks; /* instead of classes and method */
    Fill no_data;        /* of countries without a number */
} ValueStyle;

/* What a map is drawn of; a layer's number is its place among these words. */
#define LAYER_NAMES "sea graticule seams land cast lakes borders struck disputed small"
enum { MOST_LAYERS = 10 };

typedef struct LayerOrder {
    int items[MOST_LAYERS]; /* from the ground upward */
    int count;
} LayerOrder;

/* On which framed maps; in which unit. */
typedef enum ScaleBarPlace { SCALE_BAR_NONE, SCALE_BAR_REGION, SCALE_BAR_ALL } ScaleBarPlace;
typedef enum ScaleUnit { SCALE_KILOMETRES, SCALE_MILES } ScaleUnit;

typedef struct ScaleBarStyle {
    int where, unit; /* ScaleBarPlace, ScaleUnit */
    Pen pen;
    double longest; /* share of the map's width */
    double tick;    /* multiple of s */
} ScaleBarStyle;

typedef struct InsetStyle {
    double most, crowd, gain;
    double margin; /* share of the inset on each side */
    double corner; /* from the frame to titles and scale bars, multiple of s */
    Pen locator, casing, line;
} InsetStyle;

/* The globe beside a region. */
typedef struct GlobeStyle {
    Pen lines, rim, region, casing;
    double step;                /* degrees from line to line; 0 for none */
    double aside, from_equator; /* degrees that it looks past the region, west and toward the equator */
} GlobeStyle;

/* The forms a sign may have; a form's number is its place among these words. */
#define SIGN_NAMES "circle square diamond triangle star ring"
typedef enum SignShape {
    SIGN_CIRCLE,
    SIGN_SQUARE,
    SIGN_DIAMOND,
    SIGN_TRIANGLE,
    SIGN_STAR,
    SIGN_RING
} SignShape;

typedef struct SmallStyle {
    double area;                        /* square page units; a country that covers less gets a sign */
    int shape;                          /* SignShape */
    double radius, in_inset, in_region; /* on the main map; factors elsewhere */
    Pen ring;
} SmallStyle;

/* Lengths are multiples of the type's size unless they are shares. */
typedef struct PillStyle {
    Fill fill;
    Pen edge;
    Colour star;   /* of the sign for strikes outside the pill, and of leaders to pills */
    int sign;      /* SignShape */
    double points; /* of a star */
    double notch;  /* share of a star's radius where it is narrowest */
    double height, padding, gap, size;
    double corner;          /* share of half the height */
    double growth, largest; /* factor on the sign for each power of ten beyond tens; the most of it */
} PillStyle;

typedef struct HostStyle {
    int shape; /* SignShape */
    Colour colour, inside;
    double radius;
    double edge, hole, dot; /* shares of the radius */
} HostStyle;

/*
 * What a place of a name costs, by what is wrong with it; the cheapest set that fits together is drawn, and a
 * name whose every place costs more than leaving it out is left out.
 */
typedef struct LabelStyle {
    double struck, host, place, part, neighbour, sea;
    double two_lines, smaller, tight, beside, city_inside, land, edge, ambiguous, pill_beside;
    double leader, steep, crossing, locator, on_fill, pill_leader, pill_away;
    double pitch; /* of names under one another, multiple of s */
    double room;  /* the least area of a neighbour that is named, in squares of s */
} LabelStyle;

typedef struct HaloStyle {
    Colour colour;
    double width, on_hatch;
} HaloStyle;

typedef struct LeaderStyle {
    Pen pen, casing;
    double gap, dot, edge;
    double longest, inward, pill_inward; /* multiples of s */
} LeaderStyle;

/* Curves from who strikes to what is struck. */
typedef struct ConnectorStyle {
    bool shown;
    Pen pen, casing;
    double bend; /* height of the arc, share of its length */
    double head; /* length of the arrow's head */
} ConnectorStyle;

typedef enum LegendPlace { LEGEND_TOP, LEGEND_BOTTOM, LEGEND_LEFT, LEGEND_RIGHT } LegendPlace;

typedef struct LegendStyle {
    bool shown;
    int place;                                                        /* LegendPlace */
    double swatch;                                                    /* side, multiple of s */
    double swatch_gap, number_gap, least_gap, most_gap, row, row_gap; /* multiples of s */
    double sign, sign_gap, short_swatch, short_row;                   /* the same */
    double number_share;                                              /* of the width */
} LegendStyle;

typedef struct RosterStyle {
    bool shown;
    double column, gap, above; /* multiples of s */
    double most;               /* of the page's height */
} RosterStyle;

/* The fixed texts, NULL where the style leaves them to the language (see tongue.h). {braces} hold what the
 * story fills in; a bar splits the two lines of the legend. */
typedef struct StyleTexts {
    const char *participant_striker, *participant_beside_strikers, *participant, *striker, *declined,
        *mentioned, *target, *target_many, *host_city, *host_label, *strikes, *strikes_since,
        *subtitle_strikes, *subtitle_alone, *subtitle_count, *subtitle_of_stated, *source, *source_default,
        *borders, *overseas, *says_participant, *says_striker, *says_target, *says_target_count, *says_host,
        *says_declined, *says_mentioned, *and, *comma, *semicolon, *colon, *stop, *sentence, *article,
        *article_codes, *numbers, *thousands, *decimal, *more_than, *at_most, *nearly, *about, *bounds_more,
        *bounds_less, *bounds_nearly, *bounds_about, *amounts, *regions, *short_target, *short_striker,
        *short_participant, *short_participant_beside_strikers, *kilometres, *miles, *mentioned_once,
        *mentioned_times, *mentioned_range, *value_range, *no_data, *in_all, *subtitle_striker, *connectors,
        *places;
} StyleTexts;

/* The same for the words about the map that stand beside it: alternative text and data table. */
typedef struct StyleWords {
    const char *alt, *alt_plain, *alt_mentions_few, *alt_participants, *alt_few, *alt_strikers, *alt_values,
        *alt_mentions, *alt_of_them, *alt_countries, *alt_strikes, *alt_strikes_one, *alt_host, *alt_declined,
        *alt_highest, *alt_role, *alt_shaded, *alt_comma, *alt_and, *and_more, *class_countries, *table_title,
        *table_country, *table_code, *table_part, *table_number, *table_evidence;
} StyleWords;

struct dateline_style {
    Arena *arena;
    Fonts *fonts; /* opened, for whoever sets type in it; NULL where none are kept */
    const char *name;
    const char *description;
    char sha256[65]; /* of the bytes of its files, the style's own first */
    PageStyle page;
    LetterStyle letters;
    LayoutStyle layout;
    CaptionStyle caption;
    struct {
        TypeStyle title, subtitle, legend_number, legend, country, count, city, inset_title, neighbour, sea,
            scale, roster_title, roster, source;
    } text;
    MapStyle map;
    LayerOrder layers;
    Fill sea, land, lakes, globe_land;
    Fill inset_sea; /* of framed maps, which have sea even where the page has none */
    Pen borders, disputed, coast, sphere, rule, frame;
    struct {
        Pen pen;
        double step; /* degrees; 0 for none */
    } graticule;
    OwnRoles own_roles; /* that looks are given for, beside the six */
    RoleLooks roles;
    ColourRamp role_colours; /* of roles without a look */
    ValueStyle values;
    ScaleBarStyle scale_bar;
    InsetStyle insets;
    GlobeStyle globe;
    LabelStyle labels;
    SmallStyle small;
    PillStyle pill;
    HostStyle host;
    HaloStyle halo;
    LeaderStyle leader;
    ConnectorStyle connectors;
    LegendStyle legend;
    RosterStyle roster;
    StyleTexts texts;
    StyleWords words;
};

/* The kinds of text in their order. */
enum { STYLE_TYPES = 14 };
const TypeStyle *style_type(const Style *style, size_t index);

#endif
