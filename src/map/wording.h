/* The page's sentences, made from the facts and the style's texts. Knows no coordinate. */
#ifndef MAP_WORDING_H
#define MAP_WORDING_H

#include "story.h"

/* What a pill says: "1,000+", "Hundreds"; NULL where nothing is known. */
const char *wording_of_count(Page *page, const StrikeCount *count);
/* The same within a sentence, as the article says it where the page speaks its language. */
const char *wording_of_count_within(Page *page, const StrikeCount *count);
/* How many they are at least, as far as the count tells: 100 for "hundreds"; 0 where nothing is known. */
double wording_least(const Page *page, const StrikeCount *count);
/* "France: taking part; air strikes in Iraq". */
const char *wording_of_cast(Page *page, const Facts *facts, const FactsCountry *entry);
const char *wording_of_class(Page *page, const Story *story, const StoryClass *which);
/* The same in a word or two, for a thumbnail. */
const char *wording_of_class_shortly(Page *page, const Story *story, const StoryClass *which);
const char *wording_of_strikes(Page *page, const Facts *facts);
const char *wording_of_subtitle(Page *page, const Story *story);
/* The text behind "key:" in a list such as "Caribbean:CARIBBEAN|Africa:AFRICA"; NULL if it is not there. */
const char *wording_of_key(Page *page, const char *list, const char *key);
const char *wording_of_source(Page *page, const Story *story, const Atlas *atlas, const char *source);
/* Names as a list in words: "Iraq, Syria and Libya". */
/* The same with other separators: between all, and before the last. */
const char *wording_joined(Page *page, const char *const *names, size_t count, const char *comma,
                           const char *and);
const char *wording_of_list(Page *page, const char *const *names, size_t count);
/* The same with a capital, where the first letter is of ASCII. */
const char *wording_of_start(Page *page, const char *text);
/* A country's name within a sentence: "the US", "France". */
const char *wording_of_name(Page *page, const Facts *facts, const char *id);
/* A number in digits with thousands apart; few decimals, and none from 100 on. */
const char *wording_of_digits(Page *page, double number);
/* A number in words as far as the style has them, then in digits with thousands apart. */
const char *wording_of_number(Page *page, double number);

#endif
