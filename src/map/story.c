/* See story.h. */
#include "story.h"

#include "ranges.h"
#include "speech.h"
#include "symbols.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

static const Strike *strike_on(const Facts *facts, const char *target) {
    for (size_t i = 0; i < facts->strike_count; i++)
        if (!strcmp(facts->strikes[i].target, target)) return &facts->strikes[i];
    return NULL;
}

static bool look_is_visible(const RoleLook *look) {
    return look && (look->fill.hatched || colour_is_visible(look->fill.colour) || look->outline.width > 0);
}

static const char *roles_text(Page *page, const OwnRoles *own, unsigned roles) {
    const char *text = "";
    for (int i = 0; i < roles_count(own); i++)
        if (roles & role_at(i))
            text = arena_format(page->arena, "%s%s%s", text, *text ? " " : "", roles_name(own, role_at(i)));
    return text;
}

static Cast cast_of(Page *page, const Story *story, const FactsCountry *entry, const Country *country,
                    unsigned shading) {
    Cast cast = {.country = country, .facts = entry, .name = speech_label(page, country, entry->name)};
    const Facts *facts = story->facts;
    const RoleLooks *looks = &story->looks->all;
    unsigned roles = looks_shaded(shading, entry->roles);
    const RoleLook *look = looks_find(looks, roles), *overlay = looks_overlay(looks, roles);
    cast.look = look_is_visible(look) ? look : NULL;
    cast.overlay = look_is_visible(overlay) ? overlay : NULL;
    cast.strike = cast.overlay ? strike_on(facts, entry->id) : NULL;
    cast.pill = cast.strike ? wording_of_count(page, &cast.strike->count) : NULL;
    if (cast.pill) cast.pill_scale = symbol_pill_scale(page, wording_least(page, &cast.strike->count));
    cast.roles = roles_text(page, &facts->roles, entry->roles);
    cast.title = wording_of_cast(page, facts, entry);
    if (entry->has_value) cast.value = wording_of_digits(page, entry->value);
    return cast;
}

/* All countries of the atlas; what only its map units know is added as it takes the stage. */
static const Country **all_countries(Page *page, Story *story, const Atlas *atlas) {
    size_t count = atlas_country_count(atlas);
    const Country **countries =
        ARENA_ARRAY(page->arena, const Country *, count + story->facts->country_count);
    for (size_t i = 0; i < count; i++) countries[i] = atlas_country(atlas, i);
    story->countries = countries;
    story->country_count = count;
    return countries;
}

static size_t index_of(Story *story, const Country **countries, const Country *country) {
    for (size_t i = 0; i < story->country_count; i++)
        if (countries[i] == country) return i;
    countries[story->country_count] = country;
    return story->country_count++;
}

/* Everybody who is seen, in the order of the facts. Who the shapes do not have is said, never dropped. */
static void choose_cast(Page *page, Story *story, const Atlas *atlas) {
    const Facts *facts = story->facts;
    unsigned shading = looks_shading(facts);
    const Country **countries = all_countries(page, story, atlas);
    Cast *cast = ARENA_ARRAY(page->arena, Cast, facts->country_count);
    story->cast = cast;
    for (size_t i = 0; i < facts->country_count; i++) {
        const FactsCountry *entry = &facts->countries[i];
        const Country *country = atlas_find(atlas, entry->id);
        if (!country) {
            scene_note(page->scene, "%s (%s) is not in the shapes at %s and is not drawn", entry->name,
                       entry->id, atlas_scale(atlas));
            continue;
        }
        Cast one = cast_of(page, story, entry, country, shading);
        if (story->ranges) one.look = ranges_look(story->ranges, entry);
        one.index = index_of(story, countries, country);
        if (one.look || one.overlay) cast[story->cast_count++] = one;
    }
}

static int count_with(const Story *story, const RoleLook *look) {
    int count = 0;
    for (size_t i = 0; i < story->cast_count; i++)
        count += look->overlay ? story->cast[i].overlay == look : story->cast[i].look == look;
    return count;
}

/* How far up the legend a look stands: overlays last, before them those who declined, else the more roles the
 * sooner. */
static int rank_of(const RoleLook *look) {
    if (look->overlay) return -1;
    return look->roles & ROLE_DECLINED ? 0 : __builtin_popcount(look->roles);
}

static int by_rank(const void *a, const void *b) {
    const StoryClass *first = a, *second = b;
    int difference = rank_of(second->look) - rank_of(first->look);
    return difference ? difference : (first->look < second->look ? -1 : first->look > second->look);
}

static void add_class(Story *story, StoryClass *classes, const RoleLook *look) {
    int count = count_with(story, look);
    if (count > 0) classes[story->class_count++] = (StoryClass){.look = look, .count = count};
}

