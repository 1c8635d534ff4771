/* Work that falls into parts of which none needs another: on several cores at once, with the same result. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

enum { PARALLEL_MOST = 4 };

/* Does part 0 .. count - 1 of the work. Parts that run at the same time have different workers, 0 ..
 * PARALLEL_MOST - 1, so that each worker can have tools of its own. */
typedef void (*ParallelPart)(void *work, size_t part, size_t worker);

/* How many workers a wish comes to: threads, or one for each core where it is 0. */
size_t parallel_workers(int threads);
/* All parts, done when it returns. A thread that cannot be had is no error: the others do its share. */
void parallel_run(size_t workers, size_t count, ParallelPart part, void *work);

#endif
