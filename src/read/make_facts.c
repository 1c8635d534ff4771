/* See reader.h. How facts are put together of what was read; decides nothing. */
#include "../base/hash.h"
#include "../base/text.h"
#include "reader.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

typedef struct Making {
    Facts *facts;
    const Article *article;
    const Passage *passage;
    Roles *roles;
    ARRAY(FactsCountry) countries;
    int *index;            /* by the language's country: place in countries plus 1 */
    const Stance **best;   /* by the same: what proves its verdict, or NULL */
    const Mention **seats; /* by country: where its capital is named, or NULL */
} Making;

static const Sentence *sentence_of(const Passage *passage, const Mention *mention) {
    return &passage->sentences.items[mention->sentence];
}

static const char *text_of(const Making *making, size_t start, size_t end) {
    return arena_text_part(making->facts->arena, making->passage->text + start, end - start);
}

static Evidence evidence_between(const Making *making, Role role, size_t start, size_t end,
                                 const Sentence *sentence, const char *rule) {
    return (Evidence){.role = role,
                      .start = article_source(making->article, start),
                      .end = article_source(making->article, end),
                      .quote = text_of(making, start, end),
                      .sentence = text_of(making, sentence->start, sentence->end),
                      .rule = rule ? arena_text(making->facts->arena, rule) : NULL};
}

static Evidence evidence_of(const Making *making, Role role, uint32_t mention_index, const char *rule) {
    const Passage *passage = making->passage;
    const Mention *mention = &passage->mentions.items[mention_index];
    size_t start = passage->tokens.items[mention->first].start,
           end = passage->tokens.items[mention->first + mention->count - 1].end;
    return evidence_between(making, role, start, end, sentence_of(passage, mention), rule);
}

/* A country that only its towns show to be struck: the first of them, or the word that tells of the strike.
 */
static Evidence evidence_of_place(const Making *making, const StrikeFound *strike) {
    const Passage *passage = making->passage;
    const Token *cue = &passage->tokens.items[strike->cue];
    PlaceFound place = strike->places.count ? strike->places.items[0] : (PlaceFound){cue->start, cue->end};
    size_t at = strike->sentence;
    while (at + 1 < passage->sentences.count && passage->sentences.items[at + 1].start <= place.start) at++;
    return evidence_between(making, ROLE_TARGET, place.start, place.end, &passage->sentences.items[at],
                            strike->rule);
}

/* --------------------------------------------------------------------------------- countries */

typedef struct Proofs {
    ARRAY(Evidence) items;
} Proofs;

static bool has_role(const Proofs *proofs, Role role) {
    for (size_t i = 0; i < proofs->items.count; i++)
        if (proofs->items.items[i].role == role) return true;
    return false;
}

static void prove(const Making *making, Proofs *proofs, Role role, uint32_t mention, const char *rule) {
    if (!has_role(proofs, role)) array_push(&proofs->items, evidence_of(making, role, mention, rule));
}

static bool stance_fits(const Stance *stance, Verdict verdict) {
    return stance->gives == (verdict == VERDICT_PARTICIPANT ? GIVES_PARTICIPANT : GIVES_DECLINED);
}

/* The first that proves each country's verdict; strong signs prove better than weak ones. */
static void find_best(const Roles *roles, const Stance **best) {
    for (size_t i = 0; i < roles->stances.count; i++) {
        const Stance *stance = &roles->stances.items[i], *other = best[stance->country];
        if (stance_fits(stance, (Verdict)roles->verdicts[stance->country]) &&
            (!other || (other->weak && !stance->weak)))
            best[stance->country] = stance;
    }
}

static uint32_t first_mention(const Passage *passage, int country) {
    for (size_t i = 0; i < passage->mentions.count; i++)
        if (mention_counts(&passage->mentions.items[i]) && passage->mentions.items[i].country == country)
            return (uint32_t)i;
    return UINT32_MAX;
}

