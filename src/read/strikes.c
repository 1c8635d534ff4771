/* See roles.h. Who struck whom, how often, since when. A target is only what the sentence, or the sentence
 * before it, names as one. */
#include "blow.h"

#include <stdlib.h>

enum { AERIAL_LEAST = 4, TARGET_REACH = 14 };

/* "Hundreds more": by those who struck before. */
static void add_same_strikers(const Blow *blow, StrikeFound *strike, const int *before, size_t count) {
    const Passage *passage = blow->clauses->passage;
    size_t first = blow->clauses->sentence->first,
           from = blow->cue->first - first > 4 ? blow->cue->first - 4 : first;
    if (blow->striker || !stands_between(passage, from, blow->cue->first, CLASS_AGAIN)) return;
    for (size_t i = 0; i < count; i++) add_striker(strike, before[i], UINT32_MAX);
}

static void record(const Blow *blow, int target) {
    Roles *roles = blow->roles;
    StrikeFound *previous = NULL;
    for (size_t i = 0; i < roles->strikes.count; i++)
        if (roles->strikes.items[i].target == roles->last_target) previous = &roles->strikes.items[i];
    size_t index = previous ? (size_t)(previous - roles->strikes.items) : 0;
    bool had = previous != NULL;
    StrikeFound *strike = strike_on(roles, target, blow);
    add_strikers(blow, strike);
    if (had && roles->strikes.items[index].target != target)
        add_same_strikers(blow, strike, roles->strikes.items[index].by.items,
                          roles->strikes.items[index].by.count);
    blow_add_count(blow, strike);
    blow_add_since(blow, strike);
    if (!strike_places_add(blow, strike))
        array_push(&roles->loose, (LooseBlow){blow->clauses->sentence, blow->cue});
    roles->last_target = target;
}

static void record_group(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    for (uint32_t i = blow->target->first; i <= blow->target->last; i++) {
        const Mention *mention = &passage->mentions.items[i];
        if (!mention_counts(mention)) continue;
        record(blow, mention->country);
        StrikeFound *strike = strike_on(blow->roles, mention->country, blow);
        array_push(&strike->evidence, i);
    }
}

/* "Israeli strikes" */
static bool is_attributed(const Blow *blow) {
    return blow->rule->gives == GIVES_RAID && blow->striker && blow->target &&
           blow->striker->to == blow->cue->first;
}

/* Ambiguous words (hit, attack) mean a strike only beside aircraft or missiles, or once the article is about
 * strikes. */
static bool is_aerial(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    size_t first = blow->clauses->sentence->first;
    if (!blow->rule->aerial) return true;
    return stands_between(passage, first, blow->end, CLASS_AERIAL) ||
           stands_between(passage, first, blow->end, CLASS_WEAPON) ||
           (blow->roles->strikes.count > 0 && blow->roles->last_target >= 0) ||
           (is_attributed(blow) && blow->roles->aerial > 1) ||
           ((blow->rule->gives == GIVES_RAID || blow->clauses->sentence->flags & SENTENCE_HEADLINE) &&
            blow->roles->aerial >= AERIAL_LEAST);
}

static bool is_shown(const Blow *blow) {
    if (cue_denied(blow->clauses, blow->cue, blow->striker) ||
        cue_possible(blow->clauses, blow->cue, blow->striker))
        return false;
    return is_aerial(blow);
}

/* "Italian Tornados struck barracks", "cazas italianos", where only one country is struck. */
static bool hits_the_only_target(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    const Roles *roles = blow->roles;
    const Group *striker = blow->striker;
    size_t cue = blow->cue->first;
    if (!striker || roles->strikes.count != 1 || striker->to + 4 < cue) return false;
    for (uint32_t i = striker->first; i <= striker->last; i++)
        if (passage->mentions.items[i].country == roles->last_target) return false;
    size_t noun = striker->from > blow->clauses->sentence->first ? striker->from - 1 : striker->from;
    size_t from = noun < cue ? noun : cue, to = striker->from > cue ? striker->from : cue + 1;
    return stands_between(passage, from, to, CLASS_AERIAL);
}

