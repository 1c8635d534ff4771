/* See packed.h. Writing, and what writing and reading have to agree upon. */
#include "../base/text.h"
#include "packed.h"
#include "packed_format.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

size_t packed_item_size(int section) {
    static const size_t sizes[] = {[PACKED_TEXTS] = 1,
                                   [PACKED_WORDS] = sizeof(Word),
                                   [PACKED_BASES] = sizeof(Base),
                                   [PACKED_PREFIXES] = sizeof(Prefix),
                                   [PACKED_LETTERS] = 1,
                                   [PACKED_SLOTS] = sizeof(Slot),
                                   [PACKED_FILTER] = sizeof(uint64_t),
                                   [PACKED_NAMES] = sizeof(Name),
                                   [PACKED_GROUPS] = sizeof(uint32_t),
                                   [PACKED_COUNTRIES] = sizeof(PackedCountry),
                                   [PACKED_BLOCS] = sizeof(PackedBloc),
                                   [PACKED_MEMBERS] = sizeof(PackedMember),
                                   [PACKED_RULES] = sizeof(PackedRule),
                                   [PACKED_NUMBERS] = sizeof(PackedNumber),
                                   [PACKED_COMPANIES] = sizeof(PackedCompany)};
    return section < PACKED_HEADS   ? sizes[section]
           : section < PACKED_NODES ? sizeof(uint32_t)
           : section < PACKED_EDGES ? sizeof(PhraseNode)
                                    : sizeof(PhraseEdge); /* meanings are as large */
}

_Static_assert(sizeof(PhraseEdge) == sizeof(PhraseMeaning), "one size for both");
_Static_assert(sizeof(Word) == 32 && sizeof(Name) == 16, "no gaps, whose bytes would be anything");

/* Whoever adds to one of these packs it too, counts PACKED_VERSION up and writes the new size here. */
_Static_assert(sizeof(void *) != 8 || (sizeof(Language) == 328 && sizeof(Country) == 16 &&
                                       sizeof(Bloc) == 32 && sizeof(Member) == 16 && sizeof(Rule) == 24 &&
                                       sizeof(NumberWord) == 24 && sizeof(Company) == 16),
               "what a language consists of has changed, and is not packed yet");

ContentKey packed_body(const void *file, size_t size) {
    PackedHeader header;
    memcpy(&header, file, sizeof header);
    header.body = (ContentKey){{0}};
    Content content = content_begin();
    content_add(&content, &header, sizeof header);
    content_add(&content, (const char *)file + sizeof header, size - sizeof header);
    return content_key(&content);
}

static void add_text(Content *content, const char *text) {
    content_add(content, text, strlen(text));
}

bool packed_key(Arena *arena, const char *folder, const char *code, ContentKey *key) {
    Content content = content_begin();
    bool good = true;
    add_text(&content, DATELINE_VERSION);
    add_text(&content, code);
    for (int i = 0; i < CLASS_COUNT; i++) add_text(&content, class_name((WordClass)i));
    for (int i = 0; i < LANGUAGE_FILES && good; i++) {
        const char *path = language_path(arena, folder, code, i);
        bool there = !access(path, F_OK);
        add_text(&content, there ? "there" : "");
        good = !there || content_add_file(&content, path);
    }
    *key = content_key(&content);
    return good;
}

/* A file being put together in memory. */
typedef struct Packer {
    Text file, texts;
    PackedHeader header;
} Packer;

static uint32_t add_packed_text(Packer *packer, const char *text) {
    if (!text) return 0;
    size_t at = packer->texts.size;
    text_add_part(&packer->texts, text, strlen(text) + 1);
    return (uint32_t)at;
}

static void add_section(Packer *packer, int section, const void *items, size_t count) {
    static const char zeros[PACKED_ALIGNMENT] = {0};
    size_t size = count * packed_item_size(section);
    text_add_part(&packer->file, zeros,
                  (PACKED_ALIGNMENT - packer->file.size % PACKED_ALIGNMENT) % PACKED_ALIGNMENT);
    packer->header.sections[section].offset = packer->file.size;
    packer->header.sections[section].size = size;
    if (size) text_add_part(&packer->file, items, size);
}

static void add_lexicon(Packer *packer, const Lexicon *lexicon) {
    add_section(packer, PACKED_WORDS, lexicon->words.items, lexicon->words.count);
    add_section(packer, PACKED_BASES, lexicon->bases.items, lexicon->bases.count);
    add_section(packer, PACKED_PREFIXES, lexicon->prefixes.items, lexicon->prefixes.count);
    add_section(packer, PACKED_LETTERS, lexicon->letters.items, lexicon->letters.count);
    add_section(packer, PACKED_SLOTS, lexicon->slots, lexicon->slot_count);
    add_section(packer, PACKED_FILTER, lexicon->filter, FILTER_WORDS);
}

static void add_phrases(Packer *packer, const Phrases *phrases, int set) {
    packer->header.lowest[set] = phrases->lowest;
    add_section(packer, PACKED_HEADS + set, phrases->heads.items, phrases->heads.count);
    add_section(packer, PACKED_NODES + set, phrases->nodes.items, phrases->nodes.count);
    add_section(packer, PACKED_EDGES + set, phrases->edges.items, phrases->edges.count);
    add_section(packer, PACKED_MEANINGS + set, phrases->meanings.items, phrases->meanings.count);
}

