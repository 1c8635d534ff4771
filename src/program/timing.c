/* See timing.h. */
#include "timing.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

void timing_start(Timing *timing) {
    *timing = (Timing){0};
    timing->start = timing->last = now();
}

void timing_step(void *context, const char *name) {
    Timing *timing = context;
    double time = now(), took = time - timing->last;
    size_t i = 0;
    timing->last = time;
    while (i < timing->count && strcmp(timing->stages[i].name, name) != 0) i++;
    if (i == MOST_STAGES) return;
    if (i == timing->count) timing->stages[timing->count++] = (Stage){.name = name};
    timing->stages[i].took += took;
}

void timing_note(Timing *timing, const char *name) {
    if (timing) timing_step(timing, name);
}

void timing_print(const Timing *timing) {
    for (size_t i = 0; i < timing->count; i++)
        fprintf(stderr, "timing: %s %.2f ms\n", timing->stages[i].name, timing->stages[i].took);
    fprintf(stderr, "timing: total %.2f ms\n", timing->last - timing->start);
}
