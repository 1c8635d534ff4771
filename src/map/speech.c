/* See speech.h. */
#include "speech.h"

#include <string.h>

static bool is_same(const char *a, const char *b) {
    size_t length = strcspn(a, "-_");
    return length == strcspn(b, "-_") && !strncmp(a, b, length);
}

static const char *heard_language(const Facts *facts) {
    return facts->language && *facts->language ? facts->language : "en";
}

static const char *wanted_language(const Page *page, const Facts *facts) {
    const char *heard = heard_language(facts), *wanted = page->style->page.language;
    return *wanted ? wanted : tongue_exists(heard) ? heard : "en";
}

static bool can_be_written(const Page *page, const char *text) {
    Font font = page->letters ? page_font(page, &page->style->text.legend) : (Font){0};
    return !page->letters || letters_missing(page->letters, &font, text) == 0;
}

static Tongue *load(Page *page, const char *language, dateline_error *error) {
    Tongue *tongue = tongue_load(page->arena, language, error);
    if (tongue) tongue_follow(tongue, page->style);
    return tongue;
}

/* The texts in the language that is wanted, or in English with a note. */
static Tongue *choose_texts(Page *page, const char *wanted, dateline_error *error) {
    const char *lacks = "there are no texts in the language %s; English ones stand in";
    if (tongue_exists(wanted)) {
        Tongue *tongue = load(page, wanted, error);
        if (!tongue || can_be_written(page, tongue->texts.source_default)) return tongue;
        lacks = "no font has the letters of the language %s (fonts-noto-cjk or another package may bring "
                "them); English "
                "texts stand in";
    }
    if (page->scene) scene_note(page->scene, lacks, wanted);
    return load(page, "en", error);
}

bool page_speak(Page *page, const Facts *facts, dateline_error *error) {
    const char *heard = heard_language(facts);
    page->language = wanted_language(page, facts);
    if (page->letters) letters_speak(page->letters, page->language);
    Tongue *tongue = choose_texts(page, page->language, error);
    if (!tongue) return false;
    if ((!is_same(tongue->language, "en") || !is_same(heard, "en")) &&
        !tongue_take_names(page->arena, tongue, error))
        return false;
    page->tongue = page->heard = tongue;
    page->texts = &tongue->texts;
    page->words = &tongue->words;
    if (!is_same(heard, tongue->language) && tongue_exists(heard)) page->heard = load(page, heard, error);
    return page->heard != NULL;
}

/* A country in the language of the texts, or as is said otherwise. */
static const char *told_name(Page *page, const char *code, const Country *country, const char *otherwise) {
    const char *language = page->tongue->language, *name = tongue_name(page->tongue, code);
    if (!name && country) name = is_same(language, "en") ? country->name : country_name(country, language);
    return name && can_be_written(page, name) ? name : otherwise;
}

const char *speech_label(Page *page, const Country *country, const char *told) {
    if (!country || is_same(page->tongue->language, page->language)) return told;
    const char *name = is_same(page->language, "en") ? country->name : country_name(country, page->language);
    return name && can_be_written(page, name) ? name : told;
}

const char *speech_name(Page *page, const Country *country) {
    return speech_label(page, country, told_name(page, country->code, country, country->name));
}

const Facts *speech_facts(Page *page, const Facts *facts, const Atlas *atlas) {
    if (is_same(heard_language(facts), page->tongue->language)) return facts;
    Facts *spoken = arena_copy(page->arena, facts, sizeof *facts);
    FactsCountry *countries =
        arena_copy(page->arena, facts->countries, facts->country_count * sizeof *countries);
    for (size_t i = 0; i < facts->country_count; i++) {
        const Country *country = atlas ? atlas_find(atlas, countries[i].id) : NULL;
        countries[i].name =
            told_name(page, countries[i].id, country, country ? country->name : countries[i].name);
    }
    spoken->countries = countries;
    return spoken;
}
