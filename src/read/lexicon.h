/*
 * The words that some list of a language knows: each has a number, classes such as "negation", a value if it
 * is a number word, and base forms (took, taken: take). Knows nothing of phrases or countries.
 */
#ifndef READ_LEXICON_H
#define READ_LEXICON_H

#include "../base/memory.h"

#include <stdbool.h>
#include <stdint.h>

/* Bits. The names, as language.json writes them, stand in lexicon.c in the same order; words/README.md says
 * what each does. */
typedef enum WordClass {
    CLASS_AND,
    CLASS_OR,
    CLASS_ARTICLE,
    CLASS_PREPOSITION,
    CLASS_PLACE,
    CLASS_TOWARD,
    CLASS_AGENT,
    CLASS_BE,
    CLASS_NOT,
    CLASS_CONDITIONAL,
    CLASS_PAST,
    CLASS_PRONOUN,
    CLASS_GENERIC,
    CLASS_MONTH,
    CLASS_DAY,
    CLASS_TITLE,
    CLASS_HONORIFIC,
    CLASS_ABBREVIATION,
    CLASS_GOVERN,
    CLASS_SHIP,
    CLASS_GIVEN,
    CLASS_SURNAME,
    CLASS_AERIAL,
    CLASS_LED,
    CLASS_CLAUSE,
    CLASS_RELATIVE,
    CLASS_DIRECTION,
    CLASS_THERE,
    CLASS_TIMES,
    CLASS_WEAPON,
    CLASS_COLON,
    CLASS_OUT_OF,
    CLASS_TELLING,
    CLASS_AUXILIARY,
    CLASS_SINCE,
    CLASS_ADVERB,
    CLASS_FAMILY,
    CLASS_TONGUE,
    CLASS_SPEAKING,
    CLASS_RECIPROCAL,
    CLASS_REGION,
    CLASS_LASTING,
    CLASS_DETERMINER,
    CLASS_AIM,
    CLASS_IN_YEAR,
    CLASS_FILLER,
    CLASS_NATION,
    CLASS_FORCE,
    CLASS_AGAIN,
    CLASS_EVENT,
    CLASS_INCLUDE,
    CLASS_OTHER_TIME,
    CLASS_BY,
    CLASS_HERE,
    CLASS_TOWN,
    CLASS_MEMBER,
    CLASS_VOTE,
    CLASS_PERIOD,
    CLASS_COUNT
} WordClass;
#define CLASS_BIT(class) ((uint64_t)1 << (class))

/* The class of a name in language.json, or CLASS_COUNT; and its name. */
WordClass class_find(const char *name);
const char *class_name(WordClass class);

typedef struct Base {
    uint32_t word; /* the base form */
    uint32_t next; /* index of the word's next base, always a lower one, or 0 */
} Base;

enum { STARTS_NAME = 1, STARTS_CUE = 2, STARTS_NUMBER = 4, STARTS_EVIDENCE = 8, STARTS_FURNITURE = 16 };

/* Plain numbers, so that a lexicon can lie in a file. */
typedef struct Word {
    uint64_t classes;
    uint64_t front; /* its first eight bytes, folded; zeros where it has fewer */
    uint32_t text;  /* where all of them are among the lexicon's letters */
    uint32_t hash;
    uint32_t bases; /* index of the first base, or 0 */
    uint16_t size;
    uint8_t starts; /* which phrases begin with it or one of its bases */
    uint8_t unused;
} Word;

typedef struct Lexicon Lexicon;

Lexicon *lexicon_new(void);
void lexicon_free(Lexicon *lexicon);

/* For both of these eight bytes can be read at folded, whatever its size; at most LEXICON_LONGEST matter. */
enum { LEXICON_LONGEST = 0xFFFF };
/* Adds a folded word unless it is known; returns its number, from 1. */
uint32_t lexicon_add(Lexicon *lexicon, const char *folded, size_t size);
/* The number of a folded word, or 0. A prefix that the language writes on words (Arabic) is taken off if that
 * helps. */
uint32_t lexicon_find(const Lexicon *lexicon, const char *folded, size_t size);
const Word *lexicon_word(const Lexicon *lexicon, uint32_t word);
/* How many words there are, and the letters of one, folded; its size is among the rest. */
uint32_t lexicon_count(const Lexicon *lexicon);
const char *lexicon_letters(const Lexicon *lexicon, uint32_t word);
const Base *lexicon_base(const Lexicon *lexicon, uint32_t base);
bool lexicon_is(const Lexicon *lexicon, uint32_t word, WordClass class);

/* Setting up. The text of a prefix is folded and replaced by with. */
void lexicon_add_class(Lexicon *lexicon, uint32_t word, WordClass class);
void lexicon_add_base(Lexicon *lexicon, uint32_t word, uint32_t base);
void lexicon_add_prefix(Lexicon *lexicon, const char *text, const char *with);
void lexicon_add_start(Lexicon *lexicon, uint32_t word, uint32_t starts);
/* Once all words are in: gives every word the classes and starts of its bases. */
void lexicon_finish(Lexicon *lexicon);

#endif
