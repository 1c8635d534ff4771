/* See groups.h. */
#include "groups.h"

#include <stdlib.h>
#include <string.h>

enum { SUBJECT_REACH = 60, OBJECT_REACH = 14, TITLE_REACH = 10 };

bool stands_between(const Passage *passage, size_t from, size_t to, WordClass class) {
    for (size_t at = from; at < to; at++)
        if (passage_is(passage, at, class)) return true;
    return false;
}

bool sign_between(const Passage *passage, size_t from, size_t to, TokenKind kind) {
    for (size_t at = from; at < to; at++)
        if (passage->tokens.items[at].kind == kind) return true;
    return false;
}

bool gift_between(const Passage *passage, const Sentence *sentence, size_t from, size_t to, unsigned gifts) {
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[sentence->cue_first + i];
        if (cue->first < from || cue->first >= to) continue;
        if (1u << passage->language->rules.items[cue->rule].gives & gifts) return true;
    }
    return false;
}

static bool is_filler(const Passage *passage, size_t at) {
    if (passage_is(passage, at, CLASS_RELATIVE) && passage_is(passage, at, CLASS_OR)) return false;
    return passage_is(passage, at, CLASS_ARTICLE) || passage_is(passage, at, CLASS_FILLER) ||
           passage_is(passage, at, CLASS_OR) || passage_is(passage, at, CLASS_DIRECTION);
}

static bool is_joint(const Passage *passage, size_t at) {
    const Token *token = &passage->tokens.items[at];
    if (passage->text[token->start] == '&') return true;
    /* "où" is no "ou", though accents are dropped */
    if (passage_is(passage, at, CLASS_RELATIVE) &&
        lexicon_word(passage->language->lexicon, token->word)->size != token->end - token->start)
        return false;
    return passage->tokens.items[at].kind == TOKEN_COMMA || passage_is(passage, at, CLASS_AND) ||
           passage_is(passage, at, CLASS_OR);
}

/* Nothing but commas, "and", articles and the like between two names. */
static bool are_listed(const Passage *passage, size_t from, size_t to) {
    bool joint = false;
    for (size_t at = from; at < to; at++) {
        if (is_joint(passage, at))
            joint = true;
        else if (!is_filler(passage, at) || to - from > 6)
            return false;
    }
    return joint;
}

/* "US Secretary of State John Kerry and Iraqi ...": titles and names in capitals, then a joint. */
static bool are_officials(const Passage *passage, size_t from, size_t to) {
    if (to - from > TITLE_REACH || to - from < 2 || !is_joint(passage, to - 1)) return false;
    for (size_t at = from; at + 1 < to; at++) {
        const Token *token = &passage->tokens.items[at];
        bool titled = passage_is(passage, at, CLASS_TITLE) || passage_is(passage, at, CLASS_PREPOSITION) ||
                      (token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_ELIDED)));
        if (!titled) return false;
    }
    return true;
}

/* "French frigates, a Dutch tanker and German doctors": what is theirs, then a joint. */
static bool are_forces(const Passage *passage, const Group *group, size_t to) {
    size_t from = group->to;
    bool adjective = passage->mentions.items[group->last].kind != NAME_COUNTRY;
    if (!adjective || to - from > TITLE_REACH || to - from < 2) return false;
    while (to > from && (is_filler(passage, to - 1) || passage->tokens.items[to - 1].kind == TOKEN_NUMBER))
        to--;
    if (to - from < 2 || !is_joint(passage, to - 1)) return false;
    for (size_t at = from; at + 1 < to; at++) {
        const Token *token = &passage->tokens.items[at];
        bool theirs = passage_is(passage, at, CLASS_FORCE) || token->kind == TOKEN_NUMBER ||
                      passage_is(passage, at, CLASS_SHIP) || passage_is(passage, at, CLASS_ARTICLE) ||
                      passage_is(passage, at, CLASS_OUT_OF) || (at > from && is_joint(passage, at)) ||
                      (token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL &&
                       !passage->language->nouns_capitalised && !passage->language->no_case);
        if (!theirs) return false;
    }
    return true;
}

static bool is_part_of_name(const Passage *passage, size_t at) {
    const Token *token = &passage->tokens.items[at];
    return !passage->language->nouns_capitalised && !passage->language->no_case &&
           token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL;
}

