/* See mentions.h. */
#include "spot.h"

#include <stdlib.h>
#include <string.h>

bool mention_counts(const Mention *mention) {
    return mention->state == MENTION_COUNTS && mention->kind <= NAME_SEAT;
}

static void settle_alone(Passage *passage, Mention *mention) {
    Spot spot = mention_spot(passage, mention);
    if (mention->kind == NAME_OTHER) {
        mention->state = MENTION_DROPPED;
        mention->why = passage->language->groups.items[passage->language->names.items[mention->name].group];
    }
    if (mention->kind == NAME_CITY || mention->kind == NAME_LEADER || mention->kind == NAME_SEAT)
        mention->state = MENTION_PLACE;
    if (mention->kind > NAME_CITY) return;
    if (!mention->why) mention->why = spot_test(&spot);
    if (mention->why) mention->state = MENTION_DROPPED;
}

static bool is_full_name(Passage *passage, Mention *given, const Mention *surname) {
    Spot spot = mention_spot(passage, given);
    return given->kind == NAME_COUNTRY && given->count == 1 && surname->kind <= NAME_CITY &&
           surname->first == spot.after && spot_is(&spot, given->first, CLASS_GIVEN) &&
           !(spot_token(&spot, spot.after)->flags & (TOKEN_ELIDED | TOKEN_HYPHENED)) &&
           is_capital_word(spot_token(&spot, spot.after)) && !(spot.sentence->flags & SENTENCE_ALL_CAPITALS);
}

/* "Georgia Mónaco": both are names of countries, and together a person. */
static void settle_full_names(Passage *passage) {
    for (size_t i = 0; i + 1 < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i], *next = mention + 1;
        if (next->sentence != mention->sentence || !is_full_name(passage, mention, next)) continue;
        mention->state = next->state = MENTION_DROPPED;
        mention->why = next->why = "person";
    }
}

/* "Chad and India Marshall": the first of two given names. */
static void settle_couples(Passage *passage) {
    for (size_t i = 0; i + 1 < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i], *next = mention + 1;
        Spot spot = mention_spot(passage, mention);
        bool couple = mention->kind == NAME_COUNTRY && spot_is(&spot, mention->first, CLASS_GIVEN) &&
                      spot_is(&spot, spot.after, CLASS_AND) && next->first == spot.after + 1 && next->why &&
                      !strncmp(next->why, "person", 6);
        if (couple) mention->state = MENTION_DROPPED, mention->why = "person";
    }
}

/* -------------------------------------------------------------------- names by their company */

/* By which names each country is met in the article: enough to know whether there is another one. */
typedef struct Support {
    uint32_t name; /* plus 1; 0 for none */
    bool several;
} Support;

typedef struct Settling {
    Passage *passage;
    Support *support; /* by country */
    int (*points)[2]; /* by company: for, against */
} Settling;

static bool evidence_for(const Settling *settling, const Mention *mention) {
    const Support *support = &settling->support[mention->country];
    return support->several || (support->name && support->name != mention->name + 1);
}

static void take_support(Settling *settling) {
    const Passage *passage = settling->passage;
    for (size_t i = 0; i < passage->mentions.count; i++) {
        const Mention *mention = &passage->mentions.items[i];
        if (mention->state == MENTION_DROPPED || mention->kind > NAME_CITY) continue;
        Support *support = &settling->support[mention->country];
        if (!support->name)
            support->name = mention->name + 1;
        else if (support->name != mention->name + 1)
            support->several = true;
    }
}

static void count_companies_of(Settling *settling, const Sentence *sentence) {
    const Passage *passage = settling->passage;
    const Language *language = passage->language;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const Token *token = &passage->tokens.items[i];
        if (!(token->starts & STARTS_EVIDENCE)) continue;
        if (!language->no_case && !(token->flags & TOKEN_CAPITAL)) continue;
        PhraseMatch match =
            phrases_match(language->evidence, language->lexicon, token, passage->tokens.count - i);
        for (uint32_t meaning = match.meaning; match.count && meaning;
             meaning = phrases_next(language->evidence, &match))
            settling->points[meaning / 2 - 1][meaning & 1]++;
    }
}

static void count_companies(Settling *settling) {
    const Passage *passage = settling->passage;
    for (size_t i = 0; i < passage->sentences.count; i++)
        if (passage->sentences.items[i].flags & SENTENCE_EVIDENCE)
            count_companies_of(settling, &passage->sentences.items[i]);
}

