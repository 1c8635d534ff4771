/* How fast articles are read: `reading ROUNDS FILE...` reads all of them, in memory and by one thread, round
 * after round, and tells the best. */
#include "dateline.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct Input {
    char *bytes;
    size_t size;
} Input;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* As the program keeps its memory, so that the system's way of giving it out is not what is timed. */
static void keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

static double round_of(const dateline_words *words, const Input *inputs, int count) {
    double start = now();
    for (int i = 0; i < count; i++)
        dateline_facts_free(dateline_read(words, inputs[i].bytes, inputs[i].size, NULL, NULL));
    return now() - start;
}

int main(int argc, char **argv) {
    dateline_error error = {0};
    char text[1200];
    int rounds = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
    if (rounds < 1) return fputs("Usage: reading ROUNDS FILE...\n", stderr), 2;
    keep_memory();
    dateline_words *words = dateline_words_load(NULL, &error);
    Input *inputs = calloc((size_t)count, sizeof *inputs);
    size_t size = 0;
    for (int i = 0; words && inputs && i < count; i++) {
        inputs[i].bytes = dateline_file_read(argv[i + 2], &inputs[i].size, &error);
        if (!inputs[i].bytes)
            return fprintf(stderr, "%s\n", dateline_error_text(&error, text, sizeof text)), 1;
        size += inputs[i].size;
    }
    if (!words || !inputs) return fprintf(stderr, "%s\n", dateline_error_text(&error, text, sizeof text)), 1;
    double best = round_of(words, inputs, count); /* loads the languages too */
    for (int i = 0; i < rounds; i++) {
        double seconds = round_of(words, inputs, count);
        if (seconds < best) best = seconds;
    }
    printf("%d articles, %.1f kB, %.1f MB/s\n", count, (double)size / 1e3, (double)size / best / 1e6);
    for (int i = 0; i < count; i++) free(inputs[i].bytes);
    free(inputs);
    dateline_words_free(words);
    return 0;
}
