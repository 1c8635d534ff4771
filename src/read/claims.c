/* See roles.h. "Officials from 21 countries": numbers that say how many take part. Which of them is believed
 * is decided with the verdicts. */
#include "roles.h"

enum { NOUN_REACH = 4, CLAUSE_REACH = 30 };

/* The word "countries" after a number, or SIZE_MAX. */
static size_t nation_after(const Clauses *clauses, const Number *number) {
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count;
    size_t from = number->first + number->count;
    size_t reach = from < end && passage_is(passage, from, CLASS_OUT_OF)
                       ? 2 * NOUN_REACH
                       : NOUN_REACH; /* "thirteen of the fifteen members" */
    for (size_t at = from; at < end && at < from + reach; at++) {
        if (passage->tokens.items[at].kind != TOKEN_WORD) break;
        if (passage_is(passage, at, CLASS_NATION)) return at;
        if (passage_is(passage, at, CLASS_PREPOSITION) && !passage_is(passage, at, CLASS_OUT_OF)) break;
    }
    return SIZE_MAX;
}

/* "the number of countries ... at 28" */
static bool is_named_number(const Clauses *clauses, const Number *number) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &clauses->passage->cues.items[sentence->cue_first + i];
        if (cue_rule(clauses->passage, cue)->gives != GIVES_STATED) continue;
        if (cue->first + cue->count <= number->first && number->first - cue->first < 14) return true;
    }
    return false;
}

/* Points for what happens after the number up to the next country that acts. */
static int points_of_clause(const Clauses *clauses, size_t from) {
    const Passage *passage = clauses->passage;
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[sentence->cue_first + i];
        const Rule *rule = cue_rule(passage, cue);
        if (cue->first < from ? from - cue->first > 9 : cue->first - from > CLAUSE_REACH) continue;
        if (rule->gives == GIVES_PARTICIPANT)
            return cue_denied(clauses, cue, NULL) || cue_possible(clauses, cue, NULL) ? -4
                   : rule->weak                                                       ? 3
                                                                                      : 5;
        if (rule->gives == GIVES_STRIKE || rule->gives == GIVES_FIRE) return 4;
        if (rule->gives == GIVES_DECLINED || rule->gives == GIVES_OUTSIDE) return -6;
    }
    return 0;
}

static int points_of(const Clauses *clauses, const Number *number, size_t noun) {
    const Passage *passage = clauses->passage;
    size_t first = clauses->sentence->first, before = number->first > first ? number->first - 1 : SIZE_MAX;
    int points = noun == SIZE_MAX ? 0 : 2;
    if (number->first <= first + clauses->sentence->dateline + 2) points += 1;
    if (clauses->sentence->flags & SENTENCE_HEADLINE) points += 2;
    if (before != SIZE_MAX && passage_is(passage, before, CLASS_OUT_OF)) {
        bool rest =
            before > first &&
            (passage->tokens.items[before - 1].kind == TOKEN_NUMBER ||
             lexicon_word(passage->language->lexicon, passage->tokens.items[before - 1].word)->starts &
                 STARTS_NUMBER);
        points += rest ? -6 : 2;
    }
    if (number->bound) points -= 3;
    if (noun != SIZE_MAX && number->first <= first + clauses->sentence->dateline + 3)
        points += 2; /* the subject */
    if (is_named_number(clauses, number)) points += 6;
    if (noun != SIZE_MAX && stands_between(passage, number->first + number->count, noun, CLASS_AGAIN))
        points -= 4; /* "eleven other states" */
    return points + points_of_clause(clauses, number->first + number->count);
}

/* "the nineteen agreed", "ten take part": the number alone is the subject. */
static bool is_subject(const Clauses *clauses, const Number *number) {
    const Passage *passage = clauses->passage;
    const Sentence *sentence = clauses->sentence;
    size_t next = number->first + number->count;
    for (uint32_t i = 0; i < sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[sentence->cue_first + i];
        const Rule *rule = cue_rule(passage, cue);
        bool beside = cue->first >= next && cue->first <= next + 1;
        if (beside && rule->gives == GIVES_PARTICIPANT && !rule->weak) return true;
    }
    return false;
}

void claims_read(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->number_count; i++) {
        uint32_t index = sentence->number_first + i;
        const Number *number = &roles->passage->numbers.items[index];
        if (!number->has_value || number->value < 2 || number->value > 250 ||
            number->value != (int)number->value)
            continue;
        size_t noun = nation_after(clauses, number);
        if (noun == SIZE_MAX && !is_subject(clauses, number) && !is_named_number(clauses, number)) continue;
        if (number->first < sentence->first + sentence->dateline) continue;
        array_push(&roles->claims,
                   (Claim){(int)number->value, points_of(clauses, number, noun), index,
                           (uint32_t)(sentence - roles->passage->sentences.items), noun != SIZE_MAX});
    }
}
