/* See packing.h. Nothing in a file that is read is trusted: a wrong number means that it is passed over. */
#include "packing.h"

#include "files.h"

#include <string.h>

enum { ALIGNMENT = 64 };
static const uint32_t ORDER = 0x01020304;

typedef struct Head {
    char magic[8];
    uint32_t version, order;
    ContentKey sources;
    ContentKey body; /* of the whole file, with zeros here */
} Head;

/* One a section, behind the head. */
typedef struct Span {
    uint64_t offset, size; /* bytes */
} Span;

static size_t item_size(const PackedKind *kind, size_t section) {
    return section == PACKING_TEXTS ? 1 : kind->item_size(section);
}

static size_t head_size(const PackedKind *kind) {
    return sizeof(Head) + kind->sections * sizeof(Span);
}

static ContentKey body_of(const char *bytes, size_t size) {
    Head head;
    memcpy(&head, bytes, sizeof head);
    head.body = (ContentKey){{0}};
    Content content = content_begin();
    content_add(&content, &head, sizeof head);
    content_add(&content, bytes + sizeof head, size - sizeof head);
    return content_key(&content);
}

/* ---- writing */

Packing packing_begin(const PackedKind *kind, ContentKey sources) {
    Packing packing = {.kind = kind};
    Head head = {.version = kind->version, .order = ORDER, .sources = sources};
    static const Span none;
    memcpy(head.magic, kind->magic, sizeof head.magic);
    text_add_part(&packing.file, (const char *)&head, sizeof head);
    for (size_t i = 0; i < kind->sections; i++)
        text_add_part(&packing.file, (const char *)&none, sizeof none);
    text_add_char(&packing.texts, 0);
    return packing;
}

uint32_t packing_text(Packing *packing, const char *text) {
    if (!text) return 0;
    size_t at = packing->texts.size;
    text_add_part(&packing->texts, text, strlen(text) + 1);
    return (uint32_t)at;
}

void packing_add(Packing *packing, size_t section, const void *items, size_t count) {
    static const char zeros[ALIGNMENT] = {0};
    size_t size = count * item_size(packing->kind, section);
    text_add_part(&packing->file, zeros, (ALIGNMENT - packing->file.size % ALIGNMENT) % ALIGNMENT);
    Span span = {packing->file.size, size};
    memcpy(packing->file.bytes + sizeof(Head) + section * sizeof span, &span, sizeof span);
    if (size) text_add_part(&packing->file, items, size);
}

bool packing_write(Packing *packing, const char *path, dateline_error *error) {
    packing_add(packing, PACKING_TEXTS, packing->texts.bytes, packing->texts.size);
    Text *file = &packing->file;
    ContentKey body = body_of(file->bytes, file->size);
    memcpy(file->bytes + offsetof(Head, body), &body, sizeof body);
    bool written = dateline_file_write(path, file->bytes, file->size, error);
    packing_free(packing);
    return written;
}

void packing_free(Packing *packing) {
    text_free(&packing->file);
    text_free(&packing->texts);
}

/* ---- reading */

static const Head *head_of(const Packed *packed) {
    return (const Head *)packed->bytes;
}

static Span span_of(const Packed *packed, size_t section) {
    return ((const Span *)(packed->bytes + sizeof(Head)))[section];
}

static bool check_sections(const Packed *packed) {
    for (size_t i = 0; i < packed->kind->sections; i++) {
        Span span = span_of(packed, i);
        if (span.offset % ALIGNMENT || span.offset > packed->size || span.size > packed->size - span.offset ||
            span.size % item_size(packed->kind, i))
            return false;
    }
    const char *texts = packed_items(packed, PACKING_TEXTS);
    size_t size = packed_count(packed, PACKING_TEXTS);
    return size > 0 && texts[0] == 0 && texts[size - 1] == 0;
}

static bool is_sound(const Packed *packed) {
    const Head *head = head_of(packed);
    if (packed->size < head_size(packed->kind) ||
        memcmp(head->magic, packed->kind->magic, sizeof head->magic) != 0 ||
        head->version != packed->kind->version || head->order != ORDER || !check_sections(packed))
        return false;
    ContentKey body = body_of(packed->bytes, packed->size);
    return !memcmp(&body, &head->body, sizeof body);
}

bool packed_open(Packed *packed, const PackedKind *kind, const char *path) {
    *packed = (Packed){.kind = kind};
    packed->bytes = file_map(path, &packed->size);
    if (packed->bytes && is_sound(packed)) return true;
    packed_close(packed);
    return false;
}

void packed_close(Packed *packed) {
    file_unmap(packed->bytes, packed->size);
    *packed = (Packed){0};
}

bool packed_is_of(const Packed *packed, ContentKey sources) {
    return !memcmp(&head_of(packed)->sources, &sources, sizeof sources);
}

const void *packed_items(const Packed *packed, size_t section) {
    return packed->bytes + span_of(packed, section).offset;
}

size_t packed_count(const Packed *packed, size_t section) {
    return span_of(packed, section).size / item_size(packed->kind, section);
}

const char *packed_text(const Packed *packed, uint32_t at) {
    return at > 0 && at < packed_count(packed, PACKING_TEXTS)
               ? (const char *)packed_items(packed, PACKING_TEXTS) + at
               : NULL;
}

const char *packed_known_text(const Packed *packed, uint32_t at) {
    const char *text = packed_text(packed, at);
    return text ? text : "";
}
