/* What a trie of phrases consists of: for phrases.c, which matches, phrases_build.c, which makes it, and for
 * those who pack and unpack one. Plain arrays, in which everything is found by number. */
#ifndef READ_PHRASES_INSIDE_H
#define READ_PHRASES_INSIDE_H

#include "phrases.h"

/* Its edges go from here to those of the next node; the last node is none, and only ends those before it. */
typedef struct PhraseNode {
    uint32_t edges;
    uint32_t meaning; /* the first, or 0 */
} PhraseNode;

/* Ascending by word, so that wildcards come last; to is always a higher number than the node it is of. */
typedef struct PhraseEdge {
    uint32_t word, to;
} PhraseEdge;

typedef struct PhraseMeaning {
    uint32_t value, next; /* next is always a higher number, or 0 */
} PhraseMeaning;

typedef struct PhraseGrowth PhraseGrowth;

struct Phrases {
    ARRAY(uint32_t) heads; /* by word, less the lowest: the node after it as first word, or 0 */
    uint32_t lowest;
    ARRAY(PhraseNode) nodes;
    ARRAY(PhraseEdge) edges;
    ARRAY(PhraseMeaning) meanings;
    PhraseGrowth *growth; /* until phrases_finish; nodes have no edges yet, and there are no heads */
    bool borrowed;        /* the arrays are parts of a packed file */
};

enum { PHRASES_ROOT = 1, PHRASES_LEAST_NODES = 3 }; /* 0 is no node, and the last only ends */

/* phrases_build.c: the node after a word, or 0, while the trie grows. */
uint32_t growth_after(const Phrases *phrases, uint32_t node, uint32_t word);

#endif
