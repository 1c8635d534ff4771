/* See lexicon.h. A hash table with open addressing; a word's number is its place in the order of adding, so
 * nothing depends on hashes. */
#include "../base/eight.h"
#include "lexicon_inside.h"

#include <stdlib.h>
#include <string.h>

static const char *const class_names[CLASS_COUNT] = {
    "and",       "or",           "article",    "preposition", "place",   "toward",  "agent",    "be",
    "not",       "conditional",  "past",       "pronoun",     "generic", "month",   "day",      "title",
    "honorific", "abbreviation", "government", "ship",        "given",   "surname", "aerial",   "led",
    "clause",    "relative",     "direction",  "there",       "times",   "weapon",  "colon",    "out of",
    "telling",   "auxiliary",    "since",      "adverb",      "family",  "tongue",  "speaking", "reciprocal",
    "region",    "lasting",      "determiner", "aim",         "in year", "filler",  "nation",   "force",
    "again",     "event",        "include",    "other time",  "by",      "here",    "town",     "member",
    "vote",      "period"};

WordClass class_find(const char *name) {
    int class = 0;
    while (class < CLASS_COUNT && strcmp(class_names[class], name)) class ++;
    return (WordClass) class;
}

const char *class_name(WordClass class) {
    return class_names[class];
}

static inline uint64_t front_of(const char *folded, size_t size) {
    return eight_first(eight_load(folded), size);
}

/* Eight letters at a time; the last, shorter piece takes those before it once more. */
static inline uint32_t hash_of(uint64_t front, const char *bytes, size_t size) {
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = (front + size) * factor;
    for (size_t at = 8; at < size; at += 8) {
        hash ^= hash >> 32;
        hash = (hash ^ eight_load(bytes + (at + 8 <= size ? at : size - 8))) * factor;
    }
    return (uint32_t)(hash >> 32);
}

/* Few slots at first: most lexicons that are filled word by word stay small. */
Lexicon *lexicon_new(void) {
    Lexicon *lexicon = memory_new(sizeof *lexicon);
    *lexicon = (Lexicon){.slot_count = 1 << 10};
    lexicon->slots = memory_new_zeroed(lexicon->slot_count * sizeof *lexicon->slots);
    lexicon->filter = memory_new_zeroed(FILTER_WORDS * sizeof *lexicon->filter);
    array_push(&lexicon->words, (Word){0});
    array_push(&lexicon->bases, (Base){0, 0});
    return lexicon;
}

void lexicon_free(Lexicon *lexicon) {
    if (!lexicon) return;
    if (!lexicon->borrowed) {
        array_free(&lexicon->words);
        array_free(&lexicon->bases);
        array_free(&lexicon->prefixes);
        array_free(&lexicon->letters);
        free(lexicon->slots);
        free(lexicon->filter);
    }
    free(lexicon);
}

static inline bool is_word(const Lexicon *lexicon, uint32_t number, uint64_t front, const char *folded,
                           size_t size) {
    const Word *word = &lexicon->words.items[number];
    return word->front == front && word->size == size &&
           (size <= 8 || !memcmp(lexicon->letters.items + word->text + 8, folded + 8, size - 8));
}

/* The slot that holds the word, or the empty one where it belongs. */
static inline size_t slot_of(const Lexicon *lexicon, uint64_t front, const char *folded, size_t size,
                             uint32_t hash) {
    size_t mask = lexicon->slot_count - 1, at = hash & mask;
    for (; lexicon->slots[at].number; at = (at + 1) & mask)
        if (lexicon->slots[at].hash == hash &&
            is_word(lexicon, lexicon->slots[at].number, front, folded, size))
            break;
    return at;
}

static void grow(Lexicon *lexicon) {
    free(lexicon->slots);
    lexicon->slot_count *= 2;
    lexicon->slots = memory_new_zeroed(lexicon->slot_count * sizeof *lexicon->slots);
    for (uint32_t i = 1; i < lexicon->words.count; i++) {
        const Word *word = &lexicon->words.items[i];
        const char *text = lexicon->letters.items + word->text;
        lexicon->slots[slot_of(lexicon, word->front, text, word->size, word->hash)] = (Slot){i, word->hash};
    }
}

static uint32_t add_letters(Lexicon *lexicon, const char *folded, size_t size) {
    size_t at = lexicon->letters.count;
    array_reserve(&lexicon->letters, at + size + 1);
    memcpy(lexicon->letters.items + at, folded, size);
    lexicon->letters.count += size;
    return (uint32_t)at;
}

uint32_t lexicon_add(Lexicon *lexicon, const char *folded, size_t size) {
    if (size > LEXICON_LONGEST) size = LEXICON_LONGEST;
    uint64_t front = front_of(folded, size);
    uint32_t hash = hash_of(front, folded, size);
    size_t slot = slot_of(lexicon, front, folded, size, hash);
    if (lexicon->slots[slot].number) return lexicon->slots[slot].number;
    uint32_t number = (uint32_t)lexicon->words.count;
    lexicon->filter[hash >> FILTER_SHIFT >> 6] |= (uint64_t)1 << (hash >> FILTER_SHIFT & 63);
    lexicon->slots[slot] = (Slot){number, hash};
    array_push(&lexicon->words, (Word){.front = front,
                                       .text = add_letters(lexicon, folded, size),
                                       .size = (uint16_t)size,
                                       .hash = hash});
    if (lexicon->words.count * 2 > lexicon->slot_count) grow(lexicon);
    return number;
}

