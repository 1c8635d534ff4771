/*
 * Lists of countries as one thing: "A, B and C", and where in its sentence each stands. Who acts and who is
 * acted upon is found here; what the action means is none of this file's business.
 */
#ifndef READ_GROUPS_H
#define READ_GROUPS_H

#include "mentions.h"

/* Mentions first..last of the passage (those between that do not count are skipped), tokens from..to. */
typedef struct Group {
    uint32_t first, last;
    uint32_t from, to;
    uint32_t countries; /* how many mentions in it count */
    uint32_t opener;    /* the token before it, articles and numbers left aside; UINT32_MAX at the edge */
    bool prepositional; /* "in France", not "ministers from France" */
    bool placed;        /* the preposition tells a place */
} Group;

typedef struct Clauses {
    const Passage *passage;
    const Sentence *sentence;
    int year; /* of the article, or 0 */
    ARRAY(Group) groups;
} Clauses;

/* The groups of a sentence; clauses may be used again for the next one. */
void clauses_of(Clauses *clauses, const Passage *passage, const Sentence *sentence);
void clauses_free(Clauses *clauses);

/* The group that does what begins at token from, or NULL. */
const Group *subject_of(const Clauses *clauses, size_t from);
/* The list that says who a general subject of the cue is, or NULL: "countries taking part are A, B and C".
 * subject is the group that may stand before the cue, or NULL. */
const Group *explained_list(const Clauses *clauses, const Cue *cue, const Group *subject);
/* Whether a group is the subject of something else: a verb comes right after it. */
bool has_own_verb(const Clauses *clauses, const Group *group);
/* Whether a group takes the verb before it: "France sent six, Spain two". */
bool is_gapped(const Clauses *clauses, const Group *group);
/* The group that what ends before token to is done to or made of, or NULL. */
const Group *object_of(const Clauses *clauses, size_t to);
/* "Shigeru Ishiba": whether a token is the second of two words with a capital that name no thing we know. */
bool ends_full_name(const Passage *passage, size_t at, size_t first);
/* Whether a token of the class stands in from..to. */
bool stands_between(const Passage *passage, size_t from, size_t to, WordClass class);
/* Whether a token of the kind stands in from..to. */
bool sign_between(const Passage *passage, size_t from, size_t to, TokenKind kind);
/* Whether a rule that gives one of the gifts (a bit each) begins in from..to. */
bool gift_between(const Passage *passage, const Sentence *sentence, size_t from, size_t to, unsigned gifts);

#endif
