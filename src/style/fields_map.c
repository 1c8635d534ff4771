/* See fields.h: the map, its signs and its names. */
#include "field_rows.h"

const Field map_fields[] = {
    STRING(MapStyle, "projection", projection, "auto, a built-in projection, or a PROJ string"),
    STRING(MapStyle, "center", center, "LON[,LAT[,ROLL]] in degrees; empty to let the story decide"),
    STRING(MapStyle, "frame", frame, "auto, world, roles, targets, codes or degrees"),
    BOOL(MapStyle, "antarctica", antarctica, "shown on world maps although the story does not need it"),
    BOOL(MapStyle, "overseas", overseas, "parts on another continent are shaded too"),
    BOOL(MapStyle, "labels", labels, "names on the map"),
    BOOL(MapStyle, "seas", seas, "names of seas on maps with a frame, where there is room"),
    BOOL(MapStyle, "host", host, "the host city is marked"),
    BOOL(MapStyle, "capitals", capitals,
         "capitals that the article names are marked on maps of a region and in insets, where there is room"),
    BOOL(MapStyle, "pills", pills, "numbers of strikes stand beside their targets"),
    BOOL(MapStyle, "insets", insets, "larger maps of where the story crowds"),
    NUMBER(MapStyle, "lines", lines, 0.05, 20, "factor on lines and hatches of a world map"),
    NUMBER(MapStyle, "smallest_island", smallest_island, 0, 10000,
           "square page units; smaller ones of countries without a part are left out"),
    NUMBER(MapStyle, "smallest_lake", smallest_lake, 0, 1e6, "square page units; smaller ones are left out"),
    NUMBER(MapStyle, "simplify", simplify, 0, 100, "page units; finer detail of coasts is left out"),
    NUMBER(MapStyle, "region", region, 0, 90,
           "degrees from the middle of a story to its edge; a wider one gets the world"),
    NUMBER(MapStyle, "margin", margin, 0, 0.45, "share of a region's map on each side of the story"),
    NUMBER(MapStyle, "region_type", region_type, 1, 4, "factor on names where a region has the page"),
    NUMBER(MapStyle, "meridian", meridian, -180, 180,
           "degrees east; the middle of a world map, unless the story lies on the other side"),
    NUMBER(
        MapStyle, "polar", polar, 0, 90,
        "degrees north; where four of five countries, and four at least, have land beyond, the map looks at "
        "the pole; 90 for never"),
    END,
};

const Field value_fields[] = {
    COLOUR(ValueStyle, "low", low, "of the lowest class"),
    COLOUR(ValueStyle, "high", high, "of the highest class; those between are mixed"),
    VALUE(ValueStyle, "palette", palette, FIELD_RAMP,
          "instead of low and high: a palette such as \"brewer.blues-5\", a list of colours, or null"),
    NUMBER(ValueStyle, "classes", classes, 1, 9, "at most so many"),
    CHOICE(ValueStyle, "method", method, "quantile equal",
           "as many countries, or as wide a range, in each class"),
    VALUE(ValueStyle, "breaks", breaks, FIELD_BREAKS,
          "instead of classes and method: where each class but the first begins, rising"),
    FILL(ValueStyle, "no_data", no_data, "of countries that a table names without a number"),
    END,
};

/* Without the ring, which is no solid form. */
#define SOLID_NAMES "circle square diamond triangle star"

const Field small_fields[] = {
    NUMBER(SmallStyle, "area", area, 0, 10000, "square page units; a country that covers less gets a sign"),
    CHOICE(SmallStyle, "shape", shape, SOLID_NAMES, "of the sign"),
    NUMBER(SmallStyle, "radius", radius, 0.5, 200, "of the sign on the main map"),
    NUMBER(SmallStyle, "in_inset", in_inset, 0.2, 10, "factor on radius in an inset"),
    NUMBER(SmallStyle, "in_region", in_region, 0.2, 10, "factor on radius where a region has the page"),
    GROUP(SmallStyle, "ring", ring, pen_fields, "around the sign"),
    END,
};

