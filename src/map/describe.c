/* See describe.h. */
#include "describe.h"

#include "../base/text.h"
#include "ranges.h"
#include "wording.h"

#include <string.h>

enum { FEW = 3, MOST_REASONS = 5, MOST_STRIKES = 3, MOST_SHADED = 6 };

/* The names of a list, or of its first and how many more. */
static const char *some_names(Page *page, const char *const *names, size_t count, size_t most) {
    const char *first = names[0];
    if (count <= most) return wording_of_list(page, names, count);
    for (size_t i = 1; i < most - 1; i++)
        first = arena_format(page->arena, "%s%s%s", first, page->texts->comma, names[i]);
    return page_fill_in(page, page->words->and_more, "countries", first, "count",
                        wording_of_number(page, (double)(count - most + 1)), NULL);
}

/* The names of all in the facts who have a role, or of everybody in the cast for ROLE_MENTIONED. */
static size_t names_with(Page *page, const Story *story, Role role, const char ***names) {
    size_t count = 0;
    *names = ARENA_ARRAY(page->arena, const char *, story->cast_count);
    for (size_t i = 0; i < story->cast_count; i++) {
        const FactsCountry *entry = story->cast[i].facts;
        if (role == ROLE_MENTIONED || entry->roles & role)
            (*names)[count++] = wording_of_name(page, story->facts, entry->id);
    }
    return count;
}

/* "the 21 countries taking part". */
static const char *data_of(Page *page, const Story *story) {
    const StyleWords *texts = page->words;
    const char **names;
    size_t count = names_with(page, story, ROLE_PARTICIPANT, &names);
    if (count > FEW)
        return page_fill_in(page, texts->alt_participants, "count", wording_of_number(page, (double)count),
                            NULL);
    if (count)
        return page_fill_in(page, texts->alt_few, "countries", wording_of_list(page, names, count), NULL);
    if (story->facts->strike_count) return texts->alt_strikers;
    bool valued = story->ranges && !story->ranges->is_count;
    count = names_with(page, story, ROLE_MENTIONED, &names);
    if (count <= FEW && !valued)
        return page_fill_in(page, texts->alt_mentions_few, "countries", wording_of_list(page, names, count),
                            NULL);
    return page_fill_in(page, valued ? texts->alt_values : texts->alt_mentions, "count",
                        wording_of_number(page, (double)story->cast_count), NULL);
}

/* "eight of them carry out air strikes in Iraq". */
static const char *strike_reason(Page *page, const Story *story, const Strike *strike) {
    const StyleWords *texts = page->words;
    const char *target = wording_of_name(page, story->facts, strike->target);
    const char **names = ARENA_ARRAY(page->arena, const char *, strike->by_count);
    bool all_take_part = true;
    for (size_t i = 0; i < strike->by_count; i++) {
        const FactsCountry *entry = facts_find(story->facts, strike->by[i]);
        all_take_part &= entry && entry->roles & ROLE_PARTICIPANT;
        names[i] = wording_of_name(page, story->facts, strike->by[i]);
    }
    if (strike->by_count == 1)
        return page_fill_in(page, texts->alt_strikes_one, "country", names[0], "target", target, NULL);
    const char *who = strike->by_count <= FEW
                          ? wording_of_list(page, names, strike->by_count)
                          : page_fill_in(page, all_take_part ? texts->alt_of_them : texts->alt_countries,
                                         "count", wording_of_number(page, (double)strike->by_count), NULL);
    return page_fill_in(page, texts->alt_strikes, "countries", who, "target", target, NULL);
}

static const char *highest_reason(Page *page, const Story *story) {
    const FactsCountry *best = NULL;
    bool is_count = story->ranges->is_count;
    for (size_t i = 0; i < story->cast_count; i++) {
        const FactsCountry *entry = story->cast[i].facts;
        if (!is_count && !entry->has_value) continue;
        if (!best || (is_count ? entry->mentions > best->mentions : entry->value > best->value)) best = entry;
    }
    if (!best) return NULL;
    return page_fill_in(page, page->words->alt_highest, "country",
                        wording_of_name(page, story->facts, best->id), "value",
                        wording_of_digits(page, is_count ? best->mentions : best->value), NULL);
}

/* "Germany and Italy are marked as Axis", a sentence a role of the facts' own. */
static size_t role_reasons(Page *page, const Story *story, const char *reasons[], size_t most) {
    const OwnRoles *own = &story->facts->roles;
    size_t count = 0;
    for (int i = ROLE_COUNT; i < roles_count(own) && count < most; i++) {
        const char **names;
        size_t shown = names_with(page, story, role_at(i), &names);
        if (shown)
            reasons[count++] = page_fill_in(page, page->words->alt_role, "countries",
                                            some_names(page, names, shown, MOST_SHADED), "role",
                                            roles_label(page->arena, own, role_at(i)), NULL);
    }
    return count;
}

/* What the reader should take away: the strikes, else the highest number, else who is shaded; then the host
 * and who declined. */
