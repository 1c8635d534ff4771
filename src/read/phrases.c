/* See phrases.h. */
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

typedef struct Edge {
    uint32_t node, word, to;
} Edge;

typedef struct Meaning {
    uint32_t value, next;
} Meaning;

struct Phrases {
    Edge *edges; /* open addressing; an empty one leads to 0 */
    size_t slot_count, edge_count;
    ARRAY(uint32_t) nodes; /* the first meaning of each, or 0 */
    ARRAY(Meaning) meanings;
    ARRAY(uint8_t) ways; /* by node: how it goes on, WAY_ bits */
    ARRAY(bool) heads;   /* by word: whether a phrase begins with it */
};

enum { ROOT = 1, WAY_WORD = 1, WAY_WILD = 2 };

Phrases *phrases_new(void) {
    Phrases *phrases = memory_new(sizeof *phrases);
    *phrases = (Phrases){.slot_count = 1 << 13};
    phrases->edges = memory_new(phrases->slot_count * sizeof *phrases->edges);
    memset(phrases->edges, 0, phrases->slot_count * sizeof *phrases->edges);
    array_push(&phrases->nodes, 0u);
    array_push(&phrases->nodes, 0u);
    array_push(&phrases->ways, 0);
    array_push(&phrases->ways, 0);
    array_push(&phrases->meanings, (Meaning){0, 0});
    return phrases;
}

void phrases_free(Phrases *phrases) {
    if (!phrases) return;
    free(phrases->edges);
    array_free(&phrases->nodes);
    array_free(&phrases->ways);
    array_free(&phrases->heads);
    array_free(&phrases->meanings);
    free(phrases);
}

static Edge *edge_of(const Phrases *phrases, uint32_t node, uint32_t word) {
    size_t mask = phrases->slot_count - 1;
    uint64_t mixed = ((uint64_t)node << 32 | word) * 0x9E3779B97F4A7C15u;
    size_t slot = (size_t)(mixed >> 32) & mask;
    while (phrases->edges[slot].to &&
           (phrases->edges[slot].node != node || phrases->edges[slot].word != word))
        slot = (slot + 1) & mask;
    return &phrases->edges[slot];
}

static void grow(Phrases *phrases) {
    Edge *old = phrases->edges;
    size_t count = phrases->slot_count;
    phrases->slot_count *= 2;
    phrases->edges = memory_new(phrases->slot_count * sizeof *old);
    memset(phrases->edges, 0, phrases->slot_count * sizeof *old);
    for (size_t i = 0; i < count; i++)
        if (old[i].to) *edge_of(phrases, old[i].node, old[i].word) = old[i];
    free(old);
}

static uint32_t node_after(Phrases *phrases, uint32_t node, uint32_t word) {
    Edge *edge = edge_of(phrases, node, word);
    if (edge->to) return edge->to;
    uint32_t to = (uint32_t)phrases->nodes.count;
    array_push(&phrases->nodes, 0u);
    array_push(&phrases->ways, 0);
    *edge = (Edge){node, word, to};
    if (++phrases->edge_count * 2 > phrases->slot_count) grow(phrases);
    return to;
}

void phrases_add(Phrases *phrases, const uint32_t *words, size_t count, uint32_t meaning) {
    uint32_t node = ROOT;
    if (count == 0 || count > PHRASE_LONGEST) return;
    while (words[0] < PHRASE_ANY && phrases->heads.count <= words[0]) array_push(&phrases->heads, false);
    if (words[0] < PHRASE_ANY) phrases->heads.items[words[0]] = true;
    for (size_t i = 0; i < count; i++) {
        phrases->ways.items[node] |= words[i] >= PHRASE_ANY ? WAY_WILD : WAY_WORD;
        node = node_after(phrases, node, words[i]);
    }
    uint32_t *last = &phrases->nodes.items[node];
    for (; *last; last = &phrases->meanings.items[*last].next)
        if (phrases->meanings.items[*last].value == meaning) return;
    uint32_t place = (uint32_t)phrases->meanings.count;
    *last = place;
    array_push(&phrases->meanings, (Meaning){meaning, 0});
}

