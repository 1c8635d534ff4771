/* See roles.h. What turns a rule round: negation, possibility and the past, as far as they reach. */
#include "roles.h"

#include <stdlib.h>

enum { BEFORE_REACH = 6, AFTER_REACH = 9, HEAD_REACH = 70 };

const Rule *cue_rule(const Passage *passage, const Cue *cue) {
    return &passage->language->rules.items[cue->rule];
}

/* From where words can still touch the cue: after its group, after the last comma and the last conjunction.
 */
static size_t look_from(const Clauses *clauses, const Cue *cue, const Group *group, size_t reach) {
    const Passage *passage = clauses->passage;
    size_t from = group && group->to <= cue->first ? group->to : clauses->sentence->first;
    if (cue->first - from > reach) from = cue->first - reach;
    for (size_t at = cue->first; at-- > from;) {
        bool conjunction =
            passage_is(passage, at, CLASS_CLAUSE) && !passage_is(passage, at, CLASS_CONDITIONAL);
        if (conjunction || passage->tokens.items[at].kind == TOKEN_COMMA) return at + 1;
    }
    return from;
}

/* A word of negation, but not the one in "no-fly zone". */
static bool is_negated(const Passage *passage, size_t from, size_t to) {
    for (size_t at = from; at < to; at++)
        if (passage_is(passage, at, CLASS_NOT) && !(passage->tokens.items[at + 1].flags & TOKEN_HYPHENED))
            return true;
    return false;
}

/* "refused to sign", "als Beobachter vertreten": another rule's words right before it. */
bool cue_follows(const Clauses *clauses, const Cue *cue, Gives gives) {
    const Passage *passage = clauses->passage;
    if (cue_rule(passage, cue)->gives != GIVES_PARTICIPANT) return false;
    for (uint32_t i = 0; i < clauses->sentence->cue_count; i++) {
        const Cue *other = &passage->cues.items[clauses->sentence->cue_first + i];
        size_t end = other->first + other->count;
        if (cue_rule(passage, other)->gives != gives || end > cue->first || cue->first - end > 2) continue;
        if (!sign_between(passage, end, cue->first, TOKEN_COMMA) &&
            !stands_between(passage, end, cue->first, CLASS_AND))
            return true;
    }
    return false;
}

bool cue_denied(const Clauses *clauses, const Cue *cue, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, after = cue->first + cue->count;
    size_t reach = cue_rule(passage, cue)->gives >= GIVES_STRIKE ? 2 * BEFORE_REACH : BEFORE_REACH;
    if (is_negated(passage, look_from(clauses, cue, group, reach), cue->first)) return true;
    if (after < end && passage_is(passage, after, CLASS_NOT)) return true;
    if (cue_follows(clauses, cue, GIVES_DECLINED)) return true;
    return group && group->opener != UINT32_MAX && passage_is(passage, group->opener, CLASS_NOT);
}

static bool is_conditional(const Passage *passage, size_t at) {
    bool month = passage_is(passage, at, CLASS_MONTH) && passage->tokens.items[at].flags & TOKEN_CAPITAL;
    return passage_is(passage, at, CLASS_CONDITIONAL) && !month;
}

/* "Were Germany to join", "Is Iran sending" */
static bool is_inverted(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first;
    bool verb = passage_is(passage, first, CLASS_BE) || passage_is(passage, first, CLASS_AUXILIARY);
    return verb && group && group->from > first && group->from <= first + 2;
}

/* "could join" before the cue, "if the price were right" after it. */
bool cue_possible(const Clauses *clauses, const Cue *cue, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, at = cue->first + cue->count;
    size_t reach = cue_rule(passage, cue)->gives == GIVES_DECLINED ? 1 : BEFORE_REACH;
    if (is_inverted(clauses, group) && !passage->language->subject_may_follow) return true;
    for (size_t before = look_from(clauses, cue, group, reach); before < cue->first; before++)
        if (is_conditional(passage, before)) return true;
    for (; at < end && at - cue->first < AFTER_REACH && passage->tokens.items[at].kind == TOKEN_WORD; at++)
        if (passage_is(passage, at, CLASS_CONDITIONAL) && passage_is(passage, at, CLASS_CLAUSE)) return true;
    return false;
}

static int year_at(const Passage *passage, size_t at) {
    const Token *token = &passage->tokens.items[at];
    if (token->kind != TOKEN_NUMBER || token->end - token->start != 4) return 0;
    int year = atoi(passage->text + token->start);
    return year > 1800 && year < 2100 ? year : 0;
}

int year_of_article(const Passage *passage) {
    int latest = 0;
    for (size_t at = 0; at < passage->tokens.count; at++) {
        int year = year_at(passage, at);
        if (year && at < HEAD_REACH) return year;
        if (year > latest && at > 0 && passage_is(passage, at - 1, CLASS_IN_YEAR)) latest = year;
    }
    return latest;
}

/* "In 2015 marines flew here", "the floods of 2022, when they sent tents" */
static bool opens_with_past_year(const Clauses *clauses, const Cue *cue) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, year = first + 1;
    if (year < cue->first && passage_is(passage, first, CLASS_IN_YEAR) && year_at(passage, year) &&
        year_at(passage, year) < clauses->year)
        return true;
    size_t from = cue->first - first > 2 * AFTER_REACH ? cue->first - 2 * AFTER_REACH : first;
    for (size_t at = from; at + 2 < cue->first; at++)
        if (passage->tokens.items[at + 1].kind == TOKEN_COMMA && passage_is(passage, at + 2, CLASS_CLAUSE) &&
            year_at(passage, at) && year_at(passage, at) < clauses->year)
            return true;
    return false;
}

/* "sent ships in 2012", where the article is of a later year. What was joined or signed then still holds. */
bool is_of_past_year(const Clauses *clauses, const Cue *cue) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, at = cue->first + cue->count;
    if (passage_is(passage, cue->first, CLASS_LASTING)) return false;
    if (opens_with_past_year(clauses, cue)) return true;
    for (; at + 1 < end && at - cue->first < AFTER_REACH && passage->tokens.items[at].kind == TOKEN_WORD;
         at++)
        if (passage_is(passage, at, CLASS_IN_YEAR) && year_at(passage, at + 1))
            return year_at(passage, at + 1) < clauses->year;
    return false;
}

/* "a year ago" after the cue, "formerly" before it. */
bool cue_past(const Clauses *clauses, const Cue *cue, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, to = cue->first + cue->count;
    if (stands_between(passage, look_from(clauses, cue, group, BEFORE_REACH), cue->first, CLASS_PAST))
        return true;
    if (is_of_past_year(clauses, cue)) return true;
    while (to < end && to - cue->first < AFTER_REACH && passage->tokens.items[to].kind == TOKEN_WORD) to++;
    return stands_between(passage, cue->first + cue->count, to, CLASS_PAST);
}
