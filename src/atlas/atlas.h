/*
 * Countries by code, as geometry with shared borders. Built from Natural Earth's shapefiles; knows nothing of
 * facts or styles.
 *
 * The geometry is a topology: arcs run between the places where three areas meet, each is stored once and
 * used by the rings on both of its sides, so that a border is found once, drawn once, and thinned alike for
 * both neighbours. Rings that the files cut at 180 degrees are joined again; what the worldview gives to
 * another country is already with that country.
 */
#ifndef ATLAS_ATLAS_H
#define ATLAS_ATLAS_H

#include "../geo/geo.h"

typedef struct dateline_atlas Atlas;

/* A piece of a boundary. weights[i] is the detail that point i adds, in degrees on the sphere: at a tolerance
 * t the points with weight >= t are kept (the ends always are). left and right are indices of countries, -1
 * for none. */
typedef struct Arc {
    const LonLat *points;
    const float *weights;
    size_t count;
    int left, right;
} Arc;

/* Arc indices in order; ~index (negative) for an arc that is run backwards, as in TopoJSON. */
typedef struct Ring {
    const int *arcs;
    size_t count;
} Ring;

typedef struct Polygon {
    const Ring *rings; /* the outer ring first */
    size_t count;
    double area; /* square kilometres */
    double west, south, east,
        north;     /* degrees; west > east where it crosses 180; a polar ring spans -180..180 */
    bool main;     /* belongs to the main part: what frames and labels go by */
    bool overseas; /* on another continent than the main part, such as French Guiana */
} Polygon;

typedef struct Country {
    const char *code; /* ISO 3166-1 alpha-3, XKX for Kosovo, Natural Earth's own for what ISO does not know */
    const char *name; /* short English name as newsrooms write it */
    const char *formal;      /* may be NULL */
    const char *continent;   /* as Natural Earth has it: "Europe", "Asia", ... */
    const char *subregion;   /* UN subregion, such as "Western Asia" */
    LonLat label;            /* Natural Earth's suggestion for the name */
    double area;             /* square kilometres, all polygons */
    const Polygon *polygons; /* the largest first */
    size_t polygon_count;
    bool is_point; /* known only as a point (tiny countries the scale leaves out): label says where */
} Country;

typedef struct City {
    const char *name; /* ASCII or native, as Natural Earth writes it */
    const char *country_code;
    LonLat position;
} City;

typedef struct SeaName {
    const char *language, *name; /* ISO 639-1 */
} SeaName;

/* A large sea or gulf: its name may stand near any of the places, the best first, within so many degrees
 * across. */
typedef struct Sea {
    const LonLat *places;
    size_t place_count;
    double across;
    const SeaName *names;
    size_t name_count;
} Sea;

typedef struct AtlasLines {
    const LonLats *items;
    size_t count;
} AtlasLines;

/* In order of their codes. What is part of another (map units, what the worldview gives away) is not among
 * them. */
size_t atlas_country_count(const Atlas *atlas);
const Country *atlas_country(const Atlas *atlas, size_t index);
/* By code, or NULL; also finds what only map units know (GRL is a country, SCT is a unit, GUF is part of
 * FRA). */
const Country *atlas_find(const Atlas *atlas, const char *code);
/* The country's name in a language (ISO 639-1, e.g. "ar"); the English one where that is unknown. */
const char *country_name(const Country *country, const char *language);

/* The arcs of the countries; rings of map units and of lakes use others beyond these. */
size_t atlas_arc_count(const Atlas *atlas);
const Arc *atlas_arc(const Atlas *atlas, size_t index);
/* Adds the points of a ring, or of an arc, with weight >= tolerance to points, which grow as needed (an ARRAY
 * of memory.h). A ring never falls under four points, but for the few that the files have as triangles.
 * Returns the number of points added. */
typedef struct LonLatArray {
    LonLat *items;
    size_t count, capacity;
} LonLatArray;
size_t atlas_ring_points(const Atlas *atlas, const Ring *ring, double tolerance, LonLatArray *points);

/* A range of degrees: so many to either side of a meridian. */
typedef struct Degrees {
    double middle, half, south, north;
} Degrees;

/* The tolerance within a range, and the coarser one beyond it. */
typedef struct Detail {
    double fine, coarse;
    Degrees range;
} Detail;
size_t atlas_ring_detail(const Atlas *atlas, const Ring *ring, const Detail *detail, LonLatArray *points);
size_t atlas_arc_detail(const Atlas *atlas, const Arc *arc, const Detail *detail, LonLatArray *points);

AtlasLines atlas_disputed_lines(const Atlas *atlas);
/* Lakes as polygons: rings of one lake are one item each, largest first. */
size_t atlas_lake_count(const Atlas *atlas);
const Polygon *atlas_lake(const Atlas *atlas, size_t index);

/* By name, ignoring case and accents, within a country if country_code is not NULL. */
const City *atlas_find_city(const Atlas *atlas, const char *name, const char *country_code);
/* Where such a city or, of the list of shapes/towns.txt, a town lies; false where neither knows it. */
bool atlas_find_place(const Atlas *atlas, const char *name, const char *country_code, LonLat *position);

/* The seas whose names are known, the largest first, and a name in a language; the English one where that is
 * unknown or NULL. */
size_t atlas_sea_count(const Atlas *atlas);
const Sea *atlas_sea(const Atlas *atlas, size_t index);
const char *sea_name(const Sea *sea, const char *language);

/* Whether the scale was left to the program; then the same folder and worldview at another scale. The other
 * atlas is the caller's to free; NULL with an error where it cannot be loaded. */
bool atlas_scale_is_free(const Atlas *atlas);
Atlas *atlas_at_scale(const Atlas *atlas, const char *scale, dateline_error *error);

/* "110m", "50m" or "10m"; the version of the data, "unknown" where the folder does not say; the worldview and
 * the sentence for the source line ("Borders: Natural Earth; Crimea shown in Ukraine; disputed lines
 * dashed"), in a language if it is known there; language may be NULL. */
const char *atlas_scale(const Atlas *atlas);
const char *atlas_version(const Atlas *atlas);
const char *atlas_worldview(const Atlas *atlas);
const char *atlas_borders_note(const Atlas *atlas, const char *language);

#endif
