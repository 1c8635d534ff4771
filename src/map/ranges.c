/* See ranges.h. */
#include "ranges.h"

#include "../style/apart.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

static double number_of(const FactsCountry *country, bool is_count) {
    return is_count ? country->mentions : country->has_value ? country->value : NAN;
}

bool ranges_needed(const Facts *facts, bool *is_count) {
    bool valued = false, repeated = false;
    for (size_t i = 0; i < facts->country_count; i++) {
        const FactsCountry *country = &facts->countries[i];
        if (country->roles & (ROLE_PARTICIPANT | ROLE_STRIKER | ROLE_TARGET | ROLES_OWN)) return false;
        valued |= country->has_value;
        repeated |= country->mentions > 1;
    }
    *is_count = !valued;
    return valued || repeated;
}

static int by_number(const void *a, const void *b) {
    const double *first = a, *second = b;
    return (*first > *second) - (*first < *second);
}

/* The numbers in order; how many there are. */
static size_t sorted_numbers(Page *page, const Facts *facts, bool is_count, double **sorted) {
    size_t count = 0;
    *sorted = ARENA_ARRAY(page->arena, double, facts->country_count);
    for (size_t i = 0; i < facts->country_count; i++) {
        double number = number_of(&facts->countries[i], is_count);
        if (!isnan(number)) (*sorted)[count++] = number;
    }
    qsort(*sorted, count, sizeof **sorted, by_number);
    return count;
}

/* Where class index of classes begins: at a quantile, or at an equal step between the extremes. */
static double lower_break(const Page *page, const double *sorted, size_t count, size_t index,
                          size_t classes) {
    double share = (double)index / (double)classes;
    if (page->style->values.breaks.count) return page->style->values.breaks.items[index - 1];
    if (page->style->values.method == METHOD_EQUAL)
        return sorted[0] + (sorted[count - 1] - sorted[0]) * share;
    return sorted[(size_t)(share * (double)count)];
}

/* Cuts the sorted numbers at the breaks; equal numbers never part, and empty classes vanish. */
static void cut(const Page *page, const double *sorted, size_t count, size_t classes, double *lowest,
                double *highest, size_t *found) {
    *found = 0;
    for (size_t i = 0, next = 0; i < classes && next < count; i++) {
        bool last = i + 1 == classes;
        double end = last ? INFINITY : lower_break(page, sorted, count, i + 1, classes);
        size_t first = next;
        while (next < count && (sorted[next] < end || (last && next < count))) next++;
        if (next == first) continue;
        lowest[*found] = sorted[first];
        highest[(*found)++] = sorted[next - 1];
    }
}

/* A palette with fewer or more colours than there are classes gives those nearest to even steps. */
static Colour colour_at(const ValueStyle *values, double share) {
    const ColourRamp *palette = &values->palette;
    if (palette->count == 0) return colour_mix(values->low, values->high, share);
    return palette->colours[(int)(share * (palette->count - 1) + 0.5)];
}

/* Which of the classes that the style's breaks make a number belongs to. */
static int given_class(const NumberBreaks *breaks, double number) {
    int class = 0;
    while (class < breaks->count && number >= breaks->items[class]) class ++;
    return class;
}

/* Of the class from the lowest number on, which is index from the top. Where the breaks are given, a class
 * keeps its colour on every map. */
static RoleLook look_of(const Page *page, size_t index, size_t count, double lowest) {
    const NumberBreaks *breaks = &page->style->values.breaks;
    double share = count > 1 ? 1 - (double)index / (double)(count - 1) : 1;
    if (breaks->count) share = (double)given_class(breaks, lowest) / breaks->count;
    RoleLook look = {.key = "value", .roles = ROLE_MENTIONED};
    look.fill.colour = colour_at(&page->style->values, share);
    look.label = readable_on(page->style, look.fill.colour);
    return look;
}

/* Of a country that the table has and gives no number. */
static RoleLook look_without(const Page *page) {
    return (RoleLook){.key = "no data",
                      .roles = ROLE_DECLINED, /* the last of the legend */
                      .fill = page->style->values.no_data,
                      .label = page->style->text.country.colour};
}

const Ranges *ranges_new(Page *page, const Facts *facts, bool is_count) {
    double *sorted, low[MOST_CLASSES], high[MOST_CLASSES];
    size_t count = sorted_numbers(page, facts, is_count, &sorted),
           classes = (size_t)page->style->values.classes;
    if (page->style->values.breaks.count) classes = (size_t)page->style->values.breaks.count + 1;
    Ranges *ranges = ARENA_NEW(page->arena, Ranges);
    cut(page, sorted, count, classes < MOST_CLASSES ? classes : MOST_CLASSES, low, high, &ranges->count);
    double *lowest = ARENA_ARRAY(page->arena, double, ranges->count);
    double *highest = ARENA_ARRAY(page->arena, double, ranges->count);
    RoleLook *looks = ARENA_ARRAY(page->arena, RoleLook, ranges->count + 1);
    for (size_t i = 0; i < ranges->count; i++) {
        lowest[i] = low[ranges->count - 1 - i];
        highest[i] = high[ranges->count - 1 - i];
        looks[i] = look_of(page, i, ranges->count, lowest[i]);
    }
    looks[ranges->count] = look_without(page);
    ranges->looks = looks;
    ranges->look_count = ranges->count + (is_count ? 0 : 1);
    ranges->lowest = lowest;
    ranges->highest = highest;
    ranges->is_count = is_count;
    return ranges;
}

const RoleLook *ranges_look(const Ranges *ranges, const FactsCountry *country) {
    double number = number_of(country, ranges->is_count);
    for (size_t i = 0; i < ranges->count; i++)
        if (number >= ranges->lowest[i] && number <= ranges->highest[i]) return &ranges->looks[i];
    return ranges->look_count > ranges->count ? &ranges->looks[ranges->count] : NULL;
}

/* The limits of a class that the style gives: "< 10", "10-50", ">= 50" in signs that every language reads. */
static const char *given_text(Page *page, const NumberBreaks *breaks, double lowest) {
    int class = given_class(breaks, lowest);
    const char *low = class ? wording_of_digits(page, breaks->items[class - 1]) : "";
    const char *high = class < breaks->count ? wording_of_digits(page, breaks->items[class]) : "";
    if (!class) return arena_format(page->arena, "<\302\240%s", high);
    if (class == breaks->count) return arena_format(page->arena, "\342\211\245\302\240%s", low);
    return page_fill_in(page, page->texts->value_range, "low", low, "high", high, NULL);
}

const char *ranges_text(Page *page, const Ranges *ranges, const RoleLook *look) {
    const StyleTexts *texts = page->texts;
    size_t index = (size_t)(look - ranges->looks);
    if (index == ranges->count) return texts->no_data;
    if (page->style->values.breaks.count && !ranges->is_count)
        return given_text(page, &page->style->values.breaks, ranges->lowest[index]);
    double low = ranges->lowest[index], high = ranges->highest[index];
    const char *pattern =
        ranges->is_count
            ? low == high ? low == 1 ? texts->mentioned_once : texts->mentioned_times : texts->mentioned_range
        : low == high ? "{low}"
                      : texts->value_range;
    return page_fill_in(page, pattern, "low", wording_of_digits(page, low), "high",
                        wording_of_digits(page, high), NULL);
}
