/* See blow.h. What is kept of a blow: target, strikers, count and month. */
#include "blow.h"

#include <stdlib.h>

enum { COUNT_REACH = 6 };

/* Nothing that could be counted follows: "added 12", "added 13 with four jets", "launched 85 of them". */
bool blow_has_rest(const Blow *blow, size_t next) {
    const Passage *passage = blow->clauses->passage;
    return next >= blow->end || passage->tokens.items[next].kind != TOKEN_WORD ||
           passage_is(passage, next, CLASS_PREPOSITION);
}

/* "two ships on raids", but "hundreds of raids" */
static bool names_other_thing(const Passage *passage, size_t from, size_t to) {
    for (size_t at = from; at < to; at++)
        if (passage_is(passage, at, CLASS_PREPOSITION) && !passage_is(passage, at, CLASS_OUT_OF)) return true;
    return false;
}

/* Four digits without a sign: 1995. */
static bool is_year(const Passage *passage, const Number *number) {
    const Token *token = &passage->tokens.items[number->first];
    bool plain = number->count == 1 && token->kind == TOKEN_NUMBER && token->end - token->start == 4;
    return plain && number->value >= 1900 && number->value < 2100;
}

const Number *blow_count(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    const Sentence *sentence = blow->clauses->sentence;
    size_t after = blow->cue->first + blow->cue->count;
    const Number *best = NULL;
    for (uint32_t i = 0; i < sentence->number_count; i++) {
        const Number *number = &passage->numbers.items[sentence->number_first + i];
        size_t next = number->first + number->count;
        if (!number->has_value && !number->bound) continue;
        if (number->first < sentence->first + sentence->dateline || is_year(passage, number)) continue;
        if (blow->rule->gives == GIVES_RAID) {
            if (passage_is(passage, blow->cue->first, CLASS_AIM))
                continue; /* "five targets in" are no strikes */
            bool near = number->first == blow->cue->first ||
                        (next <= blow->cue->first && blow->cue->first - next <= COUNT_REACH &&
                         !sign_between(passage, next, blow->cue->first, TOKEN_COMMA) &&
                         !names_other_thing(passage, next, blow->cue->first));
            if (near) best = number;
            continue;
        }
        if (best || next > blow->end) continue;
        size_t to = next + 4 < blow->end ? next + 4 : blow->end;
        for (size_t at = next; at < to; at++)
            if (passage->tokens.items[at].kind == TOKEN_COMMA) to = at;
        bool times = next < blow->end && passage_is(passage, next, CLASS_TIMES);
        bool weapon = stands_between(passage, next, to, CLASS_WEAPON);
        bool rest = number->first == after && blow->rule->gives == GIVES_FIRE && blow_has_rest(blow, next);
        bool near = number->first >= after ? number->first - after <= (weapon ? 9 : 5)
                                           : times || (weapon && blow->cue->first - next <= 12);
        if (near && (times || weapon || rest)) best = number;
    }
    return best;
}

/* The largest number is the total; the text of the first bound stays if there never is a number. */
void blow_add_count(const Blow *blow, StrikeFound *strike) {
    const Number *number = blow_count(blow);
    const Passage *passage = blow->clauses->passage;
    if (!number || (strike->has_value && (!number->has_value || number->value <= strike->value))) return;
    if (!strike->has_value && strike->bound && !number->has_value) return;
    strike->has_value = number->has_value;
    strike->value = number->value;
    strike->bound = number->bound;
    strike->text_start = passage->tokens.items[number->first].start;
    strike->text_end = passage->tokens.items[number->first + number->count - 1].end;
}

/* "since its campaign began in August" */
void blow_add_since(const Blow *blow, StrikeFound *strike) {
    const Passage *passage = blow->clauses->passage;
    bool since = false;
    for (size_t at = blow->cue->first; at < blow->end && !strike->since_end; at++) {
        since |= passage_is(passage, at, CLASS_SINCE);
        const Token *token = &passage->tokens.items[at];
        if (!since || !passage_is(passage, at, CLASS_MONTH) ||
            (!(token->flags & TOKEN_CAPITAL) && passage->language->nouns_capitalised))
            continue;
        strike->since_start = token->start;
        strike->since_end = token->end;
        bool year = at + 1 < blow->end && token[1].kind == TOKEN_NUMBER && token[1].end - token[1].start == 4;
        if (year) strike->since_end = token[1].end;
    }
}

StrikeFound *strike_on(Roles *roles, int target, const Blow *blow) {
    for (size_t i = 0; i < roles->strikes.count; i++)
        if (roles->strikes.items[i].target == target) return &roles->strikes.items[i];
    array_push(&roles->strikes, (StrikeFound){.target = target,
                                              .cue = blow->cue->first,
                                              .rule = blow->rule->name,
                                              .sentence = (uint32_t)(blow->clauses->sentence -
                                                                     roles->passage->sentences.items)});
    return &roles->strikes.items[roles->strikes.count - 1];
}

void add_striker(StrikeFound *strike, int country, uint32_t mention) {
    for (size_t i = 0; i < strike->by.count; i++)
        if (strike->by.items[i] == country) return;
    if (country == strike->target) return;
    array_push(&strike->by, country);
    array_push(&strike->evidence, mention);
}

static void add_group(const Blow *blow, StrikeFound *strike, const Group *group) {
    const Passage *passage = blow->clauses->passage;
    strike->joint |= group->countries > 1;
    for (uint32_t i = group->first; i <= group->last; i++)
        if (mention_counts(&passage->mentions.items[i]))
            add_striker(strike, passage->mentions.items[i].country, i);
}

/* "France flew nine raids, Britain six and Canada two" */
static void add_gapped(const Blow *blow, StrikeFound *strike) {
    const Clauses *clauses = blow->clauses;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->from < blow->cue->first || group == blow->target) continue;
        if (!is_gapped(clauses, group)) return;
        add_group(blow, strike, group);
    }
}

void add_strikers(const Blow *blow, StrikeFound *strike) {
    if (!blow->striker) return;
    add_group(blow, strike, blow->striker);
    if (blow->rule->gives != GIVES_STRIKE && blow->striker->to <= blow->cue->first) add_gapped(blow, strike);
}
