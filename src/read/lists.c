/* See giving.h. How far what is said of one country goes on to those after it. */
#include "giving.h"

bool has_own_verb(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, to = group->to;
    while (to < end && to - group->to < 8 && passage->tokens.items[to].kind == TOKEN_WORD) {
        if (passage_is(passage, to, CLASS_GOVERN) || passage_is(passage, to, CLASS_AUXILIARY) ||
            passage_is(passage, to, CLASS_BE))
            return true;
        to++;
    }
    unsigned gifts = 1u << GIVES_PARTICIPANT | 1u << GIVES_DECLINED | 1u << GIVES_OUTSIDE;
    bool noun = group->to < end && passage_is(passage, group->to, CLASS_ARTICLE); /* "Greece a crew of 21" */
    return gift_between(passage, clauses->sentence, group->to, to,
                        noun ? gifts : gifts | 1u << GIVES_NEUTRAL);
}

static bool opens_segment(const Clauses *clauses, const Group *group) {
    if (group->opener == UINT32_MAX) return false;
    const Token *opener = &clauses->passage->tokens.items[group->opener];
    return opener->kind == TOKEN_COMMA || opener->kind == TOKEN_SEMICOLON ||
           passage_is(clauses->passage, group->opener, CLASS_AND);
}

/* "Canada trainers": no more than three words up to the next joint. */
static bool is_short_segment(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, at = group->to;
    while (at < end && passage->tokens.items[at].kind == TOKEN_WORD && !passage_is(passage, at, CLASS_AND))
        at++;
    if (group->to < end &&
        (passage_is(passage, group->to, CLASS_PRONOUN) || passage_is(passage, group->to, CLASS_NOT)))
        return false;
    return at > group->to && at - group->to <= 3 &&
           !(passage->tokens.items[group->to].flags &
             (passage->language->nouns_capitalised ? TOKEN_ELIDED : TOKEN_ELIDED | TOKEN_CAPITAL));
}

static bool is_amount(const Passage *passage, size_t at) {
    return passage->tokens.items[at].kind == TOKEN_NUMBER || passage_is(passage, at, CLASS_ARTICLE) ||
           lexicon_word(passage->language->lexicon, passage->tokens.items[at].word)->starts & STARTS_NUMBER;
}

bool is_gapped(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count;
    bool semicolon =
        group->opener != UINT32_MAX && passage->tokens.items[group->opener].kind == TOKEN_SEMICOLON;
    bool counted = group->to < end && is_amount(passage, group->to);
    /* "; Mexico, a ship;" */
    bool apart = semicolon && group->to + 1 < end && passage->tokens.items[group->to].kind == TOKEN_COMMA &&
                 is_amount(passage, group->to + 1);
    return opens_segment(clauses, group) && (counted || apart || is_short_segment(clauses, group)) &&
           !has_own_verb(clauses, group);
}

void give_gapped(const Applying *applying, const Group *first, Gives gives) {
    const Clauses *clauses = applying->clauses;
    for (const Group *group = first; group < clauses->groups.items + clauses->groups.count; group++) {
        if (group->from < applying->cue->first || applying->given[group - clauses->groups.items]) continue;
        if (group->placed) continue; /* "750 in Sierra Leone, and France" */
        if (!is_gapped(clauses, group)) return;
        give(applying, group, gives);
    }
}

/* ", the foreign minister of A", "and envoys B's" */
static bool has_office(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, at = group->opener;
    if (at <= first + 1) return false;
    if (passage_is(passage, at, CLASS_OUT_OF)) at--;
    while (at > first && (passage_is(passage, at, CLASS_TITLE) || passage_is(passage, at, CLASS_GENERIC)))
        at--;
    if (at == group->opener) return false;
    while (at > first && passage_is(passage, at, CLASS_ARTICLE)) at--;
    return passage->tokens.items[at].kind == TOKEN_COMMA || passage_is(passage, at, CLASS_AND);
}

/* "A, whose ships sail to B, and C": what a relative clause of the list says. */
static bool is_aside(const Clauses *clauses, const Group *before, const Group *group) {
    return group->prepositional && group->from - before->to < 12 &&
           stands_between(clauses->passage, before->to, group->from, CLASS_RELATIVE);
}