const Field pill_fields[] = {
    FILL(PillStyle, "fill", fill, "of the pill"),
    GROUP(PillStyle, "edge", edge, pen_fields, "around it"),
    COLOUR(PillStyle, "star", star, "of the sign for strikes outside the pill, and of leaders to pills"),
    CHOICE(PillStyle, "sign", sign, SOLID_NAMES, "for strikes, in the pill and in the legend"),
    NUMBER(PillStyle, "points", points, 3, 24, "of a star; a whole number"),
    NUMBER(PillStyle, "notch", notch, 0.1, 1, "where a star is narrowest, share of its radius"),
    NUMBER(PillStyle, "height", height, 1, 5, "multiple of the type's size"),
    NUMBER(PillStyle, "padding", padding, 0, 5, "at both ends, multiple of the type's size"),
    NUMBER(PillStyle, "gap", gap, 0, 5, "from the sign to the number, multiple of the type's size"),
    NUMBER(PillStyle, "size", size, 0.1, 2, "radius of the sign, multiple of the type's size"),
    NUMBER(PillStyle, "corner", corner, 0, 1, "0 for a box, 1 for round ends"),
    NUMBER(PillStyle, "growth", growth, 1, 3,
           "factor on its sign for hundreds of strikes, again for thousands, and so on; 1 for one size"),
    NUMBER(PillStyle, "largest", largest, 1, 5, "the most that it grows"),
    END,
};

const Field host_fields[] = {
    CHOICE(HostStyle, "shape", shape, SIGN_NAMES, "of the sign; a ring has a dot in it"),
    COLOUR(HostStyle, "colour", colour, "of the sign"),
    COLOUR(HostStyle, "inside", inside, "between ring and dot, and around the sign"),
    NUMBER(HostStyle, "radius", radius, 0.5, 200, "of the sign"),
    NUMBER(HostStyle, "edge", edge, 0, 2, "of the band around it, share of the radius"),
    NUMBER(HostStyle, "hole", hole, 0, 1, "of a ring, share of the radius"),
    NUMBER(HostStyle, "dot", dot, 0, 1, "in a ring, share of the radius"),
    END,
};

const Field halo_fields[] = {
    COLOUR(HaloStyle, "colour", colour, "behind letters on the map"),
    NUMBER(HaloStyle, "width", width, 0, 50, "on each side"),
    NUMBER(HaloStyle, "on_hatch", on_hatch, 0, 50, "on each side over a hatch, where it is opaque"),
    END,
};

const Field leader_fields[] = {
    GROUP(LeaderStyle, "pen", pen, pen_fields, "from a name to what it names"),
    GROUP(LeaderStyle, "casing", casing, pen_fields, "the band under it"),
    NUMBER(LeaderStyle, "gap", gap, 0, 100, "to the text"),
    NUMBER(LeaderStyle, "dot", dot, 0, 100, "radius of the dot at its end"),
    NUMBER(LeaderStyle, "edge", edge, 0, 50, "width of the casing around the dot"),
    NUMBER(LeaderStyle, "longest", longest, 0, 100, "multiple of a country's label"),
    NUMBER(LeaderStyle, "inward", inward, 0, 10, "from the coast to the dot, multiple of a country's label"),
    NUMBER(LeaderStyle, "pill_inward", pill_inward, 0, 10, "the same of the line to a pill"),
    END,
};

const Field connector_fields[] = {
    BOOL(ConnectorStyle, "shown", shown, "whether there are any"),
    GROUP(ConnectorStyle, "pen", pen, pen_fields, "of the curve"),
    GROUP(ConnectorStyle, "casing", casing, pen_fields, "the band under it"),
    NUMBER(ConnectorStyle, "bend", bend, -1, 1,
           "height of the arc, share of its length; northward. Where a flatter or steeper arc, or one to the "
           "other side, crosses fewer names, that is drawn"),
    NUMBER(ConnectorStyle, "head", head, 0, 100, "length of the arrow's head; 0 for none"),
    END,
};

