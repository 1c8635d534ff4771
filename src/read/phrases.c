/* See phrases.h. Matching. */
#include "phrases_inside.h"

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
    uint32_t meaning = state->phrases->nodes.items[node].meaning;
    if (!meaning || at < state->best_count || (at == state->best_count && wild > state->best_wild)) return;
    if (at > state->best_count || wild < state->best_wild) state->bests = 0;
    state->best_count = at;
    state->best_wild = wild;
    if (state->bests < 4) state->best[state->bests++] = meaning;
}

/* Halves what is left until one is: most nodes have few edges. */
static uint32_t node_after(const Phrases *phrases, uint32_t node, uint32_t word) {
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

static void walk(Walk *state, uint32_t node, size_t at, size_t wild);

static void walk_edge(Walk *state, uint32_t node, uint32_t word, size_t at, size_t wild) {
    uint32_t to = node_after(state->phrases, node, word);
    if (to) walk(state, to, at + 1, wild);
}

static bool is_leaf(const Phrases *phrases, uint32_t node) {
    return !phrases->growth && phrases->nodes.items[node].edges == phrases->nodes.items[node + 1].edges;
}

/* Few branches, and no deeper than the longest phrase. */
static void walk(Walk *state, uint32_t node, size_t at, size_t wild) {
    note_phrase(state, node, at, wild);
    if (at >= state->count || at >= PHRASE_LONGEST || is_leaf(state->phrases, node)) return;
    const Token *token = &state->tokens[at];
    if (token->word) {
        walk_edge(state, node, token->word, at, wild);
        for (uint32_t i = lexicon_word(state->lexicon, token->word)->bases; i;
             i = lexicon_base(state->lexicon, i)->next)
            walk_edge(state, node, lexicon_base(state->lexicon, i)->word, at, wild);
    }
    if (!has_wildcards(state->phrases, node)) return;
    if (token->kind == TOKEN_NUMBER) walk_edge(state, node, PHRASE_NUMBER, at, wild + 1);
    if (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER)
        walk_edge(state, node, PHRASE_ANY, at, wild + 1);
}

/* The node after a phrase's first word, or 0. */
static uint32_t head_of(const Phrases *phrases, uint32_t word) {
    if (phrases->growth) return growth_after(phrases, PHRASES_ROOT, word);
    uint32_t at = word - phrases->lowest;
    return at < phrases->heads.count ? phrases->heads.items[at] : 0;
}

static void begin(Walk *state, uint32_t word) {
    uint32_t to = head_of(state->phrases, word);
    if (to) walk(state, to, 1, 0);
}

/* No phrase begins with a wildcard. */
PhraseMatch phrases_match(const Phrases *phrases, const Lexicon *lexicon, const Token *tokens, size_t count) {
    if (!count || !tokens->word) return (PhraseMatch){0};
    Walk state = {.phrases = phrases, .lexicon = lexicon, .tokens = tokens, .count = count};
    begin(&state, tokens->word);
    for (uint32_t i = lexicon_word(lexicon, tokens->word)->bases; i; i = lexicon_base(lexicon, i)->next)
        begin(&state, lexicon_base(lexicon, i)->word);
    PhraseMatch match = {.count = state.best_count};
    if (!state.best_count) return match;
    const PhraseMeaning *meaning = &phrases->meanings.items[state.best[0]];
    match.meaning = meaning->value;
    match.more = meaning->next;
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
