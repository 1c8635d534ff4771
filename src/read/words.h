/*
 * What the reader knows, as it stands in words/: for each language the names of countries, phrases that are
 * no country, the classes of words and the rules. A language is loaded when the first article in it comes.
 * Knows no article.
 */
#ifndef READ_WORDS_H
#define READ_WORDS_H

#include "../dateline.h"
#include "../towns/towns.h"
#include "phrases.h"

typedef enum NameKind {
    NAME_COUNTRY,   /* France, the UK */
    NAME_PEOPLE,    /* Frenchmen, the French */
    NAME_ADJECTIVE, /* French */
    NAME_SEAT,      /* Paris, where the sentence means the government */
    NAME_CITY,      /* a place that tells the country of a meeting, and nothing else */
    NAME_LEADER,    /* a person who tells the country of a meeting, and nothing else */
    NAME_BLOC,      /* NATO */
    NAME_OTHER      /* the South China Sea: no country */
} NameKind;

/* One way to write a name; no pointers, so that names can lie in a file. For NAME_BLOC country is the bloc's
 * index. */
typedef struct Name {
    NameKind kind;
    int country;
    uint32_t capitals; /* which words must begin with a capital */
    bool all_capitals; /* US: nothing but capitals will do */
    bool ambiguous;    /* counts only beside other evidence for the country */
    bool together;     /* one of several countries that the words name at once */
    uint8_t group;     /* of NAME_OTHER: seas, persons ...; index into the language's groups */
} Name;

typedef struct Country {
    const char *id;   /* ISO 3166-1 alpha-3 */
    const char *name; /* short, in the language */
} Country;

typedef struct Member {
    const char *id;
    int from, until; /* years; until 0 for today */
} Member;

typedef struct Bloc {
    const char *id;
    const char *name; /* in the language */
    const Member *members;
    size_t member_count;
} Bloc;

/* What a rule gives to its actors. */
typedef enum Gives {
    GIVES_PARTICIPANT,
    GIVES_DECLINED,
    GIVES_OUTSIDE, /* neither participant nor declined: observers, candidates, guests of other years */
    GIVES_NEUTRAL, /* says nothing, but takes its actors out of plain lists: victims, speakers */
    GIVES_SAME,    /* what the actors before it got: so did, as did */
    GIVES_HOST,
    GIVES_NEXT_HOST,
    GIVES_STRIKE, /* a verb whose object is the target: bombed */
    GIVES_RAID,   /* a noun with a place: air strikes in */
    GIVES_FIRE,   /* a verb that needs a weapon or a raid: launched */
    GIVES_STATED, /* number of countries: after it a number counts the participants */
    GIVES_TOPIC,  /* the article is about an undertaking */
    GIVES_COUNT
} Gives;

typedef enum Who { WHO_BEFORE, WHO_AFTER, WHO_EITHER, WHO_COUNT } Who;

typedef struct Rule {
    const char *name;
    Gives gives;
    Who who;
    bool weak;    /* counts only where more participants are wanted */
    bool aerial;  /* counts only beside aircraft, missiles or bombs */
    bool heading; /* counts only before a colon: what heads a list */
} Rule;

/* A number in words: "three", "dozen"; without a value a bound such as "hundreds"; or "third". */
typedef struct NumberWord {
    double value;
    bool has_value;
    bool is_ordinal; /* counts nothing, has a value all the same */
    bool is_bound;   /* "more than": stands before a number */
    const char *text;
} NumberWord;

/* What speaks for or against a name being the country: Atlanta and Tbilisi beside Georgia. */
typedef struct Company {
    uint32_t word; /* the name */
    const char *name;
} Company;

enum { AFTER_HEAD = 1, AFTER_STATE = 2 }; /* meanings of after_name: Georgia Tech; Athens, Georgia */

typedef struct Language {
    Arena *arena;
    const char *code;
    Lexicon *lexicon;
    const Word *words; /* the lexicon's, by number */
    Phrases *name_phrases, *cue_phrases, *number_phrases, *furniture;
    Phrases *after_name, *before_name, *evidence; /* meaning of evidence: 2 * company, plus 1 if against */
    ARRAY(Company) companies;
    ARRAY(Name) names; /* meaning of name_phrases */
    ARRAY(const char *) groups;
    ARRAY(Rule) rules;         /* meaning of cue_phrases */
    ARRAY(NumberWord) numbers; /* meaning of number_phrases */
    ARRAY(Country) countries;
    ARRAY(Bloc) blocs;
    ARRAY(const char *) endings; /* what ~ stands for */
    bool nouns_capitalised;      /* German: a capital says nothing */
    bool numbers_joined;         /* German: siebenundachtzig */
    bool subject_may_follow;     /* Spanish: "firmaron Chile y Perú" */
    bool adjectives_follow;      /* French: "une frappe américaine" */
    bool verbs_last;             /* German: a clause's verb may come last */
    bool no_case;                /* Arabic, Chinese */
    int passive_reach;           /* how many words may stand between "be" and the participle */
    const char *active_ending;   /* "ing": never passive; or NULL */
    bool has_roles;
    const void *mapped; /* the packed file that parts of this lie in, or NULL */
    size_t mapped_size;
} Language;

struct dateline_words;

/* The list of towns, read when it is first asked for; NULL where there is none. */
const Towns *words_towns(const dateline_words *words);

/* The language by code, loaded if need be; NULL with an error where the folder has none or it is at fault. */
const Language *words_language(const dateline_words *words, const char *code, dateline_error *error);
/* The codes of all languages one after another, then NULL. */
const char *words_code(const dateline_words *words, size_t index);
/* The code of the language that text is in, "en" where nothing tells. */
const char *words_detect(const dateline_words *words, const char *text, size_t size);
/* The country's index by its id, or -1. */
int language_country(const Language *language, const char *id);

/* language.c: out of its packed file if there is one that fits, else out of words/<code>/ and the shared
 * files. */
Language *language_load(const char *folder, const char *code, dateline_error *error);
/* The same out of words/ alone. */
Language *language_build(const char *folder, const char *code, dateline_error *error);
/* One without any words yet. */
Language *language_new(const char *code);
void language_free(Language *language);

#endif
