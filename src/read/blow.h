/* One sign of a strike in one sentence, while it is read: what strikes.c and strike_counts.c share. */
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

/* Whether nothing that could be counted follows at token next: "added 12". */
bool blow_has_rest(const Blow *blow, size_t next);
/* The number of strikes that the sentence gives, or NULL. */
const Number *blow_count(const Blow *blow);
/* The count and the month from which it counts, into the strike. */
void blow_add_count(const Blow *blow, StrikeFound *strike);
void blow_add_since(const Blow *blow, StrikeFound *strike);

/* The strike on a target, begun if need be. */
StrikeFound *strike_on(Roles *roles, int target, const Blow *blow);
/* Adds one who struck, unless he is known or the target himself; mention is the evidence. */
void add_striker(StrikeFound *strike, int country, uint32_t mention);
void add_strikers(const Blow *blow, StrikeFound *strike);

#endif