static bool is_list_neighbour(const Spot *spot, size_t sign, int by) {
    if (!spot_is(spot, sign, CLASS_AND) && (sign == SIZE_MAX || spot_token(spot, sign)->kind != TOKEN_COMMA))
        return false;
    size_t at = spot_step(spot, sign, by);
    while (at != SIZE_MAX && (spot_is(spot, at, CLASS_AND) || spot_is(spot, at, CLASS_ARTICLE) ||
                              spot_token(spot, at)->kind == TOKEN_COMMA))
        at = spot_step(spot, at, by);
    const Mention *other = spot_mention(spot, at);
    return other && mention_counts(other) && other->kind == NAME_COUNTRY &&
           other->country != spot->mention->country;
}

/* "Macon, Georgia": a town that is no country's comes right before it. */
static bool follows_town(const Spot *spot) {
    const Token *sign = spot_token(spot, spot->before);
    if (!sign || sign->kind != TOKEN_COMMA) return false;
    size_t at = spot_step(spot, spot->before, -1);
    const Mention *town = spot_mention(spot, at);
    if (!is_capital_word(spot_token(spot, at)) || (town && mention_counts(town))) return false;
    return !town || town->country != spot->mention->country;
}

static void drop_town_before(const Spot *spot) {
    Mention *town = spot_mention(spot, spot_step(spot, spot->before, -1));
    if (town) town->state = MENTION_DROPPED, town->why = "town of this name";
}

static void settle_by_company(const Settling *settling, Mention *mention, const int points[2]) {
    Spot spot = mention_spot(settling->passage, mention);
    bool known = evidence_for(settling, mention);
    if (is_list_neighbour(&spot, spot.before, -1) || is_list_neighbour(&spot, spot.after, 1)) return;
    if (follows_town(&spot) && spot_is(&spot, mention->first, CLASS_REGION) && points[1] >= points[0] &&
        !known) {
        mention->state = MENTION_DROPPED, mention->why = "a state of this name";
        drop_town_before(&spot);
    } else if (points[1] > points[0] && !known) {
        mention->state = MENTION_DROPPED, mention->why = "by its company";
    }
}

static void settle_companies(const Settling *settling) {
    Passage *passage = settling->passage;
    const Language *language = passage->language;
    for (size_t i = 0; i < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i];
        if (mention->state != MENTION_COUNTS || mention->kind != NAME_COUNTRY || mention->count > 1) continue;
        for (size_t k = 0; k < language->companies.count; k++)
            if (language->companies.items[k].word == passage->tokens.items[mention->first].word)
                settle_by_company(settling, mention, settling->points[k]);
    }
}

static bool stands_as_country(Passage *passage, Mention *mention) {
    Spot spot = mention_spot(passage, mention);
    return spot_is(&spot, spot.before, CLASS_PLACE) || is_list_neighbour(&spot, spot.before, -1) ||
           is_list_neighbour(&spot, spot.after, 1);
}

/* A surname once introduced by its given name stays one, unless the country is named in another way too. */
static void settle_surnames(const Settling *settling) {
    Passage *passage = settling->passage;
    bool *introduced = memory_new(settling->passage->language->names.count * sizeof *introduced);
    memset(introduced, 0, settling->passage->language->names.count * sizeof *introduced);
    for (size_t i = 0; i < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i];
        if (mention->kind != NAME_COUNTRY) continue;
        if (mention->why && !strcmp(mention->why, "person")) introduced[mention->name] = true;
        if (mention->state != MENTION_COUNTS || !introduced[mention->name]) continue;
        if (evidence_for(settling, mention) || stands_as_country(passage, mention)) continue;
        mention->state = MENTION_DROPPED, mention->why = "person named before";
    }
    free(introduced);
}

/* A name of two countries goes to the one that the article names in another way. */
static void settle_shared(const Settling *settling) {
    Passage *passage = settling->passage;
    const Language *language = passage->language;
    for (size_t i = 0; i < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i];
        if (mention->state == MENTION_DROPPED || mention->kind > NAME_SEAT || evidence_for(settling, mention))
            continue;
        PhraseMatch match = phrases_match(language->name_phrases, language->lexicon,
                                          &passage->tokens.items[mention->first], mention->count);
        for (uint32_t meaning = match.meaning; match.count == mention->count && meaning;
             meaning = phrases_next(language->name_phrases, &match)) {
            const Name *name = &language->names.items[meaning - 1];
            if (name->kind > NAME_SEAT || name->country == mention->country) continue;
            if (name->kind == NAME_SEAT && mention->kind < NAME_SEAT) continue;
            Mention other = *mention;
            other.country = name->country, other.name = meaning - 1;
            if (evidence_for(settling, &other)) {
                mention->country = other.country, mention->name = other.name;
                break;
            }
        }
    }
}

