/*
 * One rule while it is applied to one sentence: what gifts.c, lists.c and plain_lists.c share with roles.c.
 */
#ifndef READ_GIVING_H
#define READ_GIVING_H

#include "roles.h"

enum { LIST_LEAST = 3 };

typedef struct Applying {
    Roles *roles;
    const Clauses *clauses;
    const Cue *cue;
    const Rule *rule;
    bool *given; /* by group of the sentence */
} Applying;

/* Of those whose forces or leaders are there, though no rule knows what they do. */
extern const Rule faint_rule;
/* Of lists of which no rule says anything: without a verb of their own, and with one. */
extern const Rule plain_rule, acting_rule;

/* What the rule gives to a group before it (NULL: one after it), turned round where it is denied. */
Gives gift_of(const Applying *applying, const Group *group);
/* The same for one mention, of the present sentence or an earlier one; list: how many it stands with. */
void give_mention(const Applying *applying, uint32_t mention, uint32_t list, Gives gives);
/* What a rule gives to the list after it: also what is said beside it counts. */
Gives gift_of_list(const Applying *applying, const Group *list);
/* Notes for each country of the group what is given to it. */
void give(const Applying *applying, const Group *group, Gives gives);
/* Whether a group is not what an after rule means: too far behind "a force of", or in a relative clause. */
bool is_loose(const Applying *applying, const Group *object);
/* Whether a refusal is of a part only, and takes nothing back. */
bool is_limited(const Applying *applying, const Group *group, Gives gives);

/* Gives also to the groups from first on that take the verb before them. */
void give_gapped(const Applying *applying, const Group *first, Gives gives);
/* Gives to first and to the groups that go on its list. */
void give_list(const Applying *applying, const Group *first, Gives gives);

void give_explained(const Applying *applying, const Group *list, Gives gives);

/* "The two countries", before a token of the sentence: the latest list of as many in the sentences before, or
 * NULL. */
const ListFound *list_meant(const Roles *roles, const Clauses *clauses, size_t before);

/* Long lists of which no rule of the sentence says anything. */
void give_plain_lists(const Applying *sentence);

#endif
