/* Reading a packed language, see packed.h. Nothing in the file is trusted: a wrong number means that it is
 * passed over. */
#include "../base/files.h"
#include "packed.h"
#include "packed_format.h"

#include <stdlib.h>
#include <string.h>

/* ---- is it sound */

/* Bases lead to lower bases, so that there is no way round. */
static bool check_words(const Packed *pack) {
    const Word *words = packed_items(pack, PACKED_WORDS);
    const Base *bases = packed_items(pack, PACKED_BASES);
    size_t word_count = packed_count(pack, PACKED_WORDS), base_count = packed_count(pack, PACKED_BASES);
    size_t letters = packed_count(pack, PACKED_LETTERS);
    bool good = word_count > 0 && base_count > 0;
    for (size_t i = 0; i < word_count; i++)
        good &= words[i].bases < base_count && words[i].text <= letters &&
                words[i].size <= letters - words[i].text;
    for (size_t i = 1; i < base_count; i++) good &= bases[i].word < word_count && bases[i].next < i;
    return good;
}

static bool check_slots(const Packed *pack) {
    const Slot *slots = packed_items(pack, PACKED_SLOTS);
    const Prefix *prefixes = packed_items(pack, PACKED_PREFIXES);
    size_t slot_count = packed_count(pack, PACKED_SLOTS), word_count = packed_count(pack, PACKED_WORDS),
           taken = 0;
    bool good = slot_count > 0 && !(slot_count & (slot_count - 1)) &&
                packed_count(pack, PACKED_FILTER) == FILTER_WORDS;
    for (size_t i = 0; i < slot_count; i++) {
        good &= slots[i].number < word_count;
        taken += slots[i].number != 0;
    }
    for (size_t i = 0; i < packed_count(pack, PACKED_PREFIXES); i++)
        good &= prefixes[i].size < sizeof prefixes[i].text && prefixes[i].with_size < sizeof prefixes[i].with;
    return good && taken < slot_count;
}

/* Edges lead to higher nodes and meanings to higher ones, so that there is no way round. */
static bool check_phrases(const Packed *pack, int set, size_t least, size_t most) {
    const uint32_t *heads = packed_items(pack, PACKED_HEADS + set);
    const PhraseNode *nodes = packed_items(pack, PACKED_NODES + set);
    const PhraseEdge *edges = packed_items(pack, PACKED_EDGES + set);
    const PhraseMeaning *meanings = packed_items(pack, PACKED_MEANINGS + set);
    size_t node_count = packed_count(pack, PACKED_NODES + set),
           edge_count = packed_count(pack, PACKED_EDGES + set);
    size_t meaning_count = packed_count(pack, PACKED_MEANINGS + set),
           head_count = packed_count(pack, PACKED_HEADS + set);
    if (node_count < PHRASES_LEAST_NODES || nodes[0].edges || nodes[node_count - 1].edges != edge_count)
        return false;
    bool good = true;
    for (size_t i = 0; i < head_count; i++) good &= heads[i] < node_count - 1;
    for (size_t i = 0; i + 1 < node_count; i++)
        good &= nodes[i].edges <= nodes[i + 1].edges && nodes[i].meaning < meaning_count;
    for (size_t i = 0, k = 0; good && i + 1 < node_count; i++)
        for (; k < nodes[i + 1].edges; k++) good &= edges[k].to > i && edges[k].to < node_count - 1;
    for (size_t i = 1; i < meaning_count; i++)
        good &= meanings[i].value >= least && meanings[i].value <= most &&
                (!meanings[i].next || meanings[i].next > i) && meanings[i].next < meaning_count;
    return good;
}

/* The phrases of each set may mean so many things, those of companies from 2 on. */
static bool check_sets(const Packed *pack) {
    const size_t names = packed_count(pack, PACKED_NAMES), rules = packed_count(pack, PACKED_RULES),
                 numbers = packed_count(pack, PACKED_NUMBERS),
                 companies = packed_count(pack, PACKED_COMPANIES);
    return check_phrases(pack, 0, 1, names) && check_phrases(pack, 1, 1, rules) &&
           check_phrases(pack, 2, 1, numbers) && check_phrases(pack, 3, 1, 1) &&
           check_phrases(pack, 4, 1, AFTER_STATE) && check_phrases(pack, 5, 1, 1) &&
           check_phrases(pack, 6, 2, 2 * companies + 1);
}

