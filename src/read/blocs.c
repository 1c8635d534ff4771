/* See roles.h. A bloc stands for itself, and for its members of that year only where it acts and the caller
 * wants them. */
#include "roles.h"

#include <stdlib.h>
#include <string.h>

enum { ACTING_REACH = 4, YEAR_SENTENCES = 6 };

/* The year of the article: the first number that looks like one, or 0. */
static int year_of(const Passage *passage) {
    for (size_t i = 0; i < passage->sentences.count && i < YEAR_SENTENCES; i++) {
        const Sentence *sentence = &passage->sentences.items[i];
        for (uint32_t k = 0; k < sentence->number_count; k++) {
            const Number *number = &passage->numbers.items[sentence->number_first + k];
            bool year = number->has_value && number->value >= 1945 && number->value < 2100 &&
                        number->value == (int)number->value;
            if (year) return (int)number->value;
        }
    }
    return 0;
}

/* "NATO bombed", "the EU will send": a verb of its own, and no preposition before it. */
static bool is_acting(const Passage *passage, const Mention *mention) {
    const Sentence *sentence = &passage->sentences.items[mention->sentence];
    size_t end = sentence->first + sentence->count, to = mention->first + mention->count, at = mention->first;
    unsigned gifts = 1u << GIVES_PARTICIPANT | 1u << GIVES_STRIKE | 1u << GIVES_FIRE;
    while (at > sentence->first && passage_is(passage, at - 1, CLASS_ARTICLE)) at--;
    if (at > sentence->first && passage_is(passage, at - 1, CLASS_PREPOSITION)) return false;
    size_t reach = to + ACTING_REACH < end ? to + ACTING_REACH : end;
    return gift_between(passage, sentence, to, reach, gifts) &&
           !sign_between(passage, to, reach, TOKEN_COMMA);
}

static bool was_member(const Member *member, int year) {
    if (!year) return !member->until;
    return member->from <= year && (!member->until || year < member->until);
}

static void take_members(Roles *roles, uint32_t index, int year) {
    const Language *language = roles->passage->language;
    const Bloc *bloc = &language->blocs.items[roles->passage->mentions.items[index].country];
    for (size_t i = 0; i < bloc->member_count; i++) {
        int country = language_country(language, bloc->members[i].id);
        if (country < 0 || !was_member(&bloc->members[i], year) || roles->verdicts[country] != VERDICT_NONE)
            continue;
        roles->verdicts[country] = VERDICT_PARTICIPANT;
        array_push(&roles->stances, (Stance){.country = country,
                                             .gives = GIVES_PARTICIPANT,
                                             .list = 1,
                                             .mention = index,
                                             .order = roles->passage->mentions.items[index].first,
                                             .rule = "member of a bloc that acts"});
    }
}

void blocs_settle(Roles *roles, bool expand) {
    const Passage *passage = roles->passage;
    bool *told =
        memset(memory_new(passage->language->blocs.count + 1), 0, passage->language->blocs.count + 1);
    int year = year_of(passage);
    for (size_t i = 0; i < passage->mentions.count; i++) {
        const Mention *mention = &passage->mentions.items[i];
        if (mention->kind != NAME_BLOC || told[mention->country] ||
            !passage->language->blocs.items[mention->country].member_count)
            continue;
        bool acts = is_acting(passage, mention);
        if (!acts && expand) continue; /* a later sentence may tell */
        told[mention->country] = true;
        if (expand) take_members(roles, (uint32_t)i, year);
        const Token *tokens = passage->tokens.items;
        roles_doubt(roles, tokens[mention->first].start, tokens[mention->first + mention->count - 1].end,
                    expand ? "%s acts as a bloc; its members of that time are counted"
                           : "%s is a bloc; its members are not counted as named",
                    passage->language->blocs.items[mention->country].name);
    }
    free(told);
}
