/* See blow.h. Who strikes whom in one sentence, by the grammar of a noun ("air strikes in"), a verb
 * ("bombed") or a verb that needs a weapon ("launched"). */
#include "blow.h"

#include <string.h>

/* Numbers above MOST_STRIKES are of money or of people. */
enum { TARGET_REACH = 14, WEAPON_REACH = 9, MOST_STRIKES = 200000 };

static bool ends_with(const Passage *passage, const Token *token, const char *ending) {
    size_t size = ending ? strlen(ending) : 0, length = token->end - token->start;
    return size && length > size && !strncasecmp(passage->text + token->end - size, ending, size);
}

/* "Syria hit after", "Syria hit by drones": headlines leave the "is" out. */
static bool is_headline_passive(const Blow *blow, size_t after) {
    const Passage *passage = blow->clauses->passage;
    if (!(blow->clauses->sentence->flags & SENTENCE_HEADLINE) || passage->language->verbs_last) return false;
    return after >= blow->end || passage_is(passage, after, CLASS_CLAUSE) ||
           passage_is(passage, after, CLASS_BY);
}

bool blow_is_passive(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    size_t first = blow->clauses->sentence->first, reach = (size_t)passage->language->passive_reach;
    size_t from = blow->cue->first - first > reach ? blow->cue->first - reach : first;
    if (ends_with(passage, &passage->tokens.items[blow->cue->first], passage->language->active_ending))
        return false;
    size_t after = blow->cue->first + blow->cue->count;
    if (passage->language->verbs_last && after < blow->end && passage_is(passage, after, CLASS_BE))
        return true;
    return is_headline_passive(blow, after) || stands_between(passage, from, blow->cue->first, CLASS_BE);
}

static bool is_all_capitals(const Passage *passage, const Group *group) {
    return passage->language->names.items[passage->mentions.items[group->last].name].all_capitals;
}

/* "French air strikes", "US strikes", "US-led": who; but "Syria air strikes": where. */
static void read_attribute_before(Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    const Group *group = group_before(blow, 2);
    if (!group || group == blow->target || group->placed) return;
    if (stands_between(passage, group->to, blow->cue->first, CLASS_ARTICLE)) return; /* "A condemned the" */
    bool country = passage->mentions.items[group->last].kind == NAME_COUNTRY;
    bool led = passage_is(passage, group->to, CLASS_LED);
    bool bare = blow->cue->first == group->to && !(passage->tokens.items[group->to].flags & TOKEN_ELIDED);
    if (!country || is_all_capitals(passage, group) || led || (bare && blow->target))
        blow->striker = group;
    else if (bare && !passage->language->subject_may_follow)
        blow->target = group;
    else if (!passage->language->subject_may_follow)
        blow->striker = group;
}

/* "frappes françaises": the adjective that follows. */
static void read_attribute_after(Blow *blow) {
    const Clauses *clauses = blow->clauses;
    const Group *group = object_of(clauses, blow->cue->first + blow->cue->count);
    if (!group || group == blow->target || group->prepositional) return;
    bool adjective = clauses->passage->mentions.items[group->first].kind != NAME_COUNTRY;
    if (adjective && group->from <= blow->cue->first + blow->cue->count + 1) blow->striker = group;
}

/* "American planes and ships loosed the heaviest bombardment on": whatever the verb, it is theirs. */
static bool has_planes(const Clauses *clauses, const Group *subject, size_t to) {
    enum { PLANES_REACH = 3, VERB_REACH = 9 };
    const Passage *passage = clauses->passage;
    return subject->to + VERB_REACH >= to && subject->to + PLANES_REACH <= to &&
           stands_between(passage, subject->to, subject->to + PLANES_REACH, CLASS_AERIAL) &&
           !sign_between(passage, subject->to, to, TOKEN_COMMA);
}

static void read_noun(Blow *blow) {
    unsigned doing = 1u << GIVES_FIRE | 1u << GIVES_PARTICIPANT | 1u << GIVES_STRIKE;
    const Clauses *clauses = blow->clauses;
    blow->target = target_after(blow, false);
    if (!blow->target) blow->target = target_fronted(blow);
    read_attribute_before(blow);
    if (!blow->striker) read_attribute_after(blow);
    const Group *subject = subject_of(clauses, blow->cue->first);
    bool does =
        subject && gift_between(clauses->passage, clauses->sentence, subject->to, blow->cue->first, doing);
    if (clauses->passage->language->subject_may_follow && subject && !does)
        does = gift_between(clauses->passage, clauses->sentence, clauses->sentence->first, subject->from,
                            1u << GIVES_FIRE);
    if (subject && !does) does = blow->target && has_planes(clauses, subject, blow->cue->first);
    if (!blow->striker && does && subject != blow->target) blow->striker = subject;
    if (!blow->striker) blow->striker = agent_after(blow);
}

