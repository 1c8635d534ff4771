/*
 * The article as an editor checks it: every mention marked with its country and roles, every rule that fired
 * named, doubts at the end. Knows what reading found and decides nothing.
 */
#include "../base/text.h"
#include "reader.h"

#include <stdlib.h>
#include <string.h>

typedef struct Marking {
    const Reading *reading;
    const dateline_facts *facts;
    Text text;
    bool colour;
} Marking;

static const char *colour_of(unsigned roles) {
    if (roles & ROLE_TARGET) return "\x1B[1;31m";
    if (roles & ROLE_STRIKER) return "\x1B[1;34m";
    if (roles & ROLE_HOST) return "\x1B[1;35m";
    if (roles & ROLE_PARTICIPANT) return "\x1B[1;32m";
    if (roles & ROLE_DECLINED) return "\x1B[33m";
    return "\x1B[36m";
}

static void add_coloured(Marking *marking, const char *colour, const char *bytes, size_t size) {
    if (marking->colour) text_add(&marking->text, colour);
    text_add_part(&marking->text, bytes, size);
    if (marking->colour) text_add(&marking->text, "\x1B[0m");
}

static void add_roles(Marking *marking, const FactsCountry *country) {
    text_add_format(&marking->text, "[%s", country->id);
    for (int i = 0; i < ROLE_COUNT; i++)
        if (country->roles & role_at(i) && role_at(i) != ROLE_MENTIONED)
            text_add_format(&marking->text, " %s", role_name(role_at(i)));
    text_add_char(&marking->text, ']');
}

/* Control characters of the article must not reach the terminal. */
static void add_plain(Marking *marking, size_t from, size_t to) {
    const char *bytes = marking->reading->passage.text;
    for (size_t at = from; at < to; at++) {
        unsigned char byte = (unsigned char)bytes[at];
        if (byte >= 0x20 || byte == '\n' || byte == '\t') text_add_char(&marking->text, bytes[at]);
    }
}

static void add_mention(Marking *marking, const Mention *mention, size_t start, size_t end) {
    const Passage *passage = &marking->reading->passage;
    if (mention_counts(mention)) {
        const FactsCountry *country =
            facts_find(marking->facts, passage->language->countries.items[mention->country].id);
        add_coloured(marking, colour_of(country ? country->roles : 0), passage->text + start, end - start);
        if (country) add_roles(marking, country);
        return;
    }
    add_plain(marking, start, end);
    if (mention->kind == NAME_BLOC)
        text_add(&marking->text, "{bloc}");
    else if (mention->why && mention->kind != NAME_OTHER)
        text_add_format(&marking->text, "{no country: %s}", mention->why);
}

static void add_article(Marking *marking) {
    const Passage *passage = &marking->reading->passage;
    size_t next = 0;
    for (size_t i = 0; i < marking->reading->article.parts.count; i++) {
        const Part *part = &marking->reading->article.parts.items[i];
        size_t at = part->start;
        for (; next < passage->mentions.count; next++) {
            const Mention *mention = &passage->mentions.items[next];
            size_t start = passage->tokens.items[mention->first].start;
            size_t end = passage->tokens.items[mention->first + mention->count - 1].end;
            if (start >= part->end || start < at) break;
            add_plain(marking, at, start);
            add_mention(marking, mention, start, end);
            at = end;
        }
        add_plain(marking, at, part->end);
        text_add(&marking->text, part->headline ? "\n\n" : "");
    }
    text_add_char(&marking->text, '\n');
}

static void add_evidence(Marking *marking) {
    for (size_t i = 0; i < marking->facts->country_count; i++) {
        const FactsCountry *country = &marking->facts->countries[i];
        for (size_t k = 0; k < country->evidence_count; k++) {
            const Evidence *evidence = &country->evidence[k];
            if (evidence->role == ROLE_MENTIONED) continue;
            text_add_format(&marking->text, "%s %s: \"%s\" at %zu, by the rule \"%s\"\n", country->name,
                            role_name(evidence->role), evidence->quote, evidence->start,
                            evidence->rule ? evidence->rule : "");
        }
    }
}

static void add_strikes(Marking *marking) {
    for (size_t i = 0; i < marking->facts->strike_count; i++) {
        const Strike *strike = &marking->facts->strikes[i];
        text_add_format(&marking->text, "strikes on %s by", strike->target);
        for (size_t k = 0; k < strike->by_count; k++) text_add_format(&marking->text, " %s", strike->by[k]);
        if (!strike->by_count) text_add(&marking->text, " nobody who is named");
        if (strike->count.text) text_add_format(&marking->text, ": %s", strike->count.text);
        text_add_char(&marking->text, '\n');
    }
}

static void add_notes(Marking *marking) {
    const dateline_facts *facts = marking->facts;
    if (facts->stated.known)
        text_add_format(&marking->text, "stated: %d, found: %d\n", facts->stated.value, facts->stated.found);
    if (facts->host.country)
        text_add_format(&marking->text, "host: %s%s%s\n", facts->host.country, facts->host.place ? ", " : "",
                        facts->host.place ? facts->host.place : "");
    for (size_t i = 0; i < facts->note_count; i++) {
        text_add_format(&marking->text, "note: %s", facts->notes[i].text);
        if (facts->notes[i].end > facts->notes[i].start)
            text_add_format(&marking->text, " (at %zu)", facts->notes[i].start);
        text_add_char(&marking->text, '\n');
    }
}

char *dateline_explain(const dateline_words *words, const char *bytes, size_t size,
                       const dateline_read_options *options, bool colour, dateline_error *error) {
    Reading reading;
    if (!reading_open(&reading, words, bytes, size, options, error)) return NULL;
    dateline_facts *facts = reading_facts(&reading, error);
    if (!facts) {
        reading_close(&reading);
        return NULL;
    }
    Marking marking = {.reading = &reading, .facts = facts, .colour = colour};
    if (!reading.article.is_table) add_article(&marking);
    add_evidence(&marking);
    add_strikes(&marking);
    add_notes(&marking);
    dateline_facts_free(facts);
    reading_close(&reading);
    return text_take(&marking.text);
}
