/* See mentions.h. */
#include "mentions.h"

#include <stdlib.h>
#include <string.h>

bool mention_counts(const Mention *mention) {
    return mention->state == MENTION_COUNTS && mention->kind <= NAME_SEAT;
}

typedef struct Spot {
    Passage *passage;
    const Sentence *sentence;
    Mention *mention;
    size_t before, after; /* tokens beside the mention, or SIZE_MAX at the edge of the sentence */
} Spot;

static Spot spot_of(Passage *passage, Mention *mention) {
    Sentence *sentence = &passage->sentences.items[mention->sentence];
    size_t end = sentence->first + sentence->count, next = mention->first + mention->count;
    return (Spot){passage, sentence, mention,
                  mention->first > sentence->first ? mention->first - 1 : SIZE_MAX,
                  next < end ? next : SIZE_MAX};
}

static const Token *token_at(const Spot *spot, size_t at) {
    return at == SIZE_MAX ? NULL : &spot->passage->tokens.items[at];
}

static bool is(const Spot *spot, size_t at, WordClass class) {
    return at != SIZE_MAX && passage_is(spot->passage, at, class);
}

static bool is_capital_word(const Token *token) {
    return token && token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL);
}

static size_t step(const Spot *spot, size_t at, int by) {
    if (at == SIZE_MAX) return at;
    size_t end = spot->sentence->first + spot->sentence->count;
    if (by < 0) return at > spot->sentence->first ? at - 1 : SIZE_MAX;
    return at + 1 < end ? at + 1 : SIZE_MAX;
}

static bool capitals_tell(const Spot *spot) {
    return !(spot->sentence->flags & (SENTENCE_ALL_CAPITALS | SENTENCE_TITLE_CASE)) &&
           !spot->passage->language->no_case;
}

/* The mention that covers a token, or NULL. */
static Mention *mention_at(const Spot *spot, size_t at) {
    Mention *mentions = spot->passage->mentions.items + spot->sentence->mention_first;
    size_t low = 0, high = at == SIZE_MAX ? 0 : spot->sentence->mention_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (mentions[middle].first + mentions[middle].count <= at)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = at != SIZE_MAX && low < spot->sentence->mention_count && mentions[low].first <= at;
    return inside ? &mentions[low] : NULL;
}

/* ------------------------------------------------------------- one test each; each gives its name where it
 * drops */

