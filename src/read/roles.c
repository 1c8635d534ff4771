/* See roles.h. */
#include "roles.h"

#include <stdlib.h>
#include <string.h>

enum { LIST_LEAST = 3 };

static Gives gift_of(const Clauses *clauses, const Cue *cue, const Group *group) {
    Gives gives = cue_rule(clauses->passage, cue)->gives;
    bool denied = cue_denied(clauses, cue, group), possible = cue_possible(clauses, cue, group);
    if (gives > GIVES_DECLINED) return gives;
    if (cue_past(clauses, cue, group)) return GIVES_NEUTRAL;
    bool weak = cue_rule(clauses->passage, cue)->weak && cue->first > clauses->sentence->first && group &&
                passage_is(clauses->passage, cue->first - 1, CLASS_GOVERN); /* "denied supplying" */
    if (gives == GIVES_PARTICIPANT)
        return possible || cue_follows(clauses, cue, GIVES_OUTSIDE) ? GIVES_OUTSIDE
               : !denied                                            ? gives
               : weak                                               ? GIVES_NEUTRAL
                                                                    : GIVES_DECLINED;
    return denied || possible ? GIVES_NEUTRAL : gives;
}

typedef struct Applying {
    Roles *roles;
    const Clauses *clauses;
    const Cue *cue;
    const Rule *rule;
    bool *given; /* by group of the sentence */
} Applying;

static void give(const Applying *applying, const Group *group, Gives gives) {
    const Passage *passage = applying->clauses->passage;
    applying->given[group - applying->clauses->groups.items] = true;
    for (uint32_t i = group->first; i <= group->last; i++) {
        const Mention *mention = &passage->mentions.items[i];
        if (!mention_counts(mention)) continue;
        array_push(&applying->roles->stances,
                   (Stance){.country = mention->country,
                            .gives = gives,
                            .weak = applying->rule->weak ||
                                    (gives == GIVES_OUTSIDE && applying->rule->gives == GIVES_PARTICIPANT),
                            .list = group->countries,
                            .listed = applying->rule->who == WHO_AFTER,
                            .mention = i,
                            .order = applying->cue->first,
                            .rule = applying->rule->name});
    }
    applying->roles->last = gives;
}

/* Whether a group is the subject of something else: a verb comes right after it. */
static bool has_own_verb(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, to = group->to;
    while (to < end && to - group->to < 8 && passage->tokens.items[to].kind == TOKEN_WORD) {
        if (passage_is(passage, to, CLASS_GOVERN) || passage_is(passage, to, CLASS_AUXILIARY) ||
            passage_is(passage, to, CLASS_BE))
            return true;
        to++;
    }
    unsigned gifts =
        1u << GIVES_PARTICIPANT | 1u << GIVES_DECLINED | 1u << GIVES_OUTSIDE | 1u << GIVES_NEUTRAL;
    return gift_between(passage, clauses->sentence, group->to, to, gifts);
}

static bool opens_segment(const Clauses *clauses, const Group *group) {
    if (group->opener == UINT32_MAX) return false;
    const Token *opener = &clauses->passage->tokens.items[group->opener];
    return opener->kind == TOKEN_COMMA || opener->kind == TOKEN_SEMICOLON ||
           passage_is(clauses->passage, group->opener, CLASS_AND);
}

/* "Senegal has pledged 500, Benin 300 and Liberia a platoon": what follows without a verb takes the verb
 * before it. */
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
           !(passage->tokens.items[group->to].flags & (TOKEN_ELIDED | TOKEN_CAPITAL));
}

