/*
 * WAIST 1: which countries the article is about, in which roles, on what evidence. JSON both ways
 * ("facts/1"). Knows neither how the article was read nor how the map is drawn.
 */
#ifndef FACTS_H
#define FACTS_H

#include "base/memory.h"
#include "dateline.h"

typedef struct dateline_facts Facts;

/* Bits, so that a country's roles are a set. The names are the contract of the JSON. Further roles have the
 * bits above, and names that facts or a style bring along. */
typedef enum Role {
    ROLE_PARTICIPANT = 1,
    ROLE_STRIKER = 2,
    ROLE_TARGET = 4,
    ROLE_HOST = 8,
    ROLE_DECLINED = 16,
    ROLE_MENTIONED = 32
} Role;
enum { ROLE_COUNT = 6, MOST_OWN_ROLES = 26, LONGEST_ROLE_NAME = 40 };
/* All bits of roles that have no built-in meaning. */
#define ROLES_OWN (~(unsigned)((1 << ROLE_COUNT) - 1))

typedef struct OwnRole {
    const char *name;
    const char *label; /* how it reads, or NULL for its name */
} OwnRole;

/* Roles beside the six, in the order of their first appearance, which is the order of their bits. */
typedef struct OwnRoles {
    OwnRole items[MOST_OWN_ROLES];
    size_t count;
} OwnRoles;

/* The built-in role's name; role_at(i) gives all roles in the order of their bits. role_find returns 0 for a
 * name that is not built in. */
const char *role_name(Role role);
Role role_at(int index);
Role role_find(const char *name);
/* The same among the built-in roles and one's own, which may be NULL; how many there are of both. */
const char *roles_name(const OwnRoles *own, Role role);
Role roles_find(const OwnRoles *own, const char *name);
int roles_count(const OwnRoles *own);
/* How a role reads: its label, else its name with spaces. */
const char *roles_label(Arena *arena, const OwnRoles *own, Role role);
/* The role, which is added where it is new; 0 where there is no room for another. */
Role roles_add(OwnRoles *own, Arena *arena, const char *name);
/* Whether a role may be called so: 1 to LONGEST_ROLE_NAME bytes of letters, digits, '-' and '_'. */
bool role_name_is_right(const char *name);
/* The built-in name that a word is most likely a slip of, or NULL. */
const char *role_slip(const char *name);

/* Whether code is ISO 3166-1 alpha-3, or one of the few beside it: XKX, CYN, SOL and the parts of the United
 * Kingdom. */
bool country_code_is_known(const char *code);

/* The words a role rests on: bytes start..end of the article. */
typedef struct Evidence {
    Role role;
    size_t start, end;
    const char *quote;    /* the words of the mention */
    const char *sentence; /* the sentence they stand in, or NULL */
    const char *rule;     /* which rule of words/ fired, or NULL */
} Evidence;

typedef struct FactsCountry {
    const char *id;   /* ISO 3166-1 alpha-3, XKX for Kosovo */
    const char *name; /* as the article's language has it, for people who read the facts */
    unsigned roles;
    const char *capital; /* as the article names it; NULL where it does not */
    int mentions;        /* how often the article names it; 0 where not counted */
    bool has_value;
    double value; /* of a table instead of an article */
    const Evidence *evidence;
    size_t evidence_count;
} FactsCountry;

/* "more than 1,000": value 1000, bound "more than". "hundreds": no value, bound "hundreds". */
typedef struct StrikeCount {
    bool has_value;
    double value;
    const char *bound; /* or NULL */
    const char *text;  /* as the article says it; NULL where nothing is said */
} StrikeCount;

/* Where in a country: a city or province, by its name in the atlas or with a position of its own. */
typedef struct StrikePlace {
    const char *name;
    bool has_position;
    double longitude, latitude; /* degrees */
} StrikePlace;

typedef struct Strike {
    const char *target;
    const char *const *by;
    size_t by_count;
    StrikeCount count;
    const char *since; /* "August", or NULL */
    const StrikePlace *places;
    size_t place_count;
    const Evidence *evidence;
    size_t evidence_count;
} Strike;

typedef struct StatedCount {
    bool known;
    int value; /* as the article says */
    Role of;
    int found; /* as many were found */
} StatedCount;

typedef struct Host {
    const char *country; /* or NULL */
    const char *place;   /* or NULL */
} Host;

/* A doubt said aloud. start == end where it belongs to no place. */
typedef struct Note {
    const char *text;
    size_t start, end;
} Note;

struct dateline_facts {
    Arena *arena; /* owns everything below */
    const char *title;
    const char *subtitle;   /* or NULL */
    const char *language;   /* ISO 639-1 */
    const char *value_name; /* what the countries' values are, such as "GDP per head, US$"; or NULL */
    OwnRoles roles;         /* beside the six */
    const char *source_name;
    const char *source_sha256;
    const FactsCountry *countries;
    size_t country_count;
    const Strike *strikes;
    size_t strike_count;
    StatedCount stated;
    Host host;
    const Note *notes;
    size_t note_count;
};

/* An empty Facts with its arena. */
Facts *facts_new(void);
/* The country, or NULL. */
const FactsCountry *facts_find(const Facts *facts, const char *id);
/* How many countries carry all of the roles in all and none of those in none. */
int facts_count(const Facts *facts, unsigned all, unsigned none);

#endif
