/* See roles.h. */
#include "giving.h"

#include <stdlib.h>
#include <string.h>

/* "Voted against: A, B and C" */
static bool is_before_colon(const Applying *applying) {
    const Sentence *sentence = applying->clauses->sentence;
    size_t after = applying->cue->first + applying->cue->count, end = sentence->first + sentence->count;
    return sign_between(applying->clauses->passage, after, after + 3 < end ? after + 3 : end, TOKEN_COLON);
}

/* "A and B met C and agreed": of two verbs joined by "and" the second has the first one's subject, whatever
 * stands as an object in between. */
static const Group *subject_of_cue(const Clauses *clauses, const Cue *cue) {
    enum { OBJECT_REACH = 4 };
    const Passage *passage = clauses->passage;
    const Group *subject = subject_of(clauses, cue->first);
    for (size_t of = subject ? subject->to : cue->first; of + 1 < cue->first; of++)
        if (passage_is(passage, of, CLASS_OUT_OF) && passage_is(passage, of + 1, CLASS_THERE))
            return NULL; /* "though most of them have sent nothing" */
    size_t at = cue->first;
    while (at > clauses->sentence->first && passage_is(passage, at - 1, CLASS_ADVERB)) at--;
    if (!subject || at == clauses->sentence->first || !passage_is(passage, at - 1, CLASS_AND)) return subject;
    for (uint32_t i = clauses->sentence->cue_count; i-- > 0;) {
        const Cue *verb = &passage->cues.items[clauses->sentence->cue_first + i];
        size_t end = verb->first + verb->count;
        if (end > subject->from || cue_rule(passage, verb)->who == WHO_AFTER) continue;
        if (subject->from - end > OBJECT_REACH) break;
        const Group *other = subject_of(clauses, verb->first);
        return other ? other : subject;
    }
    return subject;
}

static void give_meant(const Applying *applying, const ListFound *list) {
    Gives gives = gift_of(applying, NULL);
    for (uint32_t i = list->first; i <= list->last; i++) give_mention(applying, i, list->countries, gives);
}

/* Not "The vote came a day after the council had refused to speak of A", where A is another verb's. */
static bool is_near(const Applying *applying, const Group *object) {
    enum { REACH = 7 };
    size_t end = applying->cue->first + applying->cue->count;
    return object->from - end <= REACH || is_before_colon(applying);
}

static void apply_before(const Applying *applying) {
    enum { NEUTRAL_REACH = 8 }; /* "A pulled people from houses after a quake that killed thousands" */
    const Group *subject = subject_of_cue(applying->clauses, applying->cue);
    const ListFound *meant =
        subject ? NULL : list_meant(applying->roles, applying->clauses, applying->cue->first);
    if (meant) {
        give_meant(applying, meant);
        return;
    }
    const Group *list = explained_list(applying->clauses, applying->cue, subject);
    if (list) {
        if (subject && subject->countries > 1) give(applying, subject, gift_of(applying, subject));
        give_explained(applying, list, gift_of(applying, NULL));
    } else if (subject) {
        Gives gives = gift_of(applying, subject);
        if (gives == GIVES_NEUTRAL && applying->cue->first - subject->to > NEUTRAL_REACH) return;
        if (is_limited(applying, subject, gives)) return;
        give(applying, subject, gives);
        give_gapped(applying, subject + 1, gives);
    } else if (applying->rule->who == WHO_EITHER) {
        const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
        if (object && !object->placed && is_near(applying, object))
            give_list(applying, object, gift_of(applying, NULL));
    } else if (is_before_colon(applying) || applying->clauses->passage->language->subject_may_follow) {
        const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
        if (object && !object->prepositional) give_list(applying, object, gift_of(applying, NULL));
    } else if (applying->rule->gives == GIVES_PARTICIPANT && applying->clauses->groups.count) {
        give_gapped(applying, applying->clauses->groups.items, gift_of(applying, NULL));
    }
}

