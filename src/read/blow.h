/* One sign of a strike in one sentence, while it is read: what strikes.c and the other strike_….c share. */
#ifndef READ_BLOW_H
#define READ_BLOW_H

#include "roles.h"

typedef struct Blow {
    Roles *roles;
    const Clauses *clauses;
    const Cue *cue;
    const Rule *rule;
    size_t end; /* of the sentence */
    const Group *target, *striker;
    bool each_other, from_context;
} Blow;

/* Whether the word before a group has the class. */
bool opener_is(const Clauses *clauses, const Group *group, WordClass class);
/* The group that stands where a target does: after the cue (with direct, also as its object), at the head of
 * the sentence, or before a verb that comes last. NULL where there is none, here and below. */
const Group *target_after(const Blow *blow, bool direct);
const Group *target_fronted(const Blow *blow);
const Group *target_before(const Blow *blow);
/* Whether a sea or open country stands where a target does, before token to; it takes the place of one. */
bool blow_misses(const Blow *blow, size_t to);
/* The group after "by". */
const Group *agent_after(const Blow *blow);
/* The nearest group before the cue, whatever stands before it: "targets in Serbia have been bombed". */
const Group *group_before(const Blow *blow, size_t reach);

/* strike_grammar.c: finds target and striker; false where the word is no sign of a strike here. */
bool blow_read(Blow *blow);
/* "was bombed": what stands before the word is struck. */
bool blow_is_passive(const Blow *blow);

/* Whether nothing that could be counted follows at token next: "added 12". */
bool blow_has_rest(const Blow *blow, size_t next);
/* The number of strikes that the sentence gives, or NULL. */
const Number *blow_count(const Blow *blow);
/* The count and the month from which it counts, into the strike. */
void blow_add_count(const Blow *blow, StrikeFound *strike);
void blow_add_since(const Blow *blow, StrikeFound *strike);

/* The strike on a target, begun if need be. */
StrikeFound *strike_on(Roles *roles, int target, const Blow *blow);
/* strike_places.c: adds the towns of the country struck that the sentence names as hit; whether there are
 * any. */
bool strike_places_add(const Blow *blow, StrikeFound *strike);
/* Adds one who struck, unless he is known or the target himself; mention is the evidence. */
void add_striker(StrikeFound *strike, int country, uint32_t mention);
void add_strikers(const Blow *blow, StrikeFound *strike);

#endif
