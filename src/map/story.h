/*
 * Facts, atlas and style brought together: who appears on the map, how each looks, and in which words the
 * page says so. No coordinate but the host's city is known here.
 */
#ifndef MAP_STORY_H
#define MAP_STORY_H

#include "../atlas/atlas.h"
#include "../facts.h"
#include "../style/looks.h"
#include "page.h"

/* One country of the story as it appears. */
typedef struct Cast {
    const Country *country;
    size_t index; /* of the country in the story's countries */
    const FactsCountry *facts;
    const char *name;        /* as the map prints it */
    const char *title;       /* "France: taking part; strikes in Iraq" */
    const char *roles;       /* "participant striker" */
    const RoleLook *look;    /* NULL where only the overlay shows */
    const RoleLook *overlay; /* NULL for those not struck */
    const Strike *strike;    /* what struck it, or NULL */
    const char *pill;        /* "1,000+", or NULL */
    double pill_scale;       /* of the sign in it, by how many they are; 1 for the smallest */
    const char *value;       /* the number that decides the shade, or NULL */
} Cast;

/* A line of the legend: countries that look alike. */
typedef struct StoryClass {
    const RoleLook *look;
    int count;
    const char *text; /* '|' between its two lines */
} StoryClass;

/* Where a strike hit. */
typedef struct StoryPlace {
    const char *name;
    LonLat position;
    size_t country; /* that was struck, in the story's countries */
} StoryPlace;

typedef struct Story {
    const Facts *facts;
    const Looks *looks;              /* by role, of these facts */
    const struct Ranges *ranges;     /* where numbers decide the shading; else NULL */
    const Country *const *countries; /* everything that is drawn: the atlas's countries, then parts of others
                                      * that have a role of their own, such as Scotland */
    size_t country_count;
    const Cast *cast;
    size_t cast_count;
    const char *heading;       /* of the classes: what the numbers are; or NULL */
    const StoryClass *classes; /* most involved first; overlays last */
    size_t class_count;
    const LonLat *host_city; /* where it is, or NULL */
    const char *host_label;
    const StoryPlace *places; /* of strikes on the cast */
    size_t place_count;
    const StoryPlace *capitals; /* of the cast that the article names, but for the host's */
    size_t capital_count;
    bool has_towns;           /* a place or the host's city is of the list of towns, which wants credit */
    const char *strikes_text; /* "Air strikes since August"; NULL where no sign for them is drawn */
    bool has_pills;           /* anybody has one */
    bool has_connectors;      /* from somebody in the cast to somebody in the cast */
    const char *title, *subtitle, *source;
} Story;

/* NULL with an error where the facts have nothing to draw. Countries the shapes do not have become notes of
 * the page's scene. */
Story *story_new(Page *page, const Facts *facts, const Atlas *atlas, const dateline_map_options *options,
                 dateline_error *error);
/* Counts anew for a map that does not show them all: seen by index of the cast; host says whether the host's
 * city is on it. What nobody on the map is leaves the legend, and where some are missing it says how many
 * there are in all. */
void story_limit(Page *page, Story *story, const bool *seen, bool host);
/* For a map that marks no place of a strike: the legend then has no sign for them where only places have it.
 * Whether that changed it. */
bool story_drop_places(Story *story);
/* The same without shapes, for words about the map: everybody whom the facts have is in the cast, without a
 * country of the atlas; NULL with an error where that is nobody. */
const Story *story_in_words(Page *page, const Facts *facts, dateline_error *error);
/* The part of a country in the story, or NULL. */
const Cast *story_find(const Story *story, const Country *country);

#endif