/* The groups that go on a list which an "after" rule began: "brigades from Egypt and Syria and units from
 * Morocco". */
void give_list(const Applying *applying, const Group *first, Gives gives) {
    const Clauses *clauses = applying->clauses;
    const Passage *passage = clauses->passage;
    unsigned gifts = 1u << GIVES_PARTICIPANT | 1u << GIVES_DECLINED | 1u << GIVES_OUTSIDE |
                     1u << GIVES_NEUTRAL | 1u << GIVES_SAME;
    give(applying, first, gives);
    const Group *before = first;
    for (const Group *group = first + 1; group < clauses->groups.items + clauses->groups.count; group++) {
        uint32_t opener = first->opener == UINT32_MAX ? 0 : passage->tokens.items[first->opener].word;
        bool alike =
            group->opener != UINT32_MAX && (opens_segment(clauses, group) || has_office(clauses, group) ||
                                            (opener && passage->tokens.items[group->opener].word == opener));
        bool joined = sign_between(passage, before->to, group->from, TOKEN_COMMA) ||
                      stands_between(passage, before->to, group->from, CLASS_AND) ||
                      opens_segment(clauses, group);
        if (is_aside(clauses, before, group)) continue;
        if (!alike || !joined || group->from - before->to > 12 || has_own_verb(clauses, group)) return;
        if (gift_between(passage, clauses->sentence, before->to, group->from, gifts)) return;
        give(applying, group, gives);
        before = group;
    }
}

/* "Countries taking part ... are A, B and C": a general word acts, and the list explains it. */
const Group *explained_list(const Clauses *clauses, const Cue *cue, const Group *subject) {
    const Passage *passage = clauses->passage;
    size_t from = subject ? subject->to : clauses->sentence->first;
    bool general = stands_between(passage, from, cue->first + cue->count, CLASS_GENERIC) ||
                   stands_between(passage, from, cue->first + cue->count, CLASS_NATION);
    if (!general) return NULL;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->from < cue->first + cue->count || group->opener == UINT32_MAX) continue;
        const Token *opener = &passage->tokens.items[group->opener];
        bool explains = opener->kind == TOKEN_COLON || opener->kind == TOKEN_DASH ||
                        opener->kind == TOKEN_OPEN || passage_is(passage, group->opener, CLASS_BE) ||
                        passage_is(passage, group->opener, CLASS_INCLUDE) ||
                        (group->countries >= LIST_LEAST && opener->kind == TOKEN_COMMA);
        if (explains) return group;
    }
    return NULL;
}

void give_explained(const Applying *applying, const Group *list, Gives gives) {
    const Clauses *clauses = applying->clauses;
    for (const Group *group = clauses->groups.items; group < list; group++)
        if (group->from >= applying->cue->first + applying->cue->count && !group->placed &&
            group->to + 4 > list->from)
            give(applying, group, gives);
    give_list(applying, list, gives);
}

static const ListFound *list_before(const Roles *roles, const Clauses *clauses, int countries) {
    enum { LISTS_BACK = 12, SENTENCES_BACK = 3 };
    const Mention *mentions = clauses->passage->mentions.items;
    uint32_t here = (uint32_t)(clauses->sentence - clauses->passage->sentences.items);
    for (size_t k = roles->lists.count; k-- > 0 && k + LISTS_BACK > roles->lists.count;) {
        const ListFound *list = &roles->lists.items[k];
        if (mentions[list->first].sentence + SENTENCES_BACK < here) return NULL;
        if ((int)list->countries == countries) return list;
    }
    return NULL;
}

const ListFound *list_meant(const Roles *roles, const Clauses *clauses, size_t before) {
    const Passage *passage = clauses->passage;
    for (uint32_t i = 0; i < clauses->sentence->number_count; i++) {
        const Number *number = &passage->numbers.items[clauses->sentence->number_first + i];
        size_t next = number->first + number->count;
        if (next >= before || number->first == clauses->sentence->first) continue;
        if (!number->has_value || number->bound || !passage_is(passage, next, CLASS_NATION) ||
            !passage_is(passage, number->first - 1, CLASS_ARTICLE))
            continue;
        const ListFound *list = list_before(roles, clauses, (int)number->value);
        if (list) return list;
    }
    return NULL;
}