static bool may_use_context(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    size_t after = blow->cue->first + blow->cue->count, to = after + 4 < blow->end ? after + 4 : blow->end;
    if (blow->roles->last_target < 0 || blow_misses(blow, SIZE_MAX)) return false;
    if (blow->rule->gives == GIVES_STRIKE && !blow_is_passive(blow))
        return stands_between(passage, after, to, CLASS_THERE) || hits_the_only_target(blow);
    return blow->striker != NULL || blow_count(blow) != NULL;
}

static bool is_named_country(const Blow *blow, size_t at) {
    const Sentence *sentence = blow->clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &blow->clauses->passage->mentions.items[sentence->mention_first + i];
        if (mention->first <= at && at < mention->first + mention->count) return mention_counts(mention);
    }
    return false;
}

/* "en Saná": a capital in the article's own spelling, of a country that the article names; or -1. */
static int country_of_seat(const Blow *blow, size_t at) {
    const Sentence *sentence = blow->clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &blow->clauses->passage->mentions.items[sentence->mention_first + i];
        if (mention->first == at && mention->kind == NAME_SEAT && blow->roles->named[mention->country])
            return mention->country;
    }
    return -1;
}

/* "missiles hit Kharkiv", "Lviv was hit": a town of a country that the article names. */
static int country_of_place(const Blow *blow) {
    enum { DIRECT_REACH = 3, PASSIVE_REACH = 12 };
    const Passage *passage = blow->clauses->passage;
    size_t to = blow->cue->first + blow->cue->count, first = blow->clauses->sentence->first;
    bool verb = blow->rule->gives == GIVES_STRIKE, passive = verb && blow_is_passive(blow);
    size_t from = passive ? (to > first + PASSIVE_REACH ? to - PASSIVE_REACH : first) : to;
    if (from < first + blow->clauses->sentence->dateline) from = first + blow->clauses->sentence->dateline;
    for (size_t at = from; at < blow->end && at < (passive ? blow->cue->first : to + TARGET_REACH); at++) {
        if (!passive && passage->tokens.items[at].kind == TOKEN_COMMA) return -1;
        bool toward = at > first && passage_is(passage, at - 1, CLASS_TOWARD);
        toward |= at > first + 1 && passage_is(passage, at - 1, CLASS_OUT_OF) &&
                  passage_is(passage, at - 2, CLASS_TOWN); /* "the port of" */
        bool direct = verb && !passive && at - to < DIRECT_REACH;
        if (!(toward || direct || passive) || is_named_country(blow, at)) continue;
        int country = country_of_seat(blow, at);
        if (country < 0) country = town_country(blow->roles, at, blow->end);
        if (country >= 0) return country;
    }
    return -1;
}

static bool is_own_place(const Blow *blow, int country) {
    const Passage *passage = blow->clauses->passage;
    for (uint32_t i = blow->striker ? blow->striker->first : 1; blow->striker && i <= blow->striker->last;
         i++)
        if (passage->mentions.items[i].country == country) return true;
    return false;
}

static bool record_place(const Blow *blow) {
    int country = country_of_place(blow);
    if (country >= 0 && !is_own_place(blow, country) && !blow_misses(blow, SIZE_MAX))
        record(blow, country);
    else if (may_use_context(blow))
        record(blow, blow->roles->last_target);
    else
        return false;
    return true;
}

static void read_blow(Blow *blow) {
    if (!blow_read(blow)) return;
    if (!blow->striker) blow->striker = explained_list(blow->clauses, blow->cue, NULL);
    if (!is_shown(blow)) return;
    if (blow->target && blow->target == blow->striker && !blow->each_other) blow->striker = NULL;
    if (blow->target)
        record_group(blow);
    else if (!record_place(blow))
        array_push(&blow->roles->loose, (LooseBlow){blow->clauses->sentence, blow->cue});
}

void strikes_read(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &roles->passage->cues.items[sentence->cue_first + i];
        Blow blow = {.roles = roles,
                     .clauses = clauses,
                     .cue = cue,
                     .rule = cue_rule(roles->passage, cue),
                     .end = sentence->first + sentence->count};
        if (blow.rule->gives == GIVES_STRIKE || blow.rule->gives == GIVES_RAID ||
            blow.rule->gives == GIVES_FIRE)
            read_blow(&blow);
    }
}