static bool check_names(const Packed *pack) {
    const Name *names = packed_items(pack, PACKED_NAMES);
    int countries = (int)packed_count(pack, PACKED_COUNTRIES), blocs = (int)packed_count(pack, PACKED_BLOCS);
    size_t name_count = packed_count(pack, PACKED_NAMES), groups = packed_count(pack, PACKED_GROUPS);
    bool good = true;
    for (size_t i = 0; i < name_count; i++) {
        const Name *name = &names[i];
        good &= name->kind == NAME_OTHER ? name->group < groups
                                         : name->kind < NAME_OTHER && name->country >= 0 &&
                                               name->country < (name->kind == NAME_BLOC ? blocs : countries);
    }
    return good;
}

static bool check_lists(const Packed *pack) {
    const PackedBloc *blocs = packed_items(pack, PACKED_BLOCS);
    const PackedRule *rules = packed_items(pack, PACKED_RULES);
    const PackedCompany *companies = packed_items(pack, PACKED_COMPANIES);
    size_t members = packed_count(pack, PACKED_MEMBERS);
    bool good = true;
    for (size_t i = 0; i < packed_count(pack, PACKED_BLOCS); i++)
        good &= blocs[i].members <= members && blocs[i].member_count <= members - blocs[i].members;
    for (size_t i = 0; i < packed_count(pack, PACKED_RULES); i++)
        good &= rules[i].gives < GIVES_COUNT && rules[i].who < WHO_COUNT;
    for (size_t i = 0; i < packed_count(pack, PACKED_COMPANIES); i++)
        good &= companies[i].word < packed_count(pack, PACKED_WORDS);
    return good;
}

static bool check_all(const Packed *pack) {
    return packed_count(pack, PACKED_SETTINGS) == 1 && check_words(pack) && check_slots(pack) &&
           check_names(pack) && check_lists(pack) && check_sets(pack);
}

/* ---- taking it over */

/* The items of an array are a section; nobody writes to them any more. */
#define BORROW(array, pack, section)                                                                         \
    ((array)->items = (void *)packed_items(pack, (section)),                                                 \
     (void)((array)->count = (array)->capacity = packed_count(pack, (section))))

static const PackedSettings *settings_of(const Packed *pack) {
    return packed_items(pack, PACKED_SETTINGS);
}

static Lexicon *lexicon_of(const Packed *pack) {
    Lexicon *lexicon = memory_new_zeroed(sizeof *lexicon);
    BORROW(&lexicon->words, pack, PACKED_WORDS);
    BORROW(&lexicon->bases, pack, PACKED_BASES);
    BORROW(&lexicon->prefixes, pack, PACKED_PREFIXES);
    BORROW(&lexicon->letters, pack, PACKED_LETTERS);
    lexicon->slots = (Slot *)packed_items(pack, PACKED_SLOTS);
    lexicon->slot_count = packed_count(pack, PACKED_SLOTS);
    lexicon->filter = (uint64_t *)packed_items(pack, PACKED_FILTER);
    lexicon->borrowed = true;
    return lexicon;
}

static Phrases *phrases_of(const Packed *pack, int set) {
    Phrases *phrases = memory_new_zeroed(sizeof *phrases);
    BORROW(&phrases->heads, pack, PACKED_HEADS + set);
    BORROW(&phrases->nodes, pack, PACKED_NODES + set);
    BORROW(&phrases->edges, pack, PACKED_EDGES + set);
    BORROW(&phrases->meanings, pack, PACKED_MEANINGS + set);
    phrases->lowest = settings_of(pack)->lowest[set];
    phrases->borrowed = true;
    return phrases;
}

static void take_countries(Language *language, const Packed *pack) {
    const PackedCountry *countries = packed_items(pack, PACKED_COUNTRIES);
    array_reserve(&language->countries, packed_count(pack, PACKED_COUNTRIES));
    for (size_t i = 0; i < packed_count(pack, PACKED_COUNTRIES); i++)
        array_push(&language->countries, (Country){packed_known_text(pack, countries[i].id),
                                                   packed_known_text(pack, countries[i].name)});
}