static const char *test_longer_name(const Spot *spot) {
    const Token *before = token_at(spot, spot->before), *after = token_at(spot, spot->after);
    bool led = is(spot, spot->after, CLASS_LED);
    if (after && (after->flags & TOKEN_HYPHENED) && is_capital_word(after) && !led &&
        !mention_at(spot, spot->after))
        return "part of a longer name";
    /* A mention has tokens. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    bool hyphened = spot->passage->tokens.items[spot->mention->first].flags & TOKEN_HYPHENED;
    if (hyphened && is_capital_word(before) && !before->word && !mention_at(spot, spot->before))
        return "part of a longer name";
    return NULL;
}

static bool names_thing_before(const Spot *spot, size_t from) {
    const Language *language = spot->passage->language;
    const Token *tokens = spot->passage->tokens.items;
    for (size_t k = 1; k <= 4 && from >= spot->sentence->first + k; k++)
        if (phrases_match(language->before_name, language->lexicon, tokens + from - k, k).count == k)
            return true;
    return false;
}

static const char *test_beside(const Spot *spot) {
    const Language *language = spot->passage->language;
    const Token *tokens = spot->passage->tokens.items;
    size_t end = spot->sentence->first + spot->sentence->count;
    if (spot->after != SIZE_MAX && tokens[spot->after].kind == TOKEN_WORD) {
        PhraseMatch match =
            phrases_match(language->after_name, language->lexicon, tokens + spot->after, end - spot->after);
        bool elided = tokens[spot->after].flags & TOKEN_ELIDED;
        if (match.count && match.meaning == AFTER_HEAD && !elided && is_capital_word(&tokens[spot->after]))
            return "name of a thing";
    }
    size_t from = spot->mention->first;
    if (names_thing_before(spot, from)) return "name of a thing";
    for (int i = 0; i < 2 && from > spot->sentence->first && is(spot, from - 1, CLASS_ARTICLE); i++) from--;
    return from < spot->mention->first && names_thing_before(spot, from) ? "name of a thing" : NULL;
}

static bool is_region(const Spot *spot, size_t at) {
    const Language *language = spot->passage->language;
    const Token *tokens = spot->passage->tokens.items;
    size_t end = spot->sentence->first + spot->sentence->count;
    if (at == SIZE_MAX || !is_capital_word(&tokens[at])) return false;
    PhraseMatch match = phrases_match(language->after_name, language->lexicon, tokens + at, end - at);
    for (uint32_t meaning = match.meaning; match.count && meaning;
         meaning = phrases_next(language->after_name, &match))
        if (meaning == AFTER_STATE) return true;
    return false;
}

/* Athens, Ga.; Peru (Indiana) */
static const char *test_town(const Spot *spot) {
    const Token *sign = token_at(spot, spot->after);
    if (!sign || (sign->kind != TOKEN_COMMA && sign->kind != TOKEN_OPEN)) return NULL;
    size_t next = step(spot, spot->after, 1);
    const Mention *other = mention_at(spot, next);
    if (other && mention_counts(other) && other->kind == NAME_COUNTRY && other->state == MENTION_COUNTS)
        return NULL;
    return is_region(spot, next) ? "town of this name" : NULL;
}

static bool may_be_person(const Mention *mention) {
    return mention->count == 1 && mention->kind <= NAME_ADJECTIVE;
}

/* "the old town of Trinidad" */
static const char *test_town_of(const Spot *spot) {
    bool of = spot->mention->kind == NAME_COUNTRY && spot->mention->count == 1 &&
              is(spot, spot->before, CLASS_OUT_OF);
    return of && is(spot, step(spot, spot->before, -1), CLASS_TOWN) ? "town of this name" : NULL;
}

static const char *test_title(const Spot *spot) {
    if (!may_be_person(spot->mention) || !is(spot, spot->before, CLASS_HONORIFIC)) return NULL;
    return is_capital_word(token_at(spot, spot->before)) ? "person" : NULL;
}

static bool can_be_name(const Spot *spot) {
    const Name *name = &spot->passage->language->names.items[spot->mention->name];
    return spot->mention->kind == NAME_COUNTRY ||
           (spot->passage->language->nouns_capitalised && (name->capitals & 1));
}

static const char *test_given(const Spot *spot) {
    const Token *before = token_at(spot, spot->before);
    if (!may_be_person(spot->mention) || !can_be_name(spot) || !is_capital_word(before)) return NULL;
    if (spot->sentence->flags & SENTENCE_ALL_CAPITALS && !is(spot, spot->before, CLASS_GIVEN)) return NULL;
    bool elided = spot->passage->tokens.items[spot->mention->first].flags & TOKEN_ELIDED;
    if (before->end - before->start == 1 && !elided && !mention_at(spot, spot->before)) return "person";
    const Mention *other = mention_at(spot, spot->before);
    return is(spot, spot->before, CLASS_GIVEN) && (!other || !mention_counts(other)) ? "person" : NULL;
}

/* "Kenya Fenwick": a word in capitals right after the name that nothing known explains. */
static const char *test_capital_after(const Spot *spot) {
    const Token *after = token_at(spot, spot->after);
    const Name *name = &spot->passage->language->names.items[spot->mention->name];
    if (spot->mention->kind != NAME_COUNTRY || spot->mention->count > 1 || name->all_capitals) return NULL;
    bool unknown = (spot->sentence->flags & SENTENCE_TITLE_CASE) &&
                   !(spot->sentence->flags & SENTENCE_HEADLINE) && after && !after->word;
    if (!is_capital_word(after) || !(capitals_tell(spot) || unknown) ||
        spot->passage->language->nouns_capitalised)
        return NULL;
    if ((after->flags & TOKEN_ALL_CAPITALS) || (after->flags & (TOKEN_HYPHENED | TOKEN_ELIDED))) return NULL;
    static const WordClass fine[] = {CLASS_TITLE,   CLASS_MONTH,  CLASS_DAY,         CLASS_DIRECTION,
                                     CLASS_AERIAL,  CLASS_CLAUSE, CLASS_PREPOSITION, CLASS_ARTICLE,
                                     CLASS_PRONOUN, CLASS_GOVERN, CLASS_AUXILIARY,   CLASS_BE};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        if (is(spot, spot->after, fine[i])) return NULL;
    const Mention *other = mention_at(spot, spot->after);
    return other && other->kind != NAME_OTHER ? NULL : "person or organisation";
}

static const char *test_surname(const Spot *spot) {
    const Token *before = token_at(spot, spot->before);
    if (!may_be_person(spot->mention) || !is(spot, spot->mention->first, CLASS_SURNAME) ||
        !capitals_tell(spot))
        return NULL;
    bool opens = spot->before == spot->sentence->first;
    return is_capital_word(before) && !before->word && !opens && !(before->flags & TOKEN_ALL_CAPITALS)
               ? "person"
               : NULL;
}

static const char *test_family(const Spot *spot) {
    return spot->mention->kind == NAME_COUNTRY && is(spot, spot->after, CLASS_FAMILY) ? "family" : NULL;
}

static const char *test_ship(const Spot *spot) {
    return spot->mention->kind == NAME_COUNTRY && is(spot, spot->before, CLASS_SHIP) ? "ship" : NULL;
}

static const char *test_tongue(const Spot *spot) {
    bool tongue = spot->mention->kind <= NAME_ADJECTIVE && spot->mention->kind >= NAME_PEOPLE &&
                  spot->mention->count == 1 && is(spot, spot->mention->first, CLASS_TONGUE) &&
                  is(spot, spot->before, CLASS_SPEAKING);
    const Token *after = token_at(spot, spot->after);
    return tongue && (!after || after->kind != TOKEN_WORD || is(spot, spot->after, CLASS_AND) ||
                      is(spot, spot->after, CLASS_PREPOSITION))
               ? "language"
               : NULL;
}

/* In a line of capitals US may be the pronoun: as the last word, or after "tell". */
static const char *test_pronoun(const Spot *spot) {
    const Name *name = &spot->passage->language->names.items[spot->mention->name];
    if (!(spot->sentence->flags & SENTENCE_ALL_CAPITALS) || !name->all_capitals || spot->mention->count > 1)
        return NULL;
    if (token_at(spot, spot->mention->first)->flags & TOKEN_DOTTED) return NULL;
    return is(spot, spot->before, CLASS_TELLING) ? "pronoun" : NULL;
}

static void settle_alone(Passage *passage, Mention *mention) {
    static const char *(*const tests[])(const Spot *) = {
        test_longer_name,   test_beside,  test_town,   test_town_of, test_title,  test_given,
        test_capital_after, test_surname, test_family, test_ship,    test_tongue, test_pronoun};
    Spot spot = spot_of(passage, mention);
    if (mention->kind == NAME_OTHER) {
        mention->state = MENTION_DROPPED;
        mention->why = passage->language->names.items[mention->name].group;
    }
    if (mention->kind == NAME_CITY || mention->kind == NAME_LEADER || mention->kind == NAME_SEAT)
        mention->state = MENTION_PLACE;
    if (mention->kind > NAME_CITY) return;
    for (size_t i = 0; i < sizeof tests / sizeof *tests && !mention->why; i++) mention->why = tests[i](&spot);
    if (mention->why) mention->state = MENTION_DROPPED;
}

static bool is_full_name(Passage *passage, Mention *given, const Mention *surname) {
    Spot spot = spot_of(passage, given);
    return given->kind == NAME_COUNTRY && given->count == 1 && surname->kind <= NAME_CITY &&
           surname->first == spot.after && is(&spot, given->first, CLASS_GIVEN) &&
           !(token_at(&spot, spot.after)->flags & (TOKEN_ELIDED | TOKEN_HYPHENED)) &&
           is_capital_word(token_at(&spot, spot.after)) && !(spot.sentence->flags & SENTENCE_ALL_CAPITALS);
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
        Spot spot = spot_of(passage, mention);
        bool couple = mention->kind == NAME_COUNTRY && is(&spot, mention->first, CLASS_GIVEN) &&
                      is(&spot, spot.after, CLASS_AND) && next->first == spot.after + 1 && next->why &&
                      !strncmp(next->why, "person", 6);
        if (couple) mention->state = MENTION_DROPPED, mention->why = "person";
    }
}

