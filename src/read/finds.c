/* See passage.h. Names, cues and numbers in one sentence. */
#include "groups.h"

#include <stdlib.h>

static bool is_admissible(const Passage *passage, const Name *name, const Token *tokens, size_t count) {
    if (passage->language->no_case) return true;
    if (name->all_capitals) return (tokens->flags & TOKEN_ALL_CAPITALS) != 0;
    for (size_t i = 0; i < count; i++)
        if (name->capitals >> i & 1 && !(tokens[i].flags & TOKEN_CAPITAL)) return false;
    return true;
}

/* A country beats what is none, if both are written alike; names of other countries stay to be told apart
 * later. */
static uint32_t admissible_name(const Passage *passage, PhraseMatch match, const Token *tokens) {
    uint32_t best = 0;
    for (uint32_t meaning = match.meaning; meaning;
         meaning = phrases_next(passage->language->name_phrases, &match)) {
        const Name *name = &passage->language->names.items[meaning - 1];
        if (!is_admissible(passage, name, tokens, match.count)) continue;
        const Name *other = best ? &passage->language->names.items[best - 1] : NULL;
        bool place = name->kind >= NAME_CITY, other_place = other && other->kind >= NAME_CITY;
        if (!other || place < other_place ||
            (place == other_place && (name->ambiguous < other->ambiguous ||
                                      (name->ambiguous == other->ambiguous && name->kind < other->kind))))
            best = meaning;
    }
    return best;
}

static void add_mention(Passage *passage, uint32_t meaning, uint32_t at, size_t count) {
    const Name *name = &passage->language->names.items[meaning - 1];
    array_push(&passage->mentions, (Mention){.first = at,
                                             .count = (uint32_t)count,
                                             .country = name->country,
                                             .kind = name->kind,
                                             .name = meaning - 1,
                                             .sentence = (uint32_t)passage->sentences.count});
}

/* "both Koreas" are two mentions in one place. */
static void add_mentions(Passage *passage, uint32_t meaning, PhraseMatch match, uint32_t at) {
    add_mention(passage, meaning, at, match.count);
    if (!passage->language->names.items[meaning - 1].together) return;
    for (uint32_t other = match.meaning; other; other = phrases_next(passage->language->name_phrases, &match))
        if (other != meaning && passage->language->names.items[other - 1].together)
            add_mention(passage, other, at, match.count);
}

static size_t find_name(Passage *passage, const Token *tokens, size_t count, uint32_t at) {
    const Language *language = passage->language;
    for (size_t limit = count; limit > 0;) {
        PhraseMatch match = phrases_match(language->name_phrases, language->lexicon, tokens, limit);
        if (!match.count) return 0;
        uint32_t meaning = admissible_name(passage, match, tokens);
        limit = match.count - 1;
        if (!meaning) continue;
        add_mentions(passage, meaning, match, at);
        return match.count;
    }
    return 0;
}

void find_names(Passage *passage, Sentence *sentence) {
    size_t end = sentence->first + sentence->count;
    for (size_t at = sentence->first; at < end;) {
        const Token *token = &passage->tokens.items[at];
        size_t taken = token->starts & STARTS_NAME ? find_name(passage, token, end - at, (uint32_t)at) : 0;
        at += taken ? taken : 1;
    }
    sentence->mention_count = (uint32_t)passage->mentions.count - sentence->mention_first;
}

/* The mention from *next on that covers the tokens at..at+count, which are then no cue: Estados Unidos. */
static bool is_inside_name(const Passage *passage, const Sentence *sentence, uint32_t *next, size_t at,
                           size_t count) {
    for (; *next < sentence->mention_count; (*next)++) {
        const Mention *mention = &passage->mentions.items[sentence->mention_first + *next];
        if (mention->first + mention->count <= at) continue;
        return mention->first <= at && at + count <= mention->first + mention->count;
    }
    return false;
}

/* What heads a list counts only there: "Participants (4):" */
static bool is_meant(const Passage *passage, uint32_t meaning, size_t to, size_t end) {
    enum { COLON_REACH = 3 };
    return !passage->language->rules.items[meaning - 1].heading ||
           sign_between(passage, to, to + COLON_REACH < end ? to + COLON_REACH : end, TOKEN_COLON);
}

void find_cues(Passage *passage, Sentence *sentence) {
    const Language *language = passage->language;
    size_t end = sentence->first + sentence->count;
    uint32_t next = 0;
    for (size_t at = sentence->first; at < end;) {
        const Token *token = &passage->tokens.items[at];
        if (!(token->starts & STARTS_CUE)) {
            at++;
            continue;
        }
        PhraseMatch match = phrases_match(language->cue_phrases, language->lexicon, token, end - at);
        size_t taken = match.count, found = passage->cues.count;
        bool inside = taken && is_inside_name(passage, sentence, &next, at, taken);
        for (uint32_t meaning = taken && !inside ? match.meaning : 0; meaning;
             meaning = phrases_next(language->cue_phrases, &match))
            if (is_meant(passage, meaning, at + taken, end))
                array_push(&passage->cues, (Cue){(uint32_t)at, (uint32_t)taken, meaning - 1});
        if (passage->cues.count == found && !inside) taken = 0; /* shorter ones may begin inside */
        at += taken ? taken : 1;
    }
    sentence->cue_count = (uint32_t)passage->cues.count - sentence->cue_first;
}

void find_numbers(Passage *passage, Sentence *sentence) {
    size_t end = sentence->first + sentence->count;
    for (size_t at = sentence->first; at < end;) {
        const Token *token = &passage->tokens.items[at];
        bool possible = token->kind == TOKEN_NUMBER || (token->starts & STARTS_NUMBER) ||
                        (passage->language->numbers_joined && !token->word);
        Number number = possible ? number_at(passage, sentence, at) : (Number){0};
        if (number.count) array_push(&passage->numbers, number);
        at += number.count ? number.count : 1;
    }
    sentence->number_count = (uint32_t)passage->numbers.count - sentence->number_first;
}