static void choose_classes(Page *page, Story *story) {
    const RoleLooks *looks = &story->looks->all;
    const Ranges *ranges = story->ranges;
    size_t most = looks->count + (ranges ? ranges->look_count : 0);
    StoryClass *classes = ARENA_ARRAY(page->arena, StoryClass, most);
    for (size_t i = 0; i < looks->count; i++) add_class(story, classes, &looks->items[i]);
    for (size_t i = 0; ranges && i < ranges->look_count; i++) add_class(story, classes, &ranges->looks[i]);
    qsort(classes, story->class_count, sizeof *classes, by_rank);
    story->classes = classes;
    if (ranges && !ranges->is_count) story->heading = story->facts->value_name;
    for (size_t i = 0; i < story->class_count; i++)
        classes[i].text =
            ranges ? ranges_text(page, ranges, classes[i].look) : wording_of_class(page, story, &classes[i]);
}

static bool find_place(Story *story, const Atlas *atlas, const char *name, const char *country, LonLat *at) {
    bool found = atlas_find_place(atlas, name, country, at);
    story->has_towns |= found && !atlas_find_city(atlas, name, country);
    return found;
}

static void choose_host(Page *page, Story *story, const Atlas *atlas) {
    const Host *host = &story->facts->host;
    if (!host->country || !host->place || !page->style->map.host) return;
    LonLat at;
    if (find_place(story, atlas, host->place, host->country, &at))
        story->host_city = arena_copy(page->arena, &at, sizeof at);
    else
        scene_note(page->scene, "the shapes do not know where %s is; it is not marked", host->place);
    story->host_label = page_fill_in(page, page->texts->host_label, "city", host->place, NULL);
}

static bool locate(Page *page, Story *story, const Atlas *atlas, const Strike *strike,
                   const StrikePlace *place, LonLat *at) {
    *at = (LonLat){place->longitude, place->latitude};
    if (place->has_position) return true;
    bool found = find_place(story, atlas, place->name, strike->target, at);
    if (!found) scene_note(page->scene, "the shapes do not know where %s is; it is not marked", place->name);
    return found;
}

/* The places of strikes on countries that are seen. */
static void choose_places(Page *page, Story *story, const Atlas *atlas) {
    const Facts *facts = story->facts;
    size_t most = 0;
    for (size_t i = 0; i < facts->strike_count; i++) most += facts->strikes[i].place_count;
    StoryPlace *places = ARENA_ARRAY(page->arena, StoryPlace, most);
    story->places = places;
    for (size_t i = 0; i < facts->strike_count; i++) {
        const Strike *strike = &facts->strikes[i];
        const Country *country = atlas_find(atlas, strike->target);
        const Cast *cast = country ? story_find(story, country) : NULL;
        for (size_t j = 0; cast && j < strike->place_count; j++) {
            StoryPlace *place = &places[story->place_count];
            if (!locate(page, story, atlas, strike, &strike->places[j], &place->position)) continue;
            place->name = strike->places[j].name;
            place->country = cast->index;
            story->place_count++;
        }
    }
}

static void choose_capitals(Page *page, Story *story, const Atlas *atlas) {
    StoryPlace *capitals = ARENA_ARRAY(page->arena, StoryPlace, story->cast_count);
    const Host *host = &story->facts->host;
    story->capitals = capitals;
    for (size_t i = 0; page->style->map.capitals && i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        const char *name = cast->facts->capital;
        StoryPlace *place = &capitals[story->capital_count];
        bool is_host = story->host_city && host->country && !strcmp(host->country, cast->facts->id);
        const City *city = name && !is_host ? atlas_find_city(atlas, name, cast->facts->id) : NULL;
        if (!city) continue;
        *place = (StoryPlace){name, city->position, cast->index};
        story->capital_count++;
    }
}

/* The article's own number against what the map shows: counted anew, since a person may have corrected the
 * facts. */
static void tell_count(Page *page, const Story *story) {
    const StatedCount *stated = &story->facts->stated;
    int found = stated->known ? facts_count(story->facts, stated->of, 0) : 0;
    if (stated->known)
        scene_note(page->scene, "the article states %d countries with the role %s; %s", stated->value,
                   roles_name(&story->facts->roles, stated->of),
                   found == stated->value ? "as many were found"
                                          : arena_format(page->arena, "%d were found", found));
}

/* Which roles the style has no look for. */
static void tell_looks(Page *page, const Looks *looks) {
    const char *names = "";
    for (size_t i = looks->given; i < looks->all.count; i++)
        names = arena_format(page->arena, "%s%s%s", names, *names ? ", " : "", looks->all.items[i].key);
    if (*names)
        scene_note(page->scene, "the style has no look for %s; the colours are its role_colours", names);
    if (looks->alike)
        scene_note(page->scene, "more roles than the style's role_colours and stripes can tell apart");
}

/* ---- which signs the map has; seen, by index of the cast, says who is on it, NULL that all are */

static bool is_seen(const Story *story, const char *id, const bool *seen) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (!strcmp(story->cast[i].facts->id, id)) return !seen || seen[i];
    return false;
}