/* ------------------------------------------------------------------------------------- names by their
 * company */

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

static void count_companies(Settling *settling) {
    const Passage *passage = settling->passage;
    const Language *language = passage->language;
    for (size_t i = 0; i < passage->tokens.count; i++) {
        const Token *token = &passage->tokens.items[i];
        if (!token->word || !(lexicon_word(language->lexicon, token->word)->starts & STARTS_EVIDENCE))
            continue;
        if (!language->no_case && !(token->flags & TOKEN_CAPITAL)) continue;
        PhraseMatch match =
            phrases_match(language->evidence, language->lexicon, token, passage->tokens.count - i);
        for (uint32_t meaning = match.meaning; match.count && meaning;
             meaning = phrases_next(language->evidence, &match))
            settling->points[meaning / 2 - 1][meaning & 1]++;
    }
}

static bool is_list_neighbour(const Spot *spot, size_t sign, int by) {
    if (!is(spot, sign, CLASS_AND) && (sign == SIZE_MAX || token_at(spot, sign)->kind != TOKEN_COMMA))
        return false;
    size_t at = step(spot, sign, by);
    while (at != SIZE_MAX && (is(spot, at, CLASS_AND) || is(spot, at, CLASS_ARTICLE) ||
                              token_at(spot, at)->kind == TOKEN_COMMA))
        at = step(spot, at, by);
    const Mention *other = mention_at(spot, at);
    return other && mention_counts(other) && other->kind == NAME_COUNTRY &&
           other->country != spot->mention->country;
}

