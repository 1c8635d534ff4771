/* In which language a page speaks: its fixed texts, and what it calls the countries. Knows no layout. */
#ifndef MAP_SPEECH_H
#define MAP_SPEECH_H

#include "../atlas/atlas.h"
#include "page.h"

/* Chooses the language: the style's, else the article's where there are texts in it, else English. What
 * stands in for texts or letters that are not to be had is noted. page->style and arena are set, letters and
 * scene may be NULL. */
bool page_speak(Page *page, const Facts *facts, dateline_error *error);

/* The facts with the names of the countries in the language of the texts, as sentences want them; the same
 * facts where they have them. atlas may be NULL. */
const Facts *speech_facts(Page *page, const Facts *facts, const Atlas *atlas);
/* What a label calls a country that is told of by this name: in a language that has names but no texts, its
 * name there, while the sentences stay English throughout. country may be NULL. */
const char *speech_label(Page *page, const Country *country, const char *told);
/* The same for a country of the atlas that the story does not tell of. */
const char *speech_name(Page *page, const Country *country);

#endif
