/* Any bytes as an article, in any language: nothing may crash, and what is explained is what is read. For
 * libFuzzer; the first byte chooses the language. */
#include "../../src/dateline.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const languages[] = {NULL, "en", "fr", "es", "de", "ar", "ru", "zh"};
    static dateline_words *words; /* loading takes longer than reading what a fuzzer tries */
    if (!words) words = dateline_words_load("words", NULL);
    if (!words || size < 1) return 0;
    dateline_read_options options = {.name = "fuzz", .language = languages[data[0] % 8]};
    dateline_facts *facts = dateline_read(words, (const char *)data + 1, size - 1, &options, NULL);
    char *explained = dateline_explain(words, (const char *)data + 1, size - 1, &options, false, NULL);
    if ((facts != NULL) != (explained != NULL)) abort();
    if (facts) free(dateline_facts_json(facts));
    free(explained);
    dateline_facts_free(facts);
    return 0;
}