static void apply_after(const Applying *applying) {
    const Group *object = object_of(applying->clauses, applying->cue->first + applying->cue->count);
    Gives gives = gift_of_list(applying, object);
    if (object && is_loose(applying, object)) return;
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
    return applying->rule->gives == GIVES_PARTICIPANT && applying->rule->who == WHO_BEFORE &&
           first > applying->clauses->sentence->first &&
           passage_is(applying->clauses->passage, first - 1, CLASS_DETERMINER);
}

/* "A and B hosted a conference": one of them is the host, and both take part. */
static void apply_hosts(const Applying *applying) {
    if (applying->rule->who != WHO_BEFORE || applying->rule->weak) return;
    const Group *hosts = subject_of_cue(applying->clauses, applying->cue);
    if (!hosts || hosts->countries < 2 || cue_denied(applying->clauses, applying->cue, hosts) ||
        cue_possible(applying->clauses, applying->cue, hosts) ||
        cue_past(applying->clauses, applying->cue, hosts))
        return;
    Gives last = applying->roles->last;
    give(applying, hosts, GIVES_PARTICIPANT);
    applying->roles->last = last;
}

static void apply_cue(const Applying *applying) {
    if (applying->rule->gives == GIVES_TOPIC) applying->roles->topics++;
    if (applying->rule->gives == GIVES_HOST) apply_hosts(applying);
    if (applying->rule->gives > GIVES_SAME || is_noun(applying)) return;
    if (applying->rule->who == WHO_AFTER)
        apply_after(applying);
    else
        apply_before(applying);
}

/* Remembers the lists of a sentence once it is read. */
static void keep_lists(Roles *roles, const Clauses *clauses) {
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->countries > 1)
            array_push(&roles->lists, (ListFound){group->first, group->last, group->countries});
    }
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

void roles_read(Roles *roles, const Passage *passage, const dateline_words *words, Arena *arena) {
    size_t countries = passage->language->countries.count;
    *roles = (Roles){.passage = passage,
                     .words = words,
                     .arena = arena,
                     .last = GIVES_COUNT,
                     .last_target = -1,
                     .stated = -1,
                     .host = {-1, UINT32_MAX, UINT32_MAX, 0, NULL}};
    roles->verdicts = memory_new_zeroed(countries + 1);
    roles->placed = memory_new_zeroed(countries + 1);
    roles->named = memory_new_zeroed(countries + 1);
    for (size_t i = 0; i < passage->mentions.count; i++)
        if (mention_counts(&passage->mentions.items[i]))
            roles->named[passage->mentions.items[i].country] = true;
    Clauses clauses = {.year = year_of_article(passage)};
    for (size_t i = 0; i < passage->sentences.count; i++) {
        const Sentence *sentence = &passage->sentences.items[i];
        if (!(sentence->classes &
              (CLASS_BIT(CLASS_AERIAL) | CLASS_BIT(CLASS_EVENT) | CLASS_BIT(CLASS_FORCE))))
            continue;
        for (size_t k = sentence->first; k < sentence->first + sentence->count; k++) {
            roles->aerial += passage_is(passage, k, CLASS_AERIAL);
            roles->topics += passage_is(passage, k, CLASS_EVENT);
            roles->forces += passage_is(passage, k, CLASS_FORCE);
        }
    }
    for (size_t i = 0; passage->language->has_roles && i < passage->sentences.count; i++) {
        clauses_of(&clauses, passage, &passage->sentences.items[i]);
        read_sentence(roles, &clauses);
        strikes_read(roles, &clauses);
        hosts_read(roles, &clauses);
        claims_read(roles, &clauses);
        keep_lists(roles, &clauses);
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
    array_free(&roles->claims);
    array_free(&roles->doubts);
    array_free(&roles->lists);
    free(roles->verdicts);
    free(roles->placed);
    free(roles->named);
}
