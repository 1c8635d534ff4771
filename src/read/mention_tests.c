/* See spot.h. One test each for what a name can be instead of a country; each looks at its own sentence
 * alone. */
#include "spot.h"

#include <string.h>

Spot mention_spot(Passage *passage, Mention *mention) {
    Sentence *sentence = &passage->sentences.items[mention->sentence];
    size_t end = sentence->first + sentence->count, next = mention->first + mention->count;
    return (Spot){passage, sentence, mention,
                  mention->first > sentence->first ? mention->first - 1 : SIZE_MAX,
                  next < end ? next : SIZE_MAX};
}

const Token *spot_token(const Spot *spot, size_t at) {
    return at == SIZE_MAX ? NULL : &spot->passage->tokens.items[at];
}

bool spot_is(const Spot *spot, size_t at, WordClass class) {
    return at != SIZE_MAX && passage_is(spot->passage, at, class);
}

bool is_capital_word(const Token *token) {
    return token && token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL);
}

size_t spot_step(const Spot *spot, size_t at, int by) {
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
Mention *spot_mention(const Spot *spot, size_t at) {
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
    const Token *before = spot_token(spot, spot->before), *after = spot_token(spot, spot->after);
    bool led = spot_is(spot, spot->after, CLASS_LED) || spot_is(spot, spot->after, CLASS_AERIAL) ||
               spot_is(spot, spot->after, CLASS_FORCE);
    if (after && (after->flags & TOKEN_HYPHENED) && is_capital_word(after) && !led &&
        !spot_mention(spot, spot->after))
        return "part of a longer name";
    /* A mention has tokens. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    bool hyphened = spot->passage->tokens.items[spot->mention->first].flags & TOKEN_HYPHENED;
    if (hyphened && is_capital_word(before) && !before->word && !spot_mention(spot, spot->before))
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
    for (int i = 0; i < 2 && from > spot->sentence->first && spot_is(spot, from - 1, CLASS_ARTICLE); i++)
        from--;
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
    const Token *sign = spot_token(spot, spot->after);
    if (!sign || (sign->kind != TOKEN_COMMA && sign->kind != TOKEN_OPEN)) return NULL;
    size_t next = spot_step(spot, spot->after, 1);
    const Mention *other = spot_mention(spot, next);
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
              spot_is(spot, spot->before, CLASS_OUT_OF);
    return of && spot_is(spot, spot_step(spot, spot->before, -1), CLASS_TOWN) ? "town of this name" : NULL;
}

static const char *test_title(const Spot *spot) {
    if (!may_be_person(spot->mention) || !spot_is(spot, spot->before, CLASS_HONORIFIC)) return NULL;
    return is_capital_word(spot_token(spot, spot->before)) ? "person" : NULL;
}

static bool can_be_name(const Spot *spot) {
    const Name *name = &spot->passage->language->names.items[spot->mention->name];
    return spot->mention->kind == NAME_COUNTRY ||
           (spot->passage->language->nouns_capitalised && (name->capitals & 1));
}

static const char *test_given(const Spot *spot) {
    const Token *before = spot_token(spot, spot->before);
    if (!may_be_person(spot->mention) || !can_be_name(spot) || !is_capital_word(before)) return NULL;
    if (spot->sentence->flags & SENTENCE_ALL_CAPITALS && !spot_is(spot, spot->before, CLASS_GIVEN))
        return NULL;
    bool elided = spot->passage->tokens.items[spot->mention->first].flags & TOKEN_ELIDED;
    if (before->end - before->start == 1 && !elided && !spot_is(spot, spot->before, CLASS_ARTICLE) &&
        !spot_is(spot, spot->before, CLASS_PREPOSITION) && !spot_mention(spot, spot->before))
        return "person";
    const Mention *other = spot_mention(spot, spot->before);
    return spot_is(spot, spot->before, CLASS_GIVEN) && (!other || !mention_counts(other)) ? "person" : NULL;
}

/* "Kenya Fenwick": a word in capitals right after the name that nothing known explains. */
static const char *test_capital_after(const Spot *spot) {
    const Token *after = spot_token(spot, spot->after);
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
        if (spot_is(spot, spot->after, fine[i])) return NULL;
    const Mention *other = spot_mention(spot, spot->after);
    return other && other->kind != NAME_OTHER ? NULL : "person or organisation";
}

static const char *test_surname(const Spot *spot) {
    const Token *before = spot_token(spot, spot->before);
    if (!may_be_person(spot->mention) || !spot_is(spot, spot->mention->first, CLASS_SURNAME) ||
        !capitals_tell(spot))
        return NULL;
    bool opens = spot->before == spot->sentence->first;
    return is_capital_word(before) && !before->word && !opens && !(before->flags & TOKEN_ALL_CAPITALS)
               ? "person"
               : NULL;
}

static const char *test_family(const Spot *spot) {
    return spot->mention->kind == NAME_COUNTRY && spot_is(spot, spot->after, CLASS_FAMILY) ? "family" : NULL;
}

static const char *test_ship(const Spot *spot) {
    return spot->mention->kind == NAME_COUNTRY && spot_is(spot, spot->before, CLASS_SHIP) ? "ship" : NULL;
}

static const char *test_tongue(const Spot *spot) {
    bool tongue = spot->mention->kind <= NAME_ADJECTIVE && spot->mention->kind >= NAME_PEOPLE &&
                  spot->mention->count == 1 && spot_is(spot, spot->mention->first, CLASS_TONGUE) &&
                  spot_is(spot, spot->before, CLASS_SPEAKING);
    const Token *after = spot_token(spot, spot->after);
    return tongue && (!after || after->kind != TOKEN_WORD || spot_is(spot, spot->after, CLASS_AND) ||
                      spot_is(spot, spot->after, CLASS_PREPOSITION))
               ? "language"
               : NULL;
}

/* In a line of capitals US may be the pronoun: as the last word, or after "tell". */
static const char *test_pronoun(const Spot *spot) {
    const Name *name = &spot->passage->language->names.items[spot->mention->name];
    if (!(spot->sentence->flags & SENTENCE_ALL_CAPITALS) || !name->all_capitals || spot->mention->count > 1)
        return NULL;
    if (spot_token(spot, spot->mention->first)->flags & TOKEN_DOTTED) return NULL;
    return spot_is(spot, spot->before, CLASS_TELLING) ? "pronoun" : NULL;
}

const char *spot_test(const Spot *spot) {
    static const char *(*const tests[])(const Spot *) = {
        test_longer_name,   test_beside,  test_town,   test_town_of, test_title,  test_given,
        test_capital_after, test_surname, test_family, test_ship,    test_tongue, test_pronoun};
    const char *why = NULL;
    for (size_t i = 0; i < sizeof tests / sizeof *tests && !why; i++) why = tests[i](spot);
    return why;
}
