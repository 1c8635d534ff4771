/*
 * See roles.h. Where in a country strikes hit: towns of the country itself, where the sentence of a strike
 * has one in the place of a target. A name that towns of many countries share is no trouble, since only the
 * struck country's are asked; one that stands anywhere else in the article is nobody's business here.
 */
#include "blow.h"

#include <stdlib.h>
#include <string.h>

enum { AFTER_REACH = 30, BEFORE_REACH = 12, MOST_PLACES = 12 };

/* ---- where they stand */

static bool is_country(const Blow *blow, size_t at) {
    const Sentence *sentence = blow->clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &blow->clauses->passage->mentions.items[sentence->mention_first + i];
        if (mention->first <= at && at < mention->first + mention->count)
            return mention->kind < NAME_SEAT && mention->state == MENTION_COUNTS;
    }
    return false;
}

/* Back over "the city of", "the northern town of" to the word that governs the name. */
static size_t governor_of(const Blow *blow, size_t at) {
    const Passage *passage = blow->clauses->passage;
    size_t first = blow->clauses->sentence->first;
    if (at > first + 1 && passage_is(passage, at - 1, CLASS_OUT_OF) &&
        passage_is(passage, at - 2, CLASS_TOWN))
        at -= 2;
    else if (at > first && passage_is(passage, at - 1, CLASS_TOWN))
        at--;
    while (at > first &&
           (passage_is(passage, at - 1, CLASS_DIRECTION) || passage_is(passage, at - 1, CLASS_ARTICLE)))
        at--;
    return at > first ? at - 1 : UINT32_MAX;
}

/* "in", "on", "around", "près de". */
static bool tells_place(const Passage *passage, size_t token) {
    if (passage_is(passage, token, CLASS_OUT_OF) && token > 0) token--;
    return passage_is(passage, token, CLASS_TOWARD) || passage_is(passage, token, CLASS_PLACE);
}

/* "strikes on Mosul", "bombed Mosul", "Mosul and Kirkuk"; last is where a town before it in the list ends. */
static bool is_target_after(const Blow *blow, size_t at, size_t last) {
    const Passage *passage = blow->clauses->passage;
    size_t cue = blow->cue->first + blow->cue->count, governor = governor_of(blow, at);
    if (at > cue + AFTER_REACH || sign_between(passage, cue, at, TOKEN_SEMICOLON) ||
        stands_between(passage, cue, at, CLASS_CLAUSE))
        return false;
    if (governor == UINT32_MAX) return false;
    bool joined =
        passage_is(passage, governor, CLASS_AND) || passage->tokens.items[governor].kind == TOKEN_COMMA;
    if (last && joined && governor >= last && governor - last <= 1) return true;
    return tells_place(passage, governor) || (blow->rule->gives == GIVES_STRIKE && at - cue <= 3);
}

/* "Mosul was bombed", "In Mosul, jets struck", "Mosul air strikes". */
static bool is_target_before(const Blow *blow, size_t at, size_t end) {
    const Passage *passage = blow->clauses->passage;
    size_t first = blow->clauses->sentence->first + blow->clauses->sentence->dateline;
    if (at < first || at + BEFORE_REACH < blow->cue->first ||
        stands_between(passage, end, blow->cue->first, CLASS_CLAUSE))
        return false;
    size_t governor = governor_of(blow, at);
    bool headed =
        governor != UINT32_MAX && governor <= first + 2 && passage_is(passage, governor, CLASS_TOWARD);
    return headed || end == blow->cue->first ||
           (at <= first + 1 && stands_between(passage, end, blow->cue->first, CLASS_BE));
}

/* ---- all of a sentence */

static void add_place(const Blow *blow, StrikeFound *strike, size_t first, size_t end) {
    const Passage *passage = blow->clauses->passage;
    const Token *tokens = passage->tokens.items;
    PlaceFound place = {tokens[first].start, tokens[end - 1].end};
    for (size_t i = 0; i < strike->places.count; i++) {
        const PlaceFound *known = &strike->places.items[i];
        size_t size = known->end - known->start;
        if (size == place.end - place.start &&
            !strncasecmp(passage->text + known->start, passage->text + place.start, size))
            return;
    }
    if (strike->places.count < MOST_PLACES) array_push(&strike->places, place);
}

bool strike_places_add(const Blow *blow, StrikeFound *strike) {
    const Passage *passage = blow->clauses->passage;
    const TownList *towns = country_towns(blow->roles, strike->target);
    size_t last = 0, before = strike->places.count;
    for (size_t at = blow->clauses->sentence->first; at < blow->end; at++) {
        if (!(passage->tokens.items[at].flags & TOKEN_CAPITAL) || is_country(blow, at)) continue;
        size_t count = town_named(passage, at, blow->end, towns), end = at + count;
        if (!count) continue;
        bool after = at >= blow->cue->first + blow->cue->count;
        if (after ? is_target_after(blow, at, last) : is_target_before(blow, at, end)) {
            add_place(blow, strike, at, end);
            last = end;
        }
        at = end - 1;
    }
    return strike->places.count > before;
}

/* The first country struck that has such a town; which of several it is nobody can tell. */
void strike_places_settle(Roles *roles) {
    for (size_t i = 0; i < roles->loose.count; i++) {
        const Sentence *sentence = roles->loose.items[i].sentence;
        Clauses clauses = {.passage = roles->passage, .sentence = sentence};
        Blow blow = {.roles = roles,
                     .clauses = &clauses,
                     .cue = roles->loose.items[i].cue,
                     .rule = cue_rule(roles->passage, roles->loose.items[i].cue),
                     .end = sentence->first + sentence->count};
        for (size_t k = 0; k < roles->strikes.count; k++)
            if (strike_places_add(&blow, &roles->strikes.items[k])) break;
    }
}
