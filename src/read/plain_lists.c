/* See giving.h. Lists of which nothing is said, and forces that are there. */
#include "giving.h"

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

/* "Denmark 750", "Belgium with 520", "Norway has 410" */
static bool is_counted(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, at = group->to;
    while (at < end && at < group->to + 2 &&
           (passage_is(passage, at, CLASS_PREPOSITION) || passage_is(passage, at, CLASS_AUXILIARY)))
        at++;
    for (uint32_t i = 0; i < clauses->sentence->number_count; i++)
        if (passage->numbers.items[clauses->sentence->number_first + i].first == at) return !group->placed;
    return false;
}

/* How many countries of the sentence have a number each. */
static uint32_t counted_countries(const Clauses *clauses) {
    uint32_t countries = 0;
    if (clauses->sentence->number_count < LIST_LEAST) return 0;
    for (size_t i = 0; i < clauses->groups.count; i++)
        if (is_counted(clauses, &clauses->groups.items[i])) countries += clauses->groups.items[i].countries;
    return countries;
}

/* "Poland, Lithuania and Latvia will close ... The three countries": a list that is spoken of as such. */
static void give_list_meant(const Applying *sentence) {
    static const Rule meant = {.name = "list of the stated number"};
    const Clauses *clauses = sentence->clauses;
    const Cue here = {.first = clauses->sentence->first};
    const ListFound *list =
        list_meant(sentence->roles, clauses, clauses->sentence->first + clauses->sentence->count);
    Applying applying = {sentence->roles, clauses, &here, &meant, sentence->given};
    Gives last = sentence->roles->last;
    if (!list || list->countries < LIST_LEAST) return; /* two may be said of any two */
    for (uint32_t i = list->first; i <= list->last; i++)
        give_mention(&applying, i, list->countries, GIVES_PARTICIPANT);
    sentence->roles->last = last;
}

const Rule faint_rule = {.name = "its forces or its leader", .weak = true},
           plain_rule = {.name = "plain list", .weak = true},
           acting_rule = {.name = "list with a verb of its own", .weak = true};

/* "Kenyan soldiers", "an Austrian colonel" */
static bool has_forces(const Clauses *clauses, const Group *group) {
    enum { NOUN_REACH = 2 };
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count;
    if (passage->mentions.items[group->last].kind == NAME_COUNTRY || group->prepositional) return false;
    return stands_between(passage, group->to, group->to + NOUN_REACH < end ? group->to + NOUN_REACH : end,
                          CLASS_FORCE);
}

/* "Vladimir Putin of Russia" */
static bool has_leader(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, at = group->opener;
    if (at == UINT32_MAX || at < first + 2 || at + 1 != group->from) return false;
    return passage_is(passage, at, CLASS_OUT_OF) && !passage_is(passage, at, CLASS_BY) &&
           ends_full_name(passage, at - 1, first);
}

/* "China's Xi Jinping" */
static bool has_own_leader(const Clauses *clauses, const Group *group) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, at = group->to;
    if (at + 2 >= end || group->prepositional) return false;
    return passage->tokens.items[at].flags & TOKEN_ELIDED && ends_full_name(passage, at + 2, at);
}

static void give_faint(const Applying *sentence) {
    const Clauses *clauses = sentence->clauses;
    const Cue here = {.first = clauses->sentence->first};
    Applying applying = {sentence->roles, clauses, &here, &faint_rule, sentence->given};
    Gives last = sentence->roles->last;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        for (uint32_t k = group->first; group->placed && k <= group->last; k++)
            sentence->roles->placed[clauses->passage->mentions.items[k].country] |=
                mention_counts(&clauses->passage->mentions.items[k]);
        if (!sentence->given[i] &&
            (has_forces(clauses, group) || has_leader(clauses, group) || has_own_leader(clauses, group)))
            give(&applying, group, GIVES_PARTICIPANT);
    }
    sentence->roles->last = last;
}

/* Long lists of which nothing is said belong, for want of anything better, to the undertaking that the
 * article is about; surely so, if the sentence says how many countries there are and the list has as many. */
void give_plain_lists(const Applying *sentence) {
    static const Rule counted = {.name = "list of the stated number"},
                      force = {.name = "forces from", .weak = true},
                      numbers = {.name = "list of numbers", .weak = true};
    const Clauses *clauses = sentence->clauses;
    const Cue here = {.first = clauses->sentence->first};
    Gives last = sentence->roles->last;
    int stated = number_of_nations(clauses);
    bool many = counted_countries(clauses) >= LIST_LEAST;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        bool exact = stated >= LIST_LEAST && (int)group->countries == stated;
        bool from_force = is_force(clauses, group);
        size_t back = group->from > clauses->sentence->first + 5 ? group->from - 5 : clauses->sentence->first;
        if (stands_between(clauses->passage, back, group->from, CLASS_PAST)) continue;
        bool has_number = many && is_counted(clauses, group);
        bool listed = group->countries >= LIST_LEAST || from_force || has_number;
        if (sentence->given[i] || !listed || group->placed) continue;
        Applying applying = {sentence->roles, clauses, &here,
                             exact                          ? &counted
                             : from_force                   ? &force
                             : has_number                   ? &numbers
                             : has_own_verb(clauses, group) ? &acting_rule
                                                            : &plain_rule,
                             sentence->given};
        give(&applying, group, GIVES_PARTICIPANT);
    }
    sentence->roles->last = last;
    give_list_meant(sentence);
    give_faint(sentence);
}
