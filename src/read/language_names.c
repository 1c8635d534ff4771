/* See language.h. */
#include "language.h"

#include "phrase_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Naming {
    NameKind kind;
    int country;
    uint8_t group;
    bool together; /* the words name several countries */
} Naming;

static bool take_name(Language *language, const char *string, void *context) {
    const Naming *naming = context;
    uint32_t words[PHRASE_LONGEST];
    Name name = {.kind = naming->kind,
                 .country = naming->country,
                 .group = naming->group,
                 .together = naming->together};
    size_t count = name_words(language, string, words, &name.capitals, &name.all_capitals);
    if (!count) return false;
    array_push(&language->names, name);
    phrases_add(language->name_phrases, words, count, (uint32_t)language->names.count);
    lexicon_add_start(language->lexicon, words[0], STARTS_NAME);
    return true;
}

/* Marks all names of this country that are written so. */
static bool take_ambiguous(Language *language, const char *string, void *context) {
    const Naming *naming = context;
    uint32_t words[PHRASE_LONGEST], capitals;
    bool all;
    Token tokens[PHRASE_LONGEST] = {{0}};
    size_t count = name_words(language, string, words, &capitals, &all);
    for (size_t i = 0; i < count; i++) tokens[i] = (Token){.word = words[i], .kind = TOKEN_WORD};
    PhraseMatch match = phrases_match(language->name_phrases, language->lexicon, tokens, count);
    if (match.count != count) return count > 0;
    for (uint32_t meaning = match.meaning; meaning; meaning = phrases_next(language->name_phrases, &match)) {
        Name *name = &language->names.items[meaning - 1];
        if (name->country == naming->country) name->ambiguous = true;
    }
    return true;
}

static bool take_country(Language *language, const WordsFile *file, const char *id, const Node *entry,
                         dateline_error *error) {
    static const struct {
        const char *key;
        NameKind kind;
    } lists[] = {{"names", NAME_COUNTRY},
                 {"people", NAME_PEOPLE},
                 {"adjectives", NAME_ADJECTIVE},
                 {"seats", NAME_SEAT}};
    char path[300];
    const char *label = node_text(node_find(entry, "name"));
    snprintf(path, sizeof path, "countries.%.200s", id);
    if (!label) return words_file_fail(file, path, false, error, "a country needs a \"name\"");
    Naming naming = {.country = (int)language->countries.count};
    array_push(&language->countries,
               (Country){arena_text(language->arena, id), arena_text(language->arena, label)});
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        naming.kind = lists[i].kind;
        snprintf(path, sizeof path, "countries.%.200s.%s", id, lists[i].key);
        if (!take_strings(language, file, node_find(entry, lists[i].key), path, take_name, &naming, error))
            return false;
    }
    snprintf(path, sizeof path, "countries.%.200s.ambiguous", id);
    return take_strings(language, file, node_find(entry, "ambiguous"), path, take_ambiguous, &naming, error);
}

/* "both Koreas": one name for each of the countries. */
static bool take_together(Language *language, const WordsFile *file, dateline_error *error) {
    const char *words;
    const Node *list, *id;
    size_t index;
    for (list = node_first(node_find(file->root, "together")); list; list = list->next) {
        words = list->key;
        for (index = 0, id = node_first(list); id; index++, id = id->next) {
            Naming naming = {.kind = NAME_COUNTRY,
                             .country = language_country(language, node_text(id) ? node_text(id) : ""),
                             .together = true};
            if (naming.country >= 0 && !take_name(language, words, &naming))
                return words_file_fail(file, "together", false, error, "\"%s\" is no name", words);
        }
    }
    return true;
}

bool language_take_names(Language *language, const WordsFile *file, dateline_error *error) {
    const char *id;
    const Node *entry;
    for (entry = node_first(node_find(file->root, "countries")); entry; entry = entry->next) {
        id = entry->key;
        if (!take_country(language, file, id, entry, error)) return false;
    }
    if (!language->countries.count)
        return words_file_fail(file, "", false, error, "there are no \"countries\" in this file");
    return take_together(language, file, error);
}

enum { GROUPS_MOST = UINT8_MAX };

static bool take_class(Language *language, const char *string, void *context) {
    uint32_t word = single_word(language, string);
    if (word) lexicon_add_class(language->lexicon, word, *(WordClass *)context);
    return true; /* given names of two words are no harm */
}

typedef struct Surroundings {
    Phrases *phrases;
    uint32_t meaning, starts;
} Surroundings;

/* Phrases of common words beside a name; their capitals do not matter. */
static bool take_beside(Language *language, const char *string, void *context) {
    const Surroundings *beside = context;
    uint32_t words[PHRASE_LONGEST], capitals;
    bool all;
    size_t count = name_words(language, string, words, &capitals, &all);
    if (strncmp(string, "//", 2) == 0) return true;
    phrases_add(beside->phrases, words, count, beside->meaning);
    if (count) lexicon_add_start(language->lexicon, words[0], beside->starts);
    return count > 0;
}

