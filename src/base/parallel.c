/* See parallel.h. */
#include "parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct Parallel {
    ParallelPart part;
    void *work;
    size_t count;
    atomic_size_t next; /* part that nobody has taken */
} Parallel;

typedef struct Worker {
    Parallel *parallel;
    size_t number;
} Worker;

static void *take_parts(void *context) {
    const Worker *worker = context;
    Parallel *parallel = worker->parallel;
    size_t part;
    while ((part = atomic_fetch_add(&parallel->next, 1)) < parallel->count)
        parallel->part(parallel->work, part, worker->number);
    return NULL;
}

size_t parallel_workers(int threads) {
    long count = threads > 0 ? threads : sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > PARALLEL_MOST ? PARALLEL_MOST : (size_t)count;
}

void parallel_run(size_t workers, size_t count, ParallelPart part, void *work) {
    Parallel parallel = {.part = part, .work = work, .count = count};
    Worker all[PARALLEL_MOST];
    pthread_t threads[PARALLEL_MOST];
    size_t started = 1;
    if (workers > PARALLEL_MOST) workers = PARALLEL_MOST;
    for (size_t i = 0; i < PARALLEL_MOST; i++) all[i] = (Worker){&parallel, i};
    while (started < workers && started < count &&
           pthread_create(&threads[started], NULL, take_parts, &all[started]) == 0)
        started++;
    take_parts(&all[0]);
    for (size_t i = 1; i < started; i++) pthread_join(threads[i], NULL);
}
