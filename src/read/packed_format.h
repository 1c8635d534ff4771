/* How a packed language lies in its file, see packed.h. */
#ifndef READ_PACKED_FORMAT_H
#define READ_PACKED_FORMAT_H

#include "../base/packing.h"
#include "language.h"
#include "lexicon_inside.h"
#include "phrases_inside.h"

/* Texts are numbers of packing_text. */
typedef struct PackedCountry {
    uint32_t id, name;
} PackedCountry;

typedef struct PackedBloc {
    uint32_t id, name, members, member_count;
} PackedBloc;

typedef struct PackedMember {
    uint32_t id;
    int32_t from, until;
} PackedMember;

typedef struct PackedRule {
    uint32_t name, gives, who, weak, aerial, heading;
} PackedRule;

typedef struct PackedNumber {
    double value;
    uint32_t text;
    uint8_t has_value, is_bound, is_ordinal, unused;
} PackedNumber;

typedef struct PackedCompany {
    uint32_t word, name;
} PackedCompany;

typedef enum PackedSection {
    PACKED_TEXTS = PACKING_TEXTS,
    PACKED_SETTINGS, /* one PackedSettings */
    PACKED_WORDS,
    PACKED_BASES,
    PACKED_PREFIXES,
    PACKED_LETTERS,
    PACKED_SLOTS,
    PACKED_FILTER,
    PACKED_NAMES,
    PACKED_GROUPS, /* texts */
    PACKED_COUNTRIES,
    PACKED_BLOCS,
    PACKED_MEMBERS,
    PACKED_RULES,
    PACKED_NUMBERS,
    PACKED_COMPANIES,
    PACKED_HEADS, /* of the first trie; the others' follow, as with all below */
    PACKED_NODES = PACKED_HEADS + PHRASE_SETS,
    PACKED_EDGES = PACKED_NODES + PHRASE_SETS,
    PACKED_MEANINGS = PACKED_EDGES + PHRASE_SETS,
    PACKED_SECTIONS = PACKED_MEANINGS + PHRASE_SETS
} PackedSection;

typedef struct PackedSettings {
    uint32_t active_ending; /* a text */
    int32_t passive_reach;
    uint8_t nouns_capitalised, numbers_joined, subject_may_follow, verbs_last, no_case, has_roles,
        adjectives_follow, unused[1];
    uint32_t lowest[PHRASE_SETS];
} PackedSettings;

extern const PackedKind packed_kind;

/* The content of all files that a language is read from, and what this program makes of them; false if one
 * cannot be read. */
bool packed_key(Arena *arena, const char *folder, const char *code, ContentKey *key);

#endif
