/* How a packed atlas lies in its file, see pack.h. */
#ifndef ATLAS_PACK_FORMAT_H
#define ATLAS_PACK_FORMAT_H

#include "../base/packing.h"
#include "inside.h"

/* Texts are numbers of packing_text. */
typedef struct PackedEntry {
    double label_lon, label_lat;
    uint32_t code, name, formal, continent, subregion, own_code, parent_code;
    uint32_t names[LANGUAGE_COUNT];
    uint32_t is_point, has_iso, listed, table;
    uint32_t unused;
} PackedEntry;

typedef struct PackedCity {
    double lon, lat;
    uint32_t name, code, folded, unused;
} PackedCity;

typedef enum SectionKind {
    SECTION_TEXTS = PACKING_TEXTS,
    SECTION_COUNTS, /* one PackedCounts */
    SECTION_POINTS,
    SECTION_WEIGHTS,
    SECTION_ARCS,
    SECTION_RING_ARCS,
    SECTION_RINGS,
    SECTION_POLYGONS,
    SECTION_ENTRIES,
    SECTION_CITIES,
    SECTION_LINE_SIZES, /* points of each disputed line, uint64_t */
    SECTION_LINE_POINTS,
    SECTION_COUNT
} SectionKind;

typedef struct PackedCounts {
    uint64_t countries, country_arcs, first_lake;
} PackedCounts;

extern const PackedKind pack_kind;

/* The content of all files that an atlas is built from; false if one cannot be read. */
bool pack_key(const Atlas *atlas, ContentKey *key);

#endif
