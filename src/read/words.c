/* See words.h. Languages are loaded once, under a lock: to the caller the words never change. */
#include "words.h"

#include "packed.h"
#include "words_file.h"

#include "../base/files.h"
#include "../base/text.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANGUAGES_MOST = 60, DETECT_MOST = 4000 };

struct dateline_words {
    Arena *arena;
    const char *folder;
    Lexicon *hints; /* function words and letters' scripts; the classes are the languages' bits */
    size_t count;
    const char *codes[LANGUAGES_MOST];
    const char *scripts[LANGUAGES_MOST];
    Language *languages[LANGUAGES_MOST];
    Towns *towns;
    bool towns_asked;
    pthread_mutex_t lock;
};

static void add_hint(Lexicon *hints, const char *word, size_t language) {
    Scanner scanner;
    scanner_start(&scanner, word, strlen(word));
    if (scanner_next(&scanner).kind != TOKEN_WORD) return;
    lexicon_add_class(hints, lexicon_add(hints, scanner.folded, scanner.folded_size), (WordClass)language);
}

static bool take_languages(dateline_words *words, const WordsFile *file, dateline_error *error) {
    const char *code;
    const Node *entry;
    for (entry = node_first(file->root); entry; entry = entry->next) {
        code = entry->key;
        const char *script = node_text(node_find(entry, "script"));
        const Node *list = node_find(entry, "words"), *word;
        if (!script || !list || list->kind != NODE_LIST)
            return words_file_fail(file, code, false, error,
                                   "a language needs a \"script\" and a list of \"words\"");
        if (words->count == LANGUAGES_MOST)
            return words_file_fail(file, code, true, error, "there are more than %d languages",
                                   LANGUAGES_MOST);
        words->codes[words->count] = arena_text(words->arena, code);
        words->scripts[words->count] = arena_text(words->arena, script);
        for (word = node_first(list); word; word = word->next) {
            if (word->kind == NODE_STRING) add_hint(words->hints, node_text(word), words->count);
        }
        words->count++;
    }
    return true;
}

static bool load_languages(dateline_words *words, dateline_error *error) {
    WordsFile file;
    if (!words_file_open(&file, arena_format(words->arena, "%s/languages.json", words->folder), error))
        return false;
    bool fine = take_languages(words, &file, error);
    words_file_close(&file);
    return fine;
}

dateline_words *dateline_words_load(const char *folder, dateline_error *error) {
    dateline_words *words = memory_new(sizeof *words);
    *words = (dateline_words){.arena = arena_new(), .hints = lexicon_new()};
    char *installed = folder ? NULL : data_folder("words");
    words->folder = arena_text(words->arena, folder ? folder : installed ? installed : "words");
    free(installed);
    pthread_mutex_init(&words->lock, NULL);
    if (load_languages(words, error)) return words;
    dateline_words_free(words);
    return NULL;
}

void dateline_words_free(dateline_words *words) {
    if (!words) return;
    for (size_t i = 0; i < words->count; i++) language_free(words->languages[i]);
    towns_close(words->towns);
    pthread_mutex_destroy(&words->lock);
    lexicon_free(words->hints);
    arena_free(words->arena);
    free(words);
}

static bool fail_unknown(const dateline_words *words, const char *code, dateline_error *error) {
    char known[256] = "";
    for (size_t i = 0; i < words->count && strlen(known) < sizeof known - 8; i++) {
        strcat(known, i ? ", " : "");
        strncat(known, words->codes[i], 5);
    }
    return error_set(error, DATELINE_BAD_USAGE, (Place){.source = words->folder},
                     "there are no words for the language \"%s\"; known are %s", code, known);
}

const Language *words_language(const dateline_words *words, const char *code, dateline_error *error) {
    dateline_words *own = (dateline_words *)words; /* loading late is no change that a caller could see */
    size_t index = 0;
    while (index < words->count && strcmp(words->codes[index], code)) index++;
    if (index == words->count) {
        fail_unknown(words, code, error);
        return NULL;
    }
    pthread_mutex_lock(&own->lock);
    if (!own->languages[index])
        own->languages[index] = language_load(words->folder, words->codes[index], error);
    const Language *language = own->languages[index];
    pthread_mutex_unlock(&own->lock);
    return language;
}

