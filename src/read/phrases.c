/* See phrases.h. Matching. */
#include "lexicon_inside.h"
#include "phrases_inside.h"

enum { BESTS = 4 };

typedef struct Walk {
    const Phrases *phrases;
    const Lexicon *lexicon;
    const Token *tokens;
    size_t count; /* tokens, at most as many as a phrase can have */
    size_t best_count;
    size_t best_wild;     /* wildcards in the longest phrases: fewer are better */
    uint32_t bests;       /* how many of them there are */
    uint32_t best[BESTS]; /* first meanings of theirs */
} Walk;

static void note_phrase(Walk *state, uint32_t meaning, size_t at, size_t wild) {
    if (at < state->best_count || (at == state->best_count && wild > state->best_wild)) return;
    if (at > state->best_count || wild < state->best_wild) state->bests = 0;
    state->best_count = at;
    state->best_wild = wild;
    if (state->bests < BESTS) state->best[state->bests++] = meaning;
}

/* Halves what is left until one is: most nodes have few edges. */
static inline uint32_t node_after(const Phrases *phrases, uint32_t node, uint32_t word) {
    if (phrases->growth) return growth_after(phrases, node, word);
    const PhraseEdge *edge = phrases->edges.items + phrases->nodes.items[node].edges;
    size_t count = phrases->nodes.items[node + 1].edges - phrases->nodes.items[node].edges;
    if (!count) return 0;
    for (size_t half; count > 1; count -= half) {
        half = count / 2;
        if (edge[half].word <= word) edge += half;
    }
    return edge->word == word ? edge->to : 0;
}

static bool has_wildcards(const Phrases *phrases, uint32_t node) {
    if (phrases->growth) return true;
    uint32_t end = phrases->nodes.items[node + 1].edges;
    return end > phrases->nodes.items[node].edges && phrases->edges.items[end - 1].word >= PHRASE_ANY;
}

static void go_on(Walk *state, uint32_t node, size_t at, size_t wild);

/* At a node that is reached with so many tokens. Nearly always the walk is at its end there. */
static inline void walk(Walk *state, uint32_t node, size_t at, size_t wild) {
    const PhraseNode *here = &state->phrases->nodes.items[node];
    if (!node) return;
    if (here->meaning) note_phrase(state, here->meaning, at, wild);
    if (at < state->count && (here[0].edges != here[1].edges || state->phrases->growth))
        go_on(state, node, at, wild);
}

/* Few branches, and no deeper than the longest phrase. */
static void go_on(Walk *state, uint32_t node, size_t at, size_t wild) {
    const Phrases *phrases = state->phrases;
    const Lexicon *lexicon = state->lexicon;
    const Token *token = &state->tokens[at];
    if (token->word) {
        walk(state, node_after(phrases, node, token->word), at + 1, wild);
        for (uint32_t i = lexicon->words.items[token->word].bases; i; i = lexicon->bases.items[i].next)
            walk(state, node_after(phrases, node, lexicon->bases.items[i].word), at + 1, wild);
    }
    if (!has_wildcards(phrases, node)) return;
    if (token->kind == TOKEN_NUMBER) walk(state, node_after(phrases, node, PHRASE_NUMBER), at + 1, wild + 1);
    if (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER)
        walk(state, node_after(phrases, node, PHRASE_ANY), at + 1, wild + 1);
}

/* The node after a phrase's first word, or 0. */
static inline uint32_t head_of(const Phrases *phrases, uint32_t word) {
    if (phrases->growth) return growth_after(phrases, PHRASES_ROOT, word);
    uint32_t at = word - phrases->lowest;
    return at < phrases->heads.count ? phrases->heads.items[at] : 0;
}

/* No phrase begins with a wildcard. */
PhraseMatch phrases_match(const Phrases *phrases, const Lexicon *lexicon, const Token *tokens, size_t count) {
    if (!count || !tokens->word) return (PhraseMatch){0};
    Walk state;
    state.phrases = phrases;
    state.lexicon = lexicon;
    state.tokens = tokens;
    state.count = count < PHRASE_LONGEST ? count : PHRASE_LONGEST;
    state.best_count = state.best_wild = state.bests = 0;
    walk(&state, head_of(phrases, tokens->word), 1, 0);
    for (uint32_t i = lexicon->words.items[tokens->word].bases; i; i = lexicon->bases.items[i].next)
        walk(&state, head_of(phrases, lexicon->bases.items[i].word), 1, 0);
    if (!state.best_count) return (PhraseMatch){0};
    const PhraseMeaning *meaning = &phrases->meanings.items[state.best[0]];
    PhraseMatch match = {.count = state.best_count, .meaning = meaning->value, .more = meaning->next};
    for (uint32_t i = state.bests; i > 1; i--) match.others[match.other_count++] = state.best[i - 1];
    return match;
}

uint32_t phrases_next(const Phrases *phrases, PhraseMatch *match) {
    if (!match->more && match->other_count) match->more = match->others[--match->other_count];
    if (!match->more) return 0;
    const PhraseMeaning *meaning = &phrases->meanings.items[match->more];
    match->meaning = meaning->value;
    match->more = meaning->next;
    return match->meaning;
}
