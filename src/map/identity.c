/* See identity.h. */
#include "identity.h"

#include "../base/error.h"
#include "../base/hash.h"

#include <stdlib.h>
#include <string.h>

static const char *hash_of(Page *page, const char *text) {
    char hash[HASH_TEXT_SIZE];
    hash_sha256(text, strlen(text), hash);
    return arena_text(page->arena, hash);
}

/* Of the facts as this version writes them, so that a person's spaces do not count; nor does where the
 * article lay. */
static const char *hash_of_facts(Page *page, const Facts *facts) {
    Facts unnamed = *facts;
    unnamed.source_name = "";
    char *json = dateline_facts_json(&unnamed);
    const char *hash = hash_of(page, json);
    free(json);
    return hash;
}

static bool is_natural_earth(const Atlas *atlas) {
    return strstr(atlas_borders_note(atlas, NULL), "Natural Earth") != NULL;
}

static const char *data_of(Page *page, const Atlas *atlas) {
    const char *version = atlas_version(atlas);
    return arena_format(page->arena, "%s%s, %s, %s", is_natural_earth(atlas) ? "Natural Earth " : "",
                        version && *version ? version : "of unknown version", atlas_scale(atlas),
                        atlas_worldview(atlas));
}

static bool is_id(const char *text) {
    if (!*text) return true;
    bool begins = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z');
    return begins && strlen(text) <= 64 &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")] == 0;
}

/* By default of the facts and the page's size: maps of other articles, and other sizes of this one, can stand
 * on the same web page. */
static bool choose_prefix(Page *page, const dateline_map_options *options, PageInfo *info,
                          dateline_error *error) {
    const char *text =
        arena_format(page->arena, "%s %.0f %.0f", info->provenance.facts, info->width, info->height);
    info->id_prefix =
        options->id_prefix ? options->id_prefix : arena_format(page->arena, "m%.7s-", hash_of(page, text));
    return is_id(info->id_prefix) ||
           error_set(error, DATELINE_BAD_USAGE, (Place){.source = options->id_prefix},
                     "no beginning of an id; a letter, then letters, digits, '-', '_' or '.' would be right");
}

static bool is_choice(const char *given, const char *usual, const char *other, const char *what, bool *chosen,
                      dateline_error *error) {
    *chosen = given && !strcmp(given, other);
    return !given || *chosen || !strcmp(given, usual) ||
           error_set(error, DATELINE_BAD_USAGE, (Place){.source = given},
                     "no such %s; %s or %s would be right", what, usual, other);
}

bool identity_fill(Page *page, const Story *story, const Atlas *atlas, const dateline_map_options *options,
                   PageInfo *info, dateline_error *error) {
    bool outlined, embedded;
    if (!is_choice(options->text, "letters", "outline", "text", &outlined, error) ||
        !is_choice(options->font, "named", "embed", "font", &embedded, error))
        return false;
    info->text_form = outlined ? TEXT_AS_OUTLINES : embedded ? TEXT_WITH_FONTS : TEXT_AS_LETTERS;
    info->responsive = options->responsive;
    info->threads = options->threads;
    info->licence = is_natural_earth(atlas) ? "Borders: Natural Earth, public domain" : NULL;
    info->provenance = (Provenance){.data = data_of(page, atlas),
                                    .article = story->facts->source_sha256,
                                    .facts = hash_of_facts(page, story->facts),
                                    .style = page->style->sha256};
    return choose_prefix(page, options, info, error);
}