static void give_gapped(const Applying *applying, const Group *first, Gives gives) {
    const Clauses *clauses = applying->clauses;
    const Passage *passage = clauses->passage;
    for (const Group *group = first; group < clauses->groups.items + clauses->groups.count; group++) {
        if (group->from < applying->cue->first || applying->given[group - clauses->groups.items]) continue;
        size_t end = clauses->sentence->first + clauses->sentence->count;
        bool counted =
            group->to < end &&
            (passage->tokens.items[group->to].kind == TOKEN_NUMBER ||
             passage_is(passage, group->to, CLASS_ARTICLE) ||
             lexicon_word(passage->language->lexicon, passage->tokens.items[group->to].word)->starts &
                 STARTS_NUMBER);
        if (!opens_segment(clauses, group) || !(counted || is_short_segment(clauses, group)) ||
            has_own_verb(clauses, group))
            return;
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
static void give_list(const Applying *applying, const Group *first, Gives gives) {
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
static const Group *explained_list(const Clauses *clauses, const Cue *cue, const Group *subject) {
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

static void give_explained(const Applying *applying, const Group *list, Gives gives) {
    const Clauses *clauses = applying->clauses;
    for (const Group *group = clauses->groups.items; group < list; group++)
        if (group->from >= applying->cue->first + applying->cue->count && !group->placed &&
            group->to + 4 > list->from)
            give(applying, group, gives);
    give_list(applying, list, gives);
}

static int country_of(const Clauses *clauses, const Group *group) {
    return clauses->passage->mentions.items[group->last].country;
}

/* "have struck in Iraq but are not involved in Syria" takes nothing back. */
static bool is_limited(const Applying *applying, const Group *group, Gives gives) {
    const Clauses *clauses = applying->clauses;
    const Cue *cue = applying->cue;
    if (gives != GIVES_DECLINED || !applying->given[group - clauses->groups.items]) return false;
    const Stance *stance = &applying->roles->stances.items[applying->roles->stances.count - 1];
    if (stance->weak && stance->gives == GIVES_PARTICIPANT && stance->country == country_of(clauses, group) &&
        passage_is(clauses->passage, cue->first, CLASS_NOT) &&
        passage_is(clauses->passage, cue->first - 1, CLASS_CLAUSE))
        return true; /* "sends planes but no ships" */
    const Group *where = object_of(clauses, cue->first + cue->count);
    return where && where->placed && applying->roles->last == GIVES_PARTICIPANT;
}

/* "Voted against: A, B and C" */
static bool is_before_colon(const Applying *applying) {
    const Sentence *sentence = applying->clauses->sentence;
    size_t after = applying->cue->first + applying->cue->count, end = sentence->first + sentence->count;
    return sign_between(applying->clauses->passage, after, after + 3 < end ? after + 3 : end, TOKEN_COLON);
}

static void apply_before(const Applying *applying) {
    const Group *subject = subject_of(applying->clauses, applying->cue->first);
    const Group *list = explained_list(applying->clauses, applying->cue, subject);
    if (list) {
        if (subject && subject->countries > 1)
            give(applying, subject, gift_of(applying->clauses, applying->cue, subject));
        give_explained(applying, list, gift_of(applying->clauses, applying->cue, NULL));
    } else if (subject) {
        Gives gives = gift_of(applying->clauses, applying->cue, subject);
        if (is_limited(applying, subject, gives)) return;
        give(applying, subject, gives);
        give_gapped(applying, subject + 1, gives);
    } else if (applying->rule->who == WHO_EITHER) {
        const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
        if (object && !object->placed)
            give_list(applying, object, gift_of(applying->clauses, applying->cue, NULL));
    } else if (is_before_colon(applying) || applying->clauses->passage->language->subject_may_follow) {
        const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
        if (object && !object->prepositional)
            give_list(applying, object, gift_of(applying->clauses, applying->cue, NULL));
    } else if (applying->rule->gives == GIVES_PARTICIPANT && applying->clauses->groups.count) {
        give_gapped(applying, applying->clauses->groups.items,
                    gift_of(applying->clauses, applying->cue, NULL));
    }
}

static void apply_after(const Applying *applying) {
    const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
    Gives gives = gift_of(applying->clauses, applying->cue, NULL);
    if (gives == GIVES_SAME)
        gives = applying->roles->last == GIVES_COUNT ? GIVES_NEUTRAL : applying->roles->last;
    /* "without firing a shot: A and B" */
    bool far = object && gives == GIVES_OUTSIDE && applying->cue->count == 1 &&
               sign_between(applying->clauses->passage, applying->cue->first, object->from, TOKEN_COLON);
    if (object && !far) give_list(applying, object, gives);
}

/* "dismissed the patrol": a noun, though "patrol" is a verb of the rules as well. */
static bool is_noun(const Applying *applying) {
    size_t first = applying->cue->first;
    return applying->rule->weak && applying->rule->gives == GIVES_PARTICIPANT &&
           applying->rule->who == WHO_BEFORE && first > applying->clauses->sentence->first &&
           passage_is(applying->clauses->passage, first - 1, CLASS_DETERMINER);
}

static void apply_cue(const Applying *applying) {
    if (applying->rule->gives == GIVES_TOPIC) applying->roles->topics++;
    if (applying->rule->gives > GIVES_SAME || is_noun(applying)) return;
    if (applying->rule->who == WHO_AFTER)
        apply_after(applying);
    else
        apply_before(applying);
}

/* The number before "countries" in the sentence, or 0. */
static int number_of_nations(const Clauses *clauses) {
    const Passage *passage = clauses->passage;
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->number_count; i++) {
        const Number *number = &passage->numbers.items[sentence->number_first + i];
        size_t to = number->first + number->count, end = sentence->first + sentence->count;
        size_t reach = to + 3 < end ? to + 3 : end;
        if (number->has_value && !number->bound && number->value < 250 &&
            stands_between(passage, to, reach, CLASS_NATION))
            return (int)number->value;
    }
    return 0;
}

/* "Planes from Egypt and Chad": a force that is there, whatever it does. */
static bool is_force(const Clauses *clauses, const Group *group) {
    return group->opener != UINT32_MAX && group->opener > clauses->sentence->first &&
           passage_is(clauses->passage, group->opener, CLASS_OUT_OF) &&
           passage_is(clauses->passage, group->opener - 1, CLASS_FORCE) &&
           !gift_between(clauses->passage, clauses->sentence, clauses->sentence->first, group->from,
                         1u << GIVES_DECLINED);
}

/* Long lists of which nothing is said belong, for want of anything better, to the undertaking that the
 * article is about; surely so, if the sentence says how many countries there are and the list has as many. */
static void give_plain_lists(const Applying *sentence) {
    static const Rule plain = {.name = "plain list", .weak = true},
                      counted = {.name = "list of the stated number"},
                      force = {.name = "forces from", .weak = true};
    const Clauses *clauses = sentence->clauses;
    const Cue here = {.first = clauses->sentence->first};
    Gives last = sentence->roles->last;
    int stated = number_of_nations(clauses);
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        bool exact = stated >= LIST_LEAST && (int)group->countries == stated;
        bool from_force = is_force(clauses, group);
        size_t back = group->from > clauses->sentence->first + 5 ? group->from - 5 : clauses->sentence->first;
        if (stands_between(clauses->passage, back, group->from, CLASS_PAST)) continue;
        if (sentence->given[i] || (group->countries < LIST_LEAST && !from_force) || group->placed) continue;
        Applying applying = {sentence->roles, clauses, &here,
                             exact        ? &counted
                             : from_force ? &force
                                          : &plain,
                             sentence->given};
        give(&applying, group, GIVES_PARTICIPANT);
    }
    sentence->roles->last = last;
}

static void read_sentence(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    bool *given = memory_new(clauses->groups.count + 1);
    size_t stances = roles->stances.count;
    memset(given, 0, clauses->groups.count + 1);
    Applying applying = {.roles = roles, .clauses = clauses, .given = given};
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        applying.cue = &roles->passage->cues.items[sentence->cue_first + i];
        applying.rule = cue_rule(roles->passage, applying.cue);
        apply_cue(&applying);
    }
    if (roles->stances.count == stances) roles->last = GIVES_COUNT; /* "so did" looks one sentence back */
    give_plain_lists(&applying);
    free(given);
}

void roles_read(Roles *roles, const Passage *passage, Arena *arena) {
    size_t countries = passage->language->countries.count;
    *roles = (Roles){.passage = passage,
                     .arena = arena,
                     .last = GIVES_COUNT,
                     .last_target = -1,
                     .stated = -1,
                     .host = {-1, UINT32_MAX, UINT32_MAX, 0, NULL}};
    roles->verdicts = memset(memory_new(countries + 1), 0, countries + 1);
    Clauses clauses = {0};
    for (size_t i = 0; i < passage->sentences.count; i++) {
        const Sentence *sentence = &passage->sentences.items[i];
        if (!(sentence->classes & (CLASS_BIT(CLASS_AERIAL) | CLASS_BIT(CLASS_EVENT)))) continue;
        for (size_t k = sentence->first; k < sentence->first + sentence->count; k++) {
            roles->aerial += passage_is(passage, k, CLASS_AERIAL);
            roles->topics += passage_is(passage, k, CLASS_EVENT);
        }
    }
    for (size_t i = 0; passage->language->has_roles && i < passage->sentences.count; i++) {
        clauses_of(&clauses, passage, &passage->sentences.items[i]);
        read_sentence(roles, &clauses);
        strikes_read(roles, &clauses);
        hosts_read(roles, &clauses);
        claims_read(roles, &clauses);
    }
    clauses_free(&clauses);
    strike_places_settle(roles);
    hosts_settle(roles);
    verdicts_settle(roles);
    doubt_names(roles);
}

void roles_free(Roles *roles) {
    for (size_t i = 0; i < roles->strikes.count; i++) {
        array_free(&roles->strikes.items[i].by);
        array_free(&roles->strikes.items[i].evidence);
        array_free(&roles->strikes.items[i].places);
    }
    array_free(&roles->stances);
    array_free(&roles->strikes);
    array_free(&roles->loose);
    towns_close(roles->towns);
    array_free(&roles->claims);
    array_free(&roles->doubts);
    free(roles->verdicts);
}
