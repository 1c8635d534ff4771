/* See facts.h. Facts as JSON: one country, one strike, one note a line, so that people can read and correct
 * them. */
#include "base/json.h"
#include "base/text.h"
#include "facts.h"

#include <string.h>

static void add_string(Text *text, const char *string) {
    if (string)
        json_quote(text, string);
    else
        text_add(text, "null");
}

static void add_key(Text *text, const char *key, const char *string) {
    json_quote(text, key);
    text_add(text, ": ");
    add_string(text, string);
}

static void add_optional(Text *text, const char *key, const char *string) {
    if (!string) return;
    text_add(text, ", ");
    add_key(text, key, string);
}

/* The names and labels of roles beside the six, in their order. */
static void add_own_roles(Text *text, const OwnRoles *own) {
    if (!own->count) return;
    text_add(text, ",\n  \"roles\": {");
    for (size_t i = 0; i < own->count; i++) {
        if (i) text_add(text, ", ");
        json_quote(text, own->items[i].name);
        text_add(text, ": {");
        if (own->items[i].label) add_key(text, "label", own->items[i].label);
        text_add(text, "}");
    }
    text_add(text, "}");
}

static void add_roles(Text *text, const OwnRoles *own, unsigned roles) {
    const char *comma = "";
    text_add(text, "\"roles\": [");
    for (int i = 0; i < roles_count(own); i++)
        if (roles & role_at(i)) {
            text_add_format(text, "%s\"%s\"", comma, roles_name(own, role_at(i)));
            comma = ", ";
        }
    text_add(text, "]");
}

static void add_evidence(Text *text, const OwnRoles *own, const Evidence *evidence, size_t count) {
    text_add(text, ",\n     \"evidence\": [");
    for (size_t i = 0; i < count; i++) {
        const Evidence *one = &evidence[i];
        text_add(text, i ? ",\n       {" : "\n       {");
        text_add_format(text, "\"role\": \"%s\", \"start\": %zu, \"end\": %zu", roles_name(own, one->role),
                        one->start, one->end);
        add_optional(text, "quote", one->quote);
        add_optional(text, "rule", one->rule);
        add_optional(text, "sentence", one->sentence);
        text_add(text, "}");
    }
    text_add(text, "]}");
}

static void add_country(Text *text, const OwnRoles *own, const FactsCountry *country) {
    text_add(text, "\n    {");
    add_key(text, "id", country->id);
    text_add(text, ", ");
    add_key(text, "name", country->name);
    text_add(text, ", ");
    add_roles(text, own, country->roles);
    if (country->capital) {
        text_add(text, ", ");
        add_key(text, "capital", country->capital);
    }
    if (country->mentions) text_add_format(text, ", \"mentions\": %d", country->mentions);
    if (country->has_value) {
        text_add(text, ", \"value\": ");
        text_add_number(text, country->value, 9);
    }
    add_evidence(text, own, country->evidence, country->evidence_count);
}

static void add_count(Text *text, const StrikeCount *count) {
    if (!count->text) {
        text_add(text, "null");
        return;
    }
    text_add(text, "{\"value\": ");
    if (count->has_value)
        text_add_number(text, count->value, 3);
    else
        text_add(text, "null");
    add_optional(text, "bound", count->bound);
    add_optional(text, "text", count->text);
    text_add(text, "}");
}

static void add_places(Text *text, const StrikePlace *places, size_t count) {
    if (!count) return;
    text_add(text, ", \"places\": [");
    for (size_t i = 0; i < count; i++) {
        if (i) text_add(text, ", ");
        if (!places[i].has_position) {
            json_quote(text, places[i].name);
            continue;
        }
        text_add(text, "{");
        add_key(text, "name", places[i].name);
        text_add(text, ", \"lon\": ");
        text_add_number(text, places[i].longitude, 6);
        text_add(text, ", \"lat\": ");
        text_add_number(text, places[i].latitude, 6);
        text_add(text, "}");
    }
    text_add(text, "]");
}

static void add_strike(Text *text, const OwnRoles *own, const Strike *strike) {
    text_add(text, "\n    {");
    add_key(text, "target", strike->target);
    text_add(text, ", \"by\": [");
    for (size_t i = 0; i < strike->by_count; i++)
        text_add_format(text, "%s\"%s\"", i ? ", " : "", strike->by[i]);
    text_add(text, "], \"count\": ");
    add_count(text, &strike->count);
    add_optional(text, "since", strike->since);
    add_places(text, strike->places, strike->place_count);
    add_evidence(text, own, strike->evidence, strike->evidence_count);
}

static void add_note(Text *text, const Note *note) {
    text_add(text, "\n    {");
    add_key(text, "text", note->text);
    if (note->end > note->start)
        text_add_format(text, ", \"start\": %zu, \"end\": %zu", note->start, note->end);
    text_add(text, "}");
}

static void add_head(Text *text, const Facts *facts) {
    text_add(text, "{\n  \"dateline\": \"facts/1\",\n  ");
    add_key(text, "title", facts->title);
    if (facts->subtitle) {
        text_add(text, ",\n  ");
        add_key(text, "subtitle", facts->subtitle);
    }
    if (facts->value_name) {
        text_add(text, ",\n  ");
        add_key(text, "value_name", facts->value_name);
    }
    text_add(text, ",\n  ");
    add_key(text, "language", facts->language);
    text_add(text, ",\n  \"source\": {");
    add_key(text, "name", facts->source_name);
    text_add(text, ", ");
    add_key(text, "sha256", facts->source_sha256);
    text_add(text, "}");
}

static void add_stated_and_host(Text *text, const Facts *facts) {
    text_add(text, ",\n  \"stated_count\": ");
    if (facts->stated.known)
        text_add_format(text, "{\"value\": %d, \"of\": \"%s\", \"found\": %d}", facts->stated.value,
                        roles_name(&facts->roles, facts->stated.of), facts->stated.found);
    else
        text_add(text, "null");
    text_add(text, ",\n  \"host\": ");
    if (!facts->host.country) {
        text_add(text, "null");
        return;
    }
    text_add(text, "{");
    add_key(text, "country", facts->host.country);
    add_optional(text, "place", facts->host.place);
    text_add(text, "}");
}

char *dateline_facts_json(const Facts *facts) {
    Text text = {0};
    add_head(&text, facts);
    add_own_roles(&text, &facts->roles);
    text_add(&text, ",\n  \"countries\": [");
    for (size_t i = 0; i < facts->country_count; i++) {
        if (i) text_add(&text, ",");
        add_country(&text, &facts->roles, &facts->countries[i]);
    }
    text_add(&text, "],\n  \"strikes\": [");
    for (size_t i = 0; i < facts->strike_count; i++) {
        if (i) text_add(&text, ",");
        add_strike(&text, &facts->roles, &facts->strikes[i]);
    }
    text_add(&text, "]");
    add_stated_and_host(&text, facts);
    text_add(&text, ",\n  \"notes\": [");
    for (size_t i = 0; i < facts->note_count; i++) {
        if (i) text_add(&text, ",");
        add_note(&text, &facts->notes[i]);
    }
    text_add(&text, "]\n}\n");
    return text_take(&text);
}
