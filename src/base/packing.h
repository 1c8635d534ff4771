/*
 * Files of plain arrays that are mapped into memory instead of being built: a head, which says what the file
 * was made from and what ought to be in it, and sections, each an array of items of one size, for this
 * machine's order of bytes. Knows nothing of what the items mean. Section 0 has the texts; a text is an
 * offset into it, and 0 the text that is not there.
 */
#ifndef BASE_PACKING_H
#define BASE_PACKING_H

#include "content.h"
#include "error.h"
#include "text.h"

enum { PACKING_TEXTS = 0 };

/* A kind of file. The version changes with anything in it. */
typedef struct PackedKind {
    char magic[8];
    uint32_t version;
    size_t sections;
    size_t (*item_size)(size_t section); /* of all sections but the texts */
} PackedKind;

/* ---- writing */

/* A file being put together in memory. */
typedef struct Packing {
    const PackedKind *kind;
    Text file, texts;
} Packing;

/* sources is the content of what the file is made from. Ended by packing_write or packing_free. */
Packing packing_begin(const PackedKind *kind, ContentKey sources);
uint32_t packing_text(Packing *packing, const char *text);
void packing_add(Packing *packing, size_t section, const void *items, size_t count);
/* Adds the texts and writes all of it, through a temporary. */
bool packing_write(Packing *packing, const char *path, dateline_error *error);
void packing_free(Packing *packing);

/* ---- reading */

typedef struct Packed {
    const PackedKind *kind;
    const char *bytes;
    size_t size;
} Packed;

/* Maps the file; false where there is none, or one of another kind or version, or one that is damaged.
 * Sections then lie within the file and texts end in it; what the items say is the caller's to check. */
bool packed_open(Packed *packed, const PackedKind *kind, const char *path);
void packed_close(Packed *packed);
/* Whether it was made from this. */
bool packed_is_of(const Packed *packed, ContentKey sources);
const void *packed_items(const Packed *packed, size_t section);
size_t packed_count(const Packed *packed, size_t section);
/* Any number will do: one that is no text's gives the text that is not there. */
const char *packed_text(const Packed *packed, uint32_t at);
/* The same, and "" for what is not there. */
const char *packed_known_text(const Packed *packed, uint32_t at);

#endif