typedef struct Walk {
    const Phrases *phrases;
    const Lexicon *lexicon;
    const Token *tokens;
    size_t count, best_count;
    uint32_t best[4]; /* first meanings of the longest phrases */
    uint32_t bests;
    size_t best_wild; /* wildcards in them: fewer are better */
} Walk;

static void note_phrase(Walk *state, uint32_t node, size_t at, size_t wild) {
    uint32_t meaning = state->phrases->nodes.items[node];
    if (!meaning || at < state->best_count || (at == state->best_count && wild > state->best_wild)) return;
    if (at > state->best_count || wild < state->best_wild) state->bests = 0;
    state->best_count = at;
    state->best_wild = wild;
    if (state->bests < 4) state->best[state->bests++] = meaning;
}

static void walk(Walk *state, uint32_t node, size_t at, size_t wild);

static void walk_edge(Walk *state, uint32_t node, uint32_t word, size_t at, size_t wild) {
    uint32_t to = edge_of(state->phrases, node, word)->to;
    if (to) walk(state, to, at + 1, wild);
}

/* Few branches, and no deeper than the longest phrase. */
static void walk(Walk *state, uint32_t node, size_t at, size_t wild) {
    note_phrase(state, node, at, wild);
    uint8_t ways = state->phrases->ways.items[node];
    if (!ways || at >= state->count || at >= PHRASE_LONGEST) return;
    const Token *token = &state->tokens[at];
    if (token->word && (ways & WAY_WORD)) {
        walk_edge(state, node, token->word, at, wild);
        for (uint32_t i = lexicon_word(state->lexicon, token->word)->bases; i;
             i = lexicon_base(state->lexicon, i)->next)
            walk_edge(state, node, lexicon_base(state->lexicon, i)->word, at, wild);
    }
    if (!(ways & WAY_WILD)) return;
    if (token->kind == TOKEN_NUMBER) walk_edge(state, node, PHRASE_NUMBER, at, wild + 1);
    if (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER)
        walk_edge(state, node, PHRASE_ANY, at, wild + 1);
}

static bool is_head(const Phrases *phrases, uint32_t word) {
    return word < phrases->heads.count && phrases->heads.items[word];
}

/* Whether any phrase begins with the token's word or one of its bases. */
static bool may_begin(const Phrases *phrases, const Lexicon *lexicon, const Token *token) {
    if (phrases->ways.items[ROOT] & WAY_WILD) return true;
    if (!token->word) return false;
    if (is_head(phrases, token->word)) return true;
    for (uint32_t i = lexicon_word(lexicon, token->word)->bases; i; i = lexicon_base(lexicon, i)->next)
        if (is_head(phrases, lexicon_base(lexicon, i)->word)) return true;
    return false;
}

PhraseMatch phrases_match(const Phrases *phrases, const Lexicon *lexicon, const Token *tokens, size_t count) {
    if (!count || !may_begin(phrases, lexicon, tokens)) return (PhraseMatch){0};
    Walk state = {.phrases = phrases, .lexicon = lexicon, .tokens = tokens, .count = count};
    walk(&state, ROOT, 0, 0);
    PhraseMatch match = {.count = state.best_count};
    if (!state.best_count) return match;
    const Meaning *meaning = &phrases->meanings.items[state.best[0]];
    match.meaning = meaning->value;
    match.more = meaning->next;
    for (uint32_t i = state.bests; i > 1; i--) match.others[match.other_count++] = state.best[i - 1];
    return match;
}

uint32_t phrases_next(const Phrases *phrases, PhraseMatch *match) {
    if (!match->more && match->other_count) match->more = match->others[--match->other_count];
    if (!match->more) return 0;
    const Meaning *meaning = &phrases->meanings.items[match->more];
    match->meaning = meaning->value;
    match->more = meaning->next;
    return match->meaning;
}