const Field inset_fields[] = {
    NUMBER(InsetStyle, "most", most, 0, 2, "on a page; a whole number"),
    NUMBER(InsetStyle, "crowd", crowd, 2, 100, "so many countries whose names would collide are worth one"),
    NUMBER(InsetStyle, "gain", gain, 1, 100, "the main map enlarged less than this is not worth one"),
    NUMBER(InsetStyle, "margin", margin, 0, 0.45, "share of the inset on each side"),
    NUMBER(InsetStyle, "corner", corner, 0, 10,
           "from the frame to titles and scale bars, multiple of a country's label"),
    GROUP(InsetStyle, "locator", locator, pen_fields, "the inset's outline on the main map"),
    GROUP(InsetStyle, "casing", casing, pen_fields, "the band under it"),
    GROUP(InsetStyle, "line", line, pen_fields, "from the outline to the inset"),
    END,
};

const Field globe_fields[] = {
    GROUP(GlobeStyle, "lines", lines, pen_fields, "meridians and parallels"),
    NUMBER(GlobeStyle, "step", step, 0, 90, "degrees from line to line; 0 for none"),
    GROUP(GlobeStyle, "rim", rim, pen_fields, "around it"),
    GROUP(GlobeStyle, "region", region, pen_fields, "the outline of the region"),
    GROUP(GlobeStyle, "casing", casing, pen_fields, "the band under it"),
    NUMBER(GlobeStyle, "aside", aside, -90, 90, "degrees that it looks west of the region"),
    NUMBER(GlobeStyle, "from_equator", from_equator, -45, 45,
           "degrees that it looks from the region toward the equator"),
    END,
};

#define COST(name, says) NUMBER(LabelStyle, #name, name, 0, 10000, says)
const Field label_fields[] = {
    COST(struck, "cost of leaving out the name of who is struck; the larger the country, the more"),
    COST(host, "of leaving out the host city"),
    COST(place, "of leaving out the place of a strike"),
    COST(part, "of leaving out another country of the story"),
    COST(neighbour, "of leaving out a country without a part"),
    COST(sea, "of leaving out a sea"),
    COST(two_lines, "of a name on two lines"),
    COST(smaller, "of a name in smaller type"),
    COST(tight, "of a name inside that fills its country to the edge"),
    COST(beside, "of a name beside its country"),
    COST(city_inside, "of a city's name on its country"),
    COST(land, "of covering countries without a part, times the share covered"),
    COST(edge, "of each border or coast that a name lies across"),
    COST(ambiguous, "of a name beside its country that is near another of the story"),
    COST(pill_beside, "of a pill beside its country"),
    COST(leader, "of a leader"),
    COST(steep, "of a leader that is upright"),
    COST(crossing,
         "of each stretch of a leader over others of the story, as long as a country's label is high"),
    COST(locator, "of a leader across an inset's outline or line"),
    COST(on_fill, "of a name on another country of the story"),
    COST(pill_leader, "of a leader to a pill"),
    COST(pill_away, "of a pill with a name on a leader"),
    NUMBER(LabelStyle, "pitch", pitch, 1, 5, "from name to name in a column, multiple of a country's label"),
    NUMBER(LabelStyle, "room", room, 0, 10000,
           "the least area of a country without a part that is named, in squares of a country's label"),
    END,
};

const Field scale_bar_fields[] = {
    CHOICE(
        ScaleBarStyle, "where", where, "none region all",
        "on no map, on the map of a region, or on insets too; never where the scale changes by more than a "
        "tenth across the map"),
    CHOICE(ScaleBarStyle, "unit", unit, "km mi", "kilometres or miles"),
    GROUP(ScaleBarStyle, "pen", pen, pen_fields, "of the bar"),
    NUMBER(ScaleBarStyle, "longest", longest, 0.02, 0.5, "share of the map's width"),
    NUMBER(ScaleBarStyle, "tick", tick, 0, 5, "at its ends, multiple of a country's label"),
    END,
};

const Field graticule_fields[] = {
    COLOUR(Style, "colour", graticule.pen.colour, "of meridians and parallels"),
    NUMBER(Style, "width", graticule.pen.width, 0, 50, "of the lines"),
    VALUE(Style, "dash", graticule.pen.dash, FIELD_DASH, "lengths of dash and gap; [0, 0] for solid lines"),
    NUMBER(Style, "step", graticule.step, 0, 90, "degrees from line to line; 0 for none"),
    END,
};
