/* What a lexicon consists of: for lexicon.c, and for those who pack and unpack one. Plain arrays, in which
 * everything is found by number. */
#ifndef READ_LEXICON_INSIDE_H
#define READ_LEXICON_INSIDE_H

#include "lexicon.h"

typedef struct Prefix {
    char text[16], with[16];
    uint64_t size, with_size;
} Prefix;

/* The hash beside the number spares a look at the word where they differ. */
typedef struct Slot {
    uint32_t number, hash;
} Slot;

/* A bit for each hash there is: most words of an article are in no list, and this stays in the cache. */
enum { FILTER_BITS = 1 << 17, FILTER_SHIFT = 15, FILTER_WORDS = FILTER_BITS / 64 };

struct Lexicon {
    ARRAY(Word) words;
    ARRAY(Base) bases;
    ARRAY(Prefix) prefixes;
    ARRAY(char) letters; /* of all words */
    Slot *slots;         /* open addressing */
    size_t slot_count;   /* a power of two */
    uint64_t *filter;
    bool borrowed; /* all these are parts of a packed file */
};

#endif
