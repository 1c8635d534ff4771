/*
 * An article while it is read: tokens cut into sentences, and in each sentence the names, the cues and the
 * numbers that were met. What they mean together is decided by mentions.c and roles.c.
 */
#ifndef READ_PASSAGE_H
#define READ_PASSAGE_H

#include "words.h"

enum {
    SENTENCE_HEADLINE = 1,
    SENTENCE_ALL_CAPITALS = 2,
    SENTENCE_TITLE_CASE = 4,
    SENTENCE_OPENS_PARAGRAPH = 8,
    SENTENCE_DATELINE = 16, /* begins with PLACE, date -- */
    SENTENCE_EVIDENCE = 32  /* has a word that STARTS_EVIDENCE */
};

/* Ranges of the passage's arrays; bytes start..end of the text. */
typedef struct Sentence {
    uint32_t start, end;
    uint32_t first, count; /* tokens */
    uint32_t mention_first, mention_count;
    uint32_t cue_first, cue_count;
    uint32_t number_first, number_count;
    uint32_t dateline; /* how many tokens the dateline takes */
    unsigned flags;
    uint64_t classes; /* of all its words together */
} Sentence;

typedef enum MentionState {
    MENTION_COUNTS,
    MENTION_DROPPED, /* a person, a town, a company */
    MENTION_PLACE    /* a seat that is only the place, a city, a leader: tells a host and nothing else */
} MentionState;

/* A name met at tokens first..first+count (indices into the passage). country is the language's index, or the
 * bloc's. */
typedef struct Mention {
    uint32_t first, count;
    uint32_t sentence;
    int country;
    uint32_t name; /* index into the language's names */
    NameKind kind;
    MentionState state;
    const char *why; /* the rule that dropped it, or NULL */
} Mention;

typedef struct Cue {
    uint32_t first, count;
    uint32_t rule; /* index into the language's rules */
} Cue;

/* An ordinal ("31st", "eighth") has no value that counts anything; value is its place all the same. */
typedef struct Number {
    uint32_t first, count;
    bool has_value, is_ordinal;
    double value;
    const char *bound; /* of NumberWord, or NULL */
} Number;

typedef struct Passage {
    const Language *language;
    const char *text;
    size_t size;
    ARRAY(Token) tokens;
    ARRAY(Sentence) sentences;
    ARRAY(Mention) mentions;
    ARRAY(Cue) cues;
    ARRAY(Number) numbers;
    size_t word_count;
} Passage;

void passage_start(Passage *passage, const Language *language, const char *text, size_t size);
/* Reads bytes from..to of the text; headline tells that it is one. */
void passage_add(Passage *passage, size_t from, size_t to, bool headline);
void passage_free(Passage *passage);

/* Whether the token's word has the class. */
static inline bool passage_is(const Passage *passage, size_t token, WordClass class) {
    uint32_t word = passage->tokens.items[token].word;
    return word && (passage->language->words[word].classes & CLASS_BIT(class));
}

/* finds.c: what stands in a sentence, into the passage's arrays, from the sentence's first place in them on.
 */
void find_names(Passage *passage, Sentence *sentence);
void find_cues(Passage *passage, Sentence *sentence);
void find_numbers(Passage *passage, Sentence *sentence);

/* numbers.c: the number at a token of the sentence, digits or words; count 0 if there is none. */
Number number_at(const Passage *passage, const Sentence *sentence, size_t at);
/* German: the value of a compound such as "siebenundachtzig", or -1. */
double number_compound(const Language *language, const char *folded, size_t size);

#endif