static bool has_pills(const Page *page, const Story *story, const bool *seen) {
    for (size_t i = 0; page->style->map.pills && i < story->cast_count; i++)
        if (story->cast[i].pill && (!seen || seen[i])) return true;
    return false;
}

static bool has_connectors(const Page *page, const Story *story, const bool *seen) {
    for (size_t i = 0; page->style->connectors.shown && i < story->facts->strike_count; i++) {
        const Strike *strike = &story->facts->strikes[i];
        for (size_t j = 0; is_seen(story, strike->target, seen) && j < strike->by_count; j++)
            if (is_seen(story, strike->by[j], seen) && strcmp(strike->by[j], strike->target) != 0)
                return true;
    }
    return false;
}

static bool has_places(const Story *story, const bool *seen) {
    for (size_t i = 0; i < story->place_count; i++)
        if (is_seen(story, story->countries[story->places[i].country]->code, seen)) return true;
    return false;
}

static void choose_signs(Page *page, Story *story, const bool *seen) {
    story->has_pills = has_pills(page, story, seen);
    story->has_connectors = has_connectors(page, story, seen);
    bool marked = story->has_pills || has_places(story, seen);
    story->strikes_text = marked ? wording_of_strikes(page, story->facts) : NULL;
}

Story *story_new(Page *page, const Facts *facts, const Atlas *atlas, const dateline_map_options *options,
                 dateline_error *error) {
    Story *story = ARENA_NEW(page->arena, Story);
    bool is_count;
    facts = story->facts = speech_facts(page, facts, atlas);
    story->looks = looks_of_facts(page->arena, page->style, facts);
    if (ranges_needed(facts, &is_count)) story->ranges = ranges_new(page, facts, is_count);
    choose_cast(page, story, atlas);
    if (story->cast_count == 0) {
        error_set(error, DATELINE_BAD_INPUT, (Place){.source = facts->source_name},
                  "no country to draw; an article or facts that name at least one would be right");
        return NULL;
    }
    tell_count(page, story);
    tell_looks(page, story->looks);
    choose_classes(page, story);
    choose_host(page, story, atlas);
    choose_places(page, story, atlas);
    choose_capitals(page, story, atlas);
    choose_signs(page, story, NULL);
    story->title = options->title ? options->title : facts->title;
    story->subtitle = options->subtitle ? options->subtitle
                      : facts->subtitle ? facts->subtitle
                                        : wording_of_subtitle(page, story);
    story->source = wording_of_source(page, story, atlas, options->source);
    return story;
}

void story_limit(Page *page, Story *story, const bool *seen, bool host) {
    StoryClass *classes = ARENA_ARRAY(page->arena, StoryClass, story->class_count);
    size_t kept = 0;
    for (size_t i = 0; i < story->class_count; i++) {
        StoryClass one = story->classes[i];
        int all = one.count;
        one.count = 0;
        for (size_t j = 0; j < story->cast_count; j++)
            one.count += seen[j] && (story->cast[j].look == one.look || story->cast[j].overlay == one.look);
        if (one.count < all && !one.look->overlay)
            one.text = arena_format(
                page->arena, "%s %s", one.text,
                page_fill_in(page, page->texts->in_all, "count", arena_format(page->arena, "%d", all), NULL));
        if (one.count > 0) classes[kept++] = one;
    }
    story->classes = classes;
    story->class_count = kept;
    choose_signs(page, story, seen);
    if (!host) story->host_city = NULL;
}

bool story_drop_places(Story *story) {
    bool changed = story->strikes_text && !story->has_pills;
    if (changed) story->strikes_text = NULL;
    return changed;
}

const Story *story_in_words(Page *page, const Facts *facts, dateline_error *error) {
    Story *story = ARENA_NEW(page->arena, Story);
    Cast *cast = ARENA_ARRAY(page->arena, Cast, facts->country_count);
    unsigned shading = looks_shading(facts);
    bool is_count;
    facts = story->facts = speech_facts(page, facts, NULL);
    story->looks = looks_of_facts(page->arena, page->style, facts);
    story->cast = cast;
    if (ranges_needed(facts, &is_count)) story->ranges = ranges_new(page, facts, is_count);
    for (size_t i = 0; i < facts->country_count; i++) {
        Cast one = cast_of(page, story, &facts->countries[i], NULL, shading);
        if (story->ranges) one.look = ranges_look(story->ranges, &facts->countries[i]);
        if (one.look || one.overlay) cast[story->cast_count++] = one;
    }
    if (story->cast_count == 0) {
        error_set(error, DATELINE_BAD_INPUT, (Place){.source = facts->source_name},
                  "no country to describe; an article or facts that name at least one would be right");
        return NULL;
    }
    choose_classes(page, story);
    story->title = facts->title;
    story->subtitle = facts->subtitle ? facts->subtitle : wording_of_subtitle(page, story);
    return story;
}

const Cast *story_find(const Story *story, const Country *country) {
    for (size_t i = 0; i < story->cast_count; i++)
        if (story->cast[i].country == country) return &story->cast[i];
    return NULL;
}
