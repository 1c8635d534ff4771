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
        size_t next = number->first + number->count; /* "raises to six the number of" */
        if (cue->first >= next && cue->first - next <= 1 && number->first > sentence->first &&
            passage_is(clauses->passage, number->first - 1, CLASS_PREPOSITION))
            return true;
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
    if (before != SIZE_MAX && before > first && passage_is(passage, before, CLASS_ARTICLE) &&
        passage_is(passage, before - 1, CLASS_OUT_OF))
        before--; /* "13 of the 22 members" */
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
    if (number->bound) points -= 4;
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

/* "became the 31st member": whoever comes in counts those who are in. */
static bool is_accession(const Clauses *clauses, const Number *number) {
    enum { MEMBER_REACH = 2 };
    const Passage *passage = clauses->passage;
    size_t end = clauses->sentence->first + clauses->sentence->count, next = number->first + number->count;
    /* German writes an ordinal with a stop, which the tokens do not keep */
    bool stopped = passage->language->nouns_capitalised && number->has_value && next < end &&
                   passage->text[passage->tokens.items[next - 1].end] == '.';
    if ((!number->is_ordinal && !stopped) || number->value < 3) return false;
    return stands_between(passage, next, next + MEMBER_REACH < end ? next + MEMBER_REACH : end, CLASS_MEMBER);
}

static int points_of_accession(const Clauses *clauses, const Number *number) {
    enum { ENTRY_REACH = 12 };
    const Passage *passage = clauses->passage;
    for (uint32_t i = 0; i < clauses->sentence->cue_count; i++) {
        const Cue *cue = &passage->cues.items[clauses->sentence->cue_first + i];
        size_t gap = cue->first < number->first ? number->first - cue->first : cue->first - number->first;
        if (gap > ENTRY_REACH || cue_rule(passage, cue)->gives != GIVES_PARTICIPANT) continue;
        return cue_denied(clauses, cue, NULL) || cue_possible(clauses, cue, NULL) ? -4 : 6;
    }
    return 3;
}

/* "141-7", "141 votes to 7" */
static bool are_versus(const Passage *passage, const Number *number) {
    enum { BETWEEN = 3 };
    const Number *next = number + 1;
    size_t after = number->first + number->count;
    if (next->first == after) return passage->text[passage->tokens.items[after - 1].end] == '-';
    return next->first > after && next->first - after <= BETWEEN &&
           passage_is(passage, next->first - 1, CLASS_PREPOSITION) &&
           !sign_between(passage, after, next->first, TOKEN_COMMA);
}

/* The first of two numbers, where the sentence is about a vote. */
static bool is_tally(const Clauses *clauses, uint32_t index) {
    enum { VOTE_REACH = 12 };
    const Passage *passage = clauses->passage;
    const Sentence *sentence = clauses->sentence;
    const Number *number = &passage->numbers.items[index];
    if (index + 1 >= sentence->number_first + sentence->number_count || number->is_ordinal) return false;
    if (number->value <= number[1].value || !are_versus(passage, number)) return false;
    if (index > sentence->number_first && are_versus(passage, number - 1)) return false;
    size_t first = sentence->first, end = first + sentence->count, to = number[1].first + VOTE_REACH;
    size_t from = number->first > first + VOTE_REACH ? number->first - VOTE_REACH : first;
    return stands_between(passage, from, to < end ? to : end, CLASS_VOTE);
}

/* "planes from three countries - A, B and C - patrol": its own list follows the number. */
static bool is_explained(const Clauses *clauses, const Number *number) {
    enum { LIST_REACH = 6 };
    for (size_t i = 0; i < clauses->groups.count; i++) {
        const Group *group = &clauses->groups.items[i];
        if (group->from < number->first || group->from - number->first > LIST_REACH) continue;
        const Token *before = &clauses->passage->tokens.items[group->from - 1];
        bool apart = before->kind == TOKEN_DASH || before->kind == TOKEN_COLON ||
                     before->kind == TOKEN_COMMA || before->kind == TOKEN_OPEN;
        if (apart && group->countries == (uint32_t)number->value) return true;
    }
    return false;
}

/* "17 votes in favour" */
static bool is_vote_for(const Clauses *clauses, const Number *number) {
    enum { NOUN = 2, CUE = 4 };
    const Passage *passage = clauses->passage;
    size_t next = number->first + number->count, end = clauses->sentence->first + clauses->sentence->count;
    if (!number->has_value ||
        !stands_between(passage, next, next + NOUN < end ? next + NOUN : end, CLASS_VOTE))
        return false;
    return gift_between(passage, clauses->sentence, next, next + CUE < end ? next + CUE : end,
                        1u << GIVES_PARTICIPANT);
}

static void add_claim(Roles *roles, const Clauses *clauses, uint32_t index, int points, bool has_noun) {
    array_push(&roles->claims,
               (Claim){.value = (int)roles->passage->numbers.items[index].value,
                       .points = points,
                       .number = index,
                       .sentence = (uint32_t)(clauses->sentence - roles->passage->sentences.items),
                       .has_noun = has_noun,
                       .explained = is_explained(clauses, &roles->passage->numbers.items[index])});
}

void claims_read(Roles *roles, const Clauses *clauses) {
    const Sentence *sentence = clauses->sentence;
    for (uint32_t i = 0; i < sentence->number_count; i++) {
        uint32_t index = sentence->number_first + i;
        const Number *number = &roles->passage->numbers.items[index];
        bool headline = sentence->flags & SENTENCE_HEADLINE;
        if (number->value < 3 || number->value > 250 || number->value != (int)number->value) continue;
        if (number->first < sentence->first + sentence->dateline) continue;
        if (is_accession(clauses, number))
            add_claim(roles, clauses, index, points_of_accession(clauses, number) + 2 * headline, true);
        else if (is_tally(clauses, index))
            add_claim(roles, clauses, index, 6 + 2 * headline, false);
        else if (is_vote_for(clauses, number))
            add_claim(roles, clauses, index, 7 + 2 * headline, false);
        if (!number->has_value || is_accession(clauses, number)) continue;
        size_t noun = nation_after(clauses, number);
        if (noun != SIZE_MAX || is_subject(clauses, number) || is_named_number(clauses, number))
            add_claim(roles, clauses, index, points_of(clauses, number, noun), noun != SIZE_MAX);
    }
}
