/*
 * Who takes part, who declines, who stands outside: rules of words/ applied sentence by sentence, with
 * negation, conditionals and lists. Strikes, hosts and stated numbers have files of their own.
 */
#ifndef READ_ROLES_H
#define READ_ROLES_H

#include "groups.h"

/* What one sentence says of one country. */
typedef struct Stance {
    int country;
    Gives gives;       /* GIVES_PARTICIPANT to GIVES_NEUTRAL */
    bool weak, listed; /* listed: by a rule that names those after it */
    bool faint;        /* nothing is said of it; its forces or its leader are there */
    bool plain;        /* in a list of which no rule says anything */
    bool acting;       /* which has a verb all the same: "A, B and C also have claims" */
    uint32_t list;     /* countries in its group */
    uint32_t mention;  /* index into the passage */
    uint32_t order;    /* the cue's first token: later ones overrule */
    const char *rule;
} Stance;

/* A number that may count the participants. */
typedef struct Claim {
    int value;
    int points;
    uint32_t number; /* index into the passage */
    uint32_t sentence;
    bool has_noun;  /* "countries" follows */
    bool explained; /* and the list of them: "three countries - A, B and C -" */
} Claim;

/* A town that was hit: bytes start..end of the text. */
typedef struct PlaceFound {
    uint32_t start, end;
} PlaceFound;

typedef struct StrikeFound {
    int target;
    ARRAY(int) by;
    bool joint;               /* by several in one list */
    ARRAY(uint32_t) evidence; /* mentions */
    ARRAY(PlaceFound) places;
    uint32_t cue; /* token of the first one */
    uint32_t sentence;
    bool has_value;
    double value;
    const char *bound;
    uint32_t text_start, text_end; /* of the count; equal where there is none */
    uint32_t since_start, since_end;
    const char *rule;
} StrikeFound;

/* A list of countries: mentions first..last. */
typedef struct ListFound {
    uint32_t first, last, countries;
} ListFound;

typedef struct HostFound {
    int country;      /* or -1 */
    uint32_t mention; /* index, or UINT32_MAX */
    uint32_t place;   /* mention that is the place, or UINT32_MAX */
    int points;
    const char *rule;
} HostFound;

/* A sentence that tells of a strike and names no town of the country hit, or no country. */
typedef struct LooseBlow {
    const Sentence *sentence;
    const Cue *cue;
} LooseBlow;

/* A doubt: text is borrowed from the arena, start..end bytes of the passage's text. */
typedef struct Doubt {
    const char *text;
    uint32_t start, end;
} Doubt;

typedef struct Roles {
    const Passage *passage;
    Arena *arena; /* for the words of doubts */
    ARRAY(Stance) stances;
    ARRAY(StrikeFound) strikes;
    ARRAY(LooseBlow) loose;
    ARRAY(Claim) claims;
    ARRAY(Doubt) doubts;
    ARRAY(ListFound) lists; /* of two countries and more, for "the two countries" */
    HostFound host;
    int aerial; /* how often it names aircraft, missiles and the like */
    int topics; /* how often the article speaks of an undertaking */
    int forces; /* how often of troops, ships and the like */
    Gives last; /* what the actors before got, for "so did"; GIVES_COUNT for nothing */
    int last_target;
    int stated;                  /* index of the claim that is believed, or -1 */
    unsigned char *verdicts;     /* by country: a Verdict */
    bool *named;                 /* by country: whether the article names it */
    const dateline_words *words; /* for the towns of countries struck */
    bool *placed;                /* by country: whether anything happens in it */
} Roles;

typedef enum Verdict { VERDICT_NONE, VERDICT_PARTICIPANT, VERDICT_DECLINED } Verdict;

void roles_read(Roles *roles, const Passage *passage, const dateline_words *words, Arena *arena);
void roles_free(Roles *roles);
void roles_doubt(Roles *roles, uint32_t start, uint32_t end, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The country's towns, looked up when they are first asked for. */
const TownList *country_towns(const Roles *roles, int country);
/* How many tokens from at on name one of the towns; 0 for none. */
size_t town_named(const Passage *passage, size_t at, size_t end, const TownList *towns);
/* The one country that the article names and that has a town of the name at a token, or -1. */
int town_country(Roles *roles, size_t at, size_t end);

/* Notes the names that were taken for no country. */
void doubt_names(Roles *roles);

/* Steps of roles_read, one file each. */
void strikes_read(Roles *roles, const Clauses *clauses);
/* Towns of the countries struck, for sentences that name towns alone. */
void strike_places_settle(Roles *roles);
void hosts_read(Roles *roles, const Clauses *clauses);
void hosts_settle(Roles *roles);
void claims_read(Roles *roles, const Clauses *clauses);
/* Decides who takes part and which claim is believed. */
void verdicts_settle(Roles *roles);

/* Notes each bloc; with expand, those that act stand for their members. */
void blocs_settle(Roles *roles, bool expand);

/* Whether the cue is denied, or only possible, for a group that stands before it (NULL for one after it). */
bool cue_denied(const Clauses *clauses, const Cue *cue, const Group *group);
bool cue_possible(const Clauses *clauses, const Cue *cue, const Group *group);
/* Whether it is said of taking part, and right after words that give this. */
bool cue_follows(const Clauses *clauses, const Cue *cue, Gives gives);
/* The year that stands at the head of the article, or else the latest in which it says something happened, or
 * 0. */
int year_of_article(const Passage *passage);
/* Whether a year before the article's stands by it: "in 2012". */
bool is_of_past_year(const Clauses *clauses, const Cue *cue);
/* Whether it speaks of another year: "a year ago", "formerly". */
bool cue_past(const Clauses *clauses, const Cue *cue, const Group *group);
const Rule *cue_rule(const Passage *passage, const Cue *cue);

#endif