static void add_countries(Packer *packer, const Language *language) {
    ARRAY(PackedCountry) packed = {0};
    for (size_t i = 0; i < language->countries.count; i++) {
        const Country *country = &language->countries.items[i];
        PackedCountry one = {add_packed_text(packer, country->id), add_packed_text(packer, country->name)};
        array_push(&packed, one);
    }
    add_section(packer, PACKED_COUNTRIES, packed.items, packed.count);
    array_free(&packed);
}

static void add_blocs(Packer *packer, const Language *language) {
    ARRAY(PackedBloc) packed = {0};
    ARRAY(PackedMember) members = {0};
    for (size_t i = 0; i < language->blocs.count; i++) {
        const Bloc *bloc = &language->blocs.items[i];
        PackedBloc one = {add_packed_text(packer, bloc->id), add_packed_text(packer, bloc->name),
                          (uint32_t)members.count, (uint32_t)bloc->member_count};
        array_push(&packed, one);
        for (size_t k = 0; k < bloc->member_count; k++) {
            const Member *member = &bloc->members[k];
            PackedMember other = {add_packed_text(packer, member->id), member->from, member->until};
            array_push(&members, other);
        }
    }
    add_section(packer, PACKED_BLOCS, packed.items, packed.count);
    add_section(packer, PACKED_MEMBERS, members.items, members.count);
    array_free(&packed);
    array_free(&members);
}

static void add_rules(Packer *packer, const Language *language) {
    ARRAY(PackedRule) packed = {0};
    for (size_t i = 0; i < language->rules.count; i++) {
        const Rule *rule = &language->rules.items[i];
        PackedRule one = {add_packed_text(packer, rule->name), rule->gives, rule->who, rule->weak,
                          rule->aerial};
        array_push(&packed, one);
    }
    add_section(packer, PACKED_RULES, packed.items, packed.count);
    array_free(&packed);
}

static void add_numbers(Packer *packer, const Language *language) {
    ARRAY(PackedNumber) packed = {0};
    for (size_t i = 0; i < language->numbers.count; i++) {
        const NumberWord *number = &language->numbers.items[i];
        PackedNumber one = {.value = number->value,
                            .text = add_packed_text(packer, number->text),
                            .has_value = number->has_value,
                            .is_bound = number->is_bound,
                            .is_ordinal = number->is_ordinal};
        array_push(&packed, one);
    }
    add_section(packer, PACKED_NUMBERS, packed.items, packed.count);
    array_free(&packed);
}

static void add_names(Packer *packer, const Language *language) {
    ARRAY(uint32_t) groups = {0};
    ARRAY(PackedCompany) companies = {0};
    for (size_t i = 0; i < language->groups.count; i++)
        array_push(&groups, add_packed_text(packer, language->groups.items[i]));
    for (size_t i = 0; i < language->companies.count; i++) {
        const Company *company = &language->companies.items[i];
        PackedCompany one = {company->word, add_packed_text(packer, company->name)};
        array_push(&companies, one);
    }
    add_section(packer, PACKED_NAMES, language->names.items, language->names.count);
    add_section(packer, PACKED_GROUPS, groups.items, groups.count);
    add_section(packer, PACKED_COMPANIES, companies.items, companies.count);
    array_free(&groups);
    array_free(&companies);
}

static void fill_header(Packer *packer, const Language *language) {
    PackedHeader *header = &packer->header;
    memcpy(header->magic, packed_magic, sizeof header->magic);
    header->version = PACKED_VERSION;
    header->order = packed_order;
    header->passive_reach = language->passive_reach;
    header->nouns_capitalised = language->nouns_capitalised;
    header->numbers_joined = language->numbers_joined;
    header->subject_may_follow = language->subject_may_follow;
    header->verbs_last = language->verbs_last;
    header->no_case = language->no_case;
    header->has_roles = language->has_roles;
    memcpy(packer->file.bytes, header, sizeof *header);
    header->body = packed_body(packer->file.bytes, packer->file.size);
    memcpy(packer->file.bytes, header, sizeof *header);
}

bool packed_write(const Language *language, const char *folder, const char *to, dateline_error *error) {
    Packer packer = {.header = {.version = 0}};
    Arena *arena = arena_new();
    bool good = packed_key(arena, folder, language->code, &packer.header.sources);
    if (!good) error_set(error, DATELINE_SYSTEM, (Place){.source = folder}, "the words cannot be read again");
    text_add_part(&packer.file, (const char *)&packer.header, sizeof packer.header);
    text_add_char(&packer.texts, 0);
    add_lexicon(&packer, language->lexicon);
    for (int i = 0; i < PHRASE_SETS; i++) add_phrases(&packer, *language_phrases((Language *)language, i), i);
    add_names(&packer, language);
    add_countries(&packer, language);
    add_blocs(&packer, language);
    add_rules(&packer, language);
    add_numbers(&packer, language);
    packer.header.active_ending = add_packed_text(&packer, language->active_ending);
    add_section(&packer, PACKED_TEXTS, packer.texts.bytes, packer.texts.size);
    fill_header(&packer, language);
    const char *path = arena_format(arena, "%s/%s.words", to, language->code);
    good = good && dateline_file_write(path, packer.file.bytes, packer.file.size, error);
    text_free(&packer.file);
    text_free(&packer.texts);
    arena_free(arena);
    return good;
}