/* ------------------------------------------------------------------------------------------- seats of
 * government */

static bool begins_role(const Spot *spot, size_t at) {
    for (uint32_t i = 0; i < spot->sentence->cue_count; i++) {
        const Cue *cue = &spot->passage->cues.items[spot->sentence->cue_first + i];
        const Rule *rule = &spot->passage->language->rules.items[cue->rule];
        if (cue->first == at && rule->who != WHO_AFTER && rule->gives <= GIVES_SAME) return true;
    }
    return false;
}

static bool acts_at(const Spot *spot, size_t at) {
    if (at == SIZE_MAX) return false;
    return spot_is(spot, at, CLASS_GOVERN) || spot_is(spot, at, CLASS_AUXILIARY) || begins_role(spot, at);
}

/* The seat is the subject of what only a government does. */
static bool is_acting(const Spot *spot) {
    size_t at = spot->after;
    if (spot->mention->first < spot->sentence->first + spot->sentence->dateline) return false;
    if (spot_is(spot, spot->before, CLASS_PLACE)) return false;
    if (acts_at(spot, at)) return true;
    for (int i = 0; i < 2 && (spot_is(spot, at, CLASS_ADVERB) || spot_is(spot, at, CLASS_NOT) ||
                              spot_is(spot, at, CLASS_BE));
         i++) {
        at = spot_step(spot, at, 1);
        if (acts_at(spot, at)) return true;
    }
    return false;
}

static bool is_addressed(const Spot *spot) {
    if (spot->mention->first < spot->sentence->first + spot->sentence->dateline) return false;
    if (spot_is(spot, spot->before, CLASS_AGENT)) return true;
    size_t office = spot_step(spot, spot->before, -1); /* "the prime ministers from Paris and Rome" */
    if (spot_is(spot, spot->before, CLASS_OUT_OF) && !spot_is(spot, spot->before, CLASS_PLACE) &&
        (spot_is(spot, office, CLASS_TITLE) || spot_is(spot, office, CLASS_GENERIC)))
        return true;
    return spot_is(spot, spot->before, CLASS_GOVERN) && !spot_is(spot, spot->before, CLASS_PLACE);
}

/* Seats in one list stand for the same kind of thing. */
static void settle_seat_lists(Passage *passage) {
    for (size_t i = passage->mentions.count; i-- > 1;) {
        Mention *mention = &passage->mentions.items[i - 1], *next = mention + 1;
        Spot spot = mention_spot(passage, mention);
        bool joined = spot_is(&spot, spot.after, CLASS_AND) ||
                      (spot.after != SIZE_MAX && spot_token(&spot, spot.after)->kind == TOKEN_COMMA);
        bool beside = joined && next->sentence == mention->sentence && next->first <= spot.after + 2;
        if (!beside || mention->kind != NAME_SEAT || spot_is(&spot, spot.before, CLASS_PLACE)) continue;
        if (next->kind == NAME_SEAT && next->state == MENTION_COUNTS && mention->state == MENTION_PLACE)
            mention->state = MENTION_COUNTS;
        if (next->kind == NAME_SEAT && mention->state == MENTION_COUNTS && next->state == MENTION_PLACE &&
            spot_is(&spot, spot.after, CLASS_AND))
            next->state = MENTION_COUNTS;
    }
}

static void settle_seats(Passage *passage) {
    for (size_t i = 0; i < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i];
        Spot spot = mention_spot(passage, mention);
        if (mention->kind == NAME_SEAT && mention->state == MENTION_PLACE &&
            (is_acting(&spot) || is_addressed(&spot)))
            mention->state = MENTION_COUNTS;
    }
    settle_seat_lists(passage);
}

static void *zeroed(size_t size) {
    return memset(memory_new(size), 0, size);
}

void mentions_settle(Passage *passage) {
    const Language *language = passage->language;
    Settling settling = {.passage = passage,
                         .support = zeroed(language->countries.count * sizeof *settling.support),
                         .points = zeroed((language->companies.count + 1) * sizeof *settling.points)};
    for (size_t i = 0; i < passage->mentions.count; i++) settle_alone(passage, &passage->mentions.items[i]);
    settle_full_names(passage);
    settle_couples(passage);
    take_support(&settling);
    count_companies(&settling);
    settle_companies(&settling);
    settle_surnames(&settling);
    settle_shared(&settling);
    settle_seats(passage);
    free(settling.support);
    free(settling.points);
}