/* Where the verb comes first: it, who strikes, then who is struck. */
static void read_verb_first(Blow *blow) {
    const Clauses *clauses = blow->clauses;
    const Group *first = object_of(clauses, blow->cue->first + blow->cue->count);
    if (!first) return;
    if (opener_is(clauses, first, CLASS_TOWARD)) {
        blow->target = first;
        return;
    }
    blow->striker = first;
    const Group *next = first + 1;
    if (next >= clauses->groups.items + clauses->groups.count || next->from - first->to > TARGET_REACH)
        return;
    bool country = clauses->passage->mentions.items[next->first].kind == NAME_COUNTRY;
    if (country || opener_is(clauses, next, CLASS_TOWARD)) blow->target = next;
}

/* "Russland hat die Ukraine mit Raketen angegriffen": of two before the verb the first strikes. */
static void read_object_before(Blow *blow) {
    const Group *object = blow->striker, *first = blow->clauses->groups.items;
    if (!object || object == first || object[-1].prepositional) return;
    const Passage *passage = blow->clauses->passage;
    if (object[-1].from < blow->clauses->sentence->first + blow->clauses->sentence->dateline ||
        sign_between(passage, object[-1].to, object->from, TOKEN_COMMA))
        return;
    blow->striker = object - 1;
    blow->target = object;
}

/* "une frappe américaine": where adjectives follow their nouns, one right after the word shows it to be a
 * noun, and whose it is. */
static bool is_own_adjective(const Blow *blow, size_t after) {
    const Passage *passage = blow->clauses->passage;
    return passage->language->adjectives_follow && blow->target && blow->target->from == after &&
           passage->mentions.items[blow->target->first].kind == NAME_ADJECTIVE;
}

static void read_verb(Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    size_t after = blow->cue->first + blow->cue->count;
    if (blow_is_passive(blow)) {
        blow->target = group_before(blow, 20);
        blow->striker = agent_after(blow);
        return;
    }
    if (blow->rule->who == WHO_AFTER) {
        read_verb_first(blow);
        return;
    }
    blow->striker = subject_of(blow->clauses, blow->cue->first);
    blow->each_other = after < blow->end && passage_is(passage, after, CLASS_RECIPROCAL);
    blow->target = blow->each_other ? blow->striker : target_after(blow, true);
    if (is_own_adjective(blow, after)) blow->target = NULL;
    if (!blow->target && passage->language->verbs_last) blow->target = target_before(blow);
    if (!blow->target && passage->language->verbs_last) read_object_before(blow);
}

/* A verb such as "launched" counts beside a weapon, or beside a number where strikes are already the matter.
 */
static bool has_load(const Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    size_t from = blow->cue->first + blow->cue->count,
           to = from + WEAPON_REACH < blow->end ? from + WEAPON_REACH : blow->end;
    size_t first = blow->clauses->sentence->first,
           back = blow->cue->first - first > 12 ? blow->cue->first - 12 : first;
    size_t near = from + 3 < blow->end ? from + 3 : blow->end;
    bool there =
        stands_between(passage, from, near, CLASS_THERE) || passage_is(passage, from - 1, CLASS_AERIAL);
    if (blow->roles->last_target >= 0 && there) return true;
    if (stands_between(passage, from, to, CLASS_WEAPON) ||
        stands_between(passage, back, blow->cue->first, CLASS_WEAPON))
        return true;
    const Sentence *sentence = blow->clauses->sentence;
    for (uint32_t i = 0; blow->roles->last_target >= 0 && i < sentence->number_count; i++) {
        const Number *number = &passage->numbers.items[sentence->number_first + i];
        size_t next = number->first + number->count;
        if (number->first != from || !number->has_value || number->value > MOST_STRIKES) continue;
        if (blow_has_rest(blow, next)) return true;
    }
    return false;
}

static void read_fire(Blow *blow) {
    const Passage *passage = blow->clauses->passage;
    bool noun = passage_is(passage, blow->cue->first, CLASS_PREPOSITION); /* "have been in action" */
    bool passive = (blow_is_passive(blow) && !noun) || group_before(blow, 60) == NULL;
    blow->target = target_after(blow, false);
    blow->striker = passive ? agent_after(blow) : subject_of(blow->clauses, blow->cue->first);
    size_t back = blow->cue->first - blow->clauses->sentence->first > 3 ? blow->cue->first - 3
                                                                        : blow->clauses->sentence->first;
    /* "missiles fired at": a participle after its noun */
    if (stands_between(passage, back, blow->cue->first, CLASS_WEAPON)) blow->striker = agent_after(blow);
}

/* "in retaliation for an attack in A": a noun, whose place need not be struck from the air. */
static bool is_noun_of_verb(const Blow *blow) {
    size_t first = blow->cue->first;
    return blow->rule->gives == GIVES_STRIKE && blow->rule->aerial &&
           first > blow->clauses->sentence->first &&
           passage_is(blow->clauses->passage, first - 1, CLASS_ARTICLE);
}

bool blow_read(Blow *blow) {
    if (is_noun_of_verb(blow)) return false;
    if (blow->rule->gives == GIVES_RAID)
        read_noun(blow);
    else if (blow->rule->gives == GIVES_STRIKE)
        read_verb(blow);
    else if (has_load(blow))
        read_fire(blow);
    else
        return false;
    return true;
}