static size_t reasons_of(Page *page, const Story *story, const char *reasons[MOST_REASONS]) {
    const StyleWords *texts = page->words;
    const Facts *facts = story->facts;
    const char **names;
    size_t count = 0;
    for (size_t i = 0; i < facts->strike_count && count < MOST_STRIKES; i++)
        if (facts->strikes[i].by_count) reasons[count++] = strike_reason(page, story, &facts->strikes[i]);
    count += role_reasons(page, story, reasons + count, MOST_STRIKES - count);
    if (!count && story->ranges && highest_reason(page, story))
        reasons[count++] = highest_reason(page, story);
    size_t shown = names_with(page, story, ROLE_PARTICIPANT, &names);
    if (!shown) shown = names_with(page, story, ROLE_MENTIONED, &names);
    if (!count && shown > FEW)
        reasons[count++] = page_fill_in(page, texts->alt_shaded, "countries",
                                        some_names(page, names, shown, MOST_SHADED), NULL);
    if (facts->host.place)
        reasons[count++] = page_fill_in(page, texts->alt_host, "city", facts->host.place, NULL);
    size_t declined = names_with(page, story, ROLE_DECLINED, &names);
    if (declined && facts_count(facts, ROLE_PARTICIPANT, 0))
        reasons[count++] = page_fill_in(page, texts->alt_declined, "countries",
                                        some_names(page, names, declined, FEW), NULL);
    return count;
}

const char *describe_alt(Page *page, const Story *story) {
    const char *reasons[MOST_REASONS];
    size_t count = reasons_of(page, story, reasons);
    return page_fill_in(
        page, count ? page->words->alt : page->words->alt_plain, "data", data_of(page, story), "reason",
        wording_joined(page, reasons, count, page->words->alt_comma, page->words->alt_and), NULL);
}

/* The legend's text in one line. */
static const char *unbroken(Page *page, const char *string) {
    Text text = {0};
    for (; *string; string++)
        if (*string == '|')
            text_add(&text, page->texts->sentence);
        else
            text_add_char(&text, *string);
    const char *line = arena_text(page->arena, text.bytes ? text.bytes : "");
    text_free(&text);
    return line;
}

static void add_class(Page *page, const Story *story, const StoryClass *which, Text *text) {
    const char **names = ARENA_ARRAY(page->arena, const char *, story->cast_count);
    size_t count = 0;
    for (size_t i = 0; i < story->cast_count; i++)
        if (story->cast[i].look == which->look || story->cast[i].overlay == which->look)
            names[count++] = wording_of_name(page, story->facts, story->cast[i].facts->id);
    if (!story->ranges || story->ranges->is_count) text_add_format(text, "%d ", which->count);
    const char *said = unbroken(page, which->text);
    /* The legend names the few that are struck itself. */
    if (which->look->overlay && count <= FEW)
        text_add_format(text, "%s%s\n\n", said, page->texts->stop);
    else
        text_add_format(text, "%s\n\n",
                        page_fill_in(page, page->words->class_countries, "class", said, "countries",
                                     wording_of_list(page, names, count), NULL));
}

static void add_paragraph(Text *text, const char *string) {
    if (string && *string) text_add_format(text, "%s\n\n", string);
}

const char *describe_long(Page *page, const Story *story) {
    Text text = {0};
    add_paragraph(&text, story->title);
    add_paragraph(&text, story->subtitle);
    for (size_t i = 0; i < story->class_count; i++) add_class(page, story, &story->classes[i], &text);
    for (size_t i = 0; i < story->cast_count; i++)
        if (story->cast[i].overlay) add_paragraph(&text, story->cast[i].title);
    if (story->facts->host.place)
        add_paragraph(&text,
                      page_fill_in(page, page->texts->host_label, "city", story->facts->host.place, NULL));
    while (text.size && text.bytes[text.size - 1] == '\n') text.size--;
    const char *copy = arena_text_part(page->arena, text.bytes, text.size);
    text_free(&text);
    return copy;
}

/* The first sentence that was kept, of the most telling role; a quote where there is none. */
static const char *evidence_of(const FactsCountry *entry) {
    for (size_t i = 0; i < entry->evidence_count; i++)
        if (entry->evidence[i].sentence && entry->evidence[i].role != ROLE_MENTIONED)
            return entry->evidence[i].sentence;
    for (size_t i = 0; i < entry->evidence_count; i++)
        if (entry->evidence[i].sentence) return entry->evidence[i].sentence;
    return entry->evidence_count && entry->evidence[0].quote ? entry->evidence[0].quote : "";
}

static DescribedRow row_of(Page *page, const Cast *cast) {
    const FactsCountry *entry = cast->facts;
    size_t name = strlen(entry->name);
    DescribedRow row = {.code = entry->id, .name = entry->name, .number = "", .part = cast->title + name};
    if (*row.part) row.part += strlen(page->texts->colon);
    if (entry->has_value)
        row.number = wording_of_digits(page, entry->value);
    else if (entry->mentions)
        row.number = wording_of_digits(page, entry->mentions);
    row.evidence = evidence_of(entry);
    return row;
}

DescribedTable describe_table(Page *page, const Story *story) {
    DescribedTable table = {0};
    DescribedRow *rows = ARENA_ARRAY(page->arena, DescribedRow, story->cast_count);
    table.rows = rows;
    for (size_t i = 0; i < story->cast_count; i++) {
        rows[table.count++] = row_of(page, &story->cast[i]);
        table.has_number |= story->ranges && rows[i].number[0];
        table.has_evidence |= rows[i].evidence[0] != 0;
    }
    return table;
}
