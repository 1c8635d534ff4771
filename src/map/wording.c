/* See wording.h. */
#include "wording.h"

#include "../base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The capital of a small letter of two bytes: Latin with accents, Greek and Cyrillic without most of theirs.
 */
static unsigned capital_of(unsigned code) {
    if ((code >= 0xE0 && code <= 0xFE && code != 0xF7) || (code >= 0x430 && code <= 0x44F))
        return code - 0x20;
    if (code >= 0x450 && code <= 0x45F) return code - 0x50;
    if (code >= 0x100 && code <= 0x137) return code & ~1u;
    return code;
}

const char *wording_of_start(Page *page, const char *text) {
    char *copy = arena_text(page->arena, text);
    unsigned first = (unsigned char)copy[0], second = first ? (unsigned char)copy[1] : 0;
    if (first >= 'a' && first <= 'z') copy[0] = (char)(first - 'a' + 'A');
    if (first >= 0xC2 && first <= 0xDF && second >= 0x80) {
        unsigned capital = capital_of((first & 0x1F) << 6 | (second & 0x3F));
        copy[0] = (char)(0xC0 | capital >> 6);
        copy[1] = (char)(0x80 | (capital & 0x3F));
    }
    return copy;
}

const char *wording_of_digits(Page *page, double number) {
    char plain[64];
    Text grouped = {0};
    double whole = floor(fabs(number));
    int decimals = whole == fabs(number) ? 0 : whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
    size_t length = (size_t)number_print(plain, number, decimals), integer = strcspn(plain, ".");
    for (size_t i = 0; i < length; i++) {
        if (i && i < integer && (integer - i) % 3 == 0 && plain[i - 1] != '-')
            text_add(&grouped, page->texts->thousands);
        if (plain[i] == '.')
            text_add(&grouped, page->texts->decimal);
        else
            text_add_char(&grouped, plain[i]);
    }
    const char *digits = arena_text(page->arena, grouped.bytes);
    text_free(&grouped);
    return digits;
}

const char *wording_of_number(Page *page, double number) {
    const char *word = page->texts->numbers;
    for (int i = 0; i < number && *word; i++) {
        word += strcspn(word, " ");
        word += *word == ' ';
    }
    if (!*word || number < 0) return wording_of_digits(page, number);
    return arena_text_part(page->arena, word, strcspn(word, " "));
}

const char *wording_of_name(Page *page, const Facts *facts, const char *id) {
    const FactsCountry *entry = facts_find(facts, id);
    const char *name = entry ? entry->name : id;
    if (!strstr(page->texts->article_codes, id)) return name;
    return arena_format(page->arena, "%s %s", page->texts->article, name);
}

const char *wording_joined(Page *page, const char *const *names, size_t count, const char *comma,
                           const char *and) {
    Text text = {0};
    for (size_t i = 0; i < count; i++) {
        if (i && i + 1 == count)
            text_add(&text, and);
        else if (i)
            text_add(&text, comma);
        text_add(&text, names[i]);
    }
    const char *list = arena_text(page->arena, text.bytes ? text.bytes : "");
    text_free(&text);
    return list;
}

const char *wording_of_list(Page *page, const char *const *names, size_t count) {
    return wording_joined(page, names, count, page->texts->comma, page->texts->and);
}

static bool strikes(const Strike *strike, const char *id) {
    for (size_t i = 0; i < strike->by_count; i++)
        if (!strcmp(strike->by[i], id)) return true;
    return false;
}

/* The targets of one striker, as a list in words. */
static const char *targets_of(Page *page, const Facts *facts, const char *id) {
    const char **names = ARENA_ARRAY(page->arena, const char *, facts->strike_count);
    size_t count = 0;
    for (size_t i = 0; i < facts->strike_count; i++)
        if (strikes(&facts->strikes[i], id))
            names[count++] = wording_of_name(page, facts, facts->strikes[i].target);
    return wording_of_list(page, names, count);
}

static const char *said_of_target(Page *page, const Facts *facts, const char *id) {
    const StyleTexts *texts = page->texts;
    for (size_t i = 0; i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        if (!strcmp(strike->target, id) && strike->count.text)
            return page_fill_in(page, texts->says_target_count, "count",
                                wording_of_count_within(page, &strike->count), NULL);
    }
    return texts->says_target;
}