/* ", the prime minister of B and the foreign minister of C" */
static bool are_offices(const Passage *passage, size_t from, size_t to) {
    if (to - from > TITLE_REACH || to - from < 3 || !is_joint(passage, from)) return false;
    while (to > from && passage_is(passage, to - 1, CLASS_ARTICLE)) to--;
    if (!passage_is(passage, to - 1, CLASS_OUT_OF)) return false;
    size_t at = from;
    while (at < to && (is_joint(passage, at) || is_filler(passage, at))) at++;
    for (size_t word = at; word + 1 < to; word++)
        if (!passage_is(passage, word, CLASS_TITLE) && !passage_is(passage, word, CLASS_GENERIC) &&
            !is_part_of_name(passage, word))
            return false;
    return at + 1 < to;
}

static bool prefixed_and(const Passage *passage, size_t at) {
    const Token *token = &passage->tokens.items[at];
    const char *text = passage->text + token->start;
    return passage->language->no_case && token->end - token->start > 2 && !memcmp(text, "\xD9\x88", 2);
}

/* "in England, and British ships": a place, and then somebody who does something. */
static bool is_past_place(const Passage *passage, const Group *group, const Mention *mention) {
    size_t before = group->from > 0 ? group->from - 1 : 0;
    while (before > 0 && passage_is(passage, before, CLASS_ARTICLE)) before--;
    return passage_is(passage, before, CLASS_PLACE) && group->countries == 1 &&
           passage->mentions.items[group->last].kind == NAME_COUNTRY && mention->kind != NAME_COUNTRY &&
           passage->tokens.items[group->to].kind == TOKEN_COMMA;
}

static bool belongs(const Passage *passage, const Group *group, const Mention *mention) {
    if (mention->first < group->to) return true;
    if (mention->first == group->to) return prefixed_and(passage, mention->first);
    if (is_past_place(passage, group, mention)) return false;
    return are_listed(passage, group->to, mention->first) ||
           are_officials(passage, group->to, mention->first) ||
           are_offices(passage, group->to, mention->first) ||
           (mention->kind != NAME_COUNTRY && are_forces(passage, group, mention->first));
}

bool ends_full_name(const Passage *passage, size_t at, size_t first) {
    static const uint64_t things =
        CLASS_BIT(CLASS_PREPOSITION) | CLASS_BIT(CLASS_ARTICLE) | CLASS_BIT(CLASS_GENERIC) |
        CLASS_BIT(CLASS_FORCE) | CLASS_BIT(CLASS_TITLE) | CLASS_BIT(CLASS_EVENT) | CLASS_BIT(CLASS_TOWN) |
        CLASS_BIT(CLASS_NATION) | CLASS_BIT(CLASS_DIRECTION) | CLASS_BIT(CLASS_MONTH) | CLASS_BIT(CLASS_DAY);
    const Token *surname = &passage->tokens.items[at];
    return at > first && !passage->language->nouns_capitalised && !passage->language->no_case &&
           surname->kind == TOKEN_WORD && surname->flags & TOKEN_CAPITAL &&
           !(passage->language->words[surname->word].classes & things) && surname[-1].kind == TOKEN_WORD &&
           surname[-1].flags & TOKEN_CAPITAL;
}

/* "dozens of Ukrainian drones" */
static bool is_number_word(const Passage *passage, size_t at) {
    return passage->tokens.items[at].starts & STARTS_NUMBER ||
           (at > 0 && passage->tokens.items[at - 1].starts & STARTS_NUMBER &&
            passage_is(passage, at - 1, CLASS_ARTICLE));
}

/* "ministers from France" acts, "in France" does not. */
static void place_group(const Clauses *clauses, Group *group) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, at = group->from;
    group->opener = UINT32_MAX;
    /* "dans la région russe" */
    bool adjective = passage->mentions.items[group->first].kind == NAME_ADJECTIVE;
    while (at > first) {
        at--;
        const Token *token = &passage->tokens.items[at];
        bool skipped = (adjective && passage_is(passage, at, CLASS_TOWN)) ||
                       passage_is(passage, at, CLASS_ARTICLE) || passage_is(passage, at, CLASS_FILLER) ||
                       token->kind == TOKEN_NUMBER || passage_is(passage, at, CLASS_ADVERB) ||
                       passage_is(passage, at, CLASS_DIRECTION) ||
                       (passage_is(passage, at, CLASS_AND) && passage_is(passage, at + 1, CLASS_DIRECTION) &&
                        at > first && passage_is(passage, at - 1, CLASS_DIRECTION));
        if (skipped && !passage_is(passage, at, CLASS_PREPOSITION)) continue;
        group->opener = (uint32_t)at;
        break;
    }
    if (group->opener == UINT32_MAX) return;
    group->placed = passage_is(passage, group->opener, CLASS_PLACE);
    group->prepositional = group->placed || passage_is(passage, group->opener, CLASS_PREPOSITION);
    bool from_actor =
        passage_is(passage, group->opener, CLASS_OUT_OF) && group->opener > first &&
        (passage_is(passage, group->opener - 1, CLASS_GENERIC) ||
         passage_is(passage, group->opener - 1, CLASS_FORCE) ||
         passage_is(passage, group->opener - 1, CLASS_TITLE) ||
         (is_number_word(passage, group->opener - 1) || ends_full_name(passage, group->opener - 1, first)));
    if (from_actor) group->prepositional = group->placed = false;
}

