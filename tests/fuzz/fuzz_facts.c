/*
 * Fuzzes dateline_facts_load. What loads must settle: written, loaded and written again it is the same text;
 * what does not load must say so with a place.
 */
#include "dateline.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    dateline_error error = {0};
    char told[1200];
    dateline_facts *facts = dateline_facts_load((const char *)bytes, size, "fuzz", &error);
    if (!facts) {
        dateline_error_text(&error, told, sizeof told);
        if (error.status == DATELINE_OK || error.line < 1 || error.column < 1 || !error.message[0]) abort();
        return 0;
    }
    char *once = dateline_facts_json(facts);
    dateline_facts_free(facts);
    facts = dateline_facts_load(once, strlen(once), "once", &error);
    if (!facts) abort();
    char *twice = dateline_facts_json(facts);
    if (strcmp(once, twice) != 0) abort();
    dateline_facts_free(facts);
    free(once);
    free(twice);
    return 0;
}
