/* See phrases.h. While phrases are added, their edges stand in a hash table; once all are in they are put in
 * order, which takes less room and less time to look through. */
#include "phrases_inside.h"

#include <stdlib.h>
#include <string.h>

typedef struct GrowingEdge {
    uint32_t node, word, to;
} GrowingEdge;

struct PhraseGrowth {
    GrowingEdge *slots; /* open addressing; an empty one leads to 0 */
    size_t slot_count, count;
};

Phrases *phrases_new(void) {
    Phrases *phrases = memory_new_zeroed(sizeof *phrases);
    PhraseGrowth *growth = memory_new_zeroed(sizeof *growth);
    growth->slot_count = 1 << 8;
    growth->slots = memory_new_zeroed(growth->slot_count * sizeof *growth->slots);
    phrases->growth = growth;
    array_push(&phrases->nodes, (PhraseNode){0});
    array_push(&phrases->nodes, (PhraseNode){0});
    array_push(&phrases->meanings, (PhraseMeaning){0, 0});
    return phrases;
}

static void growth_free(PhraseGrowth *growth) {
    if (growth) free(growth->slots);
    free(growth);
}

void phrases_free(Phrases *phrases) {
    if (!phrases) return;
    growth_free(phrases->growth);
    if (!phrases->borrowed) {
        array_free(&phrases->heads);
        array_free(&phrases->nodes);
        array_free(&phrases->edges);
        array_free(&phrases->meanings);
    }
    free(phrases);
}

static GrowingEdge *slot_of(const PhraseGrowth *growth, uint32_t node, uint32_t word) {
    size_t mask = growth->slot_count - 1;
    uint64_t mixed = ((uint64_t)node << 32 | word) * 0x9E3779B97F4A7C15u;
    size_t slot = (size_t)(mixed >> 32) & mask;
    while (growth->slots[slot].to && (growth->slots[slot].node != node || growth->slots[slot].word != word))
        slot = (slot + 1) & mask;
    return &growth->slots[slot];
}

uint32_t growth_after(const Phrases *phrases, uint32_t node, uint32_t word) {
    return slot_of(phrases->growth, node, word)->to;
}

static void grow(PhraseGrowth *growth) {
    GrowingEdge *old = growth->slots;
    size_t count = growth->slot_count;
    growth->slot_count *= 2;
    growth->slots = memory_new_zeroed(growth->slot_count * sizeof *old);
    for (size_t i = 0; i < count; i++)
        if (old[i].to) *slot_of(growth, old[i].node, old[i].word) = old[i];
    free(old);
}

static uint32_t node_after(Phrases *phrases, uint32_t node, uint32_t word) {
    PhraseGrowth *growth = phrases->growth;
    GrowingEdge *edge = slot_of(growth, node, word);
    if (edge->to) return edge->to;
    uint32_t to = (uint32_t)phrases->nodes.count;
    array_push(&phrases->nodes, (PhraseNode){0});
    *edge = (GrowingEdge){node, word, to};
    if (++growth->count * 2 > growth->slot_count) grow(growth);
    return to;
}

void phrases_add(Phrases *phrases, const uint32_t *words, size_t count, uint32_t meaning) {
    uint32_t node = PHRASES_ROOT;
    if (count == 0 || count > PHRASE_LONGEST || words[0] >= PHRASE_ANY) return;
    for (size_t i = 0; i < count; i++) node = node_after(phrases, node, words[i]);
    uint32_t *last = &phrases->nodes.items[node].meaning;
    for (; *last; last = &phrases->meanings.items[*last].next)
        if (phrases->meanings.items[*last].value == meaning) return;
    *last = (uint32_t)phrases->meanings.count;
    array_push(&phrases->meanings, (PhraseMeaning){meaning, 0});
}

static int in_order(const void *one, const void *other) {
    const GrowingEdge *a = one, *b = other;
    if (a->node != b->node) return a->node < b->node ? -1 : 1;
    return a->word < b->word ? -1 : a->word > b->word;
}

/* Those from the root, which lie together at the beginning. */
static void index_heads(Phrases *phrases) {
    const PhraseNode *root = &phrases->nodes.items[PHRASES_ROOT];
    size_t from = root[0].edges, to = root[1].edges;
    if (from == to) return;
    phrases->lowest = phrases->edges.items[from].word;
    size_t count = phrases->edges.items[to - 1].word - phrases->lowest + 1;
    array_reserve(&phrases->heads, count);
    memset(phrases->heads.items, 0, count * sizeof *phrases->heads.items);
    phrases->heads.count = count;
    for (size_t i = from; i < to; i++)
        phrases->heads.items[phrases->edges.items[i].word - phrases->lowest] = phrases->edges.items[i].to;
}

void phrases_finish(Phrases *phrases) {
    PhraseGrowth *growth = phrases->growth;
    if (!growth) return;
    size_t count = 0;
    for (size_t i = 0; i < growth->slot_count; i++)
        if (growth->slots[i].to) growth->slots[count++] = growth->slots[i];
    qsort(growth->slots, count, sizeof *growth->slots, in_order);
    array_reserve(&phrases->edges, count);
    array_push(&phrases->nodes, (PhraseNode){0});
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        for (; node <= growth->slots[i].node; node++) phrases->nodes.items[node].edges = (uint32_t)i;
        array_push(&phrases->edges, (PhraseEdge){growth->slots[i].word, growth->slots[i].to});
    }
    for (; node < phrases->nodes.count; node++) phrases->nodes.items[node].edges = (uint32_t)count;
    index_heads(phrases);
    growth_free(growth);
    phrases->growth = NULL;
}