static unsigned prove_verdict(const Making *making, int country, Proofs *proofs) {
    Verdict verdict = (Verdict)making->roles->verdicts[country];
    if (verdict == VERDICT_NONE) return 0;
    Role role = verdict == VERDICT_PARTICIPANT ? ROLE_PARTICIPANT : ROLE_DECLINED;
    const Stance *stance = making->best[country];
    uint32_t mention = stance ? stance->mention : first_mention(making->passage, country);
    if (mention != UINT32_MAX)
        prove(making, proofs, role, mention, stance ? stance->rule : "strikes or hosts");
    return role;
}

static unsigned prove_strikes(const Making *making, int country, Proofs *proofs) {
    unsigned roles = 0;
    for (size_t i = 0; i < making->roles->strikes.count; i++) {
        const StrikeFound *strike = &making->roles->strikes.items[i];
        bool target = strike->target == country, striker = false;
        for (size_t k = 0; k < strike->by.count; k++) striker |= strike->by.items[k] == country;
        for (size_t k = 0; k < strike->evidence.count; k++) {
            uint32_t mention = strike->evidence.items[k];
            if (mention == UINT32_MAX || making->passage->mentions.items[mention].country != country)
                continue;
            if (target) prove(making, proofs, ROLE_TARGET, mention, strike->rule);
            if (striker) prove(making, proofs, ROLE_STRIKER, mention, strike->rule);
        }
        if (target && !has_role(proofs, ROLE_TARGET))
            array_push(&proofs->items, evidence_of_place(making, strike));
        roles |= (target ? (unsigned)ROLE_TARGET : 0) | (striker ? (unsigned)ROLE_STRIKER : 0);
    }
    return roles;
}

/* The small letter of a capital: Latin, Greek, Cyrillic. */
static uint32_t small_of(uint32_t code) {
    if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) ||
        (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F))
        return code + 0x20;
    if (code >= 0x400 && code <= 0x40F) return code + 0x50;
    if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E)) return code + (code & 1);
    return code >= 0x100 && code <= 0x177 ? code | 1 : code;
}

/* A dateline's LONDON is London on the map. */
static const char *without_capitals(Arena *arena, const char *name) {
    Text text = {0};
    size_t size = strlen(name);
    bool inside = false;
    for (size_t at = 0; at < size;) {
        char bytes[4];
        int32_t code = utf8_next(name, size, &at);
        if (code < 0) continue;
        text_add_part(&text, bytes,
                      (size_t)utf8_put(bytes, inside ? small_of((uint32_t)code) : (uint32_t)code));
        inside = code >= 0x80 || (code >= 'A' && code <= 'Z');
    }
    const char *copy = arena_text(arena, text.bytes ? text.bytes : "");
    text_free(&text);
    return copy;
}

/* A town as the map writes it. */
static const char *town_of(const Making *making, const Mention *mention) {
    const Token *tokens = making->passage->tokens.items;
    const char *name =
        text_of(making, tokens[mention->first].start, tokens[mention->first + mention->count - 1].end);
    return tokens[mention->first].flags & TOKEN_ALL_CAPITALS ? without_capitals(making->facts->arena, name)
                                                             : name;
}

/* The first mention of each country's capital, where it is more than the dateline. */
static void find_seats(Making *making) {
    const Passage *passage = making->passage;
    for (size_t i = passage->mentions.count; i-- > 0;) {
        const Mention *mention = &passage->mentions.items[i];
        const Sentence *sentence = &passage->sentences.items[mention->sentence];
        if (mention->kind == NAME_SEAT && mention->state != MENTION_DROPPED &&
            mention->first >= sentence->first + sentence->dateline)
            making->seats[mention->country] = mention;
    }
}

