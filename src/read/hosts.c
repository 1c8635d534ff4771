/* See roles.h. Where the event takes place and who holds it: a country, or a city or a leader that tells the
 * country. */
#include "roles.h"

#include <string.h>

enum { BEFORE_REACH = 14, AFTER_REACH = 6 };

static bool can_host(const Mention *mention) {
    return mention->state != MENTION_DROPPED && mention->kind <= NAME_LEADER;
}

/* "Finland and Estonia, the hosts": the first of them. */
static uint32_t first_of_list(const Clauses *clauses, uint32_t mention) {
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->first <= mention && mention <= group->last &&
            mention_counts(&clauses->passage->mentions.items[mention]))
            return group->first;
    }
    return mention;
}

/* "said the host", "beside the host" tells nobody's country. */
static bool is_attribution(const Clauses *clauses, const Cue *cue) {
    size_t at = cue->first, first = clauses->sentence->first;
    while (at > first && passage_is(clauses->passage, at - 1, CLASS_ARTICLE)) at--;
    return at > first && (passage_is(clauses->passage, at - 1, CLASS_GOVERN) ||
                          (passage_is(clauses->passage, at - 1, CLASS_PREPOSITION) &&
                           !passage_is(clauses->passage, at - 1, CLASS_BY)));
}

/* Places stand in group_before's way nowhere, so all mentions are asked, not only those that count. */
static uint32_t mention_before(const Clauses *clauses, const Cue *cue) {
    const Sentence *sentence = clauses->sentence;
    const Passage *passage = clauses->passage;
    for (uint32_t i = sentence->mention_count; i-- > 0;) {
        uint32_t index = sentence->mention_first + i;
        const Mention *mention = &passage->mentions.items[index];
        uint32_t end = mention->first + mention->count;
        if (end > cue->first || mention->first < sentence->first + sentence->dateline) continue;
        if (cue->first - end > BEFORE_REACH || sign_between(passage, end, cue->first, TOKEN_SEMICOLON)) break;
        bool placed =
            mention->first > sentence->first && passage_is(passage, mention->first - 1, CLASS_PLACE);
        if (can_host(mention) && !placed) return first_of_list(clauses, index);
    }
    return UINT32_MAX;
}

static uint32_t mention_after(const Clauses *clauses, const Cue *cue, uint32_t reach) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        uint32_t index = sentence->mention_first + i, to = cue->first + cue->count;
        const Mention *mention = &clauses->passage->mentions.items[index];
        if (mention->first < to) continue;
        if (mention->first - to > reach) break;
        if (can_host(mention)) return index;
    }
    return UINT32_MAX;
}

/* "the next summit", "last year's talks", "last June" are another event. */
static bool is_other_event(const Clauses *clauses, size_t from, size_t to) {
    const Passage *passage = clauses->passage;
    for (size_t at = from; at + 1 < to; at++) {
        if (!passage_is(passage, at, CLASS_OTHER_TIME)) continue;
        if (passage_is(passage, at + 1, CLASS_PERIOD) || passage_is(passage, at + 1, CLASS_MONTH))
            return true;
        if (at > from && passage_is(passage, at - 1, CLASS_PERIOD)) return true; /* "l'an dernier" */
        bool ago = at > from + 1 && (passage_is(passage, at - 2, CLASS_ARTICLE) ||
                                     passage->tokens.items[at - 2].kind == TOKEN_NUMBER);
        if (ago && passage->tokens.items[at - 1].kind == TOKEN_WORD &&
            !passage_is(passage, at - 1, CLASS_EVENT))
            return true; /* "a day earlier" */
        for (size_t next = at + 1; next < to && next <= at + 3; next++)
            if (passage_is(passage, next, CLASS_EVENT)) return true;
    }
    return false;
}

/* The month that stands in the dateline, as its token, or 0. */
static size_t month_of(const Passage *passage) {
    for (size_t i = 0; i < passage->sentences.count && i < 4; i++) {
        const Sentence *sentence = &passage->sentences.items[i];
        for (size_t at = sentence->first; at < sentence->first + sentence->dateline; at++)
            if (passage_is(passage, at, CLASS_MONTH)) return at;
    }
    return 0;
}