static bool take_companies(Language *language, const WordsFile *file, dateline_error *error) {
    const char *name;
    const Node *entry;
    for (entry = node_first(node_find(file->root, "company")); entry; entry = entry->next) {
        name = entry->key;
        char path[300];
        Surroundings evidence = {language->evidence, 2 * (uint32_t)language->companies.count,
                                 STARTS_EVIDENCE};
        array_push(&language->companies,
                   (Company){single_word(language, name), arena_text(language->arena, name)});
        evidence.meaning += 2; /* meanings begin at 1: the first company has 2 and 3 */
        snprintf(path, sizeof path, "company.%.200s", name);
        if (!take_strings(language, file, node_find(entry, "for"), path, take_beside, &evidence, error))
            return false;
        evidence.meaning++;
        if (!take_strings(language, file, node_find(entry, "against"), path, take_beside, &evidence, error))
            return false;
    }
    return true;
}

static bool take_lists(Language *language, const WordsFile *file, dateline_error *error) {
    Surroundings head = {language->after_name, AFTER_HEAD, 0}, state = {language->after_name, AFTER_STATE, 0},
                 before = {language->before_name, 1, 0};
    WordClass given = CLASS_GIVEN, surname = CLASS_SURNAME, honorific = CLASS_HONORIFIC,
              tongue = CLASS_TONGUE, speaking = CLASS_SPEAKING;
    const struct {
        const char *key;
        TakeString take;
        void *context;
    } lists[] = {{"given_names", take_class, &given},
                 {"given_names_that_are_countries", take_class, &given},
                 {"surnames_that_are_countries", take_class, &surname},
                 {"titles", take_class, &honorific},
                 {"languages", take_class, &tongue},
                 {"language_before", take_class, &speaking},
                 {"name_then", take_beside, &head},
                 {"then_name", take_beside, &before},
                 {"us_places", take_beside, &state}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (!take_strings(language, file, node_find(file->root, lists[i].key), lists[i].key, lists[i].take,
                          lists[i].context, error))
            return false;
    return true;
}

bool language_take_discards(Language *language, const WordsFile *file, dateline_error *error) {
    const char *group;
    const Node *list;
    for (list = node_first(node_find(file->root, "phrases")); list; list = list->next) {
        group = list->key;
        char path[300];
        Naming naming = {.kind = NAME_OTHER, .country = -1, .group = (uint8_t)language->groups.count};
        snprintf(path, sizeof path, "phrases.%.200s", group);
        if (language->groups.count == GROUPS_MOST)
            return words_file_fail(file, path, true, error, "there are more than %d groups", GROUPS_MOST);
        array_push(&language->groups, arena_text(language->arena, group));
        if (!take_strings(language, file, list, path, take_name, &naming, error)) return false;
    }
    return take_lists(language, file, error) && take_companies(language, file, error);
}

static int year_of(const Node *value) {
    return node_text(value) ? atoi(node_text(value)) : (int)node_number(value, 0);
}

static void take_members(Language *language, const Node *list, Bloc *bloc) {
    size_t count = 0;
    for (const Node *entry = node_first(list); entry; entry = entry->next) count++;
    Member *members = ARENA_ARRAY(language->arena, Member, count + 1);
    for (const Node *entry = node_first(list); entry; entry = entry->next) {
        const Node *id = node_first(entry), *from = id ? id->next : NULL, *until = from ? from->next : NULL;
        const char *code = node_text(id);
        if (!code) continue;
        members[bloc->member_count++] =
            (Member){arena_text(language->arena, code), year_of(from), year_of(until)};
    }
    bloc->members = members;
}

bool language_take_blocs(Language *language, const WordsFile *file, dateline_error *error) {
    const char *id;
    const Node *entry;
    for (entry = node_first(file->root); entry; entry = entry->next) {
        id = entry->key;
        const Node *names = node_find(node_find(entry, "names"), language->code);
        const char *first = node_text(node_first(names));
        char path[300];
        if (!first) continue;
        Naming naming = {.kind = NAME_BLOC, .country = (int)language->blocs.count};
        Bloc bloc = {.id = arena_text(language->arena, id), .name = arena_text(language->arena, first)};
        take_members(language, node_find(entry, "members"), &bloc);
        array_push(&language->blocs, bloc);
        snprintf(path, sizeof path, "%.100s.names.%s", id, language->code);
        if (!take_strings(language, file, names, path, take_name, &naming, error)) return false;
    }
    return true;
}

bool language_take_places(Language *language, const WordsFile *file, dateline_error *error) {
    const char *id;
    const Node *entry;
    for (entry = node_first(file->root); entry; entry = entry->next) {
        id = entry->key;
        char path[300];
        Naming city = {.kind = NAME_CITY, .country = language_country(language, id)};
        Naming leader = {.kind = NAME_LEADER, .country = city.country};
        if (city.country < 0) continue;
        snprintf(path, sizeof path, "%.200s.cities", id);
        if (!take_strings(language, file, node_find(entry, "cities"), path, take_name, &city, error))
            return false;
        snprintf(path, sizeof path, "%.200s.leaders", id);
        if (!take_strings(language, file, node_find(entry, "leaders"), path, take_name, &leader, error))
            return false;
    }
    return true;
}
