/* How a packed atlas lies in its file, see pack.h. */
#ifndef ATLAS_PACK_FORMAT_H
#define ATLAS_PACK_FORMAT_H

#include "../base/content.h"
#include "inside.h"

enum { PACK_VERSION = 1, PACK_ALIGNMENT = 16 };

/* Texts are offsets into SECTION_TEXTS; 0 is the text that is not there. */
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
    SECTION_TEXTS,
    SECTION_COUNT
} SectionKind;

typedef struct PackHeader {
    char magic[8];
    uint32_t version, order;
    ContentKey sources; /* of what it was built from */
    ContentKey body;    /* of the whole file, with zeros here */
    uint64_t country_count, country_arc_count, first_lake;
    struct {
        uint64_t offset, size; /* bytes */
    } sections[SECTION_COUNT];
} PackHeader;

static const char pack_magic[8] = "datelin";
static const uint32_t pack_order = 0x01020304;

/* The size of a section's items. */
static const size_t pack_item_sizes[SECTION_COUNT] = {
    sizeof(LonLat),
    sizeof(float),
    sizeof(ArcSpan),
    sizeof(int),
    sizeof(FlatRing),
    sizeof(FlatPolygon),
    sizeof(PackedEntry),
    sizeof(PackedCity),
    sizeof(uint64_t),
    sizeof(LonLat),
    1,
};

/* What the header's body ought to be. */
ContentKey pack_body(const void *file, size_t size);

/* The content of all files that an atlas is built from; false if one cannot be read. */
bool pack_key(const Atlas *atlas, ContentKey *key);

#endif
