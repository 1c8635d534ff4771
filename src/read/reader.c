/*
 * The walk of reading: bytes, article, passage, roles, facts. Knows the order and how facts are put together;
 * what is read is decided in the files it calls. Public functions: see dateline.h.
 */
#include "reader.h"

#include "article.h"
#include "furniture.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

static const Language *language_of(const dateline_words *words, const Article *article,
                                   const dateline_read_options *options, dateline_error *error) {
    if (options && options->language) return words_language(words, options->language, error);
    if (article->is_table) return table_language(words, article->text, article->size, error);
    return words_language(words, words_detect(words, article->text, article->size), error);
}

bool reading_open(Reading *reading, const dateline_words *words, const char *bytes, size_t size,
                  const dateline_read_options *options, dateline_error *error) {
    const char *name = options && options->name ? options->name : "article";
    *reading = (Reading){.arena = arena_new()};
    const Language *language = NULL;
    if (article_open(&reading->article, bytes, size, name, reading->arena, error))
        language = language_of(words, &reading->article, options, error);
    if (!language) {
        reading_close(reading);
        return false;
    }
    furniture_drop(&reading->article, language);
    passage_start(&reading->passage, language, reading->article.text, reading->article.size);
    if (reading->article.is_table) return true;
    for (size_t i = 0; i < reading->article.parts.count; i++) {
        const Part *part = &reading->article.parts.items[i];
        passage_add(&reading->passage, part->start, part->end, part->headline);
    }
    mentions_settle(&reading->passage);
    roles_read(&reading->roles, &reading->passage, words, reading->arena);
    blocs_settle(&reading->roles, options && options->expand_blocs);
    return true;
}

void reading_close(Reading *reading) {
    roles_free(&reading->roles);
    passage_free(&reading->passage);
    article_close(&reading->article);
    arena_free(reading->arena);
    *reading = (Reading){0};
}

dateline_facts *dateline_read(const dateline_words *words, const char *bytes, size_t size,
                              const dateline_read_options *options, dateline_error *error) {
    Reading reading;
    if (!reading_open(&reading, words, bytes, size, options, error)) return NULL;
    Facts *facts = reading_facts(&reading, error);
    reading_close(&reading);
    return facts;
}
