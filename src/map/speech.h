/* In which language a page speaks: its fixed texts, and what it calls the countries. Knows no layout. */
#ifndef MAP_SPEECH_H
#define MAP_SPEECH_H

#include "../atlas/atlas.h"
#include "page.h"

/* Chooses the language: the style's, else the article's where there are texts in it, else English. What
 * stands in for texts or letters that are not to be had is noted. page->style and arena are set, letters and
 * scene may be NULL. */
bool page_speak(Page *page, const Facts *facts, dateline_error *error);

/* The facts with the names of the countries in the page's language; the same facts where they have them.
 * atlas may be NULL, and knows the names in languages that have no texts. */
const Facts *speech_facts(Page *page, const Facts *facts, const Atlas *atlas);
/* What the page calls a country of the atlas. */
const char *speech_name(Page *page, const Country *country);

#endif
