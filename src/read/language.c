/* See language.h and words.h. */
#include "language.h"

#include "../base/files.h"
#include "phrase_text.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 16 * 1024 * 1024 };

bool take_strings(Language *language, Json *json, json_t *list, const char *path, TakeString take,
                  void *context, dateline_error *error) {
    size_t index;
    json_t *item;
    if (!list) return true;
    if (!json_is_array(list)) return json_fail(json, path, false, error, "this should be a list of strings");
    json_array_foreach(list, index, item) {
        if (json_is_string(item) && take(language, json_string_value(item), context)) continue;
        char place[300];
        snprintf(place, sizeof place, "%.250s[%zu]", path, index);
        return json_fail(json, place, false, error,
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

static bool take_classes(Language *language, Json *json, dateline_error *error) {
    const char *name;
    json_t *list;
    json_object_foreach(json_object_get(json->root, "classes"), name, list) {
        char path[300];
        snprintf(path, sizeof path, "classes.%.200s", name);
        WordClass class = class_find(name);
        if (class == CLASS_COUNT) return json_fail(json, path, true, error, "there is no class of this name");
        if (!take_strings(language, json, list, path, take_class_word, &class, error)) return false;
    }
    return true;
}

static bool take_form(Language *language, const char *string, void *context) {
    uint32_t form = single_word(language, string);
    if (form) lexicon_add_base(language->lexicon, form, *(uint32_t *)context);
    return form != 0;
}

static bool take_forms(Language *language, Json *json, dateline_error *error) {
    const char *base;
    json_t *list;
    json_object_foreach(json_object_get(json->root, "forms"), base, list) {
        char path[300];
        uint32_t word = single_word(language, base);
        snprintf(path, sizeof path, "forms.%.200s", base);
        if (!word) return json_fail(json, path, true, error, "the base of forms is one word");
        if (!take_strings(language, json, list, path, take_form, &word, error)) return false;
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

static bool take_numbers(Language *language, Json *json, dateline_error *error) {
    const char *text;
    json_t *value;
    json_object_foreach(json_object_get(json->root, "numbers"), text, value) {
        NumberWord number = {.value = json_number_value(value), .has_value = json_is_number(value)};
        char path[300];
        snprintf(path, sizeof path, "numbers.%.200s", text);
        if (!take_number(language, text, number))
            return json_fail(json, path, true, error, "this is no phrase");
    }
    return take_strings(language, json, json_object_get(json->root, "bounds"), "bounds", take_bound, NULL,
                        error);
}

static bool take_furniture(Language *language, const char *string, void *context) {
    (void)context;
    return pattern_add(language, language->furniture, string, 1, STARTS_FURNITURE);
}

static bool take_prefixes(Language *language, Json *json, dateline_error *error) {
    const char *prefix;
    json_t *with;
    json_object_foreach(json_object_get(json->root, "prefixes"), prefix, with) {
        if (!json_is_string(with))
            return json_fail(json, "prefixes", false, error, "a prefix is replaced by a string");
        lexicon_add_prefix(language->lexicon, prefix, json_string_value(with));
    }
    return true;
}

static bool take_settings(Language *language, Json *json, dateline_error *error) {
    json_t *root = json->root;
    const char *ending = json_string_value(json_object_get(root, "active_ending"));
    language->nouns_capitalised = json_is_true(json_object_get(root, "nouns_capitalised"));
    language->numbers_joined = json_is_true(json_object_get(root, "numbers_joined"));
    language->subject_may_follow = json_is_true(json_object_get(root, "subject_may_follow"));
    language->verbs_last = json_is_true(json_object_get(root, "verbs_last"));
    language->no_case = json_is_true(json_object_get(root, "no_case"));
    language->passive_reach = (int)json_integer_value(json_object_get(root, "passive_reach"));
    language->active_ending = ending ? arena_text(language->arena, ending) : NULL;
    return take_strings(language, json, json_object_get(root, "endings"), "endings", take_ending, NULL,
                        error) &&
           take_prefixes(language, json, error) && take_classes(language, json, error) &&
           take_forms(language, json, error) && take_numbers(language, json, error) &&
           take_strings(language, json, json_object_get(root, "furniture"), "furniture", take_furniture, NULL,
                        error);
}

typedef bool (*TakeFile)(Language *language, Json *json, dateline_error *error);

static bool load_file(Language *language, const char *path, TakeFile take, dateline_error *error) {
    Bytes bytes = {0};
    Json json = {0};
    if (!file_read(path, FILE_LIMIT, &bytes, error)) return false;
    bool fine = json_open(&json, bytes.bytes, bytes.size, path, 0, error);
    if (fine && !json_is_object(json.root))
        fine = json_fail(&json, "", false, error, "this should be an object");
    fine = fine && take(language, &json, error);
    json_close(&json);
    free(bytes.bytes);
    return fine;
}

/* Only language.json and names.json are a must; a language without rules reads mentions. */
static bool load_files(Language *language, const char *folder, dateline_error *error) {
    static const struct {
        const char *name;
        bool shared, needed;
        TakeFile take;
    } files[] = {{"language.json", false, true, take_settings},
                 {"names.json", false, true, language_take_names},
                 {"not-countries.json", false, false, language_take_discards},
                 {"blocs.json", true, false, language_take_blocs},
                 {"places.json", true, false, language_take_places},
                 {"cues.json", false, false, language_take_rules}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *path = files[i].shared ? arena_format(language->arena, "%s/%s", folder, files[i].name)
                                           : arena_format(language->arena, "%s/%s/%s", folder, language->code,
                                                          files[i].name);
        FILE *there = files[i].needed ? NULL : fopen(path, "rb");
        if (!files[i].needed && !there) continue;
        if (there) fclose(there);
        if (!load_file(language, path, files[i].take, error)) return false;
    }
    return true;
}

Language *language_load(const char *folder, const char *code, dateline_error *error) {
    Language *language = memory_new(sizeof *language);
    *language = (Language){.arena = arena_new(), .lexicon = lexicon_new(), .passive_reach = 3};
    language->code = arena_text(language->arena, code);
    language->name_phrases = phrases_new();
    language->cue_phrases = phrases_new();
    language->number_phrases = phrases_new();
    language->furniture = phrases_new();
    language->after_name = phrases_new();
    language->before_name = phrases_new();
    language->evidence = phrases_new();
    bool fine = load_files(language, folder, error);
    lexicon_finish(language->lexicon);
    if (fine) return language;
    language_free(language);
    return NULL;
}

void language_free(Language *language) {
    if (!language) return;
    phrases_free(language->name_phrases);
    phrases_free(language->cue_phrases);
    phrases_free(language->number_phrases);
    phrases_free(language->furniture);
    phrases_free(language->after_name);
    phrases_free(language->before_name);
    phrases_free(language->evidence);
    array_free(&language->companies);
    array_free(&language->names);
    array_free(&language->rules);
    array_free(&language->numbers);
    array_free(&language->countries);
    array_free(&language->blocs);
    array_free(&language->endings);
    lexicon_free(language->lexicon);
    arena_free(language->arena);
    free(language);
}

int language_country(const Language *language, const char *id) {
    for (size_t i = 0; i < language->countries.count; i++)
        if (!strcmp(language->countries.items[i].id, id)) return (int)i;
    return -1;
}
