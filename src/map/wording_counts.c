/* See wording.h: how many strikes, in the words of the page, and as a number that sizes their sign. */
#include "wording.h"

#include <string.h>

/* Which of the words of a list "a|b|c" a text begins with or, for within, holds; -1 for none. */
static int word_of(const char *list, const char *text, bool within) {
    for (int index = 0; *list; index++) {
        size_t length = strcspn(list, "|");
        for (const char *at = text; *at; at++) {
            if (length && !strncasecmp(at, list, length)) return index;
            if (!within) break;
        }
        list += length + (list[length] == '|');
    }
    return -1;
}

static const char *nth_word(Page *page, const char *list, int index) {
    for (; index > 0; index--) list += strcspn(list, "|") + 1;
    return arena_text_part(page->arena, list, strcspn(list, "|"));
}

/* A bound without a number, such as "hundreds": in the article's own words, or what they are in the page's
 * language. */
static const char *amount(Page *page, const char *said) {
    int index = page->heard == page->tongue ? -1 : word_of(page->heard->texts.amounts, said, true);
    return index < 0 ? said : nth_word(page, page->texts->amounts, index);
}

/* Bounds are heard in the article's language and said in the page's. */
static const char *count_within(Page *page, const StrikeCount *count) {
    const StyleTexts *texts = page->texts, *heard = &page->heard->texts;
    if (!count->has_value) {
        const char *said = count->bound ? count->bound : count->text;
        return said ? amount(page, said) : NULL;
    }
    const char *bound = count->bound ? count->bound : "", *pattern = "{count}";
    if (word_of(heard->bounds_more, bound, false) >= 0)
        pattern = texts->more_than;
    else if (word_of(heard->bounds_less, bound, false) >= 0)
        pattern = texts->at_most;
    else if (word_of(heard->bounds_nearly, bound, false) >= 0)
        pattern = texts->nearly;
    else if (word_of(heard->bounds_about, bound, false) >= 0)
        pattern = texts->about;
    return page_fill_in(page, pattern, "count", wording_of_digits(page, count->value), NULL);
}

const char *wording_of_count(Page *page, const StrikeCount *count) {
    const char *said = count_within(page, count);
    return said ? wording_of_start(page, said) : NULL;
}

const char *wording_of_count_within(Page *page, const StrikeCount *count) {
    return page->heard == page->tongue ? count->text : count_within(page, count);
}

/* Words of the texts' "amounts", which all languages list in this order. */
double wording_least(const Page *page, const StrikeCount *count) {
    static const double least[] = {10, 20, 100, 1000};
    if (count->has_value) return count->value;
    const char *said = count->bound ? count->bound : count->text;
    int index = said ? word_of(page->heard->texts.amounts, said, true) : -1;
    return index >= 0 && index < (int)(sizeof least / sizeof *least) ? least[index] : 0;
}