static const char *said_of_role(Page *page, const Facts *facts, const char *id, Role role) {
    const StyleTexts *texts = page->texts;
    switch (role) {
    case ROLE_PARTICIPANT:
        return texts->says_participant;
    case ROLE_STRIKER: {
        const char *targets = targets_of(page, facts, id);
        return *targets ? page_fill_in(page, texts->says_striker, "targets", targets, NULL) : NULL;
    }
    case ROLE_TARGET:
        return said_of_target(page, facts, id);
    case ROLE_HOST:
        return texts->says_host;
    case ROLE_DECLINED:
        return texts->says_declined;
    case ROLE_MENTIONED:
        return texts->says_mentioned;
    }
    return roles_label(page->arena, &facts->roles, role);
}

const char *wording_of_cast(Page *page, const Facts *facts, const FactsCountry *entry) {
    unsigned roles =
        entry->roles & ~(unsigned)ROLE_MENTIONED ? entry->roles & ~(unsigned)ROLE_MENTIONED : entry->roles;
    const char *text = entry->name, *separator = page->texts->colon;
    for (int i = 0; i < roles_count(&facts->roles); i++) {
        const char *said = roles & role_at(i) ? said_of_role(page, facts, entry->id, role_at(i)) : NULL;
        if (!said) continue;
        text = arena_format(page->arena, "%s%s%s", text, separator, said);
        separator = page->texts->semicolon;
    }
    return text;
}

/* The targets that every member of a class strikes; where there is none in common, all of them. */
static const char *class_targets(Page *page, const Story *story, const StoryClass *which) {
    const Facts *facts = story->facts;
    const char **common = ARENA_ARRAY(page->arena, const char *, facts->strike_count);
    const char **all = ARENA_ARRAY(page->arena, const char *, facts->strike_count);
    size_t common_count = 0;
    for (size_t i = 0; i < facts->strike_count; i++) {
        int members = 0;
        for (size_t j = 0; j < story->cast_count; j++)
            members +=
                story->cast[j].look == which->look && strikes(&facts->strikes[i], story->cast[j].facts->id);
        all[i] = wording_of_name(page, facts, facts->strikes[i].target);
        if (members == which->count) common[common_count++] = all[i];
    }
    return common_count ? wording_of_list(page, common, common_count)
                        : wording_of_list(page, all, facts->strike_count);
}

static const char *class_members(Page *page, const Story *story, const StoryClass *which) {
    const char **names = ARENA_ARRAY(page->arena, const char *, story->cast_count);
    size_t count = 0;
    for (size_t i = 0; i < story->cast_count; i++)
        if (story->cast[i].look == which->look || story->cast[i].overlay == which->look)
            names[count++] = wording_of_name(page, story->facts, story->cast[i].facts->id);
    return wording_of_list(page, names, count);
}

static bool has_strikers(const Story *story) {
    for (size_t i = 0; i < story->class_count; i++)
        if (story->classes[i].look->roles & ROLE_STRIKER) return true;
    return false;
}

/* What the class does of what the six roles say; empty for nothing. */
static const char *known_part(Page *page, const Story *story, const StoryClass *which) {
    const StyleTexts *texts = page->texts;
    unsigned roles = which->look->roles;
    if (roles & ROLE_STRIKER)
        return page_fill_in(page, roles & ROLE_PARTICIPANT ? texts->participant_striker : texts->striker,
                            "targets", class_targets(page, story, which), NULL);
    if (roles & ROLE_PARTICIPANT)
        return has_strikers(story) ? texts->participant_beside_strikers : texts->participant;
    if (roles & ROLE_DECLINED) return texts->declined;
    return roles & ROLE_MENTIONED || !(roles & ROLES_OWN) ? texts->mentioned : "";
}

/* The roles of the facts' own, in their words. */
static const char *own_part(Page *page, const Facts *facts, unsigned roles) {
    const char *names[MOST_OWN_ROLES];
    size_t count = 0;
    for (int i = ROLE_COUNT; i < roles_count(&facts->roles); i++)
        if (roles & role_at(i)) names[count++] = roles_label(page->arena, &facts->roles, role_at(i));
    return wording_of_list(page, names, count);
}

const char *wording_of_class(Page *page, const Story *story, const StoryClass *which) {
    enum { MOST_NAMED = 3 };
    const StyleTexts *texts = page->texts;
    const RoleLook *look = which->look;
    if (look->legend && *look->legend) return look->legend;
    if (look->overlay)
        return page_fill_in(page, which->count > MOST_NAMED ? texts->target_many : texts->target, "countries",
                            class_members(page, story, which), NULL);
    const char *known = known_part(page, story, which), *own = own_part(page, story->facts, look->roles);
    return arena_format(page->arena, "%s%s%s", known, *known && *own ? texts->comma : "", own);
}