static void add_country(Making *making, int country, int mentions) {
    Proofs proofs = {0};
    const Country *known = &making->passage->language->countries.items[country];
    const HostFound *host = &making->roles->host;
    unsigned roles = prove_verdict(making, country, &proofs) | prove_strikes(making, country, &proofs);
    if (host->country == country) {
        roles |= ROLE_HOST;
        if (host->mention != UINT32_MAX) prove(making, &proofs, ROLE_HOST, host->mention, host->rule);
    }
    if (!roles) {
        uint32_t mention = first_mention(making->passage, country);
        roles = ROLE_MENTIONED;
        if (mention != UINT32_MAX) prove(making, &proofs, ROLE_MENTIONED, mention, "named");
    }
    FactsCountry entry = {.id = arena_text(making->facts->arena, known->id),
                          .name = arena_text(making->facts->arena, known->name),
                          .roles = roles,
                          .mentions = mentions,
                          .evidence_count = proofs.items.count};
    if (making->seats[country]) entry.capital = town_of(making, making->seats[country]);
    entry.evidence =
        arena_copy(making->facts->arena, proofs.items.items, proofs.items.count * sizeof(Evidence));
    array_free(&proofs.items);
    array_push(&making->countries, entry);
    making->index[country] = (int)making->countries.count;
}

/* In the order in which the article names them. */
static void add_countries(Making *making) {
    const Passage *passage = making->passage;
    size_t count = passage->language->countries.count;
    int *mentions = memset(memory_new((count + 1) * sizeof *mentions), 0, (count + 1) * sizeof *mentions);
    for (size_t i = 0; i < passage->mentions.count; i++)
        if (mention_counts(&passage->mentions.items[i])) mentions[passage->mentions.items[i].country]++;
    for (size_t i = 0; i < passage->mentions.count; i++) {
        const Mention *mention = &passage->mentions.items[i];
        if (mention_counts(mention) && !making->index[mention->country])
            add_country(making, mention->country, mentions[mention->country]);
    }
    int host = making->roles->host.country;
    if (host >= 0 && !making->index[host]) add_country(making, host, 0);
    for (size_t i = 0; i < count; i++)
        if (making->roles->verdicts[i] == VERDICT_PARTICIPANT && !making->index[i])
            add_country(making, (int)i, 0);
    free(mentions);
}

/* ----------------------------------------------------------------------------------- strikes */

static StrikeCount count_of(const Making *making, const StrikeFound *found) {
    StrikeCount count = {.has_value = found->has_value, .value = found->value};
    if (found->bound) count.bound = arena_text(making->facts->arena, found->bound);
    if (found->text_end > found->text_start) count.text = text_of(making, found->text_start, found->text_end);
    return count;
}

static Strike strike_of(const Making *making, const StrikeFound *found) {
    Arena *arena = making->facts->arena;
    const Country *countries = making->passage->language->countries.items;
    const char **by = ARENA_ARRAY(arena, const char *, found->by.count + 1);
    Evidence *evidence = ARENA_ARRAY(arena, Evidence, found->evidence.count + 1);
    Strike strike = {.target = arena_text(arena, countries[found->target].id),
                     .by = by,
                     .by_count = found->by.count,
                     .count = count_of(making, found),
                     .evidence = evidence};
    for (size_t i = 0; i < found->by.count; i++) by[i] = arena_text(arena, countries[found->by.items[i]].id);
    for (size_t i = 0; i < found->evidence.count; i++) {
        uint32_t mention = found->evidence.items[i];
        if (mention == UINT32_MAX) continue;
        bool target = making->passage->mentions.items[mention].country == found->target;
        evidence[strike.evidence_count++] =
            evidence_of(making, target ? ROLE_TARGET : ROLE_STRIKER, mention, found->rule);
    }
    StrikePlace *places = ARENA_ARRAY(arena, StrikePlace, found->places.count + 1);
    for (size_t i = 0; i < found->places.count; i++)
        places[i].name = text_of(making, found->places.items[i].start, found->places.items[i].end);
    strike.places = places;
    strike.place_count = found->places.count;
    if (found->since_end) strike.since = text_of(making, found->since_start, found->since_end);
    return strike;
}

static void add_strikes(Making *making) {
    size_t count = making->roles->strikes.count;
    Strike *strikes = ARENA_ARRAY(making->facts->arena, Strike, count + 1);
    for (size_t i = 0; i < count; i++) strikes[i] = strike_of(making, &making->roles->strikes.items[i]);
    making->facts->strikes = strikes;
    making->facts->strike_count = count;
}

/* ---------------------------------------------------------------------------------- the rest */

