/* See packed.h. Writing, and what writing and reading have to agree upon. */
#include "packed.h"
#include "packed_format.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t item_size(size_t section) {
    static const size_t sizes[] = {[PACKED_SETTINGS] = sizeof(PackedSettings),
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

/* Whoever adds to one of these packs it too, counts the version in packed_kind up and writes the new size
 * here. */
_Static_assert(sizeof(void *) != 8 || (sizeof(Language) == 328 && sizeof(Country) == 16 &&
                                       sizeof(Bloc) == 32 && sizeof(Member) == 16 && sizeof(Rule) == 24 &&
                                       sizeof(NumberWord) == 24 && sizeof(Company) == 16),
               "what a language consists of has changed, and is not packed yet");

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

const PackedKind packed_kind = {"datewrd", 3, PACKED_SECTIONS, item_size};

static void add_lexicon(Packing *packing, const Lexicon *lexicon) {
    packing_add(packing, PACKED_WORDS, lexicon->words.items, lexicon->words.count);
    packing_add(packing, PACKED_BASES, lexicon->bases.items, lexicon->bases.count);
    packing_add(packing, PACKED_PREFIXES, lexicon->prefixes.items, lexicon->prefixes.count);
    packing_add(packing, PACKED_LETTERS, lexicon->letters.items, lexicon->letters.count);
    packing_add(packing, PACKED_SLOTS, lexicon->slots, lexicon->slot_count);
    packing_add(packing, PACKED_FILTER, lexicon->filter, FILTER_WORDS);
}

static void add_phrases(Packing *packing, const Phrases *phrases, int set) {
    packing_add(packing, PACKED_HEADS + set, phrases->heads.items, phrases->heads.count);
    packing_add(packing, PACKED_NODES + set, phrases->nodes.items, phrases->nodes.count);
    packing_add(packing, PACKED_EDGES + set, phrases->edges.items, phrases->edges.count);
    packing_add(packing, PACKED_MEANINGS + set, phrases->meanings.items, phrases->meanings.count);
}

static void add_countries(Packing *packing, const Language *language) {
    ARRAY(PackedCountry) packed = {0};
    for (size_t i = 0; i < language->countries.count; i++) {
        const Country *country = &language->countries.items[i];
        PackedCountry one = {packing_text(packing, country->id), packing_text(packing, country->name)};
        array_push(&packed, one);
    }
    packing_add(packing, PACKED_COUNTRIES, packed.items, packed.count);
    array_free(&packed);
}

static void add_blocs(Packing *packing, const Language *language) {
    ARRAY(PackedBloc) packed = {0};
    ARRAY(PackedMember) members = {0};
    for (size_t i = 0; i < language->blocs.count; i++) {
        const Bloc *bloc = &language->blocs.items[i];
        PackedBloc one = {packing_text(packing, bloc->id), packing_text(packing, bloc->name),
                          (uint32_t)members.count, (uint32_t)bloc->member_count};
        array_push(&packed, one);
        for (size_t k = 0; k < bloc->member_count; k++) {
            const Member *member = &bloc->members[k];
            PackedMember other = {packing_text(packing, member->id), member->from, member->until};
            array_push(&members, other);
        }
    }
    packing_add(packing, PACKED_BLOCS, packed.items, packed.count);
    packing_add(packing, PACKED_MEMBERS, members.items, members.count);
    array_free(&packed);
    array_free(&members);
}

static void add_rules(Packing *packing, const Language *language) {
    ARRAY(PackedRule) packed = {0};
    for (size_t i = 0; i < language->rules.count; i++) {
        const Rule *rule = &language->rules.items[i];
        PackedRule one = {packing_text(packing, rule->name),
                          rule->gives,
                          rule->who,
                          rule->weak,
                          rule->aerial,
                          rule->heading};
        array_push(&packed, one);
    }
    packing_add(packing, PACKED_RULES, packed.items, packed.count);
    array_free(&packed);
}

static void add_numbers(Packing *packing, const Language *language) {
    ARRAY(PackedNumber) packed = {0};
    for (size_t i = 0; i < language->numbers.count; i++) {
        const NumberWord *number = &language->numbers.items[i];
        PackedNumber one = {.value = number->value,
                            .text = packing_text(packing, number->text),
                            .has_value = number->has_value,
                            .is_bound = number->is_bound,
                            .is_ordinal = number->is_ordinal};
        array_push(&packed, one);
    }
    packing_add(packing, PACKED_NUMBERS, packed.items, packed.count);
    array_free(&packed);
}

static void add_names(Packing *packing, const Language *language) {
    ARRAY(uint32_t) groups = {0};
    ARRAY(PackedCompany) companies = {0};
    for (size_t i = 0; i < language->groups.count; i++)
        array_push(&groups, packing_text(packing, language->groups.items[i]));
    for (size_t i = 0; i < language->companies.count; i++) {
        const Company *company = &language->companies.items[i];
        PackedCompany one = {company->word, packing_text(packing, company->name)};
        array_push(&companies, one);
    }
    packing_add(packing, PACKED_NAMES, language->names.items, language->names.count);
    packing_add(packing, PACKED_GROUPS, groups.items, groups.count);
    packing_add(packing, PACKED_COMPANIES, companies.items, companies.count);
    array_free(&groups);
    array_free(&companies);
}

static void add_settings(Packing *packing, Language *language) {
    PackedSettings settings = {.active_ending = packing_text(packing, language->active_ending),
                               .passive_reach = language->passive_reach,
                               .nouns_capitalised = language->nouns_capitalised,
                               .numbers_joined = language->numbers_joined,
                               .subject_may_follow = language->subject_may_follow,
                               .adjectives_follow = language->adjectives_follow,
                               .verbs_last = language->verbs_last,
                               .no_case = language->no_case,
                               .has_roles = language->has_roles};
    for (int i = 0; i < PHRASE_SETS; i++) settings.lowest[i] = (*language_phrases(language, i))->lowest;
    packing_add(packing, PACKED_SETTINGS, &settings, 1);
}

static void add_all(Packing *packing, Language *language) {
    add_settings(packing, language);
    add_lexicon(packing, language->lexicon);
    for (int i = 0; i < PHRASE_SETS; i++) add_phrases(packing, *language_phrases(language, i), i);
    add_names(packing, language);
    add_countries(packing, language);
    add_blocs(packing, language);
    add_rules(packing, language);
    add_numbers(packing, language);
}

bool packed_write(const Language *language, const char *folder, const char *to, dateline_error *error) {
    Arena *arena = arena_new();
    ContentKey key;
    bool good = packed_key(arena, folder, language->code, &key);
    if (!good) error_set(error, DATELINE_SYSTEM, (Place){.source = folder}, "the words cannot be read again");
    if (good) {
        Packing packing = packing_begin(&packed_kind, key);
        add_all(&packing, (Language *)language);
        good = packing_write(&packing, arena_format(arena, "%s/%s.words", to, language->code), error);
    }
    arena_free(arena);
    return good;
}
