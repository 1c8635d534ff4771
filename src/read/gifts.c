/* See giving.h. What one rule gives to one group. */
#include "giving.h"

Gives gift_of(const Applying *applying, const Group *group) {
    const Clauses *clauses = applying->clauses;
    const Cue *cue = applying->cue;
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

/* "joined by A and B in voting against": what they were joined in. */
static Gives joint_gift(const Clauses *clauses, const Group *list) {
    const Passage *passage = clauses->passage;
    for (uint32_t i = 0; i < clauses->sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[clauses->sentence->cue_first + i];
        Gives gives = cue_rule(passage, cue)->gives;
        if (cue->first == list->to + 1 && passage_is(passage, list->to, CLASS_PLACE) &&
            (gives == GIVES_DECLINED || gives == GIVES_OUTSIDE))
            return gives;
    }
    return GIVES_PARTICIPANT;
}

/* "Forty states have asked to join, among them A": what was said of those it belongs to. */
static Gives gift_of_antecedent(const Applying *applying) {
    const Clauses *clauses = applying->clauses;
    const Passage *passage = clauses->passage;
    Gives gives = GIVES_PARTICIPANT;
    for (uint32_t i = 0; i < clauses->sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[clauses->sentence->cue_first + i];
        if (cue->first >= applying->cue->first) break;
        const Rule *rule = cue_rule(passage, cue);
        Applying before = *applying;
        before.cue = cue;
        before.rule = rule;
        if (rule->gives <= GIVES_NEUTRAL && rule->who != WHO_AFTER) gives = gift_of(&before, NULL);
    }
    return gives;
}

/* "withdraws its last soldiers from A": what is withdrawn takes no part, and says nothing of A. */
static bool follows_refusal(const Applying *applying) {
    enum { REFUSAL_REACH = 4 };
    const Clauses *clauses = applying->clauses;
    const Passage *passage = clauses->passage;
    for (uint32_t i = 0; i < clauses->sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[clauses->sentence->cue_first + i];
        size_t end = cue->first + cue->count;
        if (cue_rule(passage, cue)->gives == GIVES_DECLINED && end <= applying->cue->first &&
            applying->cue->first - end <= REFUSAL_REACH &&
            !sign_between(passage, end, applying->cue->first, TOKEN_COMMA))
            return true;
    }
    return false;
}

Gives gift_of_list(const Applying *applying, const Group *list) {
    Gives gives = gift_of(applying, NULL);
    if (gives != GIVES_PARTICIPANT || !list) return gives;
    if (follows_refusal(applying)) return GIVES_NEUTRAL;
    if (passage_is(applying->clauses->passage, applying->cue->first, CLASS_INCLUDE))
        return gift_of_antecedent(applying);
    return joint_gift(applying->clauses, list);
}

bool is_loose(const Applying *applying, const Group *object) {
    enum { OF_REACH = 6 };
    const Passage *passage = applying->clauses->passage;
    size_t to = applying->cue->first + applying->cue->count;
    if (passage_is(passage, to, CLASS_RELATIVE) && !passage_is(passage, to, CLASS_ARTICLE))
        return true; /* "alongside which" */
    size_t end = applying->clauses->sentence->first + applying->clauses->sentence->count;
    if (object->to < end && passage_is(passage, object->to, CLASS_LED))
        return true; /* "alongside the US-led force" */
    bool from = object->opener != UINT32_MAX && passage_is(passage, object->opener, CLASS_OUT_OF);
    return passage_is(passage, to - 1, CLASS_OUT_OF) && object->from - to > OF_REACH && !from;
}

void give_mention(const Applying *applying, uint32_t mention, uint32_t list, Gives gives) {
    const Mention *found = &applying->clauses->passage->mentions.items[mention];
    if (!mention_counts(found)) return;
    array_push(&applying->roles->stances,
               (Stance){.country = found->country,
                        .gives = gives,
                        .weak = applying->rule->weak ||
                                (gives == GIVES_OUTSIDE && applying->rule->gives == GIVES_PARTICIPANT),
                        .faint = applying->rule == &faint_rule,
                        .plain = applying->rule == &plain_rule || applying->rule == &acting_rule,
                        .acting = applying->rule == &acting_rule,
                        .list = list,
                        .listed = applying->rule->who == WHO_AFTER,
                        .mention = mention,
                        .order = applying->cue->first,
                        .rule = applying->rule->name});
    applying->roles->last = gives;
}

void give(const Applying *applying, const Group *group, Gives gives) {
    applying->given[group - applying->clauses->groups.items] = true;
    for (uint32_t i = group->first; i <= group->last; i++) give_mention(applying, i, group->countries, gives);
}

static int country_of(const Clauses *clauses, const Group *group) {
    return clauses->passage->mentions.items[group->last].country;
}

/* "have struck in Iraq but are not involved in Syria" takes nothing back. */
bool is_limited(const Applying *applying, const Group *group, Gives gives) {
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
