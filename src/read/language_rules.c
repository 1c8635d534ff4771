/* See language.h. */
#include "language.h"

#include "phrase_text.h"

#include <stdio.h>
#include <string.h>

static int find_name(const char *const *names, int count, const char *name) {
    int index = 0;
    while (index < count && strcmp(names[index], name)) index++;
    return index;
}

typedef struct Meaning {
    uint32_t rule;
} Meaning;

static bool take_pattern(Language *language, const char *string, void *context) {
    const Meaning *meaning = context;
    return pattern_add(language, language->cue_phrases, string, meaning->rule, STARTS_CUE);
}

static bool take_rule(Language *language, const WordsFile *file, const Node *entry, const char *path,
                      dateline_error *error) {
    static const char *const gives[GIVES_COUNT] = {"participant", "declined", "outside",   "neutral",
                                                   "same",        "host",     "next host", "strike",
                                                   "raid",        "fire",     "stated",    "topic"};
    static const char *const who[WHO_COUNT] = {"before", "after", "either"};
    const char *name = node_text(node_find(entry, "rule"));
    const char *gift = node_text(node_find(entry, "gives"));
    const char *actor = node_text(node_find(entry, "who"));
    Rule rule = {.gives = (Gives)find_name(gives, GIVES_COUNT, gift ? gift : ""),
                 .who = (Who)find_name(who, WHO_COUNT, actor ? actor : "before"),
                 .weak = node_true(node_find(entry, "weak")),
                 .aerial = node_true(node_find(entry, "aerial")),
                 .heading = node_true(node_find(entry, "heading"))};
    if (!name) return words_file_fail(file, path, false, error, "a rule needs its name as \"rule\"");
    if (rule.gives == GIVES_COUNT)
        return words_file_fail(
            file, path, false, error,
            "\"gives\" should be participant, declined, outside, neutral, same, host, next "
            "host, strike, raid, fire, "
            "stated or topic");
    if (rule.who == WHO_COUNT)
        return words_file_fail(file, path, false, error, "\"who\" should be before, after or either");
    rule.name = arena_text(language->arena, name);
    array_push(&language->rules, rule);
    Meaning meaning = {(uint32_t)language->rules.count};
    char words[320];
    snprintf(words, sizeof words, "%.300s.words", path);
    return take_strings(language, file, node_find(entry, "words"), words, take_pattern, &meaning, error);
}

bool language_take_rules(Language *language, const WordsFile *file, dateline_error *error) {
    const Node *rules = node_find(file->root, "rules"), *entry;
    size_t index;
    if (!rules || rules->kind != NODE_LIST)
        return words_file_fail(file, "", false, error, "a list of \"rules\" is missing");
    language->has_roles = true;
    for (index = 0, entry = node_first(rules); entry; index++, entry = entry->next) {
        char path[64];
        snprintf(path, sizeof path, "rules[%zu]", index);
        if (!take_rule(language, file, entry, path, error)) return false;
    }
    return true;
}
