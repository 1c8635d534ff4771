/* See blow.h. Which groups of the sentence stand where a target stands, and where those who struck. */
#include "blow.h"

enum { TARGET_REACH = 14 };

bool opener_is(const Clauses *clauses, const Group *group, WordClass class) {
    return group->opener != UINT32_MAX && passage_is(clauses->passage, group->opener, class);
}

bool blow_misses(const Blow *blow, size_t to) {
    const Passage *passage = blow->clauses->passage;
    const Sentence *sentence = blow->clauses->sentence;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        const Mention *mention = &passage->mentions.items[sentence->mention_first + i];
        if (mention->kind != NAME_OTHER || mention->first < blow->cue->first || mention->first > to ||
            mention->first > blow->cue->first + TARGET_REACH)
            continue;
        size_t before = mention->first;
        while (before > sentence->first && before + 3 > mention->first &&
               passage_is(passage, before - 1, CLASS_ARTICLE))
            before--;
        if (before > sentence->first && passage_is(passage, before - 1, CLASS_TOWARD)) return true;
    }
    return false;
}

/* The first group after the cue that stands where a target does. */
const Group *target_after(const Blow *blow, bool direct) {
    const Clauses *clauses = blow->clauses;
    size_t to = blow->cue->first + blow->cue->count;
    bool other = false; /* somebody else came in between */
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->from < to) continue;
        if (group->from - to > TARGET_REACH ||
            sign_between(clauses->passage, to, group->from, TOKEN_SEMICOLON) ||
            (other && sign_between(clauses->passage, to, group->from, TOKEN_COMMA)))
            return NULL;
        other = true;
        if (blow_misses(blow, group->from)) return NULL;
        if (opener_is(clauses, group, CLASS_TOWARD)) return group;
        if (direct && group->from - to <= 3 && !group->prepositional &&
            !sign_between(clauses->passage, to, group->from, TOKEN_COMMA))
            return group;
    }
    return NULL;
}

/* "by French jets", "par des avions de la France": the word itself, or one a few words before the group's
 * "of". */
static bool is_agent(const Clauses *clauses, const Group *group, size_t from) {
    if (opener_is(clauses, group, CLASS_BY)) return true;
    if (group->opener == UINT32_MAX || !opener_is(clauses, group, CLASS_OUT_OF)) return false;
    if (group->opener > from && passage_is(clauses->passage, group->opener - 1, CLASS_FORCE)) return true;
    size_t at = group->opener > from + 5 ? group->opener - 5 : from;
    return stands_between(clauses->passage, at, group->opener, CLASS_BY) &&
           !sign_between(clauses->passage, at, group->opener, TOKEN_COMMA);
}

const Group *agent_after(const Blow *blow) {
    const Clauses *clauses = blow->clauses;
    size_t to = blow->cue->first + blow->cue->count;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group == blow->target || group->from < to || group->from - to > 24) continue;
        if (is_agent(clauses, group, to)) return group;
    }
    return NULL;
}

/* Nearest group before the cue, whatever stands before it: "targets in Serbia have been bombed". */
const Group *group_before(const Blow *blow, size_t reach) {
    const Clauses *clauses = blow->clauses;
    for (size_t i = clauses->groups.count; i-- > 0;) {
        const Group *group = &clauses->groups.items[i];
        if (group->to > blow->cue->first ||
            group->from < clauses->sentence->first + clauses->sentence->dateline)
            continue;
        return blow->cue->first - group->to <= reach ? group : NULL;
    }
    return NULL;
}

/* "In Syria, jets flew raids": a place that opens the sentence. */
const Group *target_fronted(const Blow *blow) {
    const Clauses *clauses = blow->clauses;
    const Group *group = clauses->groups.count ? &clauses->groups.items[0] : NULL;
    bool fronted =
        group && group->to <= blow->cue->first && group->placed && opener_is(clauses, group, CLASS_TOWARD);
    return fronted && group->opener <= clauses->sentence->first + clauses->sentence->dateline + 1 ? group
                                                                                                  : NULL;
}

/* Where the verb comes last: "Raketen in der Ukraine ... trafen". */
const Group *target_before(const Blow *blow) {
    const Clauses *clauses = blow->clauses;
    for (size_t i = clauses->groups.count; i-- > 0;) {
        const Group *group = &clauses->groups.items[i];
        if (group->to <= blow->cue->first && group != blow->striker &&
            opener_is(clauses, group, CLASS_TOWARD))
            return group;
    }
    return NULL;
}