static void take_blocs(Language *language, const Packed *pack) {
    const PackedBloc *blocs = packed_items(pack, PACKED_BLOCS);
    const PackedMember *packed = packed_items(pack, PACKED_MEMBERS);
    size_t member_count = packed_count(pack, PACKED_MEMBERS);
    Member *members = ARENA_ARRAY(language->arena, Member, member_count);
    for (size_t i = 0; i < member_count; i++)
        members[i] = (Member){packed_known_text(pack, packed[i].id), packed[i].from, packed[i].until};
    array_reserve(&language->blocs, packed_count(pack, PACKED_BLOCS));
    for (size_t i = 0; i < packed_count(pack, PACKED_BLOCS); i++)
        array_push(&language->blocs,
                   (Bloc){packed_known_text(pack, blocs[i].id), packed_known_text(pack, blocs[i].name),
                          members + blocs[i].members, blocs[i].member_count});
}

static void take_rules(Language *language, const Packed *pack) {
    const PackedRule *rules = packed_items(pack, PACKED_RULES);
    const PackedNumber *numbers = packed_items(pack, PACKED_NUMBERS);
    for (size_t i = 0; i < packed_count(pack, PACKED_RULES); i++)
        array_push(&language->rules,
                   (Rule){packed_known_text(pack, rules[i].name), (Gives)rules[i].gives, (Who)rules[i].who,
                          rules[i].weak != 0, rules[i].aerial != 0, rules[i].heading != 0});
    for (size_t i = 0; i < packed_count(pack, PACKED_NUMBERS); i++)
        array_push(&language->numbers,
                   (NumberWord){numbers[i].value, numbers[i].has_value != 0, numbers[i].is_ordinal != 0,
                                numbers[i].is_bound != 0, packed_known_text(pack, numbers[i].text)});
}

static void take_names(Language *language, const Packed *pack) {
    const uint32_t *groups = packed_items(pack, PACKED_GROUPS);
    const PackedCompany *companies = packed_items(pack, PACKED_COMPANIES);
    BORROW(&language->names, pack, PACKED_NAMES);
    for (size_t i = 0; i < packed_count(pack, PACKED_GROUPS); i++)
        array_push(&language->groups, packed_known_text(pack, groups[i]));
    for (size_t i = 0; i < packed_count(pack, PACKED_COMPANIES); i++)
        array_push(&language->companies,
                   (Company){companies[i].word, packed_known_text(pack, companies[i].name)});
}

static void take_settings(Language *language, const Packed *pack) {
    const PackedSettings *settings = settings_of(pack);
    language->nouns_capitalised = settings->nouns_capitalised;
    language->numbers_joined = settings->numbers_joined;
    language->subject_may_follow = settings->subject_may_follow;
    language->adjectives_follow = settings->adjectives_follow;
    language->verbs_last = settings->verbs_last;
    language->no_case = settings->no_case;
    language->has_roles = settings->has_roles;
    language->passive_reach = settings->passive_reach;
    language->active_ending = packed_text(pack, settings->active_ending);
}

static Language *language_of(const Packed *pack, const char *code) {
    Language *language = language_new(code);
    language->mapped = pack->bytes;
    language->mapped_size = pack->size;
    language->lexicon = lexicon_of(pack);
    language->words = lexicon_word(language->lexicon, 0);
    for (int i = 0; i < PHRASE_SETS; i++) *language_phrases(language, i) = phrases_of(pack, i);
    take_settings(language, pack);
    take_names(language, pack);
    take_countries(language, pack);
    take_blocs(language, pack);
    take_rules(language, pack);
    return language;
}

/* The sources are looked at last: that costs most. */
static Language *read_from(Arena *arena, const char *place, const char *folder, const char *code) {
    ContentKey key;
    Packed pack;
    if (!packed_open(&pack, &packed_kind, arena_format(arena, "%s/%s.words", place, code))) return NULL;
    if (check_all(&pack) && packed_key(arena, folder, code, &key) && packed_is_of(&pack, key))
        return language_of(&pack, code);
    packed_close(&pack);
    return NULL;
}

Language *packed_read(const char *folder, const char *code) {
    Arena *arena = arena_new();
    char *installed = data_folder("packed");
    Language *language = read_from(arena, arena_format(arena, "%s/packed", folder), folder, code);
    if (!language && installed) language = read_from(arena, installed, folder, code);
    free(installed);
    arena_free(arena);
    return language;
}