const char *wording_of_class_shortly(Page *page, const Story *story, const StoryClass *which) {
    const StyleTexts *texts = page->texts;
    const RoleLook *look = which->look;
    if (look->overlay) return texts->short_target;
    if (look->roles & ROLES_OWN) return own_part(page, story->facts, look->roles);
    if (look->roles & ROLE_STRIKER) return texts->short_striker;
    if (!(look->roles & ROLE_PARTICIPANT)) return texts->mentioned;
    return has_strikers(story) ? texts->short_participant_beside_strikers : texts->short_participant;
}

const char *wording_of_strikes(Page *page, const Facts *facts) {
    const StyleTexts *texts = page->texts;
    const char *since = NULL;
    bool same = page->heard == page->tongue; /* "August" is a word of the article's */
    for (size_t i = 0; same && i < facts->strike_count && !since; i++) since = facts->strikes[i].since;
    return since ? page_fill_in(page, texts->strikes_since, "since", since, NULL) : texts->strikes;
}

/* The strike that most of those taking part carry out. */
static const Strike *main_strike(const Facts *facts, int *participants) {
    const Strike *best = NULL;
    *participants = 0;
    for (size_t i = 0; i < facts->strike_count; i++) {
        int count = 0;
        for (size_t j = 0; j < facts->strikes[i].by_count; j++) {
            const FactsCountry *entry = facts_find(facts, facts->strikes[i].by[j]);
            count += entry && entry->roles & ROLE_PARTICIPANT;
        }
        if (count > *participants) best = &facts->strikes[i], *participants = count;
    }
    return best;
}

static const char *alone(Page *page, const Facts *facts, const Strike *main) {
    for (size_t i = 0; i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        if (strike != main && strike->by_count == 1 && strikes(main, strike->by[0]))
            return page_fill_in(page, page->texts->subtitle_alone, "target",
                                wording_of_name(page, facts, strike->target), "country",
                                wording_of_name(page, facts, strike->by[0]), NULL);
    }
    return NULL;
}

const char *wording_of_subtitle(Page *page, const Story *story) {
    const StyleTexts *texts = page->texts;
    const Facts *facts = story->facts;
    int total = facts_count(facts, ROLE_PARTICIPANT, 0), strikers;
    const Strike *strike = main_strike(facts, &strikers);
    const char *first = "", *second = NULL;
    if (total == 0) return NULL;
    if (facts->stated.known && facts->stated.of == ROLE_PARTICIPANT && total < facts->stated.value)
        first = page_fill_in(page, texts->subtitle_of_stated, "Found",
                             wording_of_start(page, wording_of_number(page, total)), "stated",
                             wording_of_number(page, facts->stated.value), NULL);
    else if (!strike)
        first = page_fill_in(page, texts->subtitle_count, "Count",
                             wording_of_start(page, wording_of_number(page, total)), NULL);
    if (strike && strikers < total) {
        const char *said = page_fill_in(
            page, strikers == 1 ? texts->subtitle_striker : texts->subtitle_strikes, "Count",
            wording_of_start(page, wording_of_number(page, strikers)), "total",
            wording_of_number(page, total), "target", wording_of_name(page, facts, strike->target), NULL);
        first = arena_format(page->arena, "%s%s%s", first, *first ? texts->sentence : "", said);
        second = alone(page, facts, strike);
    }
    return second ? arena_format(page->arena, "%s%s%s", first, texts->sentence, second) : first;
}

/* Whether a country of the story has parts on another continent that stay unshaded. */
static bool leaves_overseas(const Page *page, const Story *story) {
    for (size_t i = 0; !page->style->map.overseas && i < story->cast_count; i++)
        for (size_t j = 0; j < story->cast[i].country->polygon_count; j++)
            if (story->cast[i].country->polygons[j].overseas) return true;
    return false;
}

const char *wording_of_key(Page *page, const char *list, const char *key) {
    size_t size = strlen(key);
    while (*list) {
        size_t length = strcspn(list, "|");
        if (length > size && !strncmp(list, key, size) && list[size] == ':')
            return arena_text_part(page->arena, list + size + 1, length - size - 1);
        list += length + (list[length] == '|');
    }
    return NULL;
}

const char *wording_of_source(Page *page, const Story *story, const Atlas *atlas, const char *source) {
    const StyleTexts *texts = page->texts;
    const char *line = page_fill_in(page, texts->source, "source", source ? source : texts->source_default,
                                    "borders", atlas_borders_note(atlas, page->tongue->language), NULL);
    if (story->has_towns) line = arena_format(page->arena, "%s%s%s", line, texts->sentence, texts->places);
    if (!leaves_overseas(page, story)) return line;
    return arena_format(page->arena, "%s%s%s", line, texts->sentence, texts->overseas);
}