/* "Macon, Georgia": a town that is no country's comes right before it. */
static bool follows_town(const Spot *spot) {
    const Token *sign = token_at(spot, spot->before);
    if (!sign || sign->kind != TOKEN_COMMA) return false;
    size_t at = step(spot, spot->before, -1);
    const Mention *town = mention_at(spot, at);
    if (!is_capital_word(token_at(spot, at)) || (town && mention_counts(town))) return false;
    return !town || town->country != spot->mention->country;
}

static void drop_town_before(const Spot *spot) {
    Mention *town = mention_at(spot, step(spot, spot->before, -1));
    if (town) town->state = MENTION_DROPPED, town->why = "town of this name";
}

static void settle_by_company(const Settling *settling, Mention *mention, const int points[2]) {
    Spot spot = spot_of(settling->passage, mention);
    bool known = evidence_for(settling, mention);
    if (is_list_neighbour(&spot, spot.before, -1) || is_list_neighbour(&spot, spot.after, 1)) return;
    if (follows_town(&spot) && is(&spot, mention->first, CLASS_REGION) && points[1] >= points[0] && !known) {
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
    Spot spot = spot_of(passage, mention);
    return is(&spot, spot.before, CLASS_PLACE) || is_list_neighbour(&spot, spot.before, -1) ||
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
    return is(spot, at, CLASS_GOVERN) || is(spot, at, CLASS_AUXILIARY) || begins_role(spot, at);
}

/* The seat is the subject of what only a government does. */
static bool is_acting(const Spot *spot) {
    size_t at = spot->after;
    if (spot->mention->first < spot->sentence->first + spot->sentence->dateline) return false;
    if (is(spot, spot->before, CLASS_PLACE)) return false;
    if (acts_at(spot, at)) return true;
    for (int i = 0;
         i < 2 && (is(spot, at, CLASS_ADVERB) || is(spot, at, CLASS_NOT) || is(spot, at, CLASS_BE)); i++) {
        at = step(spot, at, 1);
        if (acts_at(spot, at)) return true;
    }
    return false;
}

static bool is_addressed(const Spot *spot) {
    if (spot->mention->first < spot->sentence->first + spot->sentence->dateline) return false;
    if (is(spot, spot->before, CLASS_AGENT)) return true;
    return is(spot, spot->before, CLASS_GOVERN) && !is(spot, spot->before, CLASS_PLACE);
}

/* Seats in one list stand for the same kind of thing. */
static void settle_seat_lists(Passage *passage) {
    for (size_t i = passage->mentions.count; i-- > 1;) {
        Mention *mention = &passage->mentions.items[i - 1], *next = mention + 1;
        Spot spot = spot_of(passage, mention);
        bool joined = is(&spot, spot.after, CLASS_AND) ||
                      (spot.after != SIZE_MAX && token_at(&spot, spot.after)->kind == TOKEN_COMMA);
        bool beside = joined && next->sentence == mention->sentence && next->first <= spot.after + 2;
        if (!beside || mention->kind != NAME_SEAT || is(&spot, spot.before, CLASS_PLACE)) continue;
        if (next->kind == NAME_SEAT && next->state == MENTION_COUNTS && mention->state == MENTION_PLACE)
            mention->state = MENTION_COUNTS;
        if (next->kind == NAME_SEAT && mention->state == MENTION_COUNTS && next->state == MENTION_PLACE &&
            is(&spot, spot.after, CLASS_AND))
            next->state = MENTION_COUNTS;
    }
}

static void settle_seats(Passage *passage) {
    for (size_t i = 0; i < passage->mentions.count; i++) {
        Mention *mention = &passage->mentions.items[i];
        Spot spot = spot_of(passage, mention);
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
