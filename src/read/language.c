/* See language.h and words.h. */
#include "language.h"

#include "../base/files.h"
#include "packed.h"
#include "phrase_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool take_strings(Language *language, const WordsFile *file, const Node *list, const char *path,
                  TakeString take, void *context, dateline_error *error) {
    size_t index;
    const Node *item;
    if (!list) return true;
    if (list->kind != NODE_LIST)
        return words_file_fail(file, path, false, error, "this should be a list of strings");
    for (index = 0, item = node_first(list); item; index++, item = item->next) {
        if (item->kind == NODE_STRING && take(language, node_text(item), context)) continue;
        char place[300];
        snprintf(place, sizeof place, "%.250s[%zu]", path, index);
        return words_file_fail(file, place, false, error,
                               "this is no phrase; words/README.md describes how one is written");
    }
    return true;
}

static bool take_ending(Language *language, const char *string, void *context) {
    Scanner scanner;
    (void)context;
    scanner_start(&scanner, string, strlen(string));
    bool word = scanner_next(&scanner).kind == TOKEN_WORD;
    array_push(&language->endings, word
                                       ? arena_text_part(language->arena, scanner.folded, scanner.folded_size)
                                       : arena_text(language->arena, ""));
    return true;
}

static bool take_class_word(Language *language, const char *string, void *context) {
    uint32_t word = single_word(language, string);
    if (word) lexicon_add_class(language->lexicon, word, *(WordClass *)context);
    return word != 0;
}

static bool take_classes(Language *language, const WordsFile *file, dateline_error *error) {
    const char *name;
    const Node *list;
    for (list = node_first(node_find(file->root, "classes")); list; list = list->next) {
        name = list->key;
        char path[300];
        snprintf(path, sizeof path, "classes.%.200s", name);
        WordClass class = class_find(name);
        if (class == CLASS_COUNT)
            return words_file_fail(file, path, true, error, "there is no class of this name");
        if (!take_strings(language, file, list, path, take_class_word, &class, error)) return false;
    }
    return true;
}

static bool take_form(Language *language, const char *string, void *context) {
    uint32_t form = single_word(language, string);
    if (form) lexicon_add_base(language->lexicon, form, *(uint32_t *)context);
    return form != 0;
}

static bool take_forms(Language *language, const WordsFile *file, dateline_error *error) {
    const char *base;
    const Node *list;
    for (list = node_first(node_find(file->root, "forms")); list; list = list->next) {
        base = list->key;
        char path[300];
        uint32_t word = single_word(language, base);
        snprintf(path, sizeof path, "forms.%.200s", base);
        if (!word) return words_file_fail(file, path, true, error, "the base of forms is one word");
        if (!take_strings(language, file, list, path, take_form, &word, error)) return false;
    }
    return true;
}

static bool take_number(Language *language, const char *text, NumberWord number) {
    number.text = arena_text(language->arena, text);
    array_push(&language->numbers, number);
    return pattern_add(language, language->number_phrases, text, (uint32_t)language->numbers.count,
                       STARTS_NUMBER);
}

static bool take_bound(Language *language, const char *string, void *context) {
    (void)context;
    return take_number(language, string, (NumberWord){.is_bound = true});
}

static bool take_values(Language *language, const WordsFile *file, const char *key, bool ordinal,
                        dateline_error *error) {
    const Node *value;
    for (value = node_first(node_find(file->root, key)); value; value = value->next) {
        NumberWord number = {.value = node_number(value, 0),
                             .has_value = value->kind == NODE_NUMBER && !ordinal,
                             .is_ordinal = ordinal};
        char path[300];
        snprintf(path, sizeof path, "%s.%.200s", key, value->key);
        if (!take_number(language, value->key, number))
            return words_file_fail(file, path, true, error, "this is no phrase");
    }
    return true;
}

static bool take_numbers(Language *language, const WordsFile *file, dateline_error *error) {
    if (!take_values(language, file, "numbers", false, error) ||
        !take_values(language, file, "ordinals", true, error))
        return false;
    return take_strings(language, file, node_find(file->root, "bounds"), "bounds", take_bound, NULL, error);
}

static bool take_furniture(Language *language, const char *string, void *context) {
    (void)context;
    return pattern_add(language, language->furniture, string, 1, STARTS_FURNITURE);
}

static bool take_prefixes(Language *language, const WordsFile *file, dateline_error *error) {
    const char *prefix;
    const Node *with;
    for (with = node_first(node_find(file->root, "prefixes")); with; with = with->next) {
        prefix = with->key;
        if (with->kind != NODE_STRING)
            return words_file_fail(file, "prefixes", false, error, "a prefix is replaced by a string");
        lexicon_add_prefix(language->lexicon, prefix, node_text(with));
    }
    return true;
}

