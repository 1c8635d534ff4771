/* Where the time of a run goes, by stage. The library knows no clock: it only says when a step is over. */
#ifndef PROGRAM_TIMING_H
#define PROGRAM_TIMING_H

#include <stddef.h>

enum { MOST_STAGES = 16 };

typedef struct Stage {
    const char *name; /* static */
    double took;      /* ms; all of the name together */
} Stage;

typedef struct Timing {
    double start, last; /* ms on a clock that only goes forward */
    Stage stages[MOST_STAGES];
    size_t count;
} Timing;

void timing_start(Timing *timing);
/* The time since the last call is the named stage's. For a caller of dateline_compose: context is the Timing.
 */
void timing_step(void *context, const char *name);
/* The same where there may be no timing. */
void timing_note(Timing *timing, const char *name);
/* "timing: NAME 1.23 ms" for each stage in the order of their first, then the total, to standard error. */
void timing_print(const Timing *timing);

#endif