void clauses_of(Clauses *clauses, const Passage *passage, const Sentence *sentence) {
    clauses->passage = passage;
    clauses->sentence = sentence;
    clauses->groups.count = 0;
    for (uint32_t i = 0; i < sentence->mention_count; i++) {
        uint32_t index = sentence->mention_first + i;
        const Mention *mention = &passage->mentions.items[index];
        if (!mention_counts(mention)) continue;
        Group *last = clauses->groups.count ? &clauses->groups.items[clauses->groups.count - 1] : NULL;
        bool dateline = mention->first < sentence->first + sentence->dateline;
        if (last && !dateline && last->from >= sentence->first + sentence->dateline &&
            belongs(passage, last, mention)) {
            last->last = index;
            last->to = mention->first + mention->count;
            last->countries++;
        } else {
            array_push(&clauses->groups, (Group){.first = index,
                                                 .last = index,
                                                 .from = mention->first,
                                                 .to = mention->first + mention->count,
                                                 .countries = 1});
        }
    }
    for (size_t i = 0; i < clauses->groups.count; i++) place_group(clauses, &clauses->groups.items[i]);
}

void clauses_free(Clauses *clauses) {
    array_free(&clauses->groups);
}

static bool is_light(const Passage *passage, size_t at) {
    return passage_is(passage, at, CLASS_AUXILIARY) || passage_is(passage, at, CLASS_BE) ||
           passage_is(passage, at, CLASS_NOT) || passage_is(passage, at, CLASS_ADVERB) ||
           passage_is(passage, at, CLASS_CONDITIONAL);
}

/* "Oman, which let Iraqi planes land, changed its mind": the place from which to look left. */
static size_t skip_relative(const Clauses *clauses, size_t from) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, at = from;
    while (at > first && is_light(passage, at - 1)) at--;
    if (at == first || passage->tokens.items[at - 1].kind != TOKEN_COMMA) return from;
    for (size_t back = at - 1; back-- > first && at - back < SUBJECT_REACH;) {
        if (passage->tokens.items[back].kind == TOKEN_SEMICOLON) break;
        if (passage->tokens.items[back].kind != TOKEN_COMMA) continue;
        size_t next = back + 1;
        if (passage_is(passage, next, CLASS_PREPOSITION)) next++;
        if (passage_is(passage, next, CLASS_RELATIVE)) return back;
    }
    return from;
}

/* "by French crews, who flew": the relative takes its noun whatever stands before that. */
static bool has_relative(const Passage *passage, const Group *group, size_t edge) {
    size_t to = group->to + 6 < edge ? group->to + 6 : edge;
    return stands_between(passage, group->to, to, CLASS_RELATIVE);
}

const Group *subject_of(const Clauses *clauses, size_t from) {
    const Passage *passage = clauses->passage;
    size_t edge = skip_relative(clauses, from);
    for (size_t i = clauses->groups.count; i-- > 0;) {
        const Group *group = &clauses->groups.items[i];
        if (group->to > edge) continue;
        if (edge - group->to > SUBJECT_REACH || sign_between(passage, group->to, edge, TOKEN_SEMICOLON))
            return NULL;
        if (group->from < clauses->sentence->first + clauses->sentence->dateline) return NULL;
        if (!group->prepositional || has_relative(passage, group, edge)) return group;
    }
    return NULL;
}

const Group *object_of(const Clauses *clauses, size_t to) {
    const Passage *passage = clauses->passage;
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->from < to) continue;
        if (group->from - to > OBJECT_REACH || sign_between(passage, to, group->from, TOKEN_SEMICOLON))
            return NULL;
        return group;
    }
    return NULL;
}