static bool take_settings(Language *language, const WordsFile *file, dateline_error *error) {
    const Node *root = file->root;
    const char *ending = node_text(node_find(root, "active_ending"));
    language->nouns_capitalised = node_true(node_find(root, "nouns_capitalised"));
    language->numbers_joined = node_true(node_find(root, "numbers_joined"));
    language->subject_may_follow = node_true(node_find(root, "subject_may_follow"));
    language->adjectives_follow = node_true(node_find(root, "adjectives_follow"));
    language->verbs_last = node_true(node_find(root, "verbs_last"));
    language->no_case = node_true(node_find(root, "no_case"));
    language->passive_reach = (int)node_number(node_find(root, "passive_reach"), 3);
    language->active_ending = ending ? arena_text(language->arena, ending) : NULL;
    return take_strings(language, file, node_find(root, "endings"), "endings", take_ending, NULL, error) &&
           take_prefixes(language, file, error) && take_classes(language, file, error) &&
           take_forms(language, file, error) && take_numbers(language, file, error) &&
           take_strings(language, file, node_find(root, "furniture"), "furniture", take_furniture, NULL,
                        error);
}

typedef bool (*TakeFile)(Language *language, const WordsFile *file, dateline_error *error);

static bool load_file(Language *language, const char *path, TakeFile take, dateline_error *error) {
    WordsFile file;
    if (!words_file_open(&file, path, error)) return false;
    bool fine = take(language, &file, error);
    words_file_close(&file);
    return fine;
}

static const struct {
    const char *name;
    bool shared, needed;
    TakeFile take;
} files[LANGUAGE_FILES] = {{"language.json", false, true, take_settings},
                           {"names.json", false, true, language_take_names},
                           {"not-countries.json", false, false, language_take_discards},
                           {"blocs.json", true, false, language_take_blocs},
                           {"places.json", true, false, language_take_places},
                           {"cues.json", false, false, language_take_rules}};

const char *language_path(Arena *arena, const char *folder, const char *code, int file) {
    return files[file].shared ? arena_format(arena, "%s/%s", folder, files[file].name)
                              : arena_format(arena, "%s/%s/%s", folder, code, files[file].name);
}

/* Only language.json and names.json are a must; a language without rules reads mentions. */
static bool load_files(Language *language, const char *folder, dateline_error *error) {
    for (int i = 0; i < LANGUAGE_FILES; i++) {
        const char *path = language_path(language->arena, folder, language->code, i);
        if (!files[i].needed && access(path, F_OK)) continue;
        if (!load_file(language, path, files[i].take, error)) return false;
    }
    return true;
}

Phrases **language_phrases(Language *language, int set) {
    Phrases **sets[PHRASE_SETS] = {&language->name_phrases, &language->cue_phrases, &language->number_phrases,
                                   &language->furniture,    &language->after_name,  &language->before_name,
                                   &language->evidence};
    return sets[set];
}

Language *language_new(const char *code) {
    Language *language = memory_new(sizeof *language);
    *language = (Language){.arena = arena_new(), .passive_reach = 3};
    language->code = arena_text(language->arena, code);
    return language;
}

Language *language_build(const char *folder, const char *code, dateline_error *error) {
    Language *language = language_new(code);
    language->lexicon = lexicon_new();
    for (int i = 0; i < PHRASE_SETS; i++) *language_phrases(language, i) = phrases_new();
    bool fine = load_files(language, folder, error);
    lexicon_finish(language->lexicon);
    language->words = lexicon_word(language->lexicon, 0);
    for (int i = 0; i < PHRASE_SETS; i++) phrases_finish(*language_phrases(language, i));
    if (fine) return language;
    language_free(language);
    return NULL;
}

Language *language_load(const char *folder, const char *code, dateline_error *error) {
    Language *packed = packed_read(folder, code);
    return packed ? packed : language_build(folder, code, error);
}

void language_free(Language *language) {
    if (!language) return;
    for (int i = 0; i < PHRASE_SETS; i++) phrases_free(*language_phrases(language, i));
    array_free(&language->companies);
    if (!language->mapped) array_free(&language->names);
    array_free(&language->groups);
    array_free(&language->rules);
    array_free(&language->numbers);
    array_free(&language->countries);
    array_free(&language->blocs);
    array_free(&language->endings);
    lexicon_free(language->lexicon);
    arena_free(language->arena);
    file_unmap(language->mapped, language->mapped_size);
    free(language);
}

int language_country(const Language *language, const char *id) {
    for (size_t i = 0; i < language->countries.count; i++)
        if (!strcmp(language->countries.items[i].id, id)) return (int)i;
    return -1;
}