/* "hosted the first round in March", in an article of June. Months are compared by their first letters,
 * since a dateline shortens them. */
static bool is_of_other_month(const Clauses *clauses, size_t from, size_t to) {
    enum { LETTERS = 3 };
    const Passage *passage = clauses->passage;
    size_t now = month_of(passage);
    for (size_t at = from; now && at + 1 < to; at++) {
        const Token *month = &passage->tokens.items[at + 1];
        if (!passage_is(passage, at, CLASS_IN_YEAR) || !passage_is(passage, at + 1, CLASS_MONTH)) continue;
        if (month->end - month->start >= LETTERS &&
            strncasecmp(passage->text + month->start, passage->text + passage->tokens.items[now].start,
                        LETTERS))
            return true;
    }
    return false;
}

/* "Last month they met in", "In 2019 they met in": the time stands at the head of the sentence. */
static bool opens_elsewhen(const Clauses *clauses) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first + clauses->sentence->dateline,
           end = clauses->sentence->first + clauses->sentence->count;
    while (first < end && passage_is(passage, first, CLASS_ARTICLE)) first++;
    if (first + 1 >= end) return false;
    bool time_first =
        passage_is(passage, first, CLASS_PERIOD) && passage_is(passage, first + 1, CLASS_OTHER_TIME);
    return time_first ||
           (passage_is(passage, first, CLASS_OTHER_TIME) &&
            (passage_is(passage, first + 1, CLASS_PERIOD) || passage_is(passage, first + 1, CLASS_MONTH)));
}

static void propose(Roles *roles, uint32_t mention, int points, const char *rule) {
    const Mention *found = &roles->passage->mentions.items[mention];
    bool named = found->first > 0 &&
                 passage_is(roles->passage, found->first - 1, CLASS_ARTICLE); /* "the White House" */
    bool place = found->kind == NAME_CITY || (found->kind == NAME_SEAT && !named);
    if (roles->passage->sentences.items[found->sentence].flags & SENTENCE_HEADLINE) points++;
    if (points > roles->host.points) {
        uint32_t older = roles->host.country == found->country ? roles->host.place : UINT32_MAX;
        roles->host = (HostFound){found->country, mention, place ? mention : older, points, rule};
    } else if (place && roles->host.place == UINT32_MAX && roles->host.country == found->country) {
        roles->host.place = mention;
    }
}

/* A host without a country nearby: the dateline's place tells it. */
static uint32_t dateline_place(const Passage *passage) {
    for (size_t i = 0; i < passage->sentences.count && i < 4; i++) {
        const Sentence *sentence = &passage->sentences.items[i];
        for (uint32_t k = 0; k < sentence->mention_count; k++) {
            const Mention *mention = &passage->mentions.items[sentence->mention_first + k];
            bool inside = mention->first < sentence->first + sentence->dateline || sentence->count <= 8;
            if (inside && can_host(mention) && mention->kind != NAME_LEADER && mention->kind != NAME_PEOPLE &&
                mention->kind != NAME_ADJECTIVE && !(sentence->flags & SENTENCE_HEADLINE))
                return sentence->mention_first + k;
        }
    }
    return UINT32_MAX;
}

/* "the host, Paul Kagame"; and where verbs may come second, a name right before what usually comes first:
 * "Cairo hosts". */
static uint32_t named_host(const Clauses *clauses, const Cue *cue, const Rule *rule) {
    const Passage *passage = clauses->passage;
    uint32_t after = mention_after(clauses, cue, 2);
    if (after != UINT32_MAX && passage->mentions.items[after].kind == NAME_LEADER) return after;
    if (rule->who != WHO_AFTER || !passage->language->subject_may_follow) return UINT32_MAX;
    uint32_t before = mention_before(clauses, cue);
    if (before == UINT32_MAX) return before;
    const Mention *mention = &passage->mentions.items[before];
    return mention->first + mention->count == cue->first ? before : UINT32_MAX;
}