const char *words_code(const dateline_words *words, size_t index) {
    return index < words->count ? words->codes[index] : NULL;
}

/* Always out of the words themselves: a packed file may be from a program that made something else of them.
 */
bool dateline_words_pack(const dateline_words *words, const char *folder, dateline_error *error) {
    for (size_t i = 0; i < words->count; i++) {
        Language *language = language_build(words->folder, words->codes[i], error);
        bool done = language && packed_write(language, words->folder, folder, error);
        language_free(language);
        if (!done) return false;
    }
    return true;
}

static Towns *open_towns(void) {
    char *folder = data_folder("shapes"), *path = NULL;
    int size = asprintf(&path, "%s/towns.txt", folder ? folder : "shapes");
    Towns *towns = size < 0 ? NULL : towns_open(path);
    free(path);
    free(folder);
    return towns;
}

const Towns *words_towns(const dateline_words *words) {
    dateline_words *own = (dateline_words *)words; /* as with languages */
    pthread_mutex_lock(&own->lock);
    if (!own->towns_asked) own->towns = open_towns();
    own->towns_asked = true;
    pthread_mutex_unlock(&own->lock);
    return words->towns;
}

static const char *script_of(const char *bytes, size_t size) {
    size_t at = 0;
    int32_t code = size ? (unsigned char)bytes[0] : 0;
    if (size && code >= 0x80) code = utf8_next(bytes, size, &at);
    if (code >= 0x600 && code < 0x780) return "arabic";
    if (code >= 0x400 && code < 0x530) return "cyrillic";
    if (code >= 0x370 && code < 0x400) return "greek";
    if (code >= 0x590 && code < 0x600) return "hebrew";
    return code >= 0x3040 && code < 0xA000 ? "han" : "latin";
}

/* A function word is worth more than letters of the script alone. */
static void count_hints(const dateline_words *words, const Scanner *scanner, int *points) {
    uint32_t word = lexicon_find(words->hints, scanner->folded, scanner->folded_size);
    uint64_t hits = lexicon_word(words->hints, word)->classes;
    for (uint64_t left = hits; left; left &= left - 1) points[__builtin_ctzll(left)] += 4;
    if (!scanner->folded_size || (unsigned char)scanner->folded[0] < 0x80) return;
    const char *script = script_of(scanner->folded, scanner->folded_size);
    bool latin = !strcmp(script, "latin");
    for (size_t i = 0; !latin && i < words->count; i++)
        if (!(hits >> i & 1) && !strcmp(words->scripts[i], script)) points[i]++;
}

/* The language with the most points, the first of them; *lead is by how many. */
static size_t best_of(const dateline_words *words, const int *points, int *lead) {
    size_t best = 0;
    int second = 0;
    for (size_t i = 1; i < words->count; i++) {
        if (points[i] <= points[best]) {
            second = points[i] > second ? points[i] : second;
            continue;
        }
        second = points[best];
        best = i;
    }
    *lead = words->count ? points[best] - second : 0;
    return best;
}

/* Where one language leads by so much, what follows would not tell another: most articles are decided after a
 * few hundred words. */
const char *words_detect(const dateline_words *words, const char *text, size_t size) {
    enum { LOOK_EVERY = 32, LEAD_ENOUGH = 200 };
    int points[LANGUAGES_MOST] = {0}, lead = 0;
    Scanner scanner;
    scanner_start(&scanner, text, size);
    for (int i = 1; i <= DETECT_MOST && lead < LEAD_ENOUGH; i++) {
        Token token = scanner_next(&scanner);
        if (token.kind == TOKEN_END) break;
        if (token.kind == TOKEN_WORD) count_hints(words, &scanner, points);
        if (i % LOOK_EVERY == 0) best_of(words, points, &lead);
    }
    size_t best = best_of(words, points, &lead);
    return words->count && points[best] ? words->codes[best] : "en";
}