static void add_host(Making *making) {
    const HostFound *host = &making->roles->host;
    if (host->country < 0) return;
    making->facts->host.country =
        arena_text(making->facts->arena, making->passage->language->countries.items[host->country].id);
    if (host->place == UINT32_MAX) return;
    making->facts->host.place = town_of(making, &making->passage->mentions.items[host->place]);
}

static void add_stated(Making *making) {
    Roles *roles = making->roles;
    if (roles->stated < 0) return;
    int found = 0;
    for (size_t i = 0; i < making->countries.count; i++)
        found += (making->countries.items[i].roles & ROLE_PARTICIPANT) != 0;
    making->facts->stated =
        (StatedCount){true, roles->claims.items[roles->stated].value, ROLE_PARTICIPANT, found};
}

static void add_notes(Making *making) {
    const Roles *roles = making->roles;
    Note *notes = ARENA_ARRAY(making->facts->arena, Note, roles->doubts.count + 2);
    size_t count = 0;
    if (!making->countries.count) notes[count++] = (Note){"the article names no country", 0, 0};
    for (size_t i = 0; i < roles->doubts.count; i++) {
        const Doubt *doubt = &roles->doubts.items[i];
        notes[count++] = (Note){arena_text(making->facts->arena, doubt->text),
                                article_source(making->article, doubt->start),
                                article_source(making->article, doubt->end)};
    }
    making->facts->notes = notes;
    making->facts->note_count = count;
}

static void name_source(Facts *facts, const Article *article, const Language *language) {
    char hash[HASH_TEXT_SIZE];
    hash_sha256(article->source, article->source_size, hash);
    facts->title = arena_text(facts->arena, article->title);
    facts->language = arena_text(facts->arena, language->code);
    facts->source_name = arena_text(facts->arena, article->name);
    facts->source_sha256 = arena_text(facts->arena, hash);
}

static void make_facts(Facts *facts, const Article *article, const Passage *passage, Roles *roles) {
    size_t count = passage->language->countries.count;
    Making making = {.facts = facts, .article = article, .passage = passage, .roles = roles};
    making.index =
        memset(memory_new((count + 1) * sizeof *making.index), 0, (count + 1) * sizeof *making.index);
    making.best = memory_new_zeroed((count + 1) * sizeof(const Stance *));
    making.seats = memory_new_zeroed((count + 1) * sizeof(const Mention *));
    find_best(roles, making.best);
    find_seats(&making);
    name_source(facts, article, passage->language);
    add_countries(&making);
    add_strikes(&making);
    add_host(&making);
    add_stated(&making);
    add_notes(&making);
    facts->countries =
        arena_copy(facts->arena, making.countries.items, making.countries.count * sizeof(FactsCountry));
    facts->country_count = making.countries.count;
    array_free(&making.countries);
    free(making.index);
    free((void *)making.best);
    free((void *)making.seats);
}

/* Evidence and notes of a table stand in the decoded text; facts speak of the bytes that came in. */
static void map_table(Facts *facts, const Article *article) {
    for (size_t i = 0; i < facts->country_count; i++) {
        Evidence *evidence = (Evidence *)facts->countries[i].evidence;
        for (size_t k = 0; k < facts->countries[i].evidence_count; k++) {
            evidence[k].start = article_source(article, evidence[k].start);
            evidence[k].end = article_source(article, evidence[k].end);
        }
    }
    Note *notes = (Note *)facts->notes;
    for (size_t i = 0; i < facts->note_count; i++) {
        notes[i].start = article_source(article, notes[i].start);
        notes[i].end = article_source(article, notes[i].end);
    }
}

static Facts *table_facts(const Reading *reading, dateline_error *error) {
    Facts *facts = facts_new();
    const Article *article = &reading->article;
    name_source(facts, article, reading->passage.language);
    if (table_read(facts, reading->passage.language, article->text, article->size, article->name, error)) {
        map_table(facts, article);
        return facts;
    }
    dateline_facts_free(facts);
    return NULL;
}

Facts *reading_facts(Reading *reading, dateline_error *error) {
    if (reading->article.is_table) return table_facts(reading, error);
    Facts *facts = facts_new();
    make_facts(facts, &reading->article, &reading->passage, &reading->roles);
    return facts;
}
