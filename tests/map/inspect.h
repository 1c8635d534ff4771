/*
 * Looks at a finished page as a reader would: what lies on what, what is cut off, who cannot be seen, who is
 * not named. Knows the scene only, nothing of how it was composed.
 */
#ifndef TESTS_MAP_INSPECT_H
#define TESTS_MAP_INSPECT_H

#include "facts.h"
#include "scene.h"

typedef enum Fault {
    TEXT_ON_TEXT,
    TEXT_ON_SYMBOL,
    SYMBOL_ON_SYMBOL,
    LINE_ON_TEXT, /* a leader or a locator through a name, a pill */
    LINE_ON_SYMBOL,
    LINES_CROSS, /* two leaders */
    OFF_PAGE,
    OVER_FRAME, /* a text half in a framed map and half out, or printed over somebody else's map */
    COVERED,    /* a country of the story under the legend, the caption or an inset */
    UNSEEN,     /* no mark of 3 px anywhere */
    UNNAMED,    /* neither named nor noted */
    FAULT_COUNT
} Fault;

const char *fault_name(Fault fault);

/* What was found on one page; more[] counts, the text tells each in a line. */
typedef struct Findings {
    int count[FAULT_COUNT];
    int named, noted; /* countries of the story */
    int leaders;      /* of names and pills */
    char *lines;      /* one a fault, or NULL; freed by findings_free */
} Findings;

void inspect(const Scene *scene, const Facts *facts, Findings *findings);
void findings_free(Findings *findings);

#endif