static inline uint32_t find_plain(const Lexicon *lexicon, const char *folded, size_t size) {
    uint64_t front = front_of(folded, size);
    uint32_t hash = hash_of(front, folded, size);
    if (!(lexicon->filter[hash >> FILTER_SHIFT >> 6] >> (hash >> FILTER_SHIFT & 63) & 1)) return 0;
    return lexicon->slots[slot_of(lexicon, front, folded, size, hash)].number;
}

/* The doubling sign is written or not at will, except where it tells two names apart: first as it stands,
 * then without. */
static uint32_t find_unmarked(const Lexicon *lexicon, const char *folded, size_t size) {
    uint32_t word = find_plain(lexicon, folded, size);
    if (word || !memmem(folded, size, "\xD9\x91", 2)) return word;
    char plain[256];
    size_t count = 0;
    if (size > sizeof plain) return 0;
    for (size_t i = 0; i < size; i++) {
        if (i + 1 < size && folded[i] == '\xD9' && folded[i + 1] == '\x91')
            i++;
        else
            plain[count++] = folded[i];
    }
    return find_plain(lexicon, plain, count);
}

static uint32_t find_without(const Lexicon *lexicon, const Prefix *prefix, const char *folded, size_t size) {
    char rest[256];
    if (size <= prefix->size + 2 || size + sizeof prefix->with > sizeof rest) return 0;
    if (memcmp(folded, prefix->text, prefix->size)) return 0;
    memcpy(rest, prefix->with, prefix->with_size);
    memcpy(rest + prefix->with_size, folded + prefix->size, size - prefix->size);
    return find_unmarked(lexicon, rest, size - prefix->size + prefix->with_size);
}

static uint32_t find_prefixed(const Lexicon *lexicon, const char *folded, size_t size) {
    uint32_t word = find_unmarked(lexicon, folded, size);
    for (size_t i = 0; !word && i < lexicon->prefixes.count; i++)
        word = find_without(lexicon, &lexicon->prefixes.items[i], folded, size);
    return word;
}

uint32_t lexicon_find(const Lexicon *lexicon, const char *folded, size_t size) {
    uint32_t word = find_plain(lexicon, folded, size);
    return word || !lexicon->prefixes.count ? word : find_prefixed(lexicon, folded, size);
}

const Word *lexicon_word(const Lexicon *lexicon, uint32_t word) {
    return &lexicon->words.items[word];
}

uint32_t lexicon_count(const Lexicon *lexicon) {
    return (uint32_t)lexicon->words.count - 1;
}

const char *lexicon_letters(const Lexicon *lexicon, uint32_t word) {
    return lexicon->letters.items + lexicon->words.items[word].text;
}

const Base *lexicon_base(const Lexicon *lexicon, uint32_t base) {
    return &lexicon->bases.items[base];
}

bool lexicon_is(const Lexicon *lexicon, uint32_t word, WordClass class) {
    return (lexicon->words.items[word].classes & CLASS_BIT(class)) != 0;
}

void lexicon_add_class(Lexicon *lexicon, uint32_t word, WordClass class) {
    lexicon->words.items[word].classes |= CLASS_BIT(class);
}

void lexicon_add_base(Lexicon *lexicon, uint32_t word, uint32_t base) {
    if (word == base) return;
    Word *owner = &lexicon->words.items[word];
    for (uint32_t i = owner->bases; i; i = lexicon->bases.items[i].next)
        if (lexicon->bases.items[i].word == base) return;
    array_push(&lexicon->bases, (Base){base, owner->bases});
    owner->bases = (uint32_t)lexicon->bases.count - 1;
}

void lexicon_add_prefix(Lexicon *lexicon, const char *text, const char *with) {
    Prefix prefix = {.size = strlen(text), .with_size = strlen(with)};
    if (prefix.size >= sizeof prefix.text || prefix.with_size >= sizeof prefix.with) return;
    memcpy(prefix.text, text, prefix.size);
    memcpy(prefix.with, with, prefix.with_size);
    array_push(&lexicon->prefixes, prefix);
}

void lexicon_add_start(Lexicon *lexicon, uint32_t word, uint32_t starts) {
    lexicon->words.items[word].starts |= (uint8_t)starts;
}

void lexicon_finish(Lexicon *lexicon) {
    for (size_t i = 1; i < lexicon->words.count; i++) {
        Word *word = &lexicon->words.items[i];
        for (uint32_t base = word->bases; base; base = lexicon->bases.items[base].next) {
            const Word *form = &lexicon->words.items[lexicon->bases.items[base].word];
            word->classes |= form->classes;
            word->starts |= form->starts;
        }
    }
}