static void read_host(Roles *roles, const Clauses *clauses, const Cue *cue, const Rule *rule) {
    size_t end = clauses->sentence->first + clauses->sentence->count;
    size_t from = cue->first - clauses->sentence->first > 4 ? cue->first - 4 : clauses->sentence->first;
    size_t to = cue->first + cue->count + 7 < end ? cue->first + cue->count + 7 : end;
    if (cue_denied(clauses, cue, NULL) || cue_possible(clauses, cue, NULL) || cue_past(clauses, cue, NULL) ||
        is_other_event(clauses, from, to) || is_of_other_month(clauses, from, to) || opens_elsewhen(clauses))
        return;
    if (stands_between(clauses->passage, from, cue->first, CLASS_PAST) || is_attribution(clauses, cue))
        return;
    uint32_t mention = named_host(clauses, cue, rule);
    if (mention == UINT32_MAX)
        mention =
            rule->who == WHO_AFTER ? mention_after(clauses, cue, AFTER_REACH) : mention_before(clauses, cue);
    if (mention == UINT32_MAX && rule->who == WHO_EITHER) mention = mention_after(clauses, cue, AFTER_REACH);
    if (mention != UINT32_MAX)
        propose(roles, mention, rule->weak ? 3 : 6, rule->name);
    else if (rule->who != WHO_AFTER && !rule->weak && dateline_place(roles->passage) != UINT32_MAX)
        propose(roles, dateline_place(roles->passage), 4, "host, by the dateline");
}

/* "the London talks" */
static void read_event_names(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    const Passage *passage = clauses->passage;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &passage->mentions.items[sentence->mention_first + i];
        size_t next = mention->first + mention->count;
        bool city = mention->kind == NAME_CITY || mention->kind == NAME_SEAT;
        if (!city || !can_host(mention) || next >= sentence->first + sentence->count) continue;
        size_t from = mention->first > sentence->first ? mention->first - 1 : mention->first;
        bool other = passage_is(passage, from, CLASS_OTHER_TIME) || passage_is(passage, from, CLASS_PAST);
        if (passage_is(passage, next, CLASS_EVENT) && !other)
            propose(roles, sentence->mention_first + i, 3, "meeting named after its city");
    }
}

/* Where nouns have a capital, "treffen" without one is no meeting. */
static bool is_event(const Passage *passage, size_t at) {
    return passage_is(passage, at, CLASS_EVENT) &&
           (!passage->language->nouns_capitalised || passage->tokens.items[at].flags & TOKEN_CAPITAL);
}

/* "the lakeside town of" */
static bool is_town_of(const Passage *passage, size_t at) {
    return passage_is(passage, at, CLASS_TOWN) ||
           (passage_is(passage, at, CLASS_OUT_OF) && at > 0 && passage_is(passage, at - 1, CLASS_TOWN));
}

/* How far "meeting" stands before a place, with only what belongs to it in between: "a ceremony at the
 * alliance's headquarters in Brussels". Not "talks on the war in Sudan". */
static bool is_event_place(const Clauses *clauses, size_t place) {
    enum { EVENT_REACH = 9 };
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first + clauses->sentence->dateline, at = place;
    while (at > first && (passage_is(passage, at - 1, CLASS_ARTICLE) || is_town_of(passage, at - 1))) at--;
    if (at <= first || !passage_is(passage, at - 1, CLASS_PLACE)) return false;
    size_t back = at > first + EVENT_REACH ? at - EVENT_REACH : first;
    for (at--; at-- > back;) {
        if (is_event(passage, at)) return !is_other_event(clauses, at > first + 3 ? at - 3 : first, at + 1);
        bool bound = passage->tokens.items[at].kind != TOKEN_WORD ||
                     passage_is(passage, at, CLASS_RELATIVE) || passage_is(passage, at, CLASS_AUXILIARY) ||
                     passage_is(passage, at, CLASS_BE) || passage_is(passage, at, CLASS_GOVERN) ||
                     passage_is(passage, at, CLASS_CLAUSE);
        bool matter = passage_is(passage, at, CLASS_PREPOSITION) && !passage_is(passage, at, CLASS_OUT_OF) &&
                      !passage_is(passage, at, CLASS_PLACE);
        if (bound || matter) return false;
    }
    return false;
}

static void read_event_places(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    size_t end = sentence->first + sentence->count;
    if (opens_elsewhen(clauses)) return;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &roles->passage->mentions.items[sentence->mention_first + i];
        if (!can_host(mention) || mention->kind == NAME_LEADER || !is_event_place(clauses, mention->first))
            continue;
        Cue place = {.first = mention->first, .count = mention->count};
        size_t to = mention->first + mention->count + 4;
        if (!is_of_past_year(clauses, &place) &&
            !is_other_event(clauses, mention->first, to < end ? to : end))
            propose(roles, sentence->mention_first + i, 2, "event in a place");
    }
}

/* "a meeting in Entebbe": a town of a country that the article names. */
static void read_event_towns(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    size_t end = sentence->first + sentence->count;
    if (!(sentence->classes & CLASS_BIT(CLASS_EVENT)) || opens_elsewhen(clauses)) return;
    for (size_t at = sentence->first + sentence->dateline; at < end; at++) {
        if (!(roles->passage->tokens.items[at].flags & TOKEN_CAPITAL) || !is_event_place(clauses, at))
            continue;
        int country = town_country(roles, at, end);
        Cue town = {.first = (uint32_t)at, .count = 1};
        if (country < 0 || is_of_past_year(clauses, &town) ||
            is_other_event(clauses, at, at + 5 < end ? at + 5 : end))
            continue;
        for (uint32_t i = 0; i < roles->passage->mentions.count; i++) {
            const Mention *mention = &roles->passage->mentions.items[i];
            if (mention->country != country || !mention_counts(mention)) continue;
            propose(roles, i, 2, "event in a town");
            break;
        }
    }
}

static bool has_act(const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Rule *rule = cue_rule(clauses->passage, &clauses->passage->cues.items[sentence->cue_first + i]);
        if (rule->gives == GIVES_PARTICIPANT && !rule->weak) return true; /* "landed here" is no meeting */
    }
    return false;
}

/* Whether the sentence places something in the dateline's city. */
static bool names_dateline(const Clauses *clauses, const Mention *place) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &clauses->passage->mentions.items[sentence->mention_first + i];
        if (mention->name == place->name && mention->first > sentence->first + sentence->dateline &&
            passage_is(clauses->passage, mention->first - 1, CLASS_PLACE))
            return true;
    }
    return false;
}

/* "signed here on Thursday", or "in Oslo" under OSLO: the dateline's place */
static void read_here(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    size_t end = sentence->first + sentence->count;
    uint32_t place = dateline_place(roles->passage);
    if (place == UINT32_MAX || !has_act(clauses)) return;
    if (stands_between(roles->passage, sentence->first, end, CLASS_HERE))
        propose(roles, place, 3, "here, by the dateline");
    else if (names_dateline(clauses, &roles->passage->mentions.items[place]) && !opens_elsewhen(clauses))
        propose(roles, place, 1, "in the dateline's city");
}

void hosts_read(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &roles->passage->cues.items[sentence->cue_first + i];
        const Rule *rule = cue_rule(roles->passage, cue);
        if (rule->gives == GIVES_HOST) read_host(roles, clauses, cue, rule);
    }
    read_event_names(roles, clauses);
    read_event_places(roles, clauses);
    read_event_towns(roles, clauses);
    read_here(roles, clauses);
}

/* The place of the meeting, where only the country was named as the host: a dateline in that country. */
void hosts_settle(Roles *roles) {
    if (roles->host.country < 0 || roles->host.place != UINT32_MAX) return;
    uint32_t place = dateline_place(roles->passage);
    if (place == UINT32_MAX) return;
    const Mention *mention = &roles->passage->mentions.items[place];
    if (mention->country == roles->host.country && mention->kind >= NAME_SEAT) roles->host.place = place;
}
